import type { ImportReading, ImportView } from '../../../../../operations/dataset/import/views.ts'
import type { DatasetView } from '../../../../../operations/dataset/views.ts'
import { ChoiceField } from '../../../components/field.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useSay } from '../../../components/reader.tsx'

/** So many selects stand there; a key of more columns, that a program chose, has one for each. */
const MOST = 4

/** As it was said, else as the dataset has it, else as proposed; of that what the file has. */
export function keyShown({ reading, draft, dataset }: ImportView, of: DatasetView | null): readonly string[] {
  const wanted = draft?.key ?? of?.current.key ?? (dataset === null ? (reading?.proposedKey ?? []) : [])
  return wanted.filter((key) => reading?.columns.some(({ name, leftOut }) => name === key && leftOut === undefined))
}

/** By which columns rows are told apart: one, or several together. [DAT-48] */
export function KeyFields({
  of,
  reading,
  dataset,
  typed,
}: {
  of: ImportView
  reading: ImportReading
  dataset: DatasetView | null
  typed: readonly string[] | null
}) {
  const say = useSay()
  const columns = reading.columns.filter(({ leftOut }) => leftOut === undefined)
  const isThere = (key: string): boolean => columns.some(({ name }) => name === key)
  const chosen = typed?.filter(isThere) ?? keyShown(of, dataset)
  const missing = (dataset?.current.key ?? []).filter((key) => !isThere(key))
  const labelOf = (key: string): string => reading.columns.find(({ name }) => name === key)?.label ?? key
  const isNoneAlone = reading.keys.length === 0 && reading.rows > 1
  const others = columns.filter(({ name }) => !reading.keys.includes(name))
  return (
    <>
      {missing.length === 0 ? null : (
        <Notice kind="w">
          {say('import.key.missing', {
            columns: missing.map((key) => dataset?.columns.find(({ name }) => name === key)?.label ?? key).join(', '),
          })}
        </Notice>
      )}
      <ChoiceField
        id="khoa"
        name="khoa"
        label={say('import.key')}
        hint={isNoneAlone ? `${say('import.key.hint')} ${say('import.key.none-alone')}` : say('import.key.hint')}
        value={chosen[0] ?? ''}
        choices={[
          { value: '', label: say('import.key.none') },
          ...reading.keys.map((name) => ({ value: name, label: say('import.key.unique', { column: labelOf(name) }) })),
          ...others.map(({ name, label }) => ({ value: name, label })),
        ]}
      />
      <details open={chosen.length > 1 || isNoneAlone}>
        <summary>{say('import.key.more')}</summary>
        <div className="frow">
          {Array.from({ length: Math.max(MOST, chosen.length) - 1 }, (_, i) => i + 2).map((place) => (
            <ChoiceField
              key={place}
              id={`khoa-${place}`}
              name="khoa"
              label={say('import.key.nth', { n: place })}
              value={chosen[place - 1] ?? ''}
              choices={[{ value: '', label: say('import.key.nothing') }, ...columns.map(({ name, label }) => ({ value: name, label }))]}
            />
          ))}
        </div>
      </details>
    </>
  )
}
