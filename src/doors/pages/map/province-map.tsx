import type { Shape } from '../../../kernel/place/shape.ts'
import { useSay } from '../components/reader.tsx'
import { frameOf, middles, pathOf, SHEET } from './projection.ts'

/** A province on the map of a day, or an archipelago that belongs to one. */
export interface Outline {
  readonly place: string
  readonly name: string
  readonly kind: 'province' | 'archipelago'
  readonly shape: Shape
}

/**
 * The provinces of one day, each a link. Hoàng Sa and Trường Sa are on the map in their places, named, with the province
 * each belongs to; the sea is Biển Đông. Drawn on the server: no tiles, no script.
 */
export function ProvinceMap({
  outlines,
  chosen,
  label,
  href,
}: {
  outlines: readonly Outline[]
  chosen: string | null
  label: string
  href(place: string): string
}) {
  const say = useSay()
  const provinces = outlines.filter((outline) => outline.kind === 'province')
  const isles = outlines.filter((outline) => outline.kind === 'archipelago')
  const nameOf = (place: string): string => provinces.find((province) => province.place === place)?.name ?? ''
  return (
    <nav className="map" aria-label={label}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the navigation around it has the name; a title would show on every hover */}
      <svg viewBox={`0 0 ${SHEET.width} ${SHEET.height}`}>
        <text className="m-sea-name" x={SHEET.width * 0.66} y={SHEET.height * 0.58}>
          {say('map.sea')}
        </text>
        {provinces.map(({ place, name, shape }) => (
          <a key={place} href={href(place)} aria-label={name} aria-current={place === chosen ? 'true' : undefined}>
            <path className={place === chosen ? 'm-unit on' : 'm-unit'} d={pathOf(shape)}>
              <title>{name}</title>
            </path>
          </a>
        ))}
        {isles.map(({ place, name, shape }) => (
          <Isles key={name} name={name} of={nameOf(place)} shape={shape} chosen={place === chosen} href={href(place)} />
        ))}
      </svg>
      <p className="src">{say('map.source')}</p>
    </nav>
  )
}

function Isles({ name, of, shape, chosen, href }: { name: string; of: string; shape: Shape; chosen: boolean; href: string }) {
  const dots = middles(shape)
  if (dots.length === 0) return null
  const frame = frameOf(dots, 16)
  return (
    <a href={href}>
      <rect className={chosen ? 'm-box on' : 'm-box'} {...frame} rx="6" />
      {dots.map(([x, y]) => (
        <circle key={`${x}–${y}`} className="m-isle" cx={x} cy={y} r="2.5" />
      ))}
      <text className="m-name" x={frame.x + frame.width / 2} y={frame.y - 8} dy="-1.1em" textAnchor="middle">
        {name}
      </text>
      <text className="m-of" x={frame.x + frame.width / 2} y={frame.y - 8} textAnchor="middle">
        {of}
      </text>
    </a>
  )
}
