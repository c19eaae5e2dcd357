import type { ReactNode } from 'react'
import { useSay } from '../components/reader.tsx'
import { type Extent, viewBoxOf, WHOLE } from './extent.ts'
import { digitsAt, frameOf, middles, pathOf, SHEET } from './projection.ts'
import type { Outline } from './province-map.tsx'

/**
 * The ground of a map with data on it: provinces of a day, Biển Đông, Hoàng Sa and Trường Sa in their places with the province
 * each belongs to. Where an extent leaves the archipelagos out, they stand in frames beside it. No tiles, no script. [PLA-11]
 */
export function BaseMap({
  outlines,
  extent = WHOLE,
  label,
  role = 'img',
  unitClass,
  children,
}: {
  readonly outlines: readonly Outline[]
  readonly extent?: Extent
  readonly label: string
  /** A group where what is drawn on it can be followed: of an image a reader of the screen hears no link. */
  readonly role?: 'img' | 'group'
  readonly unitClass?: ((place: string) => string) | undefined
  readonly children?: ReactNode
}) {
  const say = useSay()
  const { x, y, width, height, scale } = viewBoxOf(extent)
  // of outlines a pixel is enough: they are drawn for knowing where one is
  const digits = digitsAt(scale * 10)
  const isles = islesOf(outlines, digits)
  return (
    <>
      <svg className="ground" viewBox={`${x} ${y} ${width} ${height}`} role={role} aria-label={label} preserveAspectRatio="xMidYMid meet">
        <rect className="m-sea" x={x - SHEET.width} y={y - SHEET.height} width={SHEET.width * 3} height={SHEET.height * 3} />
        {outlines
          .filter(({ kind }) => kind === 'province')
          .map(({ place, name, shape }) => (
            <path key={place} className={unitClass?.(place) ?? 'm-unit'} d={pathOf(shape, digits)}>
              <title>{name}</title>
            </path>
          ))}
        {children}
        <g className="m-over" transform={`translate(${SHEET.width * 0.66} ${SHEET.height * 0.58}) scale(${scale})`}>
          <text className="m-sea-name" fontSize={26}>
            {say('map.sea')}
          </text>
        </g>
        {isles.map(({ name, of, dots }) => (
          <Isles key={name} name={name} of={of} dots={dots} scale={scale} />
        ))}
        {isles.map(({ name, of, dots }) => (
          <IslesName key={name} name={name} of={of} dots={dots} scale={scale} />
        ))}
      </svg>
      <Insets isles={isles} isWhole={scale === 1} />
    </>
  )
}

type Archipelago = { readonly name: string; readonly of: string; readonly dots: readonly (readonly [x: number, y: number])[] }

/** With the name of the province that has it. */
const islesOf = (outlines: readonly Outline[], digits: number): readonly Archipelago[] =>
  outlines
    .filter(({ kind }) => kind === 'archipelago')
    .map(({ name, place, shape }) => ({
      name,
      of: outlines.find((one) => one.kind === 'province' && one.place === place)?.name ?? '',
      dots: middles(shape, digits),
    }))

type Scaled = Archipelago & { readonly scale: number }

/** Over the data, which pale beneath: whatever lies on the sea, the islands are seen and whose they are is read. [PAG-36] */
function Isles({ dots, scale }: Scaled) {
  if (dots.length === 0) return null
  return (
    <g>
      <rect className="m-box" {...frameOf(dots, 16)} rx={6 * scale} />
      {dots.map(([x, y]) => (
        <circle key={`${x}–${y}`} className="m-isle" cx={x} cy={y} r={2.5 * Math.max(scale, 0.3)} />
      ))}
    </g>
  )
}

/** As large at every extent. */
function IslesName({ name, of, dots, scale }: Scaled) {
  if (dots.length === 0) return null
  const { x, y, width } = frameOf(dots, 16)
  return (
    <g className="m-over" transform={`translate(${x + width / 2} ${y - 8 * scale}) scale(${scale})`}>
      <text className="m-name" dy="-1.1em" textAnchor="middle">
        {name}
      </text>
      <text className="m-of" textAnchor="middle">
        {of}
      </text>
    </g>
  )
}

/** Hoàng Sa and Trường Sa, whatever part of the country is looked at. */
function Insets({ isles, isWhole }: { isles: readonly Archipelago[]; isWhole: boolean }) {
  return (
    <ul className={isWhole ? 'insets insets--whole' : 'insets'}>
      {isles.map(({ name, of, dots }) => {
        const frame = frameOf(dots, 12)
        return (
          <li key={name}>
            <svg viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`} aria-hidden="true">
              {dots.map(([x, y]) => (
                <circle key={`${x}–${y}`} className="m-isle" cx={x} cy={y} r="1.6" />
              ))}
            </svg>
            <b>{name}</b>
            <span>{of}</span>
          </li>
        )
      })}
    </ul>
  )
}
