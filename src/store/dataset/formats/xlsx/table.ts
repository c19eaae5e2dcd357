import { type Cell, cellText } from '../../../../kernel/dataset/cell/cell.ts'
import { looksLikeHead } from '../../../../kernel/dataset/format/csv-dialect.ts'
import type { SourceRow } from '../../../../kernel/dataset/format/source-row.ts'
import { aboveIn, around, type Hidden, isAside, isMostlyAside } from '../../../../kernel/dataset/sheet/around.ts'
import { lettersOf } from '../../../../kernel/dataset/sheet/beside.ts'
import { isNumbering } from '../../../../kernel/dataset/sheet/numbering.ts'
import { headedBy, headedOver, MOST_UNDER, underHead, withUnits } from '../../../../kernel/dataset/sheet/tiers.ts'
import { headingsOf } from '../../../../kernel/dataset/understanding/names.ts'
import type { Merged } from '../../../../kernel/dataset/understanding/reading.ts'
import { yearNamed } from '../../../../kernel/dataset/understanding/role.ts'
import { inPieces, recordSource } from '../records.ts'
import type { Source } from '../source.ts'
import { isSaid, type Merge, type Row, type Sheet } from './sheet.ts'

/**
 * The table that a sheet holds: below titles and letterheads, with headings in several rows joined. [DAT-17]
 *
 * A cell that is merged downwards says the same of each of its rows when it is a text, a day or a year. An amount is of them
 * together, so it stays in the first alone, and both are told. [DAT-74]
 */
type Head = {
  readonly above: number
  readonly first: number
  /** The last row of headings, and the last row before the records. */
  readonly last: number
  readonly labels: readonly string[]
}

export async function tableIn(sheet: Sheet, hasHead: boolean): Promise<Source> {
  const head = headOf(sheet)
  const width = Math.max(sheet.width, head.labels.findLastIndex((label) => label !== '') + 1)
  const bare = head.labels.slice(0, width)
  const below = sheet.first.filter(({ at }) => at > head.last)
  const under = underHead(
    bare,
    below
      .slice(0, MOST_ABOVE)
      .map((row, i) => ({ at: row.at, cells: i < MOST_UNDER ? textsOf(sheet, row, width) : row.cells.map(cellText) })),
  )
  const labels = hasHead ? under.labels : bare.map((_, i) => `Cột ${i + 1}`)
  const from = hasHead ? (under.last ?? head.last) : head.first - 1
  const isPlain = looksLikeHead(
    bare,
    below.filter(({ at }) => at > (under.last ?? 0)).map(({ cells }) => cells.map(cellText)),
  )
  async function* rows(down: Down): AsyncGenerator<SourceRow> {
    for await (const some of sheet.again())
      for (const row of some) if (row.at > from && row.cells.some(isSaid)) yield { at: row.at, cells: down.of(row, width), bad: null }
  }
  const counted = await countedOf(sheet, labels, from)
  const told = around({
    ...aboveIn(
      sheet.first
        .slice(0, head.above)
        .filter(({ hidden }) => hidden !== true)
        .map(({ at, cells }) => ({ at, cells: cells.map(cellText) })),
    ),
    heads: head.last > head.first || under.tier !== null ? { first: head.first, last: under.tier ?? head.last } : null,
    units: under.units,
    counted: under.counted,
    hidden: counted.hidden,
  })
  return {
    ...recordSource('xlsx', labels, () => inPieces(rows(mergedDown(sheet, labels, from)))),
    above: head.above,
    asksHead: !isPlain,
    ...(counted.merged === null ? {} : { merged: counted.merged }),
    ...(told === null ? {} : { around: told }),
  }
}

/** Rows in which headings are looked for. */
const MOST_ABOVE = 40

/** A number or a day that heads no column: a year does. */
const isFigureCell = (cell: Cell): boolean =>
  typeof cell !== 'string' && cell.is !== 'fault' && !(cell.is === 'number' && /^(?:19|20)\d\d$/.test(cell.text))

/** Rows of headings above the one that is as full as the rest. */
const MOST_HEADS = 8

export function headOf(sheet: Sheet): Head {
  const { first: rows, merged } = sheet
  // a row that counts the columns is no heading, below one
  const counts = rows.map(({ cells }, i) => {
    const texts = cells.map(cellText)
    return (i > 0 && isNumbering(texts)) || isMostlyAside(texts) ? 0 : texts.filter((text) => text !== '').length
  })
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
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const labelsOf = (from: number, to: number): readonly string[] => {
    const tiers = rows.filter(({ at }) => at >= from && at <= to).map((row) => textsOf(sheet, row, width))
    return Array.from({ length: width }, (_, i) =>
      [...new Set(tiers.map((tier) => (tier[i] ?? '').trim()).filter((part) => part !== ''))].join(' / '),
    )
  }
  const at = rows[top]?.at ?? 1
  return inTiers(sheet, top, lastHead(sheet, at, labelsOf), labelsOf, width)
}

