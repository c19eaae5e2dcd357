import { z } from 'zod'
import { facts } from '../../kernel/task/life.ts'
import { personRef } from '../access/views.ts'
import { dayText, id, instantText } from '../values.ts'
import { holdingRoles } from './ports.ts'

/** What concerns a person, as every door shows it. */
const taskRef = z.strictObject({
  id,
  code: z.string(),
  title: z.string(),
  lead: z.string().nullable(),
  due: dayText.nullable(),
})

export const noticeView = z
  .strictObject({
    id: z.string().meta({ description: 'e…: something said; g…: work given to a body of mine' }),
    kind: z.enum([...facts, 'given']),
    on: dayText,
    at: instantText.nullable().meta({ description: 'null: of work given only the day is kept' }),
    actor: personRef.nullable(),
    organisation: z.string().nullable().meta({ description: 'the body spoken for, or the one that was given work' }),
    role: z.enum(holdingRoles).nullable().meta({ description: 'of work given: what the body is in it' }),
    percent: z.int().nullable(),
    words: z.string().nullable(),
    day: dayText.nullable().meta({ description: 'asked for, granted, or on which the work was finished' }),
    task: taskRef,
    unread: z.boolean(),
  })
  .meta({ id: 'Notice' })

export type NoticeView = z.infer<typeof noticeView>

export const dueView = z
  .strictObject({ ...taskRef.shape, due: dayText, role: z.enum(holdingRoles), version: z.int(), changedAt: instantText })
  .meta({ id: 'DueTask' })

/** Both numbers, of what was said and of what was given: `1287.94`. */
export const markText = z
  .string()
  .regex(/^\d{1,18}\.\d{1,18}$/)
  .meta({ description: 'opaque: from `next` or `newest` of a list' })
