import { classOf } from '../../../../kernel/dataset/classes.ts'
import type { Feature, PointLayer, ShadeLayer } from '../../map/layers.ts'
import { tracksDrawn } from '../../map/track-drawing.tsx'

/** The class of each province that is shaded, as a class of the style sheet. */
export const shadedBy = ({ carried, starts }: ShadeLayer): ((place: string) => string) => {
  const classes = new Map(carried.items.map(({ place, value }) => [place.id, value === null ? null : classOf(Number(value), starts)]))
  return (place) => {
    const of = classes.get(place)
    return of === undefined || of === null ? 'm-unit q-none' : `m-unit q-${of + 1}`
  }
}

const pointOf = ({ row, name, geometry }: Feature) => ({ type: 'Feature', id: row, properties: { name, row }, geometry })

/** What is drawn in place of the points of ways: a line for each stretch, a point where each ends, and what belongs to none. [DAT-66] */
function tracksOf(layer: PointLayer) {
  const { ways, loose } = tracksDrawn(layer)
  if (ways.length === 0) return null
  return [
    ...ways.flatMap(({ track, row, name }) =>
      track.stretches
        .filter(({ length }) => length > 1)
        .map((points) => ({
          type: 'Feature',
          properties: { name, row },
          geometry: { type: 'LineString', coordinates: points.map(({ at }) => at) },
        })),
    ),
    ...ways.map(({ row, name, end }) => ({ type: 'Feature', properties: { name, row }, geometry: { type: 'Point', coordinates: end } })),
    ...loose.map(pointOf),
  ]
}

/** For programs, and for the map that script draws: features as GeoJSON, classes by province. */
export const dataOf = (points: readonly PointLayer[], shade: ShadeLayer | null) => ({
  layers: points.map((layer) => ({
    slug: layer.dataset.slug,
    title: layer.dataset.title,
    symbol: layer.symbol,
    type: 'FeatureCollection',
    features: layer.features.map(pointOf),
    tracks: tracksOf(layer),
  })),
  shade:
    shade === null
      ? null
      : {
          slug: shade.dataset.slug,
          column: shade.column.name,
          starts: shade.starts,
          items: shade.carried.items.map(({ place, value, exact }) => ({
            place: place.id,
            name: place.name,
            value,
            exact,
            class: value === null ? null : classOf(Number(value), shade.starts),
          })),
        },
})
