import { expect, test } from 'vitest'
import { day } from '../period/day.ts'
import { firstDayOf, periodWordsOf } from './period-day.ts'
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

/** The days of work, one accepted after another. */
function after(every: Every, words: string, given: string, n: number): readonly string[] {
  const days: string[] = []
  let due = firstDue(every, day(given), words, new Map())
  while (due?.day != null && days.length < n) {
    days.push(due.day)
    const next = nextDue(every, { day: due.day, anchor: due.day, rule: due.rule, words }, new Map())
    due = next === null ? null : { ...next, words }
  }
  return days
}

test.each([
  ['P1M', 'ngày 31 hằng tháng', '2027-02-05', ['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
  ['P1M', 'trước ngày 01 hằng tháng', '2027-02-05', ['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
  ['P1Y', 'ngày 29/02 hằng năm', '2027-02-05', ['2027-02-28', '2028-02-29', '2029-02-28']],
  ['P3M', 'hằng quý, trước ngày 20/3, 20/6, 20/9, 20/12', '2026-11-23', ['2026-12-19', '2027-03-19', '2027-06-19', '2027-09-19']],
  ['P6M', 'định kỳ 6 tháng, trước ngày 10/6, 10/12', '2026-11-23', ['2026-12-09', '2027-06-09', '2027-12-09']],
] as const)('[TSK-49] %s «%s», given out on %s: a day that was short shortens none after it', (every: Every, words, given, days) => {
  expect(after(every, words, given, days.length)).toEqual(days)
})

test.each([
  ['P6M', 'định kỳ 6 tháng', 'báo cáo định kỳ 6 tháng (trước ngày 10/6 và 10/12)', 'định kỳ 6 tháng, trước ngày 10/6, 10/12'],
  ['P3M', 'hằng quý', 'báo cáo hằng quý vào ngày 20/3, 20/6, 20/9 và 20/12', 'hằng quý, ngày 20/3, 20/6, 20/9, 20/12'],
  ['P1M', 'hằng tháng', 'báo cáo kết quả ngày 30 hằng tháng', 'hằng tháng, ngày 30 hằng tháng'],
  ['P1M', 'trước ngày 25 hằng tháng', 'báo cáo trước ngày 25 hằng tháng', 'trước ngày 25 hằng tháng'],
  ['P3M', 'ngày 20 của tháng cuối quý', 'báo cáo trước ngày 20 của tháng cuối quý', 'trước ngày 20 của tháng cuối quý'],
  // not the days of a whole year a period apart
  ['P3M', 'hằng quý', 'báo cáo hằng quý kết quả từ ngày 10/6 đến ngày 10/12', 'hằng quý'],
  ['P6M', 'định kỳ 6 tháng', 'báo cáo định kỳ 6 tháng kết quả các đợt ngày 10/6 và 10/9', 'định kỳ 6 tháng'],
  ['P6M', 'định kỳ 6 tháng', 'thực hiện Công văn ngày 10/6/2026, báo cáo định kỳ 6 tháng', 'định kỳ 6 tháng'],
] as const)('[TSK-49] %s «%s» in «%s»: %s', (every: Every, words, sentence, found) => {
  expect(periodWordsOf(every, words, sentence)).toBe(found)
})
