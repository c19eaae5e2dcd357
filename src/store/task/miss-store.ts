import { type Kysely, sql } from 'kysely'
import type { Day } from '../../kernel/period/day.ts'
import type { Act } from '../../kernel/task/misses.ts'
import type { MissPorts } from '../../operations/directive/miss-ports.ts'
import type { Tables } from '../tables.ts'

/** What people made of what the grammar read: their corrections stand in history, and the tasks say how they ended. */
export const missPorts = (db: Kysely<Tables>): MissPorts => ({
  misses: {
    async collect(from, most) {
      const rows = await correctedTasks(db, from, most).execute()
      const papers = await correctedDocuments(db, from, most).execute()
      const { n } = await reviewedTasks(db, from).executeTakeFirstOrThrow()
      const byTask = Map.groupBy(rows.slice(0, most), (row) => row.id)
      const byDocument = Map.groupBy(papers.slice(0, most), (row) => row.slug)
      return {
        reviewed: Number(n),
        tasks: [...byTask.values()].flatMap((acts) => {
          const [row] = acts
          if (row === undefined) return []
          return [
            {
              id: row.id,
              document: row.slug,
              quote: row.quote,
              rules: row.rules,
              isManual: row.origin === 'manual',
              isDiscarded: row.state === 'discarded',
              acts: acts.map(actOf),
            },
          ]
        }),
        documents: [...byDocument].map(([document, acts]) => ({ document, acts: acts.map(actOf) })),
        more: rows.length > most || papers.length > most,
      }
    },
  },
})

const actOf = ({ seq, verb, change }: { readonly seq: bigint; readonly verb: string; readonly change: object }): Act => ({
  seq: String(seq),
  verb,
  change: Object.fromEntries(Object.entries(change)),
})

const OF_TASKS = ['corrected', 'settled', 'discarded', 'added', 'divided', 'absorbed', 'joined', 'parted', 'undone'] as const

export const correctedTasks = (db: Kysely<Tables>, from: Day | null, most: number) => {
  const query = db
    .selectFrom('history as h')
    .innerJoin('task as t', (join) => join.on(sql<boolean>`t.id::text = h.entity_id`))
    .innerJoin('document as d', 'd.id', 't.document_id')
    .select(['t.id', 'd.slug', 't.quote', 't.rules', 't.origin', 't.state', 'h.seq', 'h.verb', 'h.change'])
    .where('h.entity', '=', 'task')
    .where('h.verb', 'in', OF_TASKS)
    .where('t.origin', 'in', ['extracted', 'manual'])
    .where('d.sample', '=', false)
    .orderBy('h.seq')
    .limit(most + 1)
  return from === null ? query : query.where(sql<boolean>`d.received_at >= ${from}::date`)
}

export const correctedDocuments = (db: Kysely<Tables>, from: Day | null, most: number) => {
  const query = db
    .selectFrom('history as h')
    .innerJoin('document as d', (join) => join.on(sql<boolean>`d.id::text = h.entity_id`))
    .select(['d.slug', 'h.seq', 'h.verb', 'h.change'])
    .where('h.entity', '=', 'document')
    .where('h.verb', '=', 'corrected')
    .where('d.sample', '=', false)
    .orderBy('h.seq')
    .limit(most + 1)
  return from === null ? query : query.where(sql<boolean>`d.received_at >= ${from}::date`)
}

export const reviewedTasks = (db: Kysely<Tables>, from: Day | null) => {
  const query = db
    .selectFrom('task as t')
    .innerJoin('document as d', 'd.id', 't.document_id')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('t.origin', '=', 'extracted')
    .where('t.state', '<>', 'proposed')
    .where('d.sample', '=', false)
  return from === null ? query : query.where(sql<boolean>`d.received_at >= ${from}::date`)
}
