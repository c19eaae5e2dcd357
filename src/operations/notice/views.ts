import { z } from 'zod'
import { facts } from '../../kernel/task/life.ts'
import { personRef } from '../access/views.ts'
import { dayText, id, instantText } from '../values.ts'
import { figureFacts, holdingRoles } from './ports.ts'

/** What concerns a person, as every door shows it. */
const taskRef = z.strictObject({
  id,
  code: z.string(),
  title: z.string(),
  lead: z.string().nullable(),
  due: dayText.nullable(),
})

/** `figure-reported` and the three answers. */
export const figureKinds = figureFacts.map((fact) => `figure-${fact}` as const)

export type FigureKind = (typeof figureKinds)[number]
export const isFigureKind = (kind: string): kind is FigureKind => figureKinds.some((one) => one === kind)

export const noticeView = z
  .strictObject({
    id: z.string().meta({ description: 'e…: something said; g…: work given to a body of mine; f…: said of a figure' }),
    kind: z.enum([...facts, 'given', ...figureKinds]),
    on: dayText,
    at: instantText.nullable().meta({ description: 'null: of work given only the day is kept' }),
    actor: personRef.nullable(),
    organisation: z.string().nullable().meta({ description: 'the body spoken for, or the one that was given work' }),
    role: z.enum(holdingRoles).nullable().meta({ description: 'of work given: what the body is in it' }),
    percent: z.int().nullable(),
    words: z.string().nullable(),
    day: dayText.nullable().meta({ description: 'asked for, granted, or on which the work was finished' }),
    task: taskRef.nullable().meta({ description: 'null: it is about a figure' }),
    figureReport: z
      .strictObject({ id, no: z.int(), dataset: z.strictObject({ slug: z.string(), title: z.string() }) })
      .nullable()
      .meta({ description: 'null: it is about work' }),
    unread: z.boolean(),
  })
  .meta({ id: 'Notice' })

export type NoticeView = z.infer<typeof noticeView>

export const dueView = z
  .strictObject({ ...taskRef.shape, due: dayText, role: z.enum(holdingRoles), version: z.int(), changedAt: instantText })
  .meta({ id: 'DueTask' })

/** The numbers of what was said, of what was given, and of what was said of figures: `1287.94.12`; the last may be absent. */
export const markText = z
  .string()
  .regex(/^\d{1,18}\.\d{1,18}(?:\.\d{1,18})?$/)
  .meta({ description: 'opaque: from `next` or `newest` of a list' })
