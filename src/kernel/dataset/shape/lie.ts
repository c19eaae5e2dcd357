import { type Crs, crsName, DEGREES, isGiven, isInVietnam, toWgs84, WEB } from './crs.ts'
import { geometryOf, type Position } from './geometry.ts'

/**
 * In which system coordinates are that do not say it: the one under which they lie in the province they are claimed to be of.
 * Zones lie some 26 km beside one another, and a province is wider than that, so several may fit: what fits is a proposal, best
 * first, and a person takes it. [DAT-22]
 */
export type Lie = {
  readonly crs: string
  /** How many of the points lie in the province, and the province in which most lie when that is another. */
  readonly inside: number
  readonly elsewhere: { readonly place: string; readonly n: number } | null
  /** True: the province keeps its maps in this zone. */
  readonly own: boolean
  /** Which of the points lie in no province at all, by their place in the list: slips, what was left at 0, what lies in the sea. */
  readonly strays: readonly number[]
}

export type Area = {
  readonly place: string
  readonly rings: readonly (readonly Position[])[]
  readonly box: readonly [number, number, number, number]
}

/** Outlines are drawn for maps of the country: a point so near to one, in degrees, may lie on either side. About 3 km. */
const NEAR = 0.03

/** @returns null: it is no polygon */
export function areaOf(place: string, given: unknown): Area | null {
  const geometry = geometryOf(given)
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return null
  const rings = (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) as readonly (readonly Position[])[]
  const all = rings.flat()
  const of = (i: 0 | 1, pick: (a: number, b: number) => number): number => all.map((one) => one[i]).reduce(pick)
  const least = (a: number, b: number): number => Math.min(a, b)
  const most = (a: number, b: number): number => Math.max(a, b)
  return { place, rings, box: [of(0, least), of(1, least), of(0, most), of(1, most)] }
}

/** By counting the sides crossed; holes count themselves. */
function isIn([x, y]: Position, { rings, box }: Area): boolean {
  if (x < box[0] - NEAR || x > box[2] + NEAR || y < box[1] - NEAR || y > box[3] + NEAR) return false
  let inside = false
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [ax, ay] = ring[i] ?? [0, 0]
      const [bx, by] = ring[j] ?? [0, 0]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      if (isNear(x, y, ax, ay, bx, by)) return true
    }
  return inside
}

function isNear(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy) <= NEAR
}

/**
 * @param points as they stand in the file, first coordinate first
 * @param own meridians in which the province keeps its maps
 * @returns best first; empty: they lie nowhere that is known
 */
export function lies(
  points: readonly Position[],
  claimed: Area | null,
  areas: readonly Area[],
  own: readonly number[],
  meridians: readonly number[],
): readonly Lie[] {
  const systems: Crs[] = [false, true].flatMap((swapped) => [
    { ...DEGREES, swapped },
    { ...WEB, swapped },
    ...meridians.map((meridian): Crs => ({ datum: 'vn2000', meridian, scale: 0.9999, swapped })),
    ...[105, 111].flatMap((meridian): Crs[] => [
      { datum: 'vn2000', meridian, scale: 0.9996, swapped },
      { datum: 'wgs84', meridian, scale: 0.9996, swapped },
    ]),
  ])
  return systems
    .flatMap((crs): Lie[] => {
      const at = points.map(([a, b]) => toWgs84(crs, a, b))
      // a few slips decide nothing, and a system under which most points leave the country is another one [DAT-80]
      if (at.filter(isInVietnam).length * 2 < points.filter(isGiven).length) return []
      const met = at.map((one) => areas.filter((area) => isIn(one, area)).map(({ place }) => place))
      const inside = claimed === null ? 0 : met.filter((places) => places.includes(claimed.place)).length
      const counts = areas.map(({ place }) => ({ place, n: met.filter((places) => places.includes(place)).length }))
      const most = counts.reduce((a, b) => (b.n > a.n ? b : a), { place: '', n: 0 })
      return [
        {
          crs: crsName(crs),
          inside,
          elsewhere: most.n > inside && most.place !== claimed?.place ? most : null,
          own: crs.meridian === null || (crs.scale === 0.9999 && own.includes(crs.meridian)),
          strays: met.flatMap((places, i) => (places.length === 0 ? [i] : [])),
        },
      ]
    })
    .filter(({ inside, elsewhere }) => inside > 0 || elsewhere !== null)
    .toSorted((a, b) => b.inside * (b.own ? 2 : 1) - a.inside * (a.own ? 2 : 1) || (b.elsewhere?.n ?? 0) - (a.elsewhere?.n ?? 0))
}
