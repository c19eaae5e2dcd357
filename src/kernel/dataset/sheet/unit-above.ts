import type { Column } from '../cell/column.ts'
import { measureHint } from '../understanding/measure-hint.ts'
import type { ReadColumn } from '../understanding/reading.ts'
import { areMarked, pairOf } from '../understanding/role.ts'
import type { Above } from './around.ts'

/** Shares and paces have a unit of their own, whatever stands above the table. */
const OWN = /(?:^|_)(?:ty_le|ti_le|ty_trong|ti_trong|ty_suat|ti_suat|co_cau|toc_do|chi_so|mat_do|phan_tram|so_luong|so_voi|so_sanh)(?:_|$)/

/**
 * «Đơn vị tính: triệu đồng» above a table: proposed for its figures that say no unit, with the line it was read from. What the
 * version before has stays, and is told where the line says otherwise. [DAT-109]
 *
 * @param read as the file has them @param columns as they are after the version before was looked at
 */
export function withUnitAbove(
  columns: readonly ReadColumn[],
  read: readonly ReadColumn[],
  above: Above['unit'],
  before: readonly Column[],
): readonly ReadColumn[] {
  if (above === null) return columns
  const pair: readonly string[] = pairOf(columns) ?? []
  const isMarked = areMarked(columns)
  return columns.map((column, i) => {
    const isFigure = [column.type, column.nearly?.type].some((type) => type === 'integer' || type === 'decimal')
    const isName = column.role === 'year' || column.measure === 'none' || pair.includes(column.name) || OWN.test(column.name)
    if (!isFigure || isName || column.label.includes('%') || read[i]?.unit !== null) return column
    const known = before.find(({ name }) => name === column.name)
    const unitAbove = { at: above.at, unit: above.unit }
    if (known !== undefined) return known.unit === above.unit ? column : { ...column, unitAbove }
    const measure = column.measure === undefined ? measureHint({ ...column, unit: above.unit }, isMarked) : column.measure
    return { ...column, unit: above.unit, ...(measure === null && column.measure === undefined ? {} : { measure }), unitAbove }
  })
}
