import { type Kysely, sql } from 'kysely'
import type { PersonalPorts } from '../../operations/access/personal-ports.ts'
import type { Context } from '../../operations/operation.ts'
import type { Tables } from '../tables.ts'

/** A person's own data, its erasing, and the end of what is only technical. The database decides whose business each is. */
export const personalPorts = (db: Kysely<Tables>, context: Context): PersonalPorts => ({
  personal: {
    async own(person, most) {
      const values = await ownValues(db, person).execute()
      const acts = await ownActs(db, person, most).execute()
      const tokens = await ownTokens(db, person).execute()
      return {
        tokens: tokens.map((row) => ({
          name: row.name,
          madeAt: row.made_at,
          seenAt: row.seen_at,
          expiresAt: row.expires_at,
          revokedAt: row.revoked_at,
        })),
        values: values.map(({ kind, value }) => ({ kind, value: value ?? '' })),
        acts: acts.map((row) => ({ seq: String(row.seq), at: row.at, entity: row.entity, id: row.entity_id, verb: row.verb })),
      }
    },
    async erase(person, basis) {
      const { rows } = await sql<{ erased: number }>`
        select erase_person(${person}::uuid, ${basis}, ${context.now}::timestamptz) as erased`.execute(db)
      return rows[0]?.erased ?? 0
    },
    async retire() {
      const { rows } = await sql<{ gone: Record<string, number> }>`select retire_technical(${context.now}::timestamptz) as gone`.execute(db)
      return rows[0]?.gone ?? {}
    },
  },
})

export const ownValues = (db: Kysely<Tables>, person: string) =>
  db.selectFrom('personal_value').select(['kind', 'value']).where('person_id', '=', person).where('value', 'is not', null).orderBy('kind')

export const ownTokens = (db: Kysely<Tables>, person: string) =>
  db
    .selectFrom('api_token')
    .select(['name', 'made_at', 'seen_at', 'expires_at', 'revoked_at'])
    .where('person_id', '=', person)
    .orderBy('made_at', 'desc')
    .orderBy('id')

export const ownActs = (db: Kysely<Tables>, person: string, most: number) =>
  db
    .selectFrom('history')
    .select(['seq', 'at', 'entity', 'entity_id', 'verb'])
    .where('actor', '=', person)
    .orderBy('seq', 'desc')
    .limit(most)
