import type { Language } from '../../../../../base/refusals.ts'
import { ticks } from '../../../../../kernel/dataset/chart.ts'
import { isBefore } from '../../../../../operations/dataset/rows/extent-changes.ts'
import { useLanguage, useSay } from '../../../components/reader.tsx'
import { numberWords } from '../../../dates.ts'
import { timeWords } from '../period-words.ts'
import { anchorOf, namedOf, placesOf } from './chart-times.ts'

export type Figure = { readonly key: string | null; readonly line: string | null; readonly value: number | null; readonly rows: number }

/**
 * Charts drawn on the server: bars begin at zero, a missing figure breaks the line, no colour says anything alone. What is drawn
 * stretches with the page and its words do not: places across are shares, heights are points. [PAG-33]
 */
const HIGH = 300
const BOTTOM = 28
const TOP = 12
/** Of the letters of an axis, in points. */
const LETTER = 7.6
/** Room for the words under the axis, on a wide page and on a telephone. */
const WIDE = 560
const NARROW = 250
/** Lines are drawn over so many units from left to right. */
const ACROSS = 1000

/** Before the name of a line at its end: its dash. */
const DASH = 27
const NAME_HEIGHT = 15
const LONGEST_NAME = 18

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

/** How far apart times are named, so that no two names touch. */
const apart = (times: number, letters: number, room: number): number =>
  Math.max(1, Math.ceil(times / Math.max(2, Math.floor(room / (letters * LETTER + 12)))))

export type Change = { readonly line: string; readonly on: string }

type LineProps = {
  figures: readonly Figure[]
  finding: string
  changes: readonly Change[]
  /** The times of the axis, also those that no row is of; null: those of the figures. */
  times: readonly string[] | null
}

/** @param changes where the unit of a line became another: the line breaks there, with a mark [DAT-130] */
export function LineChart({ figures, finding, changes, times }: LineProps) {
  const language = useLanguage()
  const keys = times ?? [...new Set(figures.map(({ key }) => key))]
  const lines = linesOf(figures, keys)
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value]))
  const steps = ticks(Math.min(...values), Math.max(...values))
  const low = steps[0] ?? 0
  const high = steps.at(-1) ?? 1
  const places = times === null ? placesOf(keys) : null
  const x = (i: number): number => places?.[i] ?? (keys.length === 1 ? 50 : (i * 100) / (keys.length - 1))
  const y = (value: number): number => TOP + ((high - value) * (HIGH - TOP - BOTTOM)) / Math.max(1e-12, high - low)
  const cuts = changes.map(({ line, on }) => ({ line, at: keys.findIndex((key) => key !== null && !isBefore(key, on)) }))
  const marks = [...new Set(cuts.map(({ at }) => at))].filter((at) => at > 0)
  const pathOf = ({ name, values: of }: Line): string =>
    of
      .map((value, i) => {
        const before = cuts.some(({ line, at }) => line === name && at === i) ? null : of[i - 1]
        const at = `${((x(i) * ACROSS) / 100).toFixed(1)} ${value === null ? '' : y(value).toFixed(1)}`
        return value === null ? '' : `${before === null || before === undefined ? 'M' : 'L'}${at}`
      })
      .join('')
  const scale = steps.map((step) => numberWords(step, language))
  return (
    <>
      <div className="plot" role="img" aria-label={finding}>
        <svg width={Math.ceil(Math.max(...scale.map(({ length }) => length)) * LETTER + 10)} height={HIGH} aria-hidden="true">
          {steps.map((step, i) => (
            <text key={step} className="p-text" x="100%" dx="-8" y={y(step)} dy="0.35em" textAnchor="end">
              {scale[i]}
            </text>
          ))}
        </svg>
        <svg className="p-area" height={HIGH} aria-hidden="true">
          {steps.map((step) => (
            <line key={step} className="p-grid" x1="0" x2="100%" y1={y(step)} y2={y(step)} />
          ))}
          {marks.map((at) => (
            <line
              key={at}
              className="p-cut"
              x1={`${(x(at - 1) + x(at)) / 2}%`}
              x2={`${(x(at - 1) + x(at)) / 2}%`}
              y1={TOP}
              y2={HIGH - BOTTOM}
            />
          ))}
          <Times keys={keys} places={places} x={x} room={lines.length > 1 ? WIDE - endsWidth(lines, language) : WIDE} />
          <svg
            width="100%"
            height={HIGH}
            viewBox={`0 0 ${ACROSS} ${HIGH}`}
            preserveAspectRatio="none"
            overflow="visible"
            aria-hidden="true"
          >
            {lines.map((line, n) => (
              <g key={line.name} className={`p-s${n + 1}`}>
                <path className="p-line" d={pathOf(line)} />
              </g>
            ))}
          </svg>
          {lines.map(({ name, values: of }, n) => (
            <g key={name} className={`p-s${n + 1}`}>
              {of.map((value, i) =>
                value === null || (keys.length > MOST_DOTS && !isAlone(of, i)) ? null : (
                  <circle key={keys[i] ?? ''} className="p-dot" cx={`${x(i).toFixed(2)}%`} cy={y(value)} r="3" />
                ),
              )}
            </g>
          ))}
        </svg>
        {lines.length > 1 ? <Ends lines={lines} y={y} low={low} /> : null}
      </div>
      {lines.length > 1 ? <Legend lines={lines} /> : null}
    </>
  )
}

