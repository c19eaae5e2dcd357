import { addWorkingDays, type Calendar } from './calendar.ts'
import { addDays, type Day, dateOf, day, monthOf, yearOf } from './day.ts'

/**
 * Reporting periods as the regime of administrative reports has them: not calendar halves. [PER-6]
 *
 * Data are closed on the 14th: a month runs from the 15th of the month before; a quarter from the 15th of the month before it;
 * six months 15-12 of the year before → 14-6; the year, cumulative, 15-12 of the year before → 14-12. There is no period
 * 15-6 → 14-12: work «mỗi 6 tháng» falls due for the first, then for the year. Both ends belong to the period; the span is
 * half-open, so `to` is the day after the cut-off. Source: Nghị định 09/2019/NĐ-CP, Điều 12.
 */
export type ReportPeriod = {
  /** `2022-m05`, `2022-q2`, `2022-h1`, `2022-y`. */
  readonly code: string
  readonly from: Day
  readonly to: Day
  /** The last day of which data are taken. */
  readonly cutOff: Day
}

/** How often the regime has reports made. */
export const reporting = ['P1M', 'P3M', 'P6M', 'P1Y'] as const
export type Reporting = (typeof reporting)[number]

/** The 15th, so many months after January of that year; negative ones lie in the years before. */
const fifteenth = (year: number, months: number): Day => {
  const y = year + Math.floor(months / 12)
  return day(`${y}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}-15`)
}

/** @param last the month in which the data are closed, 1 to 12; @param months how long it is */
const closedIn = (code: string, year: number, last: number, months: number): ReportPeriod => {
  const to = fifteenth(year, last - 1)
  return { code, from: fifteenth(year, last - 1 - months), to, cutOff: addDays(to, -1) }
}

export const month = (year: number, n: number): ReportPeriod => closedIn(`${year}-m${String(n).padStart(2, '0')}`, year, n, 1)
export const quarter = (year: number, n: number): ReportPeriod => closedIn(`${year}-q${n}`, year, n * 3, 3)
export const halfYear = (year: number): ReportPeriod => closedIn(`${year}-h1`, year, 6, 6)
export const wholeYear = (year: number): ReportPeriod => closedIn(`${year}-y`, year, 12, 12)

/** The next period that such a report is made for: the first whose cut-off is on or after that day. [PER-7] */
export function nextReport(every: Reporting, on: Day): ReportPeriod {
  const year = yearOf(on)
  const found = [...periodsOf(every, year), ...periodsOf(every, year + 1)].find((period) => period.cutOff >= on)
  if (found === undefined) throw new RangeError(`no period is closed after ${on}`)
  return found
}

function periodsOf(every: Reporting, year: number): readonly ReportPeriod[] {
  switch (every) {
    case 'P1M':
      return Array.from({ length: 12 }, (_, i) => month(year, i + 1))
    case 'P3M':
      return Array.from({ length: 4 }, (_, i) => quarter(year, i + 1))
    case 'P6M':
      return [halfYear(year), wholeYear(year)]
    case 'P1Y':
      return [wholeYear(year)]
  }
}

/** Working days after the cut-off within which the report is sent, where its regime names no other. Source: Khánh Hòa, Quyết định 01/2023. [PER-11] */
export const SENT_WITHIN = 2

/** The last day on which the report of a period is in time. */
export const reportDue = ({ cutOff }: ReportPeriod, calendar: Calendar): Day => addWorkingDays(calendar, cutOff, SENT_WITHIN)

/** In how many months the calendar has a period of its own end. */
const MONTHS: Readonly<Record<Reporting, number>> = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 }

/**
 * The period of the regime that a day at the end of a calendar month, quarter, half or year misses: 30-6 for a half year that was
 * closed on 14-6. A person is warned, and may mean it. [PER-12]
 *
 * @returns null: the day is no end of a calendar period
 */
export function calendarEnd(every: Reporting, due: Day): ReportPeriod | null {
  const next = addDays(due, 1)
  if (dateOf(next) !== 1 || (monthOf(next) - 1) % MONTHS[every] !== 0) return null
  return periodsOf(every, yearOf(due)).findLast((period) => period.cutOff <= due) ?? null
}
