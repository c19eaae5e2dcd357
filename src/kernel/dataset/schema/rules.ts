import { compare, formatDecimal, parseDecimal, parseScientific } from '../../../base/decimal.ts'
import type { BadReason, Read } from '../cell/cell.ts'
import type { Column, Rules } from '../cell/column.ts'
import { patternOf } from './pattern.ts'

/** Cells held to what a schema says a value must be; told apart from what they cannot be read as. [DAT-24] */
type Reader = (cell: string) => Read

const LONGEST_MATCHED = 2000

/**
 * @param plain how the cells of the column are read, without rules
 * @param canonical how canonical texts of its type are, in which bounds are kept
 */
export function ruled(plain: Reader, canonical: Reader, rules: Rules, { type }: Pick<Column, 'type'>): Reader {
  const read = truths(rules, type) ?? plain
  const isNumber = type === 'integer' || type === 'decimal'
  const missing = new Set(rules.missing ?? [])
  const said = (text: string): string => {
    for (const value of [canonical(text), read(text)]) if (typeof value === 'string') return value
    return text
  }
  // 1.50 is 1.5, as 1.5E0 is, and a moment the same in whatever zone it is written
  const byValue = (text: string): string => {
    const number = isNumber ? parseScientific(text) : null
    const moment = type === 'instant' ? Date.parse(/T\d\d:\d\d:\d\d(?:\.\d+)?$/.test(text) ? `${text}+07:00` : text) : Number.NaN
    return number !== null ? formatDecimal(number) : Number.isNaN(moment) ? text : String(moment)
  }
  const allowed = rules.enum === undefined ? null : new Set(rules.enum.map((text) => byValue(said(text))))
  const [above, below] = [rules.exclusiveMinimum, rules.exclusiveMaximum].map((text) => (text === undefined ? null : said(text)))
  const least = rules.minimum === undefined ? null : said(rules.minimum)
  const most = rules.maximum === undefined ? null : said(rules.maximum)
  const pattern = rules.pattern === undefined ? null : (patternOf(rules.pattern) ?? (() => false))
  const written = rules.written === undefined ? null : (patternOf(rules.written) ?? (() => false))
  const order = (a: string, b: string): number => {
    const [x, y] = [parseDecimal(byValue(a)), parseDecimal(byValue(b))]
    return (isNumber || type === 'instant') && x !== null && y !== null ? compare(x, y) : a < b ? -1 : a > b ? 1 : 0
  }
  const broken = (value: string): BadReason | null => {
    if (allowed !== null && !allowed.has(byValue(value))) return 'not-allowed'
    if (least !== null && order(value, least) < 0) return 'too-small'
    if (most !== null && order(value, most) > 0) return 'too-great'
    if (above != null && order(value, above) <= 0) return 'too-small'
    if (below != null && order(value, below) >= 0) return 'too-great'
    if (rules.minLength !== undefined || rules.maxLength !== undefined) {
      const letters = [...value].length
      if (letters < (rules.minLength ?? 0) || letters > (rules.maxLength ?? Number.POSITIVE_INFINITY)) return 'wrong-length'
    }
    const patterns = [pattern, written].filter((one) => one !== null)
    return patterns.some((one) => value.length > LONGEST_MATCHED || !one(value)) ? 'not-pattern' : null
  }
  return (cell) => {
    const value = missing.has(cell) || missing.has(cell.trim()) ? null : read(cell)
    if (value === null) return rules.required === true ? { bad: 'required' } : null
    if (typeof value !== 'string') return value
    const bad = broken(value)
    return bad === null ? value : { bad }
  }
}

/** @returns null: the words that everybody knows say it */
function truths({ yes, no }: Rules, type: Column['type']): Reader | null {
  if (type !== 'boolean' || (yes === undefined && no === undefined)) return null
  const said = new Map([...(yes ?? []).map((text) => [text, 'true'] as const), ...(no ?? []).map((text) => [text, 'false'] as const)])
  return (cell) => (cell.trim() === '' ? null : (said.get(cell.trim()) ?? { bad: 'not-boolean' }))
}
