import { z } from 'zod'
import { blocks } from '../../kernel/task/assignment.ts'
import { latenesses } from '../../kernel/task/lateness.ts'
import { acts, facts } from '../../kernel/task/life.ts'
import { dueReasons, periods, taskKinds, taskOrigins, taskStates, visibilities } from '../../kernel/task/task.ts'
import { dayText, id, instantText } from '../values.ts'

/** How a task is shown, through every door. */
const pair = z.tuple([z.int(), z.int()])

export const bodyView = z
  .strictObject({
    name: z.string().meta({ description: 'as the directive names it' }),
    organisation: id.nullable().meta({ description: 'who that was on the day of issue; null when the register does not know' }),
    isClass: z.boolean().meta({ description: 'a class of bodies, «các sở, ban, ngành»: cannot hold work until expanded' }),
  })
  .meta({ id: 'Body' })

const spansView = z
  .strictObject({
    lead: z.array(pair),
    coordinating: z.array(pair),
    due: z.array(pair),
    period: z.array(pair),
    recipients: z.array(pair),
  })
  .meta({ id: 'Spans', description: 'UTF-16 positions [start, end) in the text of the document' })

const correctionView = z.strictObject({ start: z.int(), end: z.int(), written: z.string(), read: z.string() }).meta({ id: 'Correction' })

const dueView = z
  .strictObject({
    day: dayText.nullable().meta({ description: 'last day in time; null: no day was given' }),
    reason: z.enum(dueReasons),
    rule: z.string(),
    words: z.string().nullable(),
    term: z
      .strictObject({ from: dayText, days: z.int() })
      .nullable()
      .meta({ description: 'of a term in working days: from when, how many' }),
    recordedAt: instantText,
  })
  .meta({ id: 'DueFact' })

export const taskRow = z
  .strictObject({
    id,
    code: z.string().nullable().meta({ description: 'NV-2022-0106, given at assignment' }),
    version: z.int(),
    state: z.enum(taskStates).meta({ description: 'of work that was split, with its days and lateness, that of its parts' }),
    kind: z.enum(taskKinds),
    title: z.string(),
    lead: z.array(bodyView).meta({ description: 'as the directive names them, for ever' }),
    holder: z
      .strictObject({ id: z.string().nullable(), name: z.string() })
      .nullable()
      .meta({ description: 'the body that leads it on the day asked about, or its heir; null: not given out, or split into parts' }),
    due: dayText.nullable(),
    dueOriginal: dayText
      .nullable()
      .meta({ description: 'the first due day, of recurring work that of the occurrence under way; differs from due after an extension' }),
    closedOn: dayText.nullable(),
    percent: z.int().meta({ description: 'as last reported, 0 to 100; of work that was split, the mean of its parts' }),
    askedDay: dayText.nullable().meta({ description: 'the day an open request for extension asks for' }),
    escalated: z.boolean().meta({ description: 'waits for a decision of the leaders' }),
    visibility: z.enum(visibilities),
    dueWords: z.string().nullable(),
    every: z.enum(periods).nullable(),
    lateness: z.enum(latenesses),
    latenessOriginal: z.enum(latenesses).meta({ description: 'against the first due day' }),
    daysLeft: z.int().nullable(),
    daysLate: z.int().nullable().meta({ description: 'until the day asked about, or until it was closed; null: not late' }),
    document: z.strictObject({ id, slug: z.string(), title: z.string(), number: z.string().nullable(), signedOn: dayText.nullable() }),
    parent: id.nullable(),
    sample: z.boolean(),
  })
  .meta({ id: 'TaskRow' })

