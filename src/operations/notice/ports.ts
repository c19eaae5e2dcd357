import type { Language } from '../../base/refusals.ts'
import type { Who } from '../../kernel/access/who.ts'
import type { Concern } from '../../kernel/notice/concern.ts'
import type { Day } from '../../kernel/period/day.ts'
import type { Fact } from '../../kernel/task/life.ts'

/** Up to where: the number of the last fact, of the last assignment, and of the last word on a figure. */
export type Mark = { readonly event: bigint; readonly given: bigint; readonly figure: bigint }

/** After a mark; where there is none yet, from the day on which the person was entered. */
export type Since = Mark & { readonly from: Day | null }

type Of = {
  readonly id: bigint
  readonly on: Day
  readonly task: {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly lead: string | null
    readonly due: Day | null
  }
}

/** Something said of work. */
export type SaidOf = Of & {
  readonly kind: Fact
  readonly at: string
  readonly actor: string
  readonly organisation: string | null
  readonly percent: number | null
  readonly words: string | null
  readonly day: Day | null
}

/** Work that came to a body: given out, or handed on by a succession. */
export type GivenTo = Of & { readonly role: HoldingRole; readonly body: string }

/** What was said of a figure: that it is wrong, of a dataset he keeps; the answer, to what he reported. [NOT-10] */
export type FigureSaid = {
  readonly id: bigint
  readonly kind: FigureFact
  readonly at: string
  /** Null: somebody without an account. */
  readonly actor: string | null
  readonly words: string
  readonly report: { readonly id: string; readonly no: number; readonly dataset: { readonly slug: string; readonly title: string } }
}

export const figureFacts = ['reported', 'accepted', 'corrected', 'refused'] as const
export type FigureFact = (typeof figureFacts)[number]

export const holdingRoles = ['lead', 'co-lead', 'coordinator'] as const
export type HoldingRole = (typeof holdingRoles)[number]

/** Work that has a day, and what one of his bodies is in it. */
export type DueTask = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly lead: string | null
  readonly due: Day
  readonly role: HoldingRole
  readonly version: number
  readonly changedAt: string
}

export interface NoticePorts {
  readonly notices: {
    /** Where a person's unread begins. */
    since(person: string): Promise<Since>
    /** Newest first. @param before null: from the newest @param after null: also what was read */
    said(concern: Concern, person: string, before: bigint | null, after: Since | null, limit: number): Promise<readonly SaidOf[]>
    given(concern: Concern, person: string, before: bigint | null, after: Since | null, limit: number): Promise<readonly GivenTo[]>
    figures(concern: Concern, person: string, before: bigint | null, after: Since | null, limit: number): Promise<readonly FigureSaid[]>
    /** How many are unread; more than `most` are not counted. */
    count(concern: Concern, person: string, after: Since, most: number): Promise<number>
    /** Never back, and never further than there is. */
    mark(person: string, upTo: Mark): Promise<void>
    /** Open work of these bodies by its day; `until` null: all that has one. */
    due(bodies: readonly string[], until: Day | null, limit: number): Promise<readonly DueTask[]>
  }
}

export type MailChoice = { readonly digest: boolean; readonly language: Language }

/** Whom the daily letter goes to. */
export type DigestReader = { readonly who: Who; readonly email: string; readonly language: Language; readonly sample: boolean }

/** Letters and calendars of people. */
export interface MailPorts {
  readonly mail: {
    choice(person: string): Promise<MailChoice>
    choose(person: string, choice: MailChoice): Promise<void>
    /** Where letters to whoever asks go. */
    ownEmail(): Promise<string | null>
    /** Who may be written to on that day. For the node alone. */
    readers(on: Day): Promise<readonly DigestReader[]>
    /** Up to where the last letter told that went out; null: none did. */
    told(person: string): Promise<Mark | null>
    /**
     * Takes the letter of that day, so that nobody else sends it. `later`: it failed less than an hour ago; `over`: another has
     * it, it went out, or it failed too often.
     */
    take(person: string, on: Day, upTo: Mark): Promise<'taken' | 'later' | 'over'>
    settle(person: string, on: Day, state: 'sent' | 'failed'): Promise<void>
    /** A secret for a calendar; the one before is worth nothing from now on. */
    makeCalendar(person: string): Promise<string>
    /** False: there was none. */
    revokeCalendar(person: string): Promise<boolean>
    calendar(person: string): Promise<{ readonly madeAt: string; readonly seenAt: string | null } | null>
  }
}
