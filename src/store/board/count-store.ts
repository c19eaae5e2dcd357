import { type Kysely, sql } from 'kysely'
import { latenesses } from '../../kernel/task/lateness.ts'
import {
  type AsOf,
  type Board,
  type Group,
  type Grouping,
  isNarrowed,
  type Narrowing,
  quarterOf,
  type Tally,
} from '../../operations/board/ports.ts'
import type { Tables } from '../tables.ts'
import { type ClosedCell, closedByLead, closedByMonth } from '../task/closed-work-store.ts'
import { holders } from '../task/held-store.ts'
import { withRoom } from '../task/list-store.ts'
import { CANCELLED, chosen, classOf, helpers } from '../task/standing.ts'

/** Every number is over `chosen`, by which the list chooses its rows. [BRD-6] */
type Filter = Narrowing & AsOf

/**
 * Chosen work with its two classes in one number, by the day in force and by the first: one is hashed faster than two, and of
 * most work, whose day was never moved, the second is not looked at.
 */
const BASE = 8
const SAME = 7
const classed = (db: Kysely<Tables>, filter: Filter, home: string) =>
  chosen(db, filter, home).select(
    sql<number>`(${classOf(filter.on)}) * ${sql.lit(BASE)}
      + case when s.due_original is not distinct from s.due then ${sql.lit(SAME)} else ${classOf(filter.on, { due: 'due_original' })} end`.as(
      'classes',
    ),
  )
const apart = <T extends { readonly classes: number }>({ classes, ...rest }: T) => {
  const [first, second] = [Math.floor(classes / BASE), classes % BASE]
  return { ...rest, class: first, first: second === SAME ? first : second }
}

/**
 * The whole by class and by the month of the due day, and by lead too, in one pass: `lead_name` is null in the rows of months.
 * Each row is work of one class by both days. @cost one pass; by month at once, for a table of days is slower to count in
 */
export const cellsOf = (db: Kysely<Tables>, filter: Filter, byLead: boolean, home: string, which: 'all' | 'open' = 'all') => {
  const month = sql<string | null>`date_trunc('month', s.due::timestamp)::date`
  const all = classed(db, filter, home).select(['s.lead_id', 's.lead_name', month.as('month')])
  const work = which === 'open' ? all.where('s.closed_on', 'is', null) : all
  const leads = sql`(c.lead_id, c.lead_name, c.classes), `
  return db
    .selectFrom(work.as('c'))
    .select(['c.classes', 'c.month', sql<bigint>`count(*)`.as('n')])
    .select([
      byLead ? sql<string | null>`c.lead_id`.as('lead_id') : sql<string | null>`null`.as('lead_id'),
      byLead ? sql<string | null>`c.lead_name`.as('lead_name') : sql<string | null>`null`.as('lead_name'),
    ])
    .groupBy(sql`grouping sets (${byLead ? leads : sql``}(c.month, c.classes))`)
}

/** By document or neighbour: many groups, so the first of them, those with the most overdue; `groups` is how many there are. */
export const groupsOf = (db: Kysely<Tables>, filter: Filter, by: 'document' | 'neighbour', most: number, home: string) => {
  const work = classed(db, filter, home)
  const keyed =
    by === 'document'
      ? work.select(sql<string>`s.document_id::text`.as('key'))
      : work
          .innerJoin(
            helpers(db, filter.on, home).select(['helping.task_id', 'helping.of_place']).distinct().as('helper'),
            'helper.task_id',
            's.id',
          )
          .select('helper.of_place as key')
  const cells = db
    .selectFrom(keyed.as('k'))
    .select(['k.key', 'k.classes', sql<bigint>`count(*)`.as('n')])
    .where('k.classes', '<', CANCELLED * BASE)
    .groupBy(['k.key', 'k.classes'])
  const sum = (is: (i: number) => ReturnType<typeof sql<boolean>>, name: string) =>
    latenesses.map((of, i) => sql<string>`sum(c.n) filter (where ${is(i)})`.as(`${name}_${of}`))
  const overdue = sql.lit((latenesses.indexOf('overdue') + 1) * BASE)
  return db
    .selectFrom(cells.as('c'))
    .select(['c.key', sql<bigint>`count(*) over ()`.as('groups')])
    .select(sum((i) => sql<boolean>`c.classes / ${sql.lit(BASE)} = ${sql.lit(i)}`, 'class'))
    .select(sum((i) => sql<boolean>`c.classes % ${sql.lit(BASE)} = ${sql.lit(i)} or c.classes = ${sql.lit(i * BASE + SAME)}`, 'first'))
    .groupBy('c.key')
    .orderBy(sql`coalesce(sum(c.n) filter (where c.classes < ${overdue}), 0)`, 'desc')
    .orderBy(sql`sum(c.n)`, 'desc')
    .orderBy('c.key')
    .limit(most)
}

/** Given out without a lead: what was split into parts, and, if anything is wrong, what was not. [BRD-4] */
export const leaderless = (db: Kysely<Tables>, { on, past }: AsOf) => {
  const query = db
    .selectFrom('task')
    .select((eb) => [
      sql<bigint>`count(*)`.as('all'),
      sql<bigint>`count(*) filter (where ${eb.exists(eb.selectFrom('task as part').select('part.id').whereRef('part.parent_id', '=', 'task.id'))})`.as(
        'split',
      ),
    ])
    .where('task.code', 'is not', null)
    .where('task.lead_name', 'is', null)
  return past ? query.where('task.assigned_on', '<=', on) : query
}

