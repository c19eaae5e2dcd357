import { fold, hasMarks, plainLetters, plainTone, plainWords } from '../../../base/fold.ts'
import type { Measure } from '../../place/carry.ts'
import type { Column } from '../cell/column.ts'
import { isName, yearNamed } from './role.ts'

/**
 * What a heading and its unit say may be done with a figure where units are put together. A proposal, for a person to see. [DAT-21]
 *
 * The words go before the unit: «GRDP bình quân đầu người (triệu đồng)» is in money, and adds up no more than a rate does. Where
 * words and unit say different things, or a word may mean either («Thu nhập», «Lương tối thiểu»), nothing is proposed, and who
 * wants it told is asked: a sum that is none looks as exact as one that is.
 */
type Figure = Pick<Column, 'name' | 'label' | 'type' | 'unit'>

/** Rates, shares, indices, and what is of one of many: they are weighed wherever they stand before what they are of. */
const RATES = [
  ...['tỷ lệ', 'tỉ lệ', 'tỷ suất', 'tỉ suất', 'tỷ trọng', 'tỉ trọng', 'tỷ số', 'tỉ số', 'tỷ giá', 'tỉ giá', 'mật độ', 'cơ cấu', 'hệ số'],
  ...['năng suất', 'lãi suất', 'tốc độ', 'tăng trưởng', 'chỉ số', 'nhiệt độ', 'độ ẩm', 'áp suất', 'nồng độ', 'độ che phủ', 'độ mặn'],
  ...['tuổi thọ', 'đơn giá', 'giá bán', 'quy mô hộ', 'mức sống', 'tb', 'avg', 'average', 'mean', 'temp', 'temperature', 'rate', 'ratio'],
  ...['humidity', 'density', 'percent', 'percentage', 'index', 'yield', 'price', 'growth', 'share', 'per', 'expectancy'],
  ...['household size', 'cpi', 'pci', 'papi', 'hdi', 'gini', 'icor'],
]
const MEANS = ['trung bình', 'bình quân']
/** Whatever stands before them: a figure of one of many. */
const EACH = ['đầu người', 'đầu dân', 'mỗi', 'per capita']
/** Neither a part nor the whole: the least wage, the peak of a load, hours of sun, a median. */
const UNSURE = ['tối đa', 'tối thiểu', 'cực đại', 'trung vị', 'giờ nắng', 'ngày mưa', 'median']
/** A pace, or a difference: «so với cùng kỳ» without a unit, and in one. */
const COMPARED = ['so với', 'so cùng kỳ']
const ONE_OF = '(?:tổng số )?([\\d.,]*) ?(?:nghìn |ngàn |vạn |triệu )?'
const OF_ONE = new RegExp(
  `(?:(\\p{L}+) )?(/|trên|một|\\b(?=1 )) ?${ONE_OF}(người|dân|hộ|ha|hecta|km2|km²|phụ nữ|lao động|giáo viên|trẻ|bác sĩ|giường|grdp|gdp|nhân khẩu|học sinh|sinh viên|lớp|trường|xã|huyện|tỉnh)(?!\\p{L})`,
  'u',
)
/** Behind a stroke they may be another word for the same: «Số phường/xã». */
const EITHER: ReadonlySet<string> = new Set(
  ['nhân khẩu', 'học sinh', 'sinh viên', 'lớp', 'trường', 'xã', 'huyện', 'tỉnh'].flatMap((word) => [word, plainLetters(word)]),
)
/** «có trên 200 lao động»: more than, not of each. */
const MORE: ReadonlySet<string> = new Set(['có', 'từ', 'hơn', 'mô', 'co', 'tu', 'hon', 'mo'])
const GREATEST = ['cao nhất', 'lớn nhất', 'mạnh nhất', 'tối cao', 'max', 'maximum']
const LEAST = ['thấp nhất', 'nhỏ nhất', 'tối thấp', 'min', 'minimum']
/** A height: over two provinces it does not add up, from day to day it does. */
const RAIN = ['lượng mưa', 'mưa', 'rainfall', 'precipitation']
const SUM = [
  ...['dân số', 'diện tích', 'tổng', 'tổng số', 'số lượng', 'số xã', 'số hộ', 'số người', 'số doanh nghiệp', 'số trường', 'số lớp'],
  ...['số giáo viên', 'số học sinh', 'số sinh viên', 'số ca', 'số vụ', 'số giường', 'số bác sĩ', 'số cơ sở', 'số dự án', 'số lao động'],
  ...['số hợp tác xã', 'số lượt', 'sản lượng', 'giá trị', 'trị giá', 'kim ngạch', 'doanh thu', 'vốn', 'thu', 'chi', 'thuế', 'quỹ lương'],
  ...['population', 'area', 'total', 'count', 'gdp', 'grdp', 'revenue', 'output'],
]
const COUNTS = SUM.filter((word) => word.startsWith('số '))
/** What begins with them is a price, a wage, an age; but «giá trị», «lương thực» and «tuổi» of a class are not. */
const PRICE = /^giá(?! (?:trị|đình|súc|cầm|công|tăng)(?: |$))(?: |$)/u
const WAGE = /^(?:mức )?(?:thu nhập|tiền lương|tiền công|lương(?! thực))(?: |$)/u
const AGE = /^(?:độ )?tuổi(?: |$)/u
const PEOPLE = /^(?:tổng )?dân số(?: |$)/u
/** Behind them stands by what, or of whom: «Vốn đầu tư theo giá hiện hành», «Số xã có tỷ lệ hộ nghèo dưới 5%». */
const BEHIND = ['theo', 'phân theo', 'chia theo', 'có', 'đạt', 'được', 'by', 'with']

