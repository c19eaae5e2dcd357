/**
 * Systems of coordinates that files of Vietnamese offices are in, and the way from each to degrees WGS 84. [DAT-22]
 *
 * VN-2000 has the ellipsoid of WGS 84 and another place in the earth: without the seven parameters a point lies 224 m off, with
 * the rotations taken the wrong way round 0.75 m. The parameters are pinned here, and a dataset says which system it came from.
 *
 * @source Quyết định 05/2007/QĐ-BTNMT, 27-2-2007 (= EPSG:6960, coordinate frame rotation); projections: Thông tư
 *   973/2001/TT-TCĐC, 3° zones with scale 0.9999 and 6° zones with 0.9996, false easting 500 km
 */
export type Crs = {
  readonly datum: 'wgs84' | 'vn2000'
  /** Central meridian in degrees, 0 of the Mercator of web maps; null: the coordinates are degrees. */
  readonly meridian: number | null
  /** Of the projection: 0.9999 of a 3° zone, 0.9996 of a 6° zone and of UTM; 1 of degrees and of web maps. */
  readonly scale: number
  /** True: what stands first is the northing, or the latitude. */
  readonly swapped: boolean
}

export const DEGREES: Crs = { datum: 'wgs84', meridian: null, scale: 1, swapped: false }
/** EPSG:3857, in metres of a sphere: what tiles and layers of web maps are in. Its metres are no distances: here some 4 % too long. */
export const WEB: Crs = { datum: 'wgs84', meridian: 0, scale: 1, swapped: false }
export const isWeb = ({ meridian, scale }: Crs): boolean => meridian === 0 && scale === 1

/** About how far a point may lie from where it was measured, by the transformation alone, in metres. */
export const accuracyOf = ({ datum }: Crs): number => (datum === 'vn2000' ? 1 : 0)

const A = 6_378_137
const F = 1 / 298.257223563
const E2 = F * (2 - F)
const FALSE_EASTING = 500_000
const RADIAN = Math.PI / 180

/** Metres, and seconds of arc. */
const SHIFT = { x: -191.90441429, y: -39.30318279, z: -111.45032835 } as const
const TURN = { x: -0.00928836, y: 0.01975479, z: -0.00427372 } as const
const STRETCH = 0.252906278e-6

/** @param first the coordinate that stands first in the file, in metres or degrees */
export function toWgs84(crs: Crs, first: number, second: number): readonly [longitude: number, latitude: number] {
  const [x, y] = crs.swapped ? [second, first] : [first, second]
  const [longitude, latitude] = crs.meridian === null ? [x, y] : isWeb(crs) ? fromWeb(x, y) : fromPlane(x, y, crs.meridian, crs.scale)
  const [east, north] = crs.datum === 'wgs84' ? [longitude, latitude] : shifted(longitude, latitude)
  return [rounded(east), rounded(north)]
}

/** A tenth of a millimetre, so that a figure is not longer than it is sure. */
const rounded = (degrees: number): number => Math.round(degrees * 1e9) / 1e9

/** @source IOGP 373-7-2, 3.5.1.1: Popular Visualisation Pseudo Mercator, method 1024; exact */
const fromWeb = (x: number, y: number): readonly [number, number] => [x / A / RADIAN, Math.atan(Math.sinh(y / A)) / RADIAN]

/** Transverse Mercator back to degrees, by the series of Krüger in n to its fourth power: below a millimetre within the zones. */
function fromPlane(easting: number, northing: number, meridian: number, scale: number): readonly [number, number] {
  const n = F / (2 - F)
  const [n2, n3, n4] = [n ** 2, n ** 3, n ** 4]
  const radius = (A / (1 + n)) * (1 + n2 / 4 + n4 / 64)
  const xi = northing / (scale * radius)
  const eta = (easting - FALSE_EASTING) / (scale * radius)
  const beta = [
    n / 2 - (2 * n2) / 3 + (37 * n3) / 96 - n4 / 360,
    n2 / 48 + n3 / 15 - (437 * n4) / 1440,
    (17 * n3) / 480 - (37 * n4) / 840,
    (4397 * n4) / 161_280,
  ]
  let [xi1, eta1] = [xi, eta]
  for (const [i, b] of beta.entries()) {
    const k = 2 * (i + 1)
    xi1 -= b * Math.sin(k * xi) * Math.cosh(k * eta)
    eta1 -= b * Math.cos(k * xi) * Math.sinh(k * eta)
  }
  const conformal = Math.asin(Math.sin(xi1) / Math.cosh(eta1))
  const delta = [
    2 * n - (2 * n2) / 3 - 2 * n3 + (116 * n4) / 45,
    (7 * n2) / 3 - (8 * n3) / 5 - (227 * n4) / 45,
    (56 * n3) / 15 - (136 * n4) / 35,
    (4279 * n4) / 630,
  ]
  const latitude = delta.reduce((sum, d, i) => sum + d * Math.sin(2 * (i + 1) * conformal), conformal)
  return [meridian + Math.atan2(Math.sinh(eta1), Math.cos(xi1)) / RADIAN, latitude / RADIAN]
}

