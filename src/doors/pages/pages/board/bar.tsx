import type { TallyView } from '../../../../operations/board/views.ts'
import { useSay } from '../../components/reader.tsx'
import { statusClass, statusOrder } from '../../components/status.tsx'

/**
 * How a row stands, in parts by class; rows of one table share a scale, so that lengths compare. A row longer than the scale
 * fills it and is broken at its end. [BRD-16]
 * @param most what the whole length stands for; not 0
 */
export function Scaled({ tally, most }: { tally: TallyView; most: number }) {
  const say = useSay()
  const present = statusOrder.filter((of) => tally[of] > 0)
  const whole = Math.max(most, totalOf(tally))
  let x = 0
  return (
    <svg
      className="bar bar--row"
      role="img"
      width="100%"
      height="14"
      aria-label={present.length === 0 ? say('board.none') : present.map((of) => `${say(`lateness.${of}`)}: ${tally[of]}`).join('; ')}
    >
      {present.map((of) => {
        const width = (tally[of] / whole) * 100
        const from = x
        x += width
        return <rect key={of} className={`part part-${statusClass[of]}`} x={`${from}%`} y="1" width={`${width}%`} height="12" rx="2" />
      })}
      {whole > most ? (
        <svg x="86%" width="14" height="14" aria-hidden="true">
          <path className="bar-break" d="M2 15 7 -1M8 15 13 -1" />
        </svg>
      ) : null}
    </svg>
  )
}

export const totalOf = (tally: TallyView): number => statusOrder.reduce((sum, of) => sum + tally[of], 0)