/** Beyond so many a dot for each figure hides the line; one that no line leads to is still drawn. */
const MOST_DOTS = 40
const isAlone = (of: Line['values'], i: number): boolean => (of[i - 1] ?? null) === null && (of[i + 1] ?? null) === null

type TimesProps = {
  keys: readonly (string | null)[]
  /** Null: they stand evenly. */
  places: readonly number[] | null
  x: (i: number) => number
  room: number
}

function Times({ keys, places, x, room }: TimesProps) {
  const say = useSay()
  const names = keys.map((key) => timeWords(key ?? '', say))
  const letters = Math.max(...names.map(({ length }) => length))
  const every = apart(keys.length, letters, room)
  const narrow = every * Math.ceil(apart(keys.length, letters, NARROW) / every)
  const evenly = (step: number): readonly number[] => [...keys.keys()].filter((i) => i % step === 0)
  const width = letters * LETTER + 12
  const onWide = places === null ? evenly(every) : namedOf(places, width, room, evenly(1))
  const onNarrow = places === null ? evenly(narrow) : namedOf(places, width, NARROW, onWide)
  return keys.map((key, i) =>
    onWide.includes(i) ? (
      <text
        key={key ?? ''}
        className={onNarrow.includes(i) ? 'p-text' : 'p-text p-wide'}
        x={`${x(i).toFixed(2)}%`}
        y={HIGH - 8}
        textAnchor={keys.length === 1 ? 'middle' : anchorOf(x(i))}
      >
        {names[i]}
      </text>
    ) : null,
  )
}

const endsWidth = (lines: readonly Line[], language: Language): number =>
  DASH + Math.ceil(Math.max(...lines.map(({ name, values }) => `${shortened(name ?? '')} ${lastOf(values, language)}`.length)) * LETTER)

/** The name of each line at its end, with its last figure: on a wide page. */
function Ends({ lines, y, low }: { lines: readonly Line[]; y: (value: number) => number; low: number }) {
  const say = useSay()
  const language = useLanguage()
  const ends = nameHeights(lines.map(({ values }) => y(values.findLast((value) => value !== null) ?? low)))
  return (
    <svg className="p-wide" width={endsWidth(lines, language)} height={HIGH} aria-hidden="true">
      {lines.map(({ name, values }, n) => (
        <g key={name} className={`p-s${n + 1}`}>
          <path className="p-line" d={`M6 ${ends[n]}h16`} />
          <text className="p-name" x={DASH} y={ends[n]} dy="0.35em">
            {shortened(name ?? say('chart.empty'))} <tspan className="p-text">{lastOf(values, language)}</tspan>
            <title>{name ?? say('chart.empty')}</title>
          </text>
        </g>
      ))}
    </svg>
  )
}

/** The names of the lines below them: on a telephone. */
function Legend({ lines }: { lines: readonly Line[] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <ul className="p-legend">
      {lines.map(({ name, values }, n) => (
        <li key={name} className={`p-s${n + 1}`}>
          <svg width="22" height="10" aria-hidden="true">
            <path className="p-line" d="M0 5h22" />
          </svg>
          {name ?? say('chart.empty')} <span className="muted tn">{lastOf(values, language)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The figure at the end of a line. */
const lastOf = (values: Line['values'], language: Language): string => {
  const last = values.findLast((value) => value !== null)
  return last === undefined || last === null ? '' : numberWords(Math.round(last * 100) / 100, language)
}

const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name)

export function Bars({ figures, finding }: { figures: readonly Figure[]; finding: string }) {
  const say = useSay()
  const language = useLanguage()
  const values = figures.map(({ value }) => value ?? 0)
  const low = Math.min(0, ...values)
  const span = Math.max(1e-12, Math.max(0, ...values) - low)
  const share = (value: number): string => `${((value * 100) / span).toFixed(2)}%`
  return (
    <div className="bars" role="img" aria-label={finding}>
      {figures.map(({ key, value }) => (
        <div key={key ?? ''}>
          <span>{key ?? say('chart.empty')}</span>
          <svg height="18" aria-hidden="true">
            {value === null ? null : (
              <rect className="p-bar" x={share(Math.min(value, 0) - low)} width={share(Math.abs(value))} height="18" />
            )}
          </svg>
          <span className="tn">{value === null ? say('chart.unknown') : numberWords(value, language)}</span>
        </div>
      ))}
    </div>
  )
}
