import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { extract } from 'tar-stream'
import { isStore, settleStores, storeSql } from '../dataset/tables.ts'
import type { Engine, Owner } from '../engine/engine.ts'
import { mendable, reasonOf, StoreFault } from '../engine/faults.ts'
import { migrate, readMigrations } from '../engine/migrate.ts'
import { type Manifest, rowsOf } from './backup.ts'
import { type Kept, keptTables } from './catalogue.ts'
import { type Closed, closeEntrance } from './close-entrance.ts'
import { fileMember, sumOfMember, unpackFile } from './files.ts'
import type { Progress } from './progress.ts'

/**
 * Puts a backup back, into an empty target of either engine; its files into the directory beside it. [STO-7] [STO-14]
 *
 * First the whole file is read and every sum compared; then the schema is brought to where the backup stood; then every row
 * comes in, in one transaction; then the schema is brought up to date. So a damaged file changes nothing.
 *
 * @throws StoreFault backup-damaged · target-not-empty · target-newer · schema-newer · disk-full
 */
export async function restore(
  engine: Engine,
  file: string,
  { told = () => {}, data = null }: { readonly told?: Progress; readonly data?: string | null } = {},
): Promise<{
  readonly rows: number
  readonly files: number
  readonly filesLost: number
  readonly head: Manifest['head']
  readonly closed: Closed
}> {
  const manifest = await verified(file)
  const known = readMigrations()
  const last = manifest.migrations.at(-1)?.number ?? 0
  if (last > (known.at(-1)?.number ?? 0)) throw new StoreFault('schema-newer', { found: last, known: known.at(-1)?.number ?? 0 })
  await migrate(
    engine,
    known.filter((one) => one.number <= last),
  ).catch((error: unknown) => {
    // of the target, not of the data: a step back is not possible, an empty database is at no step yet
    const isAhead = error instanceof StoreFault && error.code === 'schema-newer' && last < (known.at(-1)?.number ?? 0)
    throw isAhead ? new StoreFault('target-newer', { found: error.data['found'] ?? '', backup: last }, error) : error
  })
  const closed = await engine.asOwner(async (owner) => {
    await refuseIfHeld(owner)
    await owner.script('begin')
    try {
      await makeStores(owner, file, manifest)
      await owner.trusting(() => copyAll(owner, file, manifest, { told, data }))
      await settleStores(owner)
      await resetIdentities(owner)
      const ended = await closeEntrance(owner, new Set(manifest.tables.map((one) => one.table)))
      await owner.script('commit')
      return ended
    } catch (error) {
      await owner.script('rollback')
      if (error instanceof StoreFault) throw error
      throw ROWS.test(reasonOf(error))
        ? new StoreFault('backup-damaged', { file, reason: reasonOf(error) }, error)
        : mendable(error, engine.place)
    }
  })
  await migrate(engine, known)
  return { rows: rowsOf(manifest.tables), files: manifest.files.length, filesLost: manifest.lost.length, head: manifest.head, closed }
}

/** Data exceptions and broken constraints: rows that no backup of ours holds, though the sums are right. */
const ROWS = /^2[23]\w{3}$/

/** Registers may be there (a new directory has them, and the backup brings its own); nothing that a person did may be. */
export async function refuseIfHeld(owner: Owner): Promise<void> {
  const [made] = await owner.query(
    "select to_regclass('public.history') is not null and to_regclass('public.document') is not null as made",
  )
  if (made?.['made'] !== true) return
  const [held] = await owner.query('select exists (select from history) or exists (select from document) as held')
  if (held?.['held'] === true) throw new StoreFault('target-not-empty')
}

