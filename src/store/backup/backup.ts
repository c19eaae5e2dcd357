import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type Pack, pack } from 'tar-stream'
import type { Engine, Reader } from '../engine/engine.ts'
import { reasonOf, StoreFault } from '../engine/faults.ts'
import { type Kept, keptTables } from './catalogue.ts'
import { type FileMember, packFiles } from './files.ts'
import { clearParts, memberOf, partOf, removePart } from './part.ts'
import type { Progress } from './progress.ts'

/**
 * Everything a node holds, in one tar file that either engine restores: a member of `copy` text for each table, one for each
 * file of evidence, and last `manifest.json` with their sums — so that a file cut short has none, and is known as damaged.
 *
 * From one snapshot, while the node runs. Read by pages of the table (about 16 MB), so memory does not grow with it; each
 * member goes through a file beside the target, because a tar says a member's size before its bytes. [STO-6]
 */
export type Manifest = {
  /** 1: without files. */
  readonly format: 1 | 2
  readonly at: string
  readonly engine: Engine['kind']
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly sha256: string }[]
  readonly head: { readonly seq: string; readonly hash: string }
  readonly tables: readonly (Kept & { readonly rows: number; readonly bytes: number; readonly sha256: string })[]
  readonly files: readonly FileMember[]
  /** Files that records name, whose bytes the disk had lost or changed. */
  readonly lost: readonly string[]
}

export type BackedUp = {
  readonly file: string
  readonly seconds: number
  readonly rows: number
  readonly bytes: number
  readonly files: number
  /** More than none: the disk has lost files that records name. */
  readonly filesLost: number
  readonly head: Manifest['head']
}

/** Pages of 8 kB a read, those of long values that stand apart from their row counted in. */
const PAGES = 2000

/** @param given.data the directory whose files belong to the engine; absent: rows alone */
export async function backup(
  engine: Engine,
  file: string,
  now: Date,
  { told = () => {}, data = null }: { readonly told?: Progress; readonly data?: string | null } = {},
): Promise<BackedUp> {
  const started = performance.now()
  // yesterday's backup is not written over by a name typed again
  if (existsSync(file)) throw new StoreFault('file-exists', { file })
  await clearParts(file)
  const part = partOf(file)
  const tar = pack()
  const target = createWriteStream(part, { mode: 0o600 })
  // opened before the snapshot: a path that cannot be written is said at once, and nobody waits for it
  await once(target, 'open').catch((error: unknown) => {
    throw new StoreFault('file-not-writable', { file, reason: reasonOf(error) }, error)
  })
  const written = pipeline(tar, target)
  // awaited below; a disk that fills up meanwhile must not be a rejection nobody handles
  written.catch(() => {})
  try {
    const { sums, ...tables } = await engine.snapshot((reader) =>
      writeTables(reader, tar, { spool: memberOf(part), kind: engine.kind, now, told }),
    )
    const manifest: Manifest = { ...tables, ...(data === null ? { files: [], lost: [] } : await packFiles(tar, data, sums)) }
    await member(tar, 'manifest.json', JSON.stringify(manifest, null, 2))
    tar.finalize()
    await written
    await rename(part, file)
    const seconds = (performance.now() - started) / 1000
    return {
      file,
      seconds,
      rows: rowsOf(manifest.tables),
      bytes: (await stat(file)).size,
      files: manifest.files.length,
      filesLost: manifest.lost.length,
      head: manifest.head,
    }
  } catch (error) {
    tar.destroy()
    await written.catch(() => {})
    throw error
  } finally {
    await removePart(part)
  }
}

type How = { readonly spool: string; readonly kind: Engine['kind']; readonly now: Date; readonly told: Progress }

/** What the snapshot holds: the tables, and which files belong to it. */
type Snapshot = Omit<Manifest, 'files' | 'lost'> & { readonly sums: readonly string[] }

async function writeTables(reader: Reader, tar: Pack, { spool, kind, now, told }: How): Promise<Snapshot> {
  const migrations = (await reader.query('select number, name, sha256 from migration order by number')) as unknown as Manifest['migrations']
  const [head] = (await reader.query('select seq::text as seq, hash from history_head')) as unknown as [Manifest['head']]
  const tables: Manifest['tables'][number][] = []
  const all = await keptTables(reader)
  for (const kept of all) {
    const { rows, bytes, sha256 } = await spoolTable(reader, kept, spool)
    await pipeline(createReadStream(spool), tar.entry({ name: `${kept.table}.copy`, size: bytes }))
    tables.push({ ...kept, rows, bytes, sha256 })
    told({ tables: tables.length, of: all.length, rows: rowsOf(tables) })
  }
  const files = await reader.query('select sha256 from file where gone_at is null order by sha256')
  const sums = files.map((row) => String(row['sha256']))
  return { format: 2, at: now.toISOString(), engine: kind, migrations, head, tables, sums }
}

export const rowsOf = (tables: readonly { readonly rows: number }[]): number => tables.reduce((sum, one) => sum + one.rows, 0)

async function spoolTable(
  reader: Reader,
  { table, columns }: Kept,
  spool: string,
): Promise<{ rows: number; bytes: number; sha256: string }> {
  const sum = createHash('sha256')
  let rows = 0
  let bytes = 0
  async function* chunks(): AsyncIterable<Uint8Array> {
    for await (const chunk of pagesOf(reader, table, columns)) {
      sum.update(chunk)
      bytes += chunk.length
      // a line of copy text never holds a raw line feed
      for (const byte of chunk) if (byte === 10) rows += 1
      yield chunk
    }
  }
  await pipeline(chunks, createWriteStream(spool, { mode: 0o600 }))
  return { rows, bytes, sha256: sum.digest('hex') }
}

/** Every part of the table by ranges of its pages. */
async function* pagesOf(reader: Reader, table: string, columns: readonly string[]): AsyncIterable<Uint8Array> {
  const parts = await reader.query(
    `select c.oid::regclass::text as part, pg_relation_size(c.oid) / 8192 as pages, pg_table_size(c.oid) / 8192 as whole
     from pg_class c
     where c.oid in (select relid from pg_partition_tree($1::regclass) where isleaf) or (c.oid = $1::regclass and c.relkind = 'r')
     order by 1`,
    [table],
  )
  for (const { part, pages, whole } of parts) {
    const step = Math.max(1, Math.floor((PAGES * Number(pages)) / Number(whole)))
    for (let from = 0; from < Number(pages); from += step) {
      yield* reader.copyOut(
        `select ${columns.join(', ')} from only ${String(part)} where ctid >= '(${from},0)' and ctid < '(${from + step},0)'`,
      )
    }
  }
}

const member = (tar: Pack, name: string, text: string): Promise<void> =>
  new Promise((done, failed) => {
    tar.entry({ name }, text, (error) => (error ? failed(error) : done()))
  })
