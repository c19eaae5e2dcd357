import type { Measure } from '../place/carry.ts'
import type { Column } from './cell/column.ts'
import { isFigure } from './comparable.ts'
import { isRain, measureHint } from './understanding/measure-hint.ts'
import { areMarked, isOfRecord, isOrdinal, yearNamed } from './understanding/role.ts'

/**
 * Which chart a table is shown as, chosen from its columns, with the reason in words a reader can follow; a reader may choose
 * others. Time goes along a line, kinds are bars. [DAT-19]
 */
export type ChartKind = 'line' | 'bars'
export const chartMeasures = ['avg', 'sum', 'count', 'max', 'min'] as const
export type ChartMeasure = (typeof chartMeasures)[number]
export type Chart = {
  readonly kind: ChartKind
  readonly x: Column
  readonly y: Column | null
  readonly measure: ChartMeasure
  /** The column whose values are a line each; null: one line. Bars have none. */
  readonly lines: Column | null
}

/** «Nam» without marks may be men: a year is one whose values were years when it was read. [DAT-57] */
export const isYear = (column: Pick<Column, 'name' | 'label' | 'role' | 'type'>): boolean =>
  column.role === 'year' || (column.type !== 'decimal' && /^(?:nam|year)(?:_|$)|_nam$/.test(column.name) && yearNamed(column) === 'yes')

/** What can be measured; adding up years, codes and ordinals means nothing. */
export const chartAmounts = (columns: readonly Column[]): readonly Column[] =>
  columns.filter((column) => isFigure(columns, column) && !isYear(column))

const measureOf = (column: Column): Measure | null => (column.measure === undefined ? measureHint(column) : column.measure)

/** How its figures may be taken together: of rates, of greatest and of least there is no sum; rain adds up from day to day. [DAT-84] */
export const chartMeasuresOf = (column: Column): readonly ChartMeasure[] => {
  const measure = measureOf(column)
  return chartMeasures.filter((one) => one !== 'sum' || measure === 'sum' || measure === null || isRain(column))
}

/** @param adds rows of a bar are parts of it: not along a time, and not over several years, whose stocks would be added. [DAT-84] */
const usualOf = (column: Column, adds: boolean): ChartMeasure => {
  const measure = measureOf(column)
  if (measure === 'sum' && adds && !isRain(column)) return 'sum'
  return measure === 'greatest' ? 'max' : measure === 'least' ? 'min' : 'avg'
}

export const isTime = (column: Column): boolean =>
  column.type === 'day' ||
  column.type === 'instant' ||
  column.type === 'period' ||
  (column.type === 'integer' && isYear(column) && !/_nam$/.test(column.name))
const isKind = ({ type, name }: Column): boolean => (type === 'text' && !/^(?:ma|id|code)(?:_|$)/.test(name)) || type === 'boolean'
/** An ordinal is a kind of nothing, also one of texts. */
const kindsOf = (columns: readonly Column[]): readonly Column[] => {
  const isMarked = areMarked(columns)
  return columns.filter((one) => isKind(one) && !isOrdinal(one, isMarked))
}

export const chartAxes = (columns: readonly Column[]): readonly Column[] => {
  const kinds = kindsOf(columns)
  return columns.filter((one) => isTime(one) || kinds.includes(one))
}

/** Columns whose values can be a line each: what is named, beside a time. */
export const chartLines = kindsOf

/** More lines than these are not told apart. */
export const MOST_LINES = 6

/**
 * @param asked names of columns and of a measure, as a reader chose them; what does not fit is passed over
 * @returns null: nothing here can be drawn so
 */
export function chartOf(
  columns: readonly Column[],
  asked: {
    readonly x?: string | undefined
    readonly y?: string | undefined
    readonly measure?: string | undefined
    readonly lines?: string | undefined
    /** All rows are of one time. */
    readonly isOneTime?: boolean
  } = {},
): Chart | null {
  const axes = chartAxes(columns)
  const amounts = chartAmounts(columns)
  const x = axes.find(({ name }) => name === asked.x) ?? axes.find((one) => isTime(one) && !isOfRecord(one)) ?? axes[0]
  if (x === undefined) return null
  const y = amounts.find(({ name }) => name === asked.y) ?? amounts.find(({ name }) => name !== x.name) ?? null
  const isOverYears = asked.isOneTime !== true && columns.some((one) => one.type === 'period' || (isTime(one) && isYear(one)))
  const usual = y === null ? 'count' : usualOf(y, !isTime(x) && !isOverYears)
  const measure = y === null ? 'count' : (chartMeasuresOf(y).find((one) => one === asked.measure) ?? usual)
  const lines = isTime(x) ? (chartLines(columns).find(({ name }) => name === asked.lines && name !== x.name) ?? null) : null
  return { kind: isTime(x) ? 'line' : 'bars', x, y, measure, lines }
}

/** Periods of a regular series are as full as this of one another: of months, February of January. */
const AS_FULL = 0.9

/**
 * The last period of a series that has as many rows in every one before, and clearly fewer in the last: a figure of it would show a
 * fall that nobody measured. The first may have begun late. [PAG-49]
 *
 * @param figures in the order of time @returns null: the last is full, or rows come as they come
 */
export function unfinished(
  figures: readonly { readonly key: string | null; readonly rows: number }[],
): { readonly key: string; readonly rows: number; readonly least: number } | null {
  const rows = new Map<string, number>()
  for (const one of figures) if (one.key !== null) rows.set(one.key, (rows.get(one.key) ?? 0) + one.rows)
  const [key, last] = [...rows].at(-1) ?? ['', 0]
  const before = [...rows.values()].slice(1, -1)
  const least = Math.min(...before)
  return before.length < 2 || least < Math.max(...before) * AS_FULL || last >= least * AS_FULL ? null : { key, rows: last, least }
}

/** Steps of an axis from zero, or about the values where they lie far from it: whole, and few. */
export function ticks(low: number, high: number): readonly number[] {
  const span = high - low
  if (!(span > 0)) return [low]
  const rough = 10 ** Math.floor(Math.log10(span / 4))
  const step = [1, 2, 5, 10].map((n) => n * rough).find((n) => span / n <= 5) ?? rough * 10
  const first = Math.floor(low / step)
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}
