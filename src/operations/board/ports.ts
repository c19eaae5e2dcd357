import type { Day } from '../../kernel/period/day.ts'
import type { Lateness } from '../../kernel/task/lateness.ts'
import type { TaskRow } from '../task/views.ts'

/** A day, and how it is looked at: as things are now, or, of a past day, by the facts known by its end. [BRD-1] */
export type AsOf = { readonly on: Day; readonly past: boolean }

export const asOf = (on: Day, today: Day): AsOf => ({ on, past: on < today })

export const waitings = ['any', 'claimed', 'disputed', 'extension', 'escalated'] as const
export type Waiting = (typeof waitings)[number]

/** Which given-out work is meant; null: whichever. The board counts by the conditions by which the list chooses. [BRD-6] */
export type Narrowing = {
  /** `in-force`: all six classes; `cancelled`: what is in none. */
  readonly lateness: Lateness | 'in-force' | 'cancelled' | null
  readonly lead: string | null
  /** The lead in the register; `-`: a lead that is not in it. */
  readonly body: string | null
  readonly document: string | null
  readonly q: string | null
  readonly dueFrom: Day | null
  readonly dueTo: Day | null
  readonly waiting: Waiting | null
  /** A province whose bodies hold a part of the work. */
  readonly neighbour: string | null
  /** Led by one of these bodies. */
  readonly bodies: readonly string[] | null
  /** Of those bodies not what they lead, but the open work of others in which they have a part. */
  readonly helping: boolean
  /** Claimed, and given back to be done better. */
  readonly returned: boolean
}

export const everything: Narrowing = {
  lateness: null,
  lead: null,
  body: null,
  document: null,
  q: null,
  dueFrom: null,
  dueTo: null,
  waiting: null,
  neighbour: null,
  bodies: null,
  helping: false,
  returned: false,
}

/** Whether some of the work is meant, and not all. */
export const isNarrowed = (filter: Narrowing): boolean =>
  [
    filter.lateness,
    filter.lead,
    filter.body,
    filter.document,
    filter.q,
    filter.dueFrom,
    filter.dueTo,
    filter.waiting,
    filter.neighbour,
    filter.bodies,
  ].some((value) => value !== null) || filter.returned

export const groupings = ['lead', 'document', 'period', 'neighbour'] as const
export type Grouping = (typeof groupings)[number]

/** How many stand in each class, in the order of `latenesses`. */
export type Tally = readonly number[]

export type Group = {
  /** Body, document, first day of the quarter, or province; empty: none, or none that is known. */
  readonly key: string
  readonly name: string
  readonly tally: Tally
  /** Against the first due day. */
  readonly original: Tally
}

/** How other localities answered: joint work, how much of it they have sent a part of, and after how many days, the middle. */
export type Answers = { readonly neighbour: string; readonly joint: number; readonly answered: number; readonly days: number | null }

export type Board = {
  readonly tally: Tally
  readonly original: Tally
  /** Counted apart from the classes, to be held against them. */
  readonly given: number
  readonly parents: number
  readonly cancelled: number
  readonly groups: readonly Group[]
  /** Groups beyond those shown. */
  readonly more: number
  readonly months: readonly { readonly month: string; readonly tally: Tally }[]
}

export type WaitingRow = { readonly task: TaskRow; readonly for: readonly Exclude<Waiting, 'any'>[] }
export type WaitingList = { readonly counts: Readonly<Record<Waiting, number>>; readonly rows: readonly WaitingRow[] }

export interface BoardPorts {
  readonly board: {
    /** @param most groups to show, those with the most overdue first */
    count(filter: Narrowing & AsOf, by: Grouping, most: number): Promise<Board>
    waiting(filter: Narrowing & AsOf, most: number): Promise<WaitingList>
    answers(filter: Narrowing & AsOf): Promise<readonly Answers[]>
  }
}

/** `2022-11-01` → `2022-10-01`: the first day of the quarter that a day or month lies in. */
export const quarterOf = (month: string): string =>
  `${month.slice(0, 5)}${String(Math.floor((Number(month.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`
