import { addDays, addMonths, type Day } from '../period/day.ts'
import { nextSixMonthly } from '../period/regime.ts'
import type { Every } from './task.ts'

/**
 * When recurring work falls due after it was due on `last`; null for standing work. Month ends clamp. [TSK-17]
 *
 * Six-monthly and yearly work follows the reporting regime, not calendar halves: after the half year to 14-6 comes the year to
 * 14-12, never 15-6 to 14-12. The days between cut-off and due day stay as they were given.
 */
export function nextDue(every: Every, last: Day): Day | null {
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
    case 'P6M': {
      const gap = daysAfterCutOff(last)
      return gap === null ? addMonths(last, 6) : addDays(nextSixMonthly(last).cutOff, gap)
    }
    case 'P1Y':
      return addMonths(last, 12)
    case 'standing':
      return null
  }
}

/** A due day within a month after a cut-off belongs to that period; another was set by the directive itself. */
const MONTH = 31
function daysAfterCutOff(due: Day): number | null {
  for (let gap = 0; gap <= MONTH; gap += 1) if (nextSixMonthly(addDays(due, -gap)).cutOff === addDays(due, -gap)) return gap
  return null
}
