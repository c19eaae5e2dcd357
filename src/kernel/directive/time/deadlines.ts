import { addMonths, type Day, dayOf, lastOfMonth, yearOf } from '../../period/day.ts'
import type { Due, Rule } from '../extraction.ts'
import type { Reading } from '../text/reading.ts'
import { dateAt, dateShapeAt } from './dates.ts'
import { slippedWord } from './slips.ts'

/**
 * By when. [DIR-20]
 *
 * A deadline is a day (or the last day of a month, quarter, half or year) with a word that makes it one: «trước», «chậm
 * nhất», «trong», «đến hết», «xong». A bare date is an event; a period of years is a plan; «đến năm 2030» is a target;
 * «từ ngày …» is a beginning. `date` is the day named: «trước ngày 15-6» names the 15th, and the kernel of tasks subtracts.
 * A day that lies before the day of issue is history, not a deadline. [DIR-22] Haste («khẩn trương») is no date. [DIR-23]
 * A day that no calendar has («31/11»), and a word one letter away («trươc ngày 15/6»), are told, never passed over. [DIR-32]
 *
 * The text is searched once, from its dates backwards; who asks for a sentence's deadlines gets them from that list.
 */
export type DeadlineAt = {
  readonly start: number
  readonly end: number
  readonly due: Due
  /** A word read as another: «trươc». */
  readonly slip: { readonly start: number; readonly end: number; readonly read: string } | null
  readonly rule: Rule
}
/** Words that ask for a day and name none that exists. */
export type Doubt = { readonly start: number; readonly end: number; readonly reason: string }

type Found = DeadlineAt & { readonly isPast: boolean }
type Findings = { readonly issued: Day | null; readonly deadlines: readonly Found[]; readonly doubts: readonly Doubt[] }

const SOON =
  '(?:thời hạn|thời gian)(?: (?:hoàn thành|thực hiện|báo cáo|gửi|trình|nộp))*(?: là|:)|trước|chậm nhất(?: là)?(?: trước| đến| vào)?|muộn nhất(?: là)?(?: trước| đến| vào)?|đến hết|hết|xong(?: trước| trong)?|hoàn thành(?: trước| trong| vào| ngay trong)?|trong|ngay trong|không quá|không muộn hơn|đến'
