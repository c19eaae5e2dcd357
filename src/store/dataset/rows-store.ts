import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { plainLetters } from '../../base/fold.ts'
import type { ColumnType } from '../../kernel/dataset/cell/column.ts'
import type { DatasetPorts } from '../../operations/dataset/ports.ts'
import type { PlaceText, RowOut, RowQuestion, RowTest, Summary } from '../../operations/dataset/rows/rows.ts'
import type { Tables } from '../tables.ts'
import { type At, asText, column, placesAsText, tableOf, there, valuesOf } from './cells.ts'
import { sqlTypes, unitCells } from './columns.ts'
import { keptPeriod, monthsOf, periodKept } from './periods.ts'

/**
 * Rows of datasets. Tables and columns are called d1, c1 …: names of ours, never those of a file. A version is the rows that
 * were there from before it, or with it, and had not gone by it; so reading an earlier one is the same question. [DAT-8]
 */
const cast = (value: string, type: ColumnType): RawBuilder<unknown> => sql`${value}::text::${sql.raw(sqlTypes[type])}`

const operators = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' } as const

/** Letters with marks of Europe and of Vietnam, and dashes, with the plain ones they are searched by, as `translate` wants them. */
const MARKED_LETTERS = [...'–—‑', ...between(0xe0, 0x17f), 'ơ', 'ư', ...between(0x1ea1, 0x1ef9)].filter(
  (letter) => plainLetters(letter) !== letter && plainLetters(letter).length === 1 && letter === letter.toLowerCase(),
)
const MARKED = MARKED_LETTERS.join('')
const PLAIN = MARKED_LETTERS.map(plainLetters).join('')

function between(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))
}

function tested(test: RowTest, at: At): RawBuilder<SqlBool> {
  const of = at.columns[test.column]
  const name = column(at, test.column)
  if (of === undefined) return sql<SqlBool>`false`
  if (test.op === 'empty') return sql<SqlBool>`${name} is null`
  if (test.op === 'any') return sql<SqlBool>`${name} is not null`
  if (test.op === 'has') {
    // every sign is itself: no pattern is made of what was typed [DAT-94]
    const words = plainLetters(test.value)
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word) => sql<SqlBool>`strpos(translate(lower(${name}), ${MARKED}, ${PLAIN}), ${word}) > 0`)
    return words.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(words, sql` and `)}`
  }
  if (of.type === 'period') return periodTested(name, test.op, test.value)
  return sql<SqlBool>`${name} ${sql.raw(operators[test.op])} ${cast(test.value, of.type)}`
}

/**
 * From a period on is what begins with it or later, up to it what ends with it or before; less and greater is what lies wholly before
 * or behind it: of months and of quarters «ge 2023-Q2» is the same stretch of time. [DAT-140]
 */
function periodTested(name: RawBuilder<unknown>, op: keyof typeof operators, value: string): RawBuilder<SqlBool> {
  const { first, last } = monthsOf(value)
  const ends = sql`left(${name}, 5) || right(${name}, 2)`
  switch (op) {
    case 'eq':
    case 'ne':
      return sql<SqlBool>`${name} ${sql.raw(operators[op])} ${cast(keptPeriod(value), 'period')}`
    case 'ge':
      return sql<SqlBool>`${name} >= ${cast(first, 'period')}`
    case 'gt':
      return sql<SqlBool>`left(${name}, 7) > ${cast(last, 'period')}`
    case 'le':
      return sql<SqlBool>`${ends} <= ${cast(last, 'period')}`
    case 'lt':
      return sql<SqlBool>`${ends} < ${cast(first, 'period')}`
  }
}

const narrowed = (at: At, tests: readonly RowTest[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.join([there(at.n), ...tests.map((test) => tested(test, at))], sql` and `)}`

type Raw = { readonly id: bigint; readonly cells: readonly (string | null)[] }

/** Behind a row of that value; null: among those that have none, which come last and are a stretch of their own. */
type After = { readonly id: string; readonly value: string | null }

/** A page of rows, by key: those after the last of the page before, in the order of a column and then of the row. */
export function rowsPage(at: At, { tests, sort, limit }: Omit<RowQuestion, 'after'>, after: After | null): RawBuilder<Raw> {
  const cells = sql`array[${asText(at)}${placesAsText(at)}]::text[] as cells`
  if (sort === null) {
    const from = after === null ? sql<SqlBool>`true` : sql<SqlBool>`id > ${after.id}::bigint`
    return sql<Raw>`select id, ${cells} from ${tableOf(at)} where ${narrowed(at, tests)} and ${from} order by id limit ${limit}`
  }
  const of = column(at, sort.column)
  const type = at.columns[sort.column]?.type ?? 'text'
  const order = sql.raw(sort.descending ? 'desc' : 'asc')
  const stretch = (isNull: boolean, from: RawBuilder<SqlBool>): RawBuilder<Raw> =>
    sql<Raw>`select id, ${cells} from ${tableOf(at)}
      where ${narrowed(at, tests)} and ${of} is ${sql.raw(isNull ? 'null' : 'not null')} and ${from}
      order by ${isNull ? sql`id` : sql`${of} ${order}, id ${order}`} limit ${limit}`
  if (after?.value === null) return stretch(true, sql<SqlBool>`id > ${after.id}::bigint`)
  const from =
    after === null
      ? sql<SqlBool>`true`
      : sql<SqlBool>`(${of}, id) ${sql.raw(sort.descending ? '<' : '>')} (${cast(after.value, type)}, ${after.id}::bigint)`
  return stretch(false, from)
}

/** What a row says in the column of the order, which may be longer than any address is. */
export const sortedAs = (at: At, position: number, id: string) =>
  sql<{
    value: string | null
  }>`select ${column(at, position)}::text as value from ${tableOf(at)} where id = ${id}::bigint and ${there(at.n)}`

