import type { SchemaElement } from 'hyparquet'
import type { Cell } from '../../../kernel/dataset/cell/cell.ts'
import { singleText } from '../../../kernel/dataset/cell/float.ts'
import { isRecord } from './json-record.ts'
import { parsedJson } from './json-text.ts'
import { cellOf } from './records.ts'

/** Values of Parquet as cells: what is in lists and structures is read as in a column of its own, and is JSON. [DAT-73] */
export type ParquetColumn = SchemaElement & { readonly children: readonly ParquetColumn[] }

/** Columns with what lies within their lists and structures, as the file says them. */
export function columnsOf(schema: readonly SchemaElement[]): readonly ParquetColumn[] {
  let at = 0
  const next = (): ParquetColumn => {
    const own = schema[at] ?? { name: '' }
    at += 1
    const children = Array.from({ length: own.num_children ?? 0 }, next)
    return { ...own, children }
  }
  return next().children
}

/** How the values of a column are read, made once a column. */
export function readerOf(column: ParquetColumn): (value: unknown) => Cell {
  if (column.children.length === 0 && column.repetition_type !== 'REPEATED') return leafReader(column)
  const within = withinOf(column)
  return (value) => cellOf(within(value))
}

/** A value within a list or a structure, as JSON has it. */
function withinOf(column: ParquetColumn): (value: unknown) => unknown {
  const { children } = column
  const [only] = children
  if (only === undefined) {
    const leaf = leafReader(column)
    const plain = (value: unknown): unknown => (value === null || value === undefined ? null : asJsonValue(leaf(value)))
    return (value) => (Array.isArray(value) ? value.map(plain) : plain(value))
  }
  const isList = column.converted_type === 'LIST' && only.repetition_type === 'REPEATED'
  const isMap = column.converted_type === 'MAP' && only.repetition_type === 'REPEATED'
  const [item] = only.children.length === 1 ? only.children : [only]
  const element = isList && item !== undefined ? withinOf(item) : null
  const named = new Map(children.map((child) => [child.name, withinOf(child)]))
  const mapped = isMap ? withinOf(only.children.find(({ name }) => name === 'value') ?? only) : null
  const of = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(element ?? of)
    if (!isRecord(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, (mapped ?? named.get(name))?.(one) ?? null]))
  }
  return of
}

function asJsonValue(cell: Cell): unknown {
  if (typeof cell === 'string' || cell.is === 'day' || cell.is === 'instant' || cell.is === 'fault')
    return typeof cell === 'string' ? cell : cell.text
  if (cell.is === 'boolean') return cell.text === 'true'
  // one of more figures than a double holds is a text there, with all of them
  const plain = cell.text.includes('.') ? cell.text.replace(/\.?0+$/, '') : cell.text
  return String(Number(plain)) === plain ? Number(plain) : cell.text
}

/** A text of JSON stays as it is written; one that is none, too. */
function jsonIn(text: string): unknown {
  try {
    const value = parsedJson(text)
    return typeof value === 'object' && value !== null ? text : value
  } catch {
    return text
  }
}

/** A time to the microsecond, which is as fine as the database holds one. [DAT-73] */
class Moment extends Date {
  readonly micros: bigint
  constructor(micros: bigint) {
    super(Number(floored(micros, 1000n)))
    this.micros = micros
  }
  override toISOString(): string {
    const rest = this.micros - floored(this.micros, 1000n) * 1000n
    return rest === 0n ? super.toISOString() : super.toISOString().replace('Z', `${String(rest).padStart(3, '0')}Z`)
  }
}

/** Toward the past: what lies before 1970 is below zero. */
const floored = (n: bigint, by: bigint): bigint => n / by - (n % by < 0n ? 1n : 0n)

/** What the library makes values with, where its own way would lose some of them. */
export const parsers = {
  timestampFromMicroseconds: (micros: bigint): Date => new Moment(micros),
  timestampFromNanoseconds: (nanos: bigint): Date => new Moment(floored(nanos, 1000n)),
  // what is none is one bad cell, where the library ends the file
  geometryFromBytes: (bytes: Uint8Array): Uint8Array => bytes,
  geographyFromBytes: (bytes: Uint8Array): Uint8Array => bytes,
  jsonFromBytes: (bytes: Uint8Array): unknown => jsonIn(new TextDecoder().decode(bytes)),
}

/** A day has no hour, a local time no zone, a decimal the figures of its scale, four bytes theirs. [DAT-73] */
function leafReader({ type, converted_type: converted, logical_type: logical, scale = 0 }: SchemaElement) {
  const isDay = converted === 'DATE' || logical?.type === 'DATE'
  const isLocal = logical?.type === 'TIMESTAMP' && !logical.isAdjustedToUTC
  const isDecimal = converted === 'DECIMAL' || logical?.type === 'DECIMAL'
  const isSingle = type === 'FLOAT'
  const perSecond = timesPerSecond(converted, logical)
  return (value: unknown): Cell => {
    if (value instanceof Date) {
      // what programs write for «for ever» is no time
      if (Number.isNaN(value.getTime())) return { is: 'fault', bad: isDay ? 'not-day' : 'not-instant', text: '∞' }
      const text = value.toISOString()
      if (isDay) return { is: 'day', text: text.slice(0, 10) }
      return { is: 'instant', text: isLocal ? text.replace('Z', '') : text }
    }
    if (perSecond !== null && (typeof value === 'number' || typeof value === 'bigint'))
      return clock((BigInt(value) * 1_000_000n) / perSecond)
    if (!isDecimal && value instanceof Uint8Array) return new TextDecoder().decode(value)
    if (isDecimal && (value instanceof Uint8Array || typeof value === 'bigint' || typeof value === 'number'))
      return { is: 'number', text: scaled(wholeOf(value), scale) }
    if (typeof value !== 'number') return cellOf(value)
    if (isDay) return { is: 'day', text: new Date(value * 86_400_000).toISOString().slice(0, 10) }
    return isSingle && Number.isFinite(value) ? { is: 'number', text: singleText(value) } : cellOf(value)
  }
}

/** Decimals are left as the whole numbers they are kept as: the library would make doubles of them. */
export function asWhole(schema: SchemaElement[]): void {
  for (const one of schema)
    if (one.converted_type === 'DECIMAL' || one.logical_type?.type === 'DECIMAL') {
      delete one.converted_type
      delete one.logical_type
    }
}

/** Bytes are big-endian, and two's complement. */
function wholeOf(value: Uint8Array | bigint | number): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value)
  const bits = BigInt(value.length * 8)
  return BigInt.asIntN(Number(bits), BigInt(`0x${Buffer.from(value).toString('hex') || '0'}`))
}

function scaled(whole: bigint, scale: number): string {
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0')
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return whole < 0n ? `-${text}` : text
}

const UNITS = { MILLIS: 1_000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const

/** Of a column of hours. @returns null: it is none */
function timesPerSecond(converted: SchemaElement['converted_type'], logical: SchemaElement['logical_type']): bigint | null {
  if (logical?.type === 'TIME') return UNITS[logical.unit]
  return converted === 'TIME_MILLIS' ? UNITS.MILLIS : converted === 'TIME_MICROS' ? UNITS.MICROS : null
}

const clock = (micros: bigint): string =>
  new Moment(micros)
    .toISOString()
    .slice(11, -1)
    .replace(/\.?0+$/, '')
