import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, fromDayNumber } from './day.ts'
import { halfYear, nextSixMonthly, wholeYear } from './regime.ts'
import { holdsOn } from './span.ts'

const days = fc.integer({ min: 18_262, max: 20_818 }).map(fromDayNumber)

test('[PER-6] the six-month period of 2022 runs 15-12-2021 to 14-6-2022', () => {
  expect(halfYear(2022)).toEqual({ code: '2022-h1', from: '2021-12-15', to: '2022-06-15', cutOff: '2022-06-14' })
})

test('[PER-6] the year begins where the half began, and years join without a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2100 }), (year) => {
      expect(wholeYear(year).from).toBe(halfYear(year).from)
      expect(wholeYear(year).to).toBe(wholeYear(year + 1).from)
      expect(addDays(halfYear(year).cutOff, 1)).toBe(halfYear(year).to)
    }),
  )
})

test('[PER-7] from 5-5-2022 the reports are the half of 2022, the year 2022, the half of 2023', () => {
  const first = nextSixMonthly(day('2022-05-05'))
  const second = nextSixMonthly(first.to)
  const third = nextSixMonthly(second.to)
  expect([first.code, second.code, third.code]).toEqual(['2022-h1', '2022-y', '2023-h1'])
})

test('[PER-7] every day lies in the period that its report is made for', () => {
  fc.assert(
    fc.property(days, (on) => {
      expect(holdsOn(nextSixMonthly(on), on)).toBe(true)
    }),
  )
})