/** From VN-2000 to WGS 84, through the seven parameters; on the ellipsoid, for plans have no height above it. */
function shifted(longitude: number, latitude: number): readonly [number, number] {
  const [lambda, phi] = [longitude * RADIAN, latitude * RADIAN]
  const v = A / Math.sqrt(1 - E2 * Math.sin(phi) ** 2)
  const [x, y, z] = [v * Math.cos(phi) * Math.cos(lambda), v * Math.cos(phi) * Math.sin(lambda), v * (1 - E2) * Math.sin(phi)]
  const [rx, ry, rz] = [TURN.x, TURN.y, TURN.z].map((seconds) => (seconds / 3600) * RADIAN) as [number, number, number]
  const k = 1 + STRETCH
  const x2 = SHIFT.x + k * (x + rz * y - ry * z)
  const y2 = SHIFT.y + k * (-rz * x + y + rx * z)
  const z2 = SHIFT.z + k * (ry * x - rx * y + z)
  // Bowring; one step is below a micrometre on the surface
  const p = Math.hypot(x2, y2)
  const b = A * (1 - F)
  const theta = Math.atan2(z2 * A, p * b)
  const north = Math.atan2(z2 + (E2 / (1 - E2)) * b * Math.sin(theta) ** 3, p - E2 * A * Math.cos(theta) ** 3)
  return [Math.atan2(y2, x2) / RADIAN, north / RADIAN]
}

/** Vietnam with its seas, Trường Sa among them: [west, south, east, north] in degrees. Zones of metres are made for it. */
const MADE_FOR = [101.5, 6.3, 118, 23.8] as const

export const isInVietnam = ([longitude, latitude]: readonly [number, number]): boolean =>
  longitude >= MADE_FOR[0] && latitude >= MADE_FOR[1] && longitude <= MADE_FOR[2] && latitude <= MADE_FOR[3]

/** 0,0 stands for a place that nobody gave, in metres as in degrees. */
export const isGiven = ([first, second]: readonly [number, number]): boolean => first !== 0 || second !== 0

/** What a system is called in settings and addresses: `wgs84`, `vn2000-3:107.75`, `vn2000-6:105`, `utm:105`, `web-mercator`, `…/yx`. */
export const crsName = ({ datum, meridian, scale, swapped }: Crs): string =>
  `${meridian === null ? datum : isWeb({ datum, meridian, scale, swapped }) ? 'web-mercator' : `${datum === 'wgs84' ? 'utm' : scale === 0.9999 ? 'vn2000-3' : 'vn2000-6'}:${meridian}`}${swapped ? '/yx' : ''}`

/** @returns null: it is no name of a system */
export function parseCrs(text: string): Crs | null {
  const [, kind = '', degrees, order] =
    /^(wgs84|vn2000|vn2000-3|vn2000-6|utm|web-mercator)(?::(\d{2,3}(?:\.\d{1,4})?))?(\/yx)?$/.exec(text) ?? []
  const isPlane = kind !== 'wgs84' && kind !== 'vn2000' && kind !== 'web-mercator'
  if (kind === '' || isPlane !== (degrees !== undefined)) return null
  if (kind === 'web-mercator') return { ...WEB, swapped: order !== undefined }
  return {
    datum: kind === 'wgs84' || kind === 'utm' ? 'wgs84' : 'vn2000',
    meridian: degrees === undefined ? null : Number(degrees),
    scale: isPlane ? (kind === 'vn2000-3' ? 0.9999 : 0.9996) : 1,
    swapped: order !== undefined,
  }
}
