import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, dateOf, day, fromDayNumber } from '../period/day.ts'
import { reporting } from '../period/regime.ts'
import { firstDue, type NextDue, nextDue } from './recurrence.ts'
import type { Every } from './task.ts'

const NONE = new Map()
/** The next few days of work that was due on one. */
function after(every: Every, first: string, rule: string, n: number): readonly string[] {
  const days: Day[] = []
  let next: Pick<NextDue, 'day' | 'rule'> | null = { day: day(first), rule }
  while (next !== null && days.length < n) {
    next = nextDue(every, { ...next, anchor: day(first), words: null }, NONE)
    if (next !== null) days.push(next.day)
  }
  return days
}

test('[TSK-17] the last of a month stays the last, whatever short months lie between', () => {
  expect(after('P6M', '2022-08-31', 'inclusive', 4)).toEqual(['2023-02-28', '2023-08-31', '2024-02-29', '2024-08-31'])
  expect(after('P1M', '2023-01-31', 'inclusive', 4)).toEqual(['2023-02-28', '2023-03-31', '2023-04-30', '2023-05-31'])
  expect(after('P3M', '2023-03-31', 'typed', 3)).toEqual(['2023-06-30', '2023-09-30', '2023-12-31'])
})

test('[TSK-17] a day that was set keeps its date, though a report happens to be due on it', () => {
  expect(after('P1M', '2026-06-16', 'inclusive', 3)).toEqual(['2026-07-16', '2026-08-16', '2026-09-16'])
  expect(after('P6M', '2022-06-16', 'typed', 2)).toEqual(['2022-12-16', '2023-06-16'])
})

test('[TSK-22] by the regime it is the half year, the year, the half year: each within two working days after the cut-off', () => {
  expect(firstDue('P6M', day('2022-05-05'), '6 tháng', NONE)).toEqual({
    day: '2022-06-16',
    rule: 'report-period',
    words: '6 tháng',
    term: { from: '2022-06-14', days: 2 },
  })
  expect(after('P6M', '2022-06-16', 'report-period', 4)).toEqual(['2022-12-16', '2023-06-16', '2023-12-18', '2024-06-18'])
  expect(after('P1M', '2026-06-16', 'report-period', 3)).toEqual(['2026-07-16', '2026-08-18', '2026-09-16'])
  expect([firstDue('P1W', day('2022-05-05'), null, NONE), firstDue('standing', day('2022-05-05'), null, NONE)]).toEqual([null, null])
})

test('[TSK-17] law: a next day is later, keeps its date or is the last of its month; of the regime it has a term that a calendar can move', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reporting), fc.integer({ min: 18_000, max: 22_000 }).map(fromDayNumber), (every, first) => {
      const next = nextDue(every, { day: first, anchor: first, rule: 'inclusive', words: null }, NONE)
      if (next === null) throw new Error('a period has a next day')
      expect(next.day > first && (dateOf(next.day) === dateOf(first) || dateOf(addDays(next.day, 1)) === 1)).toBe(true)
      const reported = nextDue(every, { day: first, anchor: first, rule: 'report-period', words: null }, NONE)
      expect([reported?.day !== undefined && reported.day > first, reported?.term?.days]).toEqual([true, 2])
    }),
  )
})
