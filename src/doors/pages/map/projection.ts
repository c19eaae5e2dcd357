import type { Position, Ring, Shape } from '../../../kernel/place/shape.ts'

/**
 * From degrees to a drawing, for one map: Việt Nam with Hoàng Sa and Trường Sa in their places, 102–118° E, 6–24° N.
 *
 * A degree of longitude is shortened by the cosine of 15° N, the middle of the sheet: shapes are true enough to be
 * recognised, and nothing is measured on them. On the whole sheet a unit, 60 to a degree of latitude (about 1.9 km), is about a
 * pixel, and coordinates are whole numbers; of a part they have as many figures more as its scale asks for [DAT-145]. Points
 * that fall together are dropped.
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

/** @param digits figures behind the point */
export const project = (position: Position, digits = 0): readonly [x: number, y: number] => {
  const [x, y] = inSteps(position, digits)
  return [x / 10 ** digits, y / 10 ** digits]
}

/** Whole steps, so that differences of them are written without the rest of a division by two. */
const inSteps = ([lon, lat]: Position, digits: number): readonly [x: number, y: number] => [
  Math.round((lon - WEST) * SHORTENED * PER_DEGREE * 10 ** digits),
  Math.round((NORTH - lat) * PER_DEGREE * 10 ** digits),
]

/** Figures behind the point by which a coordinate is told to a tenth of a pixel, of a part drawn at that scale. */
export const digitsAt = (scale: number): number => Math.max(0, Math.ceil(-Math.log10(scale / 10) - 1e-9))

/** The path of a shape, relative from point to point; rings that shrink to fewer than three points are left out. */
export const pathOf = (shape: Shape, digits = 0): string =>
  shape.flatMap((polygon) => polygon.map((ring) => ringPath(ring, digits))).join('')

function ringPath(ring: Ring, digits: number): string {
  const points = apart(ring, digits, 1)
  return points.length < 4 ? '' : `${relative(points, digits)}z`
}

/** The path of a line of a row; points nearer than half a pixel are dropped, its end is not. @param isRing it closes, and is seen however small */
export function stretchPath(positions: readonly Position[], scale: number, isRing = false): string {
  const digits = digitsAt(scale)
  const points = apart(positions, digits, (scale * 10 ** digits) / 2)
  const end = positions.at(-1)
  if (end !== undefined && points.length === 1) points.push(inSteps(end, digits))
  return relative(points, digits) + (isRing ? 'z' : '')
}

/** Those that are as many steps or more from the one before. */
function apart(positions: readonly Position[], digits: number, steps: number): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = []
  for (const [i, position] of positions.entries()) {
    const point = inSteps(position, digits)
    const last = points.at(-1)
    const far = last === undefined ? steps : Math.max(Math.abs(last[0] - point[0]), Math.abs(last[1] - point[1]))
    if (far >= steps || (far > 0 && i === positions.length - 1)) points.push(point)
  }
  return points
}

function relative([first, ...rest]: readonly (readonly [number, number])[], digits: number): string {
  if (first === undefined) return ''
  const written = (n: number): number => n / 10 ** digits
  let [x, y] = first
  let path = `M${written(x)} ${written(y)}`
  for (const [toX, toY] of rest) {
    path += `l${written(toX - x)} ${written(toY - y)}`
    x = toX
    y = toY
  }
  return path
}

/** The middle of each part of a shape: where an island too small to draw gets its dot. */
export const middles = (shape: Shape, digits = 0): readonly (readonly [x: number, y: number])[] =>
  shape.flatMap(([outer]) => {
    if (outer === undefined || outer.length === 0) return []
    const sum = outer.reduce<readonly [number, number]>(([lon, lat], [x, y]) => [lon + x, lat + y], [0, 0])
    return [project([sum[0] / outer.length, sum[1] / outer.length], digits)]
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
