import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import { type Day, parseDay } from '../kernel/period/day.ts'
import { facts } from '../kernel/task/life.ts'
import { ACCEPTED_RECURRING, replay, stateOf } from '../kernel/task/replay.ts'
import { taskKinds } from '../kernel/task/task.ts'
import type { Tables } from './tables.ts'
import { member } from './task-views.ts'

/** What these columns of a task were on a past day, by what had been said about it until then. [BRD-1] */
type Then = Pick<Selectable<Tables['task']>, 'state' | 'percent' | 'asked_day' | 'escalated'>

export async function momentsOf(
  db: Kysely<Tables>,
  rows: readonly Pick<Selectable<Tables['task']>, 'id' | 'kind'>[],
  on: Day,
): Promise<ReadonlyMap<string, Then>> {
  if (rows.length === 0) return new Map()
  const said = Map.groupBy(
    await saidUntil(
      db,
      rows.map((row) => row.id),
      on,
    ).execute(),
    (event) => event.task_id,
  )
  return new Map(
    rows.map(({ id, kind }) => {
      const moved = (said.get(id) ?? []).map((event) => ({
        kind: member(facts, event.kind),
        percent: event.percent,
        day: event.day === null ? null : parseDay(event.day),
      }))
      const { state, percent, askedDay, escalated } = replay(member(taskKinds, kind), moved)
      return [id, { state, percent, asked_day: askedDay, escalated }]
    }),
  )
}

/** In what state the task `s` was at the end of a past day, as `replay` gives it: by the last fact that says so. [TSK-37] @cost a look at the index of its facts for each task, for the page and again for its total: 4.5 s of 100,000 tasks, against 0.2 without it */
export const stateThen = (on: Day): RawBuilder<string> => {
  const cases = Object.entries(stateOf).map(([fact, state]) => sql`when ${sql.lit(fact)} then ${sql.lit(state)}`)
  return sql<string>`coalesce((
    select case when e.kind = 'accepted' and s.kind = 'recurring' then ${sql.lit(ACCEPTED_RECURRING)} else case e.kind ${sql.join(cases, sql` `)} end end
    from task_event e
    where e.task_id = s.id and e.on_day <= ${on}::date and e.kind in (${sql.join(Object.keys(stateOf).map((fact) => sql.lit(fact)))})
    order by e.id desc limit 1
  ), 'assigned')`
}

const saidUntil = (db: Kysely<Tables>, tasks: readonly string[], on: Day) =>
  db
    .selectFrom('task_event')
    .select(['task_id', 'kind', 'percent', 'day'])
    .where('task_id', 'in', tasks)
    .where('on_day', '<=', sql<string>`${on}::date`)
    .where('kind', '<>', 'part')
    .orderBy('id')
