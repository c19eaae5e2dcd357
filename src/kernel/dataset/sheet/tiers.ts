import { isNothing } from '../cell/cell.ts'
import { daySign } from '../cell/day-text.ts'
import { isBracketed, isFigure, isYear, numberSign } from '../cell/number-text.ts'
import { headingsOf } from '../understanding/names.ts'
import { unitOf } from '../understanding/unit-words.ts'
import { isAside, type TextRow } from './around.ts'
import { asTime, countedTier } from './counted-tier.ts'
import { isNumbering } from './numbering.ts'

/**
 * Headings in several rows whose cells are not merged: «Năm 2023» stands over the first of its columns, the others are empty; and
 * the row of units below them. What makes a row one of headings is that it names what the other leaves without a name, or tells
 * apart what it calls alike. [DAT-75]
 */
type Texts = readonly string[]
const said = (row: Texts, i: number): string => (row[i] ?? '').trim()
const isBeside = (row: Texts, i: number): boolean => said(row, i) !== ''

/** Each heading of the upper row goes on to the right as far as columns below it have a name and none of its own. */
function joined(upper: Texts, lower: Texts): { readonly labels: readonly string[]; readonly shared: number } {
  let carried = ''
  let shared = 0
  const labels = Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const [own, under] = [said(upper, i), said(lower, i)]
    if (own !== '' || under === '') carried = under === '' ? '' : own
    else if (carried !== '') shared += 1
    const over = own === '' ? carried : own
    return [...new Set([over, under].filter((part) => part !== ''))].join(' / ')
  })
  return { labels, shared }
}

/** «6 tháng đầu năm», «2023» are headings; 6, 31/12/2023 and «k/đ» are none. */
const isValue = (text: string): boolean =>
  (text !== '' && isNothing(text)) || (numberSign(text) !== null && !isBracketed(text) && !isYear(text)) || daySign(text) !== null
const mayHead = (row: Texts): boolean => !row.some((cell) => isAside(cell) || isValue(cell.trim()))

/** @param lower the headings so far @returns they with those of the row above; null: that is none of theirs */
export function headedBy(upper: Texts, lower: Texts): readonly string[] | null {
  const width = lower.findLastIndex((cell) => cell.trim() !== '') + 1
  const named = upper.filter((cell) => cell.trim() !== '').length
  if (named < 2 || !mayHead(upper)) return null
  const { labels, shared } = joined(upper, lower)
  const gaps = lower.slice(0, width).flatMap((cell, i) => (cell.trim() === '' ? [i] : []))
  const namesGaps = gaps.length > 0 && gaps.every((i) => isBeside(upper, i)) && shared > 0
  const below = lower.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const all = labels.filter((label) => label !== '')
  const isAlike = new Set(below).size < below.length
  return namesGaps || (isAlike && new Set(all).size === all.length) ? labels : null
}

/** @param below the rows after it @returns the headings with those of the row under them; null: that is a record */
export function headedOver(upper: Texts, lower: Texts, below: readonly Texts[]): readonly string[] | null {
  const gaps = lower.flatMap((_, i) => (isBeside(lower, i) && !isBeside(upper, i) ? [i] : []))
  if (gaps.length === 0 || !mayHead(lower)) return null
  const { labels, shared } = joined(upper, lower)
  const starts = upper.flatMap((_, i) => (isBeside(upper, i) && isBeside(lower, i) ? [i] : []))
  const isOpen = (i: number): boolean => isBeside(upper, i) && !isBeside(upper, i + 1) && isBeside(lower, i + 1)
  const leads = upper.some((_, i) => isBeside(upper, i) && !isBeside(lower, i))
  const isWhole = upper.every((_, i) => isBeside(upper, i) || isBeside(lower, i) || i >= labels.length)
  const areUnder =
    shared === gaps.length && starts.every((i) => isOfFigures(below, i)) && starts.some(isOpen) && (leads || starts.length > 1)
  return areUnder && isWhole && gaps.every((i) => isOfFigures(below, i)) ? labels : null
}

/** Most of what a column says are figures; a column that says nothing has none. */
function isOfFigures(rows: readonly Texts[], i: number): boolean {
  const cells = rows.map((row) => said(row, i)).filter((cell) => cell !== '')
  return cells.length > 0 && cells.filter(isFigure).length * 2 > cells.length
}

const UNITS_HERE = /^\(?\s*(?:đơn vị(?: tính)?|đvt|unit)\s*\)?$/i

/**
 * The row under the headings that says the units of their columns, and nothing else.
 *
 * @param below the rows after it: units stand over figures
 * @returns the headings with them in brackets; null: it is no such row
 */
export function withUnits(labels: Texts, row: Texts, below: readonly Texts[]): readonly string[] | null {
  const cells = row.map((cell) => cell.trim())
  const first = cells.findIndex((cell) => cell !== '')
  const units = cells.map((cell, i) => (i === first && UNITS_HERE.test(cell) ? '' : cell))
  const at = units.flatMap((cell, i) => (cell === '' ? [] : [i]))
  const own = at.map((i) => said(labels, i))
  const areUnits = at.length > 0 && at.every((i) => unitOf(units[i] ?? '') !== null && isOfFigures(below, i))
  // «Hộ», «Người» under one heading tell its columns apart
  if (!areUnits || own.includes('') || new Set(own).size < own.length) return null
  return labels.map((label, i) => {
    const unit = unitOf(units[i] ?? '')
    return unit === null || headingsOf([label])[0]?.unit != null ? label : `${label.trim()} (${unit})`
  })
}

export type Under = {
  readonly labels: Texts
  /** Where the row of units stands, the one that counts the columns, and the last of them; null: there is none. */
  readonly units: number | null
  readonly counted: number | null
  /** A lower tier of headings that is of figures. */
  readonly tier: number | null
  readonly last: number | null
}
/** Rows under the headings that are no records: a tier of figures, then units and one that counts the columns, in either order. */
export const MOST_UNDER = 3
const LOOKED_AT = 20

export function underHead(joinedLabels: Texts, rows: readonly TextRow[]): Under {
  const labels = joinedLabels.map(asTime)
  let under: Under = { labels, units: null, counted: null, tier: null, last: null }
  for (const [i, { at, cells }] of rows.slice(0, MOST_UNDER).entries()) {
    const below = rows.slice(i + 1, i + 1 + LOOKED_AT).map((row) => row.cells)
    const tier = i === 0 ? countedTier(labels, cells) : null
    if (tier !== null) {
      under = { ...under, labels: tier, tier: at, last: at }
      continue
    }
    const named = under.units === null ? withUnits(under.labels, cells, below) : null
    if (named !== null) under = { ...under, labels: named, units: at, last: at }
    else if (under.counted === null && isNumbering(cells, below.slice(0, 4))) under = { ...under, counted: at, last: at }
    else break
  }
  return under
}
