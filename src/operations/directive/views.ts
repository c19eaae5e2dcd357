import { z } from 'zod'
import { periods } from '../../kernel/task/task.ts'
import { dayText } from '../values.ts'

/** What the grammar reads in a directive, as it travels. Offsets are UTF-16 positions in the text given. */
const pairs = z.array(z.tuple([z.int(), z.int()]))
const body = z.array(z.string())

const dueView = z
  .strictObject({
    kind: z.enum(['day', 'month', 'quarter', 'half', 'year', 'relative', 'none']),
    text: z.string().nullable(),
    date: dayText.nullable().meta({ description: 'the day named, or the last day of what is named' }),
    before: z.boolean().meta({ description: '«trước ngày»: the last day in time is the day before' }),
    days: z.int().optional(),
    months: z.int().optional(),
    working: z.boolean().optional().meta({ description: 'the days are working days' }),
  })
  .meta({ id: 'StatedDue' })

export const extractionView = z
  .strictObject({
    identity: z.strictObject({
      number: z.string().nullable(),
      type: z.string().nullable(),
      issuer: z.string().nullable(),
      date: dayText.nullable(),
    }),
    citations: z.array(
      z.strictObject({ text: z.string(), start: z.int(), end: z.int(), number: z.string().nullable(), date: dayText.nullable() }),
    ),
    tasks: z.array(
      z.strictObject({
        quote: z.string(),
        start: z.int(),
        end: z.int(),
        lead: body,
        coLead: body,
        coordinating: body,
        openClass: z.boolean(),
        due: dueView,
        period: z.strictObject({ text: z.string(), every: z.enum(periods) }).nullable(),
        recipients: body,
        unsure: z.string().nullable(),
        check: z.string().nullable().meta({ description: 'why a person must look, or null' }),
        corrections: z.array(z.strictObject({ start: z.int(), end: z.int(), written: z.string(), read: z.string() })),
        rules: z
          .strictObject({
            task: z.string(),
            lead: body,
            coLead: body,
            coordinating: body,
            recipients: body,
            due: z.string().nullable(),
            every: z.string().nullable(),
          })
          .meta({ description: 'which rules of the grammar made it; of bodies one each, in their order' }),
        spans: z.strictObject({ lead: pairs, coordinating: pairs, due: pairs, period: pairs, recipients: pairs }),
      }),
    ),
  })
  .meta({ id: 'Extraction' })
