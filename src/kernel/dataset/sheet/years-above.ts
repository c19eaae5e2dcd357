import { isAside, type Line, PARTED, withoutUnit } from './around.ts'

/** Of a decision, or of a letter: it says when that was signed, and not of which year the rows are. */
const SIGNED =
  /(?:ban hành|kèm theo|căn cứ|của (?:ubnd|ủy ban|hđnd|chính phủ)|(?:quyết định|nghị quyết|nghị định|báo cáo|công văn|thông tư|kế hoạch|tờ trình|chỉ thị)\s+số|ngày\s+\d{1,2}\s+tháng)/iu
const YEAR = /năm(?: học)?\s+((?:19|20)\d\d)(?!\d)/giu
const OTHER =
  /(?<=(?:(?:giai đoạn|thời kỳ|niên giám)\s+|(?:quý [ivx\d]+|tháng \d{1,2}|\d{1,2}\/\d{1,2}|\d{4})\s*[-–/]\s*))((?:19|20)\d\d)(?![\d/])/giu

/**
 * The first and the last year that the title, or a line beside it, says: «… NĂM 2024», «giai đoạn 2021-2025», «đến 30/6/2024».
 * Where no column says a year, the rows are of it. [DAT-20] @returns null: none is said
 */
export function yearsAbove(above: readonly Line[]): readonly [number, number] | null {
  const texts = above.flatMap(({ value }) => value.split(PARTED).map(withoutUnit)).filter((text) => !isAside(text) && !SIGNED.test(text))
  const saidBy = (pattern: RegExp): readonly number[] => texts.flatMap((text) => [...text.matchAll(pattern)].map((met) => Number(met[1])))
  const named = saidBy(YEAR)
  const years = named.length > 0 ? named : saidBy(OTHER)
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)]
}
