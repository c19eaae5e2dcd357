import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Change, Entry, HistoryFilter, HistoryPorts } from '../../operations/history/ports.ts'
import type { Context } from '../../operations/operation.ts'
import { namesOf } from '../access/people-store.ts'
import type { Tables } from '../tables.ts'

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
  const names = await namesOf(
    db,
    rows.flatMap((row) => [row.actor, row.on_behalf_of ?? '']),
  )
  const items = rows.slice(0, filter.limit).map(
    (row): Entry => ({
      seq: String(row.seq),
      at: row.at,
      actor: row.actor,
      actorName: names.get(row.actor) ?? row.actor,
      onBehalfOf: row.on_behalf_of,
      onBehalfOfName: row.on_behalf_of === null ? null : (names.get(row.on_behalf_of) ?? row.on_behalf_of),
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

/** The rows a command changed, as they were hashed; null: an entry that carries no sum of rows. [HIS-6] */
const rowsOf = sql<string | null>`case when rows_sha256 is not null then (
  select string_agg(jsonb_build_array(r.record, r.row_id, r.before, r.after)::text, e'\\n' order by r.n)
  from history_row r where r.change_id = history.change_id) end`

export const slice = (db: Kysely<Tables>, after: bigint) =>
  db
    .selectFrom('history')
    .select(['seq', 'prev', 'hash', 'rows_sha256', sql<string>`history_canonical(history)`.as('canonical'), rowsOf.as('rows')])
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
            : row.hash !== sha256(row.prev + row.canonical)
              ? 'hash'
              : row.rows_sha256 !== null && row.rows_sha256 !== sha256(row.rows ?? '')
                ? 'rows'
                : null
      if (reason !== null) return { ok: false, entries: String(seq), head: hash, broken: { seq: String(row.seq), reason } }
      seq = row.seq
      hash = row.hash
    }
    if (rows.length < SLICE) break
  }
  const stray = await strayRow(db).executeTakeFirst()
  if (stray !== undefined) return { ok: false, entries: String(seq), head: hash, broken: { seq: String(stray.seq ?? seq), reason: 'rows' } }
  const head = await db.selectFrom('history_head').select(['seq', 'hash']).executeTakeFirstOrThrow()
  if (head.seq !== seq || head.hash !== hash)
    return { ok: false, entries: String(seq), head: hash, broken: { seq: String(head.seq), reason: 'head' } }
  return { ok: true, entries: String(seq), head: seq === 0n ? null : hash, broken: null }
}

/** A row of no command that the chain sums: added beside it. */
export const strayRow = (db: Kysely<Tables>) =>
  db
    .selectFrom('history_row as r')
    .select((eb) =>
      eb
        .selectFrom('history as h')
        .select((e) => e.fn.min('h.seq').as('seq'))
        .whereRef('h.change_id', '=', 'r.change_id')
        .as('seq'),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('history as h').select('h.seq').whereRef('h.change_id', '=', 'r.change_id').where('h.rows_sha256', 'is not', null),
        ),
      ),
    )
    .limit(1)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
