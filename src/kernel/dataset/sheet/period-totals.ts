import type { Form } from '../cell/column.ts'
import { type Period, parsePeriod, readPeriod } from '../cell/period-text.ts'
import type { HeldTexts, Rows } from './totals.ts'

/** Fewer say nothing: of one quarter a year is no sum. */
const FEWEST_PARTS = 2
const MOST_PERIODS = 400
const MOST_TEXTS = 2000
const SHOWN = 5

/** What the texts of a column say: which of them hold others, and which are their parts. */
type Holding = { readonly column: string; readonly of: ReadonlyMap<string, Period>; readonly parts: ReadonlyMap<string, Period> }

/** A day that a workbook shows as its month is the month. */
const periodIn = (text: string, form: Form | null): Period | null =>
  parsePeriod(readPeriod(/^\d{4}-\d\d-01$/.test(text) ? text.slice(0, 7) : text, form) ?? '')

const holds = (whole: Period, part: Period): boolean => part.year === whole.year && part.from >= whole.from && part.to <= whole.to
const lengthOf = ({ from, to }: Period): number => to - from + 1

/**
 * Periods of a column that hold others of it: the year beside its quarters. Only where most are of one length; «Quý I», «6 tháng»,
 * «9 tháng» of one series each hold the one before. [DAT-143]
 *
 * @param form how its figures and its years of two figures are read, or may be
 * @returns null: none holds others
 */
export function holdingIn(column: string, texts: Iterable<string>, form: Form | null): Holding | null {
  const met = [...texts].flatMap((text): [string, Period][] => {
    const period = periodIn(text, form)
    return period === null ? [] : [[text, period]]
  })
  const lengths = Map.groupBy(met, ([, period]) => lengthOf(period))
  const [own] = [...lengths].toSorted(([a, x], [b, y]) => y.length - x.length || a - b)
  if (own === undefined || own[1].length * 2 < met.length || met.length > MOST_TEXTS) return null
  const parts = new Map(own[1])
  const of = new Map(met.filter(([, period]) => lengthOf(period) > own[0] && heldBy(period, parts.values()) >= FEWEST_PARTS))
  return of.size === 0 || of.size > MOST_PERIODS ? null : { column, of, parts }
}

/** How many different ones a period holds. */
const heldBy = (whole: Period, parts: Iterable<Period>): number =>
  new Set([...parts].filter((part) => holds(whole, part)).map(({ from }) => from)).size

type Row = { readonly at: number; readonly text: string; readonly beside: readonly string[] }

/**
 * Rows that add up others: those whose period holds others of rows that are alike in what stands beside it. In a long table the
 * year of «Dân số» adds up nothing, though «Sản lượng» has that year and its quarters. [DAT-143]
 *
 * @param rows with the texts of the columns beside it that say of what a row is
 */
export function rowsHolding({ column, of, parts }: Holding, rows: readonly Row[]): (Rows & { readonly periods: HeldTexts }) | null {
  const told = tellingApart(rows, (text) => of.get(text) ?? parts.get(text) ?? null)
  const keyOf = ({ beside }: Row): string => told.map((i) => beside[i] ?? '').join('\u0001')
  const own = Map.groupBy(
    rows.filter(({ text }) => parts.has(text)),
    keyOf,
  )
  const groups = new Map(
    [...own].map(([key, all]) => [key, [...new Set(all.map(({ text }) => text))].flatMap((text) => parts.get(text) ?? [])]),
  )
  const isHolder = (row: Row): boolean => {
    const whole = of.get(row.text)
    return whole !== undefined && heldBy(whole, groups.get(keyOf(row)) ?? []) >= FEWEST_PARTS
  }
  const [holders, others] = [rows.filter(isHolder), rows.filter((row) => of.has(row.text) && !isHolder(row))]
  if (holders.length === 0) return null
  return {
    n: holders.length,
    first: holders.slice(0, SHOWN).map(({ at, text }) => ({ at, value: text })),
    periods: {
      column,
      of: [...new Set(holders.map(({ text }) => text))],
      ...(others.length === 0 ? {} : { not: others.map(({ at }) => at), upTo: rows.at(-1)?.at ?? 0 }),
    },
  }
}

/** Columns beside that say of what a row is: not one whose text follows from how long the period is («Năm», «Quý»), nor one of remarks. */
function tellingApart(rows: readonly Row[], periodOf: (text: string) => Period | null): readonly number[] {
  const width = rows[0]?.beside.length ?? 0
  return Array.from({ length: width }, (_, i) => i).filter((i) => {
    const texts = new Set(rows.map(({ beside }) => beside[i] ?? ''))
    const empty = rows.filter(({ beside }) => (beside[i] ?? '') === '').length
    if (texts.size * 2 > rows.length || empty * 2 > rows.length) return false
    const ofLength = new Map<number, Set<string>>()
    for (const { text, beside } of rows) {
      const period = periodOf(text)
      if (period === null) continue
      const met = ofLength.get(lengthOf(period)) ?? new Set()
      ofLength.set(lengthOf(period), met.add(beside[i] ?? ''))
    }
    return [...ofLength.values()].some(({ size }) => size > 1)
  })
}
