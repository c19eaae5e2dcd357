import { expect, test } from 'vitest'
import { day } from '../period/day.ts'
import { firstDayOf } from './period-day.ts'
import { firstDue, nextDue } from './recurrence.ts'
import type { Every } from './task.ts'

test.each([
  ['P1M', 'trước ngày 25 hằng tháng', '2026-11-27', '2026-12-24'],
  ['P1M', 'trước ngày 25 hằng tháng', '2026-11-24', '2026-11-24'],
  ['P1M', 'vào ngày 30 hằng tháng', '2027-02-01', '2027-02-28'],
  ['P1M', 'trước ngày 01 hằng tháng', '2026-11-27', '2026-11-30'],
  ['P1M', 'trước 16 giờ ngày 25 hằng tháng', '2026-11-27', '2026-12-25'],
  ['P3M', 'ngày 20 của tháng cuối quý', '2026-11-27', '2026-12-20'],
  ['P3M', 'trước ngày 10 tháng đầu quý', '2026-11-27', '2027-01-09'],
  ['P1Y', 'trước ngày 15/12 hằng năm', '2026-12-20', '2027-12-14'],
  ['P1Y', 'ngày 15 tháng 6 hằng năm', '2026-06-15', '2026-06-15'],
  // which month of the quarter, or what day, is not said
  ['P3M', 'trước ngày 15 hằng quý', '2026-11-27', null],
  ['P1M', 'hằng tháng', '2026-11-27', null],
  ['P6M', 'định kỳ 6 tháng', '2026-11-27', null],
  ['P1M', 'ngày 42 hằng tháng', '2026-11-27', null],
] as const)('[TSK-47] %s «%s», given out on %s: %s', (every: Every, words, given, due) => {
  expect(firstDayOf(every, words, day(given))).toBe(due)
})

test('[TSK-47] the next is a month later, on the day that was named, after a short month too', () => {
  const calendar = new Map()
  const first = firstDue('P1M', day('2027-01-05'), 'ngày 31 hằng tháng', calendar)
  expect(first).toEqual({ day: '2027-01-31', rule: 'period-day', words: 'ngày 31 hằng tháng' })
  const anchor = day('2027-01-31')
  const second = nextDue('P1M', { day: anchor, anchor, rule: 'period-day' }, calendar)
  expect(second?.day).toBe('2027-02-28')
  expect(nextDue('P1M', { day: day('2027-02-28'), anchor, rule: 'recurrence' }, calendar)?.day).toBe('2027-03-31')
})
