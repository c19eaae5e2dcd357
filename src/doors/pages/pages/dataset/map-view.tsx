import type { ReactNode } from 'react'
import { parseWkt, positionsOf } from '../../../../kernel/dataset/geometry.ts'
import { type Position, readShape } from '../../../../kernel/place/shape.ts'
import { datasetRows } from '../../../../operations/dataset/list-rows.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { placeOutlines } from '../../../../operations/place/outline-places.ts'
import { datasetHref } from '../../addresses.ts'
import { Empty } from '../../components/notice.tsx'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { numberWords } from '../../dates.ts'
import { frameOf, middles, pathOf, project, SHEET } from '../../map/projection.ts'
import type { Outline } from '../../map/province-map.tsx'
import { type Asked, type Refused, refused } from '../../page.ts'

/** The places of a dataset on the provinces of the day, with Hoàng Sa and Trường Sa: drawn on the server, without tiles. [DAT-19] */
const MOST = 5000

type Spot = { readonly at: readonly [number, number]; readonly name: string }

export async function mapView(asked: Asked, of: DatasetView): Promise<{ readonly body: ReactNode } | Refused> {
  const { say } = asked
  const shape = of.columns.find(({ type }) => type === 'geometry')
  if (shape === undefined)
    return {
      body: (
        <Empty icon="map" title={say('datamap.none')}>
          {say('datamap.none.why')}
        </Empty>
      ),
    }
  const found = await asked.ask(datasetRows, { id: of.id, limit: MOST, filter: `${shape.name}:any:` })
  if (!found.ok) return refused(found.refusal)
  const outlines = await asked.ask(placeOutlines, { on: asked.context.today })
  if (!outlines.ok) return refused(outlines.refusal)
  const named =
    of.columns.find(({ name, type }) => type === 'text' && name.startsWith('ten')) ?? of.columns.find(({ type }) => type === 'text')
  const spots = found.value.items.flatMap(({ values }): Spot[] => {
    const geometry = parseWkt(String(values[shape.name] ?? ''))
    const at = geometry === null ? undefined : middleOf([...positionsOf(geometry)])
    return at === undefined ? [] : [{ at: project(at), name: named === undefined ? '' : String(values[named.name] ?? '') }]
  })
  const inside = spots.filter(({ at: [x, y] }) => x >= 0 && y >= 0 && x <= SHEET.width && y <= SHEET.height)
  return {
    body: (
      <Drawn
        of={of}
        spots={inside}
        outside={spots.length - inside.length}
        outlines={outlines.value.items.map(({ place, name, kind, geometry }) => ({ place, name, kind, shape: readShape(geometry) }))}
      />
    ),
  }
}

const middleOf = (positions: readonly Position[]): Position | undefined => {
  const n = positions.length
  if (n === 0) return undefined
  const sum = positions.reduce(([a, b], [x, y]) => [a + x, b + y] as const, [0, 0] as const)
  return [sum[0] / n, sum[1] / n]
}

function Drawn({
  of,
  spots,
  outside,
  outlines,
}: {
  of: DatasetView
  spots: readonly Spot[]
  outside: number
  outlines: readonly Outline[]
}) {
  const say = useSay()
  const language = useLanguage()
  const shown = (n: number): string => numberWords(n, language)
  const provinces = outlines.filter(({ kind }) => kind === 'province')
  const nameOf = (place: string): string => provinces.find((one) => one.place === place)?.name ?? ''
  return (
    <div className="bd datamap">
      <div className="map">
        <svg viewBox={`0 0 ${SHEET.width} ${SHEET.height}`} role="img" aria-label={say('datamap.label', { title: of.title })}>
          <text className="m-sea-name" x={SHEET.width * 0.66} y={SHEET.height * 0.58}>
            {say('map.sea')}
          </text>
          {provinces.map(({ place, shape }) => (
            <path key={place} className="m-unit" d={pathOf(shape)} />
          ))}
          {outlines
            .filter(({ kind }) => kind === 'archipelago')
            .map(({ name, place, shape }) => (
              <Isles key={name} name={name} of={nameOf(place)} dots={middles(shape)} />
            ))}
          {spots.map(({ at: [x, y], name }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several rows may lie on one point
            <circle key={i} className="d-spot" cx={x} cy={y} r={spots.length > 800 ? 2.5 : 5}>
              <title>{name}</title>
            </circle>
          ))}
        </svg>
        <p className="src">{say('map.source')}</p>
      </div>
      <p className="md">
        {say('datamap.shown', { n: shown(spots.length), total: shown(of.current.rows) })}{' '}
        {outside === 0 ? null : say('datamap.outside', { n: shown(outside) })} <a href={datasetHref(of.slug)}>{say('datamap.table')}</a>
      </p>
    </div>
  )
}

function Isles({ name, of, dots }: { name: string; of: string; dots: readonly (readonly [number, number])[] }) {
  if (dots.length === 0) return null
  const frame = frameOf(dots, 16)
  const middle = frame.x + frame.width / 2
  return (
    <g>
      <rect className="m-box" {...frame} rx="6" />
      {dots.map(([x, y]) => (
        <circle key={`${x}–${y}`} className="m-isle" cx={x} cy={y} r="2.5" />
      ))}
      <text className="m-name" x={middle} y={frame.y - 8} dy="-1.1em" textAnchor="middle">
        {name}
      </text>
      <text className="m-of" x={middle} y={frame.y - 8} textAnchor="middle">
        {of}
      </text>
    </g>
  )
}
