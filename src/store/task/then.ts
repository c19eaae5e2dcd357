import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import { type Day, parseDay } from '../../kernel/period/day.ts'
import { facts } from '../../kernel/task/life.ts'
import { ACCEPTED_RECURRING, replay, stateOf } from '../../kernel/task/replay.ts'
import { taskKinds } from '../../kernel/task/task.ts'
import type { Tables } from '../tables.ts'
import { member } from './views.ts'

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

/**
 * The tasks that were in a state at the end of a past day, as `replay` gives it: by the last fact that says so. [TSK-37]
 *
 * @cost one pass over the index of what was said until then; a look at the index for each task costs ten times as much
 */
export const inStateThen = (on: Day, state: string): RawBuilder<string> => {
  const cases = Object.entries(stateOf).map(([fact, state]) => sql`when ${sql.lit(fact)} then ${sql.lit(state)}`)
  return sql<string>`(
    select t.id
    from task t
    left join (
      select distinct on (e.task_id) e.task_id, e.kind
      from task_event e
      where e.on_day <= ${on}::date and e.kind in (${sql.join(Object.keys(stateOf).map((fact) => sql.lit(fact)))})
      order by e.task_id, e.id desc
    ) last on last.task_id = t.id
    where t.code is not null and ${state} = case
      when last.kind is null then 'assigned'
      when last.kind = 'accepted' and t.kind = 'recurring' then ${sql.lit(ACCEPTED_RECURRING)}
      else case last.kind ${sql.join(cases, sql` `)} end
    end
  )`
}

const saidUntil = (db: Kysely<Tables>, tasks: readonly string[], on: Day) =>
  db
    .selectFrom('task_event')
    .select(['task_id', 'kind', 'percent', 'day'])
    .where('task_id', 'in', tasks)
    .where('on_day', '<=', sql<string>`${on}::date`)
    .where('kind', 'not in', ['part', 'answered'])
    .orderBy('id')
