import type { Selectable } from 'kysely'
import { byName } from '../../base/fold.ts'
import { titleOf } from '../../kernel/document/identity.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { calendarEnd, reporting } from '../../kernel/period/regime.ts'
import { blockedBy } from '../../kernel/task/assignment.ts'
import { daysLate, daysLeft, lateness } from '../../kernel/task/lateness.ts'
import { dueReasons, periods, taskKinds, taskOrigins, taskStates, visibilities } from '../../kernel/task/task.ts'
import { counts, type PartStanding, wholeOf } from '../../kernel/task/whole.ts'
import type { TaskRow, TaskView } from '../../operations/task/views.ts'
import type { Tables } from '../tables.ts'
import type { Heir } from './held-store.ts'

/** From rows to how a task is shown. Lateness is computed here, as of the day asked for. */
type OfDocument = {
  readonly document_slug: string
  readonly document_type: string | null
  readonly document_number: string | null
  readonly document_signed_on: string | null
  readonly document_sample: boolean
}
export type TaskRecord = Selectable<Tables['task']> & OfDocument & { readonly is_parent: unknown }

/** What a row of a list shows of a task. The words it was given in, and where they stand, are wide, and no list shows them. */
export const listedColumns = [
  'task.id',
  'task.code',
  'task.version',
  'task.state',
  'task.kind',
  'task.title',
  'task.named',
  'task.due_words',
  'task.every',
  'task.due_original',
  'task.closed_on',
  'task.lead_name',
  'task.percent',
  'task.asked_day',
  'task.escalated',
  'task.visibility',
  'task.document_id',
  'task.parent_id',
] as const
type Unqualified<T> = T extends `task.${infer Name}` ? Name : never
export type ListedRecord = Pick<Selectable<Tables['task']>, Unqualified<(typeof listedColumns)[number]> | 'due_day'> & OfDocument

/** A text that a check constraint limits to a list, read as a member of that list. @throws when the constraint was broken */
export function member<const T extends string>(list: readonly T[], text: string): T {
  const found = list.find((one) => one === text)
  if (found === undefined) throw new Error(`${text} is none of ${list.join(', ')}`)
  return found
}

export function rowOf(row: ListedRecord, on: string, holder: TaskRow['holder']): TaskRow {
  const due = row.due_day === null ? null : parseDay(row.due_day)
  const closed = row.closed_on === null ? null : parseDay(row.closed_on)
  const asOf = parseDay(on)
  if (asOf === null) throw new RangeError(`not a day: ${on}`)
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    state: member(taskStates, row.state),
    kind: member(taskKinds, row.kind),
    title: row.title,
    lead: [...row.named.lead],
    holder,
    due: row.due_day,
    dueWords: row.due_words,
    every: row.every === null ? null : member(periods, row.every),
    dueOriginal: row.due_original,
    closedOn: row.closed_on,
    percent: row.percent,
    askedDay: row.asked_day,
    escalated: row.escalated,
    visibility: member(visibilities, row.visibility),
    lateness: lateness(due, closed, asOf),
    latenessOriginal: lateness(row.due_original === null ? null : parseDay(row.due_original), closed, asOf),
    daysLeft: daysLeft(due, closed, asOf),
    daysLate: daysLate(due, closed, asOf),
    document: {
      id: row.document_id,
      slug: row.document_slug,
      title: titleOf({ type: row.document_type, number: row.document_number, issuer: null, signedOn: null }),
      number: row.document_number,
      signedOn: row.document_signed_on,
    },
    parent: row.parent_id,
    sample: row.document_sample,
  }
}

/** Of work that was split, the parts that were not, whatever their depth. [TSK-55] */
export type Part = Pick<
  Selectable<Tables['task']>,
  'id' | 'code' | 'lead_name' | 'state' | 'named' | 'due_day' | 'due_original' | 'closed_on' | 'percent'
>

/** Work that was split has no lead: its parts have. What was split on the day asked about has parts; before, it waits as one. */
export const isWhole = ({ code, lead_name }: { readonly code: string | null; readonly lead_name: string | null }): boolean =>
  code !== null && lead_name === null

