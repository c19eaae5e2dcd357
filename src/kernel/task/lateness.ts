import { type Day, daysBetween } from '../period/day.ts'

/**
 * Lateness is computed, never stored: f(due day, closed on, as of). [TSK-2]
 * «Sắp đến hạn» is `soonDays` or fewer, 30 unless the locality says otherwise; the page states the threshold.
 */
export const latenesses = ['overdue', 'due-soon', 'in-time', 'done-on-time', 'done-late', 'no-due'] as const
export type Lateness = (typeof latenesses)[number]
export const SOON_DAYS = 30

export function lateness(due: Day | null, closedOn: Day | null, asOf: Day, soonDays = SOON_DAYS): Lateness {
  if (due === null) return 'no-due'
  if (closedOn !== null && closedOn <= asOf) return closedOn <= due ? 'done-on-time' : 'done-late'
  if (due < asOf) return 'overdue'
  return daysBetween(asOf, due) <= soonDays ? 'due-soon' : 'in-time'
}

/** Days until the last day in time; negative when past; null without a due day or once the clock has stopped. */
export const daysLeft = (due: Day | null, closedOn: Day | null, asOf: Day): number | null =>
  due === null || (closedOn !== null && closedOn <= asOf) ? null : daysBetween(asOf, due)

/** How many days late: work still open, until the day asked about; closed work, when it was closed; null when it is not late. [TSK-2] */
export const daysLate = (due: Day | null, closedOn: Day | null, asOf: Day): number | null => {
  const end = closedOn !== null && closedOn <= asOf ? closedOn : asOf
  return due === null || end <= due ? null : daysBetween(due, end)
}
