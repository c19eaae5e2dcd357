import { type Cell, cellText } from '../../../kernel/dataset/cell.ts'
import { looksLikeHead } from '../../../kernel/dataset/csv-dialect.ts'
import { headingsOf } from '../../../kernel/dataset/names.ts'
import { isNumbering } from '../../../kernel/dataset/numbering.ts'
import type { Merged, SourceRow } from '../../../kernel/dataset/reading.ts'
import { yearNamed } from '../../../kernel/dataset/role.ts'
import { inPieces, recordSource } from '../records.ts'
import type { Source } from '../source.ts'
import { isSaid, type Merge, type Row, type Sheet } from './sheet.ts'

/**
 * The table that a sheet holds: below titles and letterheads, with headings in several rows joined. [DAT-17]
 *
 * A cell that is merged downwards says the same of each of its rows when it is a text, a day or a year. An amount is of them
 * together, so it stays in the first alone, and both are told. [DAT-74]
 */
type Head = { readonly above: number; readonly first: number; readonly last: number; readonly labels: readonly string[] }

export async function tableIn(sheet: Sheet, hasHead: boolean): Promise<Source> {
  const head = headOf(sheet)
  const labels = head.labels.slice(0, Math.max(sheet.width, head.labels.findLastIndex((label) => label !== '') + 1))
  const isPlain = looksLikeHead(
    labels,
    sheet.first.filter(({ at }) => at > head.last).map(({ cells }) => cells.map(cellText)),
  )
  const next = sheet.first.find(({ at, cells }) => at > head.last && cells.some(isSaid))
  const isCounted =
    hasHead &&
    next !== undefined &&
    isNumbering(
      next.cells.map(cellText),
      sheet.first
        .filter(({ at }) => at > next.at)
        .slice(0, 4)
        .map(({ cells }) => cells.map(cellText)),
    )
  const from = hasHead ? (isCounted ? next.at : head.last) : head.first - 1
  async function* rows(down: Down): AsyncGenerator<SourceRow> {
    for await (const some of sheet.again())
      for (const row of some)
        if (row.at > from && row.cells.some(isSaid)) yield { at: row.at, cells: down.of(row, labels.length), bad: null }
  }
  const merged = await countedDown(sheet, labels, from)
  return {
    ...recordSource('xlsx', hasHead ? labels : labels.map((_, i) => `Cột ${i + 1}`), () => inPieces(rows(mergedDown(sheet, labels, from)))),
    above: head.above,
    asksHead: !isPlain,
    ...(merged === null ? {} : { merged }),
  }
}

/** Rows in which headings are looked for. */
const MOST_ABOVE = 40

/** A number or a day that heads no column: a year does. */
const isFigureCell = (cell: Cell): boolean =>
  typeof cell !== 'string' && cell.is !== 'fault' && !(cell.is === 'number' && /^(?:19|20)\d\d$/.test(cell.text))

/** Rows of headings above the one that is as full as the rest. */
const MOST_HEADS = 8

function headOf({ first: rows, merged }: Sheet): Head {
  // a row that counts the columns is no heading, below one
  const counts = rows.map(({ cells }, i) => (i > 0 && isNumbering(cells.map(cellText)) ? 0 : cells.filter(isSaid).length))
  // above a small table as many rows may be titles as it has records
  const common = counts.toSorted((a, b) => a - b)[Math.floor(counts.length * 0.75)] ?? 1
  const record = rows.findIndex((row, i) => (counts[i] ?? 0) > 1 && row.cells.some(isFigureCell))
  const above = counts.slice(0, Math.min(MOST_ABOVE, record))
  // of the rows before the first figures the one that is fullest: a letterhead has fewer cells than the headings
  const fullest = above.indexOf(Math.max(...above))
  const full = record > 0 && (counts[fullest] ?? 0) > 1 ? fullest : counts.findIndex((n) => n >= Math.max(2, common / 2) || n >= common)
  let top = Math.max(0, full)
  // a heading over several columns, or one merged down to here, stands in a row that is not full
  for (let i = 0; i < MOST_HEADS && top > 0 && leads(rows[top - 1], rows[top], merged); i += 1) top -= 1
  const first = rows[top]?.at ?? 1
  const last = lastHead(first, merged, rows)
  const under = rows.filter(({ at }) => at >= first && at <= last)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
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
function lastHead(first: number, merged: readonly Merge[], rows: readonly Row[]): number {
  let last = first
  for (let i = 0; i < MOST_HEADS; i += 1) {
    const own = merged.filter((one) => one.top >= first && one.top <= last)
    const under = rows.find(({ at }) => at === last + 1)?.cells ?? []
    // headings below it, not the figures of the first record
    const across = own.some((one) => {
      const below = under.slice(one.left, one.right + 1)
      return one.right > one.left && one.bottom === last && below.some(isSaid) && !under.some(isFigureCell)
    })
    const next = Math.max(last, ...own.map((one) => one.bottom), across ? last + 1 : last)
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

/** Gives a row what stands in merged cells above it. */
type Down = { of(row: Row, width: number): readonly Cell[] /** Cells given so, and cells left empty. */; readonly told: Merged }

function mergedDown({ merged }: Sheet, labels: readonly string[], from: number): Down {
  const headings = headingsOf(labels)
  const isYear = labels.map((_, i) => headings[i] !== undefined && yearNamed(headings[i]) !== 'no')
  const begin = Map.groupBy(
    merged.filter(({ top, bottom }) => bottom > top && top > from),
    ({ top }) => top,
  )
  const told = { filled: 0, left: 0 }
  let open: { readonly column: number; readonly bottom: number; readonly cell: Cell; readonly stays: boolean }[] = []
  return {
    told,
    of({ at, cells }, width) {
      const own = Array.from({ length: width }, (_, i) => cells[i] ?? '')
      open = open.filter(({ bottom }) => bottom >= at)
      for (const { column, cell, stays } of open)
        if (stays) told.left += 1
        else {
          told.filled += 1
          own[column] = cell
        }
      // a block of rows and columns is one cell; what it says is of its first column
      for (const { left: column, bottom } of begin.get(at) ?? []) {
        const cell = cells[column] ?? ''
        if (!isSaid(cell)) continue
        open.push({ column, bottom, cell, stays: typeof cell !== 'string' && cell.is === 'number' && isYear[column] !== true })
      }
      return own
    },
  }
}

/** @returns null: no cell of a record is merged downwards @cost a pass where any is */
async function countedDown(sheet: Sheet, labels: readonly string[], from: number): Promise<Merged | null> {
  if (!sheet.merged.some(({ top, bottom }) => bottom > top && top > from)) return null
  const down = mergedDown(sheet, labels, from)
  for await (const rows of sheet.again()) for (const row of rows) if (row.at > from && row.cells.some(isSaid)) down.of(row, labels.length)
  return down.told.filled + down.told.left === 0 ? null : down.told
}
