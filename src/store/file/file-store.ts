import { type Kysely, sql } from 'kysely'
import type { FilePorts } from '../../operations/file/ports.ts'
import type { Context } from '../../operations/operation.ts'
import type { Tables } from '../tables.ts'

/** Which files are kept, and with what they are shown. The bytes are on disk, see `file-keep.ts`. */
export const filePorts = (db: Kysely<Tables>, context: Context): FilePorts => ({
  files: {
    async add({ sha256, size, mediaType }) {
      await db
        .insertInto('file')
        .values({ sha256, size: BigInt(size), media_type: mediaType, stored_at: context.now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await db
        .insertInto('file_put')
        .values({ sha256, actor: context.who.id, at: context.now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      // one that had gone with the versions that were made of it is there again
      await db.updateTable('file').set({ gone_at: null }).where('sha256', '=', sha256).where('gone_at', 'is not', null).execute()
    },
    async shown(sha256) {
      const row = await shownFile(db, sha256).executeTakeFirst()
      return row === undefined ? null : { sha256, size: Number(row.size), mediaType: row.media_type, name: row.name }
    },
    async ofData(sha256) {
      const row = await dataFile(db, sha256).executeTakeFirst()
      return row === undefined ? null : { sha256, size: Number(row.size), mediaType: row.media_type }
    },
  },
})

/** Those of these sums that he put himself, or that are shown with something he may see: naming a sum gains nothing. [TSK-25] */
export const keptFor = (db: Kysely<Tables>, who: string, sums: readonly string[]) => {
  const found = db
    .selectFrom('file_put')
    .select('sha256')
    .where('sha256', 'in', sums)
    .where('actor', '=', who)
    .union(db.selectFrom('task_event_file').select('sha256').where('sha256', 'in', sums))
    .union(db.selectFrom('document').select('file_sha256 as sha256').where('file_sha256', 'in', sums).$narrowType<{ sha256: string }>())
  return db
    .selectFrom(found.as('found'))
    .innerJoin('file', 'file.sha256', 'found.sha256')
    .where('file.gone_at', 'is', null)
    .select(['file.sha256', 'file.media_type', 'file.size'])
}

/** The policies on what it is shown with decide whether there is a row. */
export const shownFile = (db: Kysely<Tables>, sha256: string) =>
  db
    .selectFrom('task_event_file')
    .innerJoin('file', 'file.sha256', 'task_event_file.sha256')
    .select(['size', 'media_type', 'name'])
    .where('task_event_file.sha256', '=', sha256)
    .unionAll(
      db
        .selectFrom('document')
        .innerJoin('file', 'file.sha256', 'document.file_sha256')
        .select(['size', 'media_type', sql<string>`coalesce(file_name, slug)`.as('name')])
        .where('document.file_sha256', '=', sha256),
    )
    .limit(1)

export const dataFile = (db: Kysely<Tables>, sha256: string) =>
  db.selectFrom('file').select(['size', 'media_type']).where('sha256', '=', sha256)
