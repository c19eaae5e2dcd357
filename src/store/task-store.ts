import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { byName } from '../base/fold.ts'
import { sightOf } from '../kernel/access/who.ts'
import type { Day } from '../kernel/period/day.ts'
import { type Lateness, latenesses } from '../kernel/task/lateness.ts'
import { inOrder as inOrderOfReview } from '../kernel/task/order.ts'
import { proposalStates } from '../kernel/task/task.ts'
import { type AsOf, asOf } from '../operations/board/ports.ts'
import type { Context } from '../operations/operation.ts'
import type { TaskFilter, TaskPage, TaskPorts } from '../operations/task/ports.ts'
import type { TaskRow } from '../operations/task/views.ts'
import { closedByLead } from './closed-work-store.ts'
import { heirsOfEnded, holdersOfTasks } from './held-store.ts'
import { helpersOfTasks } from './helping-store.ts'
import { isDayKey, isInstantKey, isUuid, readKey, writeKey } from './page-key.ts'
import type { Tables } from './tables.ts'
import { dueDayOf, dueKeyOf } from './task-given.ts'
import { chosen, classOf, documentNamed, helpers, isAsked, type Standing, standing, tasksWith, type Which } from './task-standing.ts'
import { standingThen } from './task-standing-then.ts'
import { inStateThen, momentsOf } from './task-then.ts'
import { listedColumns, rowOf, type TaskRecord, viewOf } from './task-views.ts'
import { addTasks, assignTask, changeTask, type Later } from './task-writes.ts'

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
    async list(filter) {
      const found = await placesOf(db, filter, home)
      return pageOf(found, await rowsAt(db, found.places, filter))
    },
    async lists(asOf, filters) {
      const found: Found[] = []
      for (const filter of filters) found.push(await placesOf(db, { ...filter, ...asOf }, home))
      const once = new Map(found.flatMap(({ places }) => places.map((place) => [place.id, place] as const)))
      const rows = new Map((await rowsAt(db, [...once.values()], asOf)).map((row) => [row.id, row]))
      return found.map((one) =>
        pageOf(
          one,
          one.places.flatMap(({ id }) => rows.get(id) ?? []),
        ),
      )
    },
    counts: (asOf) => counts(db, asOf, sightOf(context.who) === 'all'),
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

export const listedTasks = (db: Kysely<Tables>) => withDocument(db).select(listedColumns).select(dueDayOf('task').as('due_day'))

const withDocument = (db: Kysely<Tables>) =>
  db
    .selectFrom('task')
    .innerJoin('document', 'document.id', 'task.document_id')
    .select([
      'document.slug as document_slug',
      'document.type as document_type',
      'document.number as document_number',
      'document.signed_on as document_signed_on',
      'document.sample as document_sample',
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
  const parts = await db
    .selectFrom('task')
    .select(['id', 'code', 'parent_id', 'lead_name', 'state', 'named', 'kind', 'assigned_on', 'closed_on'])
    .select(dueDayOf('task').as('due_day'))
    .where('parent_id', 'in', ids)
    .orderBy('id')
    .execute()
  const stood = past ? await momentsOf(db, parts, on) : null
  const then = past ? await partsThen(db, parts, on) : null
  const children = parts.map((part) => ({
    ...part,
    ...then?.get(part.id),
    state: part.code === null ? part.state : (stood?.get(part.id)?.state ?? part.state),
  }))
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
      children.filter((child) => child.parent_id === row.id),
      joint.filter((one) => one.task_id === row.id).map((one) => one.of_place),
      helping.get(row.id) ?? [],
      ended,
    ),
  )
}

