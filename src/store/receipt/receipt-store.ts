import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Context } from '../../operations/operation.ts'
import type { ReceiptPorts } from '../../operations/receipt/ports.ts'
import type { Tables } from '../tables.ts'

/** A key belongs to who used it. */
export const receiptPorts = (db: Kysely<Tables>, context: Context): ReceiptPorts => ({
  receipts: {
    async find(key, operation, asked) {
      // the same key at once: the second waits for the first to commit, and finds its answer
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${context.who.id} ${key}`}, 0))`.execute(db)
      const row = await receiptOf(db, context.who.id, key).executeTakeFirst()
      if (row === undefined) return null
      return row.operation === operation && row.asked_sha256 === sumOf(asked) ? { answer: row.answer } : 'other'
    },
    async keep(key, operation, asked, answer) {
      await db
        .insertInto('receipt')
        .values({ actor: context.who.id, key, operation, asked_sha256: sumOf(asked), answer: JSON.stringify(answer), at: context.now })
        .execute()
    },
  },
})

export const receiptOf = (db: Kysely<Tables>, actor: string, key: string) =>
  db.selectFrom('receipt').select(['operation', 'asked_sha256', 'answer']).where('actor', '=', actor).where('key', '=', key)

const sumOf = (asked: unknown): string => createHash('sha256').update(JSON.stringify(asked)).digest('hex')
