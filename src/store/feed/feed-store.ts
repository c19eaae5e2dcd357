import { type Kysely, sql } from 'kysely'
import { sightOf } from '../../kernel/access/who.ts'
import { facts } from '../../kernel/task/life.ts'
import type { FeedPorts } from '../../operations/feed/ports.ts'
import type { Context } from '../../operations/operation.ts'
import type { Tables } from '../tables.ts'
import { member } from '../task/views.ts'

/** The newest facts about work. Who sees all walks back along them; who sees his own asks his own tasks for their last. */
export const feedPorts = (db: Kysely<Tables>, context: Context): FeedPorts => ({
  feed: {
    async newest(before, limit) {
      const until = before === null ? null : BigInt(before)
      const rows = await (sightOf(context.who) === 'all' ? newestOfAll(db, until, limit) : newestOfOwn(db, until, limit)).execute()
      return rows.map(({ task_id, code, title, lead_name, kind, ...row }) => ({
        ...row,
        id: String(row.id),
        kind: member(facts, kind),
        task: { id: task_id, code: code ?? '', title, lead: lead_name },
      }))
    },
  },
})

const shown = [
  'task_event.id',
  'task_event.kind',
  'task_event.at',
  'task_event.on_day as on',
  'task_event.actor',
  'task_event.organisation_name as organisation',
  'task_event.percent',
  'task_event.words',
  'task_event.day',
  'task.id as task_id',
  'task.code',
  'task.title',
  'task.lead_name',
] as const

export const newestOfAll = (db: Kysely<Tables>, before: bigint | null, limit: number) => {
  const query = db
    .selectFrom('task_event')
    .innerJoin('task', 'task.id', 'task_event.task_id')
    .select(shown)
    .orderBy('task_event.id', 'desc')
    .limit(limit)
  return before === null ? query : query.where('task_event.id', '<', before)
}

/**
 * The newest `limit` facts lie on the `limit` tasks that were spoken of last; so these are found first, one look at an index
 * a task, however many facts of others lie between. @cost of his own tasks, not of all facts
 */
export const newestOfOwn = (db: Kysely<Tables>, before: bigint | null, limit: number) => {
  const until = before ?? 9_223_372_036_854_775_807n
  const own = sql<{ task_id: string }>`(select distinct own as task_id from own_tasks() own)`
  const lately = db
    .selectFrom(own.as('own'))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('task_event')
          .select((e) => e.fn.max('task_event.id').as('last'))
          .whereRef('task_event.task_id', '=', 'own.task_id')
          .where('task_event.id', '<', until)
          .as('spoken'),
      (join) => join.onTrue(),
    )
    .select('own.task_id')
    .where('spoken.last', 'is not', null)
    .orderBy('spoken.last', 'desc')
    .limit(limit)
  const said = db
    .selectFrom(lately.as('lately'))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('task_event')
          .selectAll()
          .whereRef('task_event.task_id', '=', 'lately.task_id')
          .where('task_event.id', '<', until)
          .orderBy('task_event.id', 'desc')
          .limit(limit)
          .as('said'),
      (join) => join.onTrue(),
    )
    .selectAll('said')
    .orderBy('said.id', 'desc')
    .limit(limit)
  return db
    .selectFrom(said.as('task_event'))
    .innerJoin('task', 'task.id', 'task_event.task_id')
    .select(shown)
    .orderBy('task_event.id', 'desc')
}
