import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWorkingDays, type Calendar, isWorkingDay, workingDaysBetween } from './calendar.ts'
import { type Day, day, fromDayNumber } from './day.ts'

/** Reunification Day 2024: 29-4 was closed, 4-5, a Saturday, worked in its place. */
const spring2024: Calendar = new Map([
  [day('2024-04-29'), 'closed'],
  [day('2024-04-30'), 'closed'],
  [day('2024-05-01'), 'closed'],
  [day('2024-05-04'), 'worked'],
])

const days = fc.integer({ min: 18_262, max: 20_818 }).map(fromDayNumber) // 2020 to 2026
const calendars: fc.Arbitrary<Calendar> = fc
  .array(fc.tuple(days, fc.constantFrom('closed' as const, 'worked' as const, 'ordinary' as const)), { maxLength: 200 })
  .map((entries) => new Map(entries))
const few = fc.integer({ min: 0, max: 90 })

test('[PER-4] a made-up Saturday is worked, a moved Monday is not', () => {
  expect(['2024-04-28', '2024-04-29', '2024-05-02', '2024-05-04', '2024-05-05'].map((d) => isWorkingDay(spring2024, day(d)))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
})

test('[PER-5] three working days from Friday 26-4-2024 end on the made-up Saturday', () => {
  expect(addWorkingDays(spring2024, day('2024-04-26'), 3)).toBe('2024-05-04')
})

test('[PER-5] no working days from a day off is the next worked day', () => {
  expect(addWorkingDays(spring2024, day('2024-04-27'), 0)).toBe('2024-05-02')
})

test('[PER-5] the n-th working day is a working day, and n working days lie up to it, from every start', () => {
  fc.assert(
    fc.property(calendars, days, few, (calendar, from, n) => {
      const end = addWorkingDays(calendar, from, n)
      expect(isWorkingDay(calendar, end)).toBe(true)
      if (n > 0) expect(workingDaysBetween(calendar, from, end)).toBe(n)
    }),
  )
})

test('[PER-5] a and then b working days are a + b working days', () => {
  fc.assert(
    fc.property(calendars, days, few, fc.integer({ min: 1, max: 90 }), (calendar, from, a, b) => {
      const first = a === 0 ? from : addWorkingDays(calendar, from, a)
      expect(addWorkingDays(calendar, first, b)).toBe(addWorkingDays(calendar, from, a + b))
    }),
  )
})

// found on 25-11-2026 by the law below: back over a weekend was -0
test('[PER-5] no working days back over a weekend are 0', () => {
  expect(workingDaysBetween(spring2024, day('2024-04-28'), day('2024-04-26'))).toBe(0)
})

test('[PER-5] working days between three days add up', () => {
  fc.assert(
    fc.property(calendars, days, days, days, (calendar, a, b, c) => {
      expect(workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c)).toBe(workingDaysBetween(calendar, a, c))
    }),
  )
})

test('[PER-8] a corrected day moves no sum that ends before it or begins on it or later', () => {
  fc.assert(
    fc.property(calendars, days, fc.integer({ min: 1, max: 90 }), days, (calendar, from, n, corrected) => {
      const end = addWorkingDays(calendar, from, n)
      const kind = isWorkingDay(calendar, corrected) ? 'closed' : 'worked'
      const after = new Map<Day, 'closed' | 'worked' | 'ordinary'>([...calendar, [corrected, kind]])
      const moved = addWorkingDays(after, from, n) !== end
      // a worked day more is reached only inside the sum; one fewer only when it was counted
      expect(moved).toBe(from < corrected && corrected <= end)
    }),
  )
})
