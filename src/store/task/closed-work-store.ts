import type { Kysely } from 'kysely'
import { latenesses } from '../../kernel/task/lateness.ts'
import type { Tables } from '../tables.ts'
import { CANCELLED } from './standing.ts'

/**
 * The kept sums of closed work. Its class is settled when it is closed, whatever day it is: triggers keep how much there is
 * of each (migration 0019), and a question of today about all work counts what is open and adds these. [BRD-15]
 */
export type ClosedCell = {
  /** Places in `latenesses`, or `CANCELLED`: by the due day in force, and by the first. */
  readonly class: number
  readonly first: number
  readonly n: number
  readonly lead_id: string | null
  /** null: a sum of a month. */
  readonly lead_name: string | null
  readonly month: string | null
}

export const sumsByLead = (db: Kysely<Tables>) => db.selectFrom('closed_by_lead').selectAll().where('n', '<>', 0n)
export const sumsByMonth = (db: Kysely<Tables>) => db.selectFrom('closed_by_month').selectAll().where('n', '<>', 0n)

const place = (of: string): number => (of === 'cancelled' ? CANCELLED : (latenesses as readonly string[]).indexOf(of))

export const closedByLead = async (db: Kysely<Tables>): Promise<readonly ClosedCell[]> =>
  (await sumsByLead(db).execute()).map((row) => ({
    class: place(row.class),
    first: place(row.first),
    n: Number(row.n),
    lead_id: row.lead_id,
    lead_name: row.lead_name,
    month: null,
  }))

export const closedByMonth = async (db: Kysely<Tables>): Promise<readonly ClosedCell[]> =>
  (await sumsByMonth(db).execute()).map((row) => ({
    class: place(row.class),
    first: place(row.first),
    n: Number(row.n),
    lead_id: null,
    lead_name: null,
    month: row.month,
  }))
