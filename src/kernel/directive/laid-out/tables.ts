import type { Item } from '../text/items.ts'
import type { Reading } from '../text/reading.ts'
import type { Piece } from '../text/sentences.ts'
import { labelledDeadline } from '../time/labelled-deadlines.ts'
import { columnRows } from './column-tables.ts'
import type { Row } from './row.ts'

const COLUMNS = {
  work: /nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|tên (?:đề án|văn bản)|việc (?:cần|phải)/u,
  lead: /chủ trì|thực hiện|đầu mối|phụ trách|được giao|chịu trách nhiệm|phân công|^(?:cơ quan|đơn vị)/u,
  partners: /phối hợp/u,
  time: /thời (?:gian|hạn|điểm)|tiến độ|hoàn thành|lộ trình|^hạn/u,
} as const

const textOf = (reading: Reading, cell: Piece | undefined): string => (cell === undefined ? '' : reading.text.slice(cell[0], cell[1]))
const isBlank = (reading: Reading, cell: Piece | undefined): boolean => cell !== undefined && textOf(reading, cell) === ''

/**
 * Tables of tasks, with cells divided by «|»: a head row that names the columns, then one task a row. [DIR-30]
 * The quote is the cell of the work. A lead's cell that is empty in a row that has its number and other cells was merged
 * with the one above [DIR-48]. Any other row without a lead, or a table without a column for one, gives no task.
 * @returns rows of tasks by the index of their item; a row of the table that is none has an empty list
 */
export function rowsOf(reading: Reading, items: readonly Item[]): ReadonlyMap<number, readonly Row[]> {
  const rows = new Map<number, readonly Row[]>(columnRows(reading, items))
  let columns: Record<keyof typeof COLUMNS, number> | null = null
  let above: Piece | null = null
  items.forEach((item, i) => {
    // «|  | 2 | …»: an empty cell before the number of the row.
    const cells =
      item.cells !== null && isBlank(reading, item.cells[0]) && /^(?:\d+|[IVX]+)\.?$/.test(textOf(reading, item.cells[1]))
        ? item.cells.slice(1)
        : item.cells
    if (cells === null || cells.length < 2) {
      columns = null
      return
    }
    if (cells.every(([a, b]) => /^[-: ]*$/.test(reading.text.slice(a, b)))) {
      rows.set(i, [])
      return
    }
    const words = cells.map(([a, b]) => reading.lower.slice(a, b))
    const find = (pattern: RegExp): number => words.findIndex((cell) => cell.length < 60 && pattern.test(cell))
    const partners = find(COLUMNS.partners)
    const isLead = (pattern: RegExp): number =>
      words.findIndex(
        (cell, j) =>
          j !== partners && cell.length < 60 && pattern.test(cell) && !COLUMNS.time.test(cell) && !/nội dung|nhiệm vụ/u.test(cell),
      )
    const lead = isLead(/chủ trì/u) >= 0 ? isLead(/chủ trì/u) : isLead(COLUMNS.lead)
    const work = words.findIndex((cell, j) => j !== lead && cell.length < 60 && COLUMNS.work.test(cell))
    if (columns === null && lead >= 0 && work >= 0) {
      above = null
      columns = { work, lead, partners, time: words.findIndex((cell) => cell.length < 60 && COLUMNS.time.test(cell)) }
      rows.set(i, [])
      return
    }
    if (columns === null) return
    const w = cells[columns.work]
    const isCounted = /^\d{1,3}(?:\.\d{1,3})*\.?$/u.test(textOf(reading, cells[0])) && cells[0] !== w
    const goesOn = isCounted && cells.some((cell) => cell !== cells[0] && cell !== w && !isBlank(reading, cell))
    const own = cells[columns.lead]
    if (!isBlank(reading, own)) above = own ?? null
    else if (!goesOn) above = null
    const l = isBlank(reading, own) ? above : own
    const p = cells[columns.partners] ?? null
    const t = cells[columns.time] ?? null
    const isRow = w !== undefined && l != null && w[1] - w[0] > 8 && l[1] > l[0]
    rows.set(
      i,
      isRow
        ? [
            {
              work: w,
              lead: l,
              partners: p,
              time: t,
              deadline: (issued) => (t === null ? null : labelledDeadline(reading, t[0], t[1], issued)),
              rule: 'DIR-30',
            },
          ]
        : [],
    )
  })
  return rows
}
