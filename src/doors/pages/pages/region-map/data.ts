import { classOf } from '../../../../kernel/dataset/classes.ts'
import type { PointLayer, ShadeLayer } from '../../map/layers.ts'

/** The class of each province that is shaded, as a class of the style sheet. */
export const shadedBy = ({ carried, starts }: ShadeLayer): ((place: string) => string) => {
  const classes = new Map(carried.items.map(({ place, value }) => [place.id, value === null ? null : classOf(Number(value), starts)]))
  return (place) => {
    const of = classes.get(place)
    return of === undefined || of === null ? 'm-unit q-none' : `m-unit q-${of + 1}`
  }
}

/** For programs, and for the map that script draws: features as GeoJSON, classes by province. */
export const dataOf = (points: readonly PointLayer[], shade: ShadeLayer | null) => ({
  layers: points.map(({ dataset, symbol, features }) => ({
    slug: dataset.slug,
    title: dataset.title,
    symbol,
    type: 'FeatureCollection',
    features: features.map(({ row, name, geometry }) => ({ type: 'Feature', id: row, properties: { name, row }, geometry })),
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
