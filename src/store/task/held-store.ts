import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Day } from '../../kernel/period/day.ts'
import type { Tables } from '../tables.ts'

/**
 * Who answers for work on a day: the body that leads it, or whose heir took its place by then. Computed from the spans of the
 * register of holders, so that a succession rewrites nothing. A body whose heirs share its functions is its own holder, until
 * each piece of its work was given to one of them. [BRD-14]
 */
const holds = (table: 'h' | 'n' | 'organisation_holder', on: string) =>
  sql<SqlBool>`(${sql.ref(`${table}.from_day`)} is null or ${sql.ref(`${table}.from_day`)} <= ${on}::date)
    and (${sql.ref(`${table}.to_day`)} is null or ${sql.ref(`${table}.to_day`)} > ${on}::date)`

/** The bodies whose work that one holds on that day, itself among them. */
export const heldBy = (db: Kysely<Tables>, body: string, on: Day) =>
  db
    .selectFrom('organisation_holder')
    .select('organisation_holder.organisation_id')
    .where(sql`coalesce(holder_id, organisation_id)`, '=', body)
    .where(holds('organisation_holder', on))

export type Holder = { readonly id: string; readonly name: string }

export const holdersOf = (db: Kysely<Tables>, bodies: readonly string[], on: string) =>
  db
    .selectFrom('organisation_holder as h')
    .innerJoin('organisation_name as n', (join) => join.on('n.organisation_id', '=', sql<string>`coalesce(h.holder_id, h.organisation_id)`))
    .select(['h.organisation_id as of', 'n.organisation_id as id', 'n.name'])
    .where('h.organisation_id', 'in', bodies)
    .where(holds('h', on))
    .where(holds('n', on))

/** By the body that leads. One that the register does not know on that day is not in it: it is called as the directive calls it. */
export async function holders(db: Kysely<Tables>, bodies: readonly string[], on: string): Promise<ReadonlyMap<string, Holder>> {
  if (bodies.length === 0) return new Map()
  return new Map((await holdersOf(db, [...new Set(bodies)], on).execute()).map(({ of, ...holder }) => [of, holder]))
}

/** Who has the work of a body that is no more; `holder` null: its heirs share it, or it has none. */
export type Heir = { readonly holder: Holder | null }

/** Of these bodies the ones that are no more on that day. */
export const endedOf = (db: Kysely<Tables>, bodies: readonly string[], on: string) =>
  db
    .selectFrom('organisation_holder as h')
    .leftJoin('organisation_name as n', (join) => join.onRef('n.organisation_id', '=', 'h.holder_id').on(holds('n', on)))
    .select(['h.organisation_id as of', 'h.holder_id as id', 'n.name'])
    .where('h.organisation_id', 'in', bodies)
    .where(holds('h', on))
    .where((eb) => eb.or([eb('h.holder_id', 'is', null), eb('h.holder_id', '<>', eb.ref('h.organisation_id'))]))

/** By the body that is no more. */
export async function heirsOfEnded(db: Kysely<Tables>, bodies: readonly string[], on: string): Promise<ReadonlyMap<string, Heir>> {
  if (bodies.length === 0) return new Map()
  const rows = await endedOf(db, [...new Set(bodies)], on).execute()
  return new Map(rows.map(({ of, id, name }) => [of, { holder: id === null ? null : { id, name: name ?? id } }]))
}

export const leadsOn = (db: Kysely<Tables>, tasks: readonly string[], on: string) =>
  db
    .selectFrom('assignment')
    .select(['task_id', 'organisation_id', 'name'])
    .where('task_id', 'in', tasks)
    .where('role', '=', 'lead')
    .where('from_day', '<=', on)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', on)]))

/** Of each task who holds it on that day; `id` null: a body that is not in the register. */
export async function holdersOfTasks(
  db: Kysely<Tables>,
  tasks: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, { readonly id: string | null; readonly name: string }>> {
  if (tasks.length === 0) return new Map()
  const leads = await leadsOn(db, tasks, on).execute()
  const by = await holders(
    db,
    leads.flatMap((lead) => lead.organisation_id ?? []),
    on,
  )
  return new Map(leads.map((lead) => [lead.task_id, by.get(lead.organisation_id ?? '') ?? { id: lead.organisation_id, name: lead.name }]))
}