const SCALE = /^(?:(?:trăm|chục|vạn|nghìn|ngàn|triệu|tỷ|tỉ|1[.,]?000|10\^?\d)\s+)+/iu
/** Units whose figures are amounts of their own place, in small letters. */
const ADDED: ReadonlySet<string> = new Set([
  ...['người', 'hộ', 'nhân khẩu', 'lao động', 'học sinh', 'sinh viên', 'giáo viên', 'bác sĩ', 'bác sỹ', 'lượt', 'lượt người', 'khách'],
  ...['lượt khách', 'doanh nghiệp', 'hợp tác xã', 'dự án', 'cơ sở', 'đơn vị', 'xã', 'trường', 'lớp', 'giường', 'giường bệnh', 'vụ', 'ca'],
  ...['km²', 'km2', 'ha', 'hecta', 'm²', 'm2', 'm³', 'm3', 'lít', 'kg', 'tạ', 'tấn', 'mw', 'kwh', 'mwh', 'gwh', 'con', 'cây', 'chiếc'],
  ...['đồng', 'usd', 'đô la mỹ', 'vnđ', 'vnd', 'đ', '₫', 'tỷ', 'tỉ', 'triệu'],
])
const COUNTED = /người|hộ|nhân khẩu|lao động|học sinh|sinh viên|doanh nghiệp|đơn vị|vụ|ca|xã|trường|lớp/u
const WEIGHED: ReadonlySet<string> = new Set(['°C', 'hPa', '‰'])
const IN_TIME = /\/\s*(?:năm|tháng|quý|tuần|ngày|ngày đêm|giờ|h|phút|giây|s)$/u
const LENGTH = /^(?:m|km|hải lý)\s*\//u

export const isRain = ({ unit, ...of }: Pick<Column, 'name' | 'label' | 'unit'>, isMarked?: boolean): boolean =>
  unit === 'mm' || wordsIn(of, isMarked).has(RAIN)

type Words = {
  readonly text: string
  /** Words that begin it, before «theo», «có» …: what the figure is. */
  readonly first: string
  has(phrases: readonly string[], within?: string): boolean
}

/** A heading as words that can be looked for: with their marks, where headings are written with marks; its unit is none of it. */
function wordsIn({ label }: Pick<Column, 'label'>, isMarked = hasMarks(label)): Words {
  const plain = isMarked ? (text: string): string => plainWords(text) : fold
  const text = plain(label)
  const cuts = BEHIND.map((word) => text.indexOf(` ${plain(word)} `)).filter((at) => at > 0)
  const first = text.slice(0, Math.min(text.length, ...cuts))
  const has = (phrases: readonly string[], within = text): boolean => phrases.some((phrase) => ` ${within} `.includes(` ${plain(phrase)} `))
  return { text, first, has }
}

