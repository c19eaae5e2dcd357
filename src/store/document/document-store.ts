import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { fold } from '../../base/fold.ts'
import { slugOf, titleOf, wordsOf } from '../../kernel/document/identity.ts'
import { parseDay } from '../../kernel/period/day.ts'
import type { DocumentFilter, DocumentPorts, Known, NewDocument, StoredDocument } from '../../operations/document/ports.ts'
import type { DocumentRow } from '../../operations/document/views.ts'
import type { Context } from '../../operations/operation.ts'
import { isInstantKey, isUuid, readKey, writeKey } from '../page-key.ts'
import type { Tables } from '../tables.ts'

/** Documents as received, and what they cite. Every query runs inside the caller's transaction, as the restricted role. */
export const documentPorts = (db: Kysely<Tables>, context: Context): Pick<DocumentPorts, 'documents'> => ({
  documents: {
    byIdentity: async (key) => known(await byIdentity(db, key).executeTakeFirst()),
    byFile: async (sum) => known(await byFile(db, sum).executeTakeFirst()),
    byWords: async (text) => known(await byWords(db, sha256(wordsOf(text))).executeTakeFirst()),
    add: (document) => add(db, context, document),
    get: (idOrSlug) => get(db, idOrSlug),
    list: (filter) => list(db, filter),
    async correct(id, version, to) {
      const done = await db
        .updateTable('document')
        .set({
          type: to.type,
          number: to.number,
          issuer: to.issuer,
          signed_on: to.signedOn,
          abstract: to.abstract,
          identity_key: to.identityKey,
          search: searchOf(to),
          version: version + 1,
        })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
  },
})

export const byIdentity = (db: Kysely<Tables>, key: string) =>
  db.selectFrom('document').select(['id', 'slug', 'type', 'number']).where('identity_key', '=', key)

/** A letter that states no identity is known by its words, whatever a person has said of the first since. */
export const byWords = (db: Kysely<Tables>, words: string) =>
  db.selectFrom('document').select(['id', 'slug', 'type', 'number']).where('words_sha256', '=', words).orderBy('received_at').limit(1)

/** A picture nobody could read is known by its bytes. */
export const byFile = (db: Kysely<Tables>, sum: string) =>
  db.selectFrom('document').select(['id', 'slug', 'type', 'number']).where('file_sha256', '=', sum).orderBy('received_at').limit(1)

const counts = (db: Kysely<Tables>) =>
  db
    .selectFrom('task')
    .select((eb) => [
      'document_id',
      eb.fn.countAll<bigint>().filterWhere('state', '=', 'proposed').as('proposed'),
      eb.fn.countAll<bigint>().filterWhere('state', '=', 'confirmed').as('confirmed'),
      eb.fn.countAll<bigint>().filterWhere('state', '=', 'discarded').as('discarded'),
      // what was split counts once, not with its parts
      eb.fn.countAll<bigint>().filterWhere('code', 'is not', null).filterWhere('parent_id', 'is', null).as('assigned'),
    ])
    .groupBy('document_id')

export const listDocuments = (db: Kysely<Tables>, filter: DocumentFilter) => {
  const after = readKey(filter.after)
  let page = db
    .selectFrom('document')
    .selectAll()
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
  if (after !== null && isUuid(after[1]) && isInstantKey(after[0]))
    page = page.where(sql<boolean>`(received_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  if (filter.q !== null && fold(filter.q) !== '')
    page = page.where((eb) => eb.or([eb('search', 'like', `%${fold(filter.q ?? '')}%`), eb.exists(citing(db, fold(filter.q ?? '')))]))
  return page
}

const citing = (db: Kysely<Tables>, words: string) =>
  db
    .selectFrom('citation')
    .select('citation.position')
    .where(sql<boolean>`citation.document_id = document.id`)
    .where('citation.search', 'like', `%${words}%`)

async function list(db: Kysely<Tables>, filter: DocumentFilter): ReturnType<DocumentPorts['documents']['list']> {
  const rows = await listDocuments(db, filter).execute()
  const items = rows.slice(0, filter.limit)
  const last = rows.length > filter.limit ? items.at(-1) : undefined
  const ids = items.map((row) => row.id)
  const byDocument = ids.length === 0 ? [] : await counts(db).where('document_id', 'in', ids).execute()
  return {
    items: items.map((row) =>
      rowOf(
        row,
        byDocument.find((count) => count.document_id === row.id),
      ),
    ),
    next: last === undefined ? null : writeKey(last.received_at, last.id),
  }
}

/** The documents of these ids that may be seen, in their order. */
export async function documentRows(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly DocumentRow[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('document').selectAll().where('id', 'in', ids).execute()
  const byDocument = await counts(db).where('document_id', 'in', ids).execute()
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    return row === undefined
      ? []
      : [
          rowOf(
            row,
            byDocument.find((count) => count.document_id === id),
          ),
        ]
  })
}

async function get(db: Kysely<Tables>, idOrSlug: string): Promise<StoredDocument | null> {
  const row = await db
    .selectFrom('document')
    .selectAll()
    .where(isUuid(idOrSlug) ? 'id' : 'slug', '=', idOrSlug)
    .executeTakeFirst()
  if (row === undefined) return null
  const count = await counts(db).where('document_id', '=', row.id).executeTakeFirst()
  const citations = await citationsOf(db, row.id).execute()
  return {
    ...rowOf(row, count),
    text: row.text,
    source: oneOf(row.source),
    fileName: row.file_name,
    sha256: row.sha256,
    file: row.file_sha256,
    reading: row.reading,
    citations: citations.map((c) => ({
      text: c.text,
      start: c.start_at,
      end: c.end_at,
      number: c.number,
      date: c.cited_on,
      document: c.document,
    })),
  }
}

/** A citation leads to the document of the same number and day, when this node holds exactly that one. */
export const citationsOf = (db: Kysely<Tables>, id: string) =>
  db
    .selectFrom('citation')
    .select((eb) => [
      'text',
      'start_at',
      'end_at',
      'number',
      'cited_on',
      eb
        .selectFrom('document')
        .select('document.id')
        .whereRef('document.number', '=', 'citation.number')
        .whereRef('document.signed_on', '=', 'citation.cited_on')
        .limit(1)
        .as('document'),
    ])
    .where('document_id', '=', id)
    .orderBy('position')

async function add(db: Kysely<Tables>, context: Context, document: NewDocument): Promise<Known> {
  const stored = await db
    .insertInto('document')
    .values({
      slug: await freeSlug(db, slugOf(document)),
      type: document.type,
      number: document.number,
      issuer: document.issuer,
      signed_on: document.signedOn,
      abstract: document.abstract,
      identity_key: document.identityKey,
      words_sha256: sha256(wordsOf(document.text) || `${document.file}`),
      text: document.text,
      sha256: sha256(document.text),
      source: document.source,
      file_name: document.fileName,
      file_sha256: document.file,
      reading: document.reading === null ? null : JSON.stringify(document.reading),
      sample: document.sample,
      search: searchOf(document),
      received_at: context.now,
      received_by: context.who.id,
    })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
  if (document.citations.length > 0) {
    await db
      .insertInto('citation')
      .values(
        document.citations.map((c, position) => ({
          document_id: stored.id,
          position,
          text: c.text,
          start_at: c.start,
          end_at: c.end,
          number: c.number,
          cited_on: c.date,
          search: fold(c.text),
        })),
      )
      .execute()
  }
  return { ...stored, title: titleOf(document) }
}

/** `2415-ubnd-th-2022`, and when two bodies gave the same number in a year, `…-2`. */
async function freeSlug(db: Kysely<Tables>, stem: string): Promise<string> {
  const taken = new Set((await db.selectFrom('document').select('slug').where('slug', 'like', `${stem}%`).execute()).map((row) => row.slug))
  let n = 1
  while (taken.has(n === 1 ? stem : `${stem}-${n}`)) n += 1
  return n === 1 ? stem : `${stem}-${n}`
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const searchOf = (d: Pick<NewDocument, 'number' | 'type' | 'issuer' | 'abstract'>): string =>
  fold([d.type, d.number, d.issuer, d.abstract].join(' '))
const oneOf = (source: string): StoredDocument['source'] => (source === 'file' || source === 'sample' ? source : 'pasted')

type Found = { readonly id: string; readonly slug: string; readonly type: string | null; readonly number: string | null }
const known = (row: Found | undefined): Known | null =>
  row === undefined
    ? null
    : { id: row.id, slug: row.slug, title: titleOf({ type: row.type, number: row.number, issuer: null, signedOn: null }) }

type Row = Awaited<ReturnType<ReturnType<typeof listDocuments>['execute']>>[number]
type Count = { readonly proposed: bigint; readonly confirmed: bigint; readonly discarded: bigint; readonly assigned: bigint }

const rowOf = (row: Row, count: Count | undefined): DocumentRow => ({
  id: row.id,
  slug: row.slug,
  version: row.version,
  title: titleOf({
    type: row.type,
    number: row.number,
    issuer: row.issuer,
    signedOn: row.signed_on === null ? null : parseDay(row.signed_on),
  }),
  type: row.type,
  number: row.number,
  issuer: row.issuer,
  signedOn: row.signed_on,
  abstract: row.abstract,
  sample: row.sample,
  receivedAt: row.received_at,
  receivedBy: row.received_by,
  counts: {
    proposed: Number(count?.proposed ?? 0),
    confirmed: Number(count?.confirmed ?? 0),
    discarded: Number(count?.discarded ?? 0),
    assigned: Number(count?.assigned ?? 0),
  },
})
