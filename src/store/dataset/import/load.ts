import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Refusal } from '../../../base/refusals.ts'
import type { Choices, StoredImport } from '../../../operations/dataset/import/ports.ts'
import { Outage } from '../../../operations/outage.ts'
import type { Engine } from '../../engine/engine.ts'
import { keepFile, placeOf } from '../../file/file-keep.ts'
import { namesOf } from '../columns.ts'
import { openSource } from '../formats/open-source.ts'
import type { Source } from '../formats/source.ts'
import { rests, stillWanted } from '../rests.ts'
import { dropStore, finishStore, makeStore, positionsOf, takeRepeated } from '../tables.ts'
import { type BadRows, badWriter, type Fault } from './bad-rows.ts'
import { fillStore, type Progress } from './fill.ts'
import { placesOf } from './place-cells.ts'
import { withPoints } from './points.ts'
import { repairShapes } from './repair.ts'
import { withoutColumns } from './without-columns.ts'
import { asNode, currentOf, type Deps, GivenUp, say, type Working } from './working.ts'

const TOLD_MS = 1000

/** Copies the rows where nobody sees them. From the beginning, also after a death in the middle. */
export async function load(deps: Working, one: StoredImport): Promise<Refusal | null> {
  const { engine } = deps
  const { choices } = one
  if (choices === null) return { code: 'import-elsewhere' }
  if (one.store !== null) await dropStore(engine, one.store)
  const dataset = one.dataset ?? randomUUID()
  const n = one.dataset === null ? 1 : (await currentOf(deps, one.dataset)).n + 1
  const source = await openSource(placeOf(deps.data, one.fileSha256), one.fileName, choices.hasHead, one.asked)
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
  const taken = withoutColumns(source.value, choices.columnsOut ?? [])
  const from = withPoints(taken, choices.columns)
  const badRows = badWriter(badFile, choices.columns, from.head)
  let told = 0
  try {
    const filled = await fillStore(engine, {
      store,
      source: from,
      head: choices.columnsOut === undefined ? from.head : source.value.head,
      names: (one.reading?.columns ?? choices.columns).map(({ name }) => name),
      columns: choices.columns,
      key,
      // of a version that follows another: what is bad in it is not gone
      keepsKeys: one.dataset !== null && key.length > 0,
      places: placesOf(deps, choices),
      bad: badRows,
      totals: choices.totals,
      found: one.reading?.totals ?? null,
      told: async (progress) => {
        if (deps.isStopping()) throw new GivenUp()
        const now = performance.now()
        if (now - told < TOLD_MS) return
        told = now
        if (!(await say(deps, one.id, progressOf(progress), ['loading']))) throw new GivenUp()
      },
    })
    const repeated = await repeatedRows(engine, store, choices, key)
    await stillWanted()
    const repaired = await repairShapes(engine, store, choices.columns)
    await stillWanted()
    await engine.asOwner((owner) => finishStore(owner, { store, columns: choices.columns, cells: namesOf(choices.columns) }, key))
    await writeRepeated(from, repeated, badRows)
    await badRows.close()
    const [first, bad] = [badRows.first(), badRows.count()]
    const rows = filled.rows - repeated.size
    const badSha256 = await keptBad(deps, badFile)
    const stops = bad > 0 && choices.bad === 'stop'
    const moved = await say(
      deps,
      one.id,
      {
        ...progressOf({ ...filled, rows, bad, first }),
        bad_sha256: badSha256,
        loaded: JSON.stringify({
          dataset,
          rows,
          emptyCells: filled.emptyCells,
          unmatched: filled.unmatched,
          ...repaired,
        }),
        state: stops || rows === 0 ? 'choosing' : 'switching',
      },
      ['loading'],
    )
    if (!moved) throw new GivenUp()
    return null
  } finally {
    await badRows.close()
    rmSync(badFile, { force: true })
  }
}

/** Rows taken out for a key, or a value that a schema wants once, that an earlier row has: by their place in the file, with the reason. */
async function repeatedRows(
  engine: Engine,
  store: string,
  { columns }: Choices,
  key: readonly number[],
): Promise<ReadonlyMap<number, Fault>> {
  const found = new Map<number, Fault>()
  const take = async (fault: Fault, of: readonly number[]): Promise<void> => {
    for (const at of await engine.asOwner((owner) => takeRepeated(owner, store, of, fault.bad === 'repeated-value')))
      found.set(Number(at), fault)
  }
  if (key.length > 0) await take({ bad: 'repeated-key', column: key }, key)
  for (const [i, { rules }] of columns.entries()) if (rules?.unique === true) await take({ bad: 'repeated-value', column: i }, [i])
  return found
}

/** They came in as they should and were found by the database: what they were is read from the file once more. [DAT-4] @cost a pass */
async function writeRepeated(source: Source, repeated: ReadonlyMap<number, Fault>, bad: BadRows): Promise<void> {
  if (repeated.size === 0) return
  const rest = rests()
  for await (const { rows } of source.pieces())
    for (const row of rows) {
      if (rest.isDue()) await rest.take()
      const fault = repeated.get(row.at)
      if (fault !== undefined) await bad.add(row, fault)
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
