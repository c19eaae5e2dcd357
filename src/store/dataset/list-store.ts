import { type Kysely, type SqlBool, sql } from 'kysely'
import { fold } from '../../base/fold.ts'
import type { DatasetFilter, DatasetPorts, Facets } from '../../operations/dataset/ports.ts'
import { isInstantKey, isUuid, readKey, writeKey } from '../page-key.ts'
import type { Tables } from '../tables.ts'
import { stored } from './row.ts'
import { calledAt, nothingSaid, type Registers, type Said, saidIn, saysAll } from './said.ts'

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
      'rows_left_out',
      'empty_cells',
      'bad_rows',
      'bad_sha256',
      'file_sha256',
      'file_more',
      'columns_out',
      'file_name',
      'format',
      'encoding',
      'valid_on',
      'note',
      'corrects',
      'recorded_at',
      'recorded_by',
      'thinned_at',
      // a correction of figures of the same day is no later figure [DAT-15]
      sql<string>`coalesce((
  select min(v.recorded_at) from dataset_version v
  where v.dataset_id = dataset.id and v.n <= dataset_version.n and v.valid_on = dataset_version.valid_on
), recorded_at)`.as('figures_since'),
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

/** As the policy lets it be seen. */
export const firstVersion = (db: Kysely<Tables>) =>
  db
    .selectFrom('dataset_version')
    .innerJoin('dataset', 'dataset.id', 'dataset_version.dataset_id')
    .select(sql<string | null>`min(dataset_version.recorded_at)::date::text`.as('begun'))

export const versionsOf = (db: Kysely<Tables>, id: string) =>
  db.selectFrom('dataset_version').selectAll().where('dataset_id', '=', id).orderBy('n', 'desc')

type FilterOf = Omit<DatasetFilter, 'after' | 'limit' | 'q'> & { readonly said: Said | null }
type Asked = DatasetFilter & { readonly said: Said | null }

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
  if (filter.said !== null) tests.push(saysAll(filter.said))
  if (filter.theme !== null && without !== 'theme') tests.push(sql<SqlBool>`${filter.theme} = any (themes)`)
  if (filter.access !== null && without !== 'access') tests.push(sql<SqlBool>`access = ${filter.access}`)
  if (filter.custodian !== null && without !== 'custodian') tests.push(sql<SqlBool>`custodian = ${filter.custodian}`)
  if (filter.cadence !== null && without !== 'cadence') tests.push(sql<SqlBool>`cadence = ${filter.cadence}`)
  if (filter.locality !== null && without !== 'locality') tests.push(sql<SqlBool>`${filter.locality} = any (localities)`)
  if (filter.format !== null && without !== 'format') tests.push(sql<SqlBool>`${format} = ${filter.format}`)
  return sql<SqlBool>`${sql.join(tests, sql` and `)}`
}

/** How a list is ordered, by columns of what was found: by what, and what comes after the last of a page before. */
type Ordered = { readonly by: ReturnType<typeof sql>; readonly from: ReturnType<typeof sql<SqlBool>> }

function orderedBy({ order, after }: Pick<DatasetFilter, 'order' | 'after'>): Ordered {
  const [last = '', id = ''] = readKey(after) ?? []
  const isAt = after !== null && isUuid(id)
  if (order === 'title') {
    const title = sql`title collate vietnamese`
    return { by: sql`${title}, id`, from: isAt ? sql<SqlBool>`(${title}, id) > (${last}, ${id}::uuid)` : ALL }
  }
  const newest = sql`changed_at desc, id desc`
  const older = (at: string) => sql<SqlBool>`(changed_at, id) < (${at}::timestamptz, ${id}::uuid)`
  if (order === 'changed') return { by: newest, from: isAt && isInstantKey(last) ? older(last) : ALL }
  const [at = '', instant = ''] = last.split(' ')
  return {
    by: sql`called_at, ${newest}`,
    from: isAt && isInstantKey(instant) ? sql<SqlBool>`(called_at > ${at}::int or (called_at = ${at}::int and ${older(instant)}))` : ALL,
  }
}

const ALL = sql<SqlBool>`true`

/**
 * Which datasets a page has, how many there are, and of each facet how many there would be with the other filters: so that another
 * choice is offered with its number. Words are looked for once, and what was found is counted by kind before kinds are added up.
 * Localities are counted by themselves: with them there are nearly as many kinds as datasets.
 */