export async function pageOfRows(
  db: Kysely<Tables>,
  at: At,
  question: RowQuestion,
): Promise<{ readonly items: readonly RowOut[]; readonly next: string | null; readonly lost?: true }> {
  const { sort, after: id } = question
  let after: After | null = id === null ? null : { id, value: null }
  if (id !== null && sort !== null) {
    const [last] = (await sortedAs(at, sort.column, id).execute(db)).rows
    if (last === undefined) return { items: [], next: null, lost: true }
    after = { id, value: last.value }
  }
  const most = question.limit + 1
  const { rows } = await rowsPage(at, { ...question, limit: most }, after).execute(db)
  const found = [...rows]
  // the stretch of those with a value may end in the middle of a page
  if (sort !== null && found.length < most && after?.value !== null) {
    const rest = await rowsPage(at, { ...question, limit: most - found.length }, { id: '0', value: null }).execute(db)
    found.push(...rest.rows)
  }
  const items = found.slice(0, question.limit)
  const last = found.length > question.limit ? items.at(-1) : undefined
  return {
    items: items.map((row) => ({
      id: String(row.id),
      values: valuesOf(at.columns, row.cells),
      places: unitCells(at.columns, row.cells),
    })),
    next: last === undefined ? null : String(last.id),
  }
}

/** Of a long list some from all over: the first of a table are of one province. */
export function placeTexts(at: At, position: number, tests: readonly RowTest[], most: number): RawBuilder<PlaceText> {
  const unit = unitCells(at.columns, at.cells)[position] ?? null
  const kept = unit === null ? sql`null::text` : sql`${sql.ref(unit)}::text`
  const text = sql`${column(at, position)}::text`
  return sql<PlaceText>`select text, kept
    from (
      select distinct ${text} as text, ${kept} as kept from ${tableOf(at)} where ${narrowed(at, tests)} and ${column(at, position)} is not null
    ) named
    order by md5(text), kept
    limit ${most}`
}

export const countedRows = (at: At, tests: readonly RowTest[], most: number) =>
  sql<{ n: number }>`select count(*)::int as n from (select 1 from ${tableOf(at)} where ${narrowed(at, tests)} limit ${most}) found`

export async function countRows(db: Kysely<Tables>, at: At, tests: readonly RowTest[], most: number): Promise<number> {
  const { rows } = await countedRows(at, tests, most).execute(db)
  return rows[0]?.n ?? 0
}

/** Longer than so many days are shown by month, and longer than so many months by year. */
const DAYS = 120
const MONTHS = 3700

const formats = { day: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' } as const
type Grouping = Parameters<DatasetPorts['datasets']['summarise']>[1]

export const spanOf = (at: At, by: number, tests: readonly RowTest[]) =>
  sql<{
    days: number | null
  }>`select (max(${column(at, by)})::date - min(${column(at, by)})::date)::int as days from ${tableOf(at)} where ${narrowed(at, tests)}`

/** As text: a sum may be greater, or nearer to nothing, than the doubles of the database are. */
type Grouped = { key: string | null; line: string | null; value: string | null; rows: number }

/** Times as they follow one another; kinds by their measure, the greatest first. */
export function groupedRows(at: At, { by, of, measure, tests, most, lines }: Grouping, step: Summary['step']) {
  const key = step === 'value' ? sql`${column(at, by)}::text` : sql`to_char(${column(at, by)}, ${formats[step]})`
  const value = of === null || measure === 'count' ? sql`count(*)` : sql`${sql.raw(measure)}(${column(at, of)})`
  const isTime = step !== 'value' || ['integer', 'period'].includes(at.columns[by]?.type ?? '')
  if (lines !== null) {
    const line = sql`${column(at, lines.column)}::text`
    const only = at.columns[lines.column]?.type === 'period' ? lines.only.map(keptPeriod) : lines.only
    const named = only.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${line} = any (${sql.val([...only])}::text[])`
    return sql<Grouped>`
    with chosen as (
      select ${line} as line from ${tableOf(at)} where ${narrowed(at, tests)} and ${named} group by 1 order by count(*) desc, 1 limit ${lines.most}
    )
    select ${key} as key, ${line} as line, (${value})::text as value, count(*)::int as rows
    from ${tableOf(at)}
    where ${narrowed(at, tests)} and ${line} in (select line from chosen)
    group by 1, 2
    order by 1, 2
    limit ${most}`
  }
  return sql<Grouped>`
    select ${key} as key, null::text as line, (${value})::text as value, count(*)::int as rows
    from ${tableOf(at)}
    where ${narrowed(at, tests)}
    group by 1
    order by ${isTime ? sql`1` : sql`${value} desc nulls last, 1`}
    limit ${most}`
}

export async function summarised(db: Kysely<Tables>, at: At, question: Grouping): Promise<Summary> {
  const type = at.columns[question.by]?.type
  let step: Summary['step'] = 'value'
  if (type === 'day' || type === 'instant') {
    const { rows } = await spanOf(at, question.by, question.tests).execute(db)
    const days = rows[0]?.days ?? 0
    step = days <= DAYS ? 'day' : days <= MONTHS ? 'month' : 'year'
  }
  const { rows } = await groupedRows(at, question, step).execute(db)
  const lines = question.lines === null ? undefined : at.columns[question.lines.column]?.type
  const told = (text: string | null, of: ColumnType | undefined): string | null =>
    text !== null && of === 'period' ? periodKept(text) : text
  return {
    step,
    items: rows.map((row) => ({ ...row, key: told(row.key, type), line: told(row.line, lines), value: drawable(row.value) })),
  }
}

/** @returns null: none, or one that no double holds */
function drawable(text: string | null): number | null {
  const value = text === null ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : null
}
