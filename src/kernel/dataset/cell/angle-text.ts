/**
 * Degrees with minutes, as maps and receivers write them: 16°03'45"N, «108°13′30,5″ Đ», «16 độ 3 phút 45 giây Bắc».
 * Told by two signs at least, so that «16°» alone, or a temperature, is none. [DAT-22]
 */
const MINUTE = `['\u2018\u2019\u2032\u00b4]`
const SECOND = `(?:["\u201c\u201d\u2033]|${MINUTE}{2})`
const SIDE = 'N|S|E|W|B|\u0110|T|Bắc|Nam|Đông|Tây'
const SIGNS = new RegExp(
  `^(${SIDE})?\\s*([-\u2212]?)(\\d{1,3})\\s*[°º]\\s*(\\d{1,2}(?:[.,]\\d{1,9})?)\\s*${MINUTE}\\s*(?:(\\d{1,2}(?:[.,]\\d{1,9})?)\\s*${SECOND}?)?\\s*(${SIDE})?$`,
  'iu',
)
const WORDS = new RegExp(
  `^(${SIDE})?\\s*([-\u2212]?)(\\d{1,3})\\s*độ\\s*(\\d{1,2}(?:[.,]\\d{1,9})?)\\s*phút\\s*(?:(\\d{1,2}(?:[.,]\\d{1,9})?)\\s*giây)?\\s*(${SIDE})?$`,
  'iu',
)
const LONGEST = 60

/** South and west lie below zero; «T» is Tây, and «N» north, for «Nam» is written out. */
const BELOW: ReadonlySet<string> = new Set(['S', 'W', 'T', 'NAM', 'TÂY'])

/** @returns degrees with a decimal point, to nine figures behind it; null: no such angle */
export function readAngle(text: string): string | null {
  // of other cells, which are most, it costs next to nothing
  if (text.length > LONGEST || !(text.includes('°') || text.includes('º') || text.includes('độ'))) return null
  const [, before = '', minus = '', degrees = '', minutes = '', seconds = '0', behind = ''] = SIGNS.exec(text) ?? WORDS.exec(text) ?? []
  if (degrees === '' || (before !== '' && behind !== '')) return null
  const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.'))) as [number, number, number]
  const size = d + m / 60 + s / 3600
  if (m >= 60 || s >= 60 || size > 180) return null
  const isBelow = minus !== '' || BELOW.has((before + behind).normalize('NFC').toUpperCase())
  return `${isBelow && size > 0 ? '-' : ''}${Math.round(size * 1e9) / 1e9}`
}

export const isAngle = (text: string): boolean => readAngle(text) !== null
