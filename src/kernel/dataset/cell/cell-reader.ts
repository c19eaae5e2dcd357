import { ruled } from '../schema/rules.ts'
import { type Crs, crsName, DEGREES, isGiven, isInVietnam, isWeb, parseCrs, toWgs84 } from '../shape/crs.ts'
import { type Geometry, isEmptyWkt, isInDegrees, moved, positionsOf, toWkt } from '../shape/geometry.ts'
import { readAngle } from './angle-text.ts'
import { type Bad, type BadReason, badReasons, type Cell, isNothing, NO, type Read, YES } from './cell.ts'
import { type Column, isTurned } from './column.ts'
import { EARLIEST, hasShortYear, LATEST, readDay, readInstant } from './day-text.ts'
import { crsOfShape, readShape } from './geometry-text.ts'
import { isTwoWays, readDecimal, readInteger, withoutUnit } from './number-text.ts'
import { isShortPeriod, readPeriod } from './period-text.ts'

/** Cells, as columns of a dataset hold them. [DAT-1] */
const MOST_CHARACTERS = 1_000_000
const BAD = Object.fromEntries(badReasons.map((bad) => [bad, { bad }])) as Readonly<Record<BadReason, Bad>>

type Kind = Pick<Column, 'type' | 'form' | 'crs' | 'role' | 'rules'> & Partial<Pick<Column, 'unit'>>

/** How the cells of a column are read, made once a column. @cost a few hundred nanoseconds a cell */
export function readerOf(column: Kind): (cell: Cell) => Read {
  const read = textReaderOf(column)
  const readCanonical = textReaderOf({ ...column, form: canonicalForm(column) })
  return (cell) => {
    if (typeof cell === 'string') return read(cell)
    if (cell.is === 'fault') return { bad: cell.bad }
    if (cell.is === 'day' && cell.isMonth === true && column.type === 'period') return readCanonical(cell.text.slice(0, 7))
    return readCanonical(cell.is === 'day' && column.type === 'instant' ? `${cell.text}T00:00:00` : cell.text)
  }
}

/** A day that a program turned is turned back, whatever says that it is one. [DAT-108] */
const canonicalForm = ({ type, form }: Kind): Column['form'] =>
  type === 'integer' || type === 'decimal' ? 'point' : isTurned(form) ? form : null

function textReaderOf(column: Kind): (cell: string) => Read {
  const read = column.role === 'year' && column.type === 'integer' ? yearOnly(plainReaderOf(column)) : plainReaderOf(column)
  if (column.rules === undefined) return read
  return ruled(read, plainReaderOf({ ...column, form: canonicalForm(column) }), column.rules, column)
}

/** A year no record is of (20222) is a slip of the hand. */
const yearOnly =
  (read: (cell: string) => Read) =>
  (cell: string): Read => {
    const value = read(cell)
    return typeof value !== 'string' || (Number(value) >= EARLIEST && Number(value) <= LATEST) ? value : BAD['not-year']
  }

function plainReaderOf({ type, form, crs, unit }: Kind): (cell: string) => Read {
  if (type === 'text') return readText
  const typed = (fault: Bad, read: (text: string) => Read) => {
    return (cell: string): Read => {
      const text = cell.trim().normalize('NFC')
      if (isNothing(text)) return null
      return read(text) ?? fault
    }
  }
  const bare = (text: string): string => (unit == null || unit === '' ? text : withoutUnit(text, unit))
  const number = (fault: Bad, read: (text: string) => string | null) => typed(fault, (text) => read(bare(text)) ?? unsettled(bare(text)))
  const unsettled = (text: string): Bad | null => (form === null && isTwoWays(text) ? BAD['two-ways'] : null)
  // a thirteenth month was never there to be turned
  const unturned = (asItIs: string | null): Bad | null => (isTurned(form) && asItIs !== null ? BAD['not-turned'] : null)
  const short = (text: string): Bad | null => (hasShortYear(text) ? BAD['short-year'] : null)
  switch (type) {
    case 'integer':
      return number(BAD['not-integer'], (text) => readInteger(text, form))
    case 'decimal':
      return number(BAD['not-decimal'], (text) => readDecimal(text, form) ?? readAngle(text))
    case 'day':
      return typed(BAD['not-day'], (text) => readDay(text, form) ?? unturned(readDay(text, null)) ?? short(text))
    case 'instant':
      return typed(BAD['not-instant'], (text) => readInstant(text, form) ?? unturned(readInstant(text, null)) ?? short(text))
    case 'period':
      return typed(BAD['not-period'], (text) => readPeriod(text, form) ?? (isShortPeriod(text) ? BAD['short-year'] : null))
    case 'geometry':
      return geometryReader(crs === undefined ? null : parseCrs(crs))
    case 'boolean':
      return typed(BAD['not-boolean'], (text) => (YES.has(text.toLowerCase()) ? 'true' : NO.has(text.toLowerCase()) ? 'false' : null))
  }
}

const PLAIN = crsName(DEGREES)

/** As the database reads it, with its system of coordinates. */
const geometryReader =
  (crs: Crs | null) =>
  (cell: string): Read => {
    const text = cell.trim()
    if (isNothing(text) || isEmptyWkt(text)) return null
    const shape = readShape(text)
    if (shape === null) return BAD['not-geometry']
    const said = crsOfShape(shape)
    // one in another system than its column
    if (said !== undefined && (said === null || said !== (crs === null ? PLAIN : crsName(crs)))) return BAD['out-of-range']
    const read = shape.geometry
    const geometry = crs === null ? read : moved(read, ([first, second]) => toWgs84(crs, first, second))
    return isWhere(crs, read, geometry) ? `SRID=4326;${toWkt(geometry)}` : BAD['out-of-range']
  }

/**
 * Metres of a zone lie in the part of the earth it is made for: axes the other way round, and a cell left at 0, lie beyond it.
 * Degrees, and metres of web maps, may be of any part, but a point at 0,0 is one that nobody gave. [DAT-80]
 */
function isWhere(crs: Crs | null, read: Geometry, geometry: Geometry): boolean {
  if (crs !== null && crs.meridian !== null && !isWeb(crs)) return [...positionsOf(geometry)].every(isInVietnam)
  return isInDegrees(geometry) && (read.type !== 'Point' || isGiven(read.coordinates))
}

/** Letters as one code each, as most programs write them: «ế» of three codes is the same text, and compares as the same. [DAT-62] */
function readText(cell: string): Read {
  if (cell === '') return null
  if (cell.length > MOST_CHARACTERS) return BAD['too-long']
  if (!SUSPECT.test(cell)) return cell.normalize('NFC')
  if (cell.includes('\0')) return BAD.nul
  return cell.includes('\ufffd') || !cell.isWellFormed() ? BAD['broken-text'] : cell.normalize('NFC')
}
const SUSPECT = /[\0\ufffd\ud800-\udfff]/
