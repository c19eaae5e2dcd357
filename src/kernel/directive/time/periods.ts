import type { Every } from '../extraction.ts'
import type { Reading } from '../text/reading.ts'
import { matchesOf } from '../text/sticky.ts'

/**
 * How often. [DIR-25]
 *
 * «định kỳ 6 tháng», «hằng quý», «trước ngày 25 hằng tháng» give an interval; «thường xuyên» makes the work standing, where
 * it says how the work is done («thường xuyên rà soát») and not what kind of thing something is («nhiệm vụ thường xuyên»,
 * «chi thường xuyên»). «định kỳ» alone has no interval and gives none. A bare «hằng năm» counts only where it opens the
 * clause or stands with a report or a day: «kế hoạch hằng năm» is the name of a plan. [DIR-26]
 */
export type PeriodAt = { readonly start: number; readonly end: number; readonly every: Every }

const UNIT: Readonly<Record<string, Every>> = { ngày: 'P1D', đêm: 'P1D', tuần: 'P1W', tháng: 'P1M', quý: 'P3M', năm: 'P1Y' }
const HOUR = '\\d{1,2} ?(?:giờ|h|g)(?: ?\\d{2}(?: phút)?)?,?'
const DAY = '(?:ngày )?\\d{1,2}(?:[/-]\\d{1,2}| tháng \\d{1,2})?(?: của)?'
const WITH_DAY = new RegExp(
  `(?:trước|chậm nhất(?: là| vào)?(?: trước)?|vào|đến|định kỳ)(?: vào)? (?:${HOUR}(?: ${DAY})?|${DAY}) (?:hằng|hàng|mỗi) (tháng|quý|năm|tuần|ngày)(?! ngày)|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]) (?:hằng|hàng|mỗi) (tuần)|ngày \\d{1,2}(?: của)? tháng (?:cuối|đầu)(?: của)?(?: mỗi)? (quý)(?! [iv])`,
  'gu',
)
/** «vào ngày 10 và 25 hằng tháng». [DIR-45] */
const TWO_DAYS = /ngày \d{1,2}(?:,| và)(?: ngày)? \d{1,2}(?: của)? (?:hằng|hàng|mỗi) tháng/gu
const NUMBERED =
  /(?:định kỳ|cứ)(?: mỗi| hằng| hàng)? (?:0?(\d{1,2})|sáu|ba) (ngày|tuần|tháng)(?:\/ ?lần| một lần| 1 lần| \/lần)?(?: (?:đầu|cuối) năm)?(?:,? (?:và )?(?:một |01 |1 )?năm)?|(?:(\d{1,2}) (ngày|tuần|tháng)(?:\/ ?| một | 1 |\/ ?0?1 )lần)/gu
const NAMED =
  /(?:định kỳ,? )?(?:hằng|hàng|mỗi|theo) (ngày|đêm|tuần|tháng|quý|năm)(?:,? (?:quý|6 tháng|năm)(?:,| và)?)*(?![\p{L}])|định kỳ,? (tháng|quý|năm)(?![\p{L}])/gu
/** «2 lần/tháng», «mỗi tuần một lần». [DIR-45] */
const TIMES =
  /(?:mỗi|một|hằng|hàng) (ngày|tuần|tháng|quý|năm),? (?:(?:ít nhất|tối thiểu) )?(?:0?([1246])|một|hai) lần(?!\p{L})|(?:0?([1246])|một|hai) lần ?(?:\/ ?|trong |mỗi |một |trong một )(?:1 |01 )?(ngày|tuần|tháng|quý|năm)(?!\p{L})/gu
const OFTEN: Readonly<Record<string, Every>> = {
  '1 ngày': 'P1D',
  '2 ngày': 'P1D',
  '1 tuần': 'P1W',
  '1 tháng': 'P1M',
  '2 tháng': 'P2W',
  '4 tháng': 'P1W',
  '1 quý': 'P3M',
  '1 năm': 'P1Y',
  '2 năm': 'P6M',
  '4 năm': 'P3M',
}
const STANDING = /(?<![\p{L}])thường xuyên(?![\p{L}])/gu
/** Before «hằng năm» these show that it says when to do something. */
const DOES =
  /(?:^|[.;:,] ?|báo cáo |tình hình |tổng hợp |gửi |định kỳ,? |công bố |công khai |đánh giá |kết quả |lần |quý [iv1-4]{1,3},? |tháng \d{1,2},? |ngày \d{1,2}(?:\/\d{1,2})?,? )$/u
