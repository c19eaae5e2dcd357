import { type Kysely, sql } from 'kysely'
import type { Day } from '../../kernel/period/day.ts'
import type { OpenTask, StoredPlan } from '../../operations/succession/ports.ts'
import type { Tables } from '../tables.ts'

/** The open work that a succession meets, and how its lead is handed on: one statement each, however many tasks. */
const openLeads = (db: Kysely<Tables>) =>
  db
    .selectFrom('task')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.task_id', '=', 'task.id').on('assignment.role', '=', 'lead').on('assignment.to_day', 'is', null),
    )
    .where('task.code', 'is not', null)
    .where('task.closed_on', 'is', null)

export const openByLead = (db: Kysely<Tables>): Promise<{ organisation: string | null; count: number }[]> =>
  openLeads(db)
    .select((eb) => ['assignment.organisation_id as organisation', sql<number>`${eb.fn.countAll()}::int`.as('count')])
    .groupBy('assignment.organisation_id')
    .execute()

export const openPairs = (db: Kysely<Tables>): Promise<{ lead: string; other: string; count: number }[]> =>
  openLeads(db)
    .innerJoin('assignment as also', (join) =>
      join.onRef('also.task_id', '=', 'task.id').on('also.role', 'in', ['co-lead', 'coordinator']).on('also.to_day', 'is', null),
    )
    .where('assignment.organisation_id', 'is not', null)
    .where('also.organisation_id', 'is not', null)
    .select((eb) => [
      eb.ref('assignment.organisation_id').$notNull().as('lead'),
      eb.ref('also.organisation_id').$notNull().as('other'),
      sql<number>`${eb.fn.countAll()}::int`.as('count'),
    ])
    .groupBy(['assignment.organisation_id', 'also.organisation_id'])
    .execute()

export async function openOf(
  db: Kysely<Tables>,
  plan: string,
  leads: readonly string[],
  after: string | null,
  limit: number,
): Promise<readonly OpenTask[]> {
  if (leads.length === 0) return []
  let query = openLeads(db)
    .leftJoin('succession_route as route', (join) => join.onRef('route.task_id', '=', 'task.id').on('route.plan_id', '=', plan))
    .where('assignment.organisation_id', 'in', leads)
    .select((eb) => [
      'task.id',
      eb.ref('task.code').$notNull().as('code'),
      'task.title',
      'task.quote',
      eb.ref('assignment.organisation_id').$notNull().as('lead'),
      'assignment.name as leadName',
      'route.organisation_id as route',
    ])
    .orderBy('task.id')
  if (after !== null) query = query.where('task.id', '>', after)
  return query.limit(limit).execute()
}

/** What says that a lead came by a succession, or went back by its undoing. */
const basisOf = (plan: string): string => `succession:${plan}`
const undoOf = (plan: string): string => `succession-undo:${plan}`

type Moves = readonly { readonly task: string; readonly to: string; readonly name: string }[]

export const giveOver = (db: Kysely<Tables>, plan: StoredPlan, moves: Moves): Promise<void> => handOn(db, plan.day, basisOf(plan.id), moves)
/** What was given to a body that an undone plan made goes to one it came of. [ORG-22] */
export const handBack = (db: Kysely<Tables>, plan: StoredPlan, on: Day, moves: Moves): Promise<void> =>
  handOn(db, on, undoOf(plan.id), moves)

type Sources = readonly { readonly body: string; readonly to: string; readonly name: string }[]

/** A part of other bodies' open work that was given to a body of an undone plan goes to all it came of, but those that hold a part already. [ORG-22] @returns the tasks */
export async function handBackHelp(db: Kysely<Tables>, plan: StoredPlan, on: Day, sources: Sources): Promise<readonly string[]> {
  if (sources.length === 0) return []
  const { rows } = await sql<{ task_id: string }>`
    with source as (select * from jsonb_to_recordset(${JSON.stringify(sources.map((one, n) => ({ ...one, n })))}::jsonb) as s (body text, "to" text, name text, n int)),
    closed as (
      update assignment a set to_day = greatest(a.from_day, ${on}::date)
      from task t
      where t.id = a.task_id
        and t.closed_on is null
        and a.role in ('co-lead', 'coordinator')
        and a.to_day is null
        and a.organisation_id in (select body from source)
      returning a.task_id, a.organisation_id, a.role, a.to_day
    ),
    given as (
      insert into assignment (task_id, organisation_id, name, role, from_day, basis)
      select c.task_id, s."to", s.name, min(c.role), max(c.to_day), ${undoOf(plan.id)}
      from closed c
      join source s on s.body = c.organisation_id
      where not exists (select from assignment h where h.task_id = c.task_id and h.to_day is null and h.organisation_id = s."to")
      group by c.task_id, s."to", s.name
      order by c.task_id, min(s.n)
    )
    select distinct task_id from closed order by 1`.execute(db)
  return rows.map((row) => row.task_id)
}

async function handOn(db: Kysely<Tables>, on: Day, basis: string, moves: Moves): Promise<void> {
  if (moves.length === 0) return
  const given = sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as given (task uuid, "to" text, name text)`
  const closed = sql`
    update assignment a set to_day = greatest(a.from_day, ${on}::date)
    from ${given}
    where a.task_id = given.task
      and a.role = 'lead'
      and a.to_day is null`
  await closed.execute(db)
  await sql`
    update task t set lead_id = given."to", lead_name = given.name
    from ${given}
    where t.id = given.task`.execute(db)
  // last: whoever is told something meanwhile waits from here on [NOT-9]
  await sql`
    insert into assignment (task_id, organisation_id, name, role, from_day, basis)
    select given.task, given."to", given.name, 'lead', max(a.to_day), ${basis}
    from ${given}
    join assignment a on a.task_id = given.task and a.role = 'lead'
    group by given.task, given."to", given.name`.execute(db)
}

export async function closeRouted(db: Kysely<Tables>, plan: StoredPlan, on: Day): Promise<readonly string[]> {
  const { rows } = await sql<{ task_id: string }>`
    update assignment a set to_day = greatest(a.from_day, ${on}::date)
    from task t
    where t.id = a.task_id
      and t.closed_on is null
      and a.role = 'lead'
      and a.to_day is null
      and a.basis = ${basisOf(plan.id)}
    returning a.task_id`.execute(db)
  const tasks = rows.map((row) => row.task_id)
  if (tasks.length === 0) return []
  const before = sql`(
    select distinct on (came.task_id) came.task_id, had.organisation_id, had.name, came.to_day
    from assignment came
    join assignment had on had.task_id = came.task_id and had.role = 'lead' and had.to_day = came.from_day and had.id < came.id
    where came.basis = ${basisOf(plan.id)}
      and came.task_id = any (${tasks}::uuid[])
    order by came.task_id, had.id desc
  ) before`
  await sql`
    update task t set lead_id = before.organisation_id, lead_name = before.name
    from ${before}
    where t.id = before.task_id`.execute(db)
  await sql`
    insert into assignment (task_id, organisation_id, name, role, from_day, basis)
    select task_id, organisation_id, name, 'lead', to_day, ${undoOf(plan.id)}
    from ${before}`.execute(db)
  return tasks
}
