import { addDays, type Day, dayOf, lastOfMonth, monthOf, yearOf } from '../period/day.ts'
import type { Every } from './task.ts'

/**
 * The days that the words of a period name: «trước ngày 25 hằng tháng», «ngày 20 của tháng cuối quý», «trước ngày 15/12 hằng năm»,
 * «định kỳ 6 tháng, trước ngày 10/6 và 10/12». Such work does not follow the regime of reports. «trước ngày d» means the day
 * before d, as in a deadline. [TSK-5] [TSK-47] [TSK-49]
 */
const BEFORE = /(?:trước|chậm nhất(?: là)? trước)(?: \d{1,2} ?(?:giờ|h)(?: ?\d{2}(?: phút)?)?,?)? ngày \d/iu
const DATE = /ngày (?<date>\d{1,2})(?:(?:\/|-| tháng )(?<month>\d{1,2}))?(?![\d/])/iu
const DATES = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/gu
const MONTHLY = /(?:(?:trước|chậm nhất)(?: là)? )?ngày \d{1,2} (?:hằng|hàng|mỗi) tháng/iu
const HOUR = /\d ?(?:giờ|h)(?!\p{L})/iu
const MONTH_OF_QUARTER = /tháng (?<which>đầu|cuối)/iu

/** A date of each month in `step`, counted from its own; `month` null: of every month. */
type Named = {
  readonly dates: readonly { readonly date: number; readonly month: number | null }[]
  readonly step: number
  readonly offset: number
}

/** @returns the first day it names on or after `given`; null: the words name no such day */
export function firstDayOf(every: Every, words: string | null, given: Day): Day | null {
  const named = words === null ? null : namedIn(every, words)
  if (named === null) return null
  // months one after another from the one before: a few more than the longest period has
  for (let n = -1; n <= 13; n += 1) {
    const index = yearOf(given) * 12 + monthOf(given) - 1 + n
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
    const days = named.dates.flatMap((one) => {
      if (one.month !== null && (month - one.month) % named.step !== 0) return []
      const day = dayOf(year, month, Math.min(one.date, lastOfMonth(year, month)))
      const due = day === null ? null : addDays(day, named.offset)
      return due === null || due < given ? [] : [due]
    })
    const [first] = days.toSorted()
    if (first !== undefined) return first
  }
  return null
}

/**
 * The words of a period with the days that its sentence names apart from them: «báo cáo định kỳ 6 tháng về UBND thành phố
 * (trước ngày 10/6 và 10/12)», «vào ngày 30 hằng tháng». [TSK-49]
 *
 * @returns the words as they are where they name a day themselves, but for a «trước» before them, or the sentence names none
 */
export function periodWordsOf(every: Every, words: string, sentence: string): string {
  // «trước» may stand before the words that were found
  if (namedIn(every, words) !== null) return sentence.includes(`trước ${words}`) ? `trước ${words}` : words
  const before = BEFORE.test(sentence) ? 'trước ' : ''
  const days = [...sentence.matchAll(DATES)].map(([date]) => date)
  const named = every === 'P1M' ? MONTHLY.exec(sentence)?.[0] : days.length > 0 ? `${before}ngày ${days.join(', ')}` : undefined
  const whole = named === undefined ? words : `${words}, ${named}`
  return namedIn(every, whole) === null ? words : whole
}

const STEP: Readonly<Partial<Record<Every, number>>> = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 }

function namedIn(every: Every, words: string): Named | null {
  const step = STEP[every]
  if (step === undefined) return null
  // an hour on that day leaves the day itself
  const offset = BEFORE.test(words) && !HOUR.test(words) ? -1 : 0
  const listed = [...words.matchAll(DATES)].map(([, date, month]) => ({ date: Number(date), month: Number(month) }))
  if (listed.length > 1) return isWhole(listed, step) ? { dates: listed, step: 12, offset } : null
  const { date, month } = DATE.exec(words)?.groups ?? {}
  const n = Number(date)
  if (date === undefined || !isDate(n)) return null
  const at = (of: number | null): Named => ({ dates: [{ date: n, month: of }], step, offset })
  if (every === 'P1M') return month === undefined ? at(null) : null
  if (every === 'P3M') {
    const which = MONTH_OF_QUARTER.exec(words)?.groups?.['which']
    return which === undefined ? null : at(which.toLowerCase() === 'đầu' ? 1 : 3)
  }
  const m = Number(month)
  return every === 'P1Y' && isMonth(m) ? at(m) : null
}

const isDate = (n: number): boolean => n >= 1 && n <= 31
const isMonth = (n: number): boolean => n >= 1 && n <= 12

/** Whether they are the days of one year, a period apart: else they are other dates of the sentence. */
const isWhole = (listed: readonly { readonly date: number; readonly month: number }[], step: number): boolean =>
  listed.length === 12 / step &&
  listed.every(({ date, month }) => isDate(date) && isMonth(month)) &&
  listed.every(({ month }, i) => (month - (listed[0]?.month ?? 0) + 12) % 12 === i * step)
