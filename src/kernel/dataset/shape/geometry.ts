/**
 * Geometry as text that everything here speaks: WKT in degrees WGS 84, longitude first. Read strictly, because what the
 * database cannot read would end an import; written without more figures than were given. [DAT-17]
 *
 * @source OGC 06-103r4, 7; RFC 7946
 */
export type Position = readonly [longitude: number, latitude: number]
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

const DEPTH: Readonly<Record<Geometry['type'], number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}
const WORDS: Readonly<Record<string, Geometry['type']>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
}

const KIND = '(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\\s*(?:ZM?|M)?'
const LOOKS = new RegExp(`^${KIND}\\s*\\(`, 'i')
const EMPTY = new RegExp(`^${KIND}\\s+EMPTY$`, 'i')

export const looksLikeWkt = (text: string): boolean => LOOKS.test(text)

/** `POINT EMPTY`: a shape that was not given. */
export const isEmptyWkt = (text: string): boolean => EMPTY.test(text)

/** @returns null: no WKT of these kinds, a ring that is not closed, a line of one point, a number that is none; heights are dropped */
export function parseWkt(text: string): Geometry | null {
  const [, word = '', body = ''] = /^\s*([A-Z]+?)\s*(?:ZM?|M)?\s*(\(.*\))\s*$/is.exec(text) ?? []
  if (word.toUpperCase() === COLLECTION)
    return ofOneKind(partsOf(body.slice(1, -1)).map((part) => (/geometrycollection/i.test(part) ? null : parseWkt(part))))
  const type = WORDS[word.toUpperCase()]
  if (type === undefined) return null
  const json = body
    .replace(/[^(),]+/g, (part) => (part.trim() === '' ? '' : `[${part.trim().split(/\s+/).slice(0, 2).join(',')}]`))
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  try {
    const read: unknown = JSON.parse(json)
    const nested = type === 'Point' && Array.isArray(read) ? read[0] : type === 'MultiPoint' ? flatPoints(read) : read
    return geometryOf({ type, coordinates: nested })
  } catch {
    return null
  }
}

const COLLECTION = 'GEOMETRYCOLLECTION'

/** What stands between commas that lie in no bracket. */
function partsOf(body: string): readonly string[] {
  const parts: string[] = []
  let [from, depth] = [0, 0]
  for (let i = 0; i < body.length; i += 1) {
    const sign = body[i]
    if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    else if (sign === ',' && depth === 0) {
      parts.push(body.slice(from, i))
      from = i + 1
    }
  }
  return [...parts, body.slice(from)]
}

/** A collection of shapes of one dimension is one of several parts. @returns null: it is of several dimensions, or has none */
export function ofOneKind(parts: readonly (Geometry | null)[]): Geometry | null {
  const [first, ...others] = parts
  if (first == null || others.length === 0) return first ?? null
  const type = several(first)
  const all = parts.flatMap((one): readonly unknown[] =>
    one === null ? [] : one.type.startsWith('Multi') ? (one.coordinates as readonly unknown[]) : [one.coordinates],
  )
  return parts.every((one) => one !== null && several(one) === type) ? ({ type, coordinates: all } as Geometry) : null
}

const several = ({ type }: Geometry): string => (type.startsWith('Multi') ? type : `Multi${type}`)

/** MULTIPOINT ((1 2), (3 4)) and MULTIPOINT (1 2, 3 4) are the same. */
const flatPoints = (read: unknown): unknown =>
  Array.isArray(read) ? read.map((one: unknown) => (Array.isArray(one) && Array.isArray(one[0]) ? one[0] : one)) : read

/** A GeoJSON geometry that is what it says. @returns null: it is none, or of a kind that no column holds (a collection of several) */
export function geometryOf(given: unknown): Geometry | null {
  if (typeof given !== 'object' || given === null || !('type' in given)) return null
  if (isCollection(given)) return ofOneKind(given.geometries.map((one: unknown) => (isCollection(one) ? null : geometryOf(one))))
  if (!('coordinates' in given)) return null
  const type = Object.values(WORDS).find((one) => one === given.type)
  if (type === undefined) return null
  const coordinates = nested(given.coordinates, DEPTH[type])
  if (coordinates === null || (type.endsWith('Polygon') && !ringsClose(coordinates, type === 'Polygon' ? 1 : 2))) return null
  if (type.endsWith('LineString') && !(type === 'LineString' ? [coordinates] : coordinates).every(isLine)) return null
  return { type, coordinates } as Geometry
}

