import type { Body, Succession } from '../../kernel/organisation/holder.ts'
import type { Named } from '../../kernel/organisation/names.ts'
import type { Heir, PartKind } from '../../kernel/organisation/plan.ts'
import type { Day } from '../../kernel/period/day.ts'

export type PlanHeir = Heir & { readonly name: string; readonly abbreviation: string }
export type PlanPart = { readonly kind: PartKind; readonly from: readonly string[]; readonly to: readonly PlanHeir[] }

export type PlanDraft = {
  readonly name: string
  readonly basis: string
  readonly day: Day
  readonly parts: readonly PlanPart[]
  /** Its links are the register's own: only work is routed. */
  readonly known: boolean
}

/** What was counted when a plan was committed. */
export type Outcome = {
  readonly open: number
  readonly before: readonly Tally[]
  readonly after: readonly Tally[]
  readonly routed: number
  readonly duplicates: number
}
/** How much open work a body holds; `organisation` null: nobody, or a name that is not in the register. */
export type Tally = { readonly organisation: string | null; readonly name: string; readonly count: number }

export type StoredPlan = PlanDraft & {
  readonly id: string
  readonly version: number
  readonly state: 'draft' | 'committed' | 'undone'
  readonly committedVersion: number | null
  readonly outcome: Outcome | null
  readonly undone: { readonly on: Day; readonly basis: string } | null
  readonly createdBy: string
  readonly createdAt: string
  readonly changedBy: string
  readonly changedAt: string
}

/** Open work with its lead in force, for routing. */
export type OpenTask = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly quote: string
  readonly lead: string
  readonly leadName: string
  /** Where a person sent it under this plan; null: nobody has. */
  readonly route: string | null
}

/** A body that a plan made, and one it came of, with its name. */
export type Source = { readonly body: string; readonly to: string; readonly name: string }
export type Move = { readonly task: string; readonly to: string; readonly name: string }
export type NewBody = { readonly id: string; readonly like: string; readonly name: string; readonly abbreviation: string }
export type PlanLink = Succession & { readonly plan: string | null }

export interface SuccessionPorts {
  readonly successions: {
    /** From here to the end of the transaction no other succession is committed or undone. */
    alone(): Promise<void>
    add(draft: PlanDraft): Promise<string>
    /** False when `version` is no longer the current one, or it is no draft. */
    change(id: string, version: number, draft: PlanDraft): Promise<boolean>
    /** With where work was sent in it. False when `version` is no longer the current one, or it is no draft. */
    delete(id: string, version: number): Promise<boolean>
    get(id: string): Promise<StoredPlan | null>
    /** The plan of what the register knows of a day that was committed and still stands. */
    knownDone(on: Day): Promise<StoredPlan | null>
    list(after: string | null, limit: number): Promise<{ readonly items: readonly StoredPlan[]; readonly next: string | null }>
    /** An ending for the id of a body that a plan makes, not given before. */
    newEnding(): string
    state(): Promise<{ readonly bodies: readonly Body[]; readonly links: readonly PlanLink[] }>
    /** What bodies are called on a day or later, whether or not they are there. */
    namesFrom(on: Day): Promise<readonly Named[]>
    /** How many open tasks each body leads by name; null: names that are not in the register. */
    openByLead(): Promise<readonly { readonly organisation: string | null; readonly count: number }[]>
    /** In how many open tasks one body leads and another coordinates. */
    openPairs(): Promise<readonly { readonly lead: string; readonly other: string; readonly count: number }[]>
    /** Open tasks of these leads, by id; at most `limit` after `after`. */
    openOf(plan: string, leads: readonly string[], after: string | null, limit: number): Promise<readonly OpenTask[]>
    /** Duties that people hold on a day or will later, by body and role; also those given since a day that is past. */
    dutiesFrom(on: Day): Promise<readonly { readonly organisation: string; readonly role: string; readonly count: number }[]>
    /** Null takes the decision back. */
    route(plan: string, task: string, to: string | null): Promise<void>
    /** Adds the bodies and links of a plan; nothing that was there is changed. */
    write(plan: StoredPlan, bodies: readonly NewBody[]): Promise<void>
    /** Closes the lead of each task on the day and opens one for its heir. */
    giveOver(plan: StoredPlan, moves: readonly Move[]): Promise<void>
    /** The same on the day it is undone, for work that was given to a body the plan made. */
    handBack(plan: StoredPlan, on: Day, moves: readonly Move[]): Promise<void>
    /** The parts that bodies of the plan have in the open work of others go to those they came of. @returns the tasks */
    handBackHelp(plan: StoredPlan, on: Day, sources: readonly Source[]): Promise<readonly string[]>
    /** Gives what a plan routed, and is still open with whom it went to, back to who had it. @returns the tasks */
    takeBack(plan: StoredPlan, on: Day): Promise<readonly string[]>
    markCommitted(plan: StoredPlan, outcome: Outcome): Promise<void>
    undo(plan: string, on: Day, basis: string): Promise<void>
    /** Computes anew who holds whose work; what is held of the register is read again after this transaction. */
    settle(): Promise<void>
  }
}
