/** Outlines as they are drawn and measured: coordinates of a GeoJSON MultiPolygon, degrees WGS 84. */
export type Position = readonly [lon: number, lat: number]
export type Ring = readonly Position[]
/** Polygons, each a rim and its holes. */
export type Shape = readonly (readonly Ring[])[]

/** Reads a GeoJSON MultiPolygon; what is none gives an empty shape, since a map may miss a unit but not a page. */
export function readShape(geometry: unknown): Shape {
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry)) return []
  return list(geometry.coordinates).map((polygon) => list(polygon).map(readRing))
}

const readRing = (ring: unknown): Ring =>
  list(ring).flatMap((position): Position[] => {
    const [lon, lat] = list(position)
    return typeof lon === 'number' && typeof lat === 'number' ? [[lon, lat]] : []
  })

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
