import type { ReactNode } from 'react'
import { useSay } from '../../components/reader.tsx'
import { type Extent, extentText, moved, WHOLE, zoomed } from '../../map/extent.ts'
import { hrefOf, type State } from './state.ts'

/** Nearer, farther and about, as links: the map moves without script. */
export function Moves({ state }: { state: State }) {
  const say = useSay()
  const to = (extent: Extent) => hrefOf({ ...state, extent })
  const isWhole = extentText(state.extent) === null
  const ways: readonly (readonly [string, string, ReactNode])[] = [
    ['in', say('regionmap.zoom.in'), '+'],
    ['out', say('regionmap.zoom.out'), '−'],
    ['west', say('regionmap.west'), '←'],
    ['east', say('regionmap.east'), '→'],
    ['north', say('regionmap.north'), '↑'],
    ['south', say('regionmap.south'), '↓'],
  ]
  const target: Readonly<Record<string, Extent>> = {
    in: zoomed(state.extent, 0.5),
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
            {mark}
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
