import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { EntrancePorts, SecurityEvent } from '../../operations/access/ports.ts'
import { securityKinds } from '../../operations/access/security-kinds.ts'
import type { Context } from '../../operations/operation.ts'
import { registerVersion } from '../organisation/organisation-register.ts'
import { isUuid } from '../page-key.ts'
import type { Tables } from '../tables.ts'
import { accountKey } from './people-keys.ts'

/** How long a session may lie unused: a meeting, not a night. */
const IDLE_S = 2 * 3600

/** Sessions, tokens, one-time links and what happened at the entrance. Secrets are 32 random bytes; only sums are kept. [ACC-6] */
export const entrancePorts = (db: Kysely<Tables>, context: Context): EntrancePorts => ({
  entrance: {
    async openSession(person, agent, expiresAt) {
      const secret = newSecret()
      await db
        .insertInto('session')
        .values({ sha256: sumOf(secret), person_id: person, agent, made_at: context.now, seen_at: context.now, expires_at: expiresAt })
        .execute()
      return secret
    },
    async closeSession(secret) {
      const row = await db
        .updateTable('session')
        .set({ ended_at: context.now })
        .where('sha256', '=', sumOf(secret))
        .where('ended_at', 'is', null)
        .returning('person_id')
        .executeTakeFirst()
      return row?.person_id ?? null
    },
    async sessions(person) {
      const rows = await sessionsOf(db, person, context.now).execute()
      return rows.map((row) => ({ id: row.id, agent: row.agent, madeAt: row.made_at, seenAt: row.seen_at, expiresAt: row.expires_at }))
    },
    async endSessions(person, { id, except }) {
      if (id !== undefined && !isUuid(id)) return 0
      let query = db.updateTable('session').set({ ended_at: context.now }).where('person_id', '=', person).where('ended_at', 'is', null)
      if (id !== undefined) query = query.where('id', '=', id)
      if (except !== undefined) query = query.where('id', '<>', except)
      return Number((await query.executeTakeFirst()).numUpdatedRows)
    },
    async tokens(person) {
      const rows = await tokensOf(db, person, context.now).execute()
      return rows.map((row) => ({ id: row.id, name: row.name, madeAt: row.made_at, seenAt: row.seen_at, expiresAt: row.expires_at }))
    },
    async makeToken(person, name, expiresAt) {
      const secret = newSecret()
      const { id } = await db
        .insertInto('api_token')
        .values({ sha256: sumOf(secret), person_id: person, name, made_at: context.now, expires_at: expiresAt })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { id, secret }
    },
    async revokeToken(person, id) {
      if (!isUuid(id)) return false
      const done = await db
        .updateTable('api_token')
        .set({ revoked_at: context.now })
        .where('id', '=', id)
        .where('person_id', '=', person)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    async makeLink(person, expiresAt) {
      const secret = newSecret()
      await db
        .insertInto('one_time_link')
        .values({
          sha256: sumOf(secret),
          kind: person === null ? 'first' : 'password',
          person_id: person,
          made_at: context.now,
          expires_at: expiresAt,
        })
        .execute()
      return secret
    },
    async link(secret) {
      const row = await linkOf(db, secret, context.now).executeTakeFirst()
      return row === undefined ? null : { kind: row.kind === 'first' ? 'first' : 'password', person: row.person_id }
    },
    async spendLink(secret) {
      const done = await db
        .updateTable('one_time_link')
        .set({ used_at: context.now })
        .where('sha256', '=', sumOf(secret))
        .where('used_at', 'is', null)
        .where('expires_at', '>', context.now)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    async password(person) {
      const { rows } = await sql<{ password: string | null }>`select account_password(${person}) as password`.execute(db)
      return rows[0]?.password ?? null
    },
    async setPassword(person, sum) {
      await db.updateTable('account').set({ password: sum, password_at: context.now }).where('person_id', '=', person).execute()
      await db
        .updateTable('api_token')
        .set({ revoked_at: context.now })
        .where('person_id', '=', person)
        .where('revoked_at', 'is', null)
        .execute()
      await db
        .updateTable('one_time_link')
        .set({ used_at: context.now })
        .where('person_id', '=', person)
        .where('used_at', 'is', null)
        .execute()
    },
    async providerPerson(issuer, subject) {
      const key = await accountKey(db, 'subject', subject)
      if (key === null) return null
      const row = await db
        .selectFrom('account_provider')
        .select('person_id')
        .where('issuer', '=', issuer)
        .where('subject_key', '=', key)
        .executeTakeFirst()
      return row?.person_id ?? null
    },
    async linkProvider(issuer, subject, person) {
      const key = await accountKey(db, 'subject', subject)
      if (key === null) return false
      const done = await db
        .insertInto('account_provider')
        .values({ issuer, subject_key: key, person_id: person, at: context.now })
        .onConflict((row) => row.doNothing())
        .executeTakeFirst()
      return done.numInsertedOrUpdatedRows === 1n
    },
    async providers(person) {
      return db
        .selectFrom('account_provider')
        .select(['issuer', 'at'])
        .where('person_id', '=', person)
        .orderBy('at')
        .orderBy('issuer')
        .execute()
    },
    async unlinkProvider(issuer, person) {
      const done = await db.deleteFrom('account_provider').where('issuer', '=', issuer).where('person_id', '=', person).executeTakeFirst()
      return done.numDeletedRows === 1n
    },
    async note({ kind, person, actor, address }) {
      await db.insertInto('security_event').values({ at: context.now, kind, person_id: person, actor, address }).execute()
    },
    async events(filter) {
      if (filter.person !== null && !isUuid(filter.person)) return { items: [], next: null }
      const rows = await eventsOf(db, filter).execute()
      const items = rows.slice(0, filter.limit).flatMap((row): readonly SecurityEvent[] => {
        const kind = securityKinds.find((one) => one === row.kind)
        if (kind === undefined) return []
        return [{ id: String(row.id), at: row.at, kind, person: row.person_id, actor: row.actor, address: row.address }]
      })
      return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
    },
  },
})

const newSecret = (): string => randomBytes(32).toString('base64url')
const sumOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const sessionsOf = (db: Kysely<Tables>, person: string, now: string) =>
  db
    .selectFrom('session')
    .select(['id', 'agent', 'made_at', 'seen_at', 'expires_at'])
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('seen_at', '>', new Date(Date.parse(now) - IDLE_S * 1000).toISOString())
    .orderBy('seen_at', 'desc')
    .orderBy('id')

export const tokensOf = (db: Kysely<Tables>, person: string, now: string) =>
  db
    .selectFrom('api_token')
    .select(['id', 'name', 'made_at', 'seen_at', 'expires_at'])
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('made_at', 'desc')
    .orderBy('id')

const linkOf = (db: Kysely<Tables>, secret: string, now: string) =>
  db
    .selectFrom('one_time_link')
    .select(['kind', 'person_id'])
    .where('sha256', '=', sumOf(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)

export function eventsOf(db: Kysely<Tables>, { person, before, limit }: Parameters<EntrancePorts['entrance']['events']>[0]) {
  let query = db
    .selectFrom('security_event')
    .select(['id', 'at', 'kind', 'person_id', 'actor', 'address'])
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (person !== null) query = query.where('person_id', '=', person)
  if (before !== null) query = query.where('id', '<', BigInt(before))
  return query
}

/** Who holds a secret, found without a transaction: each request asks it first. */
export type Holder = {
  readonly person: string
  readonly session: string | null
  readonly name: string | null
  readonly sample: boolean
  readonly duties: readonly {
    readonly role: string
    readonly organisation: string
    readonly deputyFor: string | null
    readonly deputyForm: string | null
  }[]
}

export async function holderOf(
  db: Kysely<Tables>,
  via: 'session' | 'token',
  secret: string,
  { now, today }: Pick<Context, 'now' | 'today'>,
): Promise<(Holder & { readonly register: string }) | null> {
  const { rows } = await sql<{
    register: string
    session_id: string | null
    person_id: string
    name: string | null
    sample: boolean
    duties: Holder['duties']
  }>`select session_id, person_id, name, sample, duties, ${registerVersion} as register
     from holder_of(${via}, ${sumOf(secret)}, ${now}::timestamptz, ${today}::date, make_interval(secs => ${IDLE_S}))`.execute(db)
  const [row] = rows
  return row === undefined
    ? null
    : { register: row.register, person: row.person_id, session: row.session_id, name: row.name, sample: row.sample, duties: row.duties }
}

/** `none`: whoever sits at the machine acts; `sample`: only the people of --demo. */
export async function accountsThere(db: Kysely<Tables>): Promise<'none' | 'sample' | 'real'> {
  const { rows } = await sql<{ there: 'none' | 'sample' | 'real' }>`select accounts_there() as there`.execute(db)
  return rows[0]?.there ?? 'none'
}
