import { expect, test } from 'vitest'
import { day } from '../period/day.ts'
import { readDue } from './due-day.ts'

const issued = day('2022-08-31')

test('[TSK-5] «trước ngày 15/6/2022»: the last day in time is 14-6, and the words are kept', () => {
  expect(readDue({ kind: 'day', text: 'trước ngày 15/6/2022', date: day('2022-06-15'), before: true }, issued, new Map())).toEqual({
    day: '2022-06-14',
    rule: 'before',
    words: 'trước ngày 15/6/2022',
  })
})

test('[TSK-5] before an hour of a day means that day: «trước 17 giờ 00 ngày 12/11/2026», «trước 24h ngày 11/11»', () => {
  const read = (text: string, date: string) => readDue({ kind: 'day', text, date: day(date), before: true }, issued, new Map())
  expect(
    [read('trước 17 giờ 00 ngày 12/11/2026', '2026-11-12'), read('xong trước 24h ngày 11/11', '2026-11-11')].map((due) => [
      due.day,
      due.rule,
    ]),
  ).toEqual([
    ['2026-11-12', 'before-hour'],
    ['2026-11-11', 'before-hour'],
  ])
})

test('[TSK-5] «chậm nhất ngày 15/6/2022» keeps its day', () => {
  expect(readDue({ kind: 'day', text: 'chậm nhất ngày 15/6/2022', date: day('2022-06-15'), before: false }, issued, new Map()).day).toBe(
    '2022-06-15',
  )
})

test('[TSK-6] six months from 31-8 end on 28-2: month ends clamp', () => {
  expect(readDue({ kind: 'relative', text: 'sau 6 tháng', date: null, before: false, months: 6 }, issued, new Map())).toEqual({
    day: '2023-02-28',
    rule: 'months-from-issue',
    words: 'sau 6 tháng',
  })
})

test('[TSK-6] «trong vòng 10 ngày» without a day of issue has no day, and says why', () => {
  expect(readDue({ kind: 'relative', text: 'trong vòng 10 ngày', date: null, before: false, days: 10 }, null, new Map())).toEqual({
    day: null,
    rule: 'relative-unknown-start',
    words: 'trong vòng 10 ngày',
  })
})

test('[TSK-4] no words, no due day', () => {
  expect(readDue({ kind: 'none', text: null, date: null, before: false }, issued, new Map())).toEqual({
    day: null,
    rule: 'not-stated',
    words: null,
  })
})

test('[TSK-6] «trong vòng 5 ngày làm việc» from 28-4-2023 ends on 10-5: weekends and the holidays of 1 to 3 May do not count', () => {
  const holidays = new Map(['2023-05-01', '2023-05-02', '2023-05-03'].map((closed) => [day(closed), 'closed'] as const))
  const due = { kind: 'relative', text: 'trong vòng 5 ngày làm việc', date: null, before: false, days: 5, working: true } as const
  expect(readDue(due, day('2023-04-28'), holidays)).toEqual({
    day: '2023-05-10',
    rule: 'working-days-from-issue',
    words: 'trong vòng 5 ngày làm việc',
    term: { from: '2023-04-28', days: 5 },
  })
})
