import type { Column } from '../cell/column.ts'
import { isName } from '../understanding/role.ts'
import type { Position } from './geometry.ts'

/**
 * Points that are the way of something: of a storm, a ship, a vehicle. A table has them where a column says when and another says
 * which; that they are a way and not stations or accidents is seen by the points: what moves does so step by step, each short beside
 * the whole way. [DAT-66]
 */
export type TrackColumns = { readonly by: Column; readonly time: Column }

/** Where one row was, and when. */
export type TrackPoint = { readonly row: string; readonly by: string; readonly time: string; readonly at: Position }
export type Track = {
  readonly by: string
  /** In the order of time. */
  readonly points: readonly TrackPoint[]
  /** Parted where too long nothing is known. */
  readonly stretches: readonly (readonly TrackPoint[])[]
}

/** Columns that may say which way and when, the likeliest first: those of the key, then codes and names in their order. */
export function trackColumns(columns: readonly Column[], key: readonly string[]): readonly TrackColumns[] {
  const times = columns.filter(({ type }) => type === 'instant' || type === 'day')
  const timed = times.find(({ name }) => key.includes(name))
  const time = timed ?? times[0]
  if (time === undefined || !columns.some(({ type }) => type === 'geometry')) return []
  const named = columns.filter((one) => one.type === 'text' || (one.type === 'integer' && isName(one)))
  // of a key that is one column each row has another; of several with the time it takes all of them to say which
  const own = named.filter(({ name }) =>
    timed === undefined ? key.length > 1 || !key.includes(name) : key.length === 2 && key.includes(name),
  )
  return own.slice(0, MOST_TRIED).map((by) => ({ by, time }))
}

const MOST_TRIED = 3
/** Of fewer points nothing can be told. */
const FEWEST = 6
/** Points that lie about have a middle step of a third of their field and more; a way of six steps one of a fifth. */
const SHORT = 0.25
/** So much of what can be told must be moving. */
const MOST = 0.8
/** After so many usual steps without a point the line is parted. */
const GAP = 4

/** @returns null: these points are no ways */
export function tracksIn(points: readonly TrackPoint[]): readonly Track[] | null {
  const ways = [...Map.groupBy(points, ({ by }) => by)].map(
    ([by, own]) => [by, own.toSorted((a, b) => instantOf(a) - instantOf(b))] as const,
  )
  const told = ways.filter(([, own]) => own.length >= FEWEST)
  const count = (all: typeof ways): number => all.reduce((sum, [, own]) => sum + own.length, 0)
  const moving = told.filter(([, own]) => isMoving(own))
  if (told.length === 0 || count(told) * 2 < points.length || count(moving) < count(told) * MOST) return null
  const usual = median(ways.flatMap(([, own]) => steps(own, (a, b) => instantOf(b) - instantOf(a))))
  return ways.map(([by, own]) => ({ by, points: own, stretches: parted(own, usual * GAP) }))
}

const instantOf = ({ time }: TrackPoint): number => Date.parse(time)

/** At each time in one place, and from one to the next by short steps. */
function isMoving(own: readonly TrackPoint[]): boolean {
  if (steps(own, (a, b) => instantOf(b) - instantOf(a)).some((between) => !(between > 0))) return false
  const [x, y] = [own.map(({ at }) => at[0]), own.map(({ at }) => at[1])]
  const field = Math.hypot(Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y))
  return field > 0 && median(steps(own, (a, b) => Math.hypot(b.at[0] - a.at[0], b.at[1] - a.at[1]))) <= field * SHORT
}

function parted(own: readonly TrackPoint[], most: number): readonly (readonly TrackPoint[])[] {
  const stretches: TrackPoint[][] = []
  for (const [i, point] of own.entries()) {
    const before = own[i - 1]
    const last = stretches.at(-1)
    if (last === undefined || before === undefined || instantOf(point) - instantOf(before) > most) stretches.push([point])
    else last.push(point)
  }
  return stretches
}

const steps = (own: readonly TrackPoint[], between: (a: TrackPoint, b: TrackPoint) => number): readonly number[] =>
  own.slice(1).map((point, i) => between(own[i] ?? point, point))

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0
