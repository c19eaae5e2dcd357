import type { ReactNode } from 'react'
import { classOf } from '../../../kernel/dataset/classes.ts'
import { parseDay } from '../../../kernel/period/day.ts'
import { readShape } from '../../../kernel/place/shape.ts'
import { datasetList } from '../../../operations/dataset/list-datasets.ts'
import type { DatasetRow } from '../../../operations/dataset/views.ts'
import { placeOutlines } from '../../../operations/place/outline-places.ts'
import { addresses, datasetHref, withQuery } from '../addresses.ts'
import { TableFrame } from '../components/card.tsx'
import { Icon } from '../components/icon.tsx'
import { Notice } from '../components/notice.tsx'
import { DayText, NumberText, Sentence, useLanguage, useSay } from '../components/reader.tsx'
import { numberWords } from '../dates.ts'
import { BaseMap } from '../map/base-map.tsx'
import { type Extent, extentFrom, extentText, moved, viewBoxOf, WHOLE, zoomed } from '../map/extent.ts'
import { Features, SymbolMark } from '../map/feature-drawing.tsx'
import { type Feature, isInside, MOST_LAYERS, type PointLayer, pointLayer, type ShadeLayer, shadeLayer } from '../map/layers.ts'
import { type Page, refused, view } from '../page.ts'
import { valueWords } from './dataset/marks.tsx'

/**
 * Datasets as layers over one another. What is on, what part of the country is looked at and which row is chosen stand in the
 * address. Drawn on the server with its tables below; script puts a map that can be dragged in the drawing's place. [DAT-41]
 */
const MOST_LISTED = 100
const MOST_ROWS = 15

type State = {
  readonly layers: readonly string[]
  readonly shade: string
  readonly extent: Extent
  readonly row: string
  readonly q: string
}

const hrefOf = (state: State): string =>
  withQuery(addresses.map, {
    lop: state.layers.join(','),
    to: state.shade,
    khung: extentText(state.extent),
    diem: state.row,
    tim: state.q,
  })

export const regionMapPage: Page = {
  path: addresses.map,
  async get(asked) {
    const { query, say } = asked
    const wanted = [...new Set(query.getAll('lop').flatMap((one) => one.split(',')))].filter((one) => one !== '')
    const state: State = {
      layers: wanted.slice(0, MOST_LAYERS),
      shade: (query.get('to') ?? '').slice(0, 200),
      extent: extentFrom(query.get('khung')),
      row: (query.get('diem') ?? '').slice(0, 200),
      q: (query.get('tim') ?? '').trim().slice(0, 200),
    }
    const listed = await asked.ask(datasetList, { limit: MOST_LISTED, ...(state.q === '' ? {} : { q: state.q }) })
    if (!listed.ok) return refused(listed.refusal)
    const outlines = await asked.ask(placeOutlines, { on: asked.context.today })
    if (!outlines.ok) return refused(outlines.refusal)
    const points: PointLayer[] = []
    const gone: string[] = []
    for (const slug of state.layers) {
      const layer = await pointLayer(asked, slug, points.length)
      if (layer === null) gone.push(slug)
      else points.push(layer)
    }
    const shade = state.shade === '' ? null : await shadeLayer(asked, state.shade)
    if (state.shade !== '' && shade === null) gone.push(state.shade)
    const chosen = chosenOf(points, state.row)
    const titles = [
      ...points.map(({ dataset }) => dataset.title),
      ...(shade === null ? [] : [`${shade.dataset.title}: ${shade.column.label}`]),
    ]
    const label = titles.length === 0 ? say('regionmap.label.none') : say('regionmap.label', { layers: titles.join('; ') })
    const shapes = outlines.value.items.map(({ place, name, kind, geometry }) => ({ place, name, kind, shape: readShape(geometry) }))
    return view({
      heading: say('regionmap.heading'),
      lede: <Sentence of="regionmap.lede" put={{ day: <DayText of={asked.context.today} /> }} />,
      sample: points.some(({ dataset }) => dataset.sample),
      data: dataOf(points, shade),
      body: (
        <>
          {gone.map((slug) => (
            <Notice key={slug} kind="w">
              {say('regionmap.gone', { slug })}
            </Notice>
          ))}
          {wanted.length > MOST_LAYERS ? <Notice kind="w">{say('regionmap.too-many', { n: MOST_LAYERS })}</Notice> : null}
          <div className="rmap">
            <Layers listed={listed.value.items} state={state} points={points} shade={shade} />
            <section className="card rmap-map" aria-label={say('regionmap.heading')}>
              <Moves state={state} />
              <div
                className="map"
                data-map={withQuery(`${addresses.map}.json`, { lop: state.layers.join(','), to: state.shade })}
                data-outlines={withQuery('/api/v1/place-outlines', { on: asked.context.today })}
                data-extent={state.extent.join(',')}
                data-sea={say('map.sea')}
                data-zoom-in={say('regionmap.zoom.in')}
                data-zoom-out={say('regionmap.zoom.out')}
                data-zoom-whole={say('regionmap.zoom.whole')}
                data-share=""
              >
                <BaseMap outlines={shapes} extent={state.extent} label={label} unitClass={shade === null ? undefined : shadedBy(shade)}>
                  {points.map((layer, i) => (
                    <Features
                      key={layer.dataset.id}
                      of={layer}
                      place={i}
                      scale={viewBoxOf(state.extent).scale}
                      chosen={chosen?.layer === layer ? chosen.feature.row : null}
                      href={(row) => hrefOf({ ...state, row: `${layer.dataset.slug}~${row}` })}
                    />
                  ))}
                </BaseMap>
              </div>
              <p className="src">
                {say('map.source')}{' '}
                {[...points, ...(shade === null ? [] : [shade])].map(({ dataset }) => dataset.attribution ?? '').join('. ')}
              </p>
            </section>
            <div className="rmap-side stack">
              {chosen === null ? null : <Chosen of={chosen} away={hrefOf({ ...state, row: '' })} />}
              {shade === null ? null : <ShadeTable of={shade} />}
              {points.map((layer) => (
                <PointTable key={layer.dataset.id} of={layer} state={state} />
              ))}
            </div>
          </div>
        </>
      ),
    })
  },
}