/** Work that was split stands as its parts do. [TSK-55] */
export function withWhole<Row extends TaskRow>(row: Row, parts: readonly Part[], on: string): Row {
  const asOf = parseDay(on)
  const whole = asOf === null ? null : wholeOf(parts.map(partStanding), asOf)
  return whole === null ? row : { ...row, ...whole }
}

/** One not given out yet has no first day of its own: it is the day it has. */
const partStanding = ({ code, state, due_day, due_original, closed_on, percent }: Part): PartStanding => ({
  state: member(taskStates, state),
  due: parseDay(due_day ?? ''),
  dueOriginal: parseDay((code === null ? due_day : due_original) ?? ''),
  closedOn: parseDay(closed_on ?? ''),
  percent,
})

export const viewOf = (
  row: TaskRecord,
  on: string,
  holder: TaskRow['holder'],
  dues: readonly Selectable<Tables['due_fact']>[],
  parts: readonly Part[],
  neighbours: readonly string[],
  helpers: TaskView['helpers'],
  ended: ReadonlyMap<string, Heir>,
): TaskView => ({
  ...withWhole(rowOf(row, on, holder), parts, on),
  ...blockOf(row, ended),
  neighbours: [...neighbours],
  origin: member(taskOrigins, row.origin),
  quote: row.quote,
  start: row.start_at,
  end: row.end_at,
  orderAt: row.order_at,
  spans: row.spans,
  corrections: row.corrections,
  coLead: [...row.named.coLead],
  coordinating: [...row.named.coordinating],
  helpers: [...helpers],
  openClass: row.open_class,
  recipients: [...row.named.recipients],
  dues: dues.map((due) => ({
    day: due.day,
    reason: member(dueReasons, due.reason),
    rule: due.rule,
    words: due.words,
    term: due.term_from === null || due.term_days === null ? null : { from: due.term_from, days: due.term_days },
    recordedAt: due.recorded_at,
  })),
  periodWords: row.period_words,
  offRegime: offRegimeOf(row),
  check: row.look_at,
  unsure: row.unsure,
  children: partsOf(parts, on),
  assigner: row.assigner,
  assignedOn: row.assigned_on,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
})

/** Each part with how it stands; what is overdue comes first, then by the name of who leads it. [TSK-42] */
function partsOf(all: readonly Part[], on: string): TaskView['children'] {
  const asOf = parseDay(on)
  const parts = all.map((child) => ({
    id: child.id,
    code: child.code,
    lead: child.lead_name ?? child.named.lead[0]?.name ?? '',
    state: member(taskStates, child.state),
    lateness:
      child.code === null || !counts({ state: member(taskStates, child.state) }) || asOf === null
        ? null
        : lateness(parseDay(child.due_day ?? ''), parseDay(child.closed_on ?? ''), asOf),
  }))
  const named = byName(parts, (part) => part.lead)
  return [...named.filter((part) => part.lateness === 'overdue'), ...named.filter((part) => part.lateness !== 'overdue')]
}

/** [PER-12] */
function offRegimeOf({ every, due_day }: Pick<TaskRecord, 'every' | 'due_day'>): TaskView['offRegime'] {
  const [kind, due] = [reporting.find((one) => one === every), parseDay(due_day ?? '')]
  const period = kind === undefined || due === null ? null : calendarEnd(kind, due)
  return period === null ? null : { code: period.code, from: period.from, cutOff: period.cutOff }
}

/** What is in the way of giving it out, and the leads that are no more. [TSK-36] */
function blockOf(row: TaskRecord, ended: ReadonlyMap<string, Heir>): Pick<TaskView, 'blockedBy' | 'endedLeads'> {
  if (row.code !== null) return { blockedBy: null, endedLeads: [] }
  const endedLeads = row.named.lead.flatMap(({ name, organisation }) => {
    const heir = organisation === null ? undefined : ended.get(organisation)
    return organisation === null || heir === undefined ? [] : [{ organisation, name, holder: heir.holder }]
  })
  const nobodys = new Set(endedLeads.flatMap((lead) => (lead.holder === null ? [lead.organisation] : [])))
  return { blockedBy: blockedBy(row.named.lead, row.unsure, nobodys), endedLeads }
}
