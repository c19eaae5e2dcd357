import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Refusal } from '../../../base/refusals.ts'
import type { ImportState, StoredImport } from '../../../operations/dataset/import/ports.ts'
import { Outage } from '../../../operations/outage.ts'
import { StoreFault } from '../../engine/faults.ts'
import { asOutage } from '../../engine/outage.ts'
import { watched } from '../rests.ts'
import { load } from './load.ts'
import { look } from './look.ts'
import { storedImport } from './row.ts'
import { switchOver } from './switch-over.ts'
import { asNode, clearCancelled, type Deps, GivenUp, say, type Working } from './working.ts'

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

export function importerOver(deps: Deps): Importer {
  let working: Promise<void> | null = null
  let again = false
  let stopping = false
  /** Their step ended here, but the database was away when that was to be said: their try is none of the file's. */
  const unsaid = new Set<string>()
  const run = async (): Promise<void> => {
    for (;;) {
      again = false
      for (const id of unsaid) {
        await leave(deps, id)
        unsaid.delete(id)
      }
      const one = stopping ? null : await nextOf(deps)
      if (one === null) {
        if (!again || stopping) return
      } else {
        unsaid.add(one.id)
        await step({ ...deps, isStopping: () => stopping }, one)
        unsaid.delete(one.id)
      }
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

const DUE: readonly ImportState[] = ['reading', 'waiting', 'loading', 'switching']

/** So long without a word, a server that had taken an import is taken for dead. With PGlite there is no other. */
const DEAD_MS = 180_000

/** A file by which the server ended so often is left. */
const MOST_TRIES = 3

async function nextOf(deps: Deps): Promise<StoredImport | null> {
  const now = deps.now()
  const dead = new Date(now.getTime() - (deps.engine.kind === 'pglite' ? 0 : DEAD_MS)).toISOString()
  const row = await asNode(deps, (db) =>
    db
      .updateTable('dataset_import')
      .set((eb) => ({ runner: RUNNER, changed_at: now.toISOString(), tries: eb('tries', '+', 1) }))
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
  if (row !== undefined && row.tries <= MOST_TRIES) return storedImport(row)
  if (row !== undefined) {
    await fail(deps, storedImport(row), { code: 'import-ends-server', data: { name: row.file_name, tries: MOST_TRIES } })
    return nextOf(deps)
  }
  await clearCancelled(deps)
  return null
}

/** This process. */
const RUNNER = randomUUID()

async function step(deps: Working, one: StoredImport): Promise<void> {
  const beating = beat(deps, one)
  const watch = watchOver(deps, one)
  try {
    const refusal =
      one.state === 'switching'
        ? await switchOver(deps, one)
        : await watched(watch.ask, () => (one.state === 'reading' ? look(deps, one) : load(deps, one)))
    if (refusal !== null && !watch.isGivenUp()) await fail(deps, one, refusal)
  } catch (error) {
    if (!(error instanceof GivenUp || watch.isGivenUp())) await fail(deps, one, refusalOf(deps, error))
  } finally {
    clearInterval(beating)
  }
  await leave(deps, one.id)
}

/** The database is asked so often whether somebody gave it up; that the server stops is known without it. */
const ASKED_MS = 1000

/** Asked at every rest of a step. A reader that takes what is thrown for a broken file changes nothing: it was given up. [DAT-7] */
function watchOver(deps: Working, { id }: StoredImport): { ask(): Promise<void>; isGivenUp(): boolean } {
  let asked = performance.now()
  let isGivenUp = false
  return {
    isGivenUp: () => isGivenUp,
    async ask() {
      isGivenUp ||= deps.isStopping()
      if (!isGivenUp && performance.now() - asked > ASKED_MS) {
        isGivenUp = !(await isDue(deps, id))
        asked = performance.now()
      }
      if (isGivenUp) throw new GivenUp()
    },
  }
}

const isDue = async (deps: Deps, id: string): Promise<boolean> =>
  (await asNode(deps, (db) =>
    db.selectFrom('dataset_import').select('id').where('id', '=', id).where('state', 'in', DUE).executeTakeFirst(),
  )) !== undefined

const BEAT_MS = 30_000

/** Says that this server is alive for as long as a step takes, also while the database makes an index or compares versions. [DAT-7] */
function beat(deps: Deps, { id }: StoredImport): NodeJS.Timeout | undefined {
  if (deps.engine.kind === 'pglite') return undefined
  const beating = setInterval(() => {
    // a database that does not answer ends the step itself
    asNode(deps, (db) =>
      db
        .updateTable('dataset_import')
        .set({ changed_at: deps.now().toISOString() })
        .where('id', '=', id)
        .where('runner', '=', RUNNER)
        .execute(),
    ).catch(() => undefined)
  }, BEAT_MS)
  return beating.unref()
}

/** Only a process that ends in the midst of a step does not come here: its try stays counted. One that another server took is its own. */
async function leave(deps: Deps, id: string): Promise<void> {
  await asNode(deps, (db) =>
    db
      .updateTable('dataset_import')
      .set({ runner: null, tries: 0 })
      .where('id', '=', id)
      .where((or) => or.or([or('runner', 'is', null), or('runner', '=', RUNNER)]))
      .execute(),
  )
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
