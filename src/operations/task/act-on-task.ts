import { z } from 'zod'
import { fold } from '../../base/fold.ts'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { upright } from '../../base/text/upright.ts'
import { actsFor, dutiesWith, holdsFor, isFor } from '../../kernel/access/access.ts'
import type { Who } from '../../kernel/access/who.ts'
import { refusedName } from '../../kernel/document/file-name.ts'
import { type Day, formatDay, parseDay } from '../../kernel/period/day.ts'
import { lastSensible } from '../../kernel/task/due-day.ts'
import {
  type Act,
  factOf,
  helps,
  life as lifeOf,
  type Made,
  made,
  REPORTS,
  refusedAct,
  type Said,
  sidesOf,
} from '../../kernel/task/life.ts'
import { nextDue } from '../../kernel/task/recurrence.ts'
import { rolesSaid } from '../access/role-names.ts'
import { calendarFrom } from '../calendar/calendar-from.ts'
import type { CalendarPorts } from '../calendar/ports.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { type Context, type Operation, operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { stale } from '../stale.ts'
import { dayText, id, version } from '../values.ts'
import type { Life, TaskLifePorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'

/** What an act says; which of it is needed, the kernel's table knows. */
const input = z.strictObject({
  id: id.meta({ description: 'the id, or the code (NV-2022-0106)' }),
  version: version.meta({ description: 'the version the person has seen' }),
  words: z.string().trim().max(20_000).optional(),
  reason: z.string().trim().min(3).max(2_000).optional().meta({ description: 'why the percentage fell' }),
  percent: z.coerce.number().int().min(0).max(100).optional(),
  day: dayText.optional().meta({ description: 'asked for, granted, on which the work was finished, or that of the answer' }),
  document: z.string().trim().min(3).max(200).optional().meta({ description: 'number and symbol: 1287/QĐ-TTg' }),
  body: z.string().trim().min(1).max(500).optional().meta({
    description: 'of an answer that is recorded: whose it is, as the task names that body; may be left out where only one has nobody here',
  }),
  under: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .meta({ description: 'of a part: the update it belongs to' }),
  files: z
    .array(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().trim().min(1).max(255) }))
    .max(50)
    .optional()
    .meta({ description: 'kept before, by PUT /files' }),
})

const output = z.strictObject({
  id,
  version: z.int(),
  state: z.string(),
  event: z.string(),
  unregistered: z
    .string()
    .nullable()
    .meta({ description: 'the document that was named, where none of its number is here that he may see: to be registered' }),
})
type Given = z.infer<typeof input>
type Done = z.infer<typeof output>
type Ports = TaskLifePorts & HistoryPorts & CalendarPorts & Pick<OrganisationPorts, 'organisations'>

/** An act of the kernel's table as an operation. */
export const actOperation = (act: Act, vi: string, en: string): Operation<Given, Done, Ports> =>
  operation({
    name: `task.${act}`,
    kind: 'command',
    access: 'signed-in',
    summary: { vi, en },
    input,
    output,
    rest: { method: 'POST', path: `/tasks/{id}/${act}` },
    run: (ports: Ports, context, given) => actOn(ports, context, act, given),
  })

/** A name of a file turns nothing and breaks no line: «baocao?fdp.exe» is not shown as a PDF. [PAG-15] */
const plain = (name: string): string =>
  upright(name)
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim() || '…'

