import { type Kysely, sql } from 'kysely'
import { latenesses } from '../kernel/task/lateness.ts'
import type {
  Answers,
  AsOf,
  Board,
  BoardPorts,
  Group,
  Grouping,
  Narrowing,
  Tally,
  Waiting,
  WaitingList,
} from '../operations/board/ports.ts'
import type { Tables } from './tables.ts'
import { CANCELLED, chosen, classOf, helpers, waits } from './task-standing.ts'
import { rowsAt, withoutCompiling } from './task-store.ts'

/** Counts for the board. Every number is over `chosen`, by which the list chooses its rows. [BRD-6] */
export const boardPorts = (db: Kysely<Tables>, home: string): BoardPorts => ({
  board: {
    count: (filter, by, most) => count(db, filter, by, most, home),
    waiting: (filter, most) => waiting(db, filter, most, home),
    answers: (filter) => answers(db, filter, home),
  },
})

type Filter = Narrowing & AsOf

/** Chosen work with its two classes, and by what it is grouped. */
const classed = (db: Kysely<Tables>, filter: Filter, by: Grouping, home: string) => {
  const work = chosen(db, filter, home).select([classOf(filter.on).as('class'), classOf(filter.on, { due: 'due_original' }).as('first')])
  switch (by) {
    case 'lead':
      return work.select([sql<string>`coalesce(s.lead_id, '')`.as('key'), sql<string>`s.lead_name`.as('name')])
    case 'document':
      return work.select([sql<string>`s.document_id::text`.as('key'), sql<string>`''`.as('name')])
    case 'period':
      return work.select([
        sql<string>`coalesce(date_trunc('quarter', s.due::timestamp)::date::text, '')`.as('key'),
        sql<string>`''`.as('name'),
      ])
    case 'neighbour':
      return work
        .innerJoin(
          helpers(db, filter.on, home).select(['assignment.task_id', 'organisation.of_place']).distinct().as('helper'),
          'helper.task_id',
          's.id',
        )
        .select(['helper.of_place as key', 'helper.of_place as name'])
  }
}

const per = (column: 'class' | 'first') =>
  latenesses.map((of, i) => sql<bigint>`count(*) filter (where c.${sql.ref(column)} = ${sql.lit(i)})`.as(`${column}_${of}`))

/** Groups with the most overdue first; `groups` is how many there are. */
export const groupsOf = (db: Kysely<Tables>, filter: Filter, by: Grouping, most: number, home: string) =>
  db
    .selectFrom(classed(db, filter, by, home).as('c'))
    .select(['c.key', sql<string>`min(c.name)`.as('name'), sql<bigint>`count(*) over ()`.as('groups')])
    .select([...per('class'), ...per('first')])
    .where('c.class', '<', CANCELLED)
    .groupBy(by === 'lead' ? sql`c.key, case when c.key = '' then c.name end` : sql`c.key`)
    .orderBy(sql`count(*) filter (where c.class = 0)`, 'desc')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy(sql`min(c.name)`)
    .orderBy('c.key')
    .limit(most)

/** The whole by class, and by the month in which the work is due. */
export const totalsOf = (db: Kysely<Tables>, filter: Filter, home: string) =>
  db
    .selectFrom(
      chosen(db, filter, home)
        .select([
          classOf(filter.on).as('class'),
          classOf(filter.on, { due: 'due_original' }).as('first'),
          sql<string | null>`date_trunc('month', s.due::timestamp)`.as('month'),
        ])
        .as('c'),
    )
    .select(['c.class', 'c.first', sql<string | null>`c.month::date`.as('month'), sql<bigint>`count(*)`.as('n')])
    .groupBy(['c.class', 'c.first', 'c.month'])

/** Everything with a code, and of it what was split into parts: counted apart from the classes. [BRD-4] */
export const givenOf = (db: Kysely<Tables>, { on, past }: AsOf) => {
  const query = db
    .selectFrom('task')
    .select([sql<bigint>`count(*)`.as('given'), sql<bigint>`count(*) filter (where lead_name is null)`.as('parents')])
    .where('code', 'is not', null)
  return past ? query.where('assigned_on', '<=', on) : query
}

async function count(db: Kysely<Tables>, filter: Filter, by: Grouping, most: number, home: string): Promise<Board> {
  if (filter.past) await withoutCompiling(db)
  const rows = await groupsOf(db, filter, by, most, home).execute()
  const totals = await totalsOf(db, filter, home).execute()
  const { given, parents } = await givenOf(db, filter).executeTakeFirstOrThrow()
  const sum = (which: (row: (typeof totals)[number]) => boolean): number => totals.filter(which).reduce((n, row) => n + Number(row.n), 0)
  const months = [...new Set(totals.flatMap((row) => row.month ?? []))].toSorted()
  const groups = rows.map((row): Group => {
    const counts = new Map(Object.entries(row))
    const tally = (column: string): Tally => latenesses.map((of) => Number(counts.get(`${column}_${of}`)))
    return { key: row.key, name: row.name, tally: tally('class'), original: tally('first') }
  })
  return {
    tally: latenesses.map((_, i) => sum((row) => row.class === i)),
    original: latenesses.map((_, i) => sum((row) => row.first === i)),
    given: Number(given),
    parents: Number(parents),
    cancelled: sum((row) => row.class === CANCELLED),
    groups: by === 'document' ? await withTitles(db, groups) : groups,
    more: Number(rows[0]?.groups ?? 0) - rows.length,
    months: months.map((month) => ({ month, tally: latenesses.map((_, i) => sum((row) => row.month === month && row.class === i)) })),
  }
}

