import { fold, hasMarks } from '../../base/fold.ts'
import type { Measure } from '../place/carry.ts'
import type { Level } from '../place/place.ts'
import type { Column } from './column.ts'

/** What a heading says its column is for: a place, a year, a figure that may be added. A proposal, for a person to see. [DAT-21] */
const CODE: ReadonlySet<string> = new Set(['ma', 'code', 'id'])
const NUMBERED: ReadonlySet<string> = new Set([...CODE, 'so', 'stt', 'rank', 'hang', 'thu', 'fid', 'year', 'thang', 'month'])
const LEVELS: readonly (readonly [Level, RegExp])[] = [
  ['commune', /(?:^|_)(?:xa|phuong|commune|communes|ward|wards)(?:_|$)/],
  ['district', /(?:^|_)(?:huyen|quan|district|districts)(?:_|$)/],
  ['province', /(?:^|_)(?:tinh|province|provinces|tinh_thanh)(?:_|$)/],
]
const PLACE = /(?:^|_)(?:dia_phuong|dia_gioi|don_vi_hanh_chinh|dvhc|noi_o|place|thanh_pho|city)(?:_|$)/

/** Words that folding makes alike with others: «Nam» is men, «Thu» revenue, «Hàng» goods. What they mean is the marked one alone. [DAT-57] */
const MARKED: ReadonlyMap<string, string> = new Map([
  ['ma', 'mã'],
  ['so', 'số'],
  ['hang', 'hạng'],
  ['thu', 'thứ'],
  ['nam', 'năm'],
  ['thang', 'tháng'],
])
type Heading = Pick<Column, 'name' | 'label'>

/**
 * Whether a heading that has that folded word means it. Where it is written with marks, the word must have its own.
 *
 * @param isMarked whether the headings beside it have marks; absent: it alone is known
 */
function means({ label }: Heading, word: string, isMarked = hasMarks(label)): boolean {
  const marked = MARKED.get(word)
  return (
    marked === undefined ||
    !isMarked ||
    label
      .normalize('NFC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .includes(marked)
  )
}

const wordsOf = (name: string): readonly string[] => name.split('_')

/** @returns null: the heading speaks of no place */
export function placeHint(name: string): { readonly isCode: boolean; readonly level: Level | null } | null {
  const level = LEVELS.find(([, pattern]) => pattern.test(name))?.[0] ?? null
  const isCode = wordsOf(name).some((word) => CODE.has(word))
  return level !== null || PLACE.test(name) || name === 'code' || name === 'ma' ? { isCode, level } : null
}

/** Figures of a code, as registers write it: a program that reads it as a number loses the zeros before it. */
export const codeLengths: Readonly<Record<Level, number>> = { province: 2, district: 3, commune: 5 }

const EAST = /^(?:x|toa_do_x|x_m|kinh_do|lon|long|longitude|lng|east|easting|e)$/
const NORTH = /^(?:y|toa_do_y|y_m|vi_do|lat|latitude|north|northing|n)$/

/** Two columns of numbers that say where: the one headed easting first, whatever stands in it. @returns null: there are none */
export function pairOf(columns: readonly Pick<Column, 'name' | 'type'>[]): readonly [string, string] | null {
  const of = (pattern: RegExp): string | undefined =>
    columns.find(({ name, type }) => (type === 'integer' || type === 'decimal') && pattern.test(name))?.name
  const [east, north] = [of(EAST), of(NORTH)]
  return east === undefined || north === undefined ? null : [east, north]
}

/** @returns `perhaps`: «nam» of headings without marks, a year where its values are */
export function yearNamed(heading: Heading, isMarked?: boolean): 'yes' | 'perhaps' | 'no' {
  const words = wordsOf(heading.name)
  if (words.includes('year')) return 'yes'
  if (!words.includes('nam') || !means(heading, 'nam', isMarked)) return 'no'
  return (isMarked ?? hasMarks(heading.label)) ? 'yes' : 'perhaps'
}

const MEAN =
  /(?:^|_)(?:ty_le|ti_le|mat_do|trung_binh|binh_quan|nhiet_do|do_am|toc_do|chi_so|ap_suat|nong_do|luong_mua|mua|rainfall|precipitation|avg|mean|temp|rate|ratio|humidity|density|tb)(?:_|$)/
const SUM =
  /(?:^|_)(?:dan_so|dien_tich|tong|tong_so|so_luong|so_xa|so_ho|san_luong|von|thu|chi|population|area|total|count|gdp|grdp)(?:_|$)/
const GREATEST = /(?:^|_)(?:cao_nhat|lon_nhat|max)(?:_|$)/
const LEAST = /(?:^|_)(?:thap_nhat|nho_nhat|min)(?:_|$)/

/** Units whose figures are amounts of their own place. */
const ADDED: ReadonlySet<string> = new Set([
  'người',
  'hộ',
  'km²',
  'ha',
  'm²',
  'm³',
  'đồng',
  'triệu đồng',
  'tỷ đồng',
  'MW',
  'tấn',
  'đơn vị',
  'vụ',
  'ca',
])
const WEIGHED: ReadonlySet<string> = new Set(['°C', 'mm', 'hPa', '‰'])

/** @returns null: nothing is proposed, a person says it */
export function measureHint(
  { name, label, type, unit }: Pick<Column, 'name' | 'label' | 'type' | 'unit'>,
  isMarked?: boolean,
): Measure | null {
  if (type !== 'integer' && type !== 'decimal') return null
  const isMeant = (word: string): boolean => means({ name, label }, word, isMarked)
  if (wordsOf(name).some((word) => CODE.has(word) && isMeant(word)) || (NUMBERED.has(name) && isMeant(name))) return 'none'
  if (name === 'nam' && yearNamed({ name, label }, isMarked) === 'yes') return 'none'
  if (GREATEST.test(name)) return 'greatest'
  if (LEAST.test(name)) return 'least'
  // millimetres of rain are a height: over two provinces they do not add up
  if (unit !== null && ADDED.has(unit)) return 'sum'
  if (unit !== null && WEIGHED.has(unit)) return 'mean'
  if (unit?.includes('%') === true || unit?.includes('/') === true || fold(label).includes('tren ') || MEAN.test(name)) return 'mean'
  return SUM.test(name) ? 'sum' : null
}
