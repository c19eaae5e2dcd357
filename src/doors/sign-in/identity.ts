import type { Refusal } from '../../base/refusals.ts'
import type { Result } from '../../base/result.ts'
import type { Role } from '../../kernel/access/role.ts'
import type { Who } from '../../kernel/access/who.ts'

/** Where a request comes from, as far as it can be known. */
export type From = {
  /** Null: not known, as in a test. */
  readonly address: string | null
  /** Whether the way from the reader is encrypted. */
  readonly secure: boolean
  /** Browser and system, in words. */
  readonly agent: string
  /** What addresses begin with, as the reader sees them: `https://dieuhanh.danang.gov.vn`. */
  readonly origin: string
}

/** A session that was opened: its secret goes into the cookie and nowhere else. */
export type Opened = { readonly secret: string }

/** Somebody of `--demo`, offered on the page of signing in. */
export type SamplePerson = { readonly id: string; readonly name: string; readonly role: Role | null; readonly body: string }

/** The sign-on of the province, by code with proof of possession. */
export interface Provider {
  /** As the node is set to it: what accounts are bound to. */
  readonly issuer: string
  /** @returns where the reader is sent, and what is kept in a cookie until he comes back */
  start(from: From, backTo: string): Promise<Result<{ readonly to: string; readonly kept: string }, Refusal>>
  /** @param url the address he came back to @param kept the cookie of the start */
  finish(from: From, url: URL, kept: string | null): Promise<Result<Opened & { readonly backTo: string }, Refusal>>
}

/**
 * The entrance, as the pages see it: who asks, and how somebody becomes somebody. Every refusal of a sign-in reads the same,
 * and takes the same time, whether the login is unknown, the password wrong or the account held. [ACC-8]
 */
export interface Entrance {
  /** Whether anyone may sign in at all; false on a machine without accounts. */
  asksForAccounts(): Promise<boolean>
  signIn(from: From, login: string, password: string): Promise<Result<Opened, Refusal>>
  /** The people of `--demo`; none on any other node. */
  samples(): Promise<readonly SamplePerson[]>
  signInAsSample(from: From, person: string): Promise<Result<Opened, Refusal>>
  signOut(from: From, secret: string | null): Promise<void>
  /** What a one-time link is for, and whom; null: used, expired, or none. */
  link(secret: string): Promise<{ readonly kind: 'first' | 'password'; readonly name: string | null } | null>
  setUp(
    from: From,
    link: string,
    given: { readonly name: string; readonly login: string; readonly password: string },
  ): Promise<Result<Opened, Refusal>>
  setPassword(from: From, link: string, password: string): Promise<Result<Opened, Refusal>>
  /** Ends every other session of his. */
  changePassword(from: From, who: Who, old: string, password: string): Promise<Result<null, Refusal>>
  /** Null: none is set. */
  readonly provider: Provider | null
  /** Whether a proxy stands before this server; see `fromOf`. */
  readonly proxy: boolean
}
