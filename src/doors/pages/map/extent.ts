import { project, SHEET } from './projection.ts'

/** What part of the country is looked at: [west, south, east, north], degrees WGS 84. It stands in the address. */
export type Extent = readonly [west: number, south: number, east: number, north: number]

/** The whole sheet: Việt Nam with Hoàng Sa and Trường Sa. */
export const WHOLE: Extent = [101.5, 6, 118, 23.8]
/** In degrees: about two kilometres, as near as the map that is dragged comes. */
const LEAST = 0.02

/** @returns the whole when what is asked is no extent, lies elsewhere, or is too small to show anything */
export function extentFrom(text: string | null): Extent {
  const parts = (text ?? '').split(',').map(Number)
  const [west, south, east, north] = parts
  if (parts.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined) return WHOLE
  if (!parts.every(Number.isFinite) || east - west < LEAST || north - south < LEAST) return WHOLE
  if (west > WHOLE[2] || east < WHOLE[0] || south > WHOLE[3] || north < WHOLE[1]) return WHOLE
  return [west, south, east, north]
}

/** As it stands in an address; the whole is not written. */
export const extentText = (of: Extent): string | null =>
  of.every((one, i) => one === WHOLE[i]) ? null : of.map((one) => String(Number(one.toFixed(4)))).join(',')

/** Half as much around the middle, or twice; never more than the whole. */
export function zoomed([west, south, east, north]: Extent, by: 0.5 | 2): Extent {
  const [x, y, wide, high] = [(west + east) / 2, (south + north) / 2, ((east - west) * by) / 2, ((north - south) * by) / 2]
  if (wide * 2 >= WHOLE[2] - WHOLE[0]) return WHOLE
  if (wide * 2 < LEAST || high * 2 < LEAST) return [west, south, east, north]
  return [x - wide, y - high, x + wide, y + high]
}

/** Nearer to what lies there: about the middle, or about the place next to it where the half would show none. [PAG-57] */
export function nearer(of: Extent, places: readonly (readonly [lon: number, lat: number])[]): Extent {
  const half = zoomed(of, 0.5)
  const inside = places.filter((one) => isWithin(one, of))
  if (inside.length === 0 || inside.some((one) => isWithin(one, half))) return half
  const [x, y] = [(of[0] + of[2]) / 2, (of[1] + of[3]) / 2]
  const far = ([lon, lat]: readonly [number, number]): number => Math.hypot(lon - x, lat - y)
  const [lon, lat] = inside.reduce((best, one) => (far(one) < far(best) ? one : best))
  return [half[0] + lon - x, half[1] + lat - y, half[2] + lon - x, half[3] + lat - y]
}

export const isWithin = ([lon, lat]: readonly [lon: number, lat: number], [west, south, east, north]: Extent): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north

/** Moved by a third towards a side. */
export function moved([west, south, east, north]: Extent, toEast: number, toNorth: number): Extent {
  const [x, y] = [((east - west) / 3) * toEast, ((north - south) / 3) * toNorth]
  return [west + x, south + y, east + x, north + y]
}

/** Of places close together, in degrees: so many times what they span, by which one sees neighbours, within these bounds. */
const ROOM = 4
const [NARROWEST, WIDEST] = [0.5, 2]

/** Where those positions are, with room about them, as tall for its width as the whole sheet; the whole where they fill half of it. [PAG-48] */
export function around(positions: readonly (readonly [lon: number, lat: number])[]): Extent {
  if (positions.length === 0) return WHOLE
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const [sheetWide, sheetHigh] = [WHOLE[2] - WHOLE[0], WHOLE[3] - WHOLE[1]]
  const span = Math.max(east - west, ((north - south) * sheetWide) / sheetHigh)
  const share = Math.max(Math.min(WIDEST, Math.max(NARROWEST, span * ROOM)), span * 1.3) / sheetWide
  if (share > 0.5) return WHOLE
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  const [wide, high] = [(sheetWide * share) / 2, (sheetHigh * share) / 2]
  return [x - wide, y - high, x + wide, y + high]
}

/** Figures behind the point of a frame of any size. */
const FINEST = 4

export type ViewBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The part of the sheet, and how much smaller lines and symbols must be drawn on it to look as they do on the whole. */
export function viewBoxOf([west, south, east, north]: Extent): ViewBox & { readonly scale: number } {
  const [x, y] = project([west, north], FINEST)
  const [toX, toY] = project([east, south], FINEST)
  const [width, height] = [Number((toX - x).toFixed(FINEST)), Number((toY - y).toFixed(FINEST))]
  return { x, y, width, height, scale: Math.max(width / SHEET.width, height / SHEET.height) }
}
