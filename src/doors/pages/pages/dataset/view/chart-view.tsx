import type { ReactNode } from 'react'
import type { Say } from '../../../../../base/text/text.ts'
import { type Column, withUnit } from '../../../../../kernel/dataset/cell/column.ts'
import {
  type Chart,
  chartAmounts,
  chartAxes,
  chartLines,
  chartMeasures,
  chartMeasuresOf,
  chartOf,
  MOST_LINES,
  unfinished,
} from '../../../../../kernel/dataset/chart.ts'
import { drawnPeriods } from '../../../../../kernel/dataset/chart-periods.ts'
import { type ExtentChange, isBefore } from '../../../../../operations/dataset/rows/extent-changes.ts'
import { datasetSummary } from '../../../../../operations/dataset/rows/summarise-rows.ts'
import type { DatasetView } from '../../../../../operations/dataset/views.ts'
import { datasetHref } from '../../../addresses.ts'
import { TableFrame } from '../../../components/card.tsx'
import { ChoiceField } from '../../../components/field.tsx'
import { Empty, Notice } from '../../../components/notice.tsx'
import { useLanguage, useSay } from '../../../components/reader.tsx'
import { dayWords, numberWords } from '../../../dates.ts'
import { type Asked, type Refused, refused } from '../../../page.ts'
import { periodWords, timeWords } from '../period-words.ts'
import { Bars, type Figure, LineChart } from './chart-drawing.tsx'
import { ChartTable } from './chart-table.tsx'
import { ViewForm } from './view-form.tsx'

/** A chart chosen from the columns, with its reason; the reader may choose others. Its figures stand below it as a table. [DAT-19] */
const MOST_BARS = 15

/** A value of the column of lines, and how many rows have it. */
type LineOffered = { readonly name: string; readonly isOn: boolean }
/** Of a column with more values than these the others are typed in the address. */
const MOST_OFFERED = 40

export async function chartView(asked: Asked, of: DatasetView): Promise<{ readonly body: ReactNode } | Refused> {
  const { query, say } = asked
  const wanted: Wanted = {
    x: query.get('truc') ?? undefined,
    y: query.get('so') ?? undefined,
    measure: query.get('tinh') ?? undefined,
    lines: query.get('nhom') ?? undefined,
  }
  const first = chartOf(of.columns, wanted)
  const chart = first?.kind === 'line' && !query.has('nhom') ? chartOf(of.columns, { ...wanted, lines: await fewNames(asked, of) }) : first
  if (chart === null)
    return {
      body: (
        <Empty icon="chart-line" title={say('chart.none')}>
          {say('chart.none.why')}
        </Empty>
      ),
    }
  const found = await summaryOf(asked, of, chart)
  if (!found.ok) return refused(found.refusal)
  const figures = found.value.items
  const times = [...new Set(figures.map(({ key }) => key))]
  const time = chart.kind === 'line' && times.length === 1 && !query.has('truc') ? (times[0] ?? null) : null
  // a line of one time is a dot
  const names = time !== null ? await severalNames(asked, of) : undefined
  const bars = names === undefined ? null : chartOf(of.columns, { ...wanted, x: names, isOneTime: true })
  if (bars !== null) {
    const named = await summaryOf(asked, of, bars)
    if (!named.ok) return refused(named.refusal)
    const { items, more, step } = named.value
    return { body: <Drawn of={of} chart={bars} figures={items} more={more} step={step} offered={[]} time={time} changes={[]} /> }
  }
  if (figures.every(({ value }) => value === null))
    return {
      body: (
        <>
          <Choose of={of} chart={chart} offered={[]} />
          <Empty icon="chart-line" title={say('chart.none')}>
            {say('chart.nothing')}
          </Empty>
        </>
      ),
    }
  const drawn = [...new Set(figures.map(({ line }) => line ?? ''))]
  const offered = chart.lines === null ? [] : await linesOffered(asked, of, chart.lines.name, drawn)
  const { more, step, changes } = found.value
  return { body: <Drawn of={of} chart={chart} figures={figures} more={more} step={step} offered={offered} time={null} changes={changes} /> }
}

type Wanted = NonNullable<Parameters<typeof chartOf>[1]>

function summaryOf(asked: Asked, of: DatasetView, { x, y, measure, lines }: Chart) {
  const only = lines === null ? [] : [...new Set(asked.query.getAll('duong'))].filter((one) => one !== '').slice(0, MOST_LINES)
  return asked.ask(datasetSummary, {
    id: of.id,
    by: x.name,
    measure,
    ...(y === null || measure === 'count' ? {} : { of: y.name }),
    ...(lines === null ? {} : { lines: lines.name }),
    ...(only.length === 0 ? {} : { line: only }),
  })
}

/** More rows than these are not counted through for a proposal. */
const MOST_COUNTED = 1_000_000

