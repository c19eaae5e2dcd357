import { type MapSymbol, symbolPaths } from '../../../base/map-symbols.ts'
import type { Position } from '../../../kernel/dataset/shape/geometry.ts'
import { digitsAt, project } from './projection.ts'

/** A place as the symbol of its layer; the one that is chosen is larger. */
export const Spot = (of: {
  readonly symbol: MapSymbol
  readonly at: Position
  readonly size: number
  readonly on: boolean
  readonly name: string
}) => (
  <path
    className={of.on ? 'spot on' : 'spot'}
    d={symbolPaths[of.symbol]}
    transform={`translate(${project(of.at, digitsAt(of.size)).join(' ')}) scale(${Number((of.on ? of.size * 1.8 : of.size).toPrecision(3))})`}
  >
    <title>{of.name}</title>
  </path>
)
