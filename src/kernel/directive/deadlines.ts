import { addMonths, type Day, dayOf, lastOfMonth, yearOf } from '../period/day.ts'
import { dateAt } from './dates.ts'
import type { Due } from './extraction.ts'
import type { Reading } from './reading.ts'

/**
 * By when. [DIR-20]
 *
 * A deadline is a day (or the last day of a month, quarter, half or year) with a word that makes it one: «trước», «chậm
 * nhất», «trong», «đến hết», «xong». A bare date is an event; a period of years is a plan; «đến năm 2030» is a target;
 * «từ ngày …» is a beginning. `date` is the day named: «trước ngày 15-6» names the 15th, and the kernel of tasks subtracts.
 * A day that lies before the day of issue is history, not a deadline. [DIR-22] Haste («khẩn trương») is no date. [DIR-23]
 */
export type DeadlineAt = { readonly start: number; readonly end: number; readonly due: Due }

const SOON =
  'trước|chậm nhất(?: là)?(?: trước| đến| vào)?|muộn nhất(?: là)?(?: trước| đến| vào)?|đến hết|hết|xong(?: trước| trong)?|hoàn thành(?: trước| trong| vào| ngay trong)?|trong|ngay trong|không quá|không muộn hơn|đến'
const DAY = new RegExp(
  `(?<![\\p{L}])(${SOON})(?: \\d{1,2} ?(?:giờ|h)(?: ?\\d{2}(?: phút)?)?,?)?(?: (?:hết|cuối))?(?: ngày)? (?:thứ [\\p{L}]+,? )?(?:ngày )?(?=\\d{1,2}(?: ?[-/.] ?\\d| tháng \\d| ?\\d tháng))`,
  'gu',
)
const MONTH = new RegExp(
  `(?<![\\p{L}])(${SOON}|trong quý [iv]+ và|cuối|đầu)(?: (?:cuối|đầu|giữa))? tháng (\\d{1,2})(?:(?: năm |[/-])(\\d{4}))?(?![\\d])`,
  'gu',
)
const QUARTER = new RegExp(
  `(?<![\\p{L}])(?:(${SOON}|cuối) )?quý (iv|iii|ii|i|[1-4])(?:(?: năm | ?[/-] ?|, năm )(\\d{4}))?(?![\\p{L}\\d])`,
  'gu',
)
const HALF = new RegExp(`(?<![\\p{L}])(${SOON}) (?:0?6|sáu) tháng (đầu|cuối) năm(?: (\\d{4}))?(?!\\d)`, 'gu')
const YEAR =
  /(?<![\p{L}])(trước|đến hết|hết|xong trong|hoàn thành trong|trong|ngay trong|chậm nhất(?: là)?(?: trong)?|hoàn thành)(?: năm (\d{4})(?![\d-]| ?[-–] ?\d)| năm (nay)(?!\p{L}))/gu
const RELATIVE =
  /(?<![\p{L}])(?:(?:trong (?:vòng|thời hạn|thời gian)|thời hạn|chậm nhất(?: là)?(?: sau| trong)?|không quá|sau)) (?:không quá )?(\d{1,3}|một|hai|ba|năm|sáu|mười) (?:\([\p{L} ]+\) )?(ngày|tháng|tuần)(?: làm việc)?(?![\p{L}])/gu
const LABEL = /^(?:thời gian|thời hạn|tiến độ|thời điểm)(?: (?:thực hiện|hoàn thành|hoàn tất|báo cáo|triển khai))*[^:]{0,20}: /u
const BARE =
  /(?<![\p{L}])(?:(?:quý (?<q>iv|iii|ii|i|[1-4])(?:(?: năm | ?[/-] ?)(?<qy>\d{4}))?)|tháng (?<m>\d{1,2})(?:(?: năm |[/-])(?<my>\d{4}))?|(?:năm |^)(?<y>20\d{2})(?! ?[-–] ?\d))(?![\p{L}\d])/u
