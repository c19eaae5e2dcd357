import { createHmac, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'

/**
 * What finds an account by a login, an e-mail or the provider's name for a person, without the value standing in the row:
 * a sum under a key of this node. The key is made when the first account is.
 */
const SETTING = 'account-key'

export async function makeAccountKey(db: Kysely<Tables>): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name: SETTING, value: randomBytes(32).toString('hex') })
    .onConflict((row) => row.column('name').doNothing())
    .execute()
}

/** Null while there is no key: then there is no account to find either. */
export async function accountKey(db: Kysely<Tables>, kind: 'login' | 'email' | 'subject', value: string): Promise<string | null> {
  const key = await db.selectFrom('setting').select('value').where('name', '=', SETTING).executeTakeFirst()
  return key === undefined ? null : createHmac('sha256', Buffer.from(key.value, 'hex')).update(`${kind}\0${value}`).digest('hex')
}
