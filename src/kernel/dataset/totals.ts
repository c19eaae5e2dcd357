import { hasMarks } from '../../base/fold.ts'
import { type Cell, cellText } from './cell.ts'
import type { SourceRow } from './reading.ts'

/**
 * Rows that only add up others, as tables of offices have them: «Tổng cộng», «Toàn tỉnh». Taken along they are counted twice, so
 * it is asked whether they are; left out they stand with their reason in the file of bad rows. [DAT-65]
 */
export type Totals = { readonly n: number; readonly first: readonly { readonly at: number; readonly value: string }[] }

const TOTAL =
  /^(?:tổng(?:\s+(?:cộng|số|chung|toàn\s.+))?|cộng(?:\s+(?:dồn|chung|toàn\s.+))?|toàn\s+(?:tỉnh|thành phố|quốc|vùng|huyện|xã|ngành)|cả\s+(?:nước|tỉnh|vùng))\s*(?:[:(].*)?$/i
const PLAIN = /^(?:tong (?:cong|so)|toan (?:tinh|thanh pho|quoc)|ca nuoc|(?:grand |sub)?totals?)\s*(?:[:(].*)?$/i
/** A row is named by one of its first cells. */
export const NAMING = 3
const SHOWN = 5

/** What becomes of them. */
export const totalsWays = ['leave-out', 'keep'] as const
export type TotalsWay = (typeof totalsWays)[number]

export const isTotalRow = ({ cells }: Pick<SourceRow, 'cells'>): boolean => cells.slice(0, NAMING).map(textOf).some(isTotal)

/** `see` says whether a row is named as one that adds up others. */
export function totalsSeen(): { see(row: Pick<SourceRow, 'at' | 'cells'>): boolean; found(): Totals | null } {
  const first: { at: number; value: string }[] = []
  let n = 0
  let rows = 0
  return {
    see({ at, cells }) {
      rows += 1
      const value = cells.slice(0, NAMING).map(textOf).find(isTotal)
      if (value === undefined) return false
      n += 1
      if (first.length < SHOWN) first.push({ at, value })
      return true
    },
    // where every second row has the word it is how rows are sorted
    found: () => (n > 0 && n * 2 < rows ? { n, first } : null),
  }
}

const textOf = (cell: Cell): string => cellText(cell).trim()
export const isTotal = (text: string): boolean =>
  text.length < 60 && (TOTAL.test(text.normalize('NFC')) || (!hasMarks(text) && PLAIN.test(text)))
