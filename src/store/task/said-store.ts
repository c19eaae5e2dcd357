import { type Kysely, sql } from 'kysely'
import { numberIn } from '../../kernel/document/identity.ts'
import { day, parseDay } from '../../kernel/period/day.ts'
import { daysLate } from '../../kernel/task/lateness.ts'
import { facts } from '../../kernel/task/life.ts'
import type { EventView } from '../../operations/task/views.ts'
import type { Tables } from '../tables.ts'
import { member } from './views.ts'

/** What was said of a task, newest first: its page shows the last; `after` a version: what was said since. `life-store.ts` writes it. */
export const eventsOf = (
  db: Kysely<Tables>,
  task: string,
  after: { readonly version: number } | null,
  before: string | null,
  limit: number,
) => {
  let query = db.selectFrom('task_event').selectAll().where('task_id', '=', task).orderBy('id', 'desc').limit(limit)
  if (after !== null) query = query.where('version', '>', after.version)
  if (before !== null && /^\d{1,18}$/.test(before)) query = query.where('id', '<', BigInt(before))
  return query
}

export async function events(
  db: Kysely<Tables>,
  task: string,
  after: { readonly version: number } | null,
  before: string | null,
  limit: number,
): Promise<readonly EventView[]> {
  const rows = await eventsOf(db, task, after, before, limit).execute()
  if (rows.length === 0) return []
  const files = await filesOf(
    db,
    rows.map((row) => row.id),
  ).execute()
  const here = await registered(
    db,
    rows.flatMap((row) => row.document ?? []),
  )
  const asks = rows.some((row) => row.kind === 'extension-asked')
  const dues = asks
    ? await db.selectFrom('due_fact').select(['day', 'recorded_at']).where('task_id', '=', task).orderBy('id').execute()
    : []
  return rows.map((row) => ({
    id: String(row.id),
    version: row.version,
    kind: member(facts, row.kind),
    at: row.at,
    on: row.on_day,
    actor: row.actor,
    forPerson: row.for_person,
    forForm: row.for_form,
    organisation: row.organisation_name,
    percent: row.percent,
    words: row.words,
    reason: row.reason,
    day: row.day,
    daysLate: row.kind === 'extension-asked' ? askedLate(dues, row) : null,
    document: row.document,
    registered: row.document === null ? null : (here.get(row.document) ?? null),
    under: row.under_id === null ? null : String(row.under_id),
    files: files
      .filter((file) => file.event_id === row.id)
      .map((file) => ({ sha256: file.sha256, name: file.name, size: Number(file.size), mediaType: file.media_type })),
  }))
}

/** How long after the day in force when it was made a request came. [TSK-16] */
function askedLate(
  dues: readonly { readonly day: string | null; readonly recorded_at: string }[],
  { at, on_day }: { readonly at: string; readonly on_day: string },
): number | null {
  const due = (dues.findLast((one) => Date.parse(one.recorded_at) < Date.parse(at)) ?? dues[0])?.day ?? null
  return due === null ? null : daysLate(parseDay(due), null, day(on_day))
}

export async function registered(db: Kysely<Tables>, named: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const numbers = new Map(named.flatMap((words) => [[words, numberIn(words) ?? words.trim()] as const]))
  if (numbers.size === 0) return new Map()
  const slugs = new Map((await documentsNumbered(db, [...new Set(numbers.values())]).execute()).map((row) => [row.number, row.slug]))
  return new Map(
    [...numbers].flatMap(([words, number]) => {
      const slug = slugs.get(number)
      return slug === undefined ? [] : [[words, slug] as const]
    }),
  )
}

/** Of one number the newest comes last. @cost one pass over the documents he may see */
export const documentsNumbered = (db: Kysely<Tables>, numbers: readonly string[]) =>
  db.selectFrom('document').select(['number', 'slug']).where('number', 'in', numbers).orderBy('signed_on').orderBy('id')

export const filesOf = (db: Kysely<Tables>, ids: readonly bigint[]) =>
  db
    .selectFrom('task_event_file')
    .innerJoin('file', 'file.sha256', 'task_event_file.sha256')
    .select(['event_id', 'file.sha256', 'name', sql<bigint>`size`.as('size'), 'media_type'])
    .where('event_id', 'in', ids)
    .orderBy('event_id')
    .orderBy('position')