/** A backup holds every table and column of the schema it was made of, and no other; names go into statements from here, not from the file. */
async function copyAll(
  owner: Owner,
  file: string,
  manifest: Manifest,
  { told, data }: { readonly told: Progress; readonly data: string | null },
): Promise<void> {
  const here = await keptTables(owner)
  const shape = (tables: readonly Kept[]): string => JSON.stringify(tables.map(({ table, columns }) => [table, columns]).sort())
  if (shape(here) !== shape(manifest.tables)) throw new StoreFault('backup-damaged', { file, reason: 'tables' })
  await owner.script(`truncate ${here.map((one) => one.table).join(', ')}`)
  const byName = new Map(here.map((one) => [`${one.table}.copy`, one]))
  const whole = new Set(manifest.files.map((one) => one.sha256))
  const done: Manifest['tables'][number][] = []
  for await (const entry of members(file)) {
    const table = byName.get(entry.header.name)
    const sha256 = sumOfMember(entry.header.name)
    if (data !== null && sha256 !== null && whole.has(sha256)) {
      // before the rows are committed: what a failure leaves is bytes that nothing names
      await unpackFile(data, sha256, bytesOf(entry))
      continue
    }
    if (table === undefined) {
      entry.resume()
      continue
    }
    await owner.copyIn(`${table.table} (${table.columns.join(', ')})`, linesOf(bytesOf(entry)))
    done.push(...manifest.tables.filter((one) => one.table === table.table))
    told({ tables: done.length, of: here.length, rows: rowsOf(done) })
  }
}

/** The tables of rows of datasets: made as they were, of names and types that are ours and of nothing else. */
async function makeStores(owner: Owner, file: string, manifest: Manifest): Promise<void> {
  for (const { table, columns, types = [] } of manifest.tables.filter((one) => isStore(one.table))) {
    const sql = storeSql(table, columns, types)
    if (sql === null) throw new StoreFault('backup-damaged', { file, reason: table })
    await owner.script(sql)
  }
}

/** After rows with numbers of their own, the next number follows the highest. */
async function resetIdentities(owner: Owner): Promise<void> {
  const columns = await owner.query(
    `select c.relname as "table", a.attname as "column", pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
     from pg_attribute a
     join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     where a.attidentity <> '' and not a.attisdropped`,
  )
  for (const { table, column, sequence } of columns) {
    await owner.query(`select setval($1::regclass, coalesce((select max(${String(column)}) from ${String(table)}), 0) + 1, false)`, [
      sequence,
    ])
  }
}

/** Reads the whole file and compares every sum. @throws StoreFault file-missing · backup-damaged */
export async function verified(file: string): Promise<Manifest> {
  await access(file).catch((error: unknown) => {
    throw new StoreFault('file-missing', { file, reason: reasonOf(error) }, error)
  })
  const sums = new Map<string, string>()
  let manifest: (Omit<Manifest, 'files' | 'lost'> & Partial<Manifest>) | null = null
  try {
    for await (const entry of members(file)) {
      const sum = createHash('sha256')
      const chunks: Uint8Array[] = []
      for await (const chunk of bytesOf(entry)) {
        sum.update(chunk)
        if (entry.header.name === 'manifest.json') chunks.push(chunk)
      }
      if (entry.header.name === 'manifest.json') manifest = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Manifest
      else sums.set(entry.header.name, sum.digest('hex'))
    }
  } catch (error) {
    throw new StoreFault('backup-damaged', { file, reason: reasonOf(error) }, error)
  }
  if (manifest === null) throw new StoreFault('backup-damaged', { file, reason: 'manifest.json' })
  if (manifest.format !== 1 && manifest.format !== 2) throw new StoreFault('backup-damaged', { file, reason: `format ${manifest.format}` })
  const wrong = manifest.tables.find((one) => sums.get(`${one.table}.copy`) !== one.sha256)
  if (wrong !== undefined) throw new StoreFault('backup-damaged', { file, reason: `${wrong.table}.copy` })
  const { files = [], lost = [] } = manifest
  const broken = files.find((one) => sums.get(fileMember(one.sha256)) !== one.sha256)
  if (broken !== undefined) throw new StoreFault('backup-damaged', { file, reason: fileMember(broken.sha256) })
  return { ...manifest, files, lost }
}

const members = (file: string) => {
  const entries = extract()
  createReadStream(file)
    .on('error', (error) => entries.destroy(error))
    .pipe(entries)
  return entries
}

async function* bytesOf(entry: AsyncIterable<unknown>): AsyncIterable<Uint8Array> {
  for await (const chunk of entry) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a tar member is read as bytes')
    yield chunk
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield `${line}\n`
  }
  if (rest !== '') yield `${rest}\n`
}
