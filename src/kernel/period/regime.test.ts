import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkingDay } from './calendar.ts'
import { addDays, day, fromDayNumber } from './day.ts'
import { halfYear, month, nextReport, quarter, reportDue, reporting, wholeYear } from './regime.ts'
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
  const first = nextReport('P6M', day('2022-05-05'))
  const second = nextReport('P6M', first.to)
  const third = nextReport('P6M', second.to)
  expect([first.code, second.code, third.code]).toEqual(['2022-h1', '2022-y', '2023-h1'])
})

test('[PER-7] every day lies in the period that its report is made for', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reporting), days, (every, on) => {
      expect(holdsOn(nextReport(every, on), on)).toBe(true)
    }),
  )
})

test('[PER-6] months and quarters are closed on the 14th too, and the first of a year begins in the year before', () => {
  expect([month(2026, 1), quarter(2026, 1), quarter(2026, 4)]).toEqual([
    { code: '2026-m01', from: '2025-12-15', to: '2026-01-15', cutOff: '2026-01-14' },
    { code: '2026-q1', from: '2025-12-15', to: '2026-03-15', cutOff: '2026-03-14' },
    { code: '2026-q4', from: '2026-09-15', to: '2026-12-15', cutOff: '2026-12-14' },
  ])
})

test('[PER-11] the report of the half year 2022 is due on Thursday, 16-6-2022; a cut-off on a Saturday counts from Monday', () => {
  expect([halfYear(2022), halfYear(2025)].map((period) => reportDue(period, new Map()))).toEqual(['2022-06-16', '2025-06-17'])
})

test('[PER-11] a report is due on a working day after its cut-off, before the next one is closed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reporting), days, (every, on) => {
      const period = nextReport(every, on)
      const due = reportDue(period, new Map())
      expect([isWorkingDay(new Map(), due), due > period.cutOff, due <= nextReport(every, period.to).cutOff]).toEqual([true, true, true])
    }),
  )
})
