import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Change, Entry, HistoryFilter, HistoryPorts } from '../operations/history/ports.ts'
import type { Context } from '../operations/operation.ts'
import type { Tables } from './tables.ts'

/**
 * The chain of changes. `record` only collects; `openStore` calls `write` last before commit, because the row of
 * `history_head` is the chain lock and whoever holds it makes everyone else wait.
 */
export function historyPorts(db: Kysely<Tables>, context: Context): { readonly ports: HistoryPorts; readonly write: () => Promise<void> } {
  const collected: Change[] = []
  return {
    ports: {
      history: {
        record(change) {
          collected.push(change)
        },
        list: (filter) => list(db, filter),
        verify: () => verify(db),
      },
    },
    async write() {
      if (collected.length === 0) return
      await sql`select history_append(${JSON.stringify(collected)}::jsonb, ${context.now}::timestamptz)`.execute(db)
    },
  }
}

export const listHistory = (db: Kysely<Tables>, { entity, id, before, limit }: HistoryFilter) => {
  let query = db
    .selectFrom('history')
    .select(['seq', 'at', 'actor', 'on_behalf_of', 'entity', 'entity_id', 'verb', 'change', 'hash'])
    .orderBy('seq', 'desc')
    .limit(limit + 1)
  if (entity !== null) query = query.where('entity', '=', entity)
  if (id !== null) query = query.where('entity_id', '=', id)
  if (before !== null) query = query.where('seq', '<', BigInt(before))
  return query
}

async function list(db: Kysely<Tables>, filter: HistoryFilter): ReturnType<HistoryPorts['history']['list']> {
  const rows = await listHistory(db, filter).execute()
  const items = rows.slice(0, filter.limit).map(
    (row): Entry => ({
      seq: String(row.seq),
      at: row.at,
      actor: row.actor,
      onBehalfOf: row.on_behalf_of,
      entity: row.entity,
      id: row.entity_id,
      verb: row.verb,
      change: row.change,
      hash: row.hash,
    }),
  )
  return { items, next: rows.length > filter.limit ? (items.at(-1)?.seq ?? null) : null }
}

const SLICE = 2000
export const GENESIS = '0'.repeat(64)

export const slice = (db: Kysely<Tables>, after: bigint) =>
  db
    .selectFrom('history')
    .select(['seq', 'prev', 'hash', sql<string>`history_canonical(history)`.as('canonical')])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(SLICE)

/** Hashes every row anew from the one before. [HIS-1] @cost one pass in slices; hashing is ours, not the database's word */
async function verify(db: Kysely<Tables>): ReturnType<HistoryPorts['history']['verify']> {
  let seq = 0n
  let hash = GENESIS
  for (;;) {
    const rows = await slice(db, seq).execute()
    for (const row of rows) {
      const reason =
        row.seq !== seq + 1n
          ? 'gap'
          : row.prev !== hash
            ? 'prev'
            : row.hash !==
                createHash('sha256')
                  .update(row.prev + row.canonical)
                  .digest('hex')
              ? 'hash'
              : null
      if (reason !== null) return { ok: false, entries: String(seq), head: hash, broken: { seq: String(row.seq), reason } }
      seq = row.seq
      hash = row.hash
    }
    if (rows.length < SLICE) break
  }
  const head = await db.selectFrom('history_head').select(['seq', 'hash']).executeTakeFirstOrThrow()
  if (head.seq !== seq || head.hash !== hash)
    return { ok: false, entries: String(seq), head: hash, broken: { seq: String(head.seq), reason: 'head' } }
  return { ok: true, entries: String(seq), head: seq === 0n ? null : hash, broken: null }
}
