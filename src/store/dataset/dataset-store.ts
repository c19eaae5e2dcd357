import { type Kysely, sql } from 'kysely'
import { fold } from '../../base/fold.ts'
import type { Column } from '../../kernel/dataset/cell/column.ts'
import { parseDay } from '../../kernel/period/day.ts'
import type { DatasetPorts } from '../../operations/dataset/ports.ts'
import type { Description } from '../../operations/dataset/stored.ts'
import type { Context } from '../../operations/operation.ts'
import { isUuid } from '../page-key.ts'
import type { Tables } from '../tables.ts'
import { changesOf, differencesOf } from './changes-store.ts'
import { firstVersion, list, oneDataset, titledLike, versionsOf } from './list-store.ts'
import { retained } from './retention-store.ts'
import { descriptionFrom, stored, versionFrom } from './row.ts'
import { countRows, pageOfRows, placeTexts, summarised } from './rows-store.ts'
import type { Registers } from './said.ts'

/** What is known of datasets. Who may see one is the policy's business; its rows are read in `rows-store.ts`. */
export const datasetPorts = (db: Kysely<Tables>, context: Context, registers: Registers): DatasetPorts => ({
  datasets: {
    list: (filter) => list(db, registers, filter),
    async begun() {
      const row = await firstVersion(db).executeTakeFirst()
      return parseDay(row?.begun ?? '')
    },
    async get(idOrSlug) {
      const row = await oneDataset(db, idOrSlug).executeTakeFirst()
      return row === undefined ? null : stored(row)
    },
    async titled(title) {
      const rows = await titledLike(db, title).execute()
      // of titles without a letter only the very one is the same
      const isSame = (other: string): boolean => (fold(title) === '' ? other.trim() === title.trim() : fold(other) === fold(title))
      return rows.find((row) => isSame(row.title)) ?? null
    },
    versions: async (id) => (await versionsOf(db, id).execute()).map(versionFrom),
    async add(id, it, sample) {
      const slug = await freeSlug(db, it, id)
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
    async hold(id) {
      await db.selectFrom('dataset').select('id').where('id', '=', id).forUpdate().execute()
    },
    async holdTitle(title) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`dataset ${fold(title)}`}, 0))`.execute(db)
    },
    async describe(id, { version, of }, to, columns) {
      const done = await db
        .updateTable('dataset')
        .set({ ...columnsOf(to), search: searchOf(to, columns), version: version + 1, changed_at: context.now })
        .where('id', '=', id)
        .where('version', '=', version)
        .where('current', '=', of)
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
    show: (id, version, units) => show(db, context, id, version, units),
    rows: (at, question) => pageOfRows(db, at, question),
    placesIn: async (at, position, tests, most) => [...(await placeTexts(at, position, tests, most).execute(db)).rows],
    count: (at, tests, most) => countRows(db, at, tests, most),
    summarise: (at, question) => summarised(db, at, question),
    differences: (pair, page) => differencesOf(db, pair, page),
    changes: (pair, isThinned, page) => changesOf(db, pair, isThinned, page),
    async retain(id, version, to) {
      const done = await db
        .updateTable('dataset')
        .set({
          keep_rule: to.rule,
          keep_last: to.last,
          keep_since: to.since,
          keep_basis: to.basis,
          version: version + 1,
          changed_at: context.now,
        })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    retained: () => retained(db),
    async thin(id, versions) {
      await db
        .updateTable('dataset_version')
        .set({ thinned_at: context.now })
        .where('dataset_id', '=', id)
        .where('n', 'in', versions)
        .where('thinned_at', 'is', null)
        .execute()
    },
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

/** What words are looked for in: what a column is called goes before what any of them means, which may be long. [DAT-89] */
const searchOf = (it: Description, columns: readonly Column[]): string =>
  fold(
    [
      it.title,
      it.description,
      it.source,
      it.territory,
      it.licence,
      ...columns.map(({ label }) => label),
      ...columns.map(({ meaning }) => meaning),
    ].join(' '),
  ).slice(0, 20_000)

const LONGEST_SLUG = 70

/**
 * One of restricted data has a part of its id in its address: else the «-2» of the next of that title would tell a stranger that there
 * is another. So has the next one where the address is that of a dataset that is not open, or no longer: only open ones are counted.
 * [DAT-14]
 */
async function freeSlug(db: Kysely<Tables>, { title, access }: Description, id: string): Promise<string> {
  const plain = fold(title).replaceAll(' ', '-').slice(0, LONGEST_SLUG).replace(/-$/, '')
  const part = id.slice(0, 8)
  const own = access === 'restricted' ? `${plain === '' ? 'bo-du-lieu' : plain}-${part}` : plain
  // an address that is a UUID is that of an id
  const base = own === '' ? 'bo-du-lieu' : isUuid(own) ? `bo-du-lieu-${own}` : own
  const counted = await untaken(db, base)
  if (counted === base) return base
  const before = Number(counted.slice(base.length + 1)) - 1
  const taken = Array.from({ length: before }, (_, i) => (i === 0 ? base : `${base}-${i + 1}`))
  const open = await openAmong(db, taken).execute()
  return open.length === before ? counted : untaken(db, `${base}-${part}`)
}

/** Nor is it that of a dataset that he does not see. */
async function untaken(db: Kysely<Tables>, base: string): Promise<string> {
  const { rows } = await sql<{ slug: string }>`select dataset_slug(${base}) as slug`.execute(db)
  return rows[0]?.slug ?? base
}

const openAmong = (db: Kysely<Tables>, slugs: readonly string[]) =>
  db.selectFrom('dataset').select('slug').where('slug', 'in', slugs).where('access', '=', 'open')

async function show(
  db: Kysely<Tables>,
  context: Context,
  ...[id, version, units]: Parameters<DatasetPorts['datasets']['show']>
): Promise<void> {
  await db
    .insertInto('dataset_version')
    .values({
      dataset_id: id,
      n: version.n,
      store: version.store,
      columns: JSON.stringify(version.columns),
      cells: [...version.cells],
      key: [...version.key],
      rows: BigInt(version.rows),
      rows_added: big(version.added),
      rows_changed: big(version.changed),
      rows_removed: big(version.removed),
      rows_left_out: big(version.leftOut),
      empty_cells: BigInt(version.emptyCells),
      bad_rows: BigInt(version.badRows),
      bad_sha256: version.badSha256,
      file_sha256: version.fileSha256,
      file_name: version.fileName,
      file_more: [...version.fileMore],
      columns_out: JSON.stringify(version.columnsOut),
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
    .set({
      current: version.n,
      current_format: version.format,
      changed_at: context.now,
      search: searchOf(descriptionFrom(row), version.columns),
    })
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('dataset_place').where('dataset_id', '=', id).execute()
  if (units.length > 0) await placed(id, units).execute(db)
}

/** Units that rows are of, with those above them. */
const placed = (id: string, units: readonly string[]) => sql`
  with recursive said (id) as (
    select unnest(${sql.val(units)}::text[])
    union
    select place.parent_id from said join place on place.id = said.id where place.parent_id is not null
  )
  insert into dataset_place (dataset_id, place_id) select ${id}::uuid, id from said`

const big = (n: number | null): bigint | null => (n === null ? null : BigInt(n))
