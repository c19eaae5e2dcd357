import { dutiesWith, holdsFor } from '../access/access.ts'
import type { Role } from '../access/role.ts'
import type { Who } from '../access/who.ts'
import type { Day } from '../period/day.ts'
import { lastSensible } from './due-day.ts'
import type { NextDue } from './recurrence.ts'
import { openStates, proposalStates, type TaskKind, type TaskState } from './task.ts'

/**
 * What may happen to work once it is given out: one table of acts, who may do each, from which states, and what it makes of
 * the task. The lead reports and claims; only the assigner's side accepts, and never the same person. [TSK-14] [TSK-15]
 */
export const acts = [
  'acknowledge',
  'dispute',
  'uphold',
  'progress',
  'part',
  'answer',
  'claim',
  'return',
  'accept',
  'ask-extension',
  'grant-extension',
  'refuse-extension',
  'extend',
  'correct-due',
  'escalate',
  'decide',
  'cancel',
] as const
export type Act = (typeof acts)[number]

/** How an act is remembered: the fact, past tense, permanent. */
export const factOf = {
  acknowledge: 'acknowledged',
  dispute: 'disputed',
  uphold: 'upheld',
  progress: 'progress',
  part: 'part',
  answer: 'answered',
  claim: 'claimed',
  return: 'returned',
  accept: 'accepted',
  'ask-extension': 'extension-asked',
  'grant-extension': 'extension-granted',
  'refuse-extension': 'extension-refused',
  extend: 'extended',
  'correct-due': 'due-corrected',
  escalate: 'escalated',
  decide: 'decided',
  cancel: 'cancelled',
} as const satisfies Record<Act, string>
export const facts = [...Object.values(factOf), 'reassigned', 'recurred', 'reminded', 'recounted'] as const
export type Fact = (typeof facts)[number]

/** In whose name one acts on a task. */
export type Side = 'lead' | 'coordinator' | 'assigner' | 'leader'

type Row = {
  readonly by: readonly Side[]
  readonly from: readonly TaskState[]
  /** null: the state stays. */
  readonly to: TaskState | null
  /** What must be said with it. */
  readonly needs: readonly ('words' | 'day' | 'document')[]
}
const WORKABLE = ['assigned', 'acknowledged', 'active'] as const

export const life: Readonly<Record<Act, Row>> = {
  acknowledge: { by: ['lead'], from: ['assigned'], to: 'acknowledged', needs: [] },
  dispute: { by: ['lead'], from: ['assigned', 'acknowledged'], to: 'disputed', needs: ['words'] },
  uphold: { by: ['assigner'], from: ['disputed'], to: 'assigned', needs: ['words'] },
  progress: { by: ['lead'], from: WORKABLE, to: 'active', needs: ['words'] },
  part: { by: ['coordinator'], from: openStates, to: null, needs: ['words'] },
  answer: { by: ['lead', 'assigner'], from: openStates, to: null, needs: ['document'] },
  claim: { by: ['lead'], from: WORKABLE, to: 'claimed', needs: [] },
  return: { by: ['assigner'], from: ['claimed'], to: 'active', needs: ['words'] },
  accept: { by: ['assigner'], from: ['claimed'], to: 'done', needs: [] },
  'ask-extension': { by: ['lead'], from: WORKABLE, to: null, needs: ['day', 'words'] },
  'grant-extension': { by: ['assigner'], from: openStates, to: null, needs: [] },
  'refuse-extension': { by: ['assigner'], from: openStates, to: null, needs: ['words'] },
  extend: { by: ['assigner'], from: openStates, to: null, needs: ['day', 'document'] },
  'correct-due': { by: ['assigner'], from: openStates, to: null, needs: ['day', 'words'] },
  escalate: { by: ['lead', 'assigner'], from: openStates, to: null, needs: ['words'] },
  decide: { by: ['leader'], from: openStates, to: null, needs: ['words'] },
  cancel: { by: ['assigner'], from: openStates, to: 'cancelled', needs: ['words', 'document'] },
}

/** Who holds a task today: bodies of the register, null where a name is not in it. */
export type Holders = { readonly lead: string | null; readonly coordinators: readonly Helping[] }
/** A body that helps, and the one that has its work today by default: of one that was split, whoever took the rest. [ORG-8] */
export type Helping = { readonly body: string; readonly holder: string }

/** Who reports on the work of his body. */
export const REPORTS: readonly Role[] = ['specialist', 'leader', 'clerk', 'office', 'steward']
const ASSIGNS: readonly Role[] = ['office', 'leader']

/** Whether he may say something about work at all, and so keep a file to show with it. [TSK-19] */
export const speaksOfWork = (who: Who): boolean => who.kind === 'operator' || who.kind === 'system' || dutiesWith(who, REPORTS).length > 0

