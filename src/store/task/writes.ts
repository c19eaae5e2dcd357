import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { fold } from '../../base/fold.ts'
import { partsOf } from '../../kernel/task/assignment.ts'
import type { Context } from '../../operations/operation.ts'
import type { TaskChanges, TaskDraft } from '../../operations/task/ports.ts'
import type { Tables } from '../tables.ts'
import { provincesSaid } from './province-store.ts'
import type { TaskRecord } from './views.ts'

/**
 * What changes tasks. Each change raises the version; a due day is a fact appended, and repeated on the task for lists; the
 * words for searching follow what they are made of.
 */
export async function addTasks(db: Kysely<Tables>, context: Context, drafts: readonly TaskDraft[]): Promise<readonly string[]> {
  await keepTerms(
    db,
    drafts.map((draft) => draft.due),
  )
  const rows = drafts.map((draft, position) => ({ id: randomUUID(), position, draft }))
  for (let at = 0; at < rows.length; at += SLICE) {
    const slice = rows.slice(at, at + SLICE)
    await db
      .insertInto('task')
      .values(slice.map((one) => rowOf(context, one)))
      .execute()
    await addDues(
      db,
      context,
      slice.map(({ id, draft }) => ({ task: id, due: draft.due })),
    )
  }
  return rows.map(({ id }) => id)
}

/** Rows of one statement: a letter of 3,000 tasks is kept without holding others up for longer than a quarter of a second. */
const SLICE = 200

function rowOf(context: Context, { id, position, draft }: { readonly id: string; readonly position: number; readonly draft: TaskDraft }) {
  const { lead, coLead, coordinating, recipients } = draft
  return {
    id,
    document_id: draft.document,
    parent_id: draft.parent,
    position: draft.start ?? position,
    origin: draft.origin,
    state: draft.state,
    kind: draft.kind,
    title: draft.title,
    quote: draft.quote,
    start_at: draft.start,
    end_at: draft.end,
    spans: JSON.stringify(draft.spans),
    corrections: JSON.stringify(draft.corrections),
    rules: draft.rules === undefined ? null : JSON.stringify(draft.rules),
    named: JSON.stringify({ lead, coLead, coordinating, recipients }),
    open_class: draft.openClass,
    every: draft.every,
    period_words: draft.periodWords,
    look_at: draft.check,
    unsure: draft.unsure,
    due_day: draft.due.day,
    due_words: draft.due.words,
    ...termOf(draft.due),
    search: searchOf(
      draft.title,
      draft.quote,
      lead.map((body) => body.name),
    ),
    recorded_at: context.now,
    changed_by: context.who.id,
    changed_at: context.now,
  }
}

/** The rows that work of the same term shares. One that is there already knows the calendar in force. */
export async function keepTerms(db: Kysely<Tables>, dues: readonly Pick<TaskDraft['due'], 'day' | 'term'>[]): Promise<void> {
  const terms = dues.flatMap(({ day, term }) =>
    term === undefined || day === null ? [] : [{ from_day: term.from, days: term.days, last_day: day }],
  )
  // each once, in one order: two letters at once wait for one another, and not in a ring
  const once = new Map(terms.map((term) => [`${term.from_day} ${term.days}`, term]))
  const sorted = [...once].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term)
  if (sorted.length === 0) return
  await db
    .insertInto('term')
    .values(sorted)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const addDues = (
  db: Kysely<Tables>,
  context: Context,
  facts: readonly { readonly task: string; readonly due: TaskDraft['due'] }[],
): Promise<unknown> =>
  db
    .insertInto('due_fact')
    .values(
      facts.map(({ task, due }) => ({
        task_id: task,
        day: due.day,
        reason: due.reason,
        rule: due.rule,
        words: due.words,
        recorded_at: context.now,
        ...termOf(due),
      })),
    )
    .execute()

/** The columns of a term; of none they are null. */
export const termOf = (due: Pick<TaskDraft['due'], 'term'> | undefined) => ({
  term_from: due?.term?.from ?? null,
  term_days: due?.term?.days ?? null,
})