/** @returns null: nothing is proposed, a person says it */
export function measureHint({ name, label: whole, type, unit }: Figure, isMarked = hasMarks(whole)): Measure | null {
  if (type !== 'integer' && type !== 'decimal') return null
  if (isName({ name, label: whole }, isMarked) || (name === 'nam' && yearNamed({ name, label: whole }, isMarked) === 'yes')) return 'none'
  const label = withoutUnit(whole, unit)
  const words = wordsIn({ label }, isMarked)
  const ofOne = isOfOne(label, isMarked)
  const small = unit?.toLowerCase() ?? ''
  const isAmount = ADDED.has(small) || ADDED.has(small.replace(SCALE, ''))
  // the highest degree that people have is no greatest of them
  if (words.has(GREATEST) && !words.has(['trình độ'])) return 'greatest'
  if (words.has(LEAST)) return 'least'
  if (ofOne === 'yes' || words.has(EACH)) return 'mean'
  const isShare = PERCENT.test(unit ?? '') || PERCENT.test(label) || (unit !== null && WEIGHED.has(unit))
  if (isShare && !isAmount) return 'mean'
  if (words.has(COMPARED)) return unit === null ? 'mean' : null
  if (words.has(UNSURE)) return null
  if (words.has(RATES, words.first) || isRain({ name, label, unit }, isMarked)) return 'mean'
  const said = byMeaning(words, unit, isAmount, isMarked)
  if (said !== 'unsaid') return said
  if (unit?.includes('/') === true && (!IN_TIME.test(unit) || LENGTH.test(unit))) return 'mean'
  if (countsBy(words, label)) return 'sum'
  // a rate stands somewhere behind: the figure may be it, or what is counted by it
  if (ofOne === 'perhaps' || words.has([...RATES, ...MEANS])) return null
  return isAmount || words.has(SUM, words.first) ? 'sum' : null
}

/** A per cent is a unit; behind a figure it is a threshold: «Số xã có tỷ lệ hộ nghèo dưới 5%» counts communes. */
const PERCENT = /(?<![\d\s])%|(?<!\d)\s+%|^%/u
const THRESHOLD = /\d\s*%/u
const countsBy = ({ first, has }: Words, label: string): boolean =>
  THRESHOLD.test(label) && has(COUNTS, first) && !has([...RATES, ...MEANS], first)

/** Of words that mean this or that, by what stands beside them. */
function byMeaning({ text, first, has }: Words, unit: string | null, isAmount: boolean, isMarked: boolean): Measure | null | 'unsaid' {
  const begins = (pattern: RegExp): boolean => (isMarked ? pattern : unmarked(pattern)).test(text)
  const isWage = begins(WAGE) || has(['income', 'wage'])
  if (has(MEANS, first)) {
    // of the middle of a year they are people all the same
    if (begins(PEOPLE)) return 'sum'
    return isAmount && !isWage && (COUNTED.test(unit ?? '') || has(['năm', 'vốn'])) ? null : 'mean'
  }
  if (isWage) return unit?.includes('/') === true ? 'mean' : null
  // without marks «gia» is a price, a family, cattle
  if (begins(PRICE)) return isMarked ? 'mean' : null
  return begins(AGE) && !isAmount ? 'mean' : 'unsaid'
}

const unmarked = (pattern: RegExp): RegExp =>
  new RegExp(
    pattern.source
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replaceAll('đ', 'd'),
    'u',
  )

function withoutUnit(label: string, unit: string | null): string {
  const whole = label.trimEnd()
  const own = unit === null ? undefined : [`(${unit})`, `[${unit}]`].find((one) => whole.endsWith(one))
  return own === undefined ? label : whole.slice(0, -own.length).trimEnd()
}

/** «/100.000 dân», «trên 1 ha»; `perhaps`: «một hộ», «Số phường/xã», and «có trên 200 lao động», which is more than them. */
function isOfOne(label: string, isMarked: boolean): 'yes' | 'perhaps' | 'no' {
  const found = (isMarked ? OF_ONE : OF_ONE_PLAIN).exec(isMarked ? plainTone(label) : plainLetters(label))
  if (found === null) return 'no'
  const [, before = '', sign, figures = '', what = ''] = found
  if (sign === '/') return figures === '' && EITHER.has(what) ? 'perhaps' : 'yes'
  const isRound = figures === '' || /^(?:1|[1-9]0{2,}|[1-9]\d{0,2}(?:[.,]000)+)$/.test(figures)
  return (sign === 'trên' || sign === 'tren') && isRound && !MORE.has(before) ? 'yes' : 'perhaps'
}
const OF_ONE_PLAIN = unmarked(OF_ONE)
