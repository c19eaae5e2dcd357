import { z } from 'zod'
import { fold } from '../../base/fold.ts'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { isClassOfBodies } from '../../kernel/directive/directive.ts'
import { type Day, formatDay, parseDay } from '../../kernel/period/day.ts'
import { lastSensible } from '../../kernel/task/due-day.ts'
import { type Body, periods } from '../../kernel/task/task.ts'
import { dayText } from '../values.ts'
import type { TaskChanges } from './ports.ts'

/** What a person may say of a task before it is assigned, by correcting a proposal or by adding one. */
const names = z.array(z.string().trim().min(2).max(300)).max(200)

export const taskFields = {
  title: z.string().trim().min(3).max(500).optional(),
  lead: names.optional().meta({ description: 'bodies charged equally; several become a parent with a child for each' }),
  coLead: names.optional(),
  coordinating: names.optional(),
  recipients: names.optional(),
  openClass: z.boolean().optional(),
  due: dayText.nullable().optional().meta({ description: 'the last day in time; null: no day was given' }),
  every: z.enum(periods).nullable().optional().meta({ description: 'ISO 8601 period of recurring work, or standing' }),
}

const fields = z.strictObject(taskFields)
/** Each body once, however often and with whatever marks it was typed. */
const bodies = (list: readonly string[] | undefined): readonly Body[] | undefined =>
  list === undefined
    ? undefined
    : [...new Map(list.map((name) => [fold(name), name] as const).reverse()).values()]
        .reverse()
        .map((name) => ({ name, organisation: null, isClass: isClassOfBodies(name) }))

/**
 * The changes that the fields make; a day typed by a person keeps no words. Refuses `bad-day`, and `day-far`: a day before that
 * of issue or generations after it is a slip in the year. [TSK-35]
 */
export function changesFrom(
  given: z.infer<typeof fields>,
  reason: 'original' | 'correction',
  { issued, today }: { readonly issued: Day | null; readonly today: Day },
): Result<TaskChanges, Refusal> {
  const day = typeof given.due === 'string' ? parseDay(given.due) : null
  if (typeof given.due === 'string' && day === null) return refuse({ code: 'bad-day', data: { value: given.due } })
  // a document whose day of issue is not known says nothing of the first day
  const until = lastSensible(issued ?? today)
  if (day !== null && ((issued !== null && day < issued) || day > until))
    return refuse({ code: 'day-far', data: { value: formatDay(day), until: formatDay(until) } })
  const changes = {
    title: given.title,
    lead: bodies(given.lead),
    coLead: bodies(given.coLead),
    coordinating: bodies(given.coordinating),
    recipients: bodies(given.recipients),
    openClass: given.openClass,
    due: given.due === undefined ? undefined : { day, reason, rule: day === null ? 'not-stated' : 'typed', words: null },
    every: given.every,
  }
  return ok(Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)))
}
