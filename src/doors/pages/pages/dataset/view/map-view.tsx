import type { ReactNode } from 'react'
import { comparable } from '../../../../../kernel/dataset/comparable.ts'
import { placeHint } from '../../../../../kernel/dataset/understanding/role.ts'
import { readShape } from '../../../../../kernel/place/shape.ts'
import type { DatasetView } from '../../../../../operations/dataset/views.ts'
import { placeOutlines } from '../../../../../operations/place/outline-places.ts'
import { addresses, datasetHref, withQuery } from '../../../addresses.ts'
import { Icon } from '../../../components/icon.tsx'
import { Empty } from '../../../components/notice.tsx'
import { numberWords } from '../../../dates.ts'
import { BaseMap } from '../../../map/base-map.tsx'
import { viewBoxOf, WHOLE } from '../../../map/extent.ts'
import { Features } from '../../../map/feature-drawing.tsx'
import { extentOf, isInside, pointLayer } from '../../../map/layers.ts'
import { type Asked, type Refused, refused } from '../../../page.ts'

/**
 * A table without positions: one of provinces shades the map of the region; of one of districts or communes it is told that the
 * register has no outlines of them, and where its figures are seen.
 */
function withoutPlaces({ say }: Asked, of: DatasetView): ReactNode {
  const found = comparable(of.columns)
  const figure = found?.figures.find(({ measure }) => measure !== 'none')
  const level = found === null ? null : (found.place.place?.level ?? placeHint(found.place)?.level ?? null)
  const [told, action] =
    figure === undefined || level === null
      ? (['none', null] as const)
      : level === 'province'
        ? ([
            'shades',
            <a key="to" className="btn btn--s" href={withQuery(addresses.map, { to: `${of.slug}:${figure.column.name}` })}>
              {say('datamap.shade', { column: figure.column.label })}
            </a>,
          ] as const)
        : ([
            'smaller',
            <a
              key="bieu-do"
              className="btn btn--s"
              href={datasetHref(of.slug, { xem: 'bieu-do', truc: found?.place.name, so: figure.column.name })}
            >
              {say('datamap.chart', { column: figure.column.label })}
            </a>,
          ] as const)
  return (
    <Empty icon="map" title={say(`datamap.${told}`)} action={action}>
      {say(`datamap.${told}.why`)}
    </Empty>
  )
}

/** The places of a dataset on the provinces of the day, with Hoàng Sa and Trường Sa: as on the map of the region, one layer of it. [DAT-19] [PAG-48] */
export async function mapView(asked: Asked, of: DatasetView): Promise<{ readonly body: ReactNode } | Refused> {
  const { say } = asked
  const layer = await pointLayer(asked, of.slug, 0)
  if (layer === null) return { body: withoutPlaces(asked, of) }
  const outlines = await asked.ask(placeOutlines, { on: asked.context.today })
  if (!outlines.ok) return refused(outlines.refusal)
  const shown = (n: number): string => numberWords(n, asked.language)
  const inside = layer.features.filter((feature) => isInside(feature, WHOLE))
  const extent = extentOf([layer])
  const outside = layer.features.length - inside.length
  return {
    body: (
      <div className="bd datamap">
        <div
          className="map"
          data-map={withQuery(`${addresses.map}.json`, { lop: of.slug, cham: layer.asDots ? of.slug : null })}
          data-outlines={withQuery('/api/v1/place-outlines', { on: asked.context.today })}
          data-extent={extent.join(',')}
          data-sea={say('map.sea')}
          data-zoom-in={say('regionmap.zoom.in')}
          data-zoom-out={say('regionmap.zoom.out')}
          data-zoom-whole={say('regionmap.zoom.whole')}
        >
          <BaseMap
            outlines={outlines.value.items.map(({ place, name, kind, geometry }) => ({ place, name, kind, shape: readShape(geometry) }))}
            extent={extent}
            label={say('datamap.label', { title: of.title })}
          >
            <Features of={{ ...layer, features: inside }} place={0} scale={viewBoxOf(extent).scale} chosen={null} href={null} />
          </BaseMap>
        </div>
        <p className="src">{say('map.source')}</p>
        {layer.tracks === null ? null : (
          <p className="md">
            {layer.asDots
              ? say('tracks.dots')
              : say('tracks.why', { n: layer.tracks.all.length, by: layer.tracks.by.label, time: layer.tracks.time.label })}{' '}
            <a href={datasetHref(of.slug, { xem: 'ban-do', cham: layer.asDots ? null : of.slug })}>
              {say(layer.asDots ? 'tracks.as-lines' : 'tracks.as-dots')}
            </a>
          </p>
        )}
        <p className="md">
          {say('datamap.shown', { n: shown(inside.length), total: shown(of.current.rows) })}{' '}
          {outside === 0 ? null : say('datamap.outside', { n: shown(outside) })} <a href={datasetHref(of.slug)}>{say('datamap.table')}</a>{' '}
          <a href={withQuery(addresses.map, { lop: of.slug, cham: layer.asDots ? of.slug : null })}>
            <Icon name="map-pin" /> {say('regionmap.on-map')}
          </a>
        </p>
      </div>
    ),
  }
}
