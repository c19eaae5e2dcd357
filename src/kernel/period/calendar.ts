import { addDays, type Day, dayNumber, fromDayNumber, weekday } from './day.ts'

/**
 * Working days: Monday to Friday, but for closed days, and with the Saturdays worked to make up. [PER-4]
 * What is closed and worked is data with versions; a calendar here is what was in force, as a map of the exceptions.
 */
export type Calendar = ReadonlyMap<Day, 'closed' | 'worked' | 'ordinary'>

export function isWorkingDay(calendar: Calendar, d: Day): boolean {
  const exception = calendar.get(d)
  if (exception === 'closed') return false
  if (exception === 'worked') return true
  const day = weekday(d)
  return day >= 1 && day <= 5
}

/**
 * The n-th working day after `from`, which itself does not count. [PER-5]
 *
 * @param n 0 or more; with 0 the day itself, or the next working day when it is none
 * @cost O(days walked)
 */
export function addWorkingDays(calendar: Calendar, from: Day, n: number): Day {
  let d = from
  let left = n
  if (left === 0) while (!isWorkingDay(calendar, d)) d = addDays(d, 1)
  while (left > 0) {
    d = addDays(d, 1)
    if (isWorkingDay(calendar, d)) left -= 1
  }
  return d
}

/** How many working days lie in (from, to]; negative when `to` is before `from`. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from) // a minus sign alone would make -0 of none
  let count = 0
  for (let n = dayNumber(from) + 1; n <= dayNumber(to); n += 1) if (isWorkingDay(calendar, fromDayNumber(n))) count += 1
  return count
}
