import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { byName } from '../../base/fold.ts'
import { sightOf, type Who } from '../../kernel/access/who.ts'
import { type Lateness, latenesses } from '../../kernel/task/lateness.ts'
import { proposalStates } from '../../kernel/task/task.ts'
import type { AsOf } from '../../operations/board/ports.ts'
import type { TaskFilter, TaskPage, TaskPorts } from '../../operations/task/ports.ts'
import type { TaskRow } from '../../operations/task/views.ts'
import { isDayKey, isInstantKey, isUuid, readKey, writeKey } from '../page-key.ts'
import type { Tables } from '../tables.ts'
import { closedByLead } from './closed-work-store.ts'
import { dueDayOf, dueKeyOf, withDocument } from './given.ts'
import { holdersOfTasks } from './held-store.ts'
import { chosen, classOf, documentNamed, isAsked, type Standing, standing, tasksWith, type Which } from './standing.ts'
import { inStateThen, momentsOf } from './then.ts'
import { isWhole, listedColumns, rowOf, withWhole } from './views.ts'
import { partsOfWholes } from './whole-store.ts'

/** Lists of tasks, page by page, and how many there are of each: on a day, by the facts known by then. */
export const taskListPorts = (db: Kysely<Tables>, who: Who, home: string): Pick<TaskPorts['tasks'], 'list' | 'lists' | 'counts'> => ({
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
  counts: (asOf) => counts(db, asOf, sightOf(who) === 'all'),
})

export const listedTasks = (db: Kysely<Tables>) => withDocument(db).select(listedColumns).select(dueDayOf('task').as('due_day'))

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
  const wholes = [...rows.values()].filter((row) => isWhole(row)).map((row) => row.id)
  const parts = await partsOfWholes(db, wholes, asOf)
  return places.flatMap((place) => {
    const row = rows.get(place.id)
    if (row === undefined) return []
    const then = { ...row, due_day: place.due, due_original: place.due_original, closed_on: place.closed_on, ...moments?.get(place.id) }
    return withWhole(rowOf(then, asOf.on, holders.get(place.id) ?? null), parts.get(place.id) ?? [], asOf.on)
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
