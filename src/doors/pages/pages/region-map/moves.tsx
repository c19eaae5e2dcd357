import { Icon } from '../../components/icon.tsx'
import type { IconName } from '../../components/icon-shapes.tsx'
import { useSay } from '../../components/reader.tsx'
import { type Extent, extentText, moved, nearer, WHOLE, zoomed } from '../../map/extent.ts'
import type { PointLayer } from '../../map/layers.ts'
import { hrefOf, type State } from './state.ts'

/** Nearer, farther and about, as links: the map moves without script. */
export function Moves({ state, points }: { state: State; points: readonly PointLayer[] }) {
  const say = useSay()
  const to = (extent: Extent) => hrefOf({ ...state, extent })
  const isWhole = extentText(state.extent) === null
  const ways: readonly (readonly [string, string, IconName])[] = [
    ['in', say('regionmap.zoom.in'), 'plus'],
    ['out', say('regionmap.zoom.out'), 'minus'],
    ['west', say('regionmap.west'), 'arrow-left'],
    ['east', say('regionmap.east'), 'arrow-right'],
    ['north', say('regionmap.north'), 'arrow-up'],
    ['south', say('regionmap.south'), 'arrow-down'],
  ]
  const target: Readonly<Record<string, Extent>> = {
    in: nearer(
      state.extent,
      points.flatMap(({ features }) => features.map(({ middle }) => middle)),
    ),
    out: zoomed(state.extent, 2),
    west: moved(state.extent, -1, 0),
    east: moved(state.extent, 1, 0),
    north: moved(state.extent, 0, 1),
    south: moved(state.extent, 0, -1),
  }
  return (
    <nav className="moves" aria-label={say('regionmap.move')}>
      {ways
        .filter(([name]) => name === 'in' || !isWhole)
        .map(([name, words, mark]) => (
          <a key={name} className="btn btn--s" href={to(target[name] ?? WHOLE)} aria-label={words} title={words}>
            <Icon name={mark} />
          </a>
        ))}
      {isWhole ? null : (
        <a className="btn btn--s" href={to(WHOLE)}>
          {say('regionmap.zoom.whole')}
        </a>
      )}
    </nav>
  )
}
