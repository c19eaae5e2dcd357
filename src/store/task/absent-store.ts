import { type Kysely, sql } from 'kysely'
import { REPORTS } from '../../kernel/task/life.ts'
import type { Tables } from '../tables.ts'

/** A body that holds a part of work and has nobody here who could speak for it. [TSK-56] */
type Absent = { readonly organisation: string | null; readonly name: string }

/** Of those who hold a part, the ones for which nobody here has a duty today, nor for whoever has their work by now. */
export async function absentOf(db: Kysely<Tables>, holding: readonly Absent[], on: string): Promise<readonly Absent[]> {
  const bodies = holding.flatMap(({ organisation }) => organisation ?? [])
  const present = new Set(bodies.length === 0 ? [] : (await presentOn(db, bodies, on).execute()).map((row) => row.body))
  return holding.filter(({ organisation }) => organisation === null || !present.has(organisation))
}

export const presentOn = (db: Kysely<Tables>, bodies: readonly string[], on: string) =>
  db
    .selectFrom('organisation_holder as h')
    .innerJoin('organisation_holder as n', (join) =>
      join.on(sql<boolean>`coalesce(n.holder_id, n.organisation_id) = coalesce(h.holder_id, h.organisation_id)`),
    )
    .innerJoin('duty', 'duty.organisation_id', 'n.organisation_id')
    .innerJoin('person', 'person.id', 'duty.person_id')
    .select('h.organisation_id as body')
    .distinct()
    .where('h.organisation_id', 'in', bodies)
    .where(sql<boolean>`daterange(h.from_day, h.to_day) @> ${on}::date`)
    .where(sql<boolean>`daterange(n.from_day, n.to_day) @> ${on}::date`)
    .where('person.disabled_at', 'is', null)
    .where('duty.role', 'in', REPORTS)
    .where(sql<boolean>`daterange(duty.from_day, duty.to_day) @> ${on}::date`)
