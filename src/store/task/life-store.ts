import { type Kysely, sql } from 'kysely'
import { type Day, day, parseDay } from '../../kernel/period/day.ts'
import { type Fact, facts, type Made } from '../../kernel/task/life.ts'
import type { Occurrence } from '../../kernel/task/recurrence.ts'
import { type DueReason, periods, taskKinds, taskStates } from '../../kernel/task/task.ts'
import type { Context } from '../../operations/operation.ts'
import type { Life, NewEvent, TaskLifePorts } from '../../operations/task/ports.ts'
import { keptFor } from '../file/file-store.ts'
import { isUuid } from '../page-key.ts'
import type { Tables } from '../tables.ts'
import { absentOf } from './absent-store.ts'
import { dueDayOf } from './given.ts'
import { holders } from './held-store.ts'
import { provincesSaid } from './province-store.ts'
import { events, registered } from './said-store.ts'
import { member } from './views.ts'
import { withPartsOf } from './whole-store.ts'
import { keepTerms, termOf } from './writes.ts'

/** What is said about given-out tasks, and what it makes of them. */
export const taskLifePorts = (db: Kysely<Tables>, context: Context): TaskLifePorts => ({
  life: {
    find: (idOrCode, lock) => find(db, idOrCode, lock, context.today),
    add: (life, event, made, on) => add(db, context, life, event, made, on),
    lead: (life, body, on) => lead(db, life, body, on),
    async show(task, to) {
      const changed = await db
        .updateTable('task')
        .set((eb) => ({ visibility: to, version: eb('version', '+', 1), changed_by: context.who.id, changed_at: context.now }))
        .where('id', 'in', withPartsOf(db, task))
        .where('code', 'is not', null)
        .where('visibility', '<>', to)
        .returning('id')
        .execute()
      return changed.map(({ id }) => id)
    },
    events: (task, after, before, limit) => events(db, task, after, before, limit),
    registered: (named) => registered(db, named),
    async kept(sums) {
      if (sums.length === 0) return new Map()
      const rows = await keptFor(db, context.who.id, sums).execute()
      return new Map(rows.map((row) => [row.sha256, row.media_type]))
    },
  },
})

async function find(db: Kysely<Tables>, idOrCode: string, lock: boolean, today: string): Promise<Life | null> {
  const query = db
    .selectFrom('task')
    .selectAll()
    .select(dueDayOf('task').as('due_day'))
    // a code is found as it is typed: nv-2026-0001
    .where(isUuid(idOrCode) ? 'id' : 'code', '=', idOrCode.toUpperCase())
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) return null
  const holding = await db
    .selectFrom('assignment')
    .select(['organisation_id', 'name', 'role'])
    .where('task_id', '=', row.id)
    .where('to_day', 'is', null)
    .execute()
  const helping = holding.flatMap((one) => (one.role === 'coordinator' || one.role === 'co-lead' ? (one.organisation_id ?? []) : []))
  const heirs = await holders(db, helping, today)
  const parts = holding.filter((one) => one.role !== 'recipient')
  const absent = await absentOf(
    db,
    parts.map((one) => ({ organisation: one.organisation_id, name: one.name })),
    today,
  )
  const waits = row.state === 'claimed' || row.state === 'disputed' || row.asked_day !== null || row.escalated
  const unanswered = waits ? await unansweredOf(db, row.id).execute() : []
  const claim = row.state === 'claimed' ? unanswered.findLast((one) => one.kind === 'claimed') : undefined
  const { evidence } = await evidenceOf(db, row.id).executeTakeFirstOrThrow()
  return {
    id: row.id,
    version: row.version,
    leadName: row.lead_name,
    absent,
    names: new Map(holding.flatMap((one) => (one.organisation_id === null ? [] : [[one.organisation_id, one.name] as const]))),
    every: row.every === null ? null : member(periods, row.every),
    occurrence: row.every === null ? null : occurrenceFrom(await occurrenceOf(db, row.id).executeTakeFirst(), row.period_words),
    claimedDay: claim?.day === null || claim === undefined ? null : parseDay(claim.day),
    standing: {
      state: member(taskStates, row.state),
      kind: member(taskKinds, row.kind),
      isSplit: row.code !== null && row.lead_name === null,
      due: row.due_day === null ? null : parseDay(row.due_day),
      percent: row.percent,
      askedDay: row.asked_day === null ? null : parseDay(row.asked_day),
      escalated: row.escalated,
      issuedOn: await issuedOn(db, row.document_id, row.assigned_on ?? row.recorded_at.slice(0, 10)),
      saidBy: Object.fromEntries(
        [...Map.groupBy(unanswered, (one) => member(facts, one.kind))].map(([kind, said]) => [
          kind,
          said.flatMap((one) => [one.actor, ...(one.for_person === null ? [] : [one.for_person])]),
        ]),
      ),
      absent: absent.length,
      evidence: Number(evidence),
    },
    holders: {
      lead: row.lead_id,
      coordinators: helping.map((body) => ({ body, holder: heirs.get(body)?.id ?? body })),
    },
  }
}

