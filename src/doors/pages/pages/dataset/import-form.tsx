import type { Refusal } from '../../../../base/refusals.ts'
import { columnTypes, formsOf } from '../../../../kernel/dataset/column.ts'
import type { DatasetView, ImportView } from '../../../../operations/dataset/views.ts'
import { importHref } from '../../addresses.ts'
import { Card, Facts, TableFrame } from '../../components/card.tsx'
import { ChoiceField, DayField, TextField } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { numberWords } from '../../dates.ts'
import { DescribeFields, type DescribeTyped, nothingDescribed } from './describe-fields.tsx'
import { isFigure, sizeWords } from './marks.tsx'

/** What was understood of a file, to be looked at, answered and corrected before anything is kept. [DAT-1] */
export type ImportTyped = {
  readonly columns: readonly {
    readonly name: string
    readonly type: string
    readonly form: string
    readonly unit: string
    readonly meaning: string
  }[]
  readonly hasHead: string
  readonly key: string
  readonly bad: 'stop' | 'leave-out'
  readonly about: DescribeTyped
  readonly unknownBody: boolean
  readonly validOn: string
  readonly note: string
}

/** What was refused, as it was typed, and the field it is about. */
export type ImportProblem = { readonly refusal: Refusal; readonly typed: ImportTyped | null; readonly field?: string }

type Reading = NonNullable<ImportView['reading']>

export function ImportForm({ of, dataset, typed }: { of: ImportView; dataset: DatasetView | null; typed: ImportTyped | null }) {
  const say = useSay()
  const { reading } = of
  if (reading === null) return null
  const title = of.fileName.replace(/\.[a-z0-9]{2,8}$/i, '').replaceAll(/[_-]+/g, ' ')
  return (
    <form method="post" action={importHref(of.id)} className="stack">
      <div className="grid g-task">
        <div className="stack">
          {dataset === null ? (
            <Card id="bo-du-lieu" title={say('import.about')}>
              <DescribeFields of={typed?.about ?? { ...nothingDescribed, title }} unknownBody={typed?.unknownBody === true} />
            </Card>
          ) : null}
        </div>
        <div className="stack">
          <ReadAs of={of} reading={reading} />
          <How of={of} reading={reading} dataset={dataset} typed={typed} />
        </div>
      </div>
      <Card id="cac-cot" title={say('import.columns')} note={say('import.columns.lede')} flush>
        <Columns reading={reading} typed={typed} />
      </Card>
      <Card id="xem-truoc" title={say('import.preview')} flush>
        <Preview reading={reading} />
      </Card>
      <p className="acts">
        <button className="btn btn--p" type="submit" name="viec" value="nhap">
          {say('import.commit')}
        </button>
        <button className="btn btn--d" type="submit" name="viec" value="dung" formNoValidate>
          {say('import.cancel')}
        </button>
      </p>
    </form>
  )
}

function ReadAs({ of, reading }: { of: ImportView; reading: Reading }) {
  const say = useSay()
  const language = useLanguage()
  const n = numberWords(reading.rows, language)
  return (
    <Card id="cach-doc" title={say('import.read-as')}>
      <Facts
        of={[
          { term: say('import.file'), is: `${reading.format.toUpperCase()}, ${sizeWords(of.fileSize, language)}` },
          ...(reading.encoding === null ? [] : [{ term: say('import.read.encoding'), is: reading.encoding.toUpperCase() }]),
          ...(reading.delimiter === null
            ? []
            : [
                {
                  term: say('import.read.delimiter'),
                  is: reading.delimiter === '\t' ? say('import.read.delimiter.tab') : <code>{reading.delimiter}</code>,
                },
              ]),
          ...(reading.above === 0 ? [] : [{ term: say('import.read.above'), is: reading.above }]),
          { term: say('import.read.looked'), is: say(reading.whole ? 'import.read.whole' : 'import.read.part', { n }) },
        ]}
      />
    </Card>
  )
}

function How({
  of,
  reading,
  dataset,
  typed,
}: {
  of: ImportView
  reading: Reading
  dataset: DatasetView | null
  typed: ImportTyped | null
}) {
  const say = useSay()
  const labelOf = (name: string): string => reading.columns.find((column) => column.name === name)?.label ?? name
  const others = reading.columns.filter(({ name }) => !reading.keys.includes(name))
  return (
    <Card id="cach-nhap" title={say('imports.heading')}>
      {reading.asksHead ? (
        <ChoiceField
          id="dong-dau"
          name="dong-dau"
          label={say('import.head.ask')}
          value={typed?.hasHead ?? ''}
          choices={[
            { value: '', label: say('import.column.ask') },
            { value: 'true', label: say('import.head.yes') },
            { value: 'false', label: say('import.head.no') },
          ]}
        />
      ) : null}
      <ChoiceField
        id="khoa"
        name="khoa"
        label={say('import.key')}
        hint={say('import.key.hint')}
        value={typed?.key ?? dataset?.current.key[0] ?? (of.dataset === null ? (reading.keys[0] ?? '') : '')}
        choices={[
          { value: '', label: say('import.key.none') },
          ...reading.keys.map((name) => ({ value: name, label: say('import.key.unique', { column: labelOf(name) }) })),
          ...others.map(({ name, label }) => ({ value: name, label })),
        ]}
      />
      <ChoiceField
        id="dong-loi"
        name="dong-loi"
        label={say('import.bad-rows')}
        value={typed?.bad ?? 'stop'}
        choices={(['stop', 'leave-out'] as const).map((value) => ({ value, label: say(`import.bad.${value}`) }))}
      />
      <DayField id="tinh-den" name="tinh-den" label={say('import.valid-on')} value={typed?.validOn ?? ''} optional />
      <TextField id="ghi-chu" name="ghi-chu" label={say('import.note')} value={typed?.note ?? ''} optional />
    </Card>
  )
}

