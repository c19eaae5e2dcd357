import type { Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import { addDays, type Day } from '../kernel/period/day.ts'
import type { Span } from '../kernel/period/span.ts'
import { dayOr } from './day-or.ts'
import type { Context } from './operation.ts'
import { dayText } from './values.ts'

/** Forward to successors, back to predecessors; of places and of organisations alike. */
export type Direction = 'forward' | 'back'

export const followedOn = dayText.optional().meta({ description: 'successors: today when absent; predecessors: the day before it began' })

/**
 * The one whose succession is asked about, and the day it is followed to: the one that was given, else today, else the last
 * before it began. Refuses `not-found` and `bad-day`.
 */
export function startOf<One extends Span>(
  own: One | null,
  what: { readonly vi: string; readonly en: string },
  given: string | undefined,
  direction: Direction,
  context: Pick<Context, 'today' | 'language'>,
): Result<{ readonly own: One; readonly on: Day }, Refusal> {
  if (own === null) return refuse({ code: 'not-found', data: { what: what[context.language] } })
  const on = dayOr(given, direction === 'forward' || own.from === null ? context.today : addDays(own.from, -1))
  return on.ok ? ok({ own, on: on.value }) : on
}
