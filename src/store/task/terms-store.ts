import { type Kysely, sql } from 'kysely'
import type { TermPorts } from '../../operations/calendar/ports.ts'
import type { Context } from '../../operations/operation.ts'
import type { Tables } from '../tables.ts'

/** Terms in working days, counted anew when days of the calendar are corrected. One statement: a term moves where its last day differs. [PER-10] */
export const termPorts = (db: Kysely<Tables>, context: Context): TermPorts => ({
  terms: {
    async recount(days, on) {
      const { rows } = await recounted(days, on, context).execute(db)
      return { touched: Number(rows[0]?.touched ?? 0), moved: Number(rows[0]?.moved ?? 0) }
    },
  },
})

/** How far past the terms days are counted: for each closed day three more, of which at least two are weekdays, and something for weekends. */
const BEYOND = 60

/**
 * `isWorkingDay` and `addWorkingDays` of the kernel, for all terms at once: days are numbered by the working days up to them,
 * and the n-th working day after a start is the first with its number plus n. test/contracts holds the two against one another.
 * Some thousand terms are changed; of the tasks that refer to one that moved the fact is kept and told, in the order of their
 * ids, in which the indexes of both stand.
 */
const recounted = (days: readonly string[], on: string, { who, now }: Pick<Context, 'who' | 'now'>) => sql<{
  touched: bigint
  moved: bigint
}>`
with terms as materialized (
  select from_day, days, last_day from term
  where exists (select from unnest(${[...days]}::date[]) as decided (day) where from_day < decided.day and last_day >= decided.day)
),
calendar as (
  select distinct on (day) day, kind from calendar_day order by day, version desc
),
dates as (
  select d::date as day, case c.kind when 'closed' then false when 'worked' then true else extract(isodow from d) < 6 end as works
  from generate_series((select min(from_day) from terms),
    (select max(last_day) from terms) + ${sql.lit(BEYOND)} + 3 * (
      select count(*)::int from calendar where kind = 'closed' and day > (select min(from_day) from terms)
    ), interval '1 day') d
  left join calendar c on c.day = d::date
),
numbered as (
  select day, works, count(*) filter (where works) over (order by day) as n from dates
),
ends as (
  select n, min(day) as day from numbered where works group by n
),
counted as materialized (
  select t.from_day, t.days, e.day, e.day <> t.last_day as moves
  from terms t
  join numbered s on s.day = t.from_day
  join ends e on e.n = s.n + t.days
),
changed as (
  update term t set last_day = c.day from counted c where c.moves and t.from_day = c.from_day and t.days = c.days
),
touched as materialized (
  select t.id, t.version, t.code is not null and t.lead_name is not null as given, c.from_day, c.days, c.day, c.moves
  from counted c
  -- \`offset\` keeps this one look at the index for each term: the planner believes that more terms move than do
  cross join lateral (select id, version, code, lead_name from task where term_from = c.from_day and term_days = c.days offset 0) t
  order by t.id
),
facts as (
  insert into due_fact (task_id, day, reason, rule, words, recorded_at, term_from, term_days)
  select id, day, 'calendar', 'recounted', null, ${now}::timestamptz, from_day, days from touched where moves
),
told as (
  insert into task_event (task_id, version, kind, at, on_day, actor, day)
  select id, version, 'recounted', ${now}::timestamptz, ${on}::date, ${who.id}, day from touched where moves and given
)
-- a proposal has its new day; nobody has it yet, so nobody is told; the whole of split work is carried by its parts
select count(*) filter (where given) as touched, count(*) filter (where moves and given) as moved from touched`
