import type { Calendar } from '../period/calendar.ts'
import { addDays, addMonths, type Day } from '../period/day.ts'
import { nextReport, type Reporting, type ReportPeriod, reportDue, reporting, SENT_WITHIN } from '../period/regime.ts'
import type { ReadDue } from './due-day.ts'
import type { Every } from './task.ts'

/**
 * Recurring work without a day of its own is due as the regime of reports has it: first for the period under way on the day
 * it is given out. [TSK-22] Work of every day or week, and standing work, gets no day: nothing says which.
 *
 * @param words the period as the directive names it
 */
export function firstDue(every: Every, given: Day, words: string | null, calendar: Calendar): ReadDue | null {
  if (!isReporting(every)) return null
  const period = nextReport(every, given)
  return { day: reportDue(period, calendar), rule: 'report-period', words, term: { from: period.cutOff, days: SENT_WITHIN } }
}

/**
 * When recurring work falls due after it was due on `last`; null for standing work. Month ends clamp. [TSK-17]
 *
 * What was due with the report of a period is due with that of the next: six-monthly work after the half year to 14-6 with
 * the year to 14-12, never for 15-6 to 14-12. A day that the directive set is moved by its period.
 */
export function nextDue(every: Every, last: Day, calendar: Calendar): Day | null {
  if (isReporting(every)) {
    const period = reportedOn(every, last, calendar)
    if (period !== null) return reportDue(nextReport(every, period.to), calendar)
  }
  switch (every) {
    case 'P1D':
      return addDays(last, 1)
    case 'P1W':
      return addDays(last, 7)
    case 'P2W':
      return addDays(last, 14)
    case 'P1M':
      return addMonths(last, 1)
    case 'P3M':
      return addMonths(last, 3)
    case 'P6M':
      return addMonths(last, 6)
    case 'P1Y':
      return addMonths(last, 12)
    case 'standing':
      return null
  }
}

const isReporting = (every: Every): every is Reporting => reporting.some((one) => one === every)

/** No report is sent later after its cut-off, the longest holidays between counted. */
export const LATEST = 20
/** The period whose report is due on that day; null: it is no such day. */
function reportedOn(every: Reporting, due: Day, calendar: Calendar): ReportPeriod | null {
  const period = nextReport(every, addDays(due, -LATEST))
  return reportDue(period, calendar) === due ? period : null
}
