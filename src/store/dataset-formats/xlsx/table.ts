import { type Cell, cellText } from '../../../kernel/dataset/cell.ts'
import { headingsOf } from '../../../kernel/dataset/names.ts'
import { isNumbering } from '../../../kernel/dataset/numbering.ts'
import { yearNamed } from '../../../kernel/dataset/role.ts'
import { inPieces, recordSource } from '../records.ts'
import type { Source } from '../source.ts'
import type { Merge, Row, Sheet } from './sheet.ts'

/**
 * The table that a sheet holds: below titles and letterheads, with headings in several rows joined. [DAT-17]
 *
 * A cell that is merged downwards says the same of each of its rows when it is a text, a day or a year. An amount is of them
 * together, so it stays in the first alone, and both are told. [DAT-74]
 */
type Head = { readonly above: number; readonly first: number; readonly last: number; readonly labels: readonly string[] }

export function tableIn(sheet: Sheet, hasHead: boolean): Source {
  const head = headOf(sheet)
  const labels = head.labels.slice(0, usedIn(sheet, head.labels))
  const isPlain = labels.some((label) => label !== '' && !/^[\d.,-]+$/.test(label))
  const [next] = rowsAfter(sheet, head.last)
  const isCounted = hasHead && next !== undefined && isNumbering(next.cells.map(cellText))
  const from = hasHead ? (isCounted ? next.at : head.last) : head.first - 1
  const { rows, filled, left } = mergedDown(sheet, rowsAfter(sheet, from), labels)
  const data = rows.map(({ at, cells }) => ({ at, cells: labels.map((_, i) => cells[i] ?? ''), bad: null }))
  return {
    ...recordSource('xlsx', hasHead ? labels : labels.map((_, i) => `Cột ${i + 1}`), () => inPieces(data)),
    above: head.above,
    asksHead: !isPlain,
    ...(filled + left === 0 ? {} : { merged: { filled, left } }),
  }
}

const isSaid = (cell: Cell | undefined): boolean => cell !== undefined && cellText(cell) !== ''
const rowsAfter = ({ rows }: Sheet, at: number): readonly Row[] => rows.filter((row) => row.at > at && row.cells.some(isSaid))
const usedIn = ({ rows }: Sheet, labels: readonly string[]): number =>
  labels.findLastIndex((label, i) => label !== '' || rows.some(({ cells }) => isSaid(cells[i]))) + 1

/** Rows of headings above the one that is as full as the rest. */
const MOST_HEADS = 8

function headOf({ rows, merged }: Sheet): Head {
  const counts = rows.map(({ cells }) => cells.filter(isSaid).length)
  // above a small table as many rows may be titles as it has records
  const common = counts.toSorted((a, b) => a - b)[Math.floor(counts.length * 0.75)] ?? 1
  const full = counts.findIndex((n) => n >= Math.max(2, common / 2) || n >= common)
  let top = Math.max(0, full)
  // a heading over several columns, or one merged down to here, stands in a row that is not full
  for (let i = 0; i < MOST_HEADS && top > 0 && leads(rows[top - 1], rows[top], merged); i += 1) top -= 1
  const first = rows[top]?.at ?? 1
  const last = lastHead(first, merged)
  const under = rows.filter(({ at }) => at >= first && at <= last)
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const labels = Array.from({ length: width }, (_, i) => {
    const parts = under.map(({ at, cells }) => (mergedText(merged, rows, at, i) ?? cellText(cells[i] ?? '')).trim())
    return [...new Set(parts.filter((part) => part !== ''))].join(' / ')
  })
  return { above: top, first, last, labels }
}

/** Whether a row of headings lies over another: it is next to it, and parts of the table lie under its merged cells. */
function leads(upper: Row | undefined, lower: Row | undefined, merged: readonly Merge[]): boolean {
  if (upper === undefined || lower === undefined || upper.at !== lower.at - 1) return false
  const own = merged.filter((one) => one.top === upper.at)
  const said = upper.cells.filter(isSaid).length
  const isOver = own.some(
    (one) =>
      one.right > one.left &&
      one.bottom === upper.at &&
      // one cell over the whole table is its title
      said > 1 &&
      lower.cells.slice(one.left, one.right + 1).filter(isSaid).length > 1,
  )
  const reaches = own.some((one) => one.bottom >= lower.at)
  return isOver || (reaches && said > 1)
}

/** Headings go down as far as a cell of theirs is merged, and one row below a cell that is merged across. */
function lastHead(first: number, merged: readonly Merge[]): number {
  let last = first
  for (let i = 0; i < MOST_HEADS; i += 1) {
    const own = merged.filter((one) => one.top >= first && one.top <= last)
    const across = own.filter((one) => one.right > one.left && one.bottom === last)
    const next = Math.max(last, ...own.map((one) => one.bottom), across.length > 0 ? last + 1 : last)
    if (next === last) return last
    last = next
  }
  return last
}

function mergedText(merged: readonly Merge[], rows: readonly Row[], at: number, column: number): string | null {
  const own = merged.find((one) => at >= one.top && at <= one.bottom && column >= one.left && column <= one.right)
  if (own === undefined) return null
  const cell = rows.find((row) => row.at === own.top)?.cells[own.left]
  return cell === undefined ? null : cellText(cell)
}

type Down = {
  readonly rows: readonly Row[] /** Cells that were given what stands above them, and that were left empty. */
  readonly filled: number
  readonly left: number
}

function mergedDown({ merged }: Sheet, rows: readonly Row[], labels: readonly string[]): Down {
  const headings = headingsOf(labels)
  const isYear = labels.map((_, i) => headings[i] !== undefined && yearNamed(headings[i]) !== 'no')
  const byRow = new Map(rows.map((row) => [row.at, row]))
  const given = new Map<number, Map<number, Cell>>()
  let left = 0
  for (const { top, bottom, left: column, right } of merged) {
    const cell = byRow.get(top)?.cells[column]
    if (bottom === top || cell === undefined || !isSaid(cell)) continue
    const stays = typeof cell !== 'string' && cell.is === 'number' && isYear[column] !== true
    for (let at = top + 1; at <= bottom; at += 1) {
      if (!byRow.has(at)) continue
      if (stays) left += 1
      // a block of rows and columns is one cell; what it says is of its first column
      else if (right >= column) given.set(at, (given.get(at) ?? new Map<number, Cell>()).set(column, cell))
    }
  }
  const filled = [...given.values()].reduce((sum, cells) => sum + cells.size, 0)
  if (filled === 0) return { rows, filled, left }
  return {
    rows: rows.map((row) => {
      const own = given.get(row.at)
      return own === undefined ? row : { at: row.at, cells: labels.map((_, i) => own.get(i) ?? row.cells[i] ?? '') }
    }),
    filled,
    left,
  }
}
