import type { Column } from '../cell/column.ts'
import { measureHint } from '../understanding/measure-hint.ts'
import type { ReadColumn } from '../understanding/reading.ts'
import { areMarked, isName, pairOf, yearNamed } from '../understanding/role.ts'
import type { Above } from './around.ts'

/** Shares and paces have a unit of their own, whatever stands above the table. */
const OWN =
  /(?:^|_)(?:ty_le|ti_le|ty_trong|ti_trong|ty_suat|ti_suat|co_cau|ty_so|ti_so|toc_do|chi_so|he_so|mat_do|nang_suat|phan_tram|so_luong|so_voi|so_sanh)(?:_|$)/

/** Things that are counted: «Số hộ», «Hộ nghèo» are no người and no đồng, whatever stands above the table. */
const PERSON = 'người|nhân khẩu|lao động|học sinh|sinh viên|giáo viên|cán bộ|đảng viên|bác sĩ|bác sỹ|y sĩ|điều dưỡng|trẻ em'
const THING =
  'hộ|doanh nghiệp|hợp tác xã|trang trại|cơ sở|trường|lớp|phòng học|giường|giường bệnh|trạm|chợ|dự án|công trình|nhà|căn|thửa|xã|phường|huyện|thôn|vụ|ca|hồ sơ|văn bản|tàu|xe|con|cây'
const NUMBER_OF = new RegExp(`^(?:tổng )?số (?:lượng )?(${PERSON}|${THING})(?!\\p{L})`, 'u')
const THE_THING = /^(hộ)(?= (?:nghèo|cận nghèo|dân|gia đình|thoát nghèo|có)|$)/u
const IS_PERSON = new RegExp(`(?:^|\\s)(?:${PERSON}|lượt người|khách|lượt khách)$`, 'u')
const isPerson = (unit: string): boolean => IS_PERSON.test(unit)
/** What persons and things are counted in; money, areas and weights are none. */
const COUNTED = new RegExp(`(?:^|\\s)(?:${PERSON}|${THING}|hộ dân|lượt người|lượt khách|khách|cái|chiếc)$`, 'u')

/** Whether a heading, of one tier or of several, names another thing that is counted than the unit. */
function countsAnother(label: string, unit: string): boolean {
  const parts = label.normalize('NFC').toLowerCase().split(' / ')
  const thing = parts.flatMap((part) => NUMBER_OF.exec(part)?.[1] ?? (COUNTED.test(unit) ? (THE_THING.exec(part)?.[1] ?? []) : [])).at(-1)
  if (thing === undefined) return false
  const isOwn = unit === thing || unit.endsWith(` ${thing}`) || unit.startsWith(`${thing} `)
  return !isOwn && !(isPerson(thing) && isPerson(unit))
}

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
    // «TT» with «I» among its figures is nearly one of figures, and an ordinal all the same
    const isNamed =
      isName(column, isMarked) ||
      (column.name === 'nam' && yearNamed(column, isMarked) === 'yes') ||
      column.role === 'year' ||
      column.measure === 'none'
    if (!isFigure || isNamed || pair.includes(column.name) || OWN.test(column.name) || countsAnother(column.label, above.unit))
      return column
    if (column.label.includes('%') || read[i]?.unit !== null) return column
    const known = before.find(({ name }) => name === column.name)
    const unitAbove = { at: above.at, unit: above.unit }
    if (known !== undefined) return known.unit === above.unit ? column : { ...column, unitAbove }
    const measure = column.measure === undefined ? measureHint({ ...column, unit: above.unit }, isMarked) : column.measure
    return { ...column, unit: above.unit, ...(measure === null && column.measure === undefined ? {} : { measure }), unitAbove }
  })
}
