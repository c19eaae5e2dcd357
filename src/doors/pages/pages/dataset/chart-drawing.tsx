import type { Language } from '../../../../base/refusals.ts'
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

/** Room at the right for the names of lines, where there are several. */
const RIGHT = 150
const NAME_HEIGHT = 15
const LONGEST_NAME = 16

type Line = { readonly name: string | null; readonly values: readonly (number | null)[] }

/** Each line over the same times; a time of which it says nothing is a gap. */
function linesOf(figures: readonly Figure[], keys: readonly (string | null)[]): readonly Line[] {
  return [...Map.groupBy(figures, ({ line }) => line)].map(([name, own]) => {
    const of = new Map(own.map(({ key, value }) => [key, value]))
    return { name, values: keys.map((key) => of.get(key) ?? null) }
  })
}

/** Names beside the ends of their lines, moved apart where they would lie over one another. */
function nameHeights(ends: readonly number[]): readonly number[] {
  const placed: number[] = []
  let lowest = TOP
  for (const [i, end] of [...ends.entries()].toSorted(([, a], [, b]) => a - b)) {
    placed[i] = Math.max(end, lowest)
    lowest = (placed[i] ?? 0) + NAME_HEIGHT
  }
  const beyond = Math.max(0, lowest - NAME_HEIGHT - (HIGH - BOTTOM))
  return placed.map((at) => at - beyond)
}

export function LineChart({ figures, finding }: { figures: readonly Figure[]; finding: string }) {
  const say = useSay()
  const language = useLanguage()
  const keys = [...new Set(figures.map(({ key }) => key))]
  const lines = linesOf(figures, keys)
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value]))
  const steps = ticks(Math.min(...values), Math.max(...values))
  const low = steps[0] ?? 0
  const high = steps.at(-1) ?? 1
  const right = lines.length > 1 ? WIDE - RIGHT : WIDE - 12
  const x = (i: number): number => LEFT + (i * (right - LEFT)) / Math.max(1, keys.length - 1)
  const y = (value: number): number => TOP + ((high - value) * (HIGH - TOP - BOTTOM)) / Math.max(1e-12, high - low)
  const pathOf = (of: Line['values']): string =>
    of
      .map((value, i) => {
        const before = of[i - 1]
        return value === null ? '' : `${before === null || before === undefined ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`
      })
      .join('')
  const ends = nameHeights(lines.map(({ values: of }) => y(of.findLast((value) => value !== null) ?? low)))
  const every = Math.max(1, Math.ceil(keys.length / LABELS))
  return (
    <svg className="plot" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={finding}>
      {steps.map((step) => (
        <g key={step}>
          <line className="p-grid" x1={LEFT} x2={right} y1={y(step)} y2={y(step)} />
          <text className="p-text" x={LEFT - 8} y={y(step)} dy="0.35em" textAnchor="end">
            {numberWords(step, language)}
          </text>
        </g>
      ))}
      {keys.map((key, i) =>
        i % every === 0 ? (
          <text
            key={key ?? ''}
            className="p-text"
            x={x(i)}
            y={HIGH - 8}
            textAnchor={i === 0 ? 'start' : i > keys.length - every ? 'end' : 'middle'}
          >
            {timeWords(key ?? '')}
          </text>
        ) : null,
      )}
      {lines.map(({ name, values: of }, n) => (
        <g key={name} className={`p-series p-s${n + 1}`}>
          <path className="p-line" d={pathOf(of)} />
          {keys.length > 40
            ? null
            : of.map((value, i) =>
                value === null ? null : <circle key={keys[i] ?? ''} className="p-dot" cx={x(i)} cy={y(value)} r="3" />,
              )}
          {lines.length === 1 ? null : (
            <>
              <path className="p-line" d={`M${right + 6} ${ends[n]}h16`} />
              <text className="p-name" x={right + 27} y={ends[n]} dy="0.35em">
                {shortened(name ?? say('chart.empty'))} <tspan className="p-text">{lastOf(of, language)}</tspan>
                <title>{name ?? say('chart.empty')}</title>
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  )
}

/** The figure at the end of a line. */
const lastOf = (values: Line['values'], language: Language): string => {
  const last = values.findLast((value) => value !== null)
  return last === undefined || last === null ? '' : numberWords(Math.round(last * 100) / 100, language)
}

const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name)

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
