import type { Form } from './column.ts'

/** Numbers as people write them, to the plain text of a machine: «1.500,5» → `1500.5`. [DAT-2] */
const PLAIN = /^[+-]?\d+$/
const COMMA = /^[+-]?(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+|\d+)(?:,\d+)?$/
const POINT = /^[+-]?(?:\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/
/** Fits eight bytes whatever the figures. */
const MOST_FIGURES = 18

/** @returns null: no number of that form; without a form, what may be two numbers («1.500») is none [DAT-58] */
export function readDecimal(text: string, form: Form | null): string | null {
  if (PLAIN.test(text)) return plus(text)
  if (form === null && isTwoWays(text)) return null
  const said = withMinus(text)
  if (form === 'comma') return COMMA.test(said) ? plus(said.replace(/[. \u00a0\u202f]/g, '').replace(',', '.')) : null
  return POINT.test(said) ? plus(said.replace(/[, \u00a0\u202f]/g, '')) : null
}

export function readInteger(text: string, form: Form | null): string | null {
  const read = PLAIN.test(text) ? plus(text) : readDecimal(text, form)
  if (read === null) return null
  // «12,0» of a column of whole numbers is 12
  const whole = read.replace(/\.0+$/, '')
  return PLAIN.test(whole) && whole.replace('-', '').length <= MOST_FIGURES ? whole : null
}

const plus = (text: string): string => (text.startsWith('+') ? text.slice(1) : text)
const BRACKETS = /^\((\d[^()]*)\)$/
/** «(3.500)», as accounts write what is below nothing. */
export const isBracketed = (text: string): boolean => BRACKETS.test(text)
/** The minus that typesetters use, the dash that word processors make of it, the brackets of accounts. */
const withMinus = (text: string): string => text.replace(/^[\u2212\u2013]/, '-').replace(BRACKETS, '-$1')

/** What the writing of a number says of its form. `either`: «1.500» may be 1500 and may be 1.5. */
export type NumberSign = 'plain' | 'comma' | 'point' | 'either' | null

export function numberSign(text: string): NumberSign {
  const said = withMinus(text)
  if (PLAIN.test(said)) return 'plain'
  const comma = COMMA.test(said)
  const point = POINT.test(said)
  if (!comma && !point) return null
  // «1E5» is a code as well as a number; «1.5E5» is none
  if (/^[+-]?\d+e/i.test(said)) return null
  if (comma !== point) return comma ? 'comma' : 'point'
  // both: a group of three after a mark; «0.125» can only be a fraction; blanks between thousands say nothing of the fraction
  if (/^[+-]?0[.,]/.test(said)) return said.includes('.') ? 'point' : 'comma'
  if (!/[.,]/.test(said)) return 'plain'
  return 'either'
}

export const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text)
/** A cell of figures, or one that begins with them. A year is none: it may head a column of its figures. */
export const isFigure = (text: string): boolean => (/^\d/.test(text) || (numberSign(text) !== null && !isBracketed(text))) && !isYear(text)

/** Signs that stand right behind a number; words of units stand after a blank. Any other word is none: «12 Lê» is an address. */
export const UNIT_WORDS =
  'm|km|cm|mm|ha|m2|m²|km2|km²|m3|m³|lít|l|ml|g|kg|tạ|tấn|người|hộ|nhân khẩu|hộ dân|thửa|căn|con|cây|cái|chiếc|vụ|ca|giường|lớp|trường|xã|thôn|ngày|giờ|phút|giây|tháng|năm|lần|điểm|đồng|nghìn đồng|ngàn đồng|triệu đồng|tỷ đồng|tỉ đồng|triệu|tỷ|tỉ|USD|MW|kW|kWh|MWh|GWh|kV|m/s|m3/s|m³/s|km/h|mg/l|µg/m³|hPa|độ'
const UNIT = new RegExp(`^(.*\\d)(?:\\s*(%|‰|₫|đ|°C|VNĐ|VND)|\\s+(${UNIT_WORDS}))$`, 'u')

/** The unit that is written behind a number: «12,5 %», «300.000 đ», «3,5 m». [DAT-77] @returns null: none is */
export function unitBehind(text: string, heading: string | null = null): { readonly number: string; readonly unit: string } | null {
  const last = text.charCodeAt(text.length - 1)
  if (last > 47 && last < 58) return null
  if (heading !== null && !isNumbered(heading) && text.endsWith(heading))
    return { number: text.slice(0, -heading.length).trimEnd(), unit: heading }
  const [, number, sign, word] = UNIT.exec(text) ?? []
  return number === undefined ? null : { number, unit: sign ?? word ?? '' }
}

/** «Số hộ (1)», «GRDP (2010)»: what stands in brackets ends with a figure of its own, and no cell is cut by it. */
const isNumbered = (unit: string): boolean => /^\d/.test(unit)

export const withoutUnit = (text: string, unit: string): string =>
  !isNumbered(unit) && text.endsWith(unit) ? text.slice(0, -unit.length).trimEnd() : text

/** «1.500» where nobody said how numbers are written: it is not guessed which it is. */
export const isTwoWays = (text: string): boolean => numberSign(text) === 'either'