const before = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(${words})$`, 'u')
const DATE = /(?<![\d/.-])\d{1,2}(?: ?[-/.] ?\d| tháng \d| ?\d tháng)/gu
const BEFORE_DAY = before(
  `${SOON})(?: \\d{1,2} ?(?:giờ|h|g)(?: ?\\d{2}(?: phút)?)?,?)?(?: (?:hết|cuối))?(?: ngày)? (?:thứ [\\p{L}]+,? )?(?:ngày )?(`,
)
const MONTH = /tháng (\d{1,2})(?:(?: năm | ?[/-] ?)(\d{4}))?(?!\d)/gu
const BEFORE_MONTH = before(`${SOON}|vào|trong quý [iv]+ và|cuối)(?: (?:cuối|đầu|giữa))? (`)
const QUARTER =
  /quý (?:(?:i{1,3}|[1-3]) ?(?:-|,|và|đến) ?(?:quý )?)*(iv|v?i{0,3}|[1-9])(?:(?: năm | ?[/-] ?|, năm )(\d{4}))?(?![\p{L}\d])/gu
const BEFORE_QUARTER = before(`${SOON}|vào|cuối) (`)
const HALF = /(?:0?6|sáu) tháng (đầu|cuối) năm(?: (\d{4}))?(?!\d)/gu
const BEFORE_HALF = before(`${SOON}) (`)
const YEAR = / năm (?:(\d{4})(?![\d-]| ?[-–] ?\d)|nay(?!\p{L}))/gu
const BEFORE_YEAR = before(
  'trước|đến hết|hết|xong trong|hoàn thành trong|trong|ngay trong|chậm nhất(?: là)?(?: trong)?|hoàn thành(?: trước)?',
)
const RELATIVE =
  /(?<![\p{L}])(?:(?:trong (?:vòng|thời hạn|thời gian)|thời hạn|chậm nhất(?: là)?(?: sau| trong)?|không quá|sau)|trong(?= \d{1,3} (?:\([\p{L} ]+\) )?(?:ngày|tuần|tháng)(?! (?:đầu|cuối|qua|gần|tới|nghỉ|liên)))) (?:không quá )?(\d{1,3}|một|hai|ba|năm|sáu|mười) (?:\([\p{L} ]+\) )?(ngày|tháng|tuần)(?: làm việc)?(?![\p{L}])/gu
/** «trước 23 tháng Chạp», «rằm tháng Giêng», «30/12 âm lịch»: days of another calendar, which a person must turn into one. [DIR-32] */
const LUNAR =
  /(?:(?:\d{1,2}|rằm|mồng \p{L}+|mùng \p{L}+) tháng (?:chạp|giêng)|\d{1,2}(?:\/\d{1,2}| tháng \d{1,2}|) ?\(?(?:theo )?âm lịch\)?|tết nguyên đán)(?!\p{L})/gu
const BEFORE_LUNAR = before(`${SOON})(?: ngày)? (?:ngày )?(`)
/** «từ 15/6 đến hết ngày 30/6»: work that has an end. [DIR-45] */
const RANGE = /(?<![\p{L}])từ (?:ngày )?\d{1,2} ?[-/.] ?\d{1,2}(?: ?[-/.] ?\d{4})? (?:đến|tới)(?: hết)?(?: ngày)? (?=\d{1,2} ?[-/.] ?\d)/gu
/** What lasts so long, and is no work: a holiday, the figures of a time. */
const LASTS =
  /(?:nghỉ|nghỉ (?:học|tết|lễ|làm việc)|thời gian|giai đoạn|kỳ|số liệu|áp dụng|phát sinh|tính|dịp|hiệu lực|xảy ra|đã [^.;]{0,40})(?: (?:học|tết|lễ))? $/u
const NUMBERS: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, năm: 5, sáu: 6, mười: 10 }
/** What stands before and shows that a day is of the past, or an event: «phát sinh trước ngày», «từ ngày … đến ngày». */
const NOT_BEFORE =
  /(?:phát sinh|(?:được|đã|văn bản|quyết định|nghị quyết|nghị định|thông tư|quy định|các) ban hành|được giao|được cấp|đã|có hiệu lực|tiếp nhận|tồn đọng|tồn tại|xảy ra|sinh|áp dụng|tính|số liệu|từ (?:nay|(?:ngày )?[\d/.-]+)|giai đoạn \d{4}[\d-]*)(?: (?:từ|kể))? $/u
const FIRST = /^(?:trước|chậm nhất(?: là)? trước|muộn nhất(?: là)? trước|xong trước|hoàn thành trước)/u
/** Back over this much text, never more: keeps the reading linear. */
const BACK = 70

const kept = new WeakMap<Reading, Findings>()

/** All deadlines of a stretch of text, in order. @param issued gives a year to dates that lack one */
export function deadlinesIn(reading: Reading, start: number, end: number, issued: Day | null, keepsPast = false): readonly DeadlineAt[] {
  return within(findingsOf(reading, issued).deadlines, start, end).filter((found) => keepsPast || !found.isPast)
}

/** Why the deadlines of a stretch of text need a person's eye. */
export const doubtsIn = (reading: Reading, start: number, end: number, issued: Day | null): readonly Doubt[] =>
  within(findingsOf(reading, issued).doubts, start, end)

function within<T extends { start: number; end: number }>(sorted: readonly T[], start: number, end: number): readonly T[] {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const inside: T[] = []
  for (let i = low; i < sorted.length && (sorted[i]?.start ?? end) < end; i++) {
    const found = sorted[i]
    if (found !== undefined && found.end <= end) inside.push(found)
  }
  return inside
}

function findingsOf(reading: Reading, issued: Day | null): Findings {
  const known = kept.get(reading)
  if (known !== undefined && known.issued === issued) return known
  const findings = search(reading, issued)
  kept.set(reading, findings)
  return findings
}

function search(reading: Reading, issued: Day | null): Findings {
  const text = reading.lower
  const deadlines: Found[] = []
  const doubts: Doubt[] = []
  const taken = new Uint8Array(text.length)
  const leading = (pattern: RegExp, at: number): RegExpExecArray | null => pattern.exec(text.slice(Math.max(0, at - BACK), at))
  const add = (from: number, to: number, due: Omit<Due, 'text'>, rule: Rule, slip: DeadlineAt['slip'] = null): void => {
    if (taken[from] === 1 || taken[to - 1] === 1 || NOT_BEFORE.test(text.slice(Math.max(0, from - 40), from))) return
    taken.fill(1, from, to)
    const isPast = due.date !== null && issued !== null && due.date < issued
    deadlines.push({ start: from, end: to, due: { ...due, text: wordsOf(reading, from, to) }, slip, isPast, rule })
  }
  const year = (written: string | undefined): number | null =>
    written === undefined ? (issued === null ? null : yearOf(issued)) : Number(written)

  for (const match of text.matchAll(RELATIVE)) {
    const words = match[1] ?? ''
    const n = NUMBERS[words] ?? Number(words)
    const rest =
      match[2] === 'tháng'
        ? { months: n }
        : { days: match[2] === 'tuần' ? n * 7 : n, ...(match[0].endsWith('làm việc') ? { working: true } : {}) }
    // «sau 3 tháng» is a term; «sau 03 tháng thực hiện» looks back.
    if (!/^sau 0?\d ?tháng/u.test(match[0]) || !/(?:vận hành|thực hiện|triển khai)/u.test(text.slice(match.index, match.index + 40)))
      add(match.index, match.index + match[0].length, { kind: 'relative', date: null, before: false, ...rest }, 'DIR-20')
  }
  for (const { index: from, 0: words } of text.matchAll(RANGE)) {
    const last = dateAt(text, from + words.length)
    if (last === null || LASTS.test(text.slice(Math.max(0, from - 60), from))) continue
    const day = last.day ?? yearless(last.month, last.date, issued)
    add(from, last.end, { kind: 'day', date: day, before: false }, 'DIR-45')
  }
  for (const { index: at } of text.matchAll(DATE)) {
    const lead = leading(BEFORE_DAY, at)
    const slip = lead === null ? slippedWord(text, at) : null
    const word = lead?.[1] ?? slip?.word
    if (word === undefined || (lead === null && slip === null)) continue
    const from = slip?.start ?? at - (lead?.[0].length ?? 0)
    const written = dateAt(text, at)
    if (written === null) {
      const shape = dateShapeAt(text, at)
      if (shape !== null) doubts.push({ start: from, end: shape, reason: 'Thời hạn ghi ngày không có trong lịch' })
      continue
    }
    if (/^ ?(?:hằng|hàng) (?:tháng|quý|năm)/u.test(text.slice(written.end, written.end + 12))) continue
    if (
      word === 'đến' &&
      !/(?:hoàn thành|báo cáo|gửi|xong|nộp|kéo dài|thời hạn)[^.;]{0,80}$/u.test(text.slice(Math.max(0, from - 100), from))
    )
      continue
    if (word === 'trong' && !text.slice(from, at).includes('ngày')) continue
    const day = written.day ?? yearless(written.month, written.date, issued)
    add(from, written.end, { kind: 'day', date: day, before: FIRST.test(word) }, slip !== null ? 'DIR-32' : ruleOfYear(written.year), slip)
  }
  // of a month, quarter or half that is over and says no year, the next is meant
  const ahead = (date: Day | null, written: string | undefined): Day | null =>
    date !== null && written === undefined && issued !== null && date < issued ? addMonths(date, 12) : date
  for (const match of text.matchAll(QUARTER)) {
    const lead = leading(BEFORE_QUARTER, match.index)
    const word = lead?.[1]
    if (lead === null || word === undefined) continue
    const from = match.index - lead[0].length
    if (word === 'đến' && !/hoàn thành/u.test(text.slice(Math.max(0, from - 60), from))) continue
    if (isYearly(text, match.index + match[0].length)) continue
    const quarter = quarterOf(match[1])
    const to = match.index + match[0].length
    if (quarter < 1 || quarter > 4) {
      doubts.push({ start: from, end: to, reason: 'Thời hạn ghi quý không có' })
      continue
    }
    const y = year(match[2])
    const date = ahead(y === null ? null : endOf(y, quarter * 3), match[2])
    add(from, to, { kind: 'quarter', date, before: FIRST.test(word) }, ruleOfYear(match[2]))
  }
  for (const match of text.matchAll(HALF)) {
    const lead = leading(BEFORE_HALF, match.index)
    if (lead === null) continue
    const y = year(match[2])
    const date = ahead(y === null ? null : endOf(y, match[1] === 'đầu' ? 6 : 12), match[2])
    add(
      match.index - lead[0].length,
      match.index + match[0].length,
      { kind: 'half', date, before: FIRST.test(lead[1] ?? '') },
      ruleOfYear(match[2]),
    )
  }
  for (const match of text.matchAll(MONTH)) {
    const lead = leading(BEFORE_MONTH, match.index)
    if (lead === null || lead[1] === 'đến') continue
    const [from, to] = [match.index - lead[0].length, match.index + match[0].length]
    if (isYearly(text, to)) continue
    const month = Number(match[1])
    if (month < 1 || month > 12) {
      doubts.push({ start: from, end: to, reason: 'Thời hạn ghi tháng không có' })
      continue
    }
    const y = year(match[2])
    const date = ahead(y === null ? null : endOf(y, month), match[2])
    add(from, to, { kind: 'month', date, before: FIRST.test(lead[1] ?? '') }, ruleOfYear(match[2]))
  }
  for (const match of text.matchAll(YEAR)) {
    const lead = leading(BEFORE_YEAR, match.index)
    if (lead === null) continue
    const y = year(match[1])
    const date = y === null ? null : endOf(y, 12)
    add(
      match.index - lead[0].length,
      match.index + match[0].length,
      { kind: 'year', date, before: FIRST.test(lead[1] ?? '') },
      ruleOfYear(match[1]),
    )
  }
  for (const match of text.matchAll(LUNAR)) {
    const lead = leading(BEFORE_LUNAR, match.index)
    if (lead === null) continue
    const [from, to] = [match.index - lead[0].length, match.index + match[0].length]
    doubts.push({ start: from, end: to, reason: 'Thời hạn ghi theo âm lịch' })
  }
  const inOrder = (a: { start: number }, b: { start: number }): number => a.start - b.start
  return { issued, deadlines: deadlines.sort(inOrder), doubts: doubts.sort(inOrder) }
}

/** «quý IV hằng năm», «tháng 12 hằng năm»: how often, not by when. [DIR-25] */
export const isYearly = (text: string, end: number): boolean => /^,? ?(?:hằng|hàng|mỗi) năm/u.test(text.slice(end, end + 12))
/** A year that is not written is a reading of its own. */
const ruleOfYear = (written: string | number | null | undefined): Rule => (written == null ? 'DIR-24' : 'DIR-20')
export const wordsOf = (reading: Reading, start: number, end: number): string =>
  reading.original.slice(reading.from[start] ?? 0, reading.to[end - 1] ?? 0)
export const quarterOf = (written: string | undefined): number => ({ i: 1, ii: 2, iii: 3, iv: 4 })[written ?? ''] ?? (Number(written) || 0)
export const endOf = (year: number, month: number): Day | null =>
  month < 1 || month > 12 ? null : dayOf(year, month, lastOfMonth(year, month))

/** A date without a year: the year of issue, or the next when that day is already past by more than a month. [DIR-24] */
export function yearless(month: number, date: number, issued: Day | null): Day | null {
  if (issued === null) return null
  const same = dayOf(yearOf(issued), month, date)
  return same !== null && same < addMonths(issued, -1) ? dayOf(yearOf(issued) + 1, month, date) : same
}
