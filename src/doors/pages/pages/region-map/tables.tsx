import { withUnit } from '../../../../kernel/dataset/cell/column.ts'
import { parseDay } from '../../../../kernel/period/day.ts'
import { datasetHref } from '../../addresses.ts'
import { TableFrame } from '../../components/card.tsx'
import { Icon } from '../../components/icon.tsx'
import { DayText, NumberText, useLanguage, useSay } from '../../components/reader.tsx'
import { numberWords } from '../../dates.ts'
import { type Feature, isInside, type PointLayer, type ShadeLayer } from '../../map/layers.ts'
import { valueWords } from '../dataset/marks.tsx'
import type { State } from './state.ts'

/** Beside the map what is on it, in words and figures: the row that is chosen, the rows in view, the figure of each province. */
const MOST_ROWS = 15

type ChosenRow = { readonly layer: PointLayer; readonly feature: Feature }

export function chosenOf(points: readonly PointLayer[], asked: string): ChosenRow | null {
  const [slug, row] = asked.split('~')
  const layer = points.find(({ dataset }) => dataset.slug === slug)
  const feature = layer?.features.find((one) => one.row === row)
  return layer === undefined || feature === undefined ? null : { layer, feature }
}

export function Chosen({ of: { layer, feature }, away }: { of: ChosenRow; away: string }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <section className="card" aria-labelledby="h-diem">
      <div className="hd">
        <h2 id="h-diem">{feature.name === '' ? say('regionmap.chosen') : feature.name}</h2>
        <a className="btn btn--s" href={away}>
          {say('regionmap.close')}
        </a>
      </div>
      <dl className="kv bd">
        {layer.columns.map((column) => (
          <div key={column.name}>
            <dt>{withUnit(column)}</dt>
            <dd>
              <bdi>{valueWords(feature.values[column.name] ?? null, column, language, say)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p className="ft">
        <a href={datasetHref(layer.dataset.slug)}>{layer.dataset.title}</a>
      </p>
    </section>
  )
}

export function PointTable({ of, state }: { of: PointLayer; state: State }) {
  const say = useSay()
  const language = useLanguage()
  const inside = of.features.filter((feature) => isInside(feature, state.extent))
  const columns = of.columns.slice(0, 4)
  return (
    <details className="card" open={inside.length > 0 && inside.length <= MOST_ROWS}>
      <summary>
        <b>{of.dataset.title}</b> <span className="muted">{say('regionmap.inside', { n: numberWords(inside.length, language) })}</span>
      </summary>
      <TableFrame label={say('table.of', { what: of.dataset.title })}>
        <table className="t t--data">
          <thead>
            <tr>
              {columns.map(({ name, label }) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inside.slice(0, MOST_ROWS).map((feature) => (
              <tr key={feature.row}>
                {columns.map((column) => (
                  <td key={column.name}>
                    <bdi>{valueWords(feature.values[column.name] ?? null, column, language, say)}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="ft sm">
        {inside.length > MOST_ROWS ? `${say('regionmap.first', { n: MOST_ROWS })} ` : ''}
        {of.features.length < of.dataset.current.rows
          ? `${say('regionmap.of', { n: numberWords(of.features.length, language), total: numberWords(of.dataset.current.rows, language) })}. `
          : ''}
        <a href={datasetHref(of.dataset.slug)}>{say('regionmap.dataset')}</a>
      </p>
    </details>
  )
}

export function ShadeTable({ of }: { of: ShadeLayer }) {
  const say = useSay()
  const title = withUnit(of.column)
  return (
    <details className="card">
      <summary>
        <b>{title}</b>{' '}
        <span className="muted">
          {of.carried.at !== null && parseDay(of.carried.at) !== null ? <DayText of={of.carried.at} /> : of.carried.at}
        </span>
      </summary>
      <TableFrame label={say('table.of', { what: title })}>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{say('carried.unit')}</th>
              <th scope="col" className="n">
                {title}
              </th>
              <th scope="col">{say('carried.method')}</th>
            </tr>
          </thead>
          <tbody>
            {of.carried.items.map(({ place, value, exact, method, reason, missing }) => (
              <tr key={place.id}>
                <th scope="row">{place.name}</th>
                <td className="n">
                  {value === null ? '' : exact ? '' : '≈ '}
                  {value === null ? null : <NumberText of={Number(value)} />}
                </td>
                <td>
                  {reason === null
                    ? say(`carried.method.${method}`, { units: missing.map(({ name }) => name).join(', ') })
                    : say(`carried.reason.${reason}`, { units: missing.map(({ name }) => name).join(', ') })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="ft sm">
        <a href={datasetHref(of.dataset.slug, { xem: 'dia-gioi', so: of.column.name })}>
          <Icon name="arrow-right-left" /> {say('dataset.view.carried')}
        </a>
      </p>
    </details>
  )
}