type ChosenRow = { readonly layer: PointLayer; readonly feature: Feature }

function chosenOf(points: readonly PointLayer[], asked: string): ChosenRow | null {
  const [slug, row] = asked.split('~')
  const layer = points.find(({ dataset }) => dataset.slug === slug)
  const feature = layer?.features.find((one) => one.row === row)
  return layer === undefined || feature === undefined ? null : { layer, feature }
}

const shadedBy = ({ carried, starts }: ShadeLayer): ((place: string) => string) => {
  const classes = new Map(carried.items.map(({ place, value }) => [place.id, value === null ? null : classOf(Number(value), starts)]))
  return (place) => {
    const of = classes.get(place)
    return of === undefined || of === null ? 'm-unit q-none' : `m-unit q-${of + 1}`
  }
}

/** For programs, and for the map that script draws: features as GeoJSON, classes by province. */
const dataOf = (points: readonly PointLayer[], shade: ShadeLayer | null) => ({
  layers: points.map(({ dataset, symbol, features }) => ({
    slug: dataset.slug,
    title: dataset.title,
    symbol,
    type: 'FeatureCollection',
    features: features.map(({ row, name, geometry }) => ({ type: 'Feature', id: row, properties: { name, row }, geometry })),
  })),
  shade:
    shade === null
      ? null
      : {
          slug: shade.dataset.slug,
          column: shade.column.name,
          starts: shade.starts,
          items: shade.carried.items.map(({ place, value, exact }) => ({
            place: place.id,
            name: place.name,
            value,
            exact,
            class: value === null ? null : classOf(Number(value), shade.starts),
          })),
        },
})

function Layers({
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
        {extentText(state.extent) === null ? null : <input type="hidden" name="khung" value={extentText(state.extent) ?? ''} />}
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
              <label key={slug} className="ck">
                <input type="checkbox" name="lop" value={slug} defaultChecked={place !== undefined} />
                <span>
                  {layer === undefined || place === undefined ? null : <SymbolMark of={layer.symbol} place={place} />}
                  {title} <NumberText of={rows} />
                </span>
              </label>
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

function Legend({ of: { starts, column, carried } }: { of: ShadeLayer }) {
  const say = useSay()
  const language = useLanguage()
  const most = Math.max(...carried.items.flatMap(({ value }) => (value === null ? [] : [Number(value)])))
  return (
    <div className="bd legend">
      <h3>
        {column.label}
        {column.unit === null ? '' : ` (${column.unit})`}
      </h3>
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

function Moves({ state }: { state: State }) {
  const say = useSay()
  const to = (extent: Extent) => hrefOf({ ...state, extent })
  const isWhole = extentText(state.extent) === null
  const ways: readonly (readonly [string, string, ReactNode])[] = [
    ['in', say('regionmap.zoom.in'), '+'],
    ['out', say('regionmap.zoom.out'), '−'],
    ['west', say('regionmap.west'), '←'],
    ['east', say('regionmap.east'), '→'],
    ['north', say('regionmap.north'), '↑'],
    ['south', say('regionmap.south'), '↓'],
  ]
  const target: Readonly<Record<string, Extent>> = {
    in: zoomed(state.extent, 0.5),
    out: zoomed(state.extent, 2),
    west: moved(state.extent, -1, 0),
    east: moved(state.extent, 1, 0),
    north: moved(state.extent, 0, 1),
    south: moved(state.extent, 0, -1),
  }
  return (
    <nav className="moves" aria-label={say('regionmap.move')}>
      {ways
        .filter(([name]) => name === 'in' || !isWhole)
        .map(([name, words, mark]) => (
          <a key={name} className="btn btn--s" href={to(target[name] ?? WHOLE)} aria-label={words} title={words}>
            {mark}
          </a>
        ))}
      {isWhole ? null : (
        <a className="btn btn--s" href={to(WHOLE)}>
          {say('regionmap.zoom.whole')}
        </a>
      )}
    </nav>
  )
}

function Chosen({ of: { layer, feature }, away }: { of: ChosenRow; away: string }) {
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
            <dt>
              {column.label}
              {column.unit === null ? '' : ` (${column.unit})`}
            </dt>
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

function PointTable({ of, state }: { of: PointLayer; state: State }) {
  const say = useSay()
  const language = useLanguage()
  const inside = of.features.filter((feature) => isInside(feature, state.extent))
  const columns = of.columns.slice(0, 4)
  return (
    <details className="card" open={inside.length > 0 && inside.length <= MOST_ROWS}>
      <summary>
        <b>{of.dataset.title}</b> <span className="muted">{say('regionmap.inside', { n: inside.length })}</span>
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

function ShadeTable({ of }: { of: ShadeLayer }) {
  const say = useSay()
  const title = `${of.column.label}${of.column.unit === null ? '' : ` (${of.column.unit})`}`
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
                    ? say(`carried.method.${method}`)
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