function Columns({ reading, typed }: { reading: Reading; typed: ImportTyped | null }) {
  const say = useSay()
  return (
    <TableFrame label={say('table.of', { what: say('import.columns') })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{say('column.label')}</th>
            <th scope="col">{say('import.column.examples')}</th>
            <th scope="col">{say('column.type')}</th>
            <th scope="col">{say('import.column.form')}</th>
            <th scope="col">{say('column.unit')}</th>
            <th scope="col">{say('column.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {reading.columns.map((column, i) => (
            <ColumnRow key={column.name} of={column} i={i} typed={typed?.columns[i]} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function ColumnRow({ of, i, typed }: { of: Reading['columns'][number]; i: number; typed: ImportTyped['columns'][number] | undefined }) {
  const say = useSay()
  const fits = formsOf(of.type)
  const asks = of.asks.length > 0 && (typed?.form ?? '') === ''
  const notes = [
    ...(of.renamed ? [say('import.column.renamed')] : []),
    ...(of.empty === 0 ? [] : [say('import.column.empty', { n: of.empty })]),
    ...(of.misfits === 0 ? [] : [say('import.column.misfits', { n: of.misfits })]),
  ]
  return (
    <tr className={asks ? 'unsure' : undefined}>
      <th scope="row" className="lim">
        {of.label}
        <small className="tnote">
          <code>{of.name}</code>
          {notes.map((note) => (
            <span key={note}> · {note}</span>
          ))}
        </small>
      </th>
      <td data-l={say('import.column.examples')} className={isFigure(of.type) ? 'tn' : undefined}>
        {of.examples.map((example) => (
          <bdi key={example} className="eg">
            {example}
          </bdi>
        ))}
      </td>
      <td data-l={say('column.type')}>
        <select
          className="in in--s"
          name={`kieu-${i}`}
          aria-label={`${say('column.type')}: ${of.label}`}
          defaultValue={typed?.type ?? of.type}
        >
          {columnTypes.map((type) => (
            <option key={type} value={type}>
              {say(`type.${type}`)}
            </option>
          ))}
        </select>
      </td>
      <td data-l={say('import.column.form')}>
        <select
          className="in in--s"
          id={`cach-${i}`}
          name={`cach-${i}`}
          aria-label={`${say('import.column.form')}: ${of.label}`}
          aria-invalid={asks ? true : undefined}
          defaultValue={typed?.form ?? of.form ?? ''}
        >
          <option value="">{say(of.asks.length > 0 ? 'import.column.ask' : 'form.plain')}</option>
          {(fits.length === 0 ? [...formsOf('decimal'), ...formsOf('day')] : fits).map((form) => (
            <option key={form} value={form}>
              {say(`form.${form}`)}
            </option>
          ))}
        </select>
        {asks ? (
          <span className="unsure-n">
            <Icon name="circle-help" />
            {say('import.column.ask')}
          </span>
        ) : null}
      </td>
      <td data-l={say('column.unit')}>
        <input
          className="in in--s"
          name={`don-vi-${i}`}
          aria-label={`${say('column.unit')}: ${of.label}`}
          defaultValue={typed?.unit ?? of.unit ?? ''}
          maxLength={40}
        />
      </td>
      <td data-l={say('column.meaning')}>
        <input
          className="in"
          name={`y-nghia-${i}`}
          aria-label={`${say('column.meaning')}: ${of.label}`}
          defaultValue={typed?.meaning ?? of.meaning ?? ''}
          maxLength={500}
        />
      </td>
    </tr>
  )
}

function Preview({ reading }: { reading: Reading }) {
  const say = useSay()
  return (
    <TableFrame label={say('table.of', { what: say('import.preview') })}>
      <table className="t t--data">
        <thead>
          <tr>
            {reading.columns.map((column) => (
              <th key={column.name} scope="col" className={isFigure(column.type) ? 'n' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reading.preview.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
            <tr key={i}>
              {reading.columns.map((column, j) => (
                <td key={column.name} className={isFigure(column.type) ? 'n' : undefined}>
                  <bdi>{row[j]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
