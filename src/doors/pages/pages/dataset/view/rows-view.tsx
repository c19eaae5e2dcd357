import type { ReactNode } from 'react'
import type { Language } from '../../../../../base/refusals.ts'
import { type Column, withUnit } from '../../../../../kernel/dataset/cell/column.ts'
import { readDecimal } from '../../../../../kernel/dataset/cell/number-text.ts'
import { datasetRows } from '../../../../../operations/dataset/rows/list-rows.ts'
import { rowTests } from '../../../../../operations/dataset/rows/rows.ts'
import type { DatasetView } from '../../../../../operations/dataset/views.ts'
import { addresses, datasetHref, reportFigureHref } from '../../../addresses.ts'
import { TableFrame } from '../../../components/card.tsx'
import { ErrorSummary } from '../../../components/error-summary.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Empty, Notice } from '../../../components/notice.tsx'
import { Pager } from '../../../components/pager.tsx'
import { DayText, Sentence, useLanguage, useSay } from '../../../components/reader.tsx'
import { type Asked, type Refused, refused } from '../../../page.ts'
import { isFigure, textWords, valueWords } from '../marks.tsx'

/** The rows, a page at a time; every filter and order stands in the address. */
const PAGE = 50
type Op = (typeof rowTests)[number]

export type RowsAsked = {
  readonly version: number | null
  readonly sort: string
  /** `column:op:value` */
  readonly filters: readonly string[]
}

/** A number as it is typed beside the table, written as the table writes it, to the plain one of an address: «1.500» is 1500. [DAT-61] */
function plainTyped(value: string, column: Column | undefined, language: Language): string {
  if (column === undefined || !isFigure(column.type)) return value
  return readDecimal(value.trim(), language === 'vi' ? 'comma' : 'point') ?? value
}

export function rowsAsked({ query, language }: Asked, columns: readonly Column[]): RowsAsked {
  const version = Number.parseInt(query.get('phien-ban') ?? '', 10)
  const cot = query.get('cot') ?? ''
  const value = plainTyped(
    query.get('gia-tri') ?? '',
    columns.find(({ name }) => name === cot),
    language,
  )
  const added = cot === '' ? [] : [`${cot}:${query.get('phep') ?? 'eq'}:${value}`]
  return {
    version: Number.isInteger(version) && version > 0 ? version : null,
    sort: query.get('sap') ?? '',
    filters: [...query.getAll('loc').slice(0, 10), ...added],
  }
}

/** `withQuery` takes one value a name; here a filter may come several times. */
export function rowsHref(
  slug: string,
  { version, sort, filters }: RowsAsked,
  more: Readonly<Record<string, string | number>> = {},
): string {
  const bare = datasetHref(slug, { 'phien-ban': version, sap: sort, ...more })
  const tests = filters.map((filter) => `loc=${encodeURIComponent(filter)}`).join('&')
  return tests === '' ? bare : `${bare}${bare.includes('?') ? '&' : '?'}${tests}`
}

export async function rowsView(asked: Asked, of: DatasetView): Promise<{ readonly body: ReactNode } | Refused> {
  const question = rowsAsked(asked, of.columns)
  const after = asked.query.get('sau')
  const first = Math.max(1, Number.parseInt(asked.query.get('tu') ?? '', 10) || 1)
  const input = {
    id: of.id,
    limit: PAGE,
    ...(question.version === null ? {} : { version: question.version }),
    ...(question.sort === '' ? {} : { sort: question.sort }),
    ...(after === null ? {} : { after }),
  }
  const wanted = await asked.ask(datasetRows, { ...input, filter: question.filters })
  const isFilterWrong = !wanted.ok && wanted.refusal.data?.['name'] === 'filter'
  // a test that cannot be read narrows nothing, and the page says so
  const found = isFilterWrong ? await asked.ask(datasetRows, input) : wanted
  if (!found.ok) return refused(found.refusal)
  const { items, next, total, columns, version } = found.value
  const shown = isFilterWrong ? { ...question, filters: [] } : question
  const row = of.versions.find((one) => one.n === version)
  return {
    body: (
      <>
        {version === of.current.n || row === undefined ? null : (
          <div className="bd">
            <Notice kind="i">
              <Sentence of="dataset.version-note" blanks={{ n: version }} put={{ day: <DayText of={row.recordedAt.slice(0, 10)} /> }} />{' '}
              <a href={datasetHref(of.slug)}>{asked.say('dataset.version-now')}</a>
            </Notice>
          </div>
        )}
        {!wanted.ok && isFilterWrong ? <ErrorSummary refusal={wanted.refusal} field="gia-tri" /> : null}
        <Filter of={of} columns={columns} asked={shown} typed={isFilterWrong ? typedTest(asked) : null} />
        {items.length === 0 ? (
          <Empty icon="table" title={asked.say('dataset.rows.none')}>
            {asked.say('dataset.rows.none.why')}
          </Empty>
        ) : (
          <>
            <Rows of={of} columns={columns} items={items} asked={shown} version={version} />
            <Pager
              first={first}
              shown={items.length}
              {...(total === null ? {} : { total })}
              what={asked.say('dataset.rows')}
              firstHref={after === null ? null : rowsHref(of.slug, shown)}
              nextHref={next === null ? null : rowsHref(of.slug, shown, { sau: next, tu: first + items.length })}
            />
          </>
        )}
      </>
    ),
  }
}