/** All that was given out and has a lead, counted by itself: by no class and by no kept sum. [BRD-4] */
export const givenOut = (db: Kysely<Tables>, { on, past }: AsOf) => {
  const query = db
    .selectFrom('task')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('task.code', 'is not', null)
    .where('task.lead_name', 'is not', null)
  return past ? query.where('task.assigned_on', '<=', on) : query
}

export async function count(
  db: Kysely<Tables>,
  filter: Filter,
  by: Grouping,
  most: number,
  { home, seesAll }: { readonly home: string; readonly seesAll: boolean },
): Promise<Board> {
  await withRoom(db)
  const cells = await cellsFor(db, filter, by === 'lead', home, seesAll && !filter.past && !isNarrowed(filter))
  const months = cells.filter((cell) => cell.lead_name === null)
  const without = await leaderless(db, filter).executeTakeFirstOrThrow()
  // of a part of the work nothing is reconciled
  const given = isNarrowed(filter) ? { n: 0n } : await givenOut(db, filter).executeTakeFirstOrThrow()
  const groups = await grouped(db, filter, by, most, home, cells)
  const tallied = tally(months, 'class')
  const cancelled = months.filter((cell) => cell.class === CANCELLED).reduce((sum, { n }) => sum + n, 0)
  return {
    tally: tallied,
    original: tally(months, 'first'),
    given: Number(given.n) + Number(without.all),
    parents: Number(without.split),
    cancelled,
    groups: groups.shown,
    more: groups.all - groups.shown.length,
    months: [...Map.groupBy(months, (cell) => cell.month)]
      .flatMap(([month, of]) => (month === null ? [] : [{ month, tally: tally(of, 'class') }]))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
  }
}

type Cell = Pick<ClosedCell, 'class' | 'first' | 'n'>

/** @param kept whether closed work is told by its kept sums, and open work alone is counted. [BRD-15] */
async function cellsFor(db: Kysely<Tables>, filter: Filter, byLead: boolean, home: string, kept: boolean): Promise<readonly ClosedCell[]> {
  const counted = (await cellsOf(db, filter, byLead, home, kept ? 'open' : 'all').execute()).map((cell) => ({
    ...apart(cell),
    n: Number(cell.n),
  }))
  if (!kept) return counted
  return [...counted, ...(await closedByMonth(db)), ...(byLead ? await closedByLead(db) : [])]
}

/** Cancelled work is in no class by either day. */
const tally = (cells: readonly Cell[], by: 'class' | 'first'): Tally =>
  latenesses.map((_, i) => cells.reduce((sum, cell) => (cell[by] === i ? sum + cell.n : sum), 0))

type Groups = { readonly shown: readonly Group[]; readonly all: number }

async function grouped(
  db: Kysely<Tables>,
  filter: Filter,
  by: Grouping,
  most: number,
  home: string,
  cells: readonly ClosedCell[],
): Promise<Groups> {
  if (by === 'document' || by === 'neighbour') {
    const rows = await groupsOf(db, filter, by, most, home).execute()
    const groups = rows.map((row): Group => {
      const counts = new Map(Object.entries(row))
      const of = (column: string): Tally => latenesses.map((one) => Number(counts.get(`${column}_${one}`) ?? 0))
      return { key: row.key, name: row.key, tally: of('class'), original: of('first') }
    })
    return { shown: by === 'document' ? await withTitles(db, groups) : groups, all: Number(rows[0]?.groups ?? 0) }
  }
  const counted = cells.filter((cell) => cell.class < CANCELLED && (by === 'lead') === (cell.lead_name !== null))
  const leads = by === 'lead' ? counted.flatMap((cell) => cell.lead_id ?? []) : []
  const heldBy = await holders(db, leads, filter.on)
  const groupOf = (cell: ClosedCell): { readonly key: string; readonly name: string } => {
    if (by === 'period') return { key: quarterKey(cell.month), name: quarterKey(cell.month) }
    const holder = heldBy.get(cell.lead_id ?? '')
    return { key: holder?.id ?? cell.lead_id ?? '', name: holder?.name ?? cell.lead_name ?? '' }
  }
  // bodies that are not in the register have no key; their names tell them apart
  const keyed = Map.groupBy(counted, (cell) => groupOf(cell).key || `\0${groupOf(cell).name}`)
  const groups = [...keyed.values()].flatMap((of): readonly Group[] => {
    const [first] = of
    return first === undefined ? [] : [{ ...groupOf(first), tally: tally(of, 'class'), original: tally(of, 'first') }]
  })
  const ordered = by === 'period' ? groups.toSorted((a, b) => (a.key > b.key ? -1 : 1)) : groups.toSorted(byOverdue)
  return { shown: ordered.slice(0, most), all: groups.length }
}

function byOverdue(a: Group, b: Group): number {
  const sum = (group: Group): number => group.tally.reduce((n, one) => n + one, 0)
  return (b.tally[0] ?? 0) - (a.tally[0] ?? 0) || sum(b) - sum(a) || (a.name < b.name ? -1 : 1)
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

/** Empty without a day. */
const quarterKey = (month: string | null): string => (month === null ? '' : quarterOf(month))
