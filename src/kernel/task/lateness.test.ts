import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day, fromDayNumber } from '../period/day.ts'
import { daysLate, daysLeft, lateness } from './lateness.ts'

const days = fc.integer({ min: 18_000, max: 21_000 }).map(fromDayNumber)

test('[TSK-2] work due on 31-12-2022 is due soon on 5-12-2022, in time on 1-11-2022, overdue on 1-1-2023', () => {
  const due = day('2022-12-31')
  const seen = ['2022-11-01', '2022-12-05', '2022-12-31', '2023-01-01'].map((on) => lateness(due, null, day(on)))
  expect(seen).toEqual(['in-time', 'due-soon', 'due-soon', 'overdue'])
})

test('[TSK-2] the clock stops at closing: closed in time stays in time, whatever the day asked about', () => {
  fc.assert(
    fc.property(days, fc.nat(400), fc.nat(400), fc.nat(400), (due, early, late, later) => {
      const asOf = addDays(due, later + late)
      expect(lateness(due, addDays(due, -early), asOf)).toBe('done-on-time')
      expect(lateness(due, addDays(due, late + 1), addDays(asOf, 1))).toBe('done-late')
    }),
  )
})

test('[TSK-2] closing is seen only from its day on: as of the day before, the work was open', () => {
  expect(lateness(day('2022-12-31'), day('2022-12-20'), day('2022-12-19'))).toBe('due-soon')
})

test('[TSK-4] without a due day there is no lateness, on any day, open or closed', () => {
  fc.assert(fc.property(days, fc.option(days), (asOf, closed) => lateness(null, closed, asOf) === 'no-due'))
})

test('[TSK-2] days left are negative when past, and end with the clock', () => {
  const due: Day = day('2022-12-31')
  expect([
    daysLeft(due, null, day('2022-12-05')),
    daysLeft(due, null, day('2023-02-10')),
    daysLeft(due, day('2022-12-01'), day('2022-12-05')),
  ]).toEqual([26, -41, null])
})

test('[TSK-2] the city plan: due 31-12-2022, 31 days late on 31-1-2023; approved on 2-11-2023 it stays 306 days late', () => {
  const due = day('2022-12-31')
  const closed = day('2023-11-02')
  const seen = ['2023-01-31', '2023-11-02', '2023-11-30'].map((on) => [lateness(due, closed, day(on)), daysLate(due, closed, day(on))])
  expect(seen).toEqual([
    ['overdue', 31],
    ['done-late', 306],
    ['done-late', 306],
  ])
  expect(daysLate(due, day('2022-12-30'), day('2023-05-01'))).toBeNull()
})
