import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { fold } from '../base/fold.ts'
import type { Day } from '../kernel/period/day.ts'
import { type Lateness, latenesses, SOON_DAYS } from '../kernel/task/lateness.ts'
import type { Fact } from '../kernel/task/life.ts'
import { openStates } from '../kernel/task/task.ts'
import type { AsOf, Narrowing, Waiting } from '../operations/board/ports.ts'
import { heldBy } from './held-store.ts'
import { isUuid } from './page-key.ts'
import type { Tables } from './tables.ts'

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
 * last, the lead that held it. @cost of a past day one pass over the tasks, and a look at the few whose due day or lead changed since
 */
export const standing = (db: Kysely<Tables>, { on, past }: AsOf, which: Which = 'all'): SelectQueryBuilder<Tables, never, Standing> =>
  (past ? standingThen(db, on) : standingNow(db, which)) as unknown as SelectQueryBuilder<Tables, never, Standing>

/**
 * Work by where its due day stands: on the row of the task, or on that of its term. A list in the order of days takes the first
 * of each, for each has an index of its own.
 */
export type Which = 'all' | 'named' | 'counted'

/** The due day in force of a row of `task`, for a few rows: of work whose days are counted, the last day of its term. [PER-10] */
export const dueDayOf = (task: 'task' | 't') => {
  const of = (column: string) => sql.ref(`${task}.${column}`)
  return sql<string | null>`case when ${of('term_days')} is null then ${of('due_day')} else (
    select term.last_day from term where term.from_day = ${of('term_from')} and term.days = ${of('term_days')}) end`
}
/** The same of a row joined to its term, for many. */
const due = sql<string | null>`coalesce(term.last_day, task.due_day)`
const LAST = sql.raw("date '9999-12-31'")
export const dueKeyOf = (day: RawBuilder<string | null>) => sql<string>`coalesce(${day}, ${LAST})`

const given = (db: Kysely<Tables>) => db.selectFrom('task').where('task.code', 'is not', null).where('task.lead_name', 'is not', null)
const withTerm = (db: Kysely<Tables>) =>
  given(db).leftJoin('term', (join) => join.onRef('term.from_day', '=', 'task.term_from').onRef('term.days', '=', 'task.term_days'))

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

const standingThen = (db: Kysely<Tables>, on: Day) => {
  const dueThen = sql<
    string | null
  >`case when later.task_id is null then ${due} when later.id is null then task.due_original else later.day end`
  return withTerm(db)
    .leftJoin(dueMoved(db, on).as('later'), 'later.task_id', 'task.id')
    .leftJoin('assignment as former', (join) =>
      join
        .onRef('former.task_id', '=', 'task.id')
        .on('former.role', '=', 'lead')
        .on('former.to_day', '>', on)
        .on('former.from_day', '<=', on),
    )
    .where('task.assigned_on', '<=', on)
    .select([
      'task.id',
      'task.document_id',
      sql<string | null>`case when former.task_id is null then task.lead_id else former.organisation_id end`.as('lead_id'),
      sql<string>`coalesce(former.name, task.lead_name)`.as('lead_name'),
      dueThen.as('due'),
      dueKeyOf(dueThen).as('due_key'),
      // of recurring work the first day of the occurrence of then
      sql<string | null>`case when later.first is null then task.due_original else later.first end`.as('due_original'),
      sql<string | null>`case when task.closed_on <= ${on}::date then task.closed_on end`.as('closed_on'),
      sql<boolean>`(task.state = 'cancelled' and task.closed_on <= ${on}::date)`.as('cancelled'),
      'task.state',
      'task.kind',
      'task.recorded_at',
    ])
}

/** Tasks whose due day was moved after the day, with the fact in force at its end, and what first set it. The first fact is there before work is given out. */
const dueMoved = (db: Kysely<Tables>, on: Day) => {
  const morrow = sql<string>`(${on}::date + 1)::timestamptz`
  const moved = db.selectFrom('due_fact').select('task_id').distinct().where('reason', '<>', 'original').where('recorded_at', '>=', morrow)
  return db
    .selectFrom(moved.as('moved'))
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
          .where('due_fact.recorded_at', '<', morrow)
          .as('fact'),
      (join) => join.onTrue(),
    )
    .select(['moved.task_id', 'fact.id', 'fact.day', 'fact.first'])
}

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
      helpers(db, filter.on, home).where('organisation.of_place', '=', filter.neighbour).select('assignment.task_id'),
    )
  if (filter.bodies !== null) query = query.where(sql<boolean>`s.lead_id = any (${sql.val([...filter.bodies])}::text[])`)
  if (filter.returned) query = query.where(returned)
  if (filter.waiting !== null)
    query = filter.past ? query.where('s.id', 'in', waitingThen(db, filter.on, filter.waiting)) : query.where(waitsFor(filter.waiting))
  const { words } = wordsOf(filter.q)
  if (words !== '') query = query.where('s.id', 'in', tasksWith(filter.q, null))
  return query
}

