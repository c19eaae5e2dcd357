import type { Say } from '../../../base/text/text.ts'
import type { Position } from '../../../kernel/dataset/shape/geometry.ts'
import type { Track } from '../../../kernel/dataset/shape/tracks.ts'
import { useLanguage, useSay } from '../components/reader.tsx'
import { dayWords } from '../dates.ts'
import type { PointLayer } from './layers.ts'
import { stretchPath } from './projection.ts'
import { Spot } from './spot.tsx'

/** Points that are the ways of something as lines, each with the symbol of its layer where it ends. [DAT-66] */
type Drawn = {
  readonly track: Track
  /** The row of its last point: what is known of it there is told. */
  readonly row: string
  readonly end: Position
  readonly name: string
}

/** The ways of a layer that are drawn, and the rows that belong to none. */
export function tracksDrawn({ tracks, features, asDots }: PointLayer): {
  readonly ways: readonly Drawn[]
  readonly loose: PointLayer['features']
} {
  if (tracks === null || asDots) return { ways: [], loose: features }
  const names = new Map(features.map(({ row, name }) => [row, name]))
  const within = new Set(tracks.all.flatMap(({ points }) => points.map(({ row }) => row)))
  const ways = tracks.all.flatMap((track): Drawn[] => {
    const last = track.points.at(-1)
    return last === undefined ? [] : [{ track, row: last.row, end: last.at, name: names.get(last.row) || track.by }]
  })
  return { ways, loose: features.filter(({ row }) => !within.has(row)) }
}

/** More are drawn thin, so that the ground is seen between them. */
const MANY = 60

export function Ways({
  of,
  ways,
  scale,
  size,
  href,
  chosen,
}: {
  readonly of: PointLayer
  readonly ways: readonly Drawn[]
  readonly scale: number
  readonly size: number
  readonly href: ((row: string) => string) | null
  readonly chosen: string | null
}) {
  const say = useSay()
  const language = useLanguage()
  return ways.map(({ track, row, end, name }) => {
    const title = titleOf(say, name, track, (time) => dayWords(time.slice(0, 10), language))
    const met = chosen === null ? undefined : track.points.find((point) => point.row === chosen)
    const drawn = (
      <>
        <path
          className={`way track${ways.length > MANY ? ' thin' : ''}${met === undefined ? '' : ' on'}`}
          d={track.stretches
            .map((points) =>
              stretchPath(
                points.map(({ at }) => at),
                scale,
              ),
            )
            .join('')}
        >
          <title>{title}</title>
        </path>
        <Spot symbol={of.symbol} at={met?.at ?? end} size={size} on={met !== undefined} name={title} />
      </>
    )
    return href === null ? (
      <g key={track.by}>{drawn}</g>
    ) : (
      <a key={track.by} href={href(row)} aria-label={title}>
        {drawn}
      </a>
    )
  })
}

function titleOf(say: Say, name: string, { points }: Track, words: (time: string) => string): string {
  const [first, last] = [words(points[0]?.time ?? ''), words(points.at(-1)?.time ?? '')]
  return first === last ? `${name}, ${first}` : say('tracks.title', { name, first, last })
}
