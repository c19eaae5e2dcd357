import { quarterOf } from '../../../../operations/board/ports.ts'
import type { BoardView } from '../../../../operations/board/views.ts'
import { askedChoice } from '../../asked-choice.ts'
import { useSay } from '../../components/reader.tsx'
import { lastOfQuarter, quarterName } from './rows.ts'

/** Coordination is counted by neighbour and period: the quarters of the due days, latest first, and the one that is asked about. [BRD-7] */
const MOST = 8

/** First days of the quarters in which work of the board is due. */
export const quartersOf = ({ months }: Pick<BoardView, 'months'>): readonly string[] =>
  [...new Set(months.map(({ month }) => quarterOf(month)))].sort().reverse().slice(0, MOST)

/** Between the address, `quy=2026-10-01`, and the days that narrow the board. */
export function quarterOfQuery(query: URLSearchParams, quarters: readonly string[]) {
  const asked = askedChoice(
    query,
    'quy',
    'board.by.period',
    quarters.map((one) => [one, one] as const),
  )
  return { ...asked, due: asked.of === null ? null : { dueFrom: asked.of, dueTo: lastOfQuarter(asked.of) } }
}

export function Quarters(props: {
  readonly of: readonly string[]
  readonly chosen: string | null
  readonly href: (quarter: string) => string
}) {
  const say = useSay()
  if (props.of.length === 0) return null
  return (
    <nav className="bd row gap sm" aria-label={say('board.by.period')}>
      {['', ...props.of].map((one) => (
        <a key={one} className="chip" aria-current={one === (props.chosen ?? '') ? 'true' : undefined} href={props.href(one)}>
          {one === '' ? say('board.quarter.all') : say('board.quarter', { quarter: quarterName(one) })}
        </a>
      ))}
    </nav>
  )
}
