import { type Kysely, sql } from 'kysely'
import type { Day } from '../../kernel/period/day.ts'
import { inOrder as inOrderOfReview } from '../../kernel/task/order.ts'
import { type AsOf, asOf } from '../../operations/board/ports.ts'
import type { Context } from '../../operations/operation.ts'
import type { TaskPorts } from '../../operations/task/ports.ts'
import { isUuid } from '../page-key.ts'
import type { Tables } from '../tables.ts'
import { dueDayOf, withDocument } from './given.ts'
import { heirsOfEnded, holdersOfTasks } from './held-store.ts'
import { helpersOfTasks } from './helping-store.ts'
import { taskListPorts } from './list-store.ts'
import { helpers } from './standing.ts'
import { standingThen } from './standing-then.ts'
import { momentsOf } from './then.ts'
import { isWhole, type TaskRecord, viewOf } from './views.ts'
import { partsOfWholes } from './whole-store.ts'
import { addTasks, assignTask, changeTask, type Later } from './writes.ts'

/** Tasks, who holds them and when they are due. Every query runs inside the caller's transaction, as the restricted role. */
export const taskPorts = (db: Kysely<Tables>, context: Context, home: string, later: Later): TaskPorts => ({
  tasks: {
    add: (drafts) => addTasks(db, context, drafts),
    async get(idOrCode, on) {
      const row = await tasks(db)
        // a code is found as it is typed: nv-2026-0001
        .where(isUuid(idOrCode) ? 'task.id' : 'task.code', '=', idOrCode.toUpperCase())
        .executeTakeFirst()
      const asked = asOf(on, context.today)
      const then = row === undefined || row.code === null || !asked.past ? row : await asItStood(db, row, on)
      return then === undefined ? null : ((await viewsOf(db, [then], asked, home))[0] ?? null)
    },
    async ofDocument(document, on) {
      const rows = await tasks(db)
        .where('task.document_id', '=', document)
        .orderBy('task.position')
        .orderBy('task.recorded_at')
        .orderBy('task.id')
        .execute()
      return inOrderOfReview(await viewsOf(db, rows, { on, past: false }, home))
    },
    ...taskListPorts(db, context.who, home),
    change: (id, version, changes) => changeTask(db, context, id, version, changes),
    async assign(id, version, on) {
      // the row is held first: whoever changes it meanwhile waits, and then meets another version
      const held = await db
        .selectFrom('task')
        .select('id')
        .where('id', '=', id)
        .where('version', '=', version)
        .where('state', '=', 'confirmed')
        .forUpdate()
        .executeTakeFirst()
      const task = held === undefined ? undefined : await tasks(db).where('task.id', '=', id).executeTakeFirst()
      return task === undefined ? null : assignTask(db, context, later, task, on)
    },
  },
})

/** A task with the document it comes from; its due day is the one in force. */
export const tasks = (db: Kysely<Tables>) =>
  withDocument(db)
    .selectAll('task')
    .select((eb) => [
      dueDayOf('task').as('due_day'),
      eb.exists(eb.selectFrom('task as child').select('child.id').whereRef('child.parent_id', '=', 'task.id')).as('is_parent'),
    ])

async function viewsOf(
  db: Kysely<Tables>,
  rows: readonly TaskRecord[],
  { on, past }: AsOf,
  home: string,
): ReturnType<TaskPorts['tasks']['ofDocument']> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const dues = await duesOf(db, ids, past ? on : null).execute()
  const parts = await partsOfWholes(
    db,
    rows.filter((row) => isWhole(row)).map((row) => row.id),
    { on, past },
  )
  const holders = await holdersOfTasks(db, ids, on)
  const helping = await helpersOfTasks(db, ids, on)
  const proposals = rows.filter((row) => row.code === null)
  const leads = proposals.flatMap((row) => row.named.lead.flatMap(({ organisation }) => organisation ?? []))
  const ended = await heirsOfEnded(db, leads, on)
  const joint = await neighboursOf(db, ids, on, home).execute()
  return rows.map((row) =>
    viewOf(
      row,
      on,
      holders.get(row.id) ?? null,
      dues.filter((due) => due.task_id === row.id),
      parts.get(row.id) ?? [],
      joint.filter((one) => one.task_id === row.id).map((one) => one.of_place),
      helping.get(row.id) ?? [],
      ended,
    ),
  )
}

/** Every date that tasks ever had. @param until known at the end of that day; null: all */
export const duesOf = (db: Kysely<Tables>, ids: readonly string[], until: Day | null) => {
  const dues = db.selectFrom('due_fact').selectAll().where('task_id', 'in', ids).orderBy('id')
  return until === null ? dues : dues.where('recorded_at', '<', sql<string>`(${until}::date + 1)::timestamptz`)
}

/** Given-out work as it stood at the end of a past day: what the list of that day shows of it. [TSK-37] @returns undefined: it was not given out yet */
async function asItStood(db: Kysely<Tables>, row: TaskRecord, on: Day): Promise<TaskRecord | undefined> {
  if (row.assigned_on === null || row.assigned_on > on) return undefined
  const then = await standingThen(db, on).where('task.id', '=', row.id).executeTakeFirst()
  const moment = (await momentsOf(db, [row], on)).get(row.id)
  // with what was split nothing is done as a whole
  if (then === undefined) return row
  return { ...row, ...moment, due_day: then.due, due_original: then.due_original, closed_on: then.closed_on }
}

/** By the bodies that the board counts joint work by. [BRD-7] [TSK-24] */
export const neighboursOf = (db: Kysely<Tables>, ids: readonly string[], on: Day, home: string) =>
  helpers(db, on, home)
    .where('helping.task_id', 'in', ids)
    .select(['helping.task_id', 'helping.of_place'])
    .distinct()
    .orderBy('helping.of_place')