export const taskView = z
  .strictObject({
    ...taskRow.shape,
    neighbours: z.array(z.string()).meta({ description: 'other provinces whose bodies hold a part of it today: joint work' }),
    origin: z.enum(taskOrigins),
    quote: z.string(),
    start: z.int().nullable().meta({ description: 'UTF-16 position in the document; null for a task typed by a person' }),
    end: z.int().nullable(),
    orderAt: z
      .number()
      .nullable()
      .meta({ description: 'where a person put it among the tasks of its document; null: where its words stand' }),
    spans: spansView,
    corrections: z.array(correctionView),
    coLead: z.array(bodyView),
    coordinating: z.array(bodyView),
    helpers: z
      .array(
        z.strictObject({
          role: z.enum(['co-lead', 'coordinator']),
          name: z.string(),
          holder: z.strictObject({ id: id.nullable(), name: z.string() }),
        }),
      )
      .meta({ description: 'who helps on the day asked about: the heirs of those the directive names, each once, and none that leads it' }),
    openClass: z.boolean().meta({ description: '«các cơ quan, đơn vị liên quan» are to coordinate too' }),
    recipients: z.array(bodyView),
    dues: z.array(dueView),
    periodWords: z.string().nullable(),
    check: z.string().nullable().meta({ description: 'why a person must look, or null' }),
    unsure: z.string().nullable(),
    blockedBy: z.enum(blocks).nullable().meta({ description: 'why it cannot be assigned yet' }),
    offRegime: z
      .strictObject({ code: z.string(), from: dayText, cutOff: dayText })
      .nullable()
      .meta({ description: 'the reporting period that a due day at the end of a calendar period misses; null: it does not' }),
    endedLeads: z
      .array(
        z.strictObject({
          organisation: id,
          name: z.string(),
          holder: z
            .strictObject({ id, name: z.string() })
            .nullable()
            .meta({ description: 'null: its heirs share its work, or it has none' }),
        }),
      )
      .meta({ description: 'before it is given out: leads that are no more on the day asked about, and who has their work' }),
    children: z
      .array(
        z.strictObject({
          id,
          code: z.string().nullable(),
          lead: z.string(),
          state: z.enum(taskStates),
          lateness: z.enum(latenesses).nullable().meta({ description: 'on the day asked about; null: not given out, or cancelled' }),
        }),
      )
      .meta({ description: 'of work that was split, the parts that were not; what is overdue first, then by the name of the lead' }),
    assigner: z.string().nullable().meta({ description: 'the name of who assigned it; an id when the name was erased' }),
    assignedOn: dayText.nullable(),
    changedBy: z.string().meta({ description: 'the name of who changed it last; an id when the name was erased' }),
    changedAt: instantText,
  })
  .meta({ id: 'Task' })

const fileView = z.strictObject({ sha256: z.string(), name: z.string(), size: z.int(), mediaType: z.string() }).meta({ id: 'File' })

export const eventView = z
  .strictObject({
    id: z.string(),
    version: z.int().meta({ description: 'of the task after it' }),
    kind: z.enum(facts),
    at: instantText,
    on: dayText,
    actor: z.string().meta({ description: 'the name of who acted; an id when the name was erased' }),
    forPerson: z.string().nullable().meta({ description: 'the name of the person in whose place he acted' }),
    forForm: z.string().nullable(),
    organisation: z.string().nullable().meta({ description: 'the body spoken for, as it was called then; null: the assigner' }),
    percent: z.int().nullable(),
    words: z.string().nullable(),
    reason: z.string().nullable(),
    day: dayText.nullable(),
    daysLate: z.int().nullable().meta({
      description: 'of a request for extension: how many days after the due day then in force it was made; null: in time, or none',
    }),
    document: z.string().nullable(),
    registered: z
      .string()
      .nullable()
      .meta({ description: 'where that document is here: its slug; null: none of this number is here that whoever asks may see' }),
    under: z.string().nullable().meta({ description: 'of a part: the update it belongs to' }),
    files: z.array(fileView),
  })
  .meta({ id: 'TaskEvent' })

/** Which acts are open to whoever asks, as the task stands. */
export const actsView = z.array(z.enum(acts))

export type EventView = z.infer<typeof eventView>
export type TaskRow = z.infer<typeof taskRow>
export type TaskView = z.infer<typeof taskView>
export type BodyView = z.infer<typeof bodyView>
