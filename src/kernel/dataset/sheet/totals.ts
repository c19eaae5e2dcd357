import { fold, hasMarks } from '../../../base/fold.ts'
import { type Cell, cellText } from '../cell/cell.ts'
import { readPeriod } from '../cell/period-text.ts'
import type { SourceRow } from '../format/source-row.ts'

/**
 * Rows that only add up others, as tables of offices have them: «Tổng cộng», «Toàn tỉnh». Taken along they are counted twice, so
 * it is asked whether they are; left out they stand with their reason in the file of bad rows. [DAT-65]
 */
export type Rows = { readonly n: number; readonly first: readonly { readonly at: number; readonly value: string }[] }
/**
 * `regions`: the column of provinces that has regions among them, as rows that add them up; absent: none has. `periods`: the column
 * of periods, and those of it that hold others of its rows. `units`: the column of places, and the units of a level above over those
 * that they hold.
 */
export type Totals = Rows & {
  readonly regions?: string | undefined
  readonly periods?: HeldTexts | undefined
  readonly units?: HeldTexts | undefined
  /** Only regions, periods or units were found: rows that are named as totals are records like others. */
  readonly named?: false | undefined
}

/** `of`: texts of its rows that add up others · `not`: lines of those, up to `upTo`, that do not. Absent: all do. [DAT-143] */
export type HeldTexts = {
  readonly column: string
  readonly of: readonly string[]
  readonly not?: readonly number[] | undefined
  readonly upTo?: number | undefined
}

const TOTAL =
  /^(?:tổng(?:\s+(?:cộng|số|chung|toàn\s.+))?|cộng(?:\s+(?:dồn|chung|toàn\s.+))?|toàn\s+(?:tỉnh|thành phố|quốc|vùng|huyện|xã|ngành)|cả\s+(?:nước|tỉnh|vùng))\s*(?:[:(].*)?$/i
const PLAIN = /^(?:tong (?:cong|so)|toan (?:tinh|thanh pho|quoc)|ca nuoc|(?:grand |sub)?totals?)\s*(?:[:(].*)?$/i
/** A row is named by one of its first cells. */
export const NAMING = 3
const SHOWN = 5

/** What becomes of them. */
export const totalsWays = ['leave-out', 'keep'] as const
export type TotalsWay = (typeof totalsWays)[number]

/**
 * Regions of the country as yearbooks have them, of any year, folded. Beside provinces they add them up; alone they are what the
 * table is of. @source Nghị quyết 81/2023/QH15 (six regions); Nghị quyết 306/NQ-CP, 5-10-2025
 */
const REGIONS: ReadonlySet<string> = new Set([
  ...[
    'dong bang song hong',
    'trung du va mien nui phia bac',
    'trung du va mien nui bac bo',
    'mien nui va trung du bac bo',
    'dong bac',
    'tay bac',
  ],
  ...[
    'bac trung bo va duyen hai mien trung',
    'bac trung bo',
    'duyen hai nam trung bo',
    'nam trung bo',
    'duyen hai mien trung',
    'tay nguyen',
  ],
  ...['duyen hai nam trung bo va tay nguyen', 'nam trung bo va tay nguyen', 'dong nam bo', 'dong bang song cuu long'],
])
/** «II. Vùng Tây Nguyên» is Tây Nguyên. */
const isRegion = (text: string): boolean =>
  text.length < 60 &&
  REGIONS.has(
    fold(text)
      .replace(/[^a-z]+/g, ' ')
      .trim()
      .replace(/^(?:[ivx]+ )?(?:vung )?/, ''),
  )

/** Rows of regions, by the place of the column that names them. */
export function regionsSeen(): { see(row: Pick<SourceRow, 'at' | 'cells'>): void; found(column: number): Rows | null } {
  const found = new Map<number, { n: number; first: Rows['first'] }>()
  return {
    see({ at, cells }) {
      for (const [i, value] of cells.slice(0, NAMING).map(textOf).entries()) {
        if (!isRegion(value)) continue
        const { n, first } = found.get(i) ?? { n: 0, first: [] }
        found.set(i, { n: n + 1, first: first.length < SHOWN ? [...first, { at, value }] : first })
      }
    },
    found: (column) => found.get(column) ?? null,
  }
}

/** Two kinds of rows that add up others, in the order of their lines. */
export function totalsWith(totals: Totals | null, { n, first }: Rows, where: Pick<Totals, 'regions' | 'periods' | 'units'>): Totals {
  const all = [...(totals?.first ?? []), ...first].toSorted((a, b) => a.at - b.at).slice(0, SHOWN)
  return { ...totals, ...where, n: (totals?.n ?? 0) + n, first: all, ...(totals === null ? { named: false } : {}) }
}

/** @param names of the columns, in their order @returns whether a row was shown as one that adds up others */
export function adderOf(totals: Totals | null, names: readonly string[]): (row: Pick<SourceRow, 'at' | 'cells'>) => boolean {
  if (totals === null) return () => false
  const at = (name: string | undefined): number => (name === undefined ? -1 : names.indexOf(name))
  const regionsAt = at(totals.regions)
  const isPeriod = holderIn(totals.periods, at(totals.periods?.column), (text) => readPeriod(text, null) ?? text)
  const isUnit = holderIn(totals.units, at(totals.units?.column), (text) => text)
  return (row) =>
    (totals.named !== false && row.cells.slice(0, NAMING).map(textOf).some(isTotal)) ||
    (regionsAt >= 0 && isRegion(textOf(row.cells[regionsAt] ?? ''))) ||
    isPeriod(row) ||
    isUnit(row)
}

function holderIn(
  held: HeldTexts | undefined,
  column: number,
  other: (text: string) => string,
): (row: Pick<SourceRow, 'at' | 'cells'>) => boolean {
  if (held === undefined || column < 0) return () => false
  const [of, not] = [new Set(held.of), new Set(held.not)]
  const upTo = held.upTo ?? Number.POSITIVE_INFINITY
  return ({ at, cells }) => {
    const text = textOf(cells[column] ?? '').normalize('NFC')
    return at <= upTo && !not.has(at) && (of.has(text) || of.has(other(text)))
  }
}

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
