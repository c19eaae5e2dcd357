import { type Kysely, sql } from 'kysely'
import { asking, type Concern } from '../../kernel/notice/concern.ts'
import { type Day, day, parseDay } from '../../kernel/period/day.ts'
import { facts } from '../../kernel/task/life.ts'
import {
  type DueTask,
  type FigureSaid,
  figureFacts,
  type GivenTo,
  holdingRoles,
  type Mark,
  type NoticePorts,
  type SaidOf,
  type Since,
} from '../../operations/notice/ports.ts'
import type { Context } from '../../operations/operation.ts'
import type { Tables } from '../tables.ts'
import { dueDayOf } from '../task/given.ts'
import { member } from '../task/views.ts'
import { figures, figuresOf } from './figures.ts'
import { END, type Slice } from './slice.ts'

/**
 * What concerns a person, read from what was said of work and from who holds it; nothing is written when something happens,
 * but where he has read. The wall stands behind every query: a body that is not his gives nothing. [NOT-1]
 */
export const noticePorts = (db: Kysely<Tables>, { now }: Pick<Context, 'now'>): NoticePorts => ({
  notices: {
    async since(person) {
      const row = await sinceOf(db, person).executeTakeFirst()
      const from = row?.event_id === null ? parseDay(row.entered) : null
      return { event: row?.event_id ?? 0n, given: row?.assignment_id ?? 0n, figure: row?.figure_event_id ?? 0n, from }
    },
    async said(concern, person, before, after, limit) {
      const { rows } = await saidOf(concern, person, { before, after, limit }).execute(db)
      return rows.map(({ id, kind, at, on_day, actor, organisation_name, percent, words, day, ...task }): SaidOf => {
        const said = { kind: member(facts, kind), at, actor, percent, words, organisation: organisation_name }
        return { ...said, id, on: dayAt(on_day), day: day === null ? null : parseDay(day), task: taskOf(task) }
      })
    },
    async given(concern, person, before, after, limit) {
      const { rows } = await givenTo(concern, person, { before, after, limit }).execute(db)
      return rows.map(({ id, role, name, from_day, ...task }): GivenTo => {
        return { id, role: member(holdingRoles, role), body: name, on: dayAt(from_day), task: taskOf(task) }
      })
    },
    async figures(concern, person, before, after, limit) {
      const { rows } = await figuresOf(concern, person, { before, after, limit }).execute(db)
      return rows.map(({ id, kind, at, actor, words, ...report }): FigureSaid => {
        const dataset = { slug: report.slug, title: report.title }
        return { id, kind: member(figureFacts, kind), at, actor, words, report: { id: report.report_id, no: report.no, dataset } }
      })
    },
    async count(concern, person, after, most) {
      const { rows } = await unread(concern, person, after, most).execute(db)
      return Math.min(most, rows[0]?.count ?? 0)
    },
    async mark(person, upTo) {
      await marked(person, upTo, now).execute(db)
    },
    async due(bodies, until, limit) {
      const { rows } = await dueOf(bodies, until, limit).execute(db)
      return rows.map(
        ({ changed_at, role, ...row }): DueTask => ({
          ...row,
          due: dayAt(row.due),
          role: member(holdingRoles, role),
          changedAt: changed_at,
        }),
      )
    },
  },
})

const dayAt = (text: string): Day => day(text)

type TaskColumns = { task_id: string; code: string; title: string; lead_name: string | null; due_day: string | null }
const taskOf = ({ task_id, code, title, lead_name, due_day }: TaskColumns): SaidOf['task'] => ({
  id: task_id,
  code,
  title,
  lead: lead_name,
  due: due_day === null ? null : parseDay(due_day),
})
const task = sql`t.id as task_id, t.code, t.title, t.lead_name, ${dueDayOf('t')} as due_day`

export const sinceOf = (db: Kysely<Tables>, person: string) =>
  db
    .selectFrom('person')
    .leftJoin('notice_mark', 'notice_mark.person_id', 'person.id')
    .select(['event_id', 'assignment_id', 'figure_event_id', sql<string>`person.recorded_at::date`.as('entered')])
    .where('person.id', '=', person)

/**
 * Numbers of what was said, newest first. The work of his bodies is asked for its last facts, one look at an index a task; what
 * asks for an answer has an index of its own. @cost of the work his bodies hold, not of all that was said
 */
const said = ({ bodies, assigns }: Concern, person: string, { before, after, limit }: Slice) => {
  const wanted = sql`e.id > ${after?.event ?? 0n} and e.id < ${before ?? END} and e.actor <> ${person}
      and (${after?.from ?? null}::date is null or e.on_day >= ${after?.from ?? null}::date)`
  const helds = sql`
    select x.id
    from held_tasks(${bodies}::text[]) held
    cross join lateral (
      select e.id from task_event e
      where e.task_id = held and ${wanted}
      order by e.id desc
      limit ${limit}
    ) x`
  const asked = sql`
    (
      select e.id from task_event e
      where e.kind in (${sql.join(asking.map((kind) => sql.lit(kind)))}) and ${wanted}
      order by e.id desc
      limit ${limit}
    )`
  return assigns ? sql`${helds} union ${asked}` : helds
}

