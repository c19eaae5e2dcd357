import type { Owner } from '../engine/engine.ts'

/** How many of each were closed. */
export type Closed = { readonly sessions: number; readonly tokens: number; readonly links: number; readonly calendars: number }

/**
 * Whatever opens the node without a password and can be ended is ended by a restore: what was signed out, revoked or used after
 * the backup was made would be alive again, and nothing in the backup says which. [STO-16]
 *
 * @param there tables of the backup: an older one has no calendar addresses
 */
export async function closeEntrance(owner: Pick<Owner, 'query'>, there: ReadonlySet<string>): Promise<Closed> {
  const closed = async (table: string, text: string): Promise<number> => (there.has(table) ? (await owner.query(text)).length : 0)
  // noted for each person, before what it is told from is gone
  if (there.has('security_event')) {
    await owner.query(NOTED('session', 'sessions-ended', 'ended_at is null and expires_at > now()'))
    await owner.query(NOTED('api_token', 'token-revoked', 'revoked_at is null and expires_at > now()'))
  }
  return {
    sessions: await closed('session', 'update session set ended_at = now() where ended_at is null and expires_at > now() returning id'),
    tokens: await closed(
      'api_token',
      'update api_token set revoked_at = now() where revoked_at is null and expires_at > now() returning id',
    ),
    links: await closed(
      'one_time_link',
      'update one_time_link set used_at = now() where used_at is null and expires_at > now() returning kind',
    ),
    calendars: await closed('calendar_token', 'delete from calendar_token returning person_id'),
  }
}

const NOTED = (table: string, kind: string, open: string): string =>
  `insert into security_event (at, kind, person_id) select distinct now(), '${kind}', person_id from ${table} where ${open}`
