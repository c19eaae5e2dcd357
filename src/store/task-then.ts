import { type Kysely, type Selectable, sql } from 'kysely'
import { type Day, parseDay } from '../kernel/period/day.ts'
import { facts } from '../kernel/task/life.ts'
import { replay } from '../kernel/task/replay.ts'
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

const saidUntil = (db: Kysely<Tables>, tasks: readonly string[], on: Day) =>
  db
    .selectFrom('task_event')
    .select(['task_id', 'kind', 'percent', 'day'])
    .where('task_id', 'in', tasks)
    .where('on_day', '<=', sql<string>`${on}::date`)
    .where('kind', '<>', 'part')
    .orderBy('id')