async function actOn(ports: Ports, context: Context, act: Act, given: Given): Promise<Result<Done, Refusal>> {
  // accepted, recurring work gets its next day; before the row is held
  if (act === 'accept') await ports.calendar.steady()
  const task = await ports.life.find(given.id, true)
  if (task === null) return refuse(noTask(context))
  const day = given.day === undefined ? null : parseDay(given.day)
  if (given.day !== undefined && day === null) return refuse({ code: 'bad-day', data: { value: given.day } })
  if (task.version !== given.version) return refuse(await stale(ports, 'task', task.id))
  const files = (given.files ?? []).map(({ sha256, name }) => ({ sha256, name: plain(name) }))
  const said: Said = {
    words: given.words === undefined || given.words === '' ? null : given.words,
    reason: given.reason ?? null,
    percent: given.percent ?? null,
    day,
    document: given.document ?? null,
    files: files.length,
  }
  const sides = sidesOf(context.who, task.holders)
  const organisation = spokenFor(act, task, context.who)
  const deputy = deputyFor(context.who, organisation)
  const refused = refusedAct(act, task.standing, sides, context.who, said, context.today, deputy?.person ?? null)
  if (refused !== null) return refuse(phrase(refused, context, task, act, day))
  if (given.under !== undefined && !(act === 'part' && (await isUpdate(ports, task.id, given.under))))
    return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'lần báo cáo' : 'update' } })
  const answering = act === 'answer' ? absentNamed(task, given.body) : null
  if (act === 'answer' && answering === null)
    return refuse({ code: 'answer-whose', data: { bodies: task.absent.map(({ name }) => name).join('; ') } })
  const kept = await ports.life.kept(files.map((file) => file.sha256))
  const lost = files.find((file) => !kept.has(file.sha256))
  if (lost !== undefined) return refuse({ code: 'file-not-kept', data: { name: lost.name } })
  for (const { sha256, name } of files) {
    const type = kept.get(sha256) ?? ''
    const wrong = refusedName(name, type)
    if (wrong !== null) return refuse({ code: wrong, data: { name, type } })
  }

  const change = await withRecurrence(ports, act, task, made(act, task.standing, said, task.claimedDay ?? context.today, context.today))
  const speaker =
    answering === null
      ? { ...(await speakerOf(ports, context, task, organisation)), outside: {} }
      : {
          id: answering.organisation,
          names: new Map<string, string>(),
          outside: answering.organisation === null ? { name: answering.name } : {},
        }
  const event = await ports.life.add(
    { ...task, names: new Map([...task.names, ...speaker.names]) },
    {
      kind: factOf[act],
      forPerson: deputy?.person ?? null,
      forForm: deputy?.form ?? null,
      organisation: speaker.id,
      ...speaker.outside,
      percent: said.percent,
      words: said.words,
      reason: said.reason,
      day: act === 'claim' ? (said.day ?? context.today) : (change.due ?? said.day),
      document: said.document,
      under: given.under ?? (act === 'part' ? await lastUpdate(ports, task.id) : null),
      files,
    },
    change,
    context.today,
  )
  const state = change.state ?? task.standing.state
  ports.history.record({
    entity: 'task',
    id: task.id,
    verb: factOf[act],
    change: {
      ...(state === task.standing.state ? {} : { state: [task.standing.state, state] }),
      ...(change.percent === undefined ? {} : { percent: [task.standing.percent, change.percent] }),
      ...(change.due === undefined ? {} : { due: [task.standing.due, change.due] }),
      ...(answering === null ? {} : { body: [null, answering.name] }),
    },
    ...(deputy === null ? {} : { onBehalfOf: deputy.person }),
  })
  const isHere = said.document === null || (await ports.life.registered([said.document])).has(said.document)
  return ok({ id: task.id, version: task.version + 1, state, event, unregistered: isHere ? null : said.document })
}

/** Of the bodies that have nobody here, the one that is named, or the only one. [TSK-56] */
function absentNamed({ absent }: Life, body: string | undefined): Life['absent'][number] | null {
  if (body === undefined) return absent.length === 1 ? (absent[0] ?? null) : null
  return absent.find(({ organisation, name }) => organisation === body || fold(name) === fold(body)) ?? null
}

/** In whose place he acts for that body; `organisation` null: for the one that assigns. */
const deputyFor = (who: Who, organisation: string | null) =>
  actsFor(who, organisation === null ? ['office', 'leader'] : REPORTS, (duty) =>
    organisation === null ? duty.central : isFor(duty, organisation),
  )

