import type { Day } from '../period/day.ts'
import type { Fact } from './life.ts'
import type { TaskKind, TaskState } from './task.ts'

/** A fact as far as it moves the task. */
export type Moved = { readonly kind: Fact; readonly percent: number | null; readonly day: Day | null }
export type Moment = { readonly state: TaskState; readonly percent: number; readonly askedDay: Day | null; readonly escalated: boolean }

/** Where given-out work stood once these facts were said, in their order: what a past day shows. [BRD-1] */
export function replay(kind: TaskKind, facts: readonly Moved[]): Moment {
  let moment = GIVEN
  for (const fact of facts) moment = { ...moment, ...madeOf(kind, fact) }
  return moment
}

const GIVEN: Moment = { state: 'assigned', percent: 0, askedDay: null, escalated: false }

/** The facts that say what state work is in: it is that of the last of them, and `assigned` before the first. */
export const stateOf = {
  acknowledged: 'acknowledged',
  disputed: 'disputed',
  upheld: 'assigned',
  reassigned: 'assigned',
  progress: 'active',
  claimed: 'claimed',
  returned: 'active',
  accepted: 'done',
  cancelled: 'cancelled',
} as const satisfies Partial<Record<Fact, TaskState>>

/** Recurring work that is accepted goes on, with its next occurrence. [TSK-17] */
export const ACCEPTED_RECURRING: TaskState = 'active'

function madeOf(kind: TaskKind, { kind: fact, percent, day }: Moved): Partial<Moment> {
  switch (fact) {
    case 'acknowledged':
    case 'disputed':
    case 'claimed':
    case 'upheld':
    case 'reassigned':
    case 'returned':
      return { state: stateOf[fact] }
    case 'progress':
      return { state: stateOf.progress, ...(percent === null ? {} : { percent }) }
    case 'accepted':
      if (kind === 'recurring') return { state: ACCEPTED_RECURRING, percent: 0 }
      return { state: stateOf.accepted, percent: 100, askedDay: null, escalated: false }
    case 'extension-asked':
      return { askedDay: day }
    case 'extension-granted':
    case 'extension-refused':
      return { askedDay: null }
    case 'escalated':
      return { escalated: true }
    case 'decided':
      return { escalated: false }
    case 'cancelled':
      return { state: stateOf.cancelled, askedDay: null, escalated: false }
    case 'part':
    case 'answered':
    case 'extended':
    case 'due-corrected':
    case 'recurred':
    case 'recounted':
    case 'reminded':
      return {}
  }
}