/** From when on the work may have been done: it may be entered here after it was finished. [TSK-27] */
async function issuedOn(db: Kysely<Tables>, document: string, assigned: string): Promise<Day> {
  const signed = (await signedOn(db, document).executeTakeFirst())?.signed_on ?? assigned
  return day(signed < assigned ? signed : assigned)
}

export const signedOn = (db: Kysely<Tables>, document: string) => db.selectFrom('document').select('signed_on').where('id', '=', document)

/** What was said of a task and waits for an answer: after the last of those that would be one. [TSK-38] */
export const unansweredOf = (db: Kysely<Tables>, task: string) => {
  const answered = (...kinds: readonly Fact[]) =>
    sql<bigint>`coalesce((select max(a.id) from task_event a where a.task_id = ${task} and a.kind in (${sql.join(kinds.map((kind) => sql.lit(kind)))})), 0)`
  return db
    .selectFrom('task_event')
    .select(['kind', 'actor', 'for_person', 'day'])
    .where('task_id', '=', task)
    .where((eb) =>
      eb.or(QUESTIONS.map(([question, ...replies]) => eb.and([eb('kind', '=', question), eb('id', '>', answered(...replies))]))),
    )
    .orderBy('id')
}
const QUESTIONS = [
  ['claimed', 'returned', 'accepted'],
  ['extension-asked', 'extension-granted', 'extension-refused'],
  ['escalated', 'decided'],
  ['disputed', 'upheld', 'reassigned'],
] as const satisfies readonly (readonly [Fact, ...Fact[]])[]

/** The facts that the next occurrence follows from: the last that is no extension, what set it, and what first set any. */
export const occurrenceOf = (db: Kysely<Tables>, task: string) => {
  const last = (...reasons: readonly DueReason[]) =>
    db.selectFrom('due_fact').where('task_id', '=', task).where('reason', 'in', reasons).orderBy('id', 'desc').limit(1)
  return last('original', 'correction', 'recurrence', 'calendar')
    .select('day')
    .select(last('original', 'correction').select('due_fact.day').as('anchor'))
    .select(last('original', 'correction', 'recurrence').select('due_fact.rule').as('rule'))
}

function occurrenceFrom(
  row: { readonly day: string | null; readonly anchor: string | null; readonly rule: string | null } | undefined,
  words: string | null,
): Occurrence | null {
  const [day, anchor] = [parseDay(row?.day ?? ''), parseDay(row?.anchor ?? '')]
  return day === null || anchor === null ? null : { day, anchor, rule: row?.rule ?? '', words }
}

/** Files shown, and documents named, for a task since it was last accepted: what showed one occurrence does not show the next. */
export const evidenceOf = (db: Kysely<Tables>, task: string) =>
  db
    .selectFrom('task_event')
    .leftJoin('task_event_file', 'task_event_file.event_id', 'task_event.id')
    .select((eb) => eb.fn.countAll<bigint>().as('evidence'))
    .where('task_id', '=', task)
    .where('kind', 'in', ['progress', 'part', 'answered', 'claimed'])
    .where(
      sql<boolean>`task_event.id > coalesce((select max(accepted.id) from task_event accepted where accepted.task_id = ${task} and accepted.kind = 'accepted'), 0)`,
    )
    .where((eb) => eb.or([eb('task_event_file.sha256', 'is not', null), eb('task_event.document', 'is not', null)]))

