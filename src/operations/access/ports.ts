import type { DeputyForm, Role } from '../../kernel/access/role.ts'
import type { Day } from '../../kernel/period/day.ts'
import type { SecurityKind } from './security-kinds.ts'

/** A role for a body over a term, as it is kept; `[from, to)`. */
export type StoredDuty = {
  readonly id: string
  readonly version: number
  readonly person: string
  readonly role: Role
  readonly organisation: string
  readonly from: Day
  /** Null: until further notice. */
  readonly to: Day | null
  readonly deputyFor: { readonly person: string; readonly form: DeputyForm } | null
  readonly basis: string
}

export type StoredPerson = {
  readonly id: string
  readonly version: number
  /** Null: erased by document. */
  readonly name: string | null
  readonly sample: boolean
  readonly disabled: boolean
}

/** How he signs in; only who keeps accounts is shown it. */
export type StoredAccount = { readonly login: string | null; readonly email: string | null; readonly hasPassword: boolean }

export type NewPerson = {
  readonly id: string
  readonly name: string
  readonly sample: boolean
  readonly login: string | null
  readonly email: string | null
}

export interface PeoplePorts {
  readonly people: {
    /** By id; who is not a person, or whose name was erased, is absent. Ids that are none are passed over. */
    namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
    /** All of them, by name. @cost O(people): names are apart from the rows, and a node has some thousands at most */
    all(): Promise<readonly StoredPerson[]>
    get(id: string): Promise<StoredPerson | null>
    account(person: string): Promise<StoredAccount | null>
    /** Who has that login or that e-mail; null: nobody. */
    byLogin(login: string): Promise<string | null>
    byEmail(email: string): Promise<string | null>
    add(person: NewPerson): Promise<void>
    /** False when `version` is no longer the current one. What is absent stays; a login is given once and can be changed. */
    correct(
      id: string,
      version: number,
      to: { readonly name?: string; readonly login?: string; readonly email?: string; readonly disabled?: boolean },
    ): Promise<boolean>
    /** Duties of a person, or of everybody, also past ones; newest first. `deputiesFor`: those held in that person's place. */
    duties(filter: { readonly person?: string; readonly deputiesFor?: string; readonly on?: Day }): Promise<readonly StoredDuty[]>
    duty(id: string): Promise<StoredDuty | null>
    giveDuty(duty: Omit<StoredDuty, 'id' | 'version'>): Promise<string>
    /** False when `version` is no longer the current one. */
    endDuty(id: string, version: number, to: Day): Promise<boolean>
  }
}

export type SecurityEvent = {
  readonly id: string
  readonly at: string
  readonly kind: SecurityKind
  readonly person: string | null
  readonly actor: string | null
  readonly address: string | null
}

export type StoredSession = {
  readonly id: string
  readonly agent: string
  readonly madeAt: string
  readonly seenAt: string
  readonly expiresAt: string
}

export type StoredToken = {
  readonly id: string
  readonly name: string
  readonly madeAt: string
  readonly seenAt: string | null
  readonly expiresAt: string
}

/**
 * The entrance: secrets are made here, handed out once, and kept as sums. What happens is noted beside the chain, since it
 * is no work.
 */
export interface EntrancePorts {
  readonly entrance: {
    /** A new session. @returns the secret for the cookie */
    openSession(person: string, agent: string, expiresAt: string): Promise<string>
    /** Ends the session of this secret. @returns whose it was; null: there is none open */
    closeSession(secret: string): Promise<string | null>
    /** In use: neither ended nor expired, seen within the idle time. */
    sessions(person: string): Promise<readonly StoredSession[]>
    /** Ends one session of a person, or all of them but `except`. @returns how many */
    endSessions(person: string, which: { readonly id?: string; readonly except?: string }): Promise<number>
    tokens(person: string): Promise<readonly StoredToken[]>
    makeToken(person: string, name: string, expiresAt: string): Promise<{ readonly id: string; readonly secret: string }>
    /** False: he has no such token in force. */
    revokeToken(person: string, id: string): Promise<boolean>
    /** @param person null: for the first administrator @returns the secret of the link */
    makeLink(person: string | null, expiresAt: string): Promise<string>
    /** What a link is for, while it holds. */
    link(secret: string): Promise<{ readonly kind: 'first' | 'password'; readonly person: string | null } | null>
    /** False when it was used meanwhile. */
    spendLink(secret: string): Promise<boolean>
    /** The sum of a person's password; null: none was set. */
    password(person: string): Promise<string | null>
    /** Also revokes his tokens and spends every link that would set another: whoever knew the old one may have made them. */
    setPassword(person: string, sum: string): Promise<void>
    providerPerson(issuer: string, subject: string): Promise<string | null>
    /** Where he is known by a provider, the oldest first; never as whom. */
    providers(person: string): Promise<readonly { readonly issuer: string; readonly at: string }[]>
    /** False when that person is known to the provider under another name, or that name is another's. */
    linkProvider(issuer: string, subject: string, person: string): Promise<boolean>
    /** False: he was not known there. */
    unlinkProvider(issuer: string, person: string): Promise<boolean>
    note(event: Omit<SecurityEvent, 'id' | 'at'>): Promise<void>
    events(filter: { readonly person: string | null; readonly before: string | null; readonly limit: number }): Promise<{
      readonly items: readonly SecurityEvent[]
      readonly next: string | null
    }>
  }
}