/** On which sides someone stands. The operator of a machine without accounts stands on all of them. [TSK-15] */
export function sidesOf(who: Who, { lead, coordinators }: Holders): ReadonlySet<Side> {
  if (who.kind === 'operator' || who.kind === 'system') return new Set(['lead', 'coordinator', 'assigner', 'leader'])
  const central = who.duties.filter((duty) => duty.central)
  const sides = new Set<Side>()
  if (dutiesWith({ ...who, duties: central }, ASSIGNS).length > 0) sides.add('assigner')
  if (dutiesWith({ ...who, duties: central }, ['leader']).length > 0) sides.add('leader')
  // a body outside the register has no account: the office speaks for it
  if (lead === null ? sides.has('assigner') : holdsFor(who, REPORTS, lead)) sides.add('lead')
  if (coordinators.some((one) => helps(who, one))) sides.add('coordinator')
  return sides
}

/** Whether he speaks for a body that helps: of its holder, or still of itself. */
export const helps = (who: Who, { body, holder }: Helping): boolean =>
  holdsFor(who, REPORTS, holder) || dutiesWith(who, REPORTS).some((duty) => duty.organisation === body)

/** The task as an act finds it. */
export type Standing = {
  readonly state: TaskState
  readonly kind: TaskKind
  /** Its parts carry the work: nothing is done with it as a whole. [TSK-9] */
  readonly isSplit: boolean
  readonly due: Day | null
  readonly percent: number
  readonly askedDay: Day | null
  readonly escalated: boolean
  /** The day of issue of the document; where it has none, the day of assignment. Work may have been done before it was entered. */
  readonly issuedOn: Day
  /** Of what waits for an answer, who said it, and in whose place. */
  readonly saidBy: Readonly<Partial<Record<Fact, readonly string[]>>>
  /** How many bodies that hold a part have nobody here who could say it. [TSK-56] */
  readonly absent: number
  /** Files and documents shown for it so far; of recurring work, for the occurrence under way. */
  readonly evidence: number
}

export type Said = {
  readonly words: string | null
  /** Why the percentage fell; null: it did not. */
  readonly reason: string | null
  readonly percent: number | null
  readonly day: Day | null
  readonly document: string | null
  /** Files given with it. */
  readonly files: number
}

/** Why an act is refused; the sentence of each is in the table of refusals. */
export type Refused =
  | 'task-split'
  | 'not-your-side'
  | 'wrong-state'
  | 'words-missing'
  | 'day-missing'
  | 'document-missing'
  | 'progress-fell'
  | 'standing-stays'
  | 'day-outside'
  | 'same-person'
  | 'own-request'
  | 'evidence-missing'
  | 'nobody-absent'
  | 'answer-day-outside'
  | 'no-due-to-extend'
  | 'extension-not-later'
  | 'day-far'
  | 'due-same'
  | 'extension-past'
  | 'correction-unproved'
  | 'extension-open'
  | 'no-extension-open'
  | 'not-escalated'

/**
 * @param today the day of the act
 * @param actingFor in whose place he does it (KT., TL.); null: in his own right
 * @returns null when it may be done
 */
export function refusedAct(
  act: Act,
  task: Standing,
  sides: ReadonlySet<Side>,
  who: Who,
  said: Said,
  today: Day,
  actingFor: string | null = null,
): Refused | null {
  const row = life[act]
  // whose it would be nobody can say before it is given out
  if (proposalStates.some((state) => state === task.state)) return 'wrong-state'
  if (task.isSplit) return 'task-split'
  if (!row.by.some((side) => sides.has(side))) return 'not-your-side'
  if (!row.from.includes(task.state)) return 'wrong-state'
  if (answersHimself(act, task, who, actingFor)) return act === 'accept' ? 'same-person' : 'own-request'
  const missing = row.needs.find((need) => said[need] === null || said[need] === '')
  if (missing !== undefined) return `${missing}-missing`
  switch (act) {
    case 'progress':
      return said.percent !== null && said.percent < task.percent && said.reason === null ? 'progress-fell' : null
    case 'claim':
      if (task.kind === 'standing') return 'standing-stays'
      // what could only be given back is not claimed
      if (task.evidence + said.files === 0 && said.document === null) return 'evidence-missing'
      return said.day !== null && (said.day < task.issuedOn || said.day > today) ? 'day-outside' : null
    case 'answer':
      if (task.absent === 0) return 'nobody-absent'
      return said.day !== null && (said.day < task.issuedOn || said.day > today) ? 'answer-day-outside' : null
    case 'accept':
      // what was asked for one occurrence is not left to the next
      if (task.kind === 'recurring' && task.askedDay !== null) return 'extension-open'
      return task.evidence === 0 ? 'evidence-missing' : null
    case 'ask-extension':
      if (task.due === null) return 'no-due-to-extend'
      if (task.askedDay !== null) return 'extension-open'
      if (said.day !== null && said.day < today) return 'extension-past'
      return said.day === null ? null : later(said.day, task)
    case 'grant-extension':
      if (task.askedDay === null) return 'no-extension-open'
      return said.day === null ? null : later(said.day, task)
    case 'refuse-extension':
      return task.askedDay === null ? 'no-extension-open' : null
    case 'extend':
      if (task.due === null) return 'no-due-to-extend'
      if (task.askedDay !== null) return 'extension-open'
      return said.day === null ? null : later(said.day, task)
    case 'correct-due':
      if (task.askedDay !== null) return 'extension-open'
      if (task.kind === 'standing') return 'standing-stays'
      return said.day === null ? null : (another(said.day, task) ?? (endsLateness(said, task, today) ? 'correction-unproved' : null))
    case 'decide':
      return task.escalated ? null : 'not-escalated'
    default:
      return null
  }
}

