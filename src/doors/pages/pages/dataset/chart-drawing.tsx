import { ticks } from '../../../../kernel/dataset/chart.ts'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { numberWords } from '../../dates.ts'
import type { Figure } from './chart-view.tsx'

/** Charts as SVG, drawn on the server: bars begin at zero, a missing figure breaks the line, no colour says anything alone. */
const WIDE = 720
const HIGH = 300
const LEFT = 64
const BOTTOM = 28
const TOP = 12
const LABELS = 8

/** 2011-01 → 01/2011 */
const timeWords = (key: string): string => key.split('-').toReversed().join('/')

export function LineChart({ figures, finding }: { figures: readonly Figure[]; finding: string }) {
  const language = useLanguage()
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value]))
  const steps = ticks(Math.min(...values), Math.max(...values))
  const low = steps[0] ?? 0
  const high = steps.at(-1) ?? 1
  const x = (i: number): number => LEFT + (i * (WIDE - LEFT - 12)) / Math.max(1, figures.length - 1)
  const y = (value: number): number => TOP + ((high - value) * (HIGH - TOP - BOTTOM)) / Math.max(1e-12, high - low)
  let path = ''
  for (const [i, { value }] of figures.entries()) {
    const before = figures[i - 1]?.value
    path += value === null ? '' : `${before === null || before === undefined ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`
  }
  const every = Math.max(1, Math.ceil(figures.length / LABELS))
  return (
    <svg className="plot" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={finding}>
      {steps.map((step) => (
        <g key={step}>
          <line className="p-grid" x1={LEFT} x2={WIDE} y1={y(step)} y2={y(step)} />
          <text className="p-text" x={LEFT - 8} y={y(step)} dy="0.35em" textAnchor="end">
            {numberWords(step, language)}
          </text>
        </g>
      ))}
      {figures.map(({ key }, i) =>
        i % every === 0 ? (
          <text
            key={key ?? ''}
            className="p-text"
            x={x(i)}
            y={HIGH - 8}
            textAnchor={i === 0 ? 'start' : i > figures.length - every ? 'end' : 'middle'}
          >
            {timeWords(key ?? '')}
          </text>
        ) : null,
      )}
      <path className="p-line" d={path} />
      {figures.length > 40
        ? null
        : figures.map(({ key, value }, i) =>
            value === null ? null : <circle key={key ?? ''} className="p-dot" cx={x(i)} cy={y(value)} r="3" />,
          )}
    </svg>
  )
}

const ROW = 28
const NAMES = 210
const NUMBERS = 90
const LONGEST = 30

export function Bars({ figures, finding }: { figures: readonly Figure[]; finding: string }) {
  const say = useSay()
  const language = useLanguage()
  const values = figures.map(({ value }) => value ?? 0)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const scale = (WIDE - NAMES - NUMBERS) / Math.max(1e-12, high - low)
  const zero = NAMES - low * scale
  return (
    <svg className="plot" viewBox={`0 0 ${WIDE} ${figures.length * ROW + 8}`} role="img" aria-label={finding}>
      {figures.map(({ key, value }, i) => {
        const name = key ?? say('chart.empty')
        const width = Math.abs(value ?? 0) * scale
        const from = (value ?? 0) < 0 ? zero - width : zero
        return (
          <g key={key ?? ''}>
            <text className="p-name" x={NAMES - 10} y={i * ROW + ROW / 2 + 4} dy="0.35em" textAnchor="end">
              {name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name}
              <title>{name}</title>
            </text>
            {value === null ? null : <rect className="p-bar" x={from} y={i * ROW + 8} width={Math.max(width, 1)} height={ROW - 8} rx="2" />}
            <text className="p-text" x={from + width + 8} y={i * ROW + ROW / 2 + 4} dy="0.35em">
              {value === null ? say('chart.unknown') : numberWords(value, language)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
