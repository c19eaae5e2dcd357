import { isFigure, isYear } from '../cell/number-text.ts'
import { isMostlyAside } from '../sheet/around.ts'
import { headedBy, headedOver } from '../sheet/tiers.ts'
import { type CsvRow, csvReader } from './csv.ts'

/** How a file of rows is laid out: what parts its cells, and which row holds the headings. [DAT-7] */
export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** The letters in which a file of rows may be written. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'tcvn3', 'vni', 'windows-1258'] as const
export type Encoding = (typeof encodings)[number]

/** How a person says that such a file is to be read; null: as it looks. */
export type Dialect = { readonly encoding: Encoding | null; readonly delimiter: Delimiter | null }

const LOOKED_AT = 200

/**
 * The sign by which most rows have equally many cells. Of two that are equally good, the one by which that begins first: decimal
 * commas part the figures of a file as evenly as its semicolons do, but not its headings. Then the one with more cells. [DAT-6]
 */
export function delimiterOf(sample: string): Delimiter {
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, ...evenness(rowsOf(sample, delimiter).slice(0, LOOKED_AT)) }))
    .toSorted((a, b) => b.share - a.share || a.above - b.above || b.width - a.width)
  return best?.delimiter ?? ','
}

/** The rows that are whole in the beginning of a file; the last may be cut. */
export const rowsOf = (sample: string, delimiter: string): readonly CsvRow[] => csvReader(delimiter).feed(sample, false)

function evenness(rows: readonly CsvRow[]): { readonly share: number; readonly above: number; readonly width: number } {
  const width = commonWidth(rows)
  // a sign that parts nothing makes every row of one cell: that is no evidence
  if (width < 2) return { share: 0, above: 0, width }
  const { above } = headOf(rows)
  return { share: Math.round((rows.filter((row) => row.cells.length === width).length / rows.length) * 20), above, width }
}

/** How many cells most rows have. */
function commonWidth(rows: readonly CsvRow[]): number {
  const widths = Map.groupBy(rows, (row) => row.cells.length)
  return [...widths].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 0
}

export type Head = {
  /** How many rows stand above the headings: titles, notes. */
  readonly above: number
  /** The last row of headings, counted as the first. */
  readonly last: number
  /** As many as the rows below have cells: those that end with a sign that parts nothing have one without a name. */
  readonly labels: readonly string[]
  /** False: the first row looks like the others, and a person says whether it is data. */
  readonly isPlain: boolean
}

const saidIn = (cells: readonly string[]): readonly string[] => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
/** Rows in which headings are looked for. */
const HEAD_AMONG = 15

/** The headings are the first row as wide as the rest, or, where that has figures already, one of names right above it. */
export function headOf(rows: readonly CsvRow[]): Head {
  const width = commonWidth(rows)
  const isNames = (row: CsvRow): boolean =>
    row.cells.length === width && saidIn(row.cells).length === width && !saidIn(row.cells).some(isFigure)
  const first = Math.max(
    0,
    rows.findIndex((row) => row.cells.length === width && saidIn(row.cells).length > width / 2 && !isMostlyAside(row.cells)),
  )
  const record = rows.findIndex((row, i) => i > first && saidIn(row.cells).some(isFigure))
  // a title that a spreadsheet has padded is as wide as its headings, and not as full
  const full =
    saidIn(rows[first]?.cells ?? []).length === width ? first : betterThan(first, rows.slice(0, Math.min(HEAD_AMONG, record)), isNames)
  const at = isUnevenHead(rows[full - 1], rows[full], width) ? full - 1 : full
  const head = rows[at]?.cells ?? []
  const { above, last, labels } = inTiers(rows, at, [...head, ...Array.from({ length: Math.max(0, width - head.length) }, () => '')])
  return {
    above,
    last,
    labels,
    isPlain: looksLikeHead(
      labels,
      rows.slice(last + 1, last + 1 + HEAD_AMONG).map(({ cells }) => cells),
    ),
  }
}

/** Rows of headings above and below the one that was found. [DAT-75] */
function inTiers(rows: readonly CsvRow[], at: number, head: readonly string[]): Pick<Head, 'above' | 'last' | 'labels'> {
  let [above, last, labels] = [at, at, head]
  for (;;) {
    const row = rows[last + 1]
    const next = row === undefined ? null : headedOver(labels, row.cells, cellsOf(rows.slice(last + 2, last + 2 + HEAD_AMONG)))
    if (next === null) break
    last += 1
    labels = next
  }
  for (;;) {
    const row = rows[above - 1]
    const next = row === undefined || row.cells.length > head.length ? null : headedBy(row.cells, labels)
    if (next === null) return { above, last, labels }
    above -= 1
    labels = next
  }
}

const cellsOf = (rows: readonly CsvRow[]): readonly (readonly string[])[] => rows.map(({ cells }) => cells)

function betterThan(first: number, among: readonly CsvRow[], isNames: (row: CsvRow) => boolean): number {
  const found = among.findIndex((row, i) => i > first && isNames(row))
  return found < 0 ? first : found
}

/** A first row that has a figure where its column has figures is a record as well as a heading: a person says which. [DAT-1] */
export function looksLikeHead(head: readonly string[], below: readonly (readonly string[])[]): boolean {
  const said = head.map((cell) => cell.trim())
  if (!said.some((cell) => cell !== '' && !isFigure(cell) && !isYear(cell))) return false
  return !said.some((cell, i) => {
    const column = below.map((cells) => (cells[i] ?? '').trim()).filter((one) => one !== '')
    return column.length > 0 && (isFigure(cell) ? column.every(isFigure) : isYear(cell) && column.every(isYear))
  })
}

function isUnevenHead(row: CsvRow | undefined, below: CsvRow | undefined, width: number): boolean {
  if (row === undefined || below === undefined || row.cells.length === width || row.cells.length <= width / 2) return false
  const said = saidIn(row.cells)
  return said.length === row.cells.length && said.length > 1 && !said.some(isFigure) && saidIn(below.cells).some(isFigure)
}