/** Rows of headings that no merged cell joins, below and above those that are. */
function inTiers(sheet: Sheet, merged: number, to: number, labelsOf: (from: number, to: number) => readonly string[], width: number): Head {
  const { first: rows } = sheet
  const textsAt = (row: Row): readonly string[] => textsOf(sheet, row, width)
  let [top, last] = [merged, to]
  let labels = labelsOf(rows[top]?.at ?? 1, last)
  for (;;) {
    const i = rows.findIndex(({ at }) => at === last + 1)
    const next = rows[i]
    const over =
      next === undefined
        ? null
        : headedOver(
            labels,
            textsAt(next),
            rows.slice(i + 1, i + 1 + MOST_ABOVE).map(({ cells }) => cells.map(cellText)),
          )
    if (over === null) break
    last += 1
    labels = over
  }
  for (;;) {
    const upper = rows[top - 1]
    const over = upper === undefined || upper.at + 1 !== rows[top]?.at ? null : headedBy(upper.cells.map(cellText), labels)
    if (over === null) return { above: top, first: rows[top]?.at ?? 1, last, labels }
    top -= 1
    labels = over
  }
}

/** What each cell of a row says, also where it is part of one that is merged. */
const textsOf = ({ merged, first }: Sheet, { at, cells }: Row, width: number): readonly string[] =>
  Array.from({ length: width }, (_, i) => mergedText(merged, first, at, i) ?? cellText(cells[i] ?? ''))

/** Whether a row of headings lies over another: it is next to it, and parts of the table lie under its merged cells. */
function leads(upper: Row | undefined, lower: Row | undefined, merged: readonly Merge[]): boolean {
  if (upper === undefined || lower === undefined || upper.at !== lower.at - 1) return false
  // a letterhead, or a title beside its unit
  if (upper.cells.map(cellText).some(isAside)) return false
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
function lastHead(sheet: Sheet, first: number, labelsOf: (from: number, to: number) => readonly string[]): number {
  const { merged, first: rows } = sheet
  let last = first
  for (let i = 0; i < MOST_HEADS; i += 1) {
    const own = merged.filter((one) => one.top >= first && one.top <= last)
    const next = rows.find(({ at }) => at === last + 1)
    const under = next?.cells ?? []
    const labels = labelsOf(first, last)
    const belowIt = rows
      .filter(({ at }) => at > last + 1)
      .slice(0, MOST_ABOVE)
      .map(({ cells }) => cells.map(cellText))
    const areUnits = next !== undefined && withUnits(labels, textsOf(sheet, next, labels.length), belowIt) !== null
    // headings below it, not the figures of the first record
    const across = own.some((one) => {
      const below = under.slice(one.left, one.right + 1)
      return one.right > one.left && one.bottom === last && below.some(isSaid) && !areUnits && !under.some(isFigureCell)
    })
    const to = Math.max(last, ...own.map((one) => one.bottom), across ? last + 1 : last)
    if (to === last) return last
    last = to
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

const FEW = 5

/** What is merged downwards, and what is hidden. @cost a pass where any is */
async function countedOf(
  sheet: Sheet,
  labels: readonly string[],
  from: number,
): Promise<{ readonly merged: Merged | null; readonly hidden: Hidden | null }> {
  const down = mergedDown(sheet, labels, from)
  const hidden: number[] = []
  let n = 0
  const isMerged = sheet.merged.some(({ top, bottom }) => bottom > top && top > from)
  if (isMerged || sheet.hiddenRows)
    for await (const rows of sheet.again())
      for (const row of rows) {
        if (!row.cells.some(isSaid)) continue
        if (row.at > from) down.of(row, labels.length)
        if (row.hidden !== true) continue
        n += 1
        if (hidden.length < FEW) hidden.push(row.at)
      }
  const columns = labels.flatMap((label, i) =>
    sheet.hidden.has(i) && (sheet.lastSaid[i] ?? 0) > 0 ? [`${lettersOf(sheet.left + i)} (${label.trim()})`] : [],
  )
  return {
    merged: down.told.filled + down.told.left === 0 ? null : down.told,
    hidden: n === 0 && columns.length === 0 ? null : { rows: n, first: hidden, columns },
  }
}
