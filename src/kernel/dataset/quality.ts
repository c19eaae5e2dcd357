import type { Column } from './cell/column.ts'

/** How good a description and its data are, out of 100, with a reason for every point that is lost. [DAT-16] */
export type Lost = { readonly reason: QualityReason; readonly points: number; readonly of?: number; readonly n?: number }
export const qualityReasons = [
  'no-description',
  'no-custodian',
  'no-licence',
  'no-cadence',
  'no-theme',
  'no-basis',
  'late',
  'columns-undescribed',
  'numbers-without-unit',
  'cells-empty',
  'rows-left-out',
  'no-key',
] as const
export type QualityReason = (typeof qualityReasons)[number]
export type Quality = { readonly score: number; readonly lost: readonly Lost[] }

export type Judged = {
  readonly description: string | null
  readonly custodian: string | null
  readonly licence: string | null
  readonly cadence: string | null
  readonly basis: string | null
  readonly themes: readonly string[]
  readonly late: boolean
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  readonly rows: number
  readonly badRows: number
  /** Cells that say nothing, of all. */
  readonly emptyCells: number
}

export function qualityOf(it: Judged): Quality {
  const lost: Lost[] = []
  const lose = (reason: QualityReason, points: number, n?: number, of?: number): void => {
    if (points > 0) lost.push({ reason, points, ...(n === undefined ? {} : { n }), ...(of === undefined ? {} : { of }) })
  }
  if (it.description === null) lose('no-description', 10)
  if (it.custodian === null) lose('no-custodian', 15)
  if (it.licence === null) lose('no-licence', 10)
  if (it.cadence === null) lose('no-cadence', 10)
  if (it.basis === null) lose('no-basis', 5)
  if (it.themes.length === 0) lose('no-theme', 5)
  if (it.late) lose('late', 15)
  const undescribed = it.columns.filter((column) => column.meaning === null).length
  lose('columns-undescribed', share(10, undescribed, it.columns.length), undescribed, it.columns.length)
  const numbers = it.columns.filter((column) => column.type === 'decimal')
  const unitless = numbers.filter((column) => column.unit === null).length
  lose('numbers-without-unit', share(5, unitless, numbers.length), unitless, numbers.length)
  const cells = it.rows * it.columns.length
  lose('cells-empty', share(10, it.emptyCells, cells), it.emptyCells, cells)
  lose('rows-left-out', share(10, Math.min(it.badRows * 10, it.rows + it.badRows), it.rows + it.badRows), it.badRows, it.rows + it.badRows)
  if (it.key.length === 0) lose('no-key', 5)
  return { score: Math.max(0, 100 - lost.reduce((sum, { points }) => sum + points, 0)), lost }
}

/** A part of the points, rounded up: what is missing costs at least one. */
const share = (points: number, n: number, of: number): number => (of === 0 || n === 0 ? 0 : Math.ceil((points * n) / of))