/** What an act says yes or no to. Taking back what oneself asked for is no answer. [TSK-38] */
const answers = {
  accept: 'claimed',
  'grant-extension': 'extension-asked',
  decide: 'escalated',
  uphold: 'disputed',
} as const satisfies Partial<Record<Act, Fact>>

/** Two persons: whoever said what waits for an answer does not answer it, nor anyone in his place, nor he in theirs. [TSK-15] [TSK-38] */
export function answersHimself(
  act: Act | 'reassign',
  { state, saidBy }: Pick<Standing, 'state' | 'saidBy'>,
  who: Pick<Who, 'id'>,
  actingFor: string | null,
): boolean {
  // to give disputed work to another is to say yes to the dispute
  const question = act === 'reassign' ? 'disputed' : (Object.entries(answers).find(([answer]) => answer === act)?.[1] ?? null)
  if (question === null || (act === 'reassign' && state !== 'disputed')) return false
  return [who.id, actingFor].some((one) => one !== null && saidBy[question]?.includes(one) === true)
}

/** Whether a day asked for or granted is an extension: after the day in force, and none that is a slip in the year. [TSK-35] */
const later = (asked: Day, { due, issuedOn }: Standing): Refused | null =>
  due !== null && asked <= due ? 'extension-not-later' : asked > lastSensible(issuedOn) ? 'day-far' : null

/** Whether a day is one that was read or typed wrongly: another than the day in force, and a sensible one. [TSK-48] */
const another = (right: Day, { due, issuedOn }: Standing): Refused | null =>
  right === due ? 'due-same' : right < issuedOn || right > lastSensible(issuedOn) ? 'day-far' : null

/** Whether overdue work would be late no more: nobody brings that about by words alone. [TSK-48] */
const endsLateness = ({ day, document }: Said, { due }: Standing, today: Day): boolean =>
  document === null && due !== null && due < today && day !== null && day >= today

/** What an act makes of the task; fields that stay are absent. [TSK-14] */
export type Made = {
  readonly state?: TaskState
  readonly percent?: number
  readonly askedDay?: Day | null
  readonly escalated?: boolean
  readonly closedOn?: Day
  /** A due fact to append: the day granted or put right, or that of the next occurrence. */
  readonly due?: Day
  /** How the day of the next occurrence was found. */
  readonly next?: NextDue
}

/** @param claimedDay the day on which the claim says the work was finished */
export function made(act: Act, task: Standing, said: Said, claimedDay: Day, today: Day): Made {
  const to = life[act].to
  const state = to === null || to === task.state ? {} : { state: to }
  switch (act) {
    case 'progress':
      return { ...state, ...(said.percent === null ? {} : { percent: said.percent }) }
    case 'accept':
      if (task.kind === 'recurring') return { state: 'active', percent: 0 }
      // done: what was asked besides waits for no answer any more
      return { ...state, percent: 100, closedOn: claimedDay, askedDay: null, escalated: false }
    case 'ask-extension':
      return said.day === null ? {} : { askedDay: said.day }
    case 'grant-extension': {
      const granted = said.day ?? task.askedDay
      return { askedDay: null, ...(granted === null ? {} : { due: granted }) }
    }
    case 'refuse-extension':
      return { askedDay: null }
    case 'extend':
    case 'correct-due':
      return said.day === null ? {} : { due: said.day }
    case 'escalate':
      return { escalated: true }
    case 'decide':
      return { escalated: false }
    case 'cancel':
      return { ...state, closedOn: today, askedDay: null, escalated: false }
    default:
      return state
  }
}
