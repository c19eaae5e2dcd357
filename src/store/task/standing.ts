import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { fold } from '../../base/fold.ts'
import type { Day } from '../../kernel/period/day.ts'
import { type Lateness, latenesses, SOON_DAYS } from '../../kernel/task/lateness.ts'
import { openStates } from '../../kernel/task/task.ts'
import type { AsOf, Narrowing, Waiting } from '../../operations/board/ports.ts'
import { isUuid } from '../page-key.ts'
import type { Tables } from '../tables.ts'
import { due, dueKeyOf, given, withTerm } from './given.ts'
import { heldBy } from './held-store.ts'
import { standingThen, waitsThen } from './standing-then.ts'

/** Given-out work as it stands on a day, one row a task: what lists choose from, and what the board counts. [BRD-1] */
export type Standing = {
  id: string
  document_id: string
  lead_id: string | null
  lead_name: string
  due: string | null
  due_key: string
  due_original: string | null
  /** null: open on that day. */
  closed_on: string | null
  cancelled: boolean
  /** As it is today. */
  state: string
  kind: string
  recorded_at: string
}

/**
 * Parents are left out: their children carry the work. [TSK-9]
 *
 * Today the columns of the task are read; of a past day the facts known by then: what was given out, the due day recorded
 * last, the lead that held it.
 */
export const standing = (db: Kysely<Tables>, { on, past }: AsOf, which: Which = 'all'): SelectQueryBuilder<Tables, never, Standing> =>
  (past ? standingThen(db, on) : standingNow(db, which)) as unknown as SelectQueryBuilder<Tables, never, Standing>

/**
 * Work by where its due day stands: on the row of the task (`named`), or on that of its term (`counted`). A list in the order
 * of days takes the first of each, for each has an index of its own.
 */
export type Which = 'all' | 'named' | 'counted'

const standingNow = (db: Kysely<Tables>, which: Which) => {
  if (which === 'named') {
    const named = given(db).where('task.term_days', 'is', null)
    return named.select([...unmoved, 'task.due_day as due', 'task.due_key'])
  }
  const all = withTerm(db)
  const wanted = which === 'counted' ? all.where('task.term_days', 'is not', null).where('term.last_day', 'is not', null) : all
  return wanted.select([...unmoved, due.as('due'), dueKeyOf(due).as('due_key')])
}

/** What does not depend on where the due day stands. */
const unmoved = [
  'task.id',
  'task.document_id',
  'task.lead_id',
  'task.lead_name',
  'task.due_original',
  'task.closed_on',
  sql<boolean>`task.state = 'cancelled'`.as('cancelled'),
  'task.state',
  'task.kind',
  'task.recorded_at',
  'task.asked_day',
  'task.escalated',
] as const

type Columns = { readonly due: 'due' | 'due_original' }

/** The kernel's `lateness` as a number, its place in `latenesses`; after them: cancelled work, in no class. [BRD-2] */
export const CANCELLED = latenesses.length
export const classOf = (on: Day, { due }: Columns = { due: 'due' }) => {
  const day = sql.ref(`s.${due}`)
  const place = (of: Lateness) => sql.lit(latenesses.indexOf(of))
  // open work first: of most rows the rest is never looked at
  return sql<number>`case when s.closed_on is null then case when ${day} is null then ${place('no-due')}
      when ${day} < ${on}::date then ${place('overdue')}
      when ${day} <= ${on}::date + ${sql.lit(SOON_DAYS)} then ${place('due-soon')} else ${place('in-time')} end
    when s.cancelled then ${sql.lit(CANCELLED)} when ${day} is null then ${place('no-due')}
    when s.closed_on <= ${day} then ${place('done-on-time')} else ${place('done-late')} end`
}

/** The same as a condition that an index on the due day can serve; test/contracts holds both against the kernel. */
const latenessIs = (of: Lateness, on: Day) => {
  switch (of) {
    case 'no-due':
      return sql<boolean>`s.due is null and not s.cancelled`
    case 'overdue':
      return sql<boolean>`s.due_key < ${on}::date and s.closed_on is null`
    case 'due-soon':
      return sql<boolean>`s.due_key between ${on}::date and ${on}::date + ${sql.lit(SOON_DAYS)} and s.closed_on is null`
    case 'in-time':
      return sql<boolean>`s.due_key > ${on}::date + ${sql.lit(SOON_DAYS)} and s.due is not null and s.closed_on is null`
    case 'done-on-time':
      return sql<boolean>`s.closed_on <= s.due and not s.cancelled`
    case 'done-late':
      return sql<boolean>`s.closed_on > s.due and not s.cancelled`
  }
}

/** Work in which one of these bodies had a part on that day, beside who led it. */
const helpedBy = (db: Kysely<Tables>, bodies: readonly string[], on: Day) =>
  db
    .selectFrom('assignment')
    .select('assignment.task_id')
    .where(sql<boolean>`assignment.organisation_id = any (${sql.val([...bodies])}::text[])`)
    .where('assignment.role', 'in', ['co-lead', 'coordinator'])
    .where('assignment.from_day', '<=', on)
    .where((eb) => eb.or([eb('assignment.to_day', 'is', null), eb('assignment.to_day', '>', on)]))

