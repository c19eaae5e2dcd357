import { type Kysely, sql } from 'kysely'
import type { ImportPorts, ImportState } from '../../../operations/dataset/import/ports.ts'
import type { Context } from '../../../operations/operation.ts'
import { keptFor } from '../../file/file-store.ts'
import { isInstantKey, isUuid, readKey, writeKey } from '../../page-key.ts'
import type { Tables } from '../../tables.ts'
import { storedImport } from './row.ts'

/** Files on their way into a dataset. Working state: history keeps what came of them. */
export const importPorts = (db: Kysely<Tables>, context: Context): ImportPorts => ({
  imports: {
    async start({ dataset, file, name, size, asked }) {
      const { id } = await db
        .insertInto('dataset_import')
        .values({
          dataset_id: dataset,
          file_sha256: file,
          file_name: name,
          file_size: BigInt(size),
          state: 'reading',
          asked: asked === null ? null : JSON.stringify(asked),
          bad: JSON.stringify([]),
          made_at: context.now,
          made_by: context.who.id,
          changed_at: context.now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    },
    async get(id) {
      if (!isUuid(id)) return null
      const row = await importOf(db, id).executeTakeFirst()
      return row === undefined ? null : storedImport(row)
    },
    async list({ after: given, limit }) {
      const rows = await importsPage(db, given, limit + 1).execute()
      const items = rows.slice(0, limit)
      const last = rows.length > limit ? items.at(-1) : undefined
      return { items: items.map(storedImport), next: last === undefined ? null : writeKey(last.made_at, last.id) }
    },
    async move(id, from, to, said = {}) {
      if (to === 'waiting' && (await isBusy(db, id))) return 'busy'
      const done = await db
        .updateTable('dataset_import')
        .set({
          state: to,
          runner: null,
          changed_at: context.now,
          ...(said.asked === undefined ? {} : { asked: JSON.stringify(said.asked) }),
          ...(said.reading === undefined ? {} : { reading: JSON.stringify(said.reading) }),
          ...(said.choices === undefined ? {} : { choices: JSON.stringify(said.choices) }),
          ...(said.result === undefined ? {} : { result: said.result }),
          ...(said.dataset === undefined ? {} : { dataset_id: said.dataset }),
        })
        .where('id', '=', id)
        .where('state', 'in', from)
        .executeTakeFirst()
        .catch((error: unknown) => {
          if (isOneUnderWay(error)) return null
          throw error
        })
      return done === null ? 'busy' : done.numUpdatedRows === 1n
    },
    async sizeOf(sha256) {
      const row = await keptFor(db, context.who.id, [sha256]).executeTakeFirst()
      return row === undefined ? null : Number(row.size)
    },
  },
})

export const importOf = (db: Kysely<Tables>, id: string) => db.selectFrom('dataset_import').selectAll().where('id', '=', id)

export const importsPage = (db: Kysely<Tables>, given: string | null, limit: number) => {
  const after = readKey(given)
  let page = db
    .selectFrom('dataset_import')
    .selectAll()
    .where('state', '<>', 'cancelled')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (after !== null && isUuid(after[1]) && isInstantKey(after[0]))
    page = page.where(sql<boolean>`(made_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return page
}

const UNDER_WAY: readonly ImportState[] = ['waiting', 'loading', 'choosing', 'switching']

async function isBusy(db: Kysely<Tables>, id: string): Promise<boolean> {
  const row = await othersUnderWay(db, id).executeTakeFirst()
  return row !== undefined
}

/** That of somebody else, which he may not see, is known by the unique index alone. The transaction is undone by the refusal. */
const isOneUnderWay = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505' && error.message.includes('dataset_import_one')

export const othersUnderWay = (db: Kysely<Tables>, id: string) =>
  db
    .selectFrom('dataset_import as own')
    .innerJoin('dataset_import as other', 'other.dataset_id', 'own.dataset_id')
    .select('other.id')
    .where('own.id', '=', id)
    .whereRef('other.id', '<>', 'own.id')
    .where('other.state', 'in', UNDER_WAY)
    .limit(1)