/** The same of an act that he might do. */
export const wouldActFor = (act: Act, task: Life, who: Who): string | null => deputyFor(who, spokenFor(act, task, who))?.person ?? null

/** A coordinator speaks for its own body, the lead for the lead; everyone else for the body that assigns. */
function spokenFor(act: Act, { holders }: Life, who: Who): string | null {
  if (act === 'part') return holders.coordinators.find((one) => helps(who, one))?.body ?? null
  return lifeOf[act].by.includes('lead') && (holders.lead === null || who.kind !== 'person' || holdsFor(who, REPORTS, holders.lead))
    ? holders.lead
    : null
}

/** Whoever holds the work of that body today says it, under the name it has today. [ACC-20] */
async function speakerOf(
  ports: Ports,
  { who, today }: Context,
  { names }: Life,
  spokenFor: string | null,
): Promise<{ readonly id: string | null; readonly names: ReadonlyMap<string, string> }> {
  const own = spokenFor === null ? [] : dutiesWith(who, REPORTS).filter((duty) => isFor(duty, spokenFor))
  const id = (own.find((duty) => duty.organisation === spokenFor) ?? own[0])?.organisation ?? spokenFor
  const named = id === null || names.has(id) ? null : await ports.organisations.get(id, today)
  return { id, names: new Map(named === null ? [] : [[named.id, named.name]]) }
}

/** Whether the lead said it of this task: a part stands under nothing else. */
async function isUpdate(ports: TaskLifePorts, task: string, event: string): Promise<boolean> {
  const [found] = await ports.life.events(task, null, String(BigInt(event) + 1n), 1)
  return found?.id === String(BigInt(event)) && found.kind === 'progress'
}

/** A part belongs to the lead's latest update, when there is one. */
const lastUpdate = async (ports: TaskLifePorts, task: string): Promise<string | null> =>
  (await ports.life.events(task, null, null, LOOK_BACK)).find((event) => event.kind === 'progress')?.id ?? null
const LOOK_BACK = 100

/**
 * Recurring work that is accepted falls due again: its next occurrence, and no later one. It is counted from the day of the
 * period, not from the one granted: an extension moves one occurrence and none after it. [TSK-17]
 */
async function withRecurrence(ports: CalendarPorts, act: Act, { every, occurrence }: Life, change: Made): Promise<Made> {
  if (act !== 'accept' || every === null || occurrence === null) return change
  const next = nextDue(every, occurrence, await calendarFrom(ports, occurrence.day))
  return next === null ? change : { ...change, due: next.day, next }
}

/** Whose it would be; of whoever is of that body, in a role that does not report, which roles do. [ACC-2] */
function notYour(act: Act, { holders, leadName }: Life, { who, language }: Context): Refusal {
  const [side = 'assigner'] = lifeOf[act].by
  const bodies = side === 'lead' ? [holders.lead] : side === 'coordinator' ? holders.coordinators.map(({ holder }) => holder) : []
  if (bodies.some((body) => body !== null && who.duties.some((duty) => isFor(duty, body))))
    return { code: 'role-missing', data: { roles: rolesSaid(REPORTS, language) } }
  return { code: notYours[side], data: { lead: leadName ?? '—' } }
}
const notYours = {
  lead: 'not-the-lead',
  coordinator: 'not-a-coordinator',
  assigner: 'not-the-assigner',
  leader: 'not-the-leader',
} as const

function phrase(refused: NonNullable<ReturnType<typeof refusedAct>>, context: Context, task: Life, act: Act, day: Day | null): Refusal {
  if (refused === 'wrong-state') return wrongState(context, task.standing.state)
  if (refused === 'not-your-side') return notYour(act, task, context)
  const { due, percent, issuedOn } = task.standing
  if (refused === 'day-far')
    return { code: refused, data: { value: day === null ? '' : formatDay(day), until: formatDay(lastSensible(issuedOn)) } }
  return { code: refused, data: { due: due === null ? '' : formatDay(due), percent, from: formatDay(issuedOn) } }
}