export const catalogueOf = (filter: Asked) => {
  // of what was found: it is of that day already, and says whether it is of the locality
  const chosen = { ...filter, said: null, on: null, locality: null }
  const format = sql<string | null>`current_format`
  const { by, from } = orderedBy(filter)
  // where no words are looked for an index has them in their order, and the page is there before all are gone through
  const candidates =
    filter.said === null
      ? sql`(select id, title, changed_at, 0 as called_at from dataset where ${narrowed(filter)})`
      : sql`(select id, title, changed_at, called_at from found where ${narrowed(chosen, null, format)} and here)`
  const of = (facet: Exclude<keyof Facets, 'locality'>, value: ReturnType<typeof sql>) => sql`
    select ${sql.lit(facet)} as facet, ${value} as value, sum(n)::int as n
    from kind ${facet === 'theme' ? sql`cross join unnest(themes) as theme` : sql``}
    where ${narrowed(chosen, facet, format)} and here
    group by 2`
  return sql<{ facet: keyof Facets | 'total' | 'page'; value: string | null; n: number }>`
    with found as materialized (
      select id, changed_at,
        ${filter.order === 'title' ? sql`title` : sql`''`} as title, ${filter.order === 'fit' ? calledAt(filter.said ?? nothingSaid) : sql`0`} as called_at,
        themes, localities, access, custodian, cadence, ${formatOn(filter.on)} as current_format,
        ${filter.locality === null ? sql`true` : sql`${filter.locality} = any (localities)`} as here
      from dataset
      where ${narrowed({ ...everyDataset, said: filter.said, on: filter.on })}
    ),
    kind as (
      select themes, access, custodian, cadence, current_format, here, count(*) as n from found group by 1, 2, 3, 4, 5, 6
    ),
    page as (
      select id, row_number() over (order by ${by}) as n from (
        select id, title, changed_at, called_at from ${candidates} candidate
        where ${from}
        order by ${by} limit ${filter.limit + 1}
      ) cut
    )
    select * from (${sql.join(
      [
        sql`select 'page' as facet, id::text as value, n::int from page`,
        sql`select 'total' as facet, null as value, coalesce(sum(n), 0)::int as n from kind where ${narrowed(chosen, null, format)} and here`,
        of('theme', sql`theme`),
        sql`
    select 'locality' as facet, locality as value, sum(n)::int as n
    from (select localities, count(*) as n from found where ${narrowed(chosen, null, format)} group by 1) placed
    cross join unnest(localities) as locality
    group by 2`,
        of('access', sql`access`),
        of('custodian', sql`custodian`),
        of('cadence', sql`cadence`),
        of('format', sql`current_format`),
      ],
      sql` union all `,
    )}) counted
    order by n desc, value collate vietnamese`
}

/** Whether a version is seen is asked of the twenty of a page, not of all. */
export const listedDatasets = (db: Kysely<Tables>, { said, on }: Pick<Asked, 'said' | 'on'>, ids: readonly string[]) =>
  datasets(db, on)
    .select(calledAt(said ?? nothingSaid).as('called_at'))
    .where('dataset.id', 'in', ids)

export async function list(db: Kysely<Tables>, registers: Registers, asked: DatasetFilter): ReturnType<DatasetPorts['datasets']['list']> {
  const filter = { ...asked, said: asked.q === null ? null : await saidIn(registers, asked.q) }
  const { rows } = await catalogueOf(filter).execute(db)
  const place = new Map(rows.flatMap(({ facet, value, n }) => (facet === 'page' && value !== null ? [[value, n] as const] : [])))
  const found = place.size === 0 ? [] : await listedDatasets(db, filter, [...place.keys()]).execute()
  const ordered = found.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  const items = ordered.slice(0, filter.limit)
  const last = ordered.length > filter.limit ? items.at(-1) : undefined
  const keys = (row: NonNullable<typeof last>) => ({ title: row.title, changed: row.changed_at, fit: `${row.called_at} ${row.changed_at}` })
  const of = (facet: keyof Facets) =>
    rows.filter((row) => row.facet === facet && row.value !== null).map((row) => ({ of: row.value ?? '', n: row.n }))
  return {
    items: items.map(stored),
    next: last === undefined ? null : writeKey(keys(last)[filter.order], last.id),
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

const everyDataset: FilterOf = {
  order: 'changed',
  locality: null,
  said: null,
  theme: null,
  access: null,
  custodian: null,
  cadence: null,
  format: null,
  on: null,
}
