import { type Day, dayOf } from '../../period/day.ts'

/**
 * A calendar date written by an office, read at one place of a text. Day before month, always. [DIR-2]
 *
 * `20/7/2020`, `20-7-2020`, `20.7.2020`, `05 tháng 5 năm 2022`, `05 tháng 5` and `20-4` without a year. A date that is none
 * (31-2-2022, month 13, year 20222) is not read as another one: `day` is null and `stated` false.
 */
export type WrittenDate = {
  readonly end: number
  readonly date: number
  readonly month: number
  readonly year: number | null
  /** The day, when a year is written and the day exists. */
  readonly day: Day | null
}

const FULL = /(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?![\d/])/uy
const WORDS = /(\d ?\d|\d) tháng (\d ?\d|\d)(?:,? năm (\d{4})(?!\d)| ?[-/] ?(\d{4})(?!\d))?/uy
const SHORT = /(\d{1,2}) ?[-/] ?(\d{1,2})(?![\d/%]| ?[-/] ?\d)/uy

const at = (pattern: RegExp, text: string, position: number): RegExpExecArray | null => {
  pattern.lastIndex = position
  return pattern.exec(text)
}
const number = (text: string | undefined): number => Number((text ?? '').replace(' ', ''))

/** @param lower the lower-case reading; @param position where the number of the day begins */
export function dateAt(lower: string, position: number): WrittenDate | null {
  const full = at(FULL, lower, position)
  if (full !== null) return build(position + full[0].length, number(full[1]), number(full[3]), number(full[4]))
  const words = at(WORDS, lower, position)
  if (words !== null) {
    const year = words[3] ?? words[4]
    return build(position + words[0].trimEnd().length, number(words[1]), number(words[2]), year === undefined ? null : number(year))
  }
  const short = at(SHORT, lower, position)
  if (short !== null) return build(position + short[0].length, number(short[1]), number(short[2]), null)
  return null
}

const SHAPE = /\d{1,2} ?[-/.] ?\d{1,2}(?: ?[-/.] ?\d{2,6})?(?!\d)|\d ?\d? tháng \d ?\d?(?:,? năm \d{2,6}(?!\d))?/uy

/** Where words end that have the form of a date, whether or not the calendar has it; null where none stand. */
export const dateShapeAt = (lower: string, position: number): number | null => {
  const shape = at(SHAPE, lower, position)
  return shape === null ? null : position + shape[0].trimEnd().length
}

const build = (end: number, date: number, month: number, year: number | null): WrittenDate | null => {
  // 2024 is a leap year: without a year, 29-2 may be a day.
  if (dayOf(year ?? 2024, month, date) === null) return null
  return { end, date, month, year, day: year === null ? null : dayOf(year, month, date) }
}
