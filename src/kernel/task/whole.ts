import { type Day, dayNumber, fromDayNumber } from '../period/day.ts'
import { daysLate, daysLeft, type Lateness, lateness } from './lateness.ts'
import { proposalStates, type TaskState } from './task.ts'

/** A part of work that was split, as it stands on the day asked about; one that was not given out yet too. */
export type PartStanding = {
  readonly state: TaskState
  readonly due: Day | null
  readonly dueOriginal: Day | null
  readonly closedOn: Day | null
  readonly percent: number
}

export type WholeStanding = PartStanding & {
  readonly lateness: Lateness
  readonly latenessOriginal: Lateness
  readonly daysLeft: number | null
  readonly daysLate: number | null
}

/** Parts that the whole is told by: what was cancelled or discarded asks nothing of anybody. [TSK-42] */
export const counts = ({ state }: { readonly state: TaskState }): boolean => state !== 'cancelled' && state !== 'discarded'

/**
 * How work stands that was split: it is what its parts are, and has no state of its own. [TSK-55]
 * Open as long as a part is, one not given out among them, and then as late as the earliest open part; done when all are, on the
 * last day of closing, and then as late as the latest of them. In one state where all are, otherwise under way.
 *
 * @param parts those that were not split further, whatever their depth
 * @returns null: it has none
 * @cost O(parts)
 */
export function wholeOf(parts: readonly PartStanding[], asOf: Day): WholeStanding | null {
  const counted = parts.filter(counts)
  const told = counted.length > 0 ? counted : parts.filter(({ state }) => state === 'cancelled')
  if (told.length === 0) return null
  const closing = told.every(({ closedOn }) => closedOn !== null) ? latestOf(told.map(({ closedOn }) => closedOn)) : null
  const telling = closing === null ? told.filter(({ closedOn }) => closedOn === null) : told
  const current = standingOf(telling, 'due', asOf)
  const first = standingOf(telling, 'dueOriginal', asOf)
  return {
    state: stateOf(told),
    percent: Math.floor(told.reduce((sum, { percent }) => sum + percent, 0) / told.length),
    closedOn: closing,
    due: current.due,
    dueOriginal: first.due,
    lateness: current.lateness,
    latenessOriginal: first.lateness,
    daysLeft: daysLeft(current.due, closing, asOf),
    daysLate: current.daysLate,
  }
}

/** What waits to be given out is, to the whole, given out and not begun. */
function stateOf(told: readonly PartStanding[]): TaskState {
  const states = new Set(told.map(({ state }) => (proposalStates.some((one) => one === state) ? 'assigned' : state)))
  const [first] = states
  return states.size === 1 && first !== undefined ? first : 'active'
}

type Told = { readonly due: Day | null; readonly lateness: Lateness; readonly daysLate: number | null }

/** By the part that says it: of open ones the first that is due, of closed ones the one that was closest to being late, or latest. */
function standingOf(parts: readonly PartStanding[], by: 'due' | 'dueOriginal', asOf: Day): Told {
  const [first] = parts
    .filter((part) => part[by] !== null)
    .toSorted((a, b) => marginOf(a, by) - marginOf(b, by) || compareDays(b[by], a[by]))
  const [due, closedOn] = [first?.[by] ?? null, first?.closedOn ?? null]
  return { due, lateness: lateness(due, closedOn, asOf), daysLate: daysLate(due, closedOn, asOf) }
}

/** Of closed work the days between closing and its due day; open parts are compared by their due day. */
const marginOf = ({ closedOn, ...part }: PartStanding, by: 'due' | 'dueOriginal'): number =>
  dayNumber(part[by] ?? closedOn ?? FIRST) - dayNumber(closedOn ?? FIRST)
const FIRST = fromDayNumber(0)

const compareDays = (a: Day | null, b: Day | null): number => dayNumber(a ?? FIRST) - dayNumber(b ?? FIRST)
const latestOf = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((last, one) => (last === null || (one !== null && one > last) ? one : last), null)