const isCollection = (given: unknown): given is { readonly geometries: readonly unknown[] } =>
  typeof given === 'object' && given !== null && 'geometries' in given && Array.isArray(given.geometries)

function nested(given: unknown, depth: number): readonly unknown[] | null {
  if (!Array.isArray(given)) return null
  if (depth === 0) {
    const [x, y]: unknown[] = given
    return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null
  }
  const parts: unknown[] = given.map((one) => nested(one, depth - 1))
  return parts.length === 0 || parts.includes(null) ? null : parts
}

/** A line has two ends; of one point the database makes none. */
const isLine = (given: unknown): boolean => Array.isArray(given) && given.length >= 2

function ringsClose(given: unknown, depth: number): boolean {
  if (!Array.isArray(given)) return false
  if (depth > 0) return depth === 1 ? given.every((ring) => ringsClose(ring, 0)) : given.every((part) => ringsClose(part, depth - 1))
  const first: unknown = given[0]
  const last: unknown = given.at(-1)
  return given.length >= 4 && JSON.stringify(first) === JSON.stringify(last)
}

export function toWkt({ type, coordinates }: Geometry): string {
  const word = Object.entries(WORDS).find(([, one]) => one === type)?.[0] ?? ''
  return `${word}(${type === 'Point' ? coordinates.join(' ') : inner(coordinates)})`
}

const inner = (given: readonly unknown[]): string =>
  given
    .map((one) => {
      if (!Array.isArray(one)) return ''
      return typeof one[0] === 'number' ? one.join(' ') : `(${inner(one)})`
    })
    .join(',')

/** The same shape elsewhere. */
export const moved = (geometry: Geometry, to: (position: Position) => Position): Geometry =>
  ({ type: geometry.type, coordinates: movedIn(geometry.coordinates, to) }) as Geometry

function movedIn(given: unknown, to: (position: Position) => Position): unknown {
  if (!Array.isArray(given)) return given
  const [x, y]: unknown[] = given
  return typeof x === 'number' && typeof y === 'number' ? to([x, y]) : given.map((one) => movedIn(one, to))
}

/** Whether some position of a geometry as GeoJSON has it, of a collection too, says a height; a column keeps none. [DAT-128] */
export function sayHeights(geometry: unknown): boolean {
  // a collection may lie within others without end
  const left: unknown[] = [geometry]
  while (left.length > 0) {
    const one = left.pop()
    if (Array.isArray(one)) {
      if (!Array.isArray(one[0])) {
        if (one.length > 2 && one[2] !== null) return true
      } else for (const part of one) left.push(part)
    } else if (isCollection(one)) for (const part of one.geometries) left.push(part)
    else if (typeof one === 'object' && one !== null && 'coordinates' in one) left.push(one.coordinates)
  }
  return false
}

/** `POINT Z (1 2 3)`, and three figures without the word, within a collection too: of measures (M) none is a height. */
export const wktSaysHeights = (text: string): boolean => IS_WKT.test(text) && WITH_HEIGHTS.test(text)
const IS_WKT = /^\s*(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)/i
const WITH_HEIGHTS = /(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(?:ZM?\s*\(|\(+\s*[^\s(),]+\s+[^\s(),]+\s+[^\s(),]+\s*[(),])/i

/** Every position of it. */
export function* positionsOf({ coordinates }: Geometry): Generator<Position> {
  const left: unknown[] = [coordinates]
  while (left.length > 0) {
    const one = left.pop()
    if (!Array.isArray(one)) continue
    const [x, y]: unknown[] = one
    if (typeof x === 'number' && typeof y === 'number') yield [x, y]
    else for (const each of one.toReversed()) left.push(each)
  }
}

/** Degrees, longitude first: a latitude beyond the pole is an axis in the wrong place, or metres. */
export function isInDegrees(geometry: Geometry): boolean {
  for (const [longitude, latitude] of positionsOf(geometry)) if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return false
  return true
}
