import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Language } from '../../base/refusals.ts'
import type { Who } from '../../kernel/access/who.ts'
import type { MailPorts, Mark } from '../../operations/notice/ports.ts'
import type { Context } from '../../operations/operation.ts'
import { whoFrom } from '../access/people-who.ts'
import type { Holder } from '../access/session-store.ts'
import type { OrganisationRegister } from '../organisation/organisation-register.ts'
import type { Tables } from '../tables.ts'

/** The daily letter and the calendar of each person. */
export const mailPorts = (
  db: Kysely<Tables>,
  { now }: Pick<Context, 'now'>,
  register: () => Promise<OrganisationRegister>,
  home: string,
): MailPorts => ({
  mail: {
    async choice(person) {
      const row = await choiceOf(db, person).executeTakeFirst()
      return row === undefined ? { digest: true, language: 'vi' } : { digest: row.digest, language: languageOf(row.language) }
    },
    async choose(person, { digest, language }) {
      await db
        .insertInto('mail_choice')
        .values({ person_id: person, digest, language })
        .onConflict((row) => row.column('person_id').doUpdateSet({ digest, language }))
        .execute()
    },
    async ownEmail() {
      const { rows } = await sql<{ email: string | null }>`select own_email() as email`.execute(db)
      return rows[0]?.email ?? null
    },
    async readers(on) {
      const { rows } = await sql<HolderRow & { email: string }>`select * from digest_readers(${on}::date)`.execute(db)
      const organisations = await register()
      return rows.map((row) => ({
        who: whoFrom(holderFrom(row), organisations, home, on),
        email: row.email,
        language: languageOf(row.language),
        sample: row.sample,
      }))
    },
    async told(person) {
      const row = await lastTold(db, person).executeTakeFirst()
      return row === undefined ? null : { event: row.event_id, given: row.assignment_id, figure: row.figure_event_id }
    },
    async take(person, on, upTo) {
      const { rows } = await taken(person, on, upTo, now).execute(db)
      if (rows.length === 1) return 'taken'
      const held = await letterOf(db, person, on).executeTakeFirst()
      return held !== undefined && held.state === 'failed' && held.tries < TRIES ? 'later' : 'over'
    },
    async settle(person, on, state) {
      await db.updateTable('digest').set({ state, at: now }).where('person_id', '=', person).where('on_day', '=', on).execute()
    },
    async makeCalendar(person) {
      const secret = randomBytes(32).toString('base64url')
      const made = { sha256: sumOf(secret), made_at: now, seen_at: null }
      await db
        .insertInto('calendar_token')
        .values({ person_id: person, ...made })
        .onConflict((row) => row.column('person_id').doUpdateSet(made))
        .execute()
      return secret
    },
    async revokeCalendar(person) {
      return (await db.deleteFrom('calendar_token').where('person_id', '=', person).executeTakeFirst()).numDeletedRows === 1n
    },
    async calendar(person) {
      const row = await calendarOf(db, person).executeTakeFirst()
      return row === undefined ? null : { madeAt: row.made_at, seenAt: row.seen_at }
    },
  },
})

const languageOf = (text: string): Language => (text === 'en' ? 'en' : 'vi')
const sumOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

type HolderRow = { person_id: string; name: string | null; sample: boolean; duties: Holder['duties']; language: string }
const holderFrom = ({ person_id, ...row }: HolderRow): Holder => ({ ...row, person: person_id, session: null })

export const choiceOf = (db: Kysely<Tables>, person: string) =>
  db.selectFrom('mail_choice').select(['digest', 'language']).where('person_id', '=', person)

export const calendarOf = (db: Kysely<Tables>, person: string) =>
  db.selectFrom('calendar_token').select(['made_at', 'seen_at']).where('person_id', '=', person)

export const lastTold = (db: Kysely<Tables>, person: string) =>
  db
    .selectFrom('digest')
    .select(['event_id', 'assignment_id', 'figure_event_id'])
    .where('person_id', '=', person)
    .where('state', '=', 'sent')
    .orderBy('on_day', 'desc')
    .limit(1)

export const letterOf = (db: Kysely<Tables>, person: string, on: string) =>
  db.selectFrom('digest').select(['state', 'tries']).where('person_id', '=', person).where('on_day', '=', on)

/** So often, an hour apart: a mail server is mended within a morning, or tomorrow's letter tells it all. */
const TRIES = 5

/** One of those who ask at the same time has it. One that failed is taken again, an hour later. */
export const taken = (person: string, on: string, { event, given, figure }: Mark, now: string) => sql<{ on_day: string }>`
  insert into digest as d (person_id, on_day, state, event_id, assignment_id, figure_event_id, tries, at)
  values (${person}::uuid, ${on}::date, 'taken', ${event}::bigint, ${given}::bigint, ${figure}::bigint, 1, ${now}::timestamptz)
  on conflict (person_id, on_day) do update set
    state = 'taken', event_id = excluded.event_id, assignment_id = excluded.assignment_id,
    figure_event_id = excluded.figure_event_id, tries = d.tries + 1, at = excluded.at
  where d.state = 'failed' and d.tries < ${sql.lit(TRIES)} and d.at <= excluded.at - interval '1 hour'
  returning on_day`

/** Who has the secret of a calendar, and in which language he reads; asked without a transaction, as sessions are. */
export async function calendarHolder(
  db: Kysely<Tables>,
  secret: string,
  { now, today }: Pick<Context, 'now' | 'today'>,
): Promise<{ readonly holder: Holder; readonly sample: boolean; readonly language: Language } | null> {
  const { rows } = await sql<HolderRow>`select * from calendar_holder(${sumOf(secret)}, ${now}::timestamptz, ${today}::date)`.execute(db)
  const [row] = rows
  return row === undefined ? null : { holder: holderFrom(row), sample: row.sample, language: languageOf(row.language) }
}

/** A person at a calendar's door, or at his letter. */
export type CalendarReader = { readonly who: Who; readonly language: Language; readonly sample: boolean }
