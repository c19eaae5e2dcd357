import { isFigure } from '../cell/number-text.ts'
import { headingsOf } from '../understanding/names.ts'
import { isName } from '../understanding/role.ts'

/**
 * Tables that stand side by side, an empty column between. Read as one their rows would be joined though nothing joins them; but a
 * table may have an empty column for the eye, too. They are taken for several where a right one names its own rows and says so: it
 * has a heading of the first again, or other rows. Else the whole is read, and the parts are named. [DAT-110]
 */
export type Span = { readonly left: number; readonly right: number }
export type TableBeside = {
  readonly labels: readonly string[]
  /** Those that say something, and lines from the first to the last of them. */
  readonly rows: number
  readonly lines: number
  /** What its first column says in the first of its records. */
  readonly naming: readonly string[]
}

const NARROWEST = 2
const LOOKED_AT = 200

/** @param records each with what its first cell says */
export const tableBeside = (
  labels: readonly string[],
  records: readonly { readonly at: number; readonly names: string }[],
): TableBeside => ({
  labels,
  rows: records.length,
  lines: (records.at(-1)?.at ?? 0) - (records[0]?.at ?? 1) + 1,
  naming: records.slice(0, LOOKED_AT).map(({ names }) => names.trim()),
})

/** Columns next to one another that say something from the headings on. @param lastSaid the last line in which each does */
export function spansIn(lastSaid: readonly number[], from: number): readonly Span[] {
  const spans: { left: number; right: number }[] = []
  for (const [i, last] of lastSaid.entries()) {
    const open = spans.at(-1)
    if (last < from) continue
    if (open !== undefined && open.right === i - 1) open.right = i
    else spans.push({ left: i, right: i })
  }
  return spans.filter(({ left, right }) => right - left + 1 >= NARROWEST).length < 2 ? [] : spans
}

/** Another count of rows than a cell or two that were left out make. */
const OTHER_ROWS = 0.2
const DENSE = 0.9

/** @param tables from left to right; a lone column is of none, and is named beside them */
export function areSeveral(tables: readonly TableBeside[]): boolean {
  const [first, ...others] = tables.filter(({ labels }) => labels.length >= NARROWEST)
  return first !== undefined && others.some((other) => areApart(first, other))
}

function areApart(first: TableBeside, other: TableBeside): boolean {
  const said = other.naming.filter((text) => text !== '')
  const [heading] = headingsOf(other.labels)
  const isNamed = heading !== undefined && (isName(heading) || said.filter((text) => !isFigure(text)).length * 2 > said.length)
  const saysAgain = other.labels.some((label) => label.trim() !== '' && first.labels.includes(label))
  const [least, most] = first.rows < other.rows ? [first, other] : [other, first]
  // remarks on some of the rows are no table
  const isDense = least.rows >= least.lines * DENSE
  const isOfOtherRows = isDense && most.rows - least.rows >= Math.max(2, most.rows * OTHER_ROWS)
  return isNamed && (saysAgain || isOfOtherRows)
}

/** 0 → A, 27 → AB. */
export const lettersOf = (i: number): string => (i < 26 ? '' : lettersOf(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))
/** As spreadsheets say it: «A:C», «Trang1!A:C». */
export const spanName = ({ left, right }: Span, sheet: string | null): string =>
  `${sheet === null ? '' : `${sheet}!`}${lettersOf(left)}:${lettersOf(right)}`