/** The tasks of a question, as they stand on its day: behind every number of the board these very rows. [BRD-6] */
export const chosen = (db: Kysely<Tables>, filter: Narrowing & AsOf, home: string, which: Which = 'all') => {
  const { on } = filter
  let query = db.selectFrom(standing(db, filter, which).as('s'))
  if (filter.lateness === 'in-force') query = query.where('s.cancelled', '=', false)
  else if (filter.lateness === 'cancelled') query = query.where('s.cancelled', '=', true)
  else if (filter.lateness !== null) query = query.where(latenessIs(filter.lateness, on))
  if (filter.lead !== null) query = query.where('s.lead_name', '=', filter.lead)
  if (filter.body !== null)
    query = filter.body === '-' ? query.where('s.lead_id', 'is', null) : query.where('s.lead_id', 'in', heldBy(db, filter.body, on))
  // work without a day sorts last, and is due on none
  if (filter.dueFrom !== null) query = query.where('s.due_key', '>=', filter.dueFrom).where('s.due', 'is not', null)
  if (filter.dueTo !== null) query = query.where('s.due_key', '<=', filter.dueTo)
  if (filter.document !== null) query = query.where('s.document_id', '=', documentNamed(db, filter.document))
  if (filter.neighbour !== null)
    query = query.where(
      's.id',
      'in',
      helpers(db, filter.on, home).where('helping.of_place', '=', filter.neighbour).select('helping.task_id'),
    )
  if (filter.bodies !== null) {
    const led = sql<boolean>`s.lead_id = any (${sql.val([...filter.bodies])}::text[])`
    query = filter.helping
      ? query
          .where('s.id', 'in', helpedBy(db, filter.bodies, on))
          .where(sql<boolean>`${led} is not true`)
          .where('s.closed_on', 'is', null)
      : query.where(led)
  }
  if (filter.returned) query = query.where(filter.past ? returnedBy(on) : returned)
  if (filter.waiting !== null)
    query = filter.past ? query.where('s.id', 'in', waitingThen(db, filter.on, filter.waiting)) : query.where(waitsFor(filter.waiting))
  if (isAsked(filter.q)) query = query.where('s.id', 'in', tasksWith(filter.q, null))
  return query
}

/** By the last claim: given back, and not claimed again. Of today: whether work is still active says its own column. */
const returned = sql<boolean>`s.state = 'active' and (
  select e.kind from task_event e
  where e.task_id = s.id and e.kind in ('claimed', 'returned', 'accepted')
  order by e.id desc limit 1) = 'returned'`

/** Of a past day by what had been said until then: whatever took the work out of «active» afterwards is the last instead. */
const returnedBy = (on: Day) => sql<boolean>`(
  select e.kind from task_event e
  where e.task_id = s.id and e.on_day <= ${on}::date
    and e.kind in ('claimed', 'returned', 'accepted', 'reassigned', 'cancelled')
  order by e.id desc limit 1) = 'returned'`

export const documentNamed = (db: Kysely<Tables>, idOrSlug: string) =>
  db
    .selectFrom('document')
    .select('document.id')
    .where(isUuid(idOrSlug) ? 'document.id' : 'document.slug', '=', idOrSlug)

/** Words for searching: what the index of words is asked, and what each word must be found as. */
function wordsOf(text: string | null): { readonly words: string; readonly parts: readonly string[] } {
  const found = [...new Set(fold(text ?? '').split(' '))].filter((word) => word !== '')
  return { words: found.map((word) => `'${word}':*`).join(' & '), parts: found.map((word) => `%${word}%`) }
}

/** Whether words are looked for. Signs alone («???») are, and nothing holds them. */
export const isAsked = (q: string | null): boolean => q !== null && q.trim() !== ''

/** @param most null: all, in no order */
export const tasksWith = (q: string | null, most: number | null) => {
  const { words, parts } = wordsOf(q)
  return sql<string>`(select tasks_with(${words}, ${sql.val([...parts])}::text[], ${most}::int))`
}

/** Bodies of other localities that hold a part of the work on the day; of one outside the register by what its name says. [BRD-7] [TSK-57] */
export const helpers = (db: Kysely<Tables>, on: Day, home: string) => {
  const place = sql<string>`coalesce(organisation.of_place, assignment.of_place)`
  return db.selectFrom(
    db
      .selectFrom('assignment')
      .leftJoin('organisation', 'organisation.id', 'assignment.organisation_id')
      .where('assignment.role', 'in', ['lead', 'co-lead', 'coordinator'])
      .where('assignment.from_day', '<=', on)
      .where((eb) => eb.or([eb('assignment.to_day', 'is', null), eb('assignment.to_day', '>', on)]))
      .where(place, 'not in', ['', home])
      .select(['assignment.task_id', 'assignment.organisation_id', 'assignment.name', 'assignment.from_day', place.as('of_place')])
      .as('helping'),
  )
}

const waitingThen = (db: Kysely<Tables>, on: Day, of: Waiting) => {
  const query = db.selectFrom(waitsThen(db, on).as('w')).select('w.task_id')
  return of === 'any' ? query : query.where(`w.${of}`, '=', true)
}

/** Of today, by the columns of the row at hand; each implies the condition of the index of what waits. */
export const waitsFor = (of: Waiting) => {
  const open = sql`s.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`
  switch (of) {
    case 'any':
      return sql<boolean>`(${open} and (s.state in ('claimed', 'disputed') or s.asked_day is not null or s.escalated))`
    case 'claimed':
    case 'disputed':
      return sql<boolean>`s.state = ${sql.lit(of)}`
    case 'extension':
      return sql<boolean>`(${open} and s.asked_day is not null)`
    case 'escalated':
      return sql<boolean>`(${open} and s.escalated)`
  }
}
