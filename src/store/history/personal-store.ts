import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'

/**
 * Personal values outside the chain. What history keeps is `{personal, hash}`: a reference, and a hash salted so that it
 * cannot be tried out. Erasing removes value and salt together; what is left says when and by which document. [HIS-4]
 */
export type PersonalReference = { readonly personal: string; readonly hash: string }

/**
 * Whose a value is, and what: names are shown to whoever works here, logins and addresses to who keeps accounts; how somebody
 * without an account can be reached to who answers him.
 */
export type PersonalOf =
  | { readonly person: string; readonly kind: 'name' | 'login' | 'email' }
  | { readonly person: null; readonly kind: 'contact' }

export async function keepPersonal(db: Kysely<Tables>, value: string, of?: PersonalOf): Promise<PersonalReference> {
  const salt = randomBytes(16).toString('hex')
  const hash = hashOf(salt, value)
  // made here: who leaves a value may not be one who reads it
  const id = randomUUID()
  await db
    .insertInto('personal_value')
    .values({ id, salt, value, hash, ...(of === undefined ? {} : { person_id: of.person, kind: of.kind }) })
    .execute()
  return { personal: id, hash }
}

/** The value; null when it was erased or never was. */
export async function readPersonal(db: Kysely<Tables>, id: string): Promise<string | null> {
  const row = await db.selectFrom('personal_value').select('value').where('id', '=', id).executeTakeFirst()
  return row?.value ?? null
}

/** @returns false when there is nothing left to erase */
export async function erasePersonal(db: Kysely<Tables>, id: string, basis: string, now: string): Promise<boolean> {
  const done = await db
    .updateTable('personal_value')
    .set({ salt: null, value: null, erased_at: now, erased_basis: basis })
    .where('id', '=', id)
    .where('value', 'is not', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

const hashOf = (salt: string, value: string): string => createHash('sha256').update(salt).update('\0').update(value).digest('hex')
