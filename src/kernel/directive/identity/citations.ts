import type { Citation } from '../extraction.ts'
import { type Reading, rangeOf, wordsAt } from '../text/reading.ts'
import { dateAt } from '../time/dates.ts'
import { numbersIn } from './numbers.ts'

/**
 * Every other numbered document that the text names, once each. [DIR-6]
 *
 * Two readings, side by side. First, each number: back to the word that says what it is («Nghị quyết số 57/NQ-CP»), on to
 * «ngày …» when a date follows. Second, laws, which people name without a number: «Luật Quy hoạch 2017», «Luật Kế toán
 * năm 2015», «Luật Quản lý thuế ngày 13 tháng 6 năm 2019»; a law without year or day is no citation. [DIR-7]
 * The directive's own number is not a citation of another document.
 */
const TYPES =
  'bộ luật|luật|pháp lệnh|nghị quyết liên tịch|nghị quyết|nghị định|quyết định|chỉ thị|thông tư liên tịch|thông tư|thông báo kết luận|thông báo|kế hoạch|công văn|công điện|văn bản|kết luận|chương trình hành động|chương trình|phương án|báo cáo|tờ trình|hướng dẫn|quy định|đề án|quy chế|thông tri|giấy mời|lệnh|sắc lệnh'
const TYPE_BEFORE = new RegExp(`(?:${TYPES})(?: hợp nhất)?(?:,? số:?)? ?$`, 'u')
const LAW_BEFORE = /(?:bộ luật|luật|pháp lệnh|chương trình|đề án|kế hoạch) [^.;:()\n]{0,140}số ?$/u
const PLAIN_NUMBER =
  /(?:nghị quyết|chỉ thị|quyết định|nghị định|thông tư|công văn|kết luận|kế hoạch|công điện|thông báo) số (\d{1,5})(?=,? (?:của|ngày)[ ,])/gu
const LAW = /(?=[BLP])(?<![\p{L}])(?:Bộ [lL]uật|Luật|Pháp lệnh) /gu
const LAW_ENDS =
  /[;.()\n:]|,(?= \p{Lu})| (?:nghị định|nghị quyết|quyết định|thông tư|chỉ thị|số(?= \d)|trong|trước|hoàn thành|theo|từ|đến|tại) /u
const LAW_DATE = /,? (?:ngày (?=\d)|(?:năm )?((?:19|20)\d{2})(?![\d/-]|\.\d))/u
/** «QCVN 08-MT:2023/BTNMT», «Mẫu số 01/BC», «Hợp đồng số 15/2024/HĐ-XD»: numbers of standards, forms and contracts. [DIR-49] */
const NO_DOCUMENT =
  /(?:(?:qcvn|tcvn|tccs|tcxdvn|qcđp|iso)[ \d.:/-]*|qcvn \d{1,3}-[a-z]{2}:|(?<!\p{L})(?:mẫu|biểu|biểu mẫu|phụ lục|bảng|hợp đồng(?: \p{L}+){0,3}|gói thầu|hóa đơn|giấy chứng nhận|giấy phép|thửa đất|biên bản)(?: (?:số|mẫu))*:? ?)$/u
/** Back over this much text, never more: keeps the reading linear. */
const BACK = 170

const dateAfter = (reading: Reading, end: number): { end: number; date: Citation['date'] } => {
  const lead = /^,?(?: năm \d{4})? ?(?:ký |ban hành )?ngày /u.exec(reading.lower.slice(end, end + 30))
  if (lead === null) return { end, date: null }
  const written = dateAt(reading.lower, end + lead[0].length)
  return written === null || written.day === null ? { end, date: null } : { end: written.end, date: written.day }
}

type Mention = { readonly start: number; readonly end: number; readonly number: string | null; readonly date: Citation['date'] }

/** @param own the directive's own number, null when it has none; @param issued its day, where it is stated */
export function citationsIn(reading: Reading, own: string | null, issued: Citation['date']): Citation[] {
  const { text, lower } = reading
  const seen = new Map<string, ReadonlySet<Citation['date']>>()
  /** Named without a day so far. */
  const undated = new Map<string, Mention>()
  const found: Mention[] = []
  const plain = [...lower.matchAll(PLAIN_NUMBER)].map((match) => ({
    start: match.index + match[0].length - (match[1] ?? '').length,
    end: match.index + match[0].length,
    number: match[1] ?? '',
  }))
  for (const { start, end, number } of [...numbersIn(text), ...plain].sort((a, b) => a.start - b.start)) {
    const after = dateAfter(reading, end)
    const before = lower.slice(Math.max(0, start - BACK), start)
    if (NO_DOCUMENT.test(before)) continue
    const key = number.toUpperCase()
    const isOwn = own !== null && (own.toUpperCase() === key || own.toUpperCase().startsWith(`${key}-`))
    if (isOwn && (after.date === null || issued === null || after.date === issued)) continue
    // the same number of another day is another document; without a day it is one that was named [DIR-6]
    const dates = seen.get(key)
    if (dates !== undefined && (dates.has(after.date) || (after.date === null && !/^\d+$/.test(number)))) continue
    // «V/v thực hiện Công văn số 9/BXD-QLN», and then with its day: one document, told by the mention that says more
    if (after.date !== null && dates?.has(null) === true) {
      undated.delete(key)
      seen.set(key, new Set([after.date]))
    } else seen.set(key, new Set([...(dates ?? []), after.date]))
    const named = TYPE_BEFORE.exec(before) ?? LAW_BEFORE.exec(before) ?? /số:? ?$/u.exec(before)
    const one = { start: named === null ? start : start - before.length + named.index, end: after.end, number, date: after.date }
    if (after.date === null && !/^\d+$/.test(number)) undated.set(key, one)
    else found.push(one)
  }
  return [...found, ...undated.values(), ...lawsIn(reading)]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, number, date }) => {
      const [from, to] = rangeOf(reading, start, end)
      return { text: wordsAt(reading, start, end), start: from, end: to, number, date }
    })
}

function lawsIn(reading: Reading): readonly { start: number; end: number; number: null; date: Citation['date'] }[] {
  const { text, lower } = reading
  const found: { start: number; end: number; number: null; date: Citation['date'] }[] = []
  const seen = new Set<string>()
  let past = 0
  for (const match of text.matchAll(LAW)) {
    if (match.index < past) continue
    const begins = match.index + match[0].length
    const ahead = text.slice(begins, begins + 200)
    const dated = LAW_DATE.exec(ahead)
    if (dated === null) continue
    const name = ahead.slice(0, dated.index)
    if (
      /(?<!của )(?:Luật|Pháp lệnh) /u.test(name.split('của Luật')[0] ?? '') ||
      name === '' ||
      LAW_ENDS.test(`${name} `.toLowerCase()) ||
      LAW_ENDS.test(name)
    )
      continue
    const after =
      dated[1] === undefined ? dateAfter(reading, begins + dated.index) : { end: begins + dated.index + dated[0].length, date: null }
    if (dated[1] === undefined && after.date === null) continue
    // «Luật sửa đổi … của Luật X ngày …»: the inner law does not start a second citation.
    past = after.end
    const key = `${lower.slice(match.index, after.end)}`
    if (seen.has(key)) continue
    seen.add(key)
    found.push({ start: match.index, end: after.end, number: null, date: after.date })
  }
  return found
}
