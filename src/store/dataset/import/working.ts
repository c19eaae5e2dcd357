import type { Kysely } from 'kysely'
import { SYSTEM } from '../../../kernel/access/who.ts'
import type { TakenAs } from '../../../kernel/dataset/understanding/reading.ts'
import type { ImportState } from '../../../operations/dataset/import/ports.ts'
import type { StoredVersion } from '../../../operations/dataset/stored.ts'
import type { Store } from '../../../operations/store.ts'
import type { Engine } from '../../engine/engine.ts'
import { actAs } from '../../open-store.ts'
import type { Tables } from '../../tables.ts'
import { namesOf } from '../columns.ts'
import { dropStore } from '../tables.ts'

/** What every step of an import works with, and how it says how far it is. */
export type Deps = {
  readonly engine: Engine
  readonly store: Pick<Store, 'transaction'>
  /** The data directory. */
  readonly data: string
  /** The locality of the node: where its coordinates are claimed to lie, unless somebody says another. */
  readonly home: string
  readonly now: () => Date
  readonly report: (error: unknown, number: string) => void
}
export type Working = Deps & { readonly isStopping: () => boolean }

/** A person gave it up, or the server stops: then it begins again with the next start. */
export class GivenUp extends Error {}

/** For the node itself: sees every import. */
export const asNode = <T>({ engine }: Deps, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
  engine.app.transaction().execute(async (db) => {
    await actAs(db, SYSTEM)
    return work(db)
  })

/** Tables of imports that were given up or failed. */
export async function clearCancelled(deps: Deps): Promise<void> {
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
export async function say(deps: Deps, id: string, said: Said, from: readonly ImportState[] | null = null): Promise<boolean> {
  const done = await asNode(deps, (db) => {
    const update = db
      .updateTable('dataset_import')
      .set({ ...said, changed_at: deps.now().toISOString() })
      .where('id', '=', id)
    return (from === null ? update : update.where('state', 'in', from)).executeTakeFirst()
  })
  return done.numUpdatedRows === 1n
}

export type Current = Pick<StoredVersion, 'n' | 'store' | 'columns' | 'cells' | 'key' | 'fileSha256' | 'columnsOut'>

export async function currentOf(deps: Deps, dataset: string): Promise<Current> {
  const row = await asNode(deps, (db) =>
    db
      .selectFrom('dataset')
      .innerJoin('dataset_version', (join) =>
        join.onRef('dataset_version.dataset_id', '=', 'dataset.id').onRef('dataset_version.n', '=', 'dataset.current'),
      )
      .select(['n', 'store', 'columns', 'cells', 'key', 'file_sha256', 'columns_out'])
      .where('dataset.id', '=', dataset)
      .executeTakeFirstOrThrow(),
  )
  const { file_sha256: fileSha256, columns_out: columnsOut, ...rest } = row
  return { ...rest, fileSha256, columnsOut, cells: row.cells ?? namesOf(row.columns) }
}

/** What was chosen when that version was brought in. @returns undefined: its import is no longer there */
export async function takenAs(deps: Deps, dataset: string, n: number): Promise<TakenAs | undefined> {
  const row = await asNode(deps, (db) =>
    db
      .selectFrom('dataset_import')
      .select(['reading', 'choices'])
      .where('dataset_id', '=', dataset)
      .where('result', '=', n)
      .where('state', '=', 'done')
      .executeTakeFirst(),
  )
  if (row?.reading == null || row.choices === null) return undefined
  const { part, encoding, delimiter } = row.reading
  return { part, encoding, delimiter, hasHead: row.choices.hasHead, totals: row.choices.totals ?? null }
}

/** Every column of a table that one of its versions reads. */
export async function usedCells(deps: Deps, store: string): Promise<readonly string[]> {
  const rows = await asNode(deps, (db) =>
    db.selectFrom('dataset_version').select(['columns', 'cells']).where('store', '=', store).execute(),
  )
  return rows.flatMap(({ columns, cells }) => cells ?? namesOf(columns))
}
