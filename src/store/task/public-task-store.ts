import { type Kysely, sql } from 'kysely'
import { titleOf } from '../../kernel/document/identity.ts'
import { day, parseDay } from '../../kernel/period/day.ts'
import { daysLate, latenesses, SOON_DAYS } from '../../kernel/task/lateness.ts'
import { periods, taskKinds } from '../../kernel/task/task.ts'
import type { PublicTask, PublicTaskPorts } from '../../operations/task/list-public-tasks.ts'
import { isDayKey, isUuid, readKey, writeKey } from '../page-key.ts'
import type { Tables } from '../tables.ts'
import { member } from './views.ts'

/** What of public work comes out of the database is named by two of its functions; whoever asks sees no row of it. [ACC-16] */
export const publicTaskPorts = (db: Kysely<Tables>): PublicTaskPorts => ({
  publicTasks: {
    async list({ document, lateness, on, after, limit }) {
      const key = readKey(after)
      const from = key !== null && isDayKey(key[0]) && isUuid(key[1]) ? key : [null, null]
      const { rows } = await sql<Row>`
        select * from public_tasks(${document}, ${lateness}, ${on}::date, ${SOON_DAYS}, ${from[0]}::date, ${from[1]}::uuid, ${limit + 1})
      `.execute(db)
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      return { items: shown.map((row) => shownOf(row, on)), next: last === undefined ? null : writeKey(last.due_key, last.id) }
    },
    async counts(document, on) {
      const { rows } = await sql<{ class: string; n: bigint }>`
        select class, n from public_classes(${document}, ${on}::date, ${SOON_DAYS})
      `.execute(db)
      const count = (of: (typeof latenesses)[number]): number => Number(rows.find((row) => row.class === of)?.n ?? 0)
      return {
        overdue: count('overdue'),
        'due-soon': count('due-soon'),
        'in-time': count('in-time'),
        'done-on-time': count('done-on-time'),
        'done-late': count('done-late'),
        'no-due': count('no-due'),
      }
    },
  },
})

type Row = {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly lead: string
  readonly holder: string
  readonly kind: string
  readonly every: string | null
  readonly due_day: string | null
  readonly due_key: string
  readonly due_original: string | null
  readonly closed_on: string | null
  readonly percent: number
  readonly class: string
  readonly slug: string
  readonly document_type: string | null
  readonly document_number: string | null
  readonly issuer: string | null
  readonly signed_on: string | null
  readonly sample: boolean
}

const dayOf = (text: string | null) => (text === null ? null : parseDay(text))

const shownOf = (row: Row, on: string): PublicTask => ({
  code: row.code,
  title: row.title,
  lead: row.lead,
  holder: row.holder,
  kind: member(taskKinds, row.kind),
  every: row.every === null ? null : member(periods, row.every),
  due: row.due_day,
  dueOriginal: row.due_original,
  closedOn: row.closed_on,
  percent: row.percent,
  lateness: member(latenesses, row.class),
  daysLate: daysLate(dayOf(row.due_day), dayOf(row.closed_on), day(on)),
  document: {
    slug: row.slug,
    title: titleOf({ type: row.document_type, number: row.document_number, issuer: null, signedOn: null }),
    number: row.document_number,
    issuer: row.issuer,
    signedOn: row.signed_on,
  },
  sample: row.sample,
})
