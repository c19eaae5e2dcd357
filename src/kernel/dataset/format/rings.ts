import type { Position } from '../shape/geometry.ts'

/** Rings as ESRI keeps them: an outer one runs clockwise, and a hole follows the ring it is in. [DAT-17] */
export function polygonsOf(rings: readonly (readonly Position[])[]): readonly (readonly (readonly Position[])[])[] {
  const polygons: (readonly Position[])[][] = []
  for (const ring of rings) {
    const last = polygons.at(-1)
    if (last === undefined || area(ring) <= 0) polygons.push([ring])
    else last.push(ring)
  }
  return polygons
}

/** Twice the area; below zero: clockwise. */
const area = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
