import type { Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import { type Day, parseDay } from '../kernel/period/day.ts'

/** The day that was typed, or another when none was. Refuses `bad-day`. */
export function dayOr(text: string | undefined, otherwise: Day): Result<Day, Refusal> {
  if (text === undefined) return ok(otherwise)
  const read = parseDay(text)
  return read === null ? refuse({ code: 'bad-day', data: { value: text } }) : ok(read)
}
