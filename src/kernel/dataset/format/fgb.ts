import type { Cell } from '../cell/cell.ts'
import { finiteText, singleText } from '../cell/float.ts'
import { type Geometry, geometryOf, type Position } from '../shape/geometry.ts'
import { type FlatTable, flatTable } from './flat-table.ts'

/**
 * What a FlatGeobuf says: its header, and each of its features. [DAT-46]
 *
 * @source flatgeobuf.org, version 3: header.fbs and feature.fbs, whose fields the numbers below count
 */
export const MAGIC = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62] as const

export type FgbHeader = {
  readonly columns: readonly { readonly name: string; readonly type: number }[]
  /** 0: each feature says its own. */
  readonly geometry: number
  /** Its shapes have heights, which are not read. */
  readonly hasHeights: boolean
  readonly features: number
  /** Of the index between header and features, in bytes. */
  readonly indexSize: number
  /** The number of its system of coordinates in the register of EPSG; null: it says none. */
  readonly epsg: number | null
}

const MOST_COLUMNS = 10_000

/** @throws RangeError: the bytes are no header */
export function readFgbHeader(bytes: Uint8Array): FgbHeader {
  const header = flatTable(bytes)
  const columns = header.tables(7)
  if (columns.length > MOST_COLUMNS) throw new RangeError('too many columns')
  const features = Number(header.long(8) ?? 0n)
  const crs = header.table(10)
  const org = crs?.text(0) ?? 'EPSG'
  const code = crs?.int(1) ?? 0
  return {
    columns: columns.map((column) => ({ name: column.text(0) ?? '', type: column.byte(1) ?? 0 })),
    geometry: header.byte(2) ?? 0,
    hasHeights: header.byte(3) === 1,
    features,
    indexSize: indexSize(features, header.short(9) ?? 16),
    epsg: code > 0 && org.toUpperCase() === 'EPSG' ? code : null,
  }
}

/** A packed tree of boxes of 40 bytes: one for every feature, and above them one for so many each, up to a single one. */
function indexSize(features: number, width: number): number {
  if (width < 2 || features === 0) return 0
  let boxes = features
  for (let level = features; level > 1; ) {
    level = Math.ceil(level / width)
    boxes += level
  }
  return (features === 1 ? 2 : boxes) * 40
}

export type FgbFeature = {
  /** By the columns of the header; empty: nothing is said. */
  readonly values: readonly Cell[]
  /** Null: there is none; `unreadable`: none of the kinds that a column holds, or not what it says. */
  readonly geometry: Geometry | 'unreadable' | null
}

/** @throws RangeError: the bytes are no feature of that header */
export function readFgbFeature(bytes: Uint8Array, header: FgbHeader): FgbFeature {
  const feature = flatTable(bytes)
  const shape = feature.table(0)
  return {
    values: valuesIn(feature.bytes(1), header),
    geometry: shape === null ? null : shapeOf(shape, header.geometry, bytes.length),
  }
}

const WIDTHS = [1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8]
const BOOLEAN = 2
const BINARY = 14

/** Pairs of a number of a column and its value, in any order. */
function valuesIn(bytes: Uint8Array, { columns }: FgbHeader): readonly Cell[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values: Cell[] = columns.map(() => '')
  for (let at = 0; at < bytes.length; ) {
    const i = view.getUint16(at, true)
    at += 2
    const type = columns[i]?.type
    if (type === undefined) throw new RangeError('a value of no column')
    const width = WIDTHS[type]
    if (width === undefined) {
      const size = view.getUint32(at, true)
      if (at + 4 + size > bytes.length) throw new RangeError('a value is longer than its bytes')
      const text = bytes.subarray(at + 4, at + 4 + size)
      values[i] = type === BINARY ? hex(text) : new TextDecoder().decode(text)
      at += 4 + size
    } else {
      const text = figure(view, at, type)
      values[i] = text === '' ? '' : { is: type === BOOLEAN ? 'boolean' : 'number', text }
      at += width
    }
  }
  return values
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function figure(view: DataView, at: number, type: number): string {
  switch (type) {
    case 0:
      return String(view.getInt8(at))
    case 1:
      return String(view.getUint8(at))
    case BOOLEAN:
      return String(view.getUint8(at) !== 0)
    case 3:
      return String(view.getInt16(at, true))
    case 4:
      return String(view.getUint16(at, true))
    case 5:
      return String(view.getInt32(at, true))
    case 6:
      return String(view.getUint32(at, true))
    case 7:
      return String(view.getBigInt64(at, true))
    case 8:
      return String(view.getBigUint64(at, true))
    case 9:
      return singleText(view.getFloat32(at, true))
    default:
      return finiteText(view.getFloat64(at, true))
  }
}

/** @param room in bytes; positions that lie in fewer are told twice, which only a trap does */
function shapeOf(shape: FlatTable, said: number, room: number): Geometry | 'unreadable' | null {
  let left = Math.floor(room / 16)
  const positions = (of: FlatTable): readonly Position[] => {
    const xy = of.doubles(1)
    left -= xy.length / 2
    if (left < 0) throw new RangeError('more positions than bytes')
    return Array.from({ length: xy.length / 2 }, (_, i): Position => [xy[2 * i] ?? Number.NaN, xy[2 * i + 1] ?? Number.NaN])
  }
  const parts = (of: FlatTable): readonly (readonly Position[])[] => {
    const all = positions(of)
    const ends = of.uints(0)
    return ends.length === 0 ? [all] : ends.map((end, i) => all.slice(ends[i - 1] ?? 0, end))
  }
  const coordinates = (type: number): readonly [Geometry['type'], unknown] | null => {
    switch (type) {
      case 1:
        return ['Point', positions(shape)[0]]
      case 2:
        return ['LineString', positions(shape)]
      case 3:
        return ['Polygon', parts(shape)]
      case 4:
        return ['MultiPoint', positions(shape)]
      case 5:
        return ['MultiLineString', parts(shape)]
      case 6:
        return ['MultiPolygon', shape.tables(7).map(parts)]
      default:
        return null
    }
  }
  const told = coordinates(said === 0 ? (shape.byte(6) ?? 0) : said)
  if (told === null) return 'unreadable'
  const [type, of] = told
  // a point without a place is none
  if (of === undefined || (Array.isArray(of) && of.length === 0)) return null
  return geometryOf({ type, coordinates: of }) ?? 'unreadable'
}
