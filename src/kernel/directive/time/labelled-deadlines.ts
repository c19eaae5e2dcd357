import { type Day, yearOf } from '../../period/day.ts'
import type { Due } from '../extraction.ts'
import type { Reading } from '../text/reading.ts'
import { dateAt } from './dates.ts'
import { type DeadlineAt, deadlinesIn, endOf, isYearly, quarterOf, wordsOf, yearless } from './deadlines.ts'

const LABEL = /^(?:thời gian|thời hạn|tiến độ|thời điểm)(?: (?:thực hiện|hoàn thành|hoàn tất|báo cáo|triển khai))*[^:]{0,20}: /u
const BARE =
  /(?<![\p{L}])(?:(?:quý (?:(?:i{1,3}|[1-3]) ?(?:-|,|và|đến) ?(?:quý )?)*(?<q>iv|iii|ii|i|[1-4])(?:(?: năm | ?[/-] ?)(?<qy>\d{4}))?)|tháng (?<m>\d{1,2})(?:(?: năm | ?[/-] ?)(?<my>\d{4}))?|(?:năm |^)(?<y>20\d{2})(?! ?[-–] ?\d))(?![\p{L}\d])/u

/** In a line or cell of its own («- Thời gian thực hiện: Quý IV năm 2025») a month, quarter or year needs no word before it. [DIR-21] */
export function labelledDeadline(reading: Reading, start: number, end: number, issued: Day | null): DeadlineAt | null {
  const stated = deadlinesIn(reading, start, end, issued, true)[0]
  if (stated !== undefined) return { ...stated, rule: 'DIR-21' }
  const from = start + (LABEL.exec(reading.lower.slice(start, end))?.[0].length ?? 0)
  const text = reading.lower.slice(from, end)
  const at = (a: number, b: number, due: Omit<Due, 'text' | 'before'>): DeadlineAt => ({
    start: a,
    end: b,
    due: { ...due, text: wordsOf(reading, a, b), before: false },
    slip: null,
    rule: 'DIR-21',
  })
  const day = /^(?:ngày )?(?=\d)/u.exec(text)
  const written = day === null ? null : dateAt(text, day[0].length)
  if (written !== null)
    return at(from, from + written.end, { kind: 'day', date: written.day ?? yearless(written.month, written.date, issued) })
  const bare = BARE.exec(text)
  if (bare === null || /^\s*(?:từ|sau|giai đoạn)/u.test(text)) return null
  if (isYearly(text, bare.index + bare[0].length)) return null
  const { q, qy, m, my, y } = bare.groups ?? {}
  const yearWritten = qy ?? my ?? y ?? (issued === null ? undefined : String(yearOf(issued)))
  const month = q !== undefined ? quarterOf(q) * 3 : m !== undefined ? Number(m) : 12
  const date = yearWritten === undefined ? null : endOf(Number(yearWritten), month)
  return at(from + bare.index, from + bare.index + bare[0].length, {
    kind: q !== undefined ? 'quarter' : m !== undefined ? 'month' : 'year',
    date,
  })
}