const NUMBERS: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, năm: 5, sáu: 6, mười: 10 }
/** What stands before and shows that a day is of the past, or an event: «phát sinh trước ngày», «từ ngày … đến ngày». */
const NOT_BEFORE =
  /(?:phát sinh|(?:được|đã|văn bản|quyết định|nghị quyết|nghị định|thông tư|quy định|các) ban hành|được giao|được cấp|đã|có hiệu lực|tiếp nhận|tồn đọng|tồn tại|xảy ra|sinh|áp dụng|tính|số liệu|từ (?:ngày )?[\d/.-]+|giai đoạn [\d-]*)(?: (?:từ|kể))? $/u

const FIRST = /^(?:trước|chậm nhất(?: là)? trước|muộn nhất(?: là)? trước|xong trước|hoàn thành trước)/u

/** No sentence has more deadlines; a hostile text must not be compared with itself. */
const MOST = 64
/** Most sentences hold no number: they are passed over at once. */
const MAY_HOLD = /\d|quý (?:i|v)|năm nay|(?:một|hai|ba|năm|sáu|mười) (?:ngày|tuần|tháng)/u

/** All deadlines of a stretch of text, in order. @param issued gives a year to dates that lack one */
export function deadlinesIn(reading: Reading, start: number, end: number, issued: Day | null, keepsPast = false): readonly DeadlineAt[] {
  const text = reading.lower.slice(start, end)
  if (!MAY_HOLD.test(text)) return []
  const found: DeadlineAt[] = []
  const add = (from: number, to: number, due: Omit<Due, 'text'>): void => {
    if (found.length >= MOST) return
    if (found.some((other) => from < other.end - start && other.start - start < to)) return
    if (NOT_BEFORE.test(text.slice(Math.max(0, from - 40), from))) return
    if (!keepsPast && due.date !== null && issued !== null && due.date < issued) return
    found.push({ start: start + from, end: start + to, due: { ...due, text: '' } })
  }
  const year = (written: string | number | undefined | null): number | null =>
    written === undefined || written === null ? (issued === null ? null : yearOf(issued)) : Number(written)
  for (const match of text.matchAll(RELATIVE)) {
    const words = match[1] ?? ''
    const n = NUMBERS[words] ?? Number(words)
    // «sau 3 tháng» is a term; «sau 05 ngày làm việc» too; «sau 10 năm» is not looked for.
    const rest =
      match[2] === 'tháng'
        ? { months: n }
        : { days: match[2] === 'tuần' ? n * 7 : n, ...(match[0].endsWith('làm việc') ? { working: true } : {}) }
    if (!/^sau 0?4? ?tháng/u.test(match[0]) || !/(?:vận hành|thực hiện|triển khai)/u.test(text.slice(match.index, match.index + 40))) {
      add(match.index, match.index + match[0].length, { kind: 'relative', date: null, before: false, ...rest })
    }
  }
  for (const match of text.matchAll(DAY)) {
    const word = match[1] ?? ''
    const at = match.index + match[0].length
    const written = dateAt(text, at)
    if (written === null || /^ ?(?:hằng|hàng) (?:tháng|quý|năm)/u.test(text.slice(written.end))) continue
    if (
      word === 'đến' &&
      !/(?:hoàn thành|báo cáo|gửi|xong|nộp|kéo dài|thời hạn)[^.;]{0,80}$/u.test(text.slice(Math.max(0, match.index - 100), match.index))
    )
      continue
    if (word === 'trong' && !/ngày/u.test(match[0])) continue
    const day = written.day ?? yearless(written.month, written.date, issued)
    add(match.index, written.end, { kind: 'day', date: day, before: FIRST.test(word) })
  }
  for (const match of text.matchAll(QUARTER)) {
    const word = match[1]
    if (word === undefined || (word === 'đến' && !/hoàn thành/u.test(text.slice(Math.max(0, match.index - 60), match.index)))) continue
    const quarter = quarterOf(match[2])
    const y = year(match[3])
    add(match.index, match.index + match[0].length, {
      kind: 'quarter',
      date: y === null ? null : endOf(y, quarter * 3),
      before: FIRST.test(word),
    })
  }
  for (const match of text.matchAll(HALF)) {
    const y = year(match[3])
    add(match.index, match.index + match[0].length, {
      kind: 'half',
      date: y === null ? null : endOf(y, match[2] === 'đầu' ? 6 : 12),
      before: FIRST.test(match[1] ?? ''),
    })
  }
  for (const match of text.matchAll(MONTH)) {
    const month = Number(match[2])
    if (month < 1 || month > 12 || match[1] === 'đầu' || match[1] === 'đến') continue
    const y = year(match[3])
    const date = y === null ? null : endOf(y, month)
    add(match.index, match.index + match[0].length, {
      kind: 'month',
      date: date !== null && match[3] === undefined && issued !== null && date < issued ? addMonths(date, 12) : date,
      before: FIRST.test(match[1] ?? ''),
    })
  }
  for (const match of text.matchAll(YEAR)) {
    const y = year(match[2])
    add(match.index, match.index + match[0].length, {
      kind: 'year',
      date: y === null ? null : endOf(y, 12),
      before: FIRST.test(match[1] ?? ''),
    })
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start: from, end: to, due }) => ({ start: from, end: to, due: { ...due, text: wordsOf(reading, from, to) } }))
}

