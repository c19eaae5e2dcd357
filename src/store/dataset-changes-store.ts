import { type Kysely, type SqlBool, sql } from 'kysely'
import type { KeyChange, RowChange } from '../operations/dataset/rows.ts'
import { type At, asText, tableOf, there, valuesOf } from './dataset-cells.ts'
import { columnName } from './dataset-columns.ts'
import type { Tables } from './tables.ts'

/** What versions of one table differ in: as a person looks at it, with both sides, and as a neighbour takes it over, by keys. */
type RawChange = {
  readonly id: bigint
  readonly was: readonly (string | null)[] | null
  readonly became: readonly (string | null)[] | null
}

/** Rows that came or went between two versions of one table; a row that did both was changed. */
export const changedRows = (at: At, from: number, after: string, limit: number) => sql<RawChange>`
  select coalesce(o.id, w.id) as id,
    case when o.id is not null then array[${asText(at.columns, 'o')}]::text[] end as was,
    case when w.id is not null then array[${asText(at.columns, 'w')}]::text[] end as became
  from (select * from ${tableOf(at)} where from_n <= ${from} and to_n > ${from} and to_n <= ${at.n}) o
  full join (select * from ${tableOf(at)} where from_n > ${from} and ${there(at.n)}) w on w.id = o.id
  where coalesce(o.id, w.id) > ${after}::bigint
  order by 1
  limit ${limit}`

export async function differencesOf(
  db: Kysely<Tables>,
  at: At,
  from: number,
  page: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: readonly RowChange[]; readonly next: string | null }> {
  const { rows } = await changedRows(at, from, page.after ?? '0', page.limit + 1).execute(db)
  const items = rows.slice(0, page.limit).map(
    (row): RowChange => ({
      kind: row.was === null ? 'added' : row.became === null ? 'removed' : 'changed',
      id: String(row.id),
      before: row.was === null ? null : valuesOf(at.columns, row.was),
      after: row.became === null ? null : valuesOf(at.columns, row.became),
    }),
  )
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null }
}

type RawKeyChange = {
  readonly id: bigint
  readonly was: boolean
  readonly n: number
  readonly key: readonly (string | null)[]
  readonly became: readonly (string | null)[] | null
}

/**
 * What became of keys since a version. A key that went and came again was changed. Rows that were thinned out have their keys
 * still, so that this is answered of every version of the table. [DAT-44]
 */
export const changedKeys = (at: At, from: number, key: readonly number[], after: string, limit: number) => {
  const same = key.map((i) => sql<SqlBool>`${sql.ref(`w.${columnName(i)}`)} = ${sql.ref(`o.${columnName(i)}`)}`)
  return sql<RawKeyChange>`
  select coalesce(w.id, o.id) as id, o.id is not null as was, coalesce(w.from_n, o.to_n) as n,
    case when w.id is null then array[${asText(at.columns, 'o', key)}]::text[] else array[${asText(at.columns, 'w', key)}]::text[] end as key,
    case when w.id is not null then array[${asText(at.columns, 'w')}]::text[] end as became
  from (select * from ${tableOf(at)} where from_n <= ${from} and to_n > ${from} and to_n <= ${at.n}) o
  full join (select * from ${tableOf(at)} where from_n > ${from} and ${there(at.n)}) w on ${sql.join(same, sql` and `)}
  where coalesce(w.id, o.id) > ${after}::bigint
  order by 1
  limit ${limit}`
}

export async function changesOf(
  db: Kysely<Tables>,
  at: At,
  from: number,
  key: readonly number[],
  page: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: readonly KeyChange[]; readonly next: string | null }> {
  const { rows } = await changedKeys(at, from, key, page.after ?? '0', page.limit + 1).execute(db)
  const keyed = key.flatMap((i) => at.columns[i] ?? [])
  const items = rows.slice(0, page.limit).map(
    (row): KeyChange => ({
      kind: row.became === null ? 'removed' : row.was ? 'changed' : 'added',
      id: String(row.id),
      n: row.n,
      key: valuesOf(keyed, row.key),
      values: row.became === null ? null : valuesOf(at.columns, row.became),
    }),
  )
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null }
}
