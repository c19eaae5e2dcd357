import type { Calendar } from '../period/calendar.ts'
import { addDays, addMonths, type Day, dateOf, lastOfMonth, monthOf, yearOf } from '../period/day.ts'
import { nextReport, type Reporting, type ReportPeriod, reportDue, reporting, SENT_WITHIN } from '../period/regime.ts'
import type { ReadDue } from './due-day.ts'
import { firstDayOf } from './period-day.ts'
import type { Every } from './task.ts'

/**
 * Recurring work without a day of its own is due as the regime of reports has it: first for the period under way on the day
 * it is given out. [TSK-22] Where the words of the period name a day, that day. [TSK-47] Work of every day or week, and standing work, gets no day: nothing says which.
 *
 * @param words the period as the directive names it
 */
export function firstDue(every: Every, given: Day, words: string | null, calendar: Calendar): ReadDue | null {
  const named = firstDayOf(every, words, given)
  if (named !== null) return { day: named, rule: BY_WORDS, words }
  return isReporting(every) ? { ...dueOf(nextReport(every, given), calendar), words } : null
}

/** The occurrence under way, as far as the next one follows from it. */
export type Occurrence = {
  /** Its day, before any extension. */
  readonly day: Day
  /** The day that the directive or a person set: the date of the month that every later one keeps. */
  readonly anchor: Day
  /** How `day` was found; only work by the regime, or by the words of its period, goes on by it, whatever day a person has set. */
  readonly rule: string
  /** The period as the directive names it. */
  readonly words: string | null
}
export type NextDue = Pick<ReadDue, 'rule' | 'term'> & { readonly day: Day }

/**
 * When recurring work falls due next; null for standing work. [TSK-17]
 *
 * By the regime with the report of the next period: six-monthly work after the half year to 14-6 with the year to 14-12, never
 * for 15-6 to 14-12. By the words of the period on the next day that they name: a month that was short shortens none after it.
 * [TSK-49] Otherwise a period later, on the date of its anchor: after the last of a short month again the 31st.
 */
export function nextDue(every: Every, { day, anchor, rule, words }: Occurrence, calendar: Calendar): NextDue | null {
  const named = rule === BY_WORDS ? firstDayOf(every, words, addDays(day, 1)) : null
  if (named !== null) return { day: named, rule: BY_WORDS }
  if (rule === BY_REGIME && isReporting(every)) return dueOf(nextReport(every, day), calendar)
  const next = later(every, day, dateOf(anchor))
  return next === null ? null : { day: next, rule: 'recurrence' }
}

function later(every: Every, day: Day, date: number): Day | null {
  switch (every) {
    case 'P1D':
      return addDays(day, 1)
    case 'P1W':
      return addDays(day, 7)
    case 'P2W':
      return addDays(day, 14)
    case 'P1M':
      return onDate(addMonths(day, 1), date)
    case 'P3M':
      return onDate(addMonths(day, 3), date)
    case 'P6M':
      return onDate(addMonths(day, 6), date)
    case 'P1Y':
      return onDate(addMonths(day, 12), date)
    case 'standing':
      return null
  }
}

/** That date of the month of a day, or its last. */
const onDate = (day: Day, date: number): Day => addDays(day, Math.min(date, lastOfMonth(yearOf(day), monthOf(day))) - dateOf(day))

const isReporting = (every: Every): every is Reporting => reporting.some((one) => one === every)

const BY_REGIME = 'report-period'
const BY_WORDS = 'period-day'
const dueOf = (period: ReportPeriod, calendar: Calendar): NextDue => ({
  day: reportDue(period, calendar),
  rule: BY_REGIME,
  term: { from: period.cutOff, days: SENT_WITHIN },
})
