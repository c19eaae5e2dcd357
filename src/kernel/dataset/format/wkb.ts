import { type Geometry, ofOneKind, type Position, positionsOf, toWkt } from '../shape/geometry.ts'

/**
 * Well-known binary: how databases, GeoPackage and GeoParquet keep a geometry. Heights and measures are dropped. [DAT-17]
 *
 * @source OGC 06-103r4, 8; with the flags of EWKB for Z, M and SRID
 */
const KINDS = ['', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection'] as const

/** @returns null: no geometry of these kinds, or one that is cut */
export function readWkb(bytes: Uint8Array): Geometry | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readOne(view, { at: 0 })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** As the cell of a row. @returns empty: it has no position, or none that is a number; `?`: it cannot be read */
export function wkbText(bytes: Uint8Array): string {
  const geometry = readWkb(bytes)
  if (geometry === null) return '?'
  const first = positionsOf(geometry).next().value
  return first === undefined || (geometry.type === 'Point' && first.every(Number.isNaN)) ? '' : toWkt(geometry)
}

/** The number of its system, as EWKB has it. @returns null: it says none */
export function sridOf(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = view.getUint8(0) === 1
  return (view.getUint32(1, little) & 0x2000_0000) === 0 ? null : view.getUint32(5, little)
}

/** Whether it has heights, which are dropped. [DAT-128] */
export function wkbSaysHeights(bytes: Uint8Array): boolean {
  if (bytes.length < 5) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return dimensions(view.getUint32(1, view.getUint8(0) === 1)).hasZ
}

function dimensions(code: number): { readonly hasZ: boolean; readonly hasM: boolean } {
  const extra = Math.floor((code & 0xffff) / 1000)
  return {
    hasZ: (code & 0x8000_0000) !== 0 || extra === 1 || extra === 3,
    hasM: (code & 0x4000_0000) !== 0 || extra === 2 || extra === 3,
  }
}

type Cursor = { at: number }

function readOne(view: DataView, cursor: Cursor, within = false): Geometry | null {
  const little = view.getUint8(cursor.at) === 1
  const code = view.getUint32(cursor.at + 1, little)
  cursor.at += 5
  if ((code & 0x2000_0000) !== 0) cursor.at += 4
  const base = code & 0xffff
  const { hasZ, hasM } = dimensions(code)
  const size = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0)
  const count = (): number => {
    cursor.at += 4
    return view.getUint32(cursor.at - 4, little)
  }
  const position = (): Position => {
    const [x, y] = [view.getFloat64(cursor.at, little), view.getFloat64(cursor.at + 8, little)]
    cursor.at += size * 8
    return [x, y]
  }
  const many = <T>(one: () => T): T[] => {
    const n = count()
    // each takes bytes: a count beyond them is a cut or forged one
    if (n > view.byteLength) throw new RangeError('count')
    return Array.from({ length: n }, one)
  }
  const kind = KINDS[base % 1000]
  switch (kind) {
    case 'Point':
      return { type: kind, coordinates: position() }
    case 'LineString':
      return { type: kind, coordinates: many(position) }
    case 'Polygon':
      return { type: kind, coordinates: many(() => many(position)) }
    case 'MultiPoint':
    case 'MultiLineString':
    case 'MultiPolygon': {
      const parts = many(() => readOne(view, cursor, true))
      return parts.includes(null) ? null : ({ type: kind, coordinates: parts.map((part) => part?.coordinates) } as Geometry)
    }
    case 'GeometryCollection':
      return within ? null : ofOneKind(many(() => readOne(view, cursor, true)))
    default:
      return null
  }
}
