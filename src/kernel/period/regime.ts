import { type Day, day, yearOf } from './day.ts'

/**
 * Reporting periods as the regime of administrative reports has them: not calendar halves. [PER-6]
 *
 * Six months: 15-12 of the year before → 14-6; the year, cumulative: 15-12 of the year before → 14-12. There is no period
 * 15-6 → 14-12: work «mỗi 6 tháng» falls due for the first, then for the year. Both ends belong to the period; the span is
 * half-open, so `to` is the day after the cut-off.
 */
export type ReportPeriod = {
  /** `2022-h1`, `2022-y`. */
  readonly code: string
  readonly from: Day
  readonly to: Day
  /** The last day of which data are taken. */
  readonly cutOff: Day
}

export const halfYear = (year: number): ReportPeriod => ({
  code: `${year}-h1`,
  from: day(`${year - 1}-12-15`),
  to: day(`${year}-06-15`),
  cutOff: day(`${year}-06-14`),
})
export const wholeYear = (year: number): ReportPeriod => ({
  code: `${year}-y`,
  from: day(`${year - 1}-12-15`),
  to: day(`${year}-12-15`),
  cutOff: day(`${year}-12-14`),
})

/** The next period that a six-monthly report is made for: the one whose cut-off is on or after that day. [PER-7] */
export function nextSixMonthly(on: Day): ReportPeriod {
  const year = yearOf(on)
  const candidates = [halfYear(year), wholeYear(year), halfYear(year + 1)]
  return candidates.find((period) => period.cutOff >= on) ?? halfYear(year + 1)
}
