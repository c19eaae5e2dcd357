import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { type Day, parseDay } from '../../kernel/period/day.ts'
import { latenesses } from '../../kernel/task/lateness.ts'
import type { Context } from '../operation.ts'
import { dayText, id } from '../values.ts'
import { type AsOf, asOf, type Narrowing, waitings } from './ports.ts'

/** What narrows given-out work, for the list and for the board alike: a number and the rows behind it are asked the same. [BRD-6] */
export const narrowingFields = {
  lateness: z
    .enum([...latenesses, 'in-force', 'cancelled'])
    .optional()
    .meta({ description: 'in-force: any of the six classes; cancelled: in none' }),
  lead: z.string().max(300).optional().meta({ description: 'name of the lead' }),
  body: z.string().max(80).optional().meta({ description: 'the lead in the register of organisations; «-»: not in it' }),
  document: id.optional(),
  q: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'words, or their beginnings, of the title, the sentence, the code or the number; marks or not' }),
  dueFrom: dayText.optional().meta({ description: 'due on this day or later' }),
  dueTo: dayText.optional().meta({ description: 'due on this day or earlier' }),
  waiting: z
    .enum(waitings)
    .optional()
    .meta({ description: 'waits for a decision: on a claim, a dispute, an extension, or of the leaders' }),
  neighbour: z.string().max(80).optional().meta({ description: 'a province whose bodies hold a part of the work' }),
  mine: z
    .enum(['lead', 'help'])
    .optional()
    .meta({ description: 'lead: led by a body that whoever asks serves; help: open work of others in which such a body has a part' }),
  returned: z.literal('yes').optional().meta({ description: 'claimed, and given back to be done better' }),
  on: dayText.optional().meta({ description: 'today when absent; of a past day as things stood by the facts known then' }),
}

type Given = { readonly [name in keyof typeof narrowingFields]?: z.infer<(typeof narrowingFields)[name]> }

export function readNarrowing(given: Given, context: Context): Result<Narrowing & AsOf, Refusal> {
  const on = dayIn(given.on)
  if (!on.ok) return on
  const dueFrom = dayIn(given.dueFrom)
  if (!dueFrom.ok) return dueFrom
  const dueTo = dayIn(given.dueTo)
  if (!dueTo.ok) return dueTo
  return ok({
    lateness: given.lateness ?? null,
    lead: given.lead ?? null,
    body: given.body ?? null,
    document: given.document ?? null,
    q: given.q ?? null,
    dueFrom: dueFrom.value,
    dueTo: dueTo.value,
    waiting: given.waiting ?? null,
    neighbour: given.neighbour ?? null,
    bodies: given.mine === undefined ? null : context.who.bodies,
    helping: given.mine === 'help',
    returned: given.returned !== undefined,
    ...asOf(on.value ?? context.today, context.today),
  })
}

/** Of a past day the facts are walked, many times as long as the rows of today are counted. */
export function isOfPast({ on }: { readonly on?: string | undefined }, { today }: Context): boolean {
  const read = on === undefined ? null : parseDay(on)
  return read !== null && read < today
}

function dayIn(text: string | undefined): Result<Day | null, Refusal> {
  if (text === undefined) return ok(null)
  const read = parseDay(text)
  return read === null ? refuse({ code: 'bad-day', data: { value: text } }) : ok(read)
}