/** In a line of its own («- Thời gian thực hiện: Quý IV năm 2025») a month, quarter or year needs no word before it. [DIR-21] */
export function labelledDeadline(reading: Reading, start: number, end: number, issued: Day | null): DeadlineAt | null {
  const stated = deadlinesIn(reading, start, end, issued, true)[0]
  if (stated !== undefined) return stated
  const label = LABEL.exec(reading.lower.slice(start, end))
  const from = start + (label?.[0].length ?? 0)
  const text = reading.lower.slice(from, end)
  const day = /^(?:ngày )?(?=\d)/u.exec(text)
  const written = day === null ? null : dateAt(text, day[0].length)
  if (written !== null)
    return {
      start: from,
      end: from + written.end,
      due: {
        kind: 'day',
        text: wordsOf(reading, from, from + written.end),
        date: written.day ?? yearless(written.month, written.date, issued),
        before: false,
      },
    }
  const bare = BARE.exec(text)
  if (bare === null || /^\s*(?:từ|sau|giai đoạn)/u.test(text)) return null
  const { q, qy, m, my, y } = bare.groups ?? {}
  const yearWritten = qy ?? my ?? y ?? (issued === null ? undefined : String(yearOf(issued)))
  const month = q !== undefined ? quarterOf(q) * 3 : m !== undefined ? Number(m) : 12
  const date = yearWritten === undefined ? null : endOf(Number(yearWritten), month)
  const [a, b] = [from + bare.index, from + bare.index + bare[0].length]
  return {
    start: a,
    end: b,
    due: { kind: q !== undefined ? 'quarter' : m !== undefined ? 'month' : 'year', text: wordsOf(reading, a, b), date, before: false },
  }
}

const wordsOf = (reading: Reading, start: number, end: number): string =>
  reading.original.slice(reading.from[start] ?? 0, reading.to[end - 1] ?? 0)
const quarterOf = (written: string | undefined): number => ({ i: 1, ii: 2, iii: 3, iv: 4 })[written ?? ''] ?? Number(written)
const endOf = (year: number, month: number): Day | null => (month < 1 || month > 12 ? null : dayOf(year, month, lastOfMonth(year, month)))

/** A date without a year: the year of issue, or the next when that day is already past by more than a month. [DIR-24] */
function yearless(month: number, date: number, issued: Day | null): Day | null {
  if (issued === null) return null
  const same = dayOf(yearOf(issued), month, date)
  return same !== null && same < addMonths(issued, -1) ? dayOf(yearOf(issued) + 1, month, date) : same
}
