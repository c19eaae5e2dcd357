import type { Position, Ring, Shape } from '../../../kernel/place/shape.ts'

/**
 * From degrees to a drawing, for one map: Việt Nam with Hoàng Sa and Trường Sa in their places, 102–118° E, 6–24° N.
 *
 * A degree of longitude is shortened by the cosine of 15° N, the middle of the sheet: shapes are true enough to be
 * recognised, and nothing is measured on them. Coordinates are whole numbers, 60 to a degree of latitude (about 1.9 km),
 * and points that fall together are dropped.
 */
const WEST = 101.5
const NORTH = 23.8
const EAST = 118
const SOUTH = 6
const PER_DEGREE = 60
const SHORTENED = Math.cos((15 * Math.PI) / 180)

export const SHEET = {
  width: Math.round((EAST - WEST) * SHORTENED * PER_DEGREE),
  height: Math.round((NORTH - SOUTH) * PER_DEGREE),
} as const

export const project = ([lon, lat]: Position): readonly [x: number, y: number] => [
  Math.round((lon - WEST) * SHORTENED * PER_DEGREE),
  Math.round((NORTH - lat) * PER_DEGREE),
]

/** The path of a shape, relative from point to point; rings that shrink to fewer than three points are left out. */
export const pathOf = (shape: Shape): string => shape.flatMap((polygon) => polygon.map(ringPath)).join('')

function ringPath(ring: Ring): string {
  const points: (readonly [number, number])[] = []
  for (const position of ring) {
    const point = project(position)
    const last = points.at(-1)
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) points.push(point)
  }
  const [first, ...rest] = points
  if (first === undefined || rest.length < 3) return ''
  let [x, y] = first
  let path = `M${x} ${y}`
  for (const [toX, toY] of rest) {
    path += `l${toX - x} ${toY - y}`
    x = toX
    y = toY
  }
  return `${path}z`
}

/** The middle of each part of a shape: where an island too small to draw gets its dot. */
export const middles = (shape: Shape): readonly (readonly [x: number, y: number])[] =>
  shape.flatMap(([outer]) => {
    if (outer === undefined || outer.length === 0) return []
    const sum = outer.reduce<readonly [number, number]>(([lon, lat], [x, y]) => [lon + x, lat + y], [0, 0])
    return [project([sum[0] / outer.length, sum[1] / outer.length])]
  })

/** The box around points, with room; for the frame around an archipelago. */
export function frameOf(
  points: readonly (readonly [number, number])[],
  room: number,
): { x: number; y: number; width: number; height: number } {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const x = Math.min(...xs) - room
  const y = Math.min(...ys) - room
  return { x, y, width: Math.max(...xs) + room - x, height: Math.max(...ys) + room - y }
}