/** Before «thường xuyên» these show that it says what something is. */
const IS =
  /(?:nhiệm vụ|chi|kinh phí|việc làm|công việc|hoạt động|nguồn|dự toán|tổ|bộ phận|báo cáo|cơ quan|đào tạo|không|sự|chế độ|kiểm tra)(?: [\p{L}]{1,8}){0,2} $/u

const MAY_HOLD = /định kỳ|hằng|hàng|mỗi|cứ|lần|tháng (?:cuối|đầu)|theo (?:ngày|tuần|tháng|quý|năm)|thường xuyên/gu
/** Where the words of an interval begin, in order: asked of every clause, found once a text. */
const kept = new WeakMap<Reading, readonly number[]>()
function mayHold(reading: Reading, start: number, end: number): boolean {
  let places = kept.get(reading)
  if (places === undefined) {
    places = [...reading.lower.matchAll(MAY_HOLD)].map(({ index }) => index)
    kept.set(reading, places)
  }
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return (places[low] ?? end) < end
}

export function periodIn(reading: Reading, start: number, end: number): PeriodAt | null {
  if (!mayHold(reading, start, end)) return null
  const text = reading.lower.slice(start, end)
  const at = (index: number, length: number, every: Every): PeriodAt => ({ start: start + index, end: start + index + length, every })
  const day = matchesOf(WITH_DAY, text)[0]
  if (day !== undefined) return at(day.index, day[0].length, UNIT[day[1] ?? day[2] ?? day[3] ?? ''] ?? 'P1M')
  const twice = matchesOf(TWO_DAYS, text)[0]
  if (twice !== undefined) return at(twice.index, twice[0].length, 'P2W')
  const numbered = matchesOf(NUMBERED, text)[0]
  if (numbered !== undefined) {
    const n = Number(numbered[1] ?? numbered[3] ?? (numbered[0].includes('ba') ? 3 : 6))
    const every = everyOf(n, numbered[2] ?? numbered[4] ?? '')
    if (every !== null) return at(numbered.index, numbered[0].length, every)
  }
  for (const match of text.includes(' lần') || text.includes('lần/') ? matchesOf(TIMES, text) : []) {
    const times = match[2] ?? match[3] ?? (match[0].includes('hai lần') ? '2' : '1')
    const every = OFTEN[`${times} ${match[1] ?? match[4] ?? ''}`]
    if (every !== undefined) return at(match.index, match[0].length, every)
  }
  for (const match of matchesOf(NAMED, text)) {
    const unit = match[1] ?? match[2] ?? ''
    const isNamed = match[0].startsWith('định kỳ')
    if (match[0].startsWith('theo') && !/báo cáo[^.;]{0,40}$/u.test(text.slice(0, match.index))) continue
    const isOften = unit !== 'năm' && /^(?:[,.;)]|$)/u.test(text.slice(match.index + match[0].length))
    const reports = /^,? (?:báo cáo|tổng hợp|gửi|sơ kết|tổng kết|trước ngày)(?!\p{L})/u.test(text.slice(match.index + match[0].length))
    if (isNamed || isOften || reports || DOES.test(text.slice(Math.max(0, match.index - 30), match.index)))
      return at(match.index, match[0].length, UNIT[unit] ?? 'P1Y')
  }
  for (const match of matchesOf(STANDING, text)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 14)
    if (!IS.test(text.slice(Math.max(0, match.index - 30), match.index)) && !/^(?: của| trong| tại|,? đột xuất| và đột)/u.test(after))
      return at(match.index, match[0].length, 'standing')
  }
  return null
}

const everyOf = (n: number, unit: string): Every | null => {
  if (unit === 'tháng') return n === 1 ? 'P1M' : n === 3 ? 'P3M' : n === 6 ? 'P6M' : n === 12 ? 'P1Y' : null
  if (unit === 'tuần') return n === 1 ? 'P1W' : n === 2 ? 'P2W' : null
  return n === 1 ? 'P1D' : n === 7 ? 'P1W' : n === 14 || n === 15 ? 'P2W' : null
}
