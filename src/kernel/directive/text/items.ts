import { bodiesAt } from '../body/bodies.ts'
import type { Reading } from './reading.ts'

/**
 * What each paragraph is: a heading, an item under it, running text; and which parts of a letter give no orders. [DIR-14]
 *
 * Levels are known by the dress of the marker («I.», «1.», «a)», «-»), in the order in which the letter puts one inside the
 * other, since every office has its own. The letterhead, those it is sent to («Kính gửi», «… điện:») and the lines below them
 * that are nothing but bodies [DIR-39], the recitals («Căn cứ …») and «Nơi nhận» are no body; a plan or an annex after the signature opens the body again. Under «Mục đích», «Mục tiêu», «Đánh giá chung» stand aims and accounts:
 * such a section is inert, and only a sentence that charges a body by name is read there.
 */
export type Item = {
  /** The words, without the marker. */
  readonly start: number
  readonly end: number
  /** Dress of the marker, null for a paragraph without one. */
  readonly dress: string | null
  readonly zone: 'head' | 'to' | 'recital' | 'body' | 'closing'
  readonly isHeading: boolean
  readonly isInert: boolean
  readonly cells: readonly (readonly [number, number])[] | null
}

const DRESSES: readonly (readonly [string, RegExp])[] = [
  ['phần', /^(?=[pcm])(?:phần|chương|mục) (?:thứ )?[ivx\d]+[.:]? ?/iuy],
  ['điều', /^(?=đ)điều \d+[.:]? ?/iuy],
  ['bước', /^(?=[bgđ])(?:bước|giai đoạn|đợt) (?:thứ )?(?:\d{1,2}|[ivx]{1,4}) ?[.:] ?/iuy],
  ['I', /^[IVX]{1,5}[.)/-] /uy],
  ['A', /^[A-ZĐ][.)] /uy],
  ['1.1.a', /^\d{1,2}\.\d{1,2}\.[a-zđ][.)]? /uy],
  ['1.1.1', /^\d{1,2}\.\d{1,2}\.\d{1,2}[.)-]? /uy],
  ['1.1', /^\d{1,2}\.\d{1,2}[.)-]? (?!tỷ|triệu|nghìn|%)/uy],
  ['1', /^\d{1,2}[.)/-] /uy],
  ['(1)', /^\(\d{1,2}\) ?/uy],
  ['(i)', /^\([ivx]{1,4}\) ?/uy],
  ['(a)', /^\([a-zđ]\) ?/uy],
  ['a', /^[a-zđ]\d?[.)/] /uy],
  ['+', /^\+ ?(?=\p{L})/uy],
  ['*', /^[*•●▪○] ?(?=\p{L})/uy],
  ['-', /^- ?(?=[\p{L}“"(])/uy],
]
const INERT =
  /^(?:về )?(?:mục đích|yêu cầu(?=[ :.,;]*$| chung| cụ thể|,| -| và)|mục tiêu|quan điểm|phạm vi|đối tượng|căn cứ(?= pháp lý| xây dựng| ban hành)|sự cần thiết|đánh giá(?= chung| tình hình| kết quả)|tình hình|kết quả|tồn tại|hạn chế|một số tồn tại|nguyên nhân|giải thích|hiệu lực|bối cảnh|thực trạng|nguyên tắc|định hướng|phương hướng|quyền hạn(?! và)|chế độ làm việc|(?:chức năng|nhiệm vụ|quyền hạn|trách nhiệm)[^.;:]{0,30} của (?:ban chỉ đạo|tổ công tác|tổ giúp việc|hội đồng|trưởng ban|phó trưởng ban|các? ?thành viên))(?![\p{L}])/u
/** «Chính phủ yêu cầu các bộ, cơ quan, địa phương tập trung thực hiện các nhiệm vụ sau:», in the middle of an account. [DIR-43] */
const COMMANDS = /[\p{L},] (?<!được )(?:yêu cầu|giao|đề nghị|chỉ đạo|chỉ thị)(?!\p{L})[^:]{0,200}:$/u
/** «Kết quả … báo cáo về Sở X trước ngày …»: no heading of an account. [DIR-47] */
const SENDS = / (?:gửi|báo cáo|trình|nộp)(?!\p{L})[^:]* (?:trước|chậm nhất|muộn nhất|định kỳ|hằng|hàng)(?!\p{L})/u
const RECITAL = /^(?:căn cứ |xét đề nghị|theo đề nghị của|xét tờ trình)/u
/** «Căn cứ Nghị định số …, Bộ Y tế đề nghị UBND các tỉnh …», «… như sau:»: what it rests on, and then the order itself. */
const RESTS_AND_SPEAKS =
  /:$|,[^,;.]{2,120} (?:yêu cầu|đề nghị|giao|chỉ đạo|phân công|kính đề nghị|có ý kiến|hướng dẫn|kết luận)(?![\p{L}])|, [^,;.]{2,160}(?: (?:có trách nhiệm|chủ trì|tổ chức|triển khai|tiếp tục|khẩn trương))(?![\p{L}])[^;]*\.$/u
const isRecital = (words: string): boolean => RECITAL.test(words) && !RESTS_AND_SPEAKS.test(words)
const CLOSING = /^(?:\[\d{1,3}\] |nơi nhận|người ký|lưu:|tác giả|nguồn:|ảnh:|từ khóa|tags?:)/u
const ANNEX =
  /^(?:kế hoạch|phụ lục|chương trình|đề án|phương án|danh mục|quy chế|kế hoạch hành động|phân công nhiệm vụ|nhiệm vụ|bảng phân công)(?![\p{L}].{160})/u

/** A letter's own text begins with a letterhead, «Kính gửi», or its type in capitals; a report of it does not. */
export const isLetterHead = (text: string, lower: string): boolean =>
  /cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|(?:^|\n|\|) ?số ?:|(?:^|\n)kính gửi ?:/u.test(lower.slice(0, 1500)) ||
  /^\s*(?:CHỈ THỊ|QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|THÔNG BÁO|CÔNG ĐIỆN)\s*\n/u.test(text)

const isCapitals = (line: string): boolean => line === line.toUpperCase() && /\p{Lu}/u.test(line)

export function itemsOf(reading: Reading): readonly Item[] {
  const { text, lower } = reading
  const items: Item[] = []
  const isLetter = isLetterHead(text, lower)
  let zone: Item['zone'] = isLetter ? 'head' : 'body'
  const inert: string[] = []
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (end > start) {
      const marked = markerAt(text, start, end)
      const words = lower.slice(marked.start, end)
      const line = text.slice(marked.start, end)
      const isHeading =
        words.length < 200 &&
        (isCapitals(line) ||
          ['phần', 'I', 'A'].includes(marked.dress ?? '') ||
          (marked.dress !== null && marked.dress !== '-' && words.length < 90 && !/[.;]$/u.test(words)))
      zone = isOfAddressees(reading, zone, marked, end) ? 'to' : nextZone(zone, words, line, marked.dress, isLetter)
      if (marked.dress !== null || isCapitals(line)) {
        const dress = marked.dress ?? 'CAPS'
        const outer = inert.findIndex((entry) => entry.startsWith(`${dress}|`))
        if (outer >= 0) inert.length = outer
        else if (dress === 'CAPS') inert.length = 0
        inert.push(`${dress}|${INERT.test(words) && words.length < 160 && !SENDS.test(words) ? 'x' : ''}`)
      }
      const isInert = inert.some((entry) => entry.endsWith('|x'))
      // what follows are orders, though the section began with an account
      if (isInert && COMMANDS.test(words)) for (const [at, entry] of inert.entries()) inert[at] = entry.replace(/x$/u, '')
      items.push({
        start: marked.start,
        end,
        dress: marked.dress,
        zone,
        isHeading,
        isInert,
        cells: line.includes('|') ? cellsOf(text, marked.start, end) : null,
      })
    }
    start = end + 1
  }
  return items
}

/** «Kính gửi: …», «BỘ TRƯỞNG BỘ X điện:»: whom a letter is sent to stands behind the colon or in the lines below. [DIR-39] */
const ADDRESSES = /^(?:đồng )?kính gửi ?:? ?|^[^:;.]{3,120} điện ?: ?/u
/** Where the addressees of a line of the head begin; null: it is no such line. */
export const addresseesFrom = (reading: Reading, start: number, end: number): number | null => {
  const opening = ADDRESSES.exec(reading.lower.slice(start, Math.min(end, start + 130)))
  return opening === null ? null : start + opening[0].length
}

function isOfAddressees(
  reading: Reading,
  zone: Item['zone'],
  { start, dress }: { start: number; dress: string | null },
  end: number,
): boolean {
  if (zone !== 'head' && zone !== 'to') return false
  const from = addresseesFrom(reading, start, end)
  if (from === null && dress === '-') return true
  const at = from ?? (zone === 'to' ? start : null)
  if (at === null || at >= end) return at !== null
  const list = bodiesAt(reading, at)
  const isBodies = list !== null && /^[\s;,.]*$/u.test(reading.text.slice(list.end, end))
  // «1. Sở Tài chính» may be the first heading of the body: only a list goes on with a semicolon
  return from !== null
    ? isBodies || reading.lower.startsWith('kính gửi', start)
    : isBodies && (dress === null || /[+*]/u.test(dress) || /;\s*$/u.test(reading.text.slice(start, end)))
}

/** After «Nơi nhận»: an annex by its title, or numbered text, which a list of receivers never has. */
const reopens = (words: string, line: string, dress: string | null): boolean =>
  (isCapitals(line) && ANNEX.test(words)) ||
  /^phụ lục(?: (?:số )?[ivx\d]+)?[.:]?$/u.test(words) ||
  (dress !== null && !/^[-+*]$/u.test(dress) && words.length > 60 && /\p{Ll}/u.test(line)) ||
  dress === 'điều' ||
  dress === 'phần'

function nextZone(zone: Item['zone'], words: string, line: string, dress: string | null, isLetter: boolean): Item['zone'] {
  if (CLOSING.test(words)) return 'closing'
  if (zone === 'closing')
    return reopens(words, line, dress) ? 'body' : /^cộng h(?:òa|oà) xã hội chủ nghĩa việt nam/u.test(words) ? 'head' : 'closing'
  if (zone === 'body')
    return isLetter &&
      dress === null &&
      isRecital(words) &&
      (/;$/u.test(words) || /^căn cứ (?:luật|bộ luật|nghị|quyết định|thông tư|chỉ thị|pháp lệnh)/u.test(words))
      ? 'recital'
      : 'body'
  if (dress === null && isRecital(words)) return 'recital'
  if (zone === 'recital') return 'body'
  // The head ends with the first paragraph of prose, or the first item.
  if (dress !== null) return dress === '-' ? 'head' : 'body'
  const isProse = words.length > 110 || (words.length > 20 && /[.:]$/u.test(words) && !/điện ?:$/u.test(words))
  return isProse && !isCapitals(line) && !/^(?:\| ?)?(?:số ?:|v\/v|kính gửi)/u.test(words) && /[\p{Ll}]/u.test(line) ? 'body' : 'head'
}

function markerAt(text: string, start: number, end: number): { start: number; dress: string | null } {
  const head = text.slice(start, Math.min(end, start + 24))
  for (const [dress, pattern] of DRESSES) {
    pattern.lastIndex = 0
    const match = pattern.exec(head)
    if (match !== null && start + match[0].length < end) return { start: start + match[0].length, dress }
  }
  return { start, dress: null }
}

function cellsOf(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const cells: [number, number][] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i === end || text[i] === '|') {
      let [a, b] = [from, i]
      while (a < b && text[a] === ' ') a++
      while (b > a && text[b - 1] === ' ') b--
      if (!(cells.length === 0 && a === b && from === start)) cells.push([a, b])
      from = i + 1
    }
  }
  if (cells.length > 0 && (cells.at(-1)?.[0] ?? 0) === (cells.at(-1)?.[1] ?? 0)) cells.pop()
  return cells
}
