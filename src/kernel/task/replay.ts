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

function madeOf(kind: TaskKind, { kind: fact, percent, day }: Moved): Partial<Moment> {
  switch (fact) {
    case 'acknowledged':
    case 'disputed':
    case 'claimed':
      return { state: fact }
    case 'upheld':
    case 'reassigned':
      return { state: 'assigned' }
    case 'progress':
      return { state: 'active', ...(percent === null ? {} : { percent }) }
    case 'returned':
      return { state: 'active' }
    case 'accepted':
      if (kind === 'recurring') return { state: 'active', percent: 0 }
      return { state: 'done', percent: 100, askedDay: null, escalated: false }
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
      return { state: 'cancelled', askedDay: null, escalated: false }
    case 'part':
    case 'recurred':
    case 'recounted':
    case 'reminded':
      return {}
  }
}