export const titlesOf = (db: Kysely<Tables>, ids: readonly string[]) =>
  db.selectFrom('document').select(['id', 'slug', 'type', 'number', 'abstract']).where('id', 'in', ids)

/** The key of a document becomes its slug: what addresses are made of. */
async function withTitles(db: Kysely<Tables>, groups: readonly Group[]): Promise<readonly Group[]> {
  if (groups.length === 0) return []
  const rows = await titlesOf(
    db,
    groups.map((group) => group.key),
  ).execute()
  return groups.map((group) => {
    const row = rows.find(({ id }) => id === group.key)
    return row === undefined ? group : { ...group, key: row.slug, name: row.number ?? row.type ?? row.slug }
  })
}

const reasons = ['claimed', 'disputed', 'extension', 'escalated'] as const satisfies readonly Waiting[]

export const waitingOf = (db: Kysely<Tables>, filter: Filter, home: string) =>
  chosen(db, filter, home)
    .innerJoin(waits(db, filter).as('w'), 'w.task_id', 's.id')
    .select(['s.id', 's.due', 's.due_key', 's.recorded_at', 's.closed_on', 'w.claimed', 'w.disputed', 'w.extension', 'w.escalated'])
    .select(reasons.map((of) => sql<bigint>`count(*) filter (where w.${sql.ref(of)}) over ()`.as(`n_${of}`)))
    .select(sql<bigint>`count(*) over ()`.as('n'))
    // what was put before the leaders first, then by the day
    .orderBy('w.escalated', 'desc')
    .orderBy('s.due_key')
    .orderBy('s.id')

async function waiting(db: Kysely<Tables>, filter: Filter, most: number, home: string): Promise<WaitingList> {
  if (filter.past) await withoutCompiling(db)
  const rows = await waitingOf(db, filter, home).limit(most).execute()
  const tasks = await rowsAt(db, rows, filter)
  const [first] = rows
  return {
    counts: {
      any: Number(first?.n ?? 0),
      claimed: Number(first?.n_claimed ?? 0),
      disputed: Number(first?.n_disputed ?? 0),
      extension: Number(first?.n_extension ?? 0),
      escalated: Number(first?.n_escalated ?? 0),
    },
    rows: tasks.flatMap((task) => {
      const row = rows.find(({ id }) => id === task.id)
      return row === undefined ? [] : [{ task, for: reasons.filter((of) => row[of]) }]
    }),
  }
}

/** Joint work by province: how much of it has had a part sent by then, and after how many days the first came. [BRD-7] */
export const answersOf = (db: Kysely<Tables>, filter: Filter, home: string) =>
  db
    .selectFrom(
      chosen(db, filter, home)
        .innerJoin(
          helpers(db, filter.on, home)
            .select(['assignment.task_id', 'assignment.organisation_id', 'organisation.of_place', 'assignment.from_day'])
            .as('helper'),
          'helper.task_id',
          's.id',
        )
        .where('s.cancelled', '=', false)
        .select((eb) => [
          'helper.task_id',
          'helper.of_place',
          'helper.from_day',
          eb
            .selectFrom('task_event')
            .select((e) => e.fn.min('task_event.on_day').as('day'))
            .whereRef('task_event.task_id', '=', 'helper.task_id')
            .whereRef('task_event.organisation_id', '=', 'helper.organisation_id')
            .where('task_event.kind', '=', 'part')
            .where('task_event.on_day', '<=', filter.on)
            .as('answered_on'),
        ])
        .as('asked'),
    )
    .select([
      'asked.of_place',
      sql<bigint>`count(distinct asked.task_id)`.as('joint'),
      sql<bigint>`count(distinct asked.task_id) filter (where asked.answered_on is not null)`.as('answered'),
      sql<number | null>`percentile_disc(0.5) within group (order by asked.answered_on - asked.from_day)`.as('days'),
    ])
    .groupBy('asked.of_place')
    .orderBy('asked.of_place')

async function answers(db: Kysely<Tables>, filter: Filter, home: string): Promise<readonly Answers[]> {
  const rows = await answersOf(db, filter, home).execute()
  return rows.map((row) => ({
    neighbour: row.of_place,
    joint: Number(row.joint),
    answered: Number(row.answered),
    days: row.days === null ? null : Number(row.days),
  }))
}
