import { type Kysely, sql } from 'kysely'
import { fold, sortKey } from '../base/fold.ts'
import { SOON_DAYS } from '../kernel/task/lateness.ts'
import { proposalStates } from '../kernel/task/task.ts'
import type { Context } from '../operations/operation.ts'
import type { TaskFilter, TaskPorts } from '../operations/task/ports.ts'
import { isDayKey, isInstantKey, isUuid, readKey, writeKey } from './page-key.ts'
import type { Tables } from './tables.ts'
import { rowOf, type TaskRecord, viewOf } from './task-views.ts'
import { addTasks, assignTask, changeTask } from './task-writes.ts'

/** Tasks, who holds them and when they are due. Every query runs inside the caller's transaction, as the restricted role. */
export const taskPorts = (db: Kysely<Tables>, context: Context): TaskPorts => ({
  tasks: {
    add: (drafts) => addTasks(db, context, drafts),
    async get(idOrCode, on) {
      const row = await tasks(db)
        .where(isUuid(idOrCode) ? 'task.id' : 'task.code', '=', idOrCode)
        .executeTakeFirst()
      return row === undefined ? null : ((await viewsOf(db, [row], on))[0] ?? null)
    },
    async ofDocument(document, on) {
      const rows = await tasks(db)
        .where('task.document_id', '=', document)
        .orderBy('task.position')
        .orderBy('task.recorded_at')
        .orderBy('task.id')
        .execute()
      return viewsOf(db, rows, on)
    },
    list: (filter) => list(db, filter),
    counts: (on) => counts(db, on),
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
      return task === undefined ? null : assignTask(db, context, task, on)
    },
  },
})

/** A task with the document it comes from. */
export const tasks = (db: Kysely<Tables>) =>
  db
    .selectFrom('task')
    .innerJoin('document', 'document.id', 'task.document_id')
    .selectAll('task')
    .select((eb) => [
      'document.slug as document_slug',
      'document.type as document_type',
      'document.number as document_number',
      'document.signed_on as document_signed_on',
      'document.sample as document_sample',
      eb.exists(eb.selectFrom('task as child').select('child.id').whereRef('child.parent_id', '=', 'task.id')).as('is_parent'),
    ])

async function viewsOf(db: Kysely<Tables>, rows: readonly TaskRecord[], on: string): ReturnType<TaskPorts['tasks']['ofDocument']> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const dues = await db.selectFrom('due_fact').selectAll().where('task_id', 'in', ids).orderBy('id').execute()
  const children = await db
    .selectFrom('task')
    .select(['id', 'code', 'parent_id', 'lead_name', 'state', 'named'])
    .where('parent_id', 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map((row) =>
    viewOf(
      row,
      on,
      dues.filter((due) => due.task_id === row.id),
      children.filter((child) => child.parent_id === row.id),
    ),
  )
}

/** Parents are left out of lists of given-out work: their children carry it. [TSK-9] */
export const listed = (db: Kysely<Tables>, filter: TaskFilter) => {
  let query = tasks(db)
  if (filter.state !== null) query = query.where('task.state', '=', filter.state)
  if (filter.state === null || !proposalStates.some((one) => one === filter.state))
    query = query.where('task.code', 'is not', null).where('task.lead_name', 'is not', null)
  if (filter.kind !== null) query = query.where('task.kind', '=', filter.kind)
  if (filter.lead !== null) query = query.where('task.lead_name', '=', filter.lead)
  if (filter.document !== null)
    query = isUuid(filter.document)
      ? query.where('task.document_id', '=', filter.document)
      : query.where('document.slug', '=', filter.document)
  if (filter.q !== null && fold(filter.q) !== '') query = query.where('task.search', 'like', `%${fold(filter.q)}%`)
  if (filter.lateness !== null) query = query.where(latenessIs(filter.lateness, filter.on))
  return query
}

/** The kernel's `lateness`, as a condition; `test/contracts` holds the two against one another. */
const latenessIs = (lateness: NonNullable<TaskFilter['lateness']>, on: string) => {
  const open = sql<boolean>`(task.closed_on is null or task.closed_on > ${on}::date)`
  switch (lateness) {
    case 'no-due':
      return sql<boolean>`task.due_day is null`
    case 'overdue':
      return sql<boolean>`task.due_day < ${on}::date and ${open}`
    case 'due-soon':
      return sql<boolean>`task.due_day >= ${on}::date and task.due_day <= ${on}::date + ${sql.lit(SOON_DAYS)} and ${open}`
    case 'in-time':
      return sql<boolean>`task.due_day > ${on}::date + ${sql.lit(SOON_DAYS)} and ${open}`
    case 'done-on-time':
      return sql<boolean>`task.due_day is not null and task.closed_on <= task.due_day and task.closed_on <= ${on}::date`
    case 'done-late':
      return sql<boolean>`task.closed_on > task.due_day and task.closed_on <= ${on}::date`
  }
}

async function list(db: Kysely<Tables>, filter: TaskFilter): ReturnType<TaskPorts['tasks']['list']> {
  const matching = listed(db, filter)
  const after = readKey(filter.after)
  const byDue = filter.sort === 'due'
  let page = byDue
    ? matching.orderBy('task.due_key').orderBy('task.id')
    : matching.orderBy('task.recorded_at', 'desc').orderBy('task.id', 'desc')
  if (after !== null && isUuid(after[1]) && (byDue ? isDayKey(after[0]) : isInstantKey(after[0]))) {
    page = page.where(
      byDue
        ? sql<boolean>`(task.due_key, task.id) > (${after[0]}::date, ${after[1]}::uuid)`
        : sql<boolean>`(task.recorded_at, task.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    )
  }
  const rows = await page.limit(filter.limit + 1).execute()
  const { total } = await matching
    .clearSelect()
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  const items = rows.slice(0, filter.limit)
  const last = rows.length > filter.limit ? items.at(-1) : undefined
  return {
    items: items.map((row) => rowOf(row, filter.on)),
    next: last === undefined ? null : writeKey(byDue ? last.due_key : last.recorded_at, last.id),
    total: Number(total),
  }
}

const classes = ['overdue', 'due-soon', 'in-time', 'done-on-time', 'done-late', 'no-due'] as const

export const countByLateness = (db: Kysely<Tables>, on: string) =>
  db
    .selectFrom('task')
    .select((eb) => classes.map((one) => eb.fn.countAll<bigint>().filterWhere(latenessIs(one, on)).as(one)))
    .where('code', 'is not', null)
    .where('lead_name', 'is not', null)

async function counts(db: Kysely<Tables>, on: string): ReturnType<TaskPorts['tasks']['counts']> {
  const row = await countByLateness(db, on).executeTakeFirstOrThrow()
  const leads = await db
    .selectFrom('task')
    .select('lead_name')
    .distinct()
    .where('code', 'is not', null)
    .where('lead_name', 'is not', null)
    .execute()
  const byLateness = {
    overdue: Number(row.overdue),
    'due-soon': Number(row['due-soon']),
    'in-time': Number(row['in-time']),
    'done-on-time': Number(row['done-on-time']),
    'done-late': Number(row['done-late']),
    'no-due': Number(row['no-due']),
  }
  return {
    byLateness,
    total: Object.values(byLateness).reduce((sum, n) => sum + n, 0),
    leads: leads.flatMap((lead) => lead.lead_name ?? []).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
  }
}
