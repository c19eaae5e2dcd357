import { type Kysely, sql } from 'kysely'
import type { AsOf, Narrowing, Waiting, WaitingList } from '../../operations/board/ports.ts'
import type { Tables } from '../tables.ts'
import { rowsAt, withRoom } from '../task/list-store.ts'
import { chosen, waitsFor } from '../task/standing.ts'
import { waitsThen } from '../task/standing-then.ts'

type Filter = Narrowing & AsOf

const reasons = ['claimed', 'disputed', 'extension', 'escalated'] as const satisfies readonly Waiting[]

type Why = { readonly claimed: boolean; readonly disputed: boolean; readonly extension: boolean; readonly escalated: boolean }

/** What waits of the chosen work, what was put before the leaders first; each row says how many there are of each reason. */
export const waitingNow = (db: Kysely<Tables>, filter: Filter, most: number, home: string) =>
  db
    .selectFrom(
      chosen(db, filter, home)
        .where(waitsFor('any'))
        .select(['s.id', 's.due', 's.due_original', 's.due_key', 's.recorded_at', 's.closed_on'])
        .select(reasons.map((of) => waitsFor(of).as(of)))
        .as('w'),
    )
    .selectAll('w')
    .select(reasons.map((of) => sql<bigint>`count(*) filter (where w.${sql.ref(of)}) over ()`.as(`n_${of}`)))
    .select(sql<bigint>`count(*) over ()`.as('n'))
    .orderBy('w.escalated', 'desc')
    .orderBy('w.due_key')
    .orderBy('w.id')
    .limit(most)

/** Of a past day in two steps: what waited then, wherever it stands; */
export const waitingOn = (db: Kysely<Tables>, { on }: AsOf) => db.selectFrom(waitsThen(db, on).as('w')).selectAll('w')

/** and of these the chosen ones as they stood: a few thousand looked up by their ids, rather than all work joined to them. */
export const waitingOf = (db: Kysely<Tables>, filter: Filter, ids: readonly string[], home: string) =>
  chosen(db, filter, home)
    .select(['s.id', 's.due', 's.due_original', 's.due_key', 's.recorded_at', 's.closed_on'])
    .where(sql<boolean>`s.id = any (${sql.val([...ids])}::uuid[])`)
    .orderBy('s.due_key')
    .orderBy('s.id')

export async function waiting(db: Kysely<Tables>, filter: Filter, most: number, home: string): Promise<WaitingList> {
  if (filter.past) return waitingThen(db, filter, most, home)
  const rows = await waitingNow(db, filter, most, home).execute()
  const number = (of: keyof Why): number => Number(rows[0]?.[`n_${of}`] ?? 0)
  return waitingList(db, filter, rows, Number(rows[0]?.n ?? 0), number)
}

async function waitingThen(db: Kysely<Tables>, filter: Filter, most: number, home: string): Promise<WaitingList> {
  await withRoom(db)
  const waited = new Map((await waitingOn(db, filter).execute()).map((row) => [row.task_id, row]))
  const places = waited.size === 0 ? [] : await waitingOf(db, filter, [...waited.keys()], home).execute()
  const found = places.flatMap((place) => {
    const why = waited.get(place.id)
    return why === undefined ? [] : [{ ...place, ...why }]
  })
  const first = [...found.filter(({ escalated }) => escalated), ...found.filter(({ escalated }) => !escalated)].slice(0, most)
  return waitingList(db, filter, first, found.length, (of) => found.filter((row) => row[of]).length)
}

async function waitingList(
  db: Kysely<Tables>,
  filter: Filter,
  rows: readonly (Parameters<typeof rowsAt>[1][number] & Why)[],
  any: number,
  number: (of: keyof Why) => number,
): Promise<WaitingList> {
  const tasks = await rowsAt(db, rows, filter)
  return {
    counts: {
      any,
      claimed: number('claimed'),
      disputed: number('disputed'),
      extension: number('extension'),
      escalated: number('escalated'),
    },
    rows: tasks.flatMap((task) => {
      const why = rows.find(({ id }) => id === task.id)
      return why === undefined ? [] : [{ task, for: reasons.filter((of) => why[of]) }]
    }),
  }
}
