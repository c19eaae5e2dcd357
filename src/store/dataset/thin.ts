import { rmSync } from 'node:fs'
import { SYSTEM } from '../../kernel/access/who.ts'
import type { Column } from '../../kernel/dataset/cell/column.ts'
import type { Engine } from '../engine/engine.ts'
import { placeOf } from '../file/file-keep.ts'
import { actAs } from '../open-store.ts'
import { namesOf } from './columns.ts'
import { dropStore, positionsOf } from './tables.ts'

/**
 * What versions that were thinned out left: of a table that a later version still reads, rows that ended keep their key and the
 * versions between which they stood, so that a neighbour hears what went; a table that nobody reads any more is dropped; a file
 * that nothing else was made of is removed, its sum stays. Begun again after a fall, it ends the same. [DAT-44] [DAT-45]
 *
 * @cost one pass over rows that ended; on PGlite in slices of ids, pages are answered between them
 */
const SLICE = 5000

type Thinned = {
  readonly dataset: string
  readonly n: number
  readonly store: string
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  /** Null: as in a table of its own. */
  readonly cells: readonly string[] | null
  readonly sums: readonly string[]
  /** The oldest version that can be read. */
  readonly kept: number
  /** A version that can be read stands in the same table. */
  readonly shared: boolean
}

export async function emptyThinned(
  engine: Engine,
  data: string,
  now: Date,
): Promise<{ readonly versions: number; readonly files: number }> {
  // a server without the owner's address has nothing to fail at where there is nothing to do
  if (!(await isAnyLeft(engine))) return { versions: 0, files: 0 }
  const thinned = (await engine.asOwner((owner) =>
    owner.query(`
      select v.dataset_id::text as dataset, v.n, v.store, v.columns, v.key, v.cells, array_remove(array[v.file_sha256, v.bad_sha256], null) as sums,
        (select min(k.n) from dataset_version k where k.dataset_id = v.dataset_id and k.thinned_at is null) as kept,
        exists (select from dataset_version k where k.store = v.store and k.thinned_at is null) as shared
      from dataset_version v
      where v.thinned_at is not null and v.emptied_at is null
      order by v.dataset_id, v.n`),
  )) as unknown as readonly Thinned[]
  for (const all of Map.groupBy(thinned, ({ store }) => store).values()) {
    const last = all.at(-1)
    if (last === undefined) continue
    if (last.shared) await leaveKeys(engine, last)
    else await dropStore(engine, last.store)
    await engine.asOwner((owner) =>
      owner.query('update dataset_version set emptied_at = $1 where dataset_id = $2 and n = any ($3)', [
        now.toISOString(),
        last.dataset,
        all.map(({ n }) => n),
      ]),
    )
  }
  const gone = await engine.asOwner((owner) =>
    owner.query(
      `update file f set gone_at = $1
       where f.sha256 = any ($2)
         and f.gone_at is null
         and not exists (select from dataset_version v where v.emptied_at is null and (v.file_sha256 = f.sha256 or v.bad_sha256 = f.sha256))
         and not exists (select from dataset_import i where i.file_sha256 = f.sha256 and i.state not in ('done', 'failed', 'cancelled'))
         and not exists (select from task_event_file t where t.sha256 = f.sha256)
         and not exists (select from document d where d.file_sha256 = f.sha256)
       returning f.sha256`,
      [now.toISOString(), thinned.flatMap(({ sums }) => sums)],
    ),
  )
  for (const { sha256 } of gone) rmSync(placeOf(data, String(sha256)), { force: true })
  return { versions: thinned.length, files: gone.length }
}

const isAnyLeft = (engine: Engine): Promise<boolean> =>
  engine.app.transaction().execute(async (db) => {
    await actAs(db, SYSTEM)
    const left = db.selectFrom('dataset_version').select('n').where('thinned_at', 'is not', null).where('emptied_at', 'is', null).limit(1)
    return (await left.executeTakeFirst()) !== undefined
  })

/** Empties all but the key of rows that nobody can read any more, whichever version a column was of. */
async function leaveKeys(engine: Engine, { store, columns, key, cells, kept }: Thinned): Promise<void> {
  const keys = new Set(positionsOf(key, columns).map((i) => (cells ?? namesOf(columns))[i]))
  const all = await engine.asOwner((owner) =>
    owner.query(
      `select attname::text as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname ~ '^[cp][0-9]+$'`,
      [store],
    ),
  )
  const others = all.map(({ name }) => String(name)).filter((name) => !keys.has(name))
  if (others.length === 0) return
  const [last] = await engine.asOwner((owner) => owner.query(`select coalesce(max(id), 0) as last from ${store} where to_n <= ${kept}`))
  for (let from = 0; from <= Number(last?.['last'] ?? 0); from += SLICE)
    await engine.asOwner((owner) =>
      owner.script(`
        update ${store} set ${others.map((name) => `${name} = null`).join(', ')}
        where to_n <= ${kept} and id > ${from - 1} and id < ${from + SLICE} and num_nonnulls(${others.join(', ')}) > 0`),
    )
  await engine.asOwner((owner) => owner.script(`analyze ${store}`))
}
