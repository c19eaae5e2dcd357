import { type Kysely, sql } from 'kysely'
import { fold } from '../../base/fold.ts'
import type { AccessClass } from '../../kernel/dataset/describe.ts'
import type { SearchPorts } from '../../operations/search/ports.ts'
import { calledAt, type Registers, type Said, saidIn, saysAll } from '../dataset/said.ts'
import { documentRows } from '../document/document-store.ts'
import type { Tables } from '../tables.ts'
import { dueDayOf, dueKeyOf } from '../task/given.ts'
import { rowsAt } from '../task/list-store.ts'

/**
 * Words are looked for by two functions of the database that give bounded ids of what may be seen; the rows are then read
 * under the policies like any other. Whole words first: «57» is not 571.
 */
export const searchPorts = (db: Kysely<Tables>, registers: Registers): SearchPorts => ({
  search: {
    async tasks(q, asOf, most) {
      const ids = await twice(most, (whole) => foundTasks(db, q, whole, most).execute())
      if (ids.length === 0) return []
      const places = await placesOf(db, ids).execute()
      return rowsAt(
        db,
        ids.flatMap((id) => places.find((place) => place.id === id) ?? []),
        asOf,
      )
    },
    async documents(q, most) {
      const called = await twice(most, (whole) => foundDocuments(db, q, whole, most).execute())
      const cited = new Map<string, string>()
      const citing = await twice(most, async (whole) => {
        const rows = await citingDocuments(db, q, whole, most).execute()
        for (const row of rows) if (!cited.has(row.id)) cited.set(row.id, row.cited)
        return rows
      })
      const rows = await documentRows(db, [...new Set([...called, ...citing])].slice(0, most))
      return rows.map((row) => ({ ...row, cites: called.includes(row.id) ? null : (cited.get(row.id) ?? null) }))
    },
    async datasets(q, most) {
      const rows = await foundDatasets(db, await saidIn(registers, q), most).execute()
      return rows.map((row) => ({ ...row, access: row.access as AccessClass }))
    },
  },
})

async function twice(most: number, find: (whole: boolean) => Promise<readonly { readonly id: string }[]>): Promise<readonly string[]> {
  const whole = await find(true)
  const begun = whole.length < most ? await find(false) : []
  return [...new Set([...whole, ...begun].map(({ id }) => id))].slice(0, most)
}

const wordsOf = (q: string): readonly string[] => [...new Set(fold(q).split(' '))]
/** A letter or two figures begin half of all words there are: such are looked for whole. */
const begins = (word: string): boolean => word.length > (/^\d/.test(word) ? 2 : 1)
const queryOf = (q: string, whole: boolean): string =>
  wordsOf(q)
    .map((word) => `'${word}'${whole || !begins(word) ? '' : ':*'}`)
    .join(' & ')

export const foundTasks = (db: Kysely<Tables>, q: string, whole: boolean, most: number) => {
  const parts = wordsOf(q).map((word) => `%${word}%`)
  return db
    .selectFrom(sql<{ id: string }>`tasks_with(${queryOf(q, whole)}, ${sql.val(parts)}::text[], ${most}::int)`.as(sql`found(id)`))
    .select(sql<string>`found.id`.as('id'))
}

export const foundDocuments = (db: Kysely<Tables>, q: string, whole: boolean, most: number) =>
  db
    .selectFrom(sql<{ id: string }>`documents_with(${queryOf(q, whole)}, ${most}::int)`.as(sql`found(id)`))
    .select(sql<string>`found.id`.as('id'))

/** Documents that cite what is called so: after those that are. */
export const citingDocuments = (db: Kysely<Tables>, q: string, whole: boolean, most: number) =>
  db
    .selectFrom(sql<{ id: string; cited: string }>`documents_citing(${queryOf(q, whole)}, ${most}::int)`.as(sql`found(id, cited)`))
    .select([sql<string>`found.id`.as('id'), sql<string>`found.cited`.as('cited')])

export const placesOf = (db: Kysely<Tables>, ids: readonly string[]) =>
  db
    .selectFrom('task')
    .select(['id', dueDayOf('task').as('due'), dueKeyOf(dueDayOf('task')).as('due_key'), 'due_original', 'recorded_at', 'closed_on'])
    .where('id', 'in', ids)
    .where('state', '<>', 'discarded')

/** The title stands first in what is looked in, so that where the words begin says how well a dataset is called so. */
export const foundDatasets = (db: Kysely<Tables>, said: Said, most: number) =>
  db
    .selectFrom('dataset')
    .select(['id', 'slug', 'title', 'access', 'custodian', 'source', 'sample'])
    .where('current', '>', 0)
    .where(saysAll(said))
    .orderBy(calledAt(said))
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(most)
