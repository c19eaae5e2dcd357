import { readWkb, sridOf, wkbSaysHeights } from '../format/wkb.ts'
import { crsName } from '../shape/crs.ts'
import { crsOfNumber } from '../shape/crs-said.ts'
import { type Geometry, geometryOf, looksLikeWkt, parseWkt, wktSaysHeights } from '../shape/geometry.ts'

/**
 * Shapes as texts of cells: WKT, and what PostGIS writes before it (EWKT); WKB in figures of sixteen, as `copy` writes it; a
 * geometry of GeoJSON. [DAT-17]
 *
 * @source PostGIS 3.4, 4.1.2: EWKB and EWKT
 */
export type ShapeText = {
  readonly geometry: Geometry
  /** The number of its system in the register of EPSG; null: the text says none. */
  readonly srid: number | null
}

const SRID = /^SRID=(\d{1,6});\s*/i
/** Order of bytes, kind, and a point of two doubles at least. */
const HEX = /^0[01](?:[0-9a-f]{2}){20,}$/i

/** Told by its beginning, before it is read. */
export function looksLikeShape(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first === ZERO) return text.length >= LEAST_HEX && HEX.test(text) && readWkb(bytesOf(text)) !== null
  if (first === BRACE) return LOOKS_LIKE_GEOJSON.test(text) && readShape(text) !== null
  return looksLikeWkt(text.replace(SRID, ''))
}
const ZERO = 0x30
const BRACE = 0x7b
const LEAST_HEX = 42
const LOOKS_LIKE_GEOJSON = /^\{\s*"(?:coordinates"\s*:|type"\s*:\s*"(?:(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)")/

/** @returns null: no shape, or one that no column holds */
export function readShape(text: string): ShapeText | null {
  const first = text.charCodeAt(0)
  if (first === ZERO) {
    const bytes = HEX.test(text) ? bytesOf(text) : null
    const geometry = bytes === null ? null : readWkb(bytes)
    return bytes === null || geometry === null ? null : { geometry, srid: sridOf(bytes) }
  }
  if (first === BRACE) {
    const geometry = geometryOf(parsed(text))
    return geometry === null ? null : { geometry, srid: null }
  }
  const srid = SRID.exec(text)?.[1]
  const geometry = parseWkt(srid === undefined ? text : text.replace(SRID, ''))
  return geometry === null ? null : { geometry, srid: srid === undefined ? null : Number(srid) }
}

/** Whether the text of a shape has heights, which are dropped. [DAT-128] */
export function saysHeights(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first === ZERO) return HEX.test(text) && wkbSaysHeights(bytesOf(text.slice(0, LEAST_HEX)))
  if (first !== BRACE) return wktSaysHeights(text.replace(SRID, ''))
  // looked at without being read, for a cell may be long
  return /\[\s*[-\d.eE+]+\s*,\s*[-\d.eE+]+\s*,\s*[-\d.eE+]+\s*[\],]/.test(text)
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The system that a text says; null: of none known here; undefined: it says none. */
export function crsOfShape({ srid }: ShapeText): string | null | undefined {
  // 0: PostGIS knows none
  if (srid === null || srid === 0) return undefined
  const crs = crsOfNumber(srid)
  return crs === null ? null : crsName(crs)
}
