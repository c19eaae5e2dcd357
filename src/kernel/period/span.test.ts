import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, day, fromDayNumber } from './day.ts'
import { holdsOn, overlaps } from './span.ts'

const days = fc.integer({ min: 18_000, max: 21_000 }).map(fromDayNumber)

test('[PER-1] a unit that ended on 1-7-2025 held on 30-6 and no longer on 1-7', () => {
  const span = { from: null, to: day('2025-07-01') }
  expect([holdsOn(span, day('2025-06-30')), holdsOn(span, day('2025-07-01'))]).toEqual([true, false])
})

test('[PER-1] spans that follow one another hold each day exactly once, and do not overlap', () => {
  fc.assert(
    fc.property(fc.uniqueArray(days, { minLength: 1, maxLength: 6 }), days, (cuts, on) => {
      const sorted: readonly Day[] = [...cuts].sort()
      const spans = [null, ...sorted].map((from, i) => ({ from, to: sorted[i] ?? null }))
      expect(spans.filter((span) => holdsOn(span, on))).toHaveLength(1)
      expect(spans.flatMap((a, i) => spans.slice(i + 1).filter((b) => overlaps(a, b)))).toEqual([])
    }),
  )
})
