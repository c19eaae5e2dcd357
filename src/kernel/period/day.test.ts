import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dateOf,
  day,
  dayAt,
  daysBetween,
  formatDay,
  fromDayNumber,
  lastOfMonth,
  monthOf,
  parseDay,
  yearOf,
} from './day.ts'

const days = fc.integer({ min: 0, max: 40_000 }).map(fromDayNumber)

test('[PER-2] a day is read as it is written here, day before month', () => {
  expect(['2025-07-01', '1/7/2025', '01-07-2025', '1.7.2025'].map(parseDay)).toEqual(Array(4).fill('2025-07-01'))
})

test('[PER-2] what is no day is null, not the day after', () => {
  expect(['31/2/2022', '2025-13-01', '29-02-2023', '2025-7', 'hôm nay', ''].map(parseDay)).toEqual(Array(6).fill(null))
})

test('[PER-2] what is written out is read back', () => {
  fc.assert(
    fc.property(days, (d) => {
      expect([parseDay(d), parseDay(formatDay(d))]).toEqual([d, d])
    }),
  )
})

test('[PER-2] an evening in London is the next day here', () => {
  expect(dayAt(new Date('2026-06-30T17:00:00Z'))).toBe('2026-07-01')
})

test('[PER-2] days added and days between are each the inverse of the other', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (d, n) => {
      expect(daysBetween(d, addDays(d, n))).toBe(n)
    }),
  )
})

test('[PER-3] 31 August and six months is the last of February', () => {
  expect([addMonths(day('2022-08-31'), 6), addMonths(day('2023-08-31'), 6)]).toEqual(['2023-02-28', '2024-02-29'])
})

test('[PER-3] months added keep the date, or clamp to the last of the month', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -60, max: 60 }), (d, n) => {
      const there = addMonths(d, n)
      expect((yearOf(there) - yearOf(d)) * 12 + monthOf(there) - monthOf(d)).toBe(n)
      expect(dateOf(there)).toBe(Math.min(dateOf(d), lastOfMonth(yearOf(there), monthOf(there))))
    }),
  )
})
