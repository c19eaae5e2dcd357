import type { Day } from '../period/day.ts'

/**
 * Assigned work. The states before assignment are those of a proposal: an extracted task is proposed, with its span, and
 * nothing is assigned without a person. [TSK-1] What may happen afterwards is in `life.ts`.
 *
 *   proposed ⇄ confirmed → assigned → acknowledged → active ⇄ claimed → done
 *        ⇅         ⇅           ⇅ ↘ disputed                any open → cancelled
 *        discarded
 *
 * No state speaks of lateness; `lateness.ts` computes it. [TSK-2]
 */
export const proposalStates = ['proposed', 'confirmed', 'discarded'] as const
export const openStates = ['assigned', 'acknowledged', 'disputed', 'active', 'claimed'] as const
const closedStates = ['done', 'cancelled'] as const
export const taskStates = [...proposalStates, ...openStates, ...closedStates] as const
export type TaskState = (typeof taskStates)[number]
export type OpenState = (typeof openStates)[number]

export const isOpen = (state: TaskState): state is OpenState => openStates.some((one) => one === state)

/** `once` has an end of its own · `recurring` has a next occurrence · `standing` lasts as long as its source. */
export const taskKinds = ['once', 'recurring', 'standing'] as const
export type TaskKind = (typeof taskKinds)[number]

export const taskOrigins = ['extracted', 'manual', 'fanned-out', 'escalated'] as const
export type TaskOrigin = (typeof taskOrigins)[number]

/** For whoever sees the work, or some of it for everyone. [ACC-16] */
export const visibilities = ['internal', 'public'] as const
export type Visibility = (typeof visibilities)[number]

/** A body in a role. `name` is as the text gives it, for ever; `organisation` is who it was on the day of issue, when known. */
export type Body = {
  readonly name: string
  readonly organisation: string | null
  /** «các sở, ban, ngành»: a class, to be expanded by a person before it can hold work. */
  readonly isClass: boolean
}

export const periods = ['P1D', 'P1W', 'P2W', 'P1M', 'P3M', 'P6M', 'P1Y', 'standing'] as const
export type Every = (typeof periods)[number]

export const dueReasons = ['original', 'extension', 'correction', 'recurrence', 'calendar'] as const
export type DueReason = (typeof dueReasons)[number]

/**
 * One fact about when work is due. Facts are appended, never changed; the last one recorded is in force. [TSK-3]
 * `day` null is a statement too: nobody gave a day. [TSK-4]
 */
export type DueFact = {
  /** The last day on which the work is in time. */
  readonly day: Day | null
  readonly reason: DueReason
  /** How the words were read: `inclusive`, `before`, `end-of-quarter`, `typed` … */
  readonly rule: string
  /** The words themselves, as written; null when a person typed a day. */
  readonly words: string | null
  /** Of a term in working days: from when, and how many. */
  readonly term?: { readonly from: Day; readonly days: number }
  readonly recordedAt: string
}

/** What a kind of period makes of a task. */
export const kindOf = (every: Every | null): TaskKind => (every === null ? 'once' : every === 'standing' ? 'standing' : 'recurring')
