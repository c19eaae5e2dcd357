import { type Kysely, type SqlBool, sql } from 'kysely'
import { fold } from '../base/fold.ts'
import type { DatasetFilter, DatasetPorts, Facets } from '../operations/dataset/ports.ts'
import { stored } from './dataset-row.ts'
import { isInstantKey, isUuid, readKey, writeKey } from './page-key.ts'
import type { Tables } from './tables.ts'

/** Datasets as they are looked for: by words and by kinds, with how many there are of each. */
/** The row of a dataset with its current version beside it, or that of a past day. */
export const datasets = (db: Kysely<Tables>, on: string | null = null) =>
  db
    .selectFrom('dataset')
    .innerJoin('dataset_version', (join) =>
      join
        .onRef('dataset_version.dataset_id', '=', 'dataset.id')
        .on('dataset_version.n', '=', on === null ? sql.ref<number>('dataset.current') : versionOn(on)),
    )
    .selectAll('dataset')
    .select([
      'n',
      'store',
      'columns',
      'cells',
      'key',
      'rows',
      'rows_added',
      'rows_changed',
      'rows_removed',
      'empty_cells',
      'bad_rows',
      'bad_sha256',
      'file_sha256',
      'file_name',
      'format',
      'encoding',
      'valid_on',
      'note',
      'corrects',
      'recorded_at',
      'recorded_by',
      'thinned_at',
    ])

export const oneDataset = (db: Kysely<Tables>, idOrSlug: string) =>
  datasets(db).where(isUuid(idOrSlug) ? 'dataset.id' : 'dataset.slug', '=', idOrSlug)

/** What is looked for begins with the title: of the few that begin alike the caller takes the one that is. */
export const titledLike = (db: Kysely<Tables>, title: string) =>
  db
    .selectFrom('dataset')
    .select(['title', 'slug'])
    .where('current', '>', 0)
    .where('search', 'like', `${fold(title)}%`)
    .orderBy('changed_at', 'desc')
    .orderBy('id')

export const versionsOf = (db: Kysely<Tables>, id: string) =>
  db.selectFrom('dataset_version').selectAll().where('dataset_id', '=', id).orderBy('n', 'desc')

type FilterOf = Omit<DatasetFilter, 'after' | 'limit'>

/** The version in force at the end of a day, of the dataset that is looked at; null: there was none yet. */
const versionOn = (on: string): ReturnType<typeof sql<number>> => sql<number>`(
  select max(v.n) from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= ${on}::date
)`

/** What the version was made of: beside the dataset for today, asked of the version for a past day. */
const formatOn = (on: string | null): ReturnType<typeof sql<string | null>> =>
  on === null
    ? sql<string | null>`current_format`
    : sql<string | null>`(
  select v.format from dataset_version v where v.dataset_id = dataset.id and v.recorded_at::date <= ${on}::date order by v.n desc limit 1
)`

/** @param format how the format of a row is asked for: of kinds that were counted it has a name already */
const narrowed = (
  filter: FilterOf,
  without: keyof Facets | null = null,
  format: ReturnType<typeof sql<string | null>> = formatOn(filter.on),
): ReturnType<typeof sql<SqlBool>> => {
  const tests = [filter.on === null ? sql<SqlBool>`true` : sql<SqlBool>`${versionOn(filter.on)} is not null`]
  if (filter.q !== null)
    for (const word of fold(filter.q)
      .split(' ')
      .filter((one) => one !== ''))
      tests.push(sql<SqlBool>`search like ${`%${word}%`}`)
  if (filter.theme !== null && without !== 'theme') tests.push(sql<SqlBool>`${filter.theme} = any (themes)`)
  if (filter.access !== null && without !== 'access') tests.push(sql<SqlBool>`access = ${filter.access}`)
  if (filter.custodian !== null && without !== 'custodian') tests.push(sql<SqlBool>`custodian = ${filter.custodian}`)
  if (filter.cadence !== null && without !== 'cadence') tests.push(sql<SqlBool>`cadence = ${filter.cadence}`)
  if (filter.format !== null && without !== 'format') tests.push(sql<SqlBool>`${format} = ${filter.format}`)
  return sql<SqlBool>`${sql.join(tests, sql` and `)}`
}

export const listDatasets = (db: Kysely<Tables>, filter: DatasetFilter) => {
  const after = readKey(filter.after)
  // the page is cut before versions are looked at: whether a version is seen is asked of twenty, not of all
  let page = db
    .selectFrom('dataset')
    .select('id')
    .where(narrowed(filter))
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
  if (after !== null && isUuid(after[1]) && isInstantKey(after[0]))
    page = page.where(sql<SqlBool>`(changed_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return datasets(db, filter.on).where('dataset.id', 'in', page).orderBy('changed_at', 'desc').orderBy('dataset.id', 'desc')
}

export async function list(db: Kysely<Tables>, filter: DatasetFilter): ReturnType<DatasetPorts['datasets']['list']> {
  const rows = await listDatasets(db, filter).execute()
  const items = rows.slice(0, filter.limit)
  const last = rows.length > filter.limit ? items.at(-1) : undefined
  return { items: items.map(stored), next: last === undefined ? null : writeKey(last.changed_at, last.id) }
}

/**
 * How many there are, and of each facet how many there would be with the other filters: so that another choice is offered with
 * its number. Words are looked for once, and what was found is counted by kind before kinds are added up.
 */
export const facetsOf = (filter: FilterOf) => {
  // of kinds that were counted: they are of that day already
  const chosen = { ...filter, q: null, on: null }
  const of = (facet: keyof Facets, value: ReturnType<typeof sql>) => sql`
    select ${sql.lit(facet)} as facet, ${value} as value, sum(n)::int as n
    from kind ${facet === 'theme' ? sql`cross join unnest(themes) as theme` : sql``}
    where ${narrowed(chosen, facet)}
    group by 2`
  return sql<{ facet: keyof Facets | 'total'; value: string | null; n: number }>`
    with found as materialized (
      select themes, access, custodian, cadence, ${formatOn(filter.on)} as current_format
      from dataset
      where ${narrowed({ ...everyDataset, q: filter.q, on: filter.on })}
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, count(*) as n from found group by 1, 2, 3, 4, 5
    )
    ${sql.join(
      [
        sql`select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where ${narrowed(chosen)}`,
        of('theme', sql`theme`),
        of('access', sql`access`),
        of('custodian', sql`custodian`),
        of('cadence', sql`cadence`),
        of('format', sql`current_format`),
      ],
      sql` union all `,
    )} order by 3 desc, 2`
}

const everyDataset: FilterOf = { q: null, theme: null, access: null, custodian: null, cadence: null, format: null, on: null }

export async function facets(db: Kysely<Tables>, filter: DatasetFilter): ReturnType<DatasetPorts['datasets']['facets']> {
  const { rows } = await facetsOf(filter).execute(db)
  const of = (facet: keyof Facets) =>
    rows.filter((row) => row.facet === facet && row.value !== null).map((row) => ({ of: row.value ?? '', n: row.n }))
  return {
    total: rows.find((row) => row.facet === 'total')?.n ?? 0,
    facets: { theme: of('theme'), access: of('access'), custodian: of('custodian'), cadence: of('cadence'), format: of('format') },
  }
}