/** By when parts were due at the end of a past day, and whether they were closed. [TSK-37] */
async function partsThen(db: Kysely<Tables>, parts: readonly { readonly id: string }[], on: Day) {
  const ids = parts.map((part) => part.id)
  const rows = ids.length === 0 ? [] : await standingThen(db, on).where('task.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { due_day: row.due, closed_on: row.closed_on }]))
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
    .where('assignment.task_id', 'in', ids)
    .select(['assignment.task_id', 'organisation.of_place'])
    .distinct()
    .orderBy('organisation.of_place')

type Placed = Pick<Standing, 'id' | 'due' | 'due_original' | 'due_key' | 'recorded_at' | 'closed_on'>

/** Proposals have no code yet; everything else is given out and stands on a day. */
export const listed = (db: Kysely<Tables>, filter: TaskFilter, home: string, which: Which = 'all') =>
  isProposals(filter) ? proposed(db, filter) : givenOut(db, filter, home, which)

const isProposals = (filter: TaskFilter): boolean => proposalStates.some((one) => one === filter.state)

const givenOut = (db: Kysely<Tables>, filter: TaskFilter, home: string, which: Which) => {
  let query = chosen(db, filter, home, which)
  if (filter.state !== null)
    query = filter.past ? query.where('s.id', 'in', inStateThen(filter.on, filter.state)) : query.where('s.state', '=', filter.state)
  return filter.kind === null ? query : query.where('s.kind', '=', filter.kind)
}

const proposed = (db: Kysely<Tables>, filter: TaskFilter) => {
  const proposals = db
    .selectFrom('task')
    .select([
      'id',
      'document_id',
      'lead_id',
      sql<string>`''`.as('lead_name'),
      dueDayOf('task').as('due'),
      dueKeyOf(dueDayOf('task')).as('due_key'),
      'due_original',
      'closed_on',
    ])
    .select([sql<boolean>`false`.as('cancelled'), 'state', 'kind', 'recorded_at'])
    .where('code', 'is', null)
  let query = db.selectFrom(proposals.as('s')).where('s.state', '=', filter.state)
  if (filter.kind !== null) query = query.where('s.kind', '=', filter.kind)
  if (filter.document !== null) query = query.where('s.document_id', '=', documentNamed(db, filter.document))
  if (isAsked(filter.q)) query = query.where('s.id', 'in', tasksWith(filter.q, null))
  return query
}

/** What is listed, in parts that each have an index in the order of days; of a past day, and of proposals, it is one. */
const partsOf = (filter: TaskFilter): readonly Which[] => (filter.past || isProposals(filter) ? ['all'] : ['named', 'counted'])

/** The ids of a page first, from narrow indexes, as many of each part; then the rows, which are wide. */
export const page = (db: Kysely<Tables>, filter: TaskFilter, home: string) => {
  const firsts = partsOf(filter).map((which) => sql`(${inOrder(after(listed(db, filter, home, which).select(PLACE), filter), filter)})`)
  return inOrder(db.selectFrom(sql<Placed>`(${sql.join(firsts, sql` union all `)})`.as('s')).select(PLACE), filter)
}

const PLACE = ['s.id', 's.due', 's.due_original', 's.due_key', 's.recorded_at', 's.closed_on'] as const

type Places = SelectQueryBuilder<Tables & { s: Placed }, 's', Placed>

const after = (query: Places, filter: TaskFilter): Places => {
  const key = readKey(filter.after)
  const byDue = filter.sort === 'due'
  if (key === null || !isUuid(key[1]) || !(byDue ? isDayKey(key[0]) : isInstantKey(key[0]))) return query
  return query.where(
    byDue
      ? sql<boolean>`(s.due_key, s.id) > (${key[0]}::date, ${key[1]}::uuid)`
      : sql<boolean>`(s.recorded_at, s.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`,
  )
}

const inOrder = (query: Places, { sort, limit }: TaskFilter): Places =>
  (sort === 'due' ? query.orderBy('s.due_key').orderBy('s.id') : query.orderBy('s.recorded_at', 'desc').orderBy('s.id', 'desc')).limit(
    limit + 1,
  )

/** How many there are on all pages. */
export const totalOf = (db: Kysely<Tables>, filter: TaskFilter, home: string) => {
  const counts = partsOf(filter).map((which) => sql`(${listed(db, filter, home, which).select((eb) => eb.fn.countAll().as('n'))})`)
  return db.selectNoFrom(sql<bigint>`${sql.join(counts, sql` + `)}`.as('total'))
}

type Found = { readonly places: readonly Placed[]; readonly next: string | null; readonly total: number }

const pageOf = ({ next, total }: Found, items: readonly TaskRow[]): TaskPage => ({ items, next, total })

async function placesOf(db: Kysely<Tables>, filter: TaskFilter, home: string): Promise<Found> {
  if (filter.past) await withRoom(db)
  const found = await page(db, filter, home).execute()
  const { total } = await totalOf(db, filter, home).executeTakeFirstOrThrow()
  const places = found.slice(0, filter.limit)
  const last = found.length > filter.limit ? places.at(-1) : undefined
  return {
    places,
    next: last === undefined ? null : writeKey(filter.sort === 'due' ? last.due_key : last.recorded_at, last.id),
    total: Number(total),
  }
}

/** Rows in the order of their places; of a past day with what was so then. */
export async function rowsAt(db: Kysely<Tables>, places: readonly Placed[], asOf: AsOf): Promise<readonly TaskRow[]> {
  if (places.length === 0) return []
  const ids = places.map((place) => place.id)
  const rows = new Map((await listedTasks(db).where('task.id', 'in', ids).execute()).map((row) => [row.id, row]))
  const holders = await holdersOfTasks(db, ids, asOf.on)
  const moments = asOf.past ? await momentsOf(db, [...rows.values()], asOf.on) : null
  return places.flatMap((place) => {
    const row = rows.get(place.id)
    if (row === undefined) return []
    return rowOf(
      { ...row, due_day: place.due, due_original: place.due_original, closed_on: place.closed_on, ...moments?.get(place.id) },
      asOf.on,
      holders.get(place.id) ?? null,
    )
  })
}

/** Room to count in memory, until the transaction ends: with the usual 4 MB such questions are sorted on the disk. */
export async function withRoom(db: Kysely<Tables>): Promise<void> {
  await sql`select set_config('work_mem', '32MB', true)`.execute(db)
}

/** By lead too: whoever asks for the classes offers the leads beside them, and one pass over the work tells both. */
export const countByLateness = (db: Kysely<Tables>, asOf: AsOf, which: 'all' | 'open' = 'all') => {
  const all = db
    .selectFrom(standing(db, asOf).as('s'))
    .select((eb) => ['s.lead_name', classOf(asOf.on).as('class'), eb.fn.countAll<bigint>().as('n')])
    .groupBy(['s.lead_name', 'class'])
  return which === 'open' ? all.where('s.closed_on', 'is', null) : all
}

async function counts(db: Kysely<Tables>, asOf: AsOf, seesAll: boolean): ReturnType<TaskPorts['tasks']['counts']> {
  const kept = seesAll && !asOf.past
  const counted = await countByLateness(db, asOf, kept ? 'open' : 'all').execute()
  const found = kept ? [...counted, ...(await closedByLead(db))] : counted
  const count = (of: Lateness): number => found.reduce((sum, row) => (row.class === latenesses.indexOf(of) ? sum + Number(row.n) : sum), 0)
  const byLateness = {
    overdue: count('overdue'),
    'due-soon': count('due-soon'),
    'in-time': count('in-time'),
    'done-on-time': count('done-on-time'),
    'done-late': count('done-late'),
    'no-due': count('no-due'),
  }
  return {
    byLateness,
    total: Object.values(byLateness).reduce((sum, n) => sum + n, 0),
    leads: byName([...new Set(found.flatMap((row) => row.lead_name ?? []))], (name) => name),
  }
}
