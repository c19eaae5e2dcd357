import { withUnit } from '../../../../kernel/dataset/cell/column.ts'
import type { DatasetRow } from '../../../../operations/dataset/views.ts'
import { addresses } from '../../addresses.ts'
import { NumberText, useLanguage, useSay } from '../../components/reader.tsx'
import { numberWords } from '../../dates.ts'
import { SymbolMark } from '../../map/feature-drawing.tsx'
import type { PointLayer, ShadeLayer } from '../../map/layers.ts'
import { frameText, type State } from './state.ts'

/** Which datasets are laid over one another, and what the colours of the provinces mean. */
export function LayerChoice({
  listed,
  state,
  points,
  shade,
}: {
  listed: readonly DatasetRow[]
  state: State
  points: readonly PointLayer[]
  shade: ShadeLayer | null
}) {
  const say = useSay()
  const shown = new Map(points.map(({ dataset }, i) => [dataset.slug, i]))
  const places = [
    ...points.map(({ dataset }) => ({ slug: dataset.slug, title: dataset.title, rows: dataset.current.rows })),
    ...listed
      .filter(({ mapped, slug }) => mapped.shape !== null && !shown.has(slug))
      .map(({ slug, title, current }) => ({ slug, title, rows: current.rows })),
  ]
  const figures = listed.flatMap(({ slug, title, mapped }) =>
    mapped.figures.map(({ name, label }) => ({ value: `${slug}:${name}`, label: `${label} – ${title}` })),
  )
  const isElsewhere = state.shade !== '' && shade !== null && !figures.some(({ value }) => value === state.shade)
  return (
    <section className="card rmap-layers" aria-labelledby="h-lop">
      <div className="hd">
        <h2 id="h-lop">{say('regionmap.layers')}</h2>
        <p>{say('regionmap.layers.n', { n: points.length + (shade === null ? 0 : 1) })}</p>
      </div>
      <form className="bd" method="get" action={addresses.map}>
        {state.isFramed ? <input type="hidden" name="khung" value={frameText(state) ?? ''} /> : null}
        <div className="f">
          <label htmlFor="tim-lop">{say('regionmap.find')}</label>
          <input className="in" id="tim-lop" name="tim" type="search" defaultValue={state.q} autoComplete="off" />
        </div>
        <fieldset className="lys">
          <legend>{say('regionmap.points')}</legend>
          {places.length === 0 ? <p className="muted">{say('regionmap.none')}</p> : null}
          {places.map(({ slug, title, rows }) => {
            const place = shown.get(slug)
            const layer = place === undefined ? undefined : points[place]
            return (
              <div key={slug}>
                <label className="ck">
                  <input type="checkbox" name="lop" value={slug} defaultChecked={place !== undefined} />
                  <span>
                    {layer === undefined || place === undefined ? null : <SymbolMark of={layer.symbol} place={place} />}
                    {title} <NumberText of={rows} />
                  </span>
                </label>
                {layer?.tracks == null ? null : <TrackChoice of={layer} tracks={layer.tracks} />}
              </div>
            )
          })}
        </fieldset>
        <div className="f">
          <label htmlFor="to">{say('regionmap.shade')}</label>
          <select className="in" id="to" name="to" defaultValue={state.shade}>
            <option value="">{say('regionmap.shade.none')}</option>
            {isElsewhere && shade !== null ? <option value={state.shade}>{`${shade.column.label} – ${shade.dataset.title}`}</option> : null}
            {figures.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <button className="btn btn--p" type="submit">
          {say('regionmap.show')}
        </button>
      </form>
      {shade === null ? null : <Legend of={shade} />}
    </section>
  )
}

/** Why points are joined to lines, and the choice to have them drawn as points. [DAT-66] */
function TrackChoice({ of, tracks }: { of: PointLayer; tracks: NonNullable<PointLayer['tracks']> }) {
  const say = useSay()
  return (
    <div className="ck-of">
      <p className="sm muted">{say('tracks.why', { n: tracks.all.length, by: tracks.by.label, time: tracks.time.label })}</p>
      <label className="ck">
        <input type="checkbox" name="cham" value={of.dataset.slug} defaultChecked={of.asDots} />
        <span>{say('tracks.as-dots')}</span>
      </label>
    </div>
  )
}

function Legend({ of: { starts, column, carried } }: { of: ShadeLayer }) {
  const say = useSay()
  const language = useLanguage()
  const most = Math.max(...carried.items.flatMap(({ value }) => (value === null ? [] : [Number(value)])))
  return (
    <div className="bd legend">
      <h3>{withUnit(column)}</h3>
      <ul>
        {starts.map((start, i) => (
          <li key={start}>
            <svg className="swatch" viewBox="0 0 22 14" aria-hidden="true">
              <rect className={`q-${i + 1}`} width="22" height="14" rx="2" />
            </svg>
            {numberWords(start, language)} – {numberWords(starts[i + 1] ?? most, language)}
          </li>
        ))}
        <li>
          <svg className="swatch" viewBox="0 0 22 14" aria-hidden="true">
            <rect className="q-none" width="22" height="14" rx="2" />
          </svg>
          {say('regionmap.untold')}
        </li>
      </ul>
    </div>
  )
}
