import { type Kysely, sql } from 'kysely'
import type { Day } from '../../kernel/period/day.ts'
import type { Waiting } from '../../operations/board/ports.ts'
import type { Tables } from '../tables.ts'
import { due, dueKeyOf, withTerm } from './given.ts'

/** Given-out work as it stood at the end of a past day, by the facts known by then. [BRD-1] @cost one pass over the tasks, and a look at the few whose due day or lead changed since */
export const standingThen = (db: Kysely<Tables>, on: Day) => {
  const dueThen = sql<
    string | null
  >`case when later.task_id is null then ${due} when later.id is null then task.due_original else later.day end`
  return withTerm(db)
    .leftJoin(dueMoved(db, on).as('later'), 'later.task_id', 'task.id')
    .leftJoin(formerLeads(db, on).as('former'), 'former.task_id', 'task.id')
    .where('task.assigned_on', '<=', on)
    .select([
      'task.id',
      'task.document_id',
      sql<string | null>`case when former.task_id is null then task.lead_id else former.organisation_id end`.as('lead_id'),
      sql<string>`coalesce(former.name, task.lead_name)`.as('lead_name'),
      dueThen.as('due'),
      dueKeyOf(dueThen).as('due_key'),
      // of recurring work the first day of the occurrence of then
      sql<string | null>`case when later.id is null then task.due_original else later.first end`.as('due_original'),
      sql<string | null>`case when task.closed_on <= ${on}::date then task.closed_on end`.as('closed_on'),
      sql<boolean>`(task.state = 'cancelled' and task.closed_on <= ${on}::date)`.as('cancelled'),
      'task.state',
      'task.kind',
      'task.recorded_at',
    ])
}

/** Who led on the day and does no more. */
const formerLeads = (db: Kysely<Tables>, on: Day) =>
  db
    .selectFrom('assignment')
    .select(['assignment.task_id', 'assignment.organisation_id', 'assignment.name'])
    .where('assignment.role', '=', 'lead')
    .where('assignment.to_day', '>', on)
    .where('assignment.from_day', '<=', on)

const morrowOf = (on: Day) => sql<string>`(${on}::date + 1)::timestamptz`
const dueMovedSince = (db: Kysely<Tables>, on: Day) =>
  db.selectFrom('due_fact').select('task_id').distinct().where('reason', '<>', 'original').where('recorded_at', '>=', morrowOf(on))

/** Tasks whose due day was moved after the day, with the fact in force at its end, and what first set it. The first fact is there before work is given out. */
const dueMoved = (db: Kysely<Tables>, on: Day) =>
  db
    .selectFrom(dueMovedSince(db, on).as('moved'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('due_fact')
          .select((of) => [
            of.fn.max('due_fact.id').as('id'),
            sql<string | null>`(array_agg(due_fact.day order by due_fact.id desc))[1]`.as('day'),
            sql<string | null>`(array_agg(due_fact.day order by due_fact.id desc)
              filter (where due_fact.reason in ('original', 'correction', 'recurrence')))[1]`.as('first'),
          ])
          .whereRef('due_fact.task_id', '=', 'moved.task_id')
          .where('due_fact.recorded_at', '<', morrowOf(on))
          .as('fact'),
      (join) => join.onTrue(),
    )
    .select(['moved.task_id', 'fact.id', 'fact.day', 'fact.first'])

/** What waited for a decision at the end of a past day, and for which. [BRD-5] */
export const waitsThen = (db: Kysely<Tables>, on: Day) => {
  const is = (of: Exclude<Waiting, 'any'>) => sql<boolean>`bool_or(task_wait.for = ${sql.lit(of)})`
  return db
    .selectFrom('task_wait')
    .select(['task_wait.task_id', is('claimed').as('claimed'), is('disputed').as('disputed')])
    .select([is('extension').as('extension'), is('escalated').as('escalated')])
    .where('task_wait.from_day', '<=', on)
    .where((eb) => eb.or([eb('task_wait.to_day', 'is', null), eb('task_wait.to_day', '>', on)]))
    .groupBy('task_wait.task_id')
}