type Columns = DatasetView['columns']
type Item = { readonly row: string; readonly values: Readonly<Record<string, string | number | boolean | null>> }

/** What was typed into the form of a test, to be mended there. */
type Typed = { readonly column: string; readonly op: string; readonly value: string }
const typedTest = ({ query }: Asked): Typed => ({
  column: query.get('cot') ?? '',
  op: query.get('phep') ?? '',
  value: query.get('gia-tri') ?? '',
})

function Filter({ of, columns, asked, typed }: { of: DatasetView; columns: Columns; asked: RowsAsked; typed: Typed | null }) {
  const say = useSay()
  const language = useLanguage()
  // where no column is of texts, none has letters in it [DAT-102]
  const offered = rowTests.filter((op) => op !== 'has' || columns.some(({ type }) => type === 'text'))
  return (
    <div className="rowtools">
      <form
        className="filters"
        method="get"
        action={`${addresses.datasets}/${encodeURIComponent(of.slug)}`}
        aria-label={say('dataset.filter')}
      >
        <div className="f">
          <label htmlFor="cot">{say('dataset.filter.column')}</label>
          <select className="in" id="cot" name="cot" defaultValue={typed?.column ?? columns[0]?.name}>
            {columns.map((column) => (
              <option key={column.name} value={column.name}>
                {column.label}
              </option>
            ))}
          </select>
        </div>
        <div className="f">
          <label htmlFor="phep">{say('dataset.filter.op')}</label>
          <select className="in" id="phep" name="phep" defaultValue={typed?.op ?? (columns[0]?.type === 'text' ? 'has' : 'eq')}>
            {offered.map((op: Op) => (
              <option key={op} value={op}>
                {say(`dataset.op.${op}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="f grow">
          <label htmlFor="gia-tri">{say('dataset.filter.value')}</label>
          <input className="in" id="gia-tri" name="gia-tri" defaultValue={typed?.value ?? ''} autoComplete="off" />
        </div>
        {asked.filters.map((filter) => (
          <input key={filter} type="hidden" name="loc" value={filter} />
        ))}
        {asked.sort === '' ? null : <input type="hidden" name="sap" value={asked.sort} />}
        {asked.version === null ? null : <input type="hidden" name="phien-ban" value={asked.version} />}
        <button className="btn" type="submit">
          {say('dataset.filter.apply')}
        </button>
      </form>
      {asked.filters.length === 0 ? null : (
        <p className="chips">
          {asked.filters.map((filter) => {
            const words = filterWords(filter, columns, language, say)
            return (
              <a
                key={filter}
                className="chip"
                href={rowsHref(of.slug, { ...asked, filters: asked.filters.filter((one) => one !== filter) })}
                aria-label={say('facet.remove', { what: words })}
              >
                {words}
                <Icon name="x" />
              </a>
            )
          })}
        </p>
      )}
    </div>
  )
}

function filterWords(filter: string, columns: Columns, language: Language, say: ReturnType<typeof useSay>): string {
  const [name, op = '', ...rest] = filter.split(':')
  const column = columns.find((each) => each.name === name)
  const label = column?.label ?? name ?? ''
  const said = rest.join(':')
  const value = column === undefined ? said : textWords(said, column, language, say)
  const known = rowTests.find((one) => one === op)
  return `${label} ${known === undefined ? op : say(`dataset.op.${known}`)} ${value}`.trim()
}

type RowsProps = { of: DatasetView; columns: Columns; items: readonly Item[]; asked: RowsAsked; version: number }

function Rows({ of, columns, items, asked, version }: RowsProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <TableFrame label={say('table.of', { what: of.title })}>
      <table className="t t--data">
        <thead>
          <tr>
            {columns.map((column) => {
              const isUp = asked.sort === column.name
              const isDown = asked.sort === `-${column.name}`
              return (
                <th
                  key={column.name}
                  scope="col"
                  className={isFigure(column.type) ? 'n' : undefined}
                  aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
                >
                  <a
                    href={rowsHref(of.slug, { ...asked, sort: isUp ? `-${column.name}` : column.name })}
                    aria-label={say('dataset.sort-by', { column: withUnit(column) })}
                  >
                    {withUnit(column)}
                    {isUp || isDown ? <Icon name={isUp ? 'arrow-up' : 'arrow-down'} /> : null}
                  </a>
                </th>
              )
            })}
            <th scope="col" className="rowact">
              <span className="vh">{say('figures.report-head')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ row, values }) => (
            <tr key={row}>
              {columns.map((column) => (
                <td key={column.name} className={isFigure(column.type) ? 'n' : undefined}>
                  <bdi>{clipped(valueWords(values[column.name] ?? null, column, language, say))}</bdi>
                </td>
              ))}
              <td className="rowact">
                <a
                  href={reportFigureHref(of.slug, { 'phien-ban': version, dong: row })}
                  aria-label={say('figures.report-row')}
                  title={say('figures.report-row')}
                  rel="nofollow"
                >
                  <Icon name="flag" />
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

const LONGEST = 200
const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
