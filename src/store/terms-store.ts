import { type Kysely, sql } from 'kysely'
import type { TermPorts } from '../operations/calendar/ports.ts'
import type { Context } from '../operations/operation.ts'
import type { Tables } from './tables.ts'

/** Terms in working days, counted anew when a day of the calendar is corrected. One statement: the day moves where it differs. [PER-10] */
export const termPorts = (db: Kysely<Tables>, context: Context): TermPorts => ({
  terms: {
    async recount(day, on) {
      const { rows } = await recounted(day, on, context).execute(db)
      return { touched: Number(rows[0]?.touched ?? 0), moved: Number(rows[0]?.moved ?? 0) }
    },
  },
})

/** The longest stretch without a working day that a calendar of ours has is Tết; a term moved past its day ends well within this. */
const BEYOND = 60

/**
 * `isWorkingDay` and `addWorkingDays` of the kernel, for all terms at once: days are numbered by the working days up to them,
 * and the n-th working day after a start is the first with its number plus n. test/contracts holds the two against one another.
 */
const recounted = (day: string, on: string, { who, now }: Pick<Context, 'who' | 'now'>) => sql<{ touched: bigint; moved: bigint }>`
with touched as materialized (
  select id, version, due_day, term_from, term_days
  from task
  where term_days is not null and closed_on is null and term_from < ${day}::date and due_day >= ${day}::date
),
calendar as (
  select distinct on (day) day, kind from calendar_day order by day, version desc
),
days as (
  select d::date as day, case c.kind when 'closed' then false when 'worked' then true else extract(isodow from d) < 6 end as works
  from generate_series((select min(term_from) from touched), (select max(due_day) from touched) + ${sql.lit(BEYOND)}, interval '1 day') d
  left join calendar c on c.day = d::date
),
numbered as (
  select day, works, count(*) filter (where works) over (order by day) as n from days
),
ends as (
  select n, min(day) as day from numbered where works group by n
),
moved as materialized (
  select t.id, t.version, t.term_from, t.term_days, e.day as due
  from touched t
  join numbered s on s.day = t.term_from
  join ends e on e.n = s.n + t.term_days
  where e.day <> t.due_day
),
facts as (
  insert into due_fact (task_id, day, reason, rule, words, recorded_at, term_from, term_days)
  select id, due, 'calendar', 'working-days-from-issue', null, ${now}::timestamptz, term_from, term_days from moved
),
told as (
  insert into task_event (task_id, version, kind, at, on_day, actor, day)
  select id, version + 1, 'recounted', ${now}::timestamptz, ${on}::date, ${who.id}, due from moved
),
changed as (
  update task set due_day = moved.due, version = task.version + 1, changed_by = ${who.id}, changed_at = ${now}::timestamptz
  from moved
  where task.id = moved.id
)
select (select count(*) from touched) as touched, (select count(*) from moved) as moved`
