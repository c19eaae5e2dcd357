import { compare, parseDecimal } from '../../base/decimal.ts'
import type { BadReason, Read } from './cell.ts'
import type { Column, Rules } from './column.ts'

/** Cells held to what a schema says a value must be; told apart from what they cannot be read as. [DAT-24] */
type Reader = (cell: string) => Read

const LONGEST_MATCHED = 2000

/** @param read how the cells of the column are read, without rules */
export function ruled(read: Reader, rules: Rules, { type }: Pick<Column, 'type'>): Reader {
  const isNumber = type === 'integer' || type === 'decimal'
  const missing = new Set(rules.missing ?? [])
  const said = (text: string): string => {
    const value = read(text)
    return typeof value === 'string' ? value : text
  }
  const allowed = rules.enum === undefined ? null : new Set(rules.enum.map(said))
  const least = rules.minimum === undefined ? null : said(rules.minimum)
  const most = rules.maximum === undefined ? null : said(rules.maximum)
  const pattern = rules.pattern === undefined ? null : new RegExp(`^(?:${rules.pattern})$`, 'u')
  const order = (a: string, b: string): number => {
    const [x, y] = isNumber ? [parseDecimal(a), parseDecimal(b)] : [null, null]
    return x !== null && y !== null ? compare(x, y) : a < b ? -1 : a > b ? 1 : 0
  }
  const broken = (value: string): BadReason | null => {
    if (allowed !== null && !allowed.has(value)) return 'not-allowed'
    if (least !== null && order(value, least) < 0) return 'too-small'
    if (most !== null && order(value, most) > 0) return 'too-great'
    if (value.length < (rules.minLength ?? 0) || value.length > (rules.maxLength ?? Number.POSITIVE_INFINITY)) return 'wrong-length'
    return pattern !== null && (value.length > LONGEST_MATCHED || !pattern.test(value)) ? 'not-pattern' : null
  }
  return (cell) => {
    const value = missing.has(cell) || missing.has(cell.trim()) ? null : read(cell)
    if (value === null) return rules.required === true ? { bad: 'required' } : null
    if (typeof value !== 'string') return value
    const bad = broken(value)
    return bad === null ? value : { bad }
  }
}
