import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { MapSymbol } from '../base/map-symbols.ts'

/**
 * The style of the map that is dragged: grounds of our own registers, no tiles, no glyphs and no sprite from anywhere. Hoàng Sa
 * and Trường Sa are a layer of their own, over whatever lies on the sea, at every zoom. [DAT-41, PAG-36]
 */
export type Feature = { readonly type: 'Feature'; readonly geometry: never; readonly properties: Readonly<Record<string, unknown>> }
export type Outlined = {
  readonly items: readonly { readonly place: string; readonly name: string; readonly kind: string; readonly geometry: unknown }[]
}
export type Layered = {
  readonly layers: readonly {
    readonly slug: string
    readonly symbol: MapSymbol
    readonly features: readonly Feature[]
    /** What is drawn in the place of points that are ways; null: they are none. [DAT-66] */
    readonly tracks: readonly Feature[] | null
  }[]
  readonly shade: { readonly items: readonly { readonly place: string; readonly class: number | null }[] } | null
}
export type Colours = {
  readonly sea: string
  readonly land: string
  readonly none: string
  readonly border: string
  readonly isle: string
  readonly classes: readonly string[]
  readonly layers: readonly string[]
}

export function styleOf({ items }: Outlined, { layers, shade }: Layered, colours: Colours): StyleSpecification {
  const classes = new Map(shade?.items.map((one) => [one.place, one.class]) ?? [])
  const ground = (kind: string): Feature[] =>
    items
      .filter((one) => one.kind === kind)
      .map(({ place, name, geometry }) => ({
        type: 'Feature',
        properties: { place, name, class: shade === null ? -2 : (classes.get(place) ?? -1) },
        geometry: geometry as never,
      }))
  const source = (features: readonly Feature[]) => ({
    type: 'geojson' as const,
    data: { type: 'FeatureCollection' as const, features: [...features] },
  })
  const shaded: LayerSpecification = {
    id: 'provinces',
    type: 'fill',
    source: 'provinces',
    paint: {
      'fill-color': [
        'match',
        ['get', 'class'],
        ...colours.classes.flatMap((colour, i) => [i, colour]),
        -1,
        colours.none,
        colours.land,
      ] as never,
    },
  }
  return {
    version: 8,
    sources: {
      provinces: source(ground('province')),
      archipelagos: source(ground('archipelago')),
      ...Object.fromEntries(layers.map(({ features, tracks }, i) => [`layer-${i}`, source(tracks ?? features)])),
      ...Object.fromEntries(layers.map(({ features }, i) => [`layer-${i}-places`, source(placesOf(features))])),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      shaded,
      { id: 'borders', type: 'line', source: 'provinces', paint: { 'line-color': colours.border, 'line-width': 0.8 } },
      ...layers.flatMap(({ features, tracks }, i) =>
        drawn(i, colours.layers[i] ?? colours.isle, tracks !== null || features.length > MANY, widthOf(tracks)),
      ),
      { id: 'archipelago-rims', type: 'line', source: 'archipelagos', paint: { 'line-color': colours.sea, 'line-width': 8 } },
      { id: 'archipelagos', type: 'fill', source: 'archipelagos', paint: { 'fill-color': colours.land } },
      { id: 'archipelago-shores', type: 'line', source: 'archipelagos', paint: { 'line-color': colours.isle, 'line-width': 3 } },
    ],
  }
}

/** More are drawn small, so that the ground is seen between them. */
const MANY = 400

/** Of lines and the points where they end. */
const MANY_TRACKS = 120
type Line = { readonly width: number; readonly opacity: number }
const widthOf = (tracks: readonly Feature[] | null): Line =>
  tracks === null ? { width: 2, opacity: 1 } : tracks.length > MANY_TRACKS ? { width: 0.8, opacity: 0.6 } : { width: 1.5, opacity: 0.75 }

/** In pixels of the screen: what is smaller is no shape to the eye, or is not drawn at all. [DAT-145] */
const TINY = 4
/** Of the whole world at zoom 0, which doubles at every other. */
const WORLD = 512

/** The middle of each shape, with how many pixels it spans at zoom 0. */
const placesOf = (features: readonly Feature[]): readonly Feature[] =>
  features.flatMap(({ properties, geometry }) => {
    const { type, coordinates } = geometry as { type: string; coordinates: readonly unknown[] }
    if (type.endsWith('Point')) return []
    const flat = coordinates.flat(4).map(Number)
    const side = (n: 0 | 1): readonly [number, number] => {
      const own = flat.filter((_, i) => i % 2 === n)
      return [own.reduce((a, b) => Math.min(a, b), 180), own.reduce((a, b) => Math.max(a, b), -180)]
    }
    const [[west, east], [south, north]] = [side(0), side(1)]
    const span = (Math.max(east - west, north - south) * WORLD) / 360
    const middle = { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] }
    return [{ type: 'Feature', properties: { ...properties, span }, geometry: middle as never }]
  })

const drawn = (i: number, colour: string, isSmall: boolean, line: Line): LayerSpecification[] => [
  {
    id: `layer-${i}-areas`,
    type: 'fill',
    source: `layer-${i}`,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': colour, 'fill-opacity': 0.3, 'fill-outline-color': colour },
  },
  {
    id: `layer-${i}-ways`,
    type: 'line',
    source: `layer-${i}`,
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': colour, 'line-width': line.width, 'line-opacity': line.opacity },
  },
  {
    id: `layer-${i}`,
    type: 'symbol',
    source: `layer-${i}`,
    filter: ['==', ['geometry-type'], 'Point'],
    layout: {
      'icon-image': `symbol-${i}`,
      'icon-allow-overlap': true,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 4, isSmall ? 0.28 : 0.55, 9, 1],
    },
  },
  {
    id: `layer-${i}-places`,
    type: 'symbol',
    source: `layer-${i}-places`,
    filter: ['<', ['*', ['get', 'span'], ['^', 2, ['zoom']]], TINY],
    layout: { 'icon-image': `symbol-${i}`, 'icon-allow-overlap': true, 'icon-size': 0.4 },
  },
]
