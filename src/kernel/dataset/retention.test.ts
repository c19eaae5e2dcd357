import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../period/day.ts'
import { goneBy, type Retention } from './retention.ts'

const versions = ['2025-01-10', '2025-02-10', '2025-02-10', '2025-05-01'].map((on, i) => ({ n: i + 1, on: day(on) }))
const since = (text: string): Retention => ({ rule: 'since', last: null, since: day(text) })

test('[DAT-45] all are kept where nobody decided; of the last so many the others go', () => {
  expect([
    goneBy({ rule: 'all', last: null, since: null }, versions),
    goneBy({ rule: 'last', last: 2, since: null }, versions),
    goneBy({ rule: 'last', last: 9, since: null }, versions),
  ]).toEqual([[], [1, 2], []])
})

test('[DAT-45] what was shown on the day from which versions are kept can still be read', () => {
  expect(
    [since('2025-03-01'), since('2025-02-10'), since('2024-12-31'), since('2026-01-01')].map((rule) => goneBy(rule, versions)),
  ).toEqual([[1, 2], [1], [], [1, 2, 3]])
})

test('[DAT-45] the current one always stays, and what is kept has no hole', () => {
  const first: Day = day('2024-01-01')
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 30 }),
      fc.nat({ max: 500 }),
      fc.integer({ min: 1, max: 40 }),
      (days, from, last) => {
        const all = days.toSorted((a, b) => a - b).map((n, i) => ({ n: i + 1, on: addDays(first, n) }))
        for (const rule of [
          { rule: 'last', last, since: null },
          { rule: 'since', last: null, since: addDays(first, from) },
        ] as const) {
          const gone = goneBy(rule, all)
          expect(gone).toEqual(Array.from({ length: gone.length }, (_, i) => i + 1))
          expect(gone.length).toBeLessThan(all.length)
        }
      },
    ),
  )
})
