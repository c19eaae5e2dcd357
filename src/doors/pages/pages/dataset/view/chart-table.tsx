import type { Say } from '../../../../../base/text/text.ts'
import type { Chart } from '../../../../../kernel/dataset/chart.ts'
import { isBefore } from '../../../../../operations/dataset/rows/extent-changes.ts'
import { NumberText, useLanguage, useSay } from '../../../components/reader.tsx'
import { dayWords } from '../../../dates.ts'
import { periodWords } from '../period-words.ts'
import type { Change, Figure } from './chart-drawing.tsx'

/** What a chart draws, in figures. [DAT-19] */
type Given = { readonly chart: Chart; readonly what: string; readonly figures: readonly Figure[]; readonly changes: readonly Change[] }

export const ChartTable = (given: Given) => (given.chart.lines === null ? <OneLine {...given} /> : <ManyLines {...given} />)

const keyWords = (key: string | null, { x }: Chart, say: Say): string =>
  key === null ? say('chart.empty') : x.type === 'period' ? periodWords(key, say) : key

function OneLine({ chart, what, figures }: Given) {
  const say = useSay()
  return (
    <table className="t">
      <thead>
        <tr>
          <th scope="col">{chart.x.label}</th>
          <th scope="col" className="n">
            {what}
          </th>
          <th scope="col" className="n">
            {say('chart.rows')}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, value, rows }) => (
          <tr key={key ?? ''}>
            <th scope="row">{keyWords(key, chart, say)}</th>
            <td className="n">{value === null ? '' : <NumberText of={value} />}</td>
            <td className="n">
              <NumberText of={rows} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A row for each time, a column for each line. */
function ManyLines({ chart, figures, changes }: Given) {
  const say = useSay()
  const language = useLanguage()
  const isOfOld = (line: string | null, key: string | null): Change | undefined =>
    changes.find((one) => one.line === line && key !== null && isBefore(key, one.on))
  const lines = [...new Set(figures.map(({ line }) => line))]
  return (
    <table className="t">
      <thead>
        <tr>
          <th scope="col">{chart.x.label}</th>
          {lines.map((line) => (
            <th key={line} scope="col" className="n">
              {line ?? say('chart.empty')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...Map.groupBy(figures, ({ key }) => key)].map(([key, here]) => {
          const of = new Map(here.map(({ line, value }) => [line, value]))
          return (
            <tr key={key}>
              <th scope="row">{keyWords(key, chart, say)}</th>
              {lines.map((line) => {
                const value = of.get(line) ?? null
                const old = isOfOld(line, key)
                return (
                  <td key={line} className="n">
                    {value === null ? '' : <NumberText of={value} />}
                    {value === null || old === undefined ? null : (
                      <span className="sm muted"> ({say('chart.change.before', { day: dayWords(old.on, language) })})</span>
                    )}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
