import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** Given-out work and its due day in force: what lists and counts are made from. */

/** The due day in force of a row of `task`, for a few rows: of work whose days are counted, the last day of its term. [PER-10] */
export const dueDayOf = (task: 'task' | 't') => {
  const of = (column: string) => sql.ref(`${task}.${column}`)
  return sql<string | null>`case when ${of('term_days')} is null then ${of('due_day')} else (
    select term.last_day from term where term.from_day = ${of('term_from')} and term.days = ${of('term_days')}) end`
}
/** The same of a row joined to its term, for many. */
export const due = sql<string | null>`coalesce(term.last_day, task.due_day)`
const LAST = sql.raw("date '9999-12-31'")
export const dueKeyOf = (day: RawBuilder<string | null>) => sql<string>`coalesce(${day}, ${LAST})`

export const given = (db: Kysely<Tables>) =>
  db.selectFrom('task').where('task.code', 'is not', null).where('task.lead_name', 'is not', null)
export const withTerm = (db: Kysely<Tables>) =>
  given(db).leftJoin('term', (join) => join.onRef('term.from_day', '=', 'task.term_from').onRef('term.days', '=', 'task.term_days'))

/** A task with what lists show of the document it comes from. */
export const withDocument = (db: Kysely<Tables>) =>
  db
    .selectFrom('task')
    .innerJoin('document', 'document.id', 'task.document_id')
    .select([
      'document.slug as document_slug',
      'document.type as document_type',
      'document.number as document_number',
      'document.signed_on as document_signed_on',
      'document.sample as document_sample',
    ])
