import { type MapSymbol, symbolPaths } from '../../../base/map-symbols.ts'
import { type Geometry, positionsOf } from '../../../kernel/dataset/shape/geometry.ts'
import type { Feature, PointLayer } from './layers.ts'
import { digitsAt, project, stretchPath } from './projection.ts'
import { Spot } from './spot.tsx'
import { tracksDrawn, Ways } from './track-drawing.tsx'

/** Rows of a dataset on the ground: points as the symbol of their layer, lines and areas as they run. */
const MANY = 400

export const SymbolMark = ({ of, place }: { of: MapSymbol; place: number }) => (
  <svg className={`sym l-${place}`} viewBox="-7 -7 14 14" aria-hidden="true">
    <path d={symbolPaths[of]} />
  </svg>
)

export function Features({
  of,
  place,
  scale,
  href,
  chosen,
}: {
  readonly of: PointLayer
  readonly place: number
  readonly scale: number
  /** Where a feature leads; not asked of a layer of many, whose page would be mostly links. */
  readonly href: ((row: string) => string) | null
  readonly chosen: string | null
}) {
  // symbols keep their size on the screen; of many they are small
  const { ways, loose } = tracksDrawn(of)
  const isMany = ways.length + loose.length > MANY
  const size = (isMany || ways.length > 0 ? 0.9 : 1.7) * scale
  return (
    <g className={`l-${place}`}>
      {ways.length === 0 ? null : <Ways of={of} ways={ways} scale={scale} size={size} chosen={chosen} href={isMany ? null : href} />}
      {loose.map((feature) =>
        href === null || isMany ? (
          <Drawn key={feature.row} of={feature} symbol={of.symbol} scale={scale} size={size} on={feature.row === chosen} />
        ) : (
          <a key={feature.row} href={href(feature.row)} aria-label={feature.name}>
            <Drawn of={feature} symbol={of.symbol} scale={scale} size={size} on={feature.row === chosen} />
          </a>
        ),
      )}
    </g>
  )
}

function Drawn({ of, symbol, scale, size, on }: { of: Feature; symbol: MapSymbol; scale: number; size: number; on: boolean }) {
  const { geometry, name, middle } = of
  const isPoint = geometry.type === 'Point' || geometry.type === 'MultiPoint'
  if (isPoint || isTiny(geometry, scale)) return <Spot symbol={symbol} at={middle} size={isPoint ? size : size / 2} on={on} name={name} />
  return (
    <path className={geometry.type.endsWith('LineString') ? 'way' : 'area'} d={geometryPath(geometry, scale)}>
      <title>{name}</title>
    </path>
  )
}

/** In pixels: what is smaller is no shape to the eye, and is shown by a small symbol at its place. [DAT-145] */
const TINY = 3

function isTiny(of: Geometry, scale: number): boolean {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const position of positionsOf(of)) {
    const [x, y] = project(position, digitsAt(scale))
    west = Math.min(west, x)
    east = Math.max(east, x)
    north = Math.min(north, y)
    south = Math.max(south, y)
  }
  return Math.max(east - west, south - north) < TINY * scale
}

function geometryPath(of: Geometry, scale: number): string {
  switch (of.type) {
    case 'LineString':
      return stretchPath(of.coordinates, scale)
    case 'MultiLineString':
      return of.coordinates.map((line) => stretchPath(line, scale)).join('')
    case 'Polygon':
      return of.coordinates.map((ring) => stretchPath(ring, scale, true)).join('')
    case 'MultiPolygon':
      return of.coordinates.flatMap((polygon) => polygon.map((ring) => stretchPath(ring, scale, true))).join('')
    default:
      return ''
  }
}
