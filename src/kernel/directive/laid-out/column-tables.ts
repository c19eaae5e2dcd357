import type { Day } from '../../period/day.ts'
import { bodiesAt } from '../body/bodies.ts'
import type { Item } from '../text/items.ts'
import type { Reading } from '../text/reading.ts'
import { type Piece, trimmed } from '../text/sentences.ts'
import type { DeadlineAt } from '../time/deadlines.ts'
import { labelledDeadline } from '../time/labelled-deadlines.ts'
import type { Row } from './row.ts'

/**
 * Tables whose cells stand one below the other, as a PDF gives them: first the names of the columns, then work, lead,
 * partners, product, time. [DIR-33]
 *
 * Which cell is which is told by what is in it. A cell that is nothing but bodies, after one that is not, is the lead of
 * that work; another such cell names the partners; one that is nothing but a time is the time. A product belongs to nobody.
 */
const HEAD = {
  work: /^(?:tên |nội dung)?[ ,]*(?:nội dung|nhiệm vụ|công việc|hoạt động|đề án|văn bản)[\p{L} ,]{0,30}$/u,
  lead: /(?:chủ trì|đầu mối|phụ trách)[\p{L} ]{0,20}$|^(?:cơ quan|đơn vị) thực hiện$/u,
  other: /^(?:tt|stt|số tt|(?:cơ quan|đơn vị)? ?phối hợp.*|sản phẩm.*|kết quả.*|cấp .*|ghi chú|căn cứ.*|\(.*\))$/u,
  time: /^(?:thời (?:gian|hạn|điểm)|tiến độ)[\p{L} ]{0,20}$/u,
} as const
const TIME = /^(?:trước |trong |đến hết )?(?:năm|quý|tháng|20\d{2}|\d{1,2}[/-]\d|hằng|hàng|thường xuyên|định kỳ|từ (?:năm|quý|tháng))/u
const LONGEST_CELL = 900

export function columnRows(reading: Reading, items: readonly Item[]): ReadonlyMap<number, readonly Row[]> {
  const rows = new Map<number, readonly Row[]>()
  const wordsOf = (item: Item): string => reading.lower.slice(item.start, item.end).trim()
  const isHead = (item: Item | undefined): boolean =>
    item !== undefined && item.end - item.start < 60 && Object.values(HEAD).some((pattern) => pattern.test(wordsOf(item)))
  let work: { index: number; cell: Piece } | null = null
  let row: Row | null = null
  let isOpen = false
  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    if (item === undefined) break
    if (item.zone !== 'body' || item.cells !== null || item.end - item.start > LONGEST_CELL) {
      isOpen = false
      continue
    }
    if (isHead(item)) {
      // A head is at least the names of three columns, work and lead among them; on a new page it stands again.
      let last = i
      while (isHead(items[last + 1]) && last < i + 9) last++
      const head = items.slice(i, last + 1).map(wordsOf)
      const hasColumns = head.length > 2 && head.some((cell) => HEAD.work.test(cell)) && head.some((cell) => HEAD.lead.test(cell))
      if (hasColumns) {
        for (let j = i; j <= last; j++) rows.set(j, [])
        isOpen = true
        i = last
        continue
      }
    }
    if (!isOpen) continue
    const cell = trimmed(reading.text, item.start, item.end)
    rows.set(i, [])
    const list = bodiesAt(reading, cell[0])
    const isBodies = list !== null && list.end >= cell[1] - 1
    const isTime = cell[1] - cell[0] < 40 && TIME.test(wordsOf(item))
    if (isBodies && work !== null) {
      row = rowOf(reading, work.cell, cell)
      rows.set(work.index, [row])
      work = null
    } else if (isBodies && row !== null) row.partners ??= cell
    else if (isTime && row !== null) row.time ??= cell
    else if (list === null && cell[1] - cell[0] > 12) work = { index: i, cell } // a product, or the work of the next row
  }
  return rows
}

function rowOf(reading: Reading, work: Piece, lead: Piece): Row {
  const row: Row = {
    work,
    lead,
    partners: null,
    time: null,
    rule: 'DIR-33',
    deadline: (issued: Day | null): DeadlineAt | null =>
      row.time === null ? null : labelledDeadline(reading, row.time[0], row.time[1], issued),
  }
  return row
}
