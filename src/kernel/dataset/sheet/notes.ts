import { type Cell, cellText } from '../cell/cell.ts'
import { isFigure } from '../cell/number-text.ts'
import type { SourceRow } from '../format/source-row.ts'
import type { Totals } from './totals.ts'

/**
 * Rows under a table that are no records of it: where its figures are from, remarks, the place and day of a signature, who signs;
 * and its headings, said again above the next page. It is asked whether they are left out, with the rows of totals. [DAT-65]
 *
 * Only a row that is almost empty may be one, so that the same words in a record stay what they are. Under a table whose records
 * are full, all that is as empty belongs to the first of them — the name of who signed says nothing of itself — until a record, or a
 * figure. Where records are as empty themselves, or are of words alone, only what goes on with it does.
 */
export type NoteRow = { readonly bad: 'note' | 'heading'; readonly value: string }
/** As of rows of totals: how many, and the first with their lines. */
export type Notes = Totals

const REMARK =
  /^[*(\s]*(?:(?:ghi chú|chú thích|chú giải|chú ý|lưu ý|diễn giải|note|notes|remark|remarks)\s*(?:[:.(–-]|\d|$)|(?:nguồn|nguồn (?:số liệu|dữ liệu|tin|tài liệu|thông tin)|source|sources|nơi nhận|người liên hệ|điện thoại liên hệ)\s*:|nơi nhận\s*$)/iu
const FIGURES_ARE = /^[*(\s]*số liệu (?:sơ bộ|ước|tạm tính|chưa|chính thức|tính đến|được|do |của |năm \d{4} )/iu
const STARRED = /^\(\*+\)\s*:?\s*\p{L}/u
const DATED = /^(?:[^,:]{2,40},\s*)?ngày\s*[\d.…_ ]{0,12}\s*tháng\s*[\d.…_ ]{0,12}\s*năm\s*[\d.…_ ]{0,12}$/iu
const SIGNED = /^\(?\s*(?:(?:đã\s+)?ký(?:\s*[,.;)]|\s+(?:tên|và|ghi|rõ|đóng|điện tử|số)|$)|ghi rõ họ|signed|signature)/iu
// «Q. Hải Châu» is a district
const FOR = /^(?:(?:kt|tm|tl|tuq)\s*\.\s*\p{L}|q\s*\.\s*(?:(?:tổng |phó )*giám đốc|chủ tịch|\p{L}+ trưởng|trưởng ))/iu
const MAKER =
  /^(?:người|cán bộ|nhân viên)\s+(?:lập|kiểm tra|kiểm soát|duyệt|báo cáo|tổng hợp)(?:\s+(?:biểu|bảng|báo cáo|danh sách|phiếu|số liệu))*$/iu
const CONFIRMED = /^(?:xác nhận|phê duyệt) của\s/iu
const ROLE =
  /^(?:(?:phó |quyền )?(?:tổng )?giám đốc|(?:phó )?(?:chủ tịch|cục trưởng|chi cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|trưởng ban|trưởng phòng|chánh văn phòng|chánh thanh tra|bí thư|chủ nhiệm)|(?:thủ|phó thủ) trưởng|bộ trưởng|thứ trưởng|phó (?:hiệu trưởng|trưởng phòng|trưởng ban)|kế toán(?: trưởng)?|thủ quỹ|thủ kho)(?:\s.{0,60})?$/iu
const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()
const LONGEST = 200

const speaksForItself = (text: string): boolean =>
  [REMARK, FIGURES_ARE, STARRED, DATED, SIGNED, FOR, MAKER, CONFIRMED].some((pattern) => pattern.test(text)) ||
  (ROLE.test(text) && isCapitals(text))

/** «Nguồn:» beside whom it is from; who made the table beside who answers for it. */
function begins(said: readonly string[]): boolean {
  const [first = ''] = said
  if (DATED.test(said.join(', '))) return true
  return said.length === 1 || REMARK.test(first) ? speaksForItself(first) : said.every((text) => speaksForItself(text) || ROLE.test(text))
}

/** A lone word of a list, or an office in the column that names its rows, is one of its entries. */
const isEntry = ([first = '', ...others]: readonly string[], isNaming: boolean): boolean =>
  others.length === 0 && (/^\p{L}+(?: \p{L}+)?$/u.test(first) || (isNaming && ROLE.test(first)))

const ITEM = /^(?:[-–—+•*·“"«(]|\p{Ll}|(?:\d{1,2}|[a-zđ])\s*[.)]\s)/u
const SENTENCE = /\s\S+\s.*[.;]$/u
const PERSON = /^(?:(?:ông|bà|ths|ts|pgs|gs|bs)\.?\s+)*\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,5}$/u

/** Whether a row goes on with the remark or the signature above it. */
function goesOn(said: readonly string[], above: readonly string[]): boolean {
  const isOpen = /[:,;]$/u.test(above[0] ?? '') && said.length === 1
  // a name is that of who signs, once
  const isSigned = above.some((text) => [DATED, SIGNED, FOR, MAKER, CONFIRMED, ROLE].some((pattern) => pattern.test(text)))
  return (
    isOpen ||
    said.every(
      (text) => speaksForItself(text) || ROLE.test(text) || ITEM.test(text) || SENTENCE.test(text) || (isSigned && PERSON.test(text)),
    )
  )
}

/** Looks at rows in their order. @param head the headings, as the file has them @returns of each row what it is; null: a record */
export function noteRows(head: readonly string[]): (row: Pick<SourceRow, 'cells' | 'bad'>) => NoteRow | null {
  const labels = head.map(plain)
  const isHeading = (cells: readonly Cell[]): boolean =>
    labels.length > 1 && cells.length === labels.length && cells.every((cell, i) => plain(cellText(cell)) === labels[i])
  const most = Math.min(2, head.length - 1)
  const records = { n: 0, sparse: 0, figures: 0 }
  let above: readonly string[] | null = null
  const isNote = (said: readonly string[], isNaming: boolean): boolean => {
    const isFull = records.sparse * FEW <= records.n && records.figures * 2 >= records.n
    if (isFull) return above !== null || begins(said)
    return above === null ? begins(said) && !isEntry(said, isNaming) : goesOn(said, above)
  }
  return ({ cells, bad }) => {
    if (bad !== null && bad !== 'ragged') return null
    const filled = cells.filter((cell) => cellText(cell).trim() !== '')
    if (filled.length === 0) return null
    const value = (): string =>
      filled
        .map((cell) => plain(cellText(cell)))
        .join(' | ')
        .slice(0, LONGEST)
    if (isHeading(cells)) {
      above = null
      return { bad: 'heading', value: value() }
    }
    const hasFigure = filled.some((cell) => typeof cell !== 'string' || isFigure(cell.trim()))
    const isSparse = filled.length <= most && !hasFigure
    const said = isSparse ? filled.map((cell) => plain(cellText(cell))) : []
    if (isSparse && isNote(said, plain(cellText(cells[0] ?? '')) !== '')) {
      above = said
      return { bad: 'note', value: value() }
    }
    above = null
    if (bad === null) {
      records.n += 1
      if (isSparse) records.sparse += 1
      if (hasFigure) records.figures += 1
    }
    return null
  }
}
/** One record of so many may lack all but its name. */
const FEW = 20

const SHOWN = 5

/** `see` says what a row is that is no record. */
export function notesSeen(head: readonly string[]): {
  see(row: Pick<SourceRow, 'at' | 'cells' | 'bad'>): NoteRow | null
  found(): Notes | null
} {
  const noteOf = noteRows(head)
  const first: { at: number; value: string }[] = []
  let n = 0
  let rows = 0
  return {
    see(row) {
      const note = noteOf(row)
      if (note === null) {
        rows += 1
        return null
      }
      n += 1
      if (first.length < SHOWN) first.push({ at: row.at, value: note.value })
      return note
    },
    // a file that is nothing else is a list of them
    found: () => (n > 0 && rows > 0 ? { n, first } : null),
  }
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC')
