import { addDays, type Day, dayOf, lastOfMonth, monthOf, yearOf } from '../period/day.ts'
import type { Every } from './task.ts'

/**
 * The day that the words of a period name: «trước ngày 25 hằng tháng», «ngày 20 của tháng cuối quý», «trước ngày 15/12 hằng năm».
 * Such work does not follow the regime of reports. «trước ngày d» means the day before d, as in a deadline. [TSK-5] [TSK-47]
 */
const DATE =
  /(?:(?<before>trước|chậm nhất(?: là)? trước)(?: \d{1,2} ?(?:giờ|h)(?: ?\d{2}(?: phút)?)?,?)? )?ngày (?<date>\d{1,2})(?:(?:\/|-| tháng )(?<month>\d{1,2}))?/iu
const HOUR = /\d ?(?:giờ|h)(?!\p{L})/iu
const MONTH_OF_QUARTER = /tháng (?<which>đầu|cuối)/iu

type Named = { readonly date: number; readonly month: number | null; readonly step: number; readonly offset: number }

/** @returns the first day it names on or after `given`; null: the words name no such day */
export function firstDayOf(every: Every, words: string | null, given: Day): Day | null {
  const named = words === null ? null : namedIn(every, words)
  if (named === null) return null
  // months one after another from the one before: a few more than the longest period has
  for (let n = -1; n <= 13; n += 1) {
    const index = yearOf(given) * 12 + monthOf(given) - 1 + n
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
    if (!isOf(named, month)) continue
    const day = dayOf(year, month, Math.min(named.date, lastOfMonth(year, month)))
    const due = day === null ? null : addDays(day, named.offset)
    if (due !== null && due >= given) return due
  }
  return null
}

function namedIn(every: Every, words: string): Named | null {
  const { before, date, month } = DATE.exec(words)?.groups ?? {}
  const n = Number(date)
  if (date === undefined || n < 1 || n > 31) return null
  // an hour on that day leaves the day itself
  const offset = before === undefined || HOUR.test(words) ? 0 : -1
  if (every === 'P1M') return month === undefined ? { date: n, month: null, step: 1, offset } : null
  if (every === 'P3M') {
    const which = MONTH_OF_QUARTER.exec(words)?.groups?.['which']
    return which === undefined ? null : { date: n, month: which.toLowerCase() === 'đầu' ? 1 : 3, step: 3, offset }
  }
  const m = Number(month)
  return every === 'P1Y' && m >= 1 && m <= 12 ? { date: n, month: m, step: 12, offset } : null
}

const isOf = ({ month, step }: Named, of: number): boolean => month === null || (of - month) % step === 0
