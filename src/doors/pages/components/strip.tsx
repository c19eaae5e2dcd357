import type { Lateness } from '../../../kernel/task/lateness.ts'
import { numberWords } from '../dates.ts'
import { NumberText, useLanguage, useSay } from './reader.tsx'
import { StatusMark, statusClass, statusOrder } from './status.tsx'

/**
 * One bar in proportion, and below it a link for each class, of equal width: the figures are read there, not on the bar.
 * The widths are attributes of an SVG, since pages carry no style attribute.
 */
export function Strip(props: {
  readonly counts: Readonly<Record<Lateness, number>>
  /** Against the first due day: told where it differs. */
  readonly original?: Readonly<Record<Lateness, number>>
  readonly total: number
  readonly chosen: string | null
  href(of: Lateness | null): string
  readonly soonDays: number
}) {
  const say = useSay()
  const language = useLanguage()
  return (
    <section className="card strip" aria-label={say('strip.label')}>
      <div className="bd">
        <Bar counts={props.counts} total={props.total} />
        <ul className="sts">
          {statusOrder.map((of) => {
            const n = props.counts[of]
            const chosen = props.chosen === of
            return (
              <li key={of}>
                <a className="sb" href={props.href(chosen ? null : of)} aria-current={chosen ? 'true' : undefined}>
                  <span className="sbl">
                    <StatusMark of={of} />
                    {say(`lateness.${of}`)}
                  </span>
                  <span className="sbn tn">
                    <b>
                      <NumberText of={n} />
                    </b>
                    {props.total === 0 ? null : (
                      <small>{say('strip.share', { share: percent(n, props.total), total: numberWords(props.total, language) })}</small>
                    )}
                  </span>
                  {props.original === undefined || props.original[of] === n ? null : (
                    <span className="sbd">{say('strip.original', { n: numberWords(props.original[of], language) })}</span>
                  )}
                  <span className="sbd">{of === 'due-soon' ? say('strip.due-soon', { n: props.soonDays }) : say(`strip.${of}`)}</span>
                </a>
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

/** @param total the sum of the counts; an empty bar when 0 */
export function Bar({ counts, total }: { readonly counts: Readonly<Record<Lateness, number>>; readonly total: number }) {
  const say = useSay()
  const present = statusOrder.filter((of) => counts[of] > 0)
  let x = 0
  return (
    <svg
      className="bar"
      role="img"
      aria-label={total === 0 ? say('strip.none') : present.map((of) => `${say(`lateness.${of}`)}: ${counts[of]}`).join('; ')}
      width="100%"
      height="26"
    >
      <pattern id="gach-muon" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="fill-muon" width="6" height="6" />
        <rect className="edge-muon" width="2" height="6" />
      </pattern>
      {total === 0 ? <rect className="fill-rong" width="100%" height="26" rx="3" /> : null}
      {present.map((of) => {
        const width = (counts[of] / total) * 100
        const from = x
        x += width
        return <rect key={of} className={`part part-${statusClass[of]}`} x={`${from}%`} y="1" width={`${width}%`} height="24" rx="3" />
      })}
    </svg>
  )
}

const percent = (n: number, total: number): number => Math.round((n / total) * 100)