/**
 * Of several rows at one time the mean of all says little: unless the reader chose, the first column that names few things is
 * drawn as lines. [PAG-34] @returns undefined: there is none
 */
const fewNames = (asked: Asked, of: DatasetView): Promise<string | undefined> =>
  namesWhere(asked, of, (n, more) => n > 1 && n <= MOST_LINES && !more)

/** The first column by whose names one time can be told apart. [DAT-19] */
const severalNames = (asked: Asked, of: DatasetView): Promise<string | undefined> => namesWhere(asked, of, (n) => n > 1)

async function namesWhere(asked: Asked, of: DatasetView, fits: (n: number, more: boolean) => boolean): Promise<string | undefined> {
  if (of.current.rows > MOST_COUNTED) return undefined
  for (const { name } of chartLines(of.columns).slice(0, 2)) {
    const found = await asked.ask(datasetSummary, { id: of.id, by: name, measure: 'count' })
    if (found.ok && fits(found.value.items.length, found.value.more)) return name
  }
  return undefined
}

/** The values that a line may be drawn of, those that are drawn among them. */
async function linesOffered(asked: Asked, of: DatasetView, by: string, drawn: readonly string[]): Promise<readonly LineOffered[]> {
  const found = await asked.ask(datasetSummary, { id: of.id, by, measure: 'count' })
  const names = found.ok ? found.value.items.flatMap(({ key }) => (key === null ? [] : [key])) : []
  return [...new Set([...drawn.filter((name) => name !== ''), ...names])]
    .slice(0, MOST_OFFERED)
    .toSorted((a, b) => a.localeCompare(b, 'vi'))
    .map((name) => ({ name, isOn: drawn.includes(name) }))
}

type DrawnProps = {
  of: DatasetView
  chart: Chart
  figures: readonly Figure[]
  more: boolean
  /** What the days of the axis were brought together to. */
  step: 'value' | 'day' | 'month' | 'year'
  offered: readonly LineOffered[]
  /** The one time that all rows are of, where names are drawn in its stead. */
  time: string | null
  changes: readonly ExtentChange[]
}

/** As the table of the rows says it. [PAG-58] */
const wordOf = (text: string | null, { type }: Pick<Column, 'type'>, say: Say): string | null =>
  type === 'boolean' && (text === 'true' || text === 'false') ? say(`boolean.${text}`) : text

function Drawn({ of, chart, figures: given, more, step, offered, time, changes }: DrawnProps) {
  const say = useSay()
  const language = useLanguage()
  const { x, lines } = chart
  const figures = given.map((one) => ({
    ...one,
    key: wordOf(one.key, x, say),
    line: lines === null ? one.line : wordOf(one.line, lines, say),
  }))
  // of one row each there is nothing to average
  const isPlain = figures.every(({ rows }) => rows <= 1)
  const measured = chart.y === null || chart.measure === 'count' ? null : withUnit(chart.y)
  const what = measured === null ? say('chart.rows') : isPlain ? measured : `${say(`chart.${chart.measure}`)}: ${measured}`
  const isOfPeriods = chart.x.type === 'period'
  const periods = isOfPeriods && chart.kind === 'line' ? drawnPeriods([...new Set(figures.flatMap(({ key }) => key ?? []))]) : null
  const drawn = periods === null ? figures : figures.filter(({ key }) => key !== null && !periods.left.includes(key))
  const ofNone = figures.reduce((sum, { key, rows }) => (key === null ? sum + rows : sum), 0)
  const last = chart.kind === 'bars' || more || isOverReform(of, drawn) ? null : unfinished(drawn)
  const shown = chart.kind === 'bars' ? figures.slice(0, MOST_BARS) : drawn.filter(({ key }) => last === null || key !== last.key)
  const times = periods === null ? null : periods.drawn.filter((key) => last === null || key !== last.key)
  const named = (key: string): string => (isOfPeriods ? periodWords(key, say) : timeWords(key, say))
  const values = shown.flatMap(({ value }) => (value === null ? [] : [value]))
  const finding = say('chart.finding', {
    what,
    low: numberWords(Math.min(...values), language),
    high: numberWords(Math.max(...values), language),
  })
  return (
    <>
      <Choose of={of} chart={chart} offered={offered} />
      <figure className="bd chart">
        <figcaption>
          <b>{say('chart.heading', { what, by: step === 'value' ? chart.x.label.toLowerCase() : say(`chart.step.${step}`) })}</b>
          <span className="sm muted">
            {time === null
              ? say(`chart.why.${chart.kind}`, { by: chart.x.label })
              : say('chart.why.one-time', { by: chart.x.label, time: named(time) })}
          </span>
        </figcaption>
        {chart.kind === 'line' ? (
          <LineChart figures={shown} finding={finding} changes={changes} times={times} />
        ) : (
          <Bars figures={shown} finding={finding} />
        )}
        <Changes of={of} changes={changes} />
        {periods === null || periods.left.length === 0 ? null : (
          <p className="src">
            {say('chart.periods.left', { n: numberWords(periods.left.length, language), first: named(periods.left[0] ?? '') })}
          </p>
        )}
        {isOfPeriods && ofNone > 0 ? (
          <p className="src">{say('chart.periods.none', { n: numberWords(ofNone, language), by: chart.x.label })}</p>
        ) : null}
        {last === null ? null : (
          <p className="src">
            {say('chart.unfinished', {
              period: named(last.key),
              n: numberWords(last.rows, language),
              least: numberWords(last.least, language),
            })}
          </p>
        )}
        {more || (chart.kind === 'bars' && figures.length > shown.length) ? (
          <p className="src">{say('chart.most', { n: shown.length })}</p>
        ) : null}
        <p className="src">{of.attribution ?? of.source ?? of.custodianName ?? ''}</p>
      </figure>
      <details className="chart-table">
        <summary>{say('chart.table')}</summary>
        <TableFrame label={say('chart.table')}>
          <ChartTable chart={chart} what={what} figures={figures} changes={changes} />
        </TableFrame>
      </details>
    </>
  )
}