async function add(
  db: Kysely<Tables>,
  context: Context,
  life: Life,
  { files, organisation, name, under, forPerson, forForm, ...said }: NewEvent,
  made: Made,
  on: string,
): Promise<string> {
  const { due, next, ...columns } = made
  const version = life.version + 1
  const reason = dueReasonOf[said.kind] ?? 'extension'
  if (next !== undefined) await keepTerms(db, [next])
  await db
    .updateTable('task')
    .set({
      version,
      changed_by: context.who.id,
      changed_at: context.now,
      ...(columns.state === undefined ? {} : { state: columns.state }),
      ...(columns.percent === undefined ? {} : { percent: columns.percent }),
      ...(columns.askedDay === undefined ? {} : { asked_day: columns.askedDay }),
      ...(columns.escalated === undefined ? {} : { escalated: columns.escalated }),
      // closed work keeps its day, whatever the calendar becomes
      ...(columns.closedOn === undefined
        ? {}
        : { closed_on: columns.closedOn, due_day: life.standing.due, term_from: null, term_days: null }),
      ...(due === undefined ? {} : { due_day: due, ...termOf(next) }),
      // the next occurrence is late against its own first day, not against that of the first of all; a wrong day against none
      ...(due === undefined || reason === 'extension' ? {} : { due_original: due }),
    })
    .where('id', '=', life.id)
    .execute()
  // its number is drawn last: whoever is told something meanwhile waits from here on [NOT-9]
  const { id } = await db
    .insertInto('task_event')
    .values({
      ...said,
      task_id: life.id,
      version,
      at: context.now,
      on_day: on,
      actor: context.who.id,
      for_person: forPerson,
      for_form: forForm,
      organisation_id: organisation,
      organisation_name: organisation === null ? (name ?? null) : (life.names.get(organisation) ?? null),
      under_id: under === null ? null : BigInt(under),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (files.length > 0)
    await db
      .insertInto('task_event_file')
      .values(files.map((file, position) => ({ event_id: id, position, sha256: file.sha256, name: file.name })))
      .execute()
  if (due !== undefined)
    await db
      .insertInto('due_fact')
      .values({
        task_id: life.id,
        day: due,
        reason,
        rule: next?.rule ?? dueRuleOf[said.kind] ?? 'granted',
        words: said.kind === 'accepted' ? null : said.kind === 'extended' ? said.document : said.words,
        recorded_at: context.now,
        ...termOf(next),
      })
      .execute()
  return String(id)
}

/** What a fact that brings a due day records it as. [TSK-48] */
const dueReasonOf: Readonly<Partial<Record<Fact, DueReason>>> = { accepted: 'recurrence', 'due-corrected': 'correction' }
const dueRuleOf: Readonly<Partial<Record<Fact, string>>> = { extended: 'by-document', 'due-corrected': 'corrected' }

async function lead(
  db: Kysely<Tables>,
  { id }: Life,
  body: { readonly organisation: string | null; readonly name: string },
  on: string,
): Promise<void> {
  const open = db.updateTable('assignment').set({ to_day: on }).where('task_id', '=', id).where('to_day', 'is', null)
  await open.where('role', '=', 'lead').execute()
  const places = await provincesSaid(db, [body], on)
  if (body.organisation !== null) await open.where('organisation_id', '=', body.organisation).execute()
  const { document_id } = await db
    .updateTable('task')
    .set({ lead_name: body.name, lead_id: body.organisation })
    .where('id', '=', id)
    .returning('document_id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('assignment')
    .values({
      task_id: id,
      organisation_id: body.organisation,
      name: body.name,
      of_place: places.get(body.name) ?? null,
      role: 'lead',
      from_day: on,
      basis: document_id,
    })
    .execute()
}
