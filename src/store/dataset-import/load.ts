import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Refusal } from '../../base/refusals.ts'
import type { BadRow, Choices, StoredImport } from '../../operations/dataset/ports.ts'
import { Outage } from '../../operations/outage.ts'
import { openSource } from '../dataset-formats/source.ts'
import { dropStore, finishStore, makeStore, positionsOf, takeRepeated } from '../dataset-tables.ts'
import type { Engine } from '../engine/engine.ts'
import { keepFile, placeOf } from '../file-keep.ts'
import { fillStore, type Progress } from './fill.ts'
import { placesOf } from './place-cells.ts'
import { withPoints } from './points.ts'
import { repairShapes } from './repair.ts'
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
  let told = 0
  try {
    const filled = await fillStore(engine, {
      store,
      source: withPoints(source.value, choices.columns),
      columns: choices.columns,
      key,
      places: placesOf(deps, choices),
      badFile,
      told: async (progress) => {
        if (deps.isStopping()) throw new GivenUp()
        const now = performance.now()
        if (now - told < TOLD_MS) return
        told = now
        if (!(await say(deps, one.id, progressOf(progress), ['loading']))) throw new GivenUp()
      },
    })
    const repeated = await repeatedRows(engine, store, choices, key)
    const repaired = await repairShapes(engine, store, choices.columns)
    await engine.asOwner((owner) => finishStore(owner, store, choices.columns, key))
    const first: readonly BadRow[] = [...filled.first, ...repeated].slice(0, 200)
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
        loaded: JSON.stringify({ dataset, rows, emptyCells: filled.emptyCells, unmatched: filled.unmatched, ...repaired }),
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

/** Rows taken out for a key, or a value that a schema wants once, that an earlier row has. */
async function repeatedRows(
  engine: Engine,
  store: string,
  { columns, key: names }: Choices,
  key: readonly number[],
): Promise<readonly BadRow[]> {
  const found: BadRow[] = []
  const take = async (of: readonly number[], column: string, bad: BadRow['bad']): Promise<void> => {
    const rows = await engine.asOwner((owner) => takeRepeated(owner, store, of))
    found.push(...rows.map((at): BadRow => ({ at: Number(at), column, value: '', bad })))
  }
  if (key.length > 0) await take(key, names.join(' + '), 'repeated-key')
  for (const [i, { rules, label }] of columns.entries()) if (rules?.unique === true) await take([i], label, 'repeated-value')
  return found
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
