import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { VersionPair as Pair } from '../../operations/dataset/ports.ts'
import type { KeyChange, RowChange } from '../../operations/dataset/rows/rows.ts'
import type { Tables } from '../tables.ts'
import { type At, asText, tableOf, there, valuesOf } from './cells.ts'
import { comparedCells, differs, joined } from './difference.ts'

/**
 * What versions of one table differ in: as a person looks at it, with both sides, and as a neighbour takes it over, by keys. Rows
 * are the same where their keys are, whatever became of them between the two. [DAT-91]
 */
type Page = { readonly after: string | null; readonly limit: number }

/**
 * Rows `b` of the earlier version that ended, beside rows `a` of the later that came since. Those that stood through say the same,
 * and are neither, unless a column went and came again, or changed its type, between the two: then its cells are others.
 */
function beside({ to, from, key }: Pair): RawBuilder<unknown> {
  const isWhole = comparedCells(to, from).some(([a, b]) => a.slice(1) !== b.slice(1))
  const ended = isWhole ? there(from.n) : sql<SqlBool>`from_n <= ${from.n} and to_n > ${from.n} and to_n <= ${to.n}`
  const came = isWhole ? there(to.n) : sql<SqlBool>`from_n > ${from.n} and ${there(to.n)}`
  return sql`(select * from ${tableOf(to)} where ${ended}) b
    full join (select * from ${tableOf(to)} where ${came}) a on ${sql.raw(joined(key, to, from))}`
}

/** One that changed and changed back, or went and came again as it was, says the same. */
const isTold = ({ to, from }: Pair): RawBuilder<SqlBool> =>
  sql<SqlBool>`(a.id is null or b.id is null or ${sql.raw(differs(comparedCells(to, from)))})`

/** The file of the later version has it, but so that it could not be taken. [DAT-112] */
const isLeftOut = ({ to }: Pair): RawBuilder<SqlBool> =>
  sql<SqlBool>`(a.id is null and exists (select from dataset_left_out l where l.store = ${to.store} and l.n = ${to.n} and l.row_id = b.id))`

type RawChange = {
  readonly left: boolean
  readonly id: bigint
  readonly was: readonly (string | null)[] | null
  readonly became: readonly (string | null)[] | null
}

export const changedRows = (pair: Pair, after: string, limit: number) => sql<RawChange>`
  select coalesce(a.id, b.id) as id,
    case when b.id is not null then array[${asText(pair.from, 'b')}]::text[] end as was,
    case when a.id is not null then array[${asText(pair.to, 'a')}]::text[] end as became,
    ${isLeftOut(pair)} as "left"
  from ${beside(pair)}
  where coalesce(a.id, b.id) > ${after}::bigint and ${isTold(pair)}
  order by 1
  limit ${limit}`

export async function differencesOf(
  db: Kysely<Tables>,
  pair: Pair,
  page: Page,
): Promise<{ readonly items: readonly RowChange[]; readonly next: string | null }> {
  const { rows } = await changedRows(pair, page.after ?? '0', page.limit + 1).execute(db)
  const items = rows.slice(0, page.limit).map(
    (row): RowChange => ({
      kind: row.was === null ? 'added' : row.became === null ? 'removed' : 'changed',
      id: String(row.id),
      before: row.was === null ? null : valuesOf(pair.from.columns, row.was),
      after: row.became === null ? null : valuesOf(pair.to.columns, row.became),
      leftOut: row.left,
    }),
  )
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null }
}

type RawKeyChange = {
  readonly id: bigint
  readonly left: boolean
  readonly was: boolean
  readonly n: number
  readonly key: readonly (string | null)[]
  readonly became: readonly (string | null)[] | null
}

/**
 * What became of keys since a version. Rows that were thinned out have their keys still, so that this is answered of every version
 * of the table; what they said is gone, and a key that came again is told whatever it says. [DAT-44]
 */
export const changedKeys = (pair: Pair, isThinned: boolean, after: string, limit: number) => {
  const keyOf = (at: At, of: string) =>
    asText(
      at,
      of,
      pair.key.map((name) => at.columns.findIndex((column) => column.name === name)),
    )
  return sql<RawKeyChange>`
  select coalesce(a.id, b.id) as id, b.id is not null as was, coalesce(a.from_n, b.to_n) as n,
    case when a.id is null then array[${keyOf(pair.from, 'b')}]::text[] else array[${keyOf(pair.to, 'a')}]::text[] end as key,
    case when a.id is not null then array[${asText(pair.to, 'a')}]::text[] end as became,
    ${isLeftOut(pair)} as "left"
  from ${beside(pair)}
  where coalesce(a.id, b.id) > ${after}::bigint and ${isThinned ? sql<SqlBool>`true` : isTold(pair)}
  order by 1
  limit ${limit}`
}

export async function changesOf(
  db: Kysely<Tables>,
  pair: Pair,
  isThinned: boolean,
  page: Page,
): Promise<{ readonly items: readonly KeyChange[]; readonly next: string | null }> {
  const { rows } = await changedKeys(pair, isThinned, page.after ?? '0', page.limit + 1).execute(db)
  const { columns } = pair.to
  const keyed = pair.key.flatMap((name) => columns.find((column) => column.name === name) ?? [])
  const items = rows.slice(0, page.limit).map(
    (row): KeyChange => ({
      kind: row.became === null ? 'removed' : row.was ? 'changed' : 'added',
      id: String(row.id),
      n: row.n,
      key: valuesOf(keyed, row.key),
      values: row.became === null ? null : valuesOf(columns, row.became),
      leftOut: row.left,
    }),
  )
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null }
}