type SaidRow = TaskColumns & {
  id: bigint
  kind: string
  at: string
  on_day: string
  actor: string
  organisation_name: string | null
  percent: number | null
  words: string | null
  day: string | null
}

export const saidOf = (concern: Concern, person: string, slice: Slice) => sql<SaidRow>`
  select e.id, e.kind, e.at, e.on_day, e.actor, e.organisation_name, e.percent, e.words, e.day, ${task}
  from (select id from (${said(concern, person, slice)}) found order by id desc limit ${slice.limit}) last
  join task_event e on e.id = last.id
  join task t on t.id = e.task_id
  order by e.id desc`

/** Work given to his bodies by somebody else, that they hold still. */
const given = ({ bodies }: Concern, person: string, { before, after }: Slice) => sql`
  from assignment a
  join task t on t.id = a.task_id
  where a.organisation_id = any (${bodies}::text[])
    and a.role in (${sql.join(holdingRoles.map((role) => sql.lit(role)))})
    and a.to_day is null
    and a.id > ${after?.given ?? 0n} and a.id < ${before ?? END}
    and (${after?.from ?? null}::date is null or a.from_day >= ${after?.from ?? null}::date)
    and t.code is not null
    and t.assigner is distinct from ${person}`

type GivenRow = TaskColumns & { id: bigint; role: string; name: string; from_day: string }

export const givenTo = (concern: Concern, person: string, slice: Slice) => sql<GivenRow>`
  select a.id, a.role, a.name, a.from_day, ${task}
  ${given(concern, person, slice)}
  order by a.id desc
  limit ${slice.limit}`

export const unread = (concern: Concern, person: string, after: Since, most: number) => {
  const slice = { before: null, after, limit: most }
  return sql<{ count: number }>`
  select (
    (select count(*) from (${said(concern, person, slice)} limit ${most}) said)
    + (select count(*) from (select a.id ${given(concern, person, slice)} limit ${most}) given)
    + (select count(*) from (${figures(concern, person, slice)}) figures)
  )::int as count`
}

/** Never back; and never further than there is, or what comes later would be read before it came. */
export const marked = (person: string, { event, given: upTo, figure }: Mark, now: string) => sql`
  insert into notice_mark as m (person_id, event_id, assignment_id, figure_event_id, at)
  select ${person}::uuid,
    least(${event}::bigint, coalesce((select max(id) from task_event), 0)),
    least(${upTo}::bigint, coalesce((select max(id) from assignment), 0)),
    least(${figure}::bigint, coalesce((select max(id) from figure_report_event), 0)),
    ${now}::timestamptz
  on conflict (person_id) do update set
    event_id = greatest(m.event_id, excluded.event_id),
    assignment_id = greatest(m.assignment_id, excluded.assignment_id),
    figure_event_id = greatest(m.figure_event_id, excluded.figure_event_id),
    at = excluded.at`

type DueRow = {
  id: string
  code: string
  title: string
  lead: string | null
  due: string
  role: string
  version: number
  changed_at: string
}

/**
 * A body that both leads and helps is shown as the lead. A day that the calendar moved, and a lead that a succession brought or took
 * back, are changes of the task here, as for whoever reads it; its version, by which people act on it, knows nothing of them. [NOT-8]
 */
export const dueOf = (bodies: readonly string[], until: Day | null, limit: number) => sql<DueRow>`
  select t.id, t.code, t.title, t.lead_name as lead, t.due, t.version + moved.times + handed.times as version, greatest(t.changed_at, moved.at) as changed_at, (
    select a.role from assignment a
    where a.task_id = t.id and a.organisation_id = any (${bodies}::text[]) and a.to_day is null
    order by array_position(array['lead', 'co-lead', 'coordinator'], a.role)
    limit 1
  ) as role
  from (
    select t.id, t.code, t.title, t.lead_name, t.version, t.changed_at, ${dueDayOf('t')} as due
    from task t
    where t.id in (select held_tasks(${bodies}::text[]))
      and t.code is not null
      and t.closed_on is null
  ) t
  cross join lateral (
    select count(*)::int as times, max(e.at) as at from task_event e where e.task_id = t.id and e.kind = 'recounted'
  ) moved
  cross join lateral (
    select count(*)::int as times from assignment a where a.task_id = t.id and a.role = 'lead' and a.basis like 'succession%'
  ) handed
  where t.due is not null
    and (${until}::date is null or t.due <= ${until}::date)
  order by t.due, t.id
  limit ${limit}`
