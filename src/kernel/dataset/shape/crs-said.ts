import { type Crs, DEGREES, WEB } from './crs.ts'

/** Which system a file says its coordinates are in: by its number, or by the .prj of a Shapefile. [DAT-22] */
const vn3 = (meridian: number): Crs => ({ datum: 'vn2000', meridian, scale: 0.9999, swapped: false })
const zone6 = (datum: Crs['datum'], meridian: number): Crs => ({ datum, meridian, scale: 0.9996, swapped: false })

/** EPSG:9205 to 9218, in their order; 6956 to 6959 are withdrawn for swapped false origins, and are not taken. */
const TM3 = [103, 104, 104.5, 104.75, 105.5, 105.75, 106, 106.25, 106.5, 107, 107.25, 107.5, 108.25, 108.5]

const known: ReadonlyMap<number, Crs> = new Map([
  [4326, DEGREES],
  [4979, DEGREES],
  // the number that is registered, those of before it, and those of ESRI
  ...[3857, 3785, 900_913, 102_100, 102_113].map((epsg): [number, Crs] => [epsg, WEB]),
  [4756, { ...DEGREES, datum: 'vn2000' }],
  [3405, zone6('vn2000', 105)],
  [3406, zone6('vn2000', 111)],
  [5896, vn3(102)],
  [5897, vn3(105)],
  [5898, vn3(108)],
  [5899, vn3(107.75)],
  [32647, zone6('wgs84', 99)],
  [32648, zone6('wgs84', 105)],
  [32649, zone6('wgs84', 111)],
  ...TM3.map((meridian, i): [number, Crs] => [9205 + i, vn3(meridian)]),
])

/** @returns null: a number that is of no system known here */
export const crsOfNumber = (epsg: number): Crs | null => known.get(epsg) ?? null

/** `urn:ogc:def:crs:EPSG::9214`, `EPSG:9214`, `urn:ogc:def:crs:OGC:1.3:CRS84`. */
export function crsOfUrn(text: string): Crs | null {
  if (/CRS84$/i.test(text)) return DEGREES
  const number = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(text)?.[1]
  return number === undefined ? null : crsOfNumber(Number(number))
}

/**
 * Well-known text as ESRI writes it. Only a transverse Mercator from the equator, with 500 km before its meridian, and the Mercator of
 * web maps from where both are 0, are taken: what says anything else is another system, as the Mercator of an ellipsoid is.
 */
export function crsOfPrj(text: string): Crs | null {
  const named = /\bDATUM\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? ''
  const datum = /VN[_ -]?2000|Viet ?nam[_ -]?2000/i.test(named)
    ? 'vn2000'
    : /^(?:D_)?(?:WGS[_ ]?(?:19)?84|World Geodetic System 1984)/i.test(named)
      ? 'wgs84'
      : null
  if (datum === null) return null
  if (!/\bPROJC(?:S|RS)\s*\[/i.test(text)) return { ...DEGREES, datum }
  const figure = (name: string): number => Number(new RegExp(`"${name}"\\s*,\\s*(-?[\\d.]+)`, 'i').exec(text)?.[1] ?? Number.NaN)
  const scale = figure('scale_factor')
  const isNone = (n: number): boolean => Number.isNaN(n) || Math.abs(n) < 1e-9
  const isPlain =
    /Transverse_Mercator|Gauss_Kruger/i.test(text) &&
    figure('false_easting') === 500_000 &&
    isNone(figure('false_northing')) &&
    isNone(figure('latitude_of_origin'))
  const meridian = figure('central_meridian')
  const origin = ['false_easting', 'false_northing', 'latitude_of_origin', 'standard_parallel_1', 'auxiliary_sphere_type'].map(figure)
  if (datum === 'wgs84' && OF_WEB.test(text)) return isNone(meridian) && origin.every(isNone) ? WEB : null
  const isZone = scale === 0.9996 || (datum === 'vn2000' && scale === 0.9999)
  return isPlain && isZone && Number.isFinite(meridian) ? { datum, meridian, scale, swapped: false } : null
}

/** As ESRI, GDAL and the second edition of the text call it. */
const OF_WEB = /"(?:Mercator_Auxiliary_Sphere|Popular Visualisation Pseudo Mercator|WGS 84 \/ Pseudo-Mercator)"/i
