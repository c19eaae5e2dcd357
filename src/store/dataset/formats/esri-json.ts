import { polygonsOf } from '../../../kernel/dataset/format/rings.ts'
import { crsName } from '../../../kernel/dataset/shape/crs.ts'
import { crsOfNumber } from '../../../kernel/dataset/shape/crs-said.ts'
import type { Geometry, Position } from '../../../kernel/dataset/shape/geometry.ts'
import { isRecord, type JsonRecord, type Records } from './json-record.ts'
import { asJson } from './records.ts'

/**
 * Features as ArcGIS answers with them (`f=json`): attributes, a geometry by its own words, and times as milliseconds that only
 * the list of fields says to be such. [DAT-17]
 *
 * @source ArcGIS REST API, Geometry objects; Feature layer, Query
 */
const isFeature = (given: unknown): given is { readonly attributes: JsonRecord; readonly geometry?: unknown } =>
  isRecord(given) && isRecord(given['attributes']) && Object.keys(given).every((name) => name === 'attributes' || name === 'geometry')

/** @returns features of GeoJSON; records, where none has a place; null: they are no features of ArcGIS */
export function esriRecords(read: JsonRecord, list: readonly unknown[]): Records | null {
  if (list.length === 0 || !list.every(isFeature)) return null
  const dates = fieldsOf(read).flatMap(({ name, type }) => (type === 'esriFieldTypeDate' ? [String(name)] : []))
  const isShaped = list.some(({ geometry }) => geometry !== undefined && geometry !== null)
  return {
    length: list.length,
    *[Symbol.iterator]() {
      for (const { attributes, geometry } of list) {
        const properties = { ...attributes }
        for (const name of dates) {
          const ms = properties[name]
          if (typeof ms === 'number') properties[name] = new Date(ms)
        }
        yield isShaped ? { type: 'Feature', properties, geometry: shapeOf(plain(geometry), read) } : properties
      }
    },
  }
}

const fieldsOf = (read: JsonRecord): readonly JsonRecord[] => (Array.isArray(read['fields']) ? read['fields'].filter(isRecord) : [])

/** The system of its coordinates. @returns null: of none known here; undefined: it says none */
export function esriCrs(read: unknown): string | null | undefined {
  const said = isRecord(read) ? read['spatialReference'] : undefined
  if (!isRecord(said)) return undefined
  // the newer number is that of EPSG, where the first is one of ESRI's own
  const crs = crsOfNumber(Number(said['latestWkid'] ?? said['wkid'] ?? Number.NaN))
  return crs === null ? null : crsName(crs)
}

/** What cannot be read stays as it is, and is a bad cell. */
/** Its numbers as such: of sixteen figures and more they come exact. */
const plain = (given: unknown): unknown => JSON.parse(asJson(given ?? null) ?? 'null')

function shapeOf(shape: unknown, read: JsonRecord): unknown {
  if (!isRecord(shape)) return null
  const given = onlyMeasures(shape, read) ? withoutMeasures(shape) : shape
  // where the height of a point stands in GeoJSON, that it is told [DAT-128]
  if (typeof given['x'] === 'number') {
    const height = typeof given['z'] === 'number' ? [given['z']] : []
    return { type: 'Point', coordinates: [given['x'], given['y'], ...height] }
  }
  const { points, paths, rings } = given
  // an empty one is a place that nobody gave; «NaN» is how an empty point is written
  if (given['x'] !== undefined || [points, paths, rings].some((one) => Array.isArray(one) && one.length === 0)) return null
  if (Array.isArray(points)) return { type: 'MultiPoint', coordinates: points }
  if (Array.isArray(paths)) return { type: 'MultiLineString', coordinates: paths }
  return isRings(rings) ? ({ type: 'MultiPolygon', coordinates: polygonsOf(rings) } satisfies Geometry) : given
}

/** Of measures without heights the third figure is one. */
const onlyMeasures = (shape: JsonRecord, read: JsonRecord): boolean =>
  (shape['hasM'] ?? read['hasM']) === true && (shape['hasZ'] ?? read['hasZ']) !== true

const withoutMeasures = (shape: JsonRecord): JsonRecord =>
  Object.fromEntries(['x', 'y', 'points', 'paths', 'rings'].flatMap((name) => (name in shape ? [[name, plane(shape[name])]] : [])))

const plane = (given: unknown): unknown =>
  !Array.isArray(given) ? given : typeof given[0] === 'number' ? given.slice(0, 2) : given.map(plane)

const isRings = (given: unknown): given is readonly (readonly Position[])[] =>
  Array.isArray(given) &&
  given.every(
    (ring) => Array.isArray(ring) && ring.every((at) => Array.isArray(at) && typeof at[0] === 'number' && typeof at[1] === 'number'),
  )
