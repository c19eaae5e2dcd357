import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import { SYSTEM } from '../kernel/access/who.ts'
import { type Column, MOST_COLUMNS } from '../kernel/dataset/column.ts'
import { columnReader, type Reading, readAsBefore } from '../kernel/dataset/reading.ts'
import { dayAt } from '../kernel/period/day.ts'
import type { BadRow, ImportState, StoredImport } from '../operations/dataset/ports.ts'
import type { Context } from '../operations/operation.ts'
import { Outage } from '../operations/outage.ts'
import type { Store } from '../operations/store.ts'
import { storedImport } from './dataset-import-row.ts'
import { fillStore, type Progress } from './dataset-load.ts'
import { openSource } from './dataset-source.ts'
import { compareStores, dropStore, finishStore, makeStore, positionsOf, takeRepeated } from './dataset-tables.ts'
import type { Engine } from './engine/engine.ts'
import { StoreFault } from './engine/faults.ts'
import { asOutage } from './engine/outage.ts'
import { keepFile, placeOf } from './file-keep.ts'
import { actAs } from './open-store.ts'
import type { Tables } from './tables.ts'

/**
 * Takes imports from step to step, one at a time: reads a file, has it answered, copies its rows where nobody sees them, and
 * shows them all at once. What it works on stands in the database, so it goes on after a restart, and whoever began it may
 * leave. [DAT-7]
 */
export interface Importer {
  /** Something may have to be done. */
  wake(): void
  /** When nothing is left to do that needs no person. */
  idle(): Promise<void>
  stop(): Promise<void>
}

type Deps = {
  readonly engine: Engine
  readonly store: Pick<Store, 'transaction'>
  /** The data directory. */
  readonly data: string
  readonly now: () => Date
  readonly report: (error: unknown, number: string) => void
}
type Working = Deps & { readonly isStopping: () => boolean }

/** Rows looked at before what was understood is shown: types that come later are bad rows, and are reported. */
const LOOKED_AT = 100_000
const TOLD_MS = 1000

/** A person gave it up, or the server stops: then it begins again with the next start. */
class GivenUp extends Error {}

export function importerOver(deps: Deps): Importer {
  let working: Promise<void> | null = null
  let again = false
  let stopping = false
  const run = async (): Promise<void> => {
    for (;;) {
      again = false
      const one = stopping ? null : await nextOf(deps)
      if (one === null) {
        if (!again || stopping) return
      } else await step({ ...deps, isStopping: () => stopping }, one)
    }
  }
  const wake = (): void => {
    again = true
    working ??= run()
      .catch((error: unknown) => deps.report(error, 'importer'))
      .finally(() => {
        working = null
        if (again && !stopping) wake()
      })
  }
  return {
    wake,
    async idle() {
      wake()
      while (working !== null) await working
    },
    async stop() {
      stopping = true
      await working
    },
  }
}

