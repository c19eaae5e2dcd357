import { type Refusal, sentence } from '../../../base/refusals.ts'
import { type Day, parseDay } from '../../../kernel/period/day.ts'
import type { Asked } from '../page.ts'

/** The day a register page is asked about: `?ngay=01/07/2025` or `2025-07-01`; today when there is none or it is no day. */
export interface AskedDay {
  readonly on: Day
  /** As typed, for the field. */
  readonly typed: string
  /** The sentence for a day that is none. */
  readonly error: string | null
  /** The same as a refusal: a file or JSON is not made of another day than was asked for. */
  readonly refusal: Refusal | null
  /** True when the address names a day. */
  readonly isGiven: boolean
}

export function askedDay(asked: Asked): AskedDay {
  const given = (asked.query.get('ngay') ?? '').trim()
  const { today } = asked.context
  if (given === '') return { on: today, typed: today, error: null, refusal: null, isGiven: false }
  const on = parseDay(given)
  const refusal: Refusal = { code: 'bad-day', data: { value: given } }
  return on === null
    ? { on: today, typed: given, error: sentence(refusal, asked.language), refusal, isGiven: false }
    : { on, typed: on, error: null, refusal: null, isGiven: true }
}
