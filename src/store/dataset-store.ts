import { type Kysely, type SqlBool, sql } from 'kysely'
import { fold } from '../base/fold.ts'
import type { Column } from '../kernel/dataset/column.ts'
import type { AccessClass, Cadence, Content, Theme } from '../kernel/dataset/describe.ts'
import type { DatasetFilter, DatasetPorts, Description, Facets, StoredDataset, StoredVersion } from '../operations/dataset/ports.ts'
import type { Context } from '../operations/operation.ts'
import { countRows, differencesOf, pageOfRows, summarised } from './dataset-rows-store.ts'
import { isInstantKey, isUuid, readKey, writeKey } from './page-key.ts'
import type { Tables } from './tables.ts'

/** What is known of datasets. Who may see one is the policy's business; its rows are read in `dataset-rows-store.ts`. */
export const datasetPorts = (db: Kysely<Tables>, context: Context): DatasetPorts => ({
  datasets: {
    list: (filter) => list(db, filter),
    facets: (filter) => facets(db, filter),
    async get(idOrSlug) {
      const row = await oneDataset(db, idOrSlug).executeTakeFirst()
      return row === undefined ? null : stored(row)
    },
    versions: async (id) => (await versionsOf(db, id).execute()).map(versionFrom),
    async add(id, it, sample) {
      const slug = await freeSlug(db, it.title)
      await db
        .insertInto('dataset')
        .values({
          id,
          slug,
          ...columnsOf(it),
          sample,
          search: searchOf(it, []),
          made_at: context.now,
          made_by: context.who.id,
          changed_at: context.now,
        })
        .execute()
      return { slug }
    },
    async describe(id, version, to) {
      const columns = await db
        .selectFrom('dataset')
        .innerJoin('dataset_version', (join) =>
          join.onRef('dataset_version.dataset_id', '=', 'dataset.id').onRef('dataset_version.n', '=', 'dataset.current'),
        )
        .select('columns')
        .where('dataset.id', '=', id)
        .executeTakeFirst()
      const done = await db
        .updateTable('dataset')
        .set({ ...columnsOf(to), search: searchOf(to, columns?.columns ?? []), version: version + 1, changed_at: context.now })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    async describeColumns(id, n, columns) {
      await db
        .updateTable('dataset_version')
        .set({ columns: JSON.stringify(columns) })
        .where('dataset_id', '=', id)
        .where('n', '=', n)
        .execute()
    },
    show: (id, version) => show(db, context, id, version),
    rows: (at, question) => pageOfRows(db, at, question),
    count: (at, tests, most) => countRows(db, at, tests, most),
    summarise: (at, question) => summarised(db, at, question),
    differences: (at, from, page) => differencesOf(db, at, from, page),
  },
})

const columnsOf = (it: Description) => ({
  title: it.title,
  description: it.description,
  custodian: it.custodian,
  basis: it.basis,
  access: it.access,
  licence: it.licence,
  attribution: it.attribution,
  source: it.source,
  cadence: it.cadence,
  themes: [...it.themes],
  contents: [...it.contents],
  territory: it.territory,
})

/** What words are looked for in. */
const searchOf = (it: Description, columns: readonly Column[]): string =>
  fold([it.title, it.description, it.source, it.territory, it.licence, ...columns.map((one) => one.label)].join(' ')).slice(0, 20_000)

const LONGEST_SLUG = 70

async function freeSlug(db: Kysely<Tables>, title: string): Promise<string> {
  const base = fold(title).replaceAll(' ', '-').slice(0, LONGEST_SLUG).replace(/-$/, '') || 'bo-du-lieu'
  // a slug of a dataset that he does not see is taken all the same
  const { rows } = await sql<{ slug: string }>`select dataset_slug(${base}) as slug`.execute(db)
  return rows[0]?.slug ?? base
}

/** The row of a dataset with its current version beside it. */
export const datasets = (db: Kysely<Tables>) =>
  db
    .selectFrom('dataset')
    .innerJoin('dataset_version', (join) =>
      join.onRef('dataset_version.dataset_id', '=', 'dataset.id').onRef('dataset_version.n', '=', 'dataset.current'),
    )
    .selectAll('dataset')
    .select([
      'n',
      'store',
      'columns',
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
      'recorded_at',
      'recorded_by',
    ])

export const oneDataset = (db: Kysely<Tables>, idOrSlug: string) =>
  datasets(db).where(isUuid(idOrSlug) ? 'dataset.id' : 'dataset.slug', '=', idOrSlug)

export const versionsOf = (db: Kysely<Tables>, id: string) =>
  db.selectFrom('dataset_version').selectAll().where('dataset_id', '=', id).orderBy('n', 'desc')

type FilterOf = Omit<DatasetFilter, 'after' | 'limit'>

const narrowed = (filter: FilterOf, without: keyof Facets | null = null): ReturnType<typeof sql<SqlBool>> => {
  const tests = [sql<SqlBool>`true`]
  if (filter.q !== null)
    for (const word of fold(filter.q)
      .split(' ')
      .filter((one) => one !== ''))
      tests.push(sql<SqlBool>`search like ${`%${word}%`}`)
  if (filter.theme !== null && without !== 'theme') tests.push(sql<SqlBool>`${filter.theme} = any (themes)`)
  if (filter.access !== null && without !== 'access') tests.push(sql<SqlBool>`access = ${filter.access}`)
  if (filter.custodian !== null && without !== 'custodian') tests.push(sql<SqlBool>`custodian = ${filter.custodian}`)
  if (filter.cadence !== null && without !== 'cadence') tests.push(sql<SqlBool>`cadence = ${filter.cadence}`)
  if (filter.format !== null && without !== 'format') tests.push(sql<SqlBool>`format = ${filter.format}`)
  return sql<SqlBool>`${sql.join(tests, sql` and `)}`
}

export const listDatasets = (db: Kysely<Tables>, filter: DatasetFilter) => {
  const after = readKey(filter.after)
  let page = datasets(db)
    .where(narrowed(filter))
    .orderBy('changed_at', 'desc')
    .orderBy('dataset.id', 'desc')
    .limit(filter.limit + 1)
  if (after !== null && isUuid(after[1]) && isInstantKey(after[0]))
    page = page.where(sql<SqlBool>`(changed_at, dataset.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return page
}

async function list(db: Kysely<Tables>, filter: DatasetFilter): ReturnType<DatasetPorts['datasets']['list']> {
  const rows = await listDatasets(db, filter).execute()
  const items = rows.slice(0, filter.limit)
  const last = rows.length > filter.limit ? items.at(-1) : undefined
  return { items: items.map(stored), next: last === undefined ? null : writeKey(last.changed_at, last.id) }
}

/**
 * How many there are, and of each facet how many there would be with the other filters: so that another choice is offered with
 * its number. Words are looked for once, in one pass.
 */
export const facetsOf = (filter: FilterOf) => {
  const chosen = { ...filter, q: null }
  const of = (facet: keyof Facets, value: ReturnType<typeof sql>) => sql`
    select ${sql.lit(facet)} as facet, ${value} as value, count(*)::int as n
    from found ${facet === 'theme' ? sql`cross join unnest(themes) as theme` : sql``}
    where ${narrowed(chosen, facet)}
    group by 2`
  return sql<{ facet: keyof Facets | 'total'; value: string | null; n: number }>`
    with found as materialized (
      select themes, access, custodian, cadence, format
      from dataset join dataset_version v on v.dataset_id = dataset.id and v.n = dataset.current
      where ${narrowed({ ...everyDataset, q: filter.q })}
    )
    ${sql.join(
      [
        sql`select 'total' as facet, null as value, count(*)::int as n from found where ${narrowed(chosen)}`,
        of('theme', sql`theme`),
        of('access', sql`access`),
        of('custodian', sql`custodian`),
        of('cadence', sql`cadence`),
        of('format', sql`format`),
      ],
      sql` union all `,
    )} order by 3 desc, 2`
}

const everyDataset: FilterOf = { q: null, theme: null, access: null, custodian: null, cadence: null, format: null }

async function facets(db: Kysely<Tables>, filter: DatasetFilter): ReturnType<DatasetPorts['datasets']['facets']> {
  const { rows } = await facetsOf(filter).execute(db)
  const of = (facet: keyof Facets) =>
    rows.filter((row) => row.facet === facet && row.value !== null).map((row) => ({ of: row.value ?? '', n: row.n }))
  return {
    total: rows.find((row) => row.facet === 'total')?.n ?? 0,
    facets: { theme: of('theme'), access: of('access'), custodian: of('custodian'), cadence: of('cadence'), format: of('format') },
  }
}

async function show(
  db: Kysely<Tables>,
  context: Context,
  id: string,
  version: Parameters<DatasetPorts['datasets']['show']>[1],
): Promise<void> {
  await db
    .insertInto('dataset_version')
    .values({
      dataset_id: id,
      n: version.n,
      store: version.store,
      columns: JSON.stringify(version.columns),
      key: [...version.key],
      rows: BigInt(version.rows),
      rows_added: big(version.added),
      rows_changed: big(version.changed),
      rows_removed: big(version.removed),
      empty_cells: BigInt(version.emptyCells),
      bad_rows: BigInt(version.badRows),
      bad_sha256: version.badSha256,
      file_sha256: version.fileSha256,
      file_name: version.fileName,
      format: version.format,
      encoding: version.encoding,
      valid_on: version.validOn,
      note: version.note,
      recorded_at: context.now,
      recorded_by: context.who.id,
    })
    .execute()
  const row = await db.selectFrom('dataset').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await db
    .updateTable('dataset')
    .set({ current: version.n, changed_at: context.now, search: searchOf(descriptionFrom(row), version.columns) })
    .where('id', '=', id)
    .execute()
}

const big = (n: number | null): bigint | null => (n === null ? null : BigInt(n))
const number = (n: bigint | null): number | null => (n === null ? null : Number(n))

type Row = Awaited<ReturnType<ReturnType<typeof oneDataset>['executeTakeFirstOrThrow']>>
type VersionRow = Pick<
  Row,
  'n' | 'store' | 'columns' | 'key' | 'rows' | 'rows_added' | 'rows_changed' | 'rows_removed' | 'empty_cells' | 'bad_rows'
> &
  Pick<Row, 'bad_sha256' | 'file_sha256' | 'file_name' | 'format' | 'encoding' | 'valid_on' | 'note' | 'recorded_at' | 'recorded_by'>

const versionFrom = (row: VersionRow): StoredVersion => ({
  n: row.n,
  store: row.store,
  columns: row.columns,
  key: row.key,
  rows: Number(row.rows),
  added: number(row.rows_added),
  changed: number(row.rows_changed),
  removed: number(row.rows_removed),
  emptyCells: Number(row.empty_cells),
  badRows: Number(row.bad_rows),
  badSha256: row.bad_sha256,
  fileSha256: row.file_sha256,
  fileName: row.file_name,
  format: row.format,
  encoding: row.encoding,
  validOn: row.valid_on,
  note: row.note,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
})

/** The checks of the table hold these columns to the kernel's words. */
const descriptionFrom = (
  row: Pick<
    Row,
    | 'title'
    | 'description'
    | 'custodian'
    | 'basis'
    | 'access'
    | 'licence'
    | 'attribution'
    | 'source'
    | 'cadence'
    | 'themes'
    | 'contents'
    | 'territory'
  >,
): Description => ({
  title: row.title,
  description: row.description,
  custodian: row.custodian,
  basis: row.basis,
  access: row.access as AccessClass,
  licence: row.licence,
  attribution: row.attribution,
  source: row.source,
  cadence: row.cadence as Cadence | null,
  themes: row.themes as Theme[],
  contents: row.contents as Content[],
  territory: row.territory,
})

const stored = (row: Row): StoredDataset => ({
  ...descriptionFrom(row),
  id: row.id,
  slug: row.slug,
  version: row.version,
  sample: row.sample,
  changedAt: row.changed_at,
  current: versionFrom(row),
})
