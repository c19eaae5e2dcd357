import { readShape } from '../../../../kernel/place/shape.ts'
import { datasetList } from '../../../../operations/dataset/list-datasets.ts'
import { placeOutlines } from '../../../../operations/place/outline-places.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { Notice } from '../../components/notice.tsx'
import { DayText, Sentence } from '../../components/reader.tsx'
import { BaseMap } from '../../map/base-map.tsx'
import { viewBoxOf } from '../../map/extent.ts'
import { Features } from '../../map/feature-drawing.tsx'
import { extentOf, MOST_LAYERS, type PointLayer, pointLayer, shadeLayer } from '../../map/layers.ts'
import { type Page, refused, view } from '../../page.ts'
import { dataOf, shadedBy } from './data.ts'
import { LayerChoice } from './layer-choice.tsx'
import { Moves } from './moves.tsx'
import { hrefOf, stateFrom } from './state.ts'
import { Chosen, chosenOf, PointTable, ShadeTable } from './tables.tsx'

/**
 * Datasets as layers over one another. What is on, what part of the country is looked at and which row is chosen stand in the
 * address. Drawn on the server with its tables below; script puts a map that can be dragged in the drawing's place. [DAT-41]
 */
const MOST_LISTED = 100

/** Whose the layers are, each said once; of a layer that says nothing, nothing. [PAG-48] */
const creditsOf = (layers: readonly Pick<PointLayer, 'dataset'>[]): string =>
  [...new Set(layers.map(({ dataset }) => (dataset.attribution ?? '').trim().replace(/\.$/, '')))].filter((one) => one !== '').join('. ')

export const regionMapPage: Page = {
  path: addresses.map,
  async get(asked) {
    const { say } = asked
    const { state: said, beyond } = stateFrom(asked)
    const listed = await asked.ask(datasetList, { limit: MOST_LISTED, ...(said.q === '' ? {} : { q: said.q }) })
    if (!listed.ok) return refused(listed.refusal)
    const outlines = await asked.ask(placeOutlines, { on: asked.context.today })
    if (!outlines.ok) return refused(outlines.refusal)
    const points: PointLayer[] = []
    const gone: string[] = []
    for (const slug of said.layers) {
      const layer = await pointLayer(asked, slug, points.length)
      if (layer === null) gone.push(slug)
      else points.push(layer)
    }
    const shading = said.shade === '' ? null : await shadeLayer(asked, said.shade)
    if (said.shade !== '' && shading === null) gone.push(said.shade)
    const shade = shading === null || 'reason' in shading ? null : shading
    const unshaded = shading !== null && 'reason' in shading ? shading : null
    // shaded provinces are compared with one another: then it is the country
    const state = said.isFramed || points.length === 0 || shade !== null ? said : { ...said, extent: extentOf(points) }
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
          {unshaded === null ? null : <Notice kind="w">{say('regionmap.unshaded', unshaded)}</Notice>}
          {beyond > 0 ? <Notice kind="w">{say('regionmap.too-many', { n: MOST_LAYERS })}</Notice> : null}
          <div className="rmap">
            <LayerChoice listed={listed.value.items} state={state} points={points} shade={shade} />
            <section className="card rmap-map" aria-label={say('regionmap.heading')}>
              <Moves state={state} points={points} />
              <div
                className="map"
                data-map={withQuery(`${addresses.map}.json`, { lop: state.layers.join(','), to: state.shade, cham: state.dots.join(',') })}
                data-outlines={withQuery('/api/v1/place-outlines', { on: asked.context.today })}
                data-extent={state.extent.join(',')}
                data-sea={say('map.sea')}
                data-zoom-in={say('regionmap.zoom.in')}
                data-zoom-out={say('regionmap.zoom.out')}
                data-zoom-whole={say('regionmap.zoom.whole')}
                data-share=""
              >
                <BaseMap
                  outlines={shapes}
                  extent={state.extent}
                  label={label}
                  role={points.length === 0 ? 'img' : 'group'}
                  unitClass={shade === null ? undefined : shadedBy(shade)}
                >
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
                {say('map.source')} {creditsOf([...points, ...(shade === null ? [] : [shade])])}
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
