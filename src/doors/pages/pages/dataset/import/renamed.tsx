import type { ImportReading } from '../../../../../operations/dataset/import/views.ts'
import { Card } from '../../../components/card.tsx'
import { ChoiceField } from '../../../components/field.tsx'
import { useSay } from '../../../components/reader.tsx'
import type { Form } from '../../../page.ts'
import { ReadAgain } from './read-again.tsx'

type Column = ImportReading['columns'][number]

/** Columns that the version before does not have under that heading; those that are left out are of no concern. */
const cameIn = ({ columns, gone }: ImportReading, known: ReadonlySet<string>): readonly Column[] =>
  columns.filter(({ name, was, leftOut }) => leftOut === undefined && (was !== undefined || (gone.length > 0 && !known.has(name))))

/** Columns that went and came: which of them are one under another heading, asked, with what is likely. [DAT-119] */
export function Renamed({ reading, known }: { reading: ImportReading; known: ReadonlySet<string> }) {
  const say = useSay()
  const came = cameIn(reading, known)
  if (came.length === 0) return null
  return (
    <Card
      id="cot-doi-ten"
      title={say('import.was.title')}
      {...(reading.gone.length === 0
        ? {}
        : { note: say('import.was.lede', { gone: reading.gone.map(({ label }) => `“${label}”`).join(', ') }) })}
    >
      <div className="frow">
        {came.map((column) => (
          <ChoiceField
            key={column.name}
            id={`cot-cu-${reading.columns.indexOf(column)}`}
            name={`cot-cu-${reading.columns.indexOf(column)}`}
            label={say('import.was.column', { column: column.label })}
            {...(column.likely === undefined
              ? {}
              : { hint: say('import.was.likely', { column: reading.gone.find(({ name }) => name === column.likely)?.label ?? '' }) })}
            value={column.was === undefined ? (column.likely ?? '') : column.name}
            choices={[
              { value: '', label: say('import.was.none') },
              ...(column.was === undefined ? [] : [{ value: column.name, label: column.was.label }]),
              ...reading.gone.map(({ name, label }) => ({ value: name, label })),
            ]}
          />
        ))}
      </div>
      <ReadAgain label={say('import.was.again')} />
    </Card>
  )
}

/** What was chosen otherwise than the file was read. */
export const renamedTyped = (
  reading: ImportReading | null,
  form: Form,
): readonly { readonly name: string; readonly was: string | null }[] =>
  (reading?.columns ?? []).flatMap(({ name, was }, i) => {
    const chosen = form.all(`cot-cu-${i}`)[0]
    if (chosen === undefined || chosen === (was === undefined ? '' : name)) return []
    return [{ name, was: chosen === '' ? null : chosen }]
  })
