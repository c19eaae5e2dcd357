import { type MapSymbol, symbolPaths } from '../../../base/map-symbols.ts'
import type { Geometry, Position } from '../../../kernel/dataset/shape/geometry.ts'
import type { Feature, PointLayer } from './layers.ts'
import { project } from './projection.ts'
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
  const size = (isMany || ways.length > 0 ? 0.9 : 1.7) * Math.max(scale, 0.02)
  return (
    <g className={`l-${place}`}>
      {ways.length === 0 ? null : <Ways of={of} ways={ways} size={size} chosen={chosen} href={isMany ? null : href} />}
      {loose.map((feature) =>
        href === null || isMany ? (
          <Drawn key={feature.row} of={feature} symbol={of.symbol} size={size} on={feature.row === chosen} />
        ) : (
          <a key={feature.row} href={href(feature.row)} aria-label={feature.name}>
            <Drawn of={feature} symbol={of.symbol} size={size} on={feature.row === chosen} />
          </a>
        ),
      )}
    </g>
  )
}

function Drawn({ of, symbol, size, on }: { of: Feature; symbol: MapSymbol; size: number; on: boolean }) {
  const { geometry, name, middle } = of
  if (geometry.type === 'Point' || geometry.type === 'MultiPoint')
    return <Spot symbol={symbol} at={middle} size={size} on={on} name={name} />
  return (
    <path className={geometry.type.endsWith('LineString') ? 'way' : 'area'} d={geometryPath(geometry)}>
      <title>{name}</title>
    </path>
  )
}

const stretch = (positions: readonly Position[], isRing: boolean): string =>
  positions.map((one, i) => `${i === 0 ? 'M' : 'L'}${project(one).join(' ')}`).join('') + (isRing ? 'z' : '')

function geometryPath(of: Geometry): string {
  switch (of.type) {
    case 'LineString':
      return stretch(of.coordinates, false)
    case 'MultiLineString':
      return of.coordinates.map((line) => stretch(line, false)).join('')
    case 'Polygon':
      return of.coordinates.map((ring) => stretch(ring, true)).join('')
    case 'MultiPolygon':
      return of.coordinates.flatMap((polygon) => polygon.map((ring) => stretch(ring, true))).join('')
    default:
      return ''
  }
}
