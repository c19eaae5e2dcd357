import { addresses, withQuery } from '../../addresses.ts'
import { type Extent, extentFrom, extentText, WHOLE } from '../../map/extent.ts'
import { dotsIn, MOST_LAYERS } from '../../map/layers.ts'
import type { Asked } from '../../page.ts'

/** What the address holds: which layers are on, what part of the country is looked at, which row is chosen. [DAT-41] */
export type State = {
  readonly layers: readonly string[]
  readonly shade: string
  readonly extent: Extent
  /** The address says it; else it is where the rows of the layers are. [PAG-57] */
  readonly isFramed: boolean
  readonly row: string
  /** Layers of which points are drawn, though they are ways. [DAT-66] */
  readonly dots: readonly string[]
  readonly q: string
}

export const hrefOf = (state: State): string =>
  withQuery(addresses.map, {
    lop: state.layers.join(','),
    to: state.shade,
    khung: frameText(state),
    diem: state.row,
    cham: state.dots.join(','),
    tim: state.q,
  })

/** Of layers the whole country is written too: an address without a frame opens where they are. */
export const frameText = ({ extent, layers }: Pick<State, 'extent' | 'layers'>): string | null =>
  extentText(extent) ?? (layers.length === 0 ? null : WHOLE.join(','))

/** As the address gives it. @returns also how many layers it names that are beyond the most */
export function stateFrom({ query }: Asked): { readonly state: State; readonly beyond: number } {
  const wanted = [...new Set(query.getAll('lop').flatMap((one) => one.split(',')))].filter((one) => one !== '')
  return {
    beyond: Math.max(0, wanted.length - MOST_LAYERS),
    state: {
      layers: wanted.slice(0, MOST_LAYERS),
      shade: (query.get('to') ?? '').slice(0, 200),
      extent: extentFrom(query.get('khung')),
      isFramed: query.has('khung'),
      row: (query.get('diem') ?? '').slice(0, 200),
      dots: dotsIn(query).filter((slug) => wanted.includes(slug)),
      q: (query.get('tim') ?? '').trim().slice(0, 200),
    },
  }
}
