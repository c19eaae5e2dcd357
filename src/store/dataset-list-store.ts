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
  if (filter.locality !== null && without !== 'locality') tests.push(sql<SqlBool>`${filter.locality} = any (localities)`)
  if (filter.format !== null && without !== 'format') tests.push(sql<SqlBool>`${format} = ${filter.format}`)
  return sql<SqlBool>`${sql.join(tests, sql` and `)}`
}

/** How a list is ordered: by what, and what comes after the last of a page before. */
type Ordered = { readonly by: ReturnType<typeof sql>; readonly from: ReturnType<typeof sql<SqlBool>> }

function orderedBy({ order, q, after }: DatasetFilter): Ordered {
  const [last = '', id = ''] = readKey(after) ?? []
  const isAt = after !== null && isUuid(id)
  if (order === 'title') {
    const title = sql`dataset.title collate vietnamese`
    return { by: sql`${title}, dataset.id`, from: isAt ? sql<SqlBool>`(${title}, dataset.id) > (${last}, ${id}::uuid)` : ALL }
  }
  const newest = sql`dataset.changed_at desc, dataset.id desc`
  const older = (at: string) => sql<SqlBool>`(dataset.changed_at, dataset.id) < (${at}::timestamptz, ${id}::uuid)`
  if (order === 'changed') return { by: newest, from: isAt && isInstantKey(last) ? older(last) : ALL }
  const place = calledAt(q)
  const [at = '', instant = ''] = last.split(' ')
  return {
    by: sql`${place}, ${newest}`,
    from: isAt && isInstantKey(instant) ? sql<SqlBool>`(${place} > ${at}::int or (${place} = ${at}::int and ${older(instant)}))` : ALL,
  }
}

const ALL = sql<SqlBool>`true`

/** Where the words stand in what is searched, which begins with the title; last of all where they do not stand together. */
const calledAt = (q: string | null) => sql<number>`coalesce(nullif(strpos(dataset.search, ${fold(q ?? '')}), 0), 100000)`

export const listDatasets = (db: Kysely<Tables>, filter: DatasetFilter) => {
  const { by, from } = orderedBy(filter)
  // the page is cut before versions are looked at: whether a version is seen is asked of twenty, not of all
  const page = db
    .selectFrom('dataset')
    .select('id')
    .where(narrowed(filter))
    .where(from)
    .orderBy(by)
    .limit(filter.limit + 1)
  return datasets(db, filter.on).select(calledAt(filter.q).as('called_at')).where('dataset.id', 'in', page).orderBy(by)
}

export async function list(db: Kysely<Tables>, filter: DatasetFilter): ReturnType<DatasetPorts['datasets']['list']> {
  const rows = await listDatasets(db, filter).execute()
  const items = rows.slice(0, filter.limit)
  const last = rows.length > filter.limit ? items.at(-1) : undefined
  const keys = (row: NonNullable<typeof last>) => ({ title: row.title, changed: row.changed_at, fit: `${row.called_at} ${row.changed_at}` })
  return { items: items.map(stored), next: last === undefined ? null : writeKey(keys(last)[filter.order], last.id) }
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
    from kind ${facet === 'theme' ? sql`cross join unnest(themes) as theme` : facet === 'locality' ? sql`cross join unnest(localities) as locality` : sql``}
    where ${narrowed(chosen, facet)}
    group by 2`
  return sql<{ facet: keyof Facets | 'total'; value: string | null; n: number }>`
    with found as materialized (
      select themes, localities, access, custodian, cadence, ${formatOn(filter.on)} as current_format
      from dataset
      where ${narrowed({ ...everyDataset, q: filter.q, on: filter.on })}
    ),
    kind as (
      select themes, localities, access, custodian, cadence, current_format, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    )
    select * from (${sql.join(
      [
        sql`select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where ${narrowed(chosen)}`,
        of('theme', sql`theme`),
        of('locality', sql`locality`),
        of('access', sql`access`),
        of('custodian', sql`custodian`),
        of('cadence', sql`cadence`),
        of('format', sql`current_format`),
      ],
      sql` union all `,
    )}) counted
    order by n desc, value collate vietnamese`
}

const everyDataset: FilterOf = {
  order: 'changed',
  locality: null,
  q: null,
  theme: null,
  access: null,
  custodian: null,
  cadence: null,
  format: null,
  on: null,
}

export async function facets(db: Kysely<Tables>, filter: DatasetFilter): ReturnType<DatasetPorts['datasets']['facets']> {
  const { rows } = await facetsOf(filter).execute(db)
  const of = (facet: keyof Facets) =>
    rows.filter((row) => row.facet === facet && row.value !== null).map((row) => ({ of: row.value ?? '', n: row.n }))
  return {
    total: rows.find((row) => row.facet === 'total')?.n ?? 0,
    facets: {
      theme: of('theme'),
      locality: of('locality'),
      access: of('access'),
      custodian: of('custodian'),
      cadence: of('cadence'),
      format: of('format'),
    },
  }
}
