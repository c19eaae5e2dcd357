import type { Language } from '../../../../../base/refusals.ts'
import { columnTypes, type Form, formsOf, isOdd } from '../../../../../kernel/dataset/cell/column.ts'
import type { ImportReading } from '../../../../../operations/dataset/import/views.ts'
import { TableFrame } from '../../../components/card.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useLanguage, useSay } from '../../../components/reader.tsx'
import { dayWords } from '../../../dates.ts'
import { isFigure } from '../marks.tsx'
import { MeasureSelect } from '../measure-select.tsx'
import type { ImportTyped } from './typed.ts'

/** The columns of a file as they were read, each to be looked at and corrected; and the first rows. [DAT-1] */
export function Columns({ reading, typed }: { reading: ImportReading; typed: ImportTyped | null }) {
  const say = useSay()
  return (
    <TableFrame label={say('table.of', { what: say('import.columns') })}>
      <table className="t t--cards t--ask">
        <thead>
          <tr>
            <th scope="col">{say('column.label')}</th>
            <th scope="col">{say('import.column.examples')}</th>
            <th scope="col">{say('import.column.read')}</th>
            <th scope="col">{say('import.column.counted')}</th>
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

/** As it was ticked, else as it was read. [DAT-104] */
export const isLeftOut = ({ of, typed }: Pick<ColumnProps, 'of' | 'typed'>): boolean => typed?.leftOut ?? of.leftOut !== undefined

type ColumnProps = { of: ImportReading['columns'][number]; i: number; typed: ImportTyped['columns'][number] | undefined }

/** What of a column is to be answered before it is taken; null: nothing. [DAT-1] */
export function columnAsks({ of, typed }: Pick<ColumnProps, 'of' | 'typed'>): 'type' | 'form' | null {
  if (of.nearly !== undefined && (typed?.type ?? '') === '') return 'type'
  return of.asks.length > 0 && (typed?.form ?? of.form ?? '') === '' ? 'form' : null
}

function ColumnRow({ of, i, typed }: ColumnProps) {
  const say = useSay()
  const language = useLanguage()
  const way = typed?.form ?? of.form ?? of.nearly?.form ?? ''
  const asked = [...of.asks, ...(of.nearly?.asks ?? [])]
  // that days were turned, or years have two figures, is no choice where nothing speaks for it
  const isOffered = (form: Form): boolean => !isOdd(form) || asked.includes(form) || form === way
  const fits = formsOf(of.type).filter(isOffered)
  const isOut = isLeftOut({ of, typed })
  const asks = !isOut && columnAsks({ of, typed }) !== null
  const asksType = !isOut && columnAsks({ of, typed }) === 'type'
  const notes = [
    ...(of.renamed ? [say('import.column.renamed')] : []),
    ...(of.empty === 0 ? [] : [say('import.column.empty', { n: of.empty })]),
    ...(of.noValue === undefined ? [] : [say('import.column.no-value', { n: of.noValue })]),
    ...(of.mixed === undefined ? [] : [say('import.column.mixed', { n: of.mixed.n, small: of.mixed.small, large: of.mixed.large })]),
    ...(of.nearly === undefined
      ? []
      : [say(of.nearly.fits === of.nearly.of ? 'import.column.nearly.all' : 'import.column.nearly', nearlyWords(of.nearly, say))]),
    ...(of.unitAbove === undefined
      ? []
      : [say(of.unit === of.unitAbove.unit ? 'import.column.unit-above' : 'import.column.unit-differs', of.unitAbove)]),
    ...(of.turned === undefined ? [] : [say('import.column.turned', turnedWords(of.turned, language))]),
    ...(of.rules === undefined ? [] : [say('import.column.ruled')]),
    ...(of.misfits === 0 ? [] : [say('import.column.misfits', { n: of.misfits })]),
  ]
  return (
    <tr className={isOut ? 'not-taken' : asks ? 'unsure' : undefined}>
      <th scope="row" className="lim">
        {of.label}
        <small className="muted">
          <code>{of.name}</code>
        </small>
        {notes.length === 0 ? null : <small className="tnote">{notes.join(' · ')}</small>}
        <label className="ck ck--s">
          <input
            type="checkbox"
            name={`bo-cot-${i}`}
            value="1"
            defaultChecked={isOut}
            aria-label={`${say('import.column.leave-out')}: ${of.label}`}
          />
          <span>
            {say('import.column.leave-out')}
            {of.leftOut === 'before' ? <small>{say('import.column.left-out-before')}</small> : null}
          </span>
        </label>
      </th>
      <td data-l={say('import.column.examples')} className={isFigure(of.type) ? 'tn' : undefined}>
        {of.examples.map((example) => (
          <bdi key={example} className="eg">
            {example}
          </bdi>
        ))}
      </td>
      <td data-l={say('import.column.read')}>
        <span className="both">
          <select
            className="in in--s"
            id={`kieu-${i}`}
            name={`kieu-${i}`}
            aria-label={`${say('column.type')}: ${of.label}`}
            aria-invalid={asksType ? true : undefined}
            defaultValue={typed?.type ?? (asksType ? '' : of.type)}
          >
            {of.nearly === undefined ? null : <option value="">{say('import.column.ask-type')}</option>}
            {columnTypes.map((type) => (
              <option key={type} value={type}>
                {say(`type.${type}`)}
              </option>
            ))}
          </select>
          <select
            className="in in--s"
            id={`cach-${i}`}
            name={`cach-${i}`}
            aria-label={`${say('import.column.form')}: ${of.label}`}
            aria-invalid={asks && !asksType ? true : undefined}
            defaultValue={way}
          >
            <option value="">{say(of.asks.length > 0 ? 'import.column.ask' : 'form.plain')}</option>
            {(fits.length === 0 ? [...formsOf('decimal'), ...formsOf('day')].filter(isOffered) : fits).map((form) => (
              <option key={form} value={form}>
                {say(`form.${form}`)}
              </option>
            ))}
          </select>
        </span>
        {asks ? (
          <span className="unsure-n">
            <Icon name="circle-help" />
            {say(asksType ? 'import.column.ask-type' : 'import.column.ask')}
          </span>
        ) : null}
      </td>
      <td data-l={say('import.column.counted')}>
        <span className="both">
          <input
            className="in in--s"
            name={`don-vi-${i}`}
            aria-label={`${say('column.unit')}: ${of.label}`}
            defaultValue={typed?.unit ?? of.unit ?? ''}
            maxLength={40}
          />
          {isFigure(of.type) && of.role !== 'year' ? (
            <MeasureSelect name={`gop-${i}`} label={of.label} value={typed?.measure ?? of.measure ?? ''} />
          ) : null}
        </span>
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

const nearlyWords = (
  { type, fits, of, misses }: NonNullable<ImportReading['columns'][number]['nearly']>,
  say: ReturnType<typeof useSay>,
) => ({
  fits,
  of,
  type: say(`type.${type}`).toLowerCase(),
  misses: misses.map(({ at, value }) => say('import.column.miss', { at, value })).join(', '),
})

const turnedWords = ({ n, is, turned }: NonNullable<ImportReading['columns'][number]['turned']>, language: Language) => ({
  n,
  is: dayWords(is, language),
  turned: dayWords(turned, language),
})

/** Seven places behind the point are a centimetre. */
const forEyes = (wkt: string): string => wkt.replace(/\d+\.\d{8,}/g, (figure) => String(Number(Number(figure).toFixed(7))))

export function Preview({ reading }: { reading: ImportReading }) {
  const say = useSay()
  const taken = reading.columns.flatMap((column, at) => (column.leftOut === undefined ? [{ column, at }] : []))
  return (
    <TableFrame label={say('table.of', { what: say('import.preview') })}>
      <table className="t t--data">
        <thead>
          <tr>
            {taken.map(({ column }) => (
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
              {taken.map(({ column, at }) => (
                <td key={column.name} className={isFigure(column.type) ? 'n' : undefined}>
                  <bdi>{column.type === 'geometry' ? forEyes(row[at] ?? '') : row[at]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