const searchOf = (...words: readonly (string | null | readonly string[])[]): string => fold(words.flat().join(' '))

export async function changeTask(db: Kysely<Tables>, context: Context, id: string, version: number, to: TaskChanges): Promise<boolean> {
  const before = await db
    .selectFrom('task')
    .select(['named', 'title', 'quote'])
    .where('id', '=', id)
    .where('version', '=', version)
    .forUpdate()
    .executeTakeFirst()
  if (before === undefined) return false
  const named = {
    lead: to.lead ?? before.named.lead,
    coLead: to.coLead ?? before.named.coLead,
    coordinating: to.coordinating ?? before.named.coordinating,
    recipients: to.recipients ?? before.named.recipients,
  }
  if (to.due !== undefined) await keepTerms(db, [to.due])
  await db
    .updateTable('task')
    .set({
      version: version + 1,
      changed_by: context.who.id,
      changed_at: context.now,
      named: JSON.stringify(named),
      search: searchOf(
        to.title ?? before.title,
        before.quote,
        named.lead.map((body) => body.name),
      ),
      ...(to.title === undefined ? {} : { title: to.title }),
      ...(to.state === undefined ? {} : { state: to.state }),
      ...(to.kind === undefined ? {} : { kind: to.kind }),
      ...(to.unsure === undefined ? {} : { unsure: to.unsure }),
      ...(to.orderAt === undefined ? {} : { order_at: to.orderAt }),
      ...(to.openClass === undefined ? {} : { open_class: to.openClass }),
      ...(to.every === undefined ? {} : { every: to.every }),
      ...(to.due === undefined ? {} : { due_day: to.due.day, due_words: to.due.words, ...termOf(to.due) }),
    })
    .where('id', '=', id)
    .execute()
  if (to.due !== undefined) await addDues(db, context, [{ task: id, due: to.due }])
  return true
}

/** What is done last in a command, before its history: whoever draws such numbers waits from there on. [NOT-9] */
export type Later = (work: () => Promise<void>) => void

/** Gives the task its code, and its holders at the end of the command. @param task at the version the caller has checked */
export async function assignTask(
  db: Kysely<Tables>,
  context: Context,
  later: Later,
  task: TaskRecord,
  on: string,
): Promise<{ code: string }> {
  const code = await nextCode(db, Number(on.slice(0, 4)))
  const single = task.is_parent ? null : (task.named.lead[0] ?? null)
  await db
    .updateTable('task')
    .set({
      state: 'assigned',
      code,
      version: task.version + 1,
      assigner: context.who.id,
      assigned_on: on,
      lead_name: single?.name ?? null,
      lead_id: single?.organisation ?? null,
      due_original: task.due_day,
      search: searchOf(
        task.title,
        task.quote,
        code,
        task.document_number,
        task.named.lead.map((body) => body.name),
      ),
      changed_by: context.who.id,
      changed_at: context.now,
    })
    .where('id', '=', task.id)
    .execute()
  const places =
    single === null
      ? null
      : await provincesSaid(
          db,
          partsOf(task.named).map(({ body }) => body),
          task.document_signed_on ?? on,
        )
  if (places !== null) later(() => addHolders(db, task, on, places))
  return { code }
}

async function addHolders(db: Kysely<Tables>, task: TaskRecord, on: string, places: ReadonlyMap<string, string>): Promise<void> {
  await db
    .insertInto('assignment')
    .values(
      partsOf(task.named).map(({ body, role }) => ({
        task_id: task.id,
        organisation_id: body.organisation,
        name: body.name,
        of_place: body.organisation === null ? (places.get(body.name) ?? null) : null,
        role,
        from_day: on,
        basis: task.document_id,
      })),
    )
    .execute()
}

/** NV-2022-0001, counted anew each year of assignment; the row of the year is the lock. */
async function nextCode(db: Kysely<Tables>, year: number): Promise<string> {
  const { last } = await db
    .insertInto('task_code')
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet((eb) => ({ last: eb('task_code.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return `NV-${year}-${String(last).padStart(4, '0')}`
}