/** For the node itself: sees every import. */
const asNode = <T>({ engine }: Deps, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
  engine.app.transaction().execute(async (db) => {
    await actAs(db, SYSTEM)
    return work(db)
  })

const DUE: readonly ImportState[] = ['reading', 'waiting', 'loading', 'switching']

/** So long without a word, a server that had taken an import is taken for dead. With PGlite there is no other. */
const DEAD_MS = 180_000

async function nextOf(deps: Deps): Promise<StoredImport | null> {
  const now = deps.now()
  const dead = new Date(now.getTime() - (deps.engine.kind === 'pglite' ? 0 : DEAD_MS)).toISOString()
  const row = await asNode(deps, (db) =>
    db
      .updateTable('dataset_import')
      .set({ runner: RUNNER, changed_at: now.toISOString() })
      .where('id', '=', (eb) =>
        eb
          .selectFrom('dataset_import')
          .select('id')
          .where('state', 'in', DUE)
          .where((or) => or.or([or('runner', 'is', null), or('runner', '=', RUNNER), or('changed_at', '<=', dead)]))
          .orderBy('changed_at')
          .orderBy('id')
          .limit(1)
          .modifyEnd(sql`for update skip locked`),
      )
      .returningAll()
      .executeTakeFirst(),
  )
  if (row !== undefined) return storedImport(row)
  await clearCancelled(deps)
  return null
}

/** This process. */
const RUNNER = randomUUID()

/** Tables of imports that were given up or failed. */
async function clearCancelled(deps: Deps): Promise<void> {
  const rows = await asNode(deps, (db) =>
    db
      .selectFrom('dataset_import')
      .select(['id', 'store'])
      .where('state', 'in', ['cancelled', 'failed'])
      .where('store', 'is not', null)
      .execute(),
  )
  for (const { id, store } of rows) {
    if (store !== null) await dropStore(deps.engine, store)
    await say(deps, id, { store: null })
  }
}

type Said = Partial<{
  state: ImportState
  reading: string
  store: string | null
  loaded: string | null
  rows_read: bigint
  rows_bad: bigint
  bytes_read: bigint
  bad: string
  bad_sha256: string | null
  failure: string
  dataset_id: string
  result: number
}>

/** @param from only while it is in one of these states; false: it was given up meanwhile */
async function say(deps: Deps, id: string, said: Said, from: readonly ImportState[] | null = null): Promise<boolean> {
  const done = await asNode(deps, (db) => {
    const update = db
      .updateTable('dataset_import')
      .set({ ...said, changed_at: deps.now().toISOString() })
      .where('id', '=', id)
    return (from === null ? update : update.where('state', 'in', from)).executeTakeFirst()
  })
  return done.numUpdatedRows === 1n
}

async function step(deps: Working, one: StoredImport): Promise<void> {
  try {
    const refusal =
      one.state === 'reading' ? await read(deps, one) : one.state === 'switching' ? await switchOver(deps, one) : await load(deps, one)
    if (refusal !== null) await fail(deps, one, refusal)
  } catch (error) {
    if (error instanceof GivenUp) return
    await fail(deps, one, refusalOf(deps, error))
  }
}

function refusalOf(deps: Deps, error: unknown): Refusal {
  const known = asOutage(error)
  if (known instanceof Outage) return known.refusal
  if (error instanceof StoreFault && error.code === 'no-owner') return { code: 'import-no-owner' }
  const number = randomUUID().slice(0, 8)
  deps.report(error, number)
  return { code: 'import-broken', data: { number } }
}

async function fail(deps: Deps, one: StoredImport, refusal: Refusal): Promise<void> {
  await say(deps, one.id, { state: 'failed', failure: JSON.stringify(refusal) }, DUE)
  await clearCancelled(deps)
}

/** Looks at the beginning of the file, and shows what it understands. */
async function read(deps: Deps, one: StoredImport): Promise<Refusal | null> {
  const source = await openSource(placeOf(deps.data, one.fileSha256), one.fileName, true)
  if (!source.ok) return source.refusal
  const { format, encoding, delimiter, above, asksHead, head } = source.value
  if (head.length > MOST_COLUMNS) return { code: 'import-too-wide', data: { columns: head.length, most: MOST_COLUMNS } }
  const columns = columnReader(head)
  let seen = 0
  let whole = true
  for await (const { rows } of source.value.pieces()) {
    for (const row of rows) columns.see(row)
    seen += rows.length
    if (seen < LOOKED_AT) continue
    whole = false
    break
  }
  const found = columns.read()
  if (found.rows === 0) return { code: 'import-empty' }
  const before = one.dataset === null ? [] : (await currentOf(deps, one.dataset)).columns
  const understood = readAsBefore(found.columns, before)
  const reading: Reading = { format, encoding, delimiter, above, asksHead, whole, ...found, columns: understood }
  await say(deps, one.id, { state: 'asking', reading: JSON.stringify(reading) }, ['reading'])
  return null
}

/** Copies the rows where nobody sees them. From the beginning, also after a death in the middle. */
async function load(deps: Working, one: StoredImport): Promise<Refusal | null> {
  const { engine } = deps
  const { choices } = one
  if (choices === null) return { code: 'import-elsewhere' }
  if (one.store !== null) await dropStore(engine, one.store)
  const dataset = one.dataset ?? randomUUID()
  const n = one.dataset === null ? 1 : (await currentOf(deps, one.dataset)).n + 1
  const source = await openSource(placeOf(deps.data, one.fileSha256), one.fileName, choices.hasHead)
  if (!source.ok) return source.refusal
  const store = await makeStore(engine, dataset, choices.columns, n)
  if (!(await say(deps, one.id, { state: 'loading', store, loaded: null }, ['waiting', 'loading']))) {
    await dropStore(engine, store)
    throw new GivenUp()
  }
  const key = positionsOf(choices.key, choices.columns)
  const folder = join(deps.data, 'files', 'making')
  mkdirSync(folder, { recursive: true })
  const badFile = join(folder, `${one.id}.csv`)
  let told = 0
  try {
    const filled = await fillStore(engine, {
      store,
      source: source.value,
      columns: choices.columns,
      key,
      badFile,
      told: async (progress) => {
        if (deps.isStopping()) throw new GivenUp()
        const now = performance.now()
        if (now - told < TOLD_MS) return
        told = now
        if (!(await say(deps, one.id, progressOf(progress), ['loading']))) throw new GivenUp()
      },
    })
    const repeated = key.length === 0 ? [] : await engine.asOwner((owner) => takeRepeated(owner, store, key))
    await engine.asOwner((owner) => finishStore(owner, store, choices.columns, key))
    const first: readonly BadRow[] = [
      ...filled.first,
      ...repeated.map((at): BadRow => ({ at: Number(at), column: choices.key.join(' + '), value: '', bad: 'repeated-key' })),
    ].slice(0, 200)
    const bad = filled.bad + repeated.length
    const rows = filled.rows - repeated.length
    const badSha256 = await keptBad(deps, badFile)
    const stops = bad > 0 && choices.bad === 'stop'
    const moved = await say(
      deps,
      one.id,
      {
        ...progressOf({ ...filled, rows, bad, first }),
        bad_sha256: badSha256,
        loaded: JSON.stringify({ dataset, rows, emptyCells: filled.emptyCells }),
        state: stops || rows === 0 ? 'choosing' : 'switching',
      },
      ['loading'],
    )
    if (!moved) throw new GivenUp()
    return null
  } finally {
    rmSync(badFile, { force: true })
  }
}

const progressOf = ({ rows, bad, bytes, first }: Progress) => ({
  rows_read: BigInt(rows),
  rows_bad: BigInt(bad),
  bytes_read: BigInt(bytes),
  bad: JSON.stringify(first),
})

/** The file of bad rows, kept like any other. @returns null: no row was bad */
async function keptBad(deps: Deps, path: string): Promise<string | null> {
  if (!existsSync(path)) return null
  const kept = await keepFile(deps.data, 'dong-loi.csv', createReadStream(path), 'data')
  if (!kept.ok) throw new Outage(kept.refusal, new Error('the file of bad rows'))
  const { sha256, size, mediaType } = kept.value
  await asNode(deps, (db) =>
    db
      .insertInto('file')
      .values({ sha256, size: BigInt(size), media_type: mediaType, stored_at: deps.now().toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return sha256
}

type Current = { readonly n: number; readonly store: string; readonly columns: readonly Column[]; readonly key: readonly string[] }

const currentOf = (deps: Deps, dataset: string): Promise<Current> =>
  asNode(deps, (db) =>
    db
      .selectFrom('dataset')
      .innerJoin('dataset_version', (join) =>
        join.onRef('dataset_version.dataset_id', '=', 'dataset.id').onRef('dataset_version.n', '=', 'dataset.current'),
      )
      .select(['n', 'store', 'columns', 'key'])
      .where('dataset.id', '=', dataset)
      .executeTakeFirstOrThrow(),
  )

const shapeOf = (columns: readonly Column[]): string => JSON.stringify(columns.map(({ name, type }) => [name, type]))

/** With one key and one schema, a difference in the table that is there; else the new table takes its place. */
async function switchOver(deps: Deps, one: StoredImport): Promise<Refusal | null> {
  const { choices, loaded, store: came, reading } = one
  if (choices === null || loaded === null || came === null || reading === null) return { code: 'import-elsewhere' }
  const current = one.dataset === null ? null : await currentOf(deps, one.dataset)
  const key = positionsOf(choices.key, choices.columns)
  const isSame =
    current !== null &&
    key.length > 0 &&
    JSON.stringify(current.key) === JSON.stringify(choices.key) &&
    shapeOf(current.columns) === shapeOf(choices.columns)
  const n = (current?.n ?? 0) + 1
  const compared = isSame
    ? await deps.engine.asOwner((owner) =>
        compareStores(owner, {
          store: current.store,
          came,
          columns: choices.columns,
          key,
          n,
          memory: deps.engine.kind === 'pglite' ? '32MB' : '256MB',
        }),
      )
    : null
  const context: Context = {
    who: { ...SYSTEM, id: one.madeBy },
    today: dayAt(deps.now()),
    now: deps.now().toISOString(),
    language: 'vi',
  }
  const dataset = one.dataset ?? loaded.dataset
  const shown = await deps.store.transaction(context, 'command', async (ports): Promise<Result<null, Refusal>> => {
    if (choices.description !== null) await ports.datasets.add(dataset, choices.description, choices.sample)
    await ports.datasets.show(dataset, {
      n,
      store: isSame ? current.store : came,
      columns: choices.columns,
      key: choices.key,
      rows: loaded.rows,
      added: compared?.added ?? null,
      changed: compared?.changed ?? null,
      removed: compared?.removed ?? null,
      emptyCells: loaded.emptyCells,
      badRows: one.rowsBad,
      badSha256: one.badSha256,
      fileSha256: one.fileSha256,
      fileName: one.fileName,
      format: reading.format,
      encoding: reading.encoding,
      validOn: choices.validOn,
      note: choices.note,
    })
    const moved = await ports.imports.move(one.id, ['switching'], 'done', { result: n, dataset })
    if (moved !== true) return refuse({ code: 'import-elsewhere' })
    ports.history.record({
      entity: 'dataset',
      id: dataset,
      verb: n === 1 ? 'imported' : 'renewed',
      change: {
        dataVersion: [current?.n ?? null, n],
        fileName: [null, one.fileName],
        fileSha256: [null, one.fileSha256],
        rows: [null, loaded.rows],
        ...(compared === null ? {} : compared),
        ...(one.rowsBad === 0 ? {} : { badRows: [null, one.rowsBad] }),
      },
    })
    return ok(null)
  })
  if (!shown.ok) return shown.refusal
  // its rows are in the table that was there
  if (isSame) await dropStore(deps.engine, came)
  return null
}
