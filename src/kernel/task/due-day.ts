import { addWorkingDays, type Calendar } from '../period/calendar.ts'
import { addDays, addMonths, type Day } from '../period/day.ts'

/**
 * From the words of a deadline to the last day on which the work is in time.
 *
 * «trước ngày d» names d and means the day before it; «trước 17 giờ ngày d» means d. The words are kept. [TSK-5]
 * «trong vòng n ngày» runs from the day of issue; «n ngày làm việc» by the working calendar that the caller gives. [TSK-6]
 * Words without a day («khẩn trương», «kịp thời») are no due date: a value, not a gap. [TSK-4]
 */
export type StatedDue = {
  readonly kind: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'relative' | 'none'
  readonly text: string | null
  /** The day named, or the last day of the month, quarter, half or year named. */
  readonly date: Day | null
  readonly before: boolean
  readonly days?: number
  readonly months?: number
  readonly working?: boolean
}

export type ReadDue = {
  readonly day: Day | null
  readonly rule: string
  readonly words: string | null
  /** Of a term in working days: from when, and how many; a calendar decided later moves it. Absent: the day does not depend on one. */
  readonly term?: Term
}
export type Term = { readonly from: Day; readonly days: number }

/** The longest that a directive plans: a due day beyond is a slip in the year. */
const FAR_MONTHS = 50 * 12

/** The last day that a due day of a directive may be; the first is its day of issue. [TSK-35] */
export const lastSensible = (issued: Day): Day => addMonths(issued, FAR_MONTHS)

/** «trước 17 giờ 00 ngày 12/11», «trước 24h ngày 11/11». */
const HOUR = /\d\s*(?:giờ|h)(?!\p{L})/iu

const ENDS = { day: 'inclusive', month: 'end-of-month', quarter: 'end-of-quarter', half: 'end-of-half', year: 'end-of-year' } as const

/**
 * @param issued   the directive's day of issue, from which relative deadlines run; without it they have no day
 * @param calendar exceptions of the working calendar over the term; what it does not name goes by its weekday
 */
export function readDue(due: StatedDue, issued: Day | null, calendar: Calendar): ReadDue {
  const { kind, text: words } = due
  if (kind === 'none') return { day: null, rule: 'not-stated', words }
  if (kind === 'relative') {
    if (issued === null) return { day: null, rule: 'relative-unknown-start', words }
    if (due.months !== undefined) return { day: addMonths(issued, due.months), rule: 'months-from-issue', words }
    if (due.days !== undefined && due.working === true)
      return {
        day: addWorkingDays(calendar, issued, due.days),
        rule: 'working-days-from-issue',
        words,
        ...(due.days > 0 ? { term: { from: issued, days: due.days } } : {}),
      }
    if (due.days !== undefined) return { day: addDays(issued, due.days), rule: 'days-from-issue', words }
    return { day: null, rule: 'not-stated', words }
  }
  if (due.date === null) return { day: null, rule: 'year-not-stated', words }
  if (due.before && words !== null && HOUR.test(words)) return { day: due.date, rule: 'before-hour', words }
  return due.before ? { day: addDays(due.date, -1), rule: 'before', words } : { day: due.date, rule: ENDS[kind], words }
}