/** By the last claim: given back, and not claimed again. Of today: whether work is still active says its own column. */
const returned = sql<boolean>`s.state = 'active' and (
  select e.kind from task_event e
  where e.task_id = s.id and e.kind in ('claimed', 'returned', 'accepted')
  order by e.id desc limit 1) = 'returned'`

export const documentNamed = (db: Kysely<Tables>, idOrSlug: string) =>
  db
    .selectFrom('document')
    .select('document.id')
    .where(isUuid(idOrSlug) ? 'document.id' : 'document.slug', '=', idOrSlug)

/** Words for searching: what the index of words is asked, and what each word must be found as. */
export function wordsOf(text: string | null): { readonly words: string; readonly parts: readonly string[] } {
  const found = [...new Set(fold(text ?? '').split(' '))].filter((word) => word !== '')
  return { words: found.map((word) => `'${word}':*`).join(' & '), parts: found.map((word) => `%${word}%`) }
}

/** @param most null: all, in no order */
export const tasksWith = (q: string | null, most: number | null) => {
  const { words, parts } = wordsOf(q)
  return sql<string>`(select tasks_with(${words}, ${sql.val([...parts])}::text[], ${most}::int))`
}

/** Bodies of other localities that hold a part of the work on the day. [BRD-7] */
export const helpers = (db: Kysely<Tables>, on: Day, home: string) =>
  db
    .selectFrom('assignment')
    .innerJoin('organisation', 'organisation.id', 'assignment.organisation_id')
    .where('assignment.role', 'in', ['lead', 'co-lead', 'coordinator'])
    .where('assignment.from_day', '<=', on)
    .where((eb) => eb.or([eb('assignment.to_day', 'is', null), eb('assignment.to_day', '>', on)]))
    .where('organisation.of_place', 'not in', ['', home])

/** Which facts begin such waiting, and which end it; each list is the condition of an index of 0008. */
const strands = {
  claimed: { begins: 'claimed', facts: ['claimed', 'returned', 'accepted'] },
  disputed: { begins: 'disputed', facts: ['disputed', 'upheld', 'reassigned'] },
  extension: { begins: 'extension-asked', facts: ['extension-asked', 'extension-granted', 'extension-refused'] },
  escalated: { begins: 'escalated', facts: ['escalated', 'decided'] },
} as const satisfies Readonly<Record<Exclude<Waiting, 'any'>, { readonly begins: Fact; readonly facts: readonly Fact[] }>>

/** What waited for a decision on a past day, and for which, by what had been said until then. [BRD-5] */
export const waitsThen = (db: Kysely<Tables>, on: Day) => {
  const begun = (of: keyof typeof strands) => {
    const { begins, facts } = strands[of]
    const last = db
      .selectFrom('task_event')
      .distinctOn('task_event.task_id')
      .select(['task_event.task_id', 'task_event.kind'])
      .where(sql<boolean>`task_event.kind in (${sql.join(facts.map((fact) => sql.lit(fact)))})`)
      .where('task_event.on_day', '<=', on)
      .orderBy('task_event.task_id')
      .orderBy('task_event.id', 'desc')
    return db
      .selectFrom(last.as('last'))
      .select(['last.task_id', sql<string>`${sql.lit(of)}`.as('of')])
      .where('last.kind', '=', begins)
  }
  const all = begun('claimed').unionAll(begun('disputed')).unionAll(begun('extension')).unionAll(begun('escalated'))
  const is = (of: keyof typeof strands) => sql<boolean>`bool_or(begun.of = ${sql.lit(of)})`
  return (
    db
      .selectFrom(all.as('begun'))
      .innerJoin('task', 'task.id', 'begun.task_id')
      .select(['begun.task_id', is('claimed').as('claimed'), is('disputed').as('disputed')])
      .select([is('extension').as('extension'), is('escalated').as('escalated')])
      // what is cancelled, or done once and accepted, waits for nothing more
      .where(
        sql<boolean>`not exists (select from task_event ended where ended.task_id = begun.task_id and ended.on_day <= ${on}::date
          and (ended.kind = 'cancelled' or ended.kind = 'accepted' and task.kind <> 'recurring'))`,
      )
      .groupBy('begun.task_id')
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