const REFORM = '2025-07-01'
/** Of fewer units there are fewer rows: 34 provinces where there were 63 are no unfinished year. [PAG-49] */
const isOverReform = ({ columns }: DatasetView, figures: readonly { readonly key: string | null }[]): boolean =>
  columns.some(({ role }) => role === 'place') &&
  figures.some(({ key }) => key !== null && isBefore(key, REFORM)) &&
  figures.some(({ key }) => key !== null && !isBefore(key, REFORM))

/** Which units of the lines became others within the times shown. [DAT-130] */
function Changes({ of, changes }: { of: DatasetView; changes: readonly ExtentChange[] }) {
  const say = useSay()
  const language = useLanguage()
  if (changes.length === 0) return null
  const named = (joined: ExtentChange['joined']): string =>
    joined.map(({ name, whole }) => (whole ? name : say('chart.change.part', { name }))).join(', ')
  return (
    <Notice kind="w">
      {changes.map(({ line, name, on, joined, left }) => (
        <p key={`${line} ${on}`}>
          {joined.length === 0
            ? say('chart.change.left', { day: dayWords(on, language), name, units: left.join(', ') })
            : say('chart.change.joined', { day: dayWords(on, language), name, units: named(joined) })}
        </p>
      ))}
      <p>
        {say('chart.change.apart')} <a href={datasetHref(of.slug, { xem: 'dia-gioi' })}>{say('chart.change.carried')}</a>
      </p>
    </Notice>
  )
}

function Choose({ of, chart, offered }: { of: DatasetView; chart: Chart; offered: readonly LineOffered[] }) {
  const say = useSay()
  const choice = ({ name, label }: { name: string; label: string }) => ({ value: name, label })
  const amounts = chartAmounts(of.columns)
  const lines = chartLines(of.columns).filter(({ name }) => name !== chart.x.name)
  return (
    <ViewForm slug={of.slug} label={say('dataset.view.chart')}>
      <input type="hidden" name="xem" value="bieu-do" />
      <ChoiceField id="truc" name="truc" label={say('chart.x')} value={chart.x.name} choices={chartAxes(of.columns).map(choice)} />
      {amounts.length === 0 ? null : (
        <>
          <ChoiceField id="so" name="so" label={say('chart.y')} value={chart.y?.name ?? ''} choices={amounts.map(choice)} />
          <ChoiceField
            id="tinh"
            name="tinh"
            label={say('chart.measure')}
            value={chart.measure}
            choices={(chart.y === null ? chartMeasures : chartMeasuresOf(chart.y)).map((value) => ({
              value,
              label: say(`chart.${value}`),
            }))}
          />
        </>
      )}
      {chart.kind === 'bars' || lines.length === 0 ? null : (
        <ChoiceField
          id="nhom"
          name="nhom"
          label={say('chart.lines')}
          value={chart.lines?.name ?? ''}
          choices={[{ value: '', label: say('chart.lines.one') }, ...lines.map(choice)]}
        />
      )}
      {offered.length === 0 ? null : (
        <details className="f lines">
          <summary>{say('chart.lines.which', { n: MOST_LINES })}</summary>
          <div className="cks">
            {offered.map(({ name, isOn }) => (
              <label key={name} className="ck">
                <input type="checkbox" name="duong" value={name} defaultChecked={isOn} />
                <span>{chart.lines === null ? name : wordOf(name, chart.lines, say)}</span>
              </label>
            ))}
          </div>
        </details>
      )}
      <button className="btn" type="submit">
        {say('chart.show')}
      </button>
    </ViewForm>
  )
}
