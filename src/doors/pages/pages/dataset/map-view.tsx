import type { ReactNode } from 'react'
import { comparable } from '../../../../kernel/dataset/comparable.ts'
import { positionsOf } from '../../../../kernel/dataset/geometry.ts'
import { placeHint } from '../../../../kernel/dataset/role.ts'
import { readShape } from '../../../../kernel/place/shape.ts'
import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { placeOutlines } from '../../../../operations/place/outline-places.ts'
import { addresses, datasetHref, withQuery } from '../../addresses.ts'
import { Icon } from '../../components/icon.tsx'
import { Empty } from '../../components/notice.tsx'
import { numberWords } from '../../dates.ts'
import { BaseMap } from '../../map/base-map.tsx'
import { around, viewBoxOf, WHOLE } from '../../map/extent.ts'
import { Features } from '../../map/feature-drawing.tsx'
import { isInside, pointLayer } from '../../map/layers.ts'
import { type Asked, type Refused, refused } from '../../page.ts'

/** A table of provinces has no positions, but its figures shade the map of the region. */
function shadeLink({ say }: Asked, of: DatasetView): ReactNode {
  const found = comparable(of.columns)
  const figure = found?.figures.find(({ measure }) => measure !== 'none')
  const level = found === null ? null : (found.place.place?.level ?? placeHint(found.place)?.level)
  return figure === undefined || level !== 'province' ? null : (
    <a className="btn btn--s" href={withQuery(addresses.map, { to: `${of.slug}:${figure.column.name}` })}>
      {say('datamap.shade', { column: figure.column.label })}
    </a>
  )
}

/** The places of a dataset on the provinces of the day, with Hoàng Sa and Trường Sa: as on the map of the region, one layer of it. [DAT-19] [PAG-48] */
export async function mapView(asked: Asked, of: DatasetView): Promise<{ readonly body: ReactNode } | Refused> {
  const { say } = asked
  const layer = await pointLayer(asked, of.slug, 0)
  if (layer === null) {
    const shades = shadeLink(asked, of)
    const told = shades === null ? 'datamap.none' : 'datamap.shades'
    return {
      body: (
        <Empty icon="map" title={say(told)} action={shades}>
          {say(`${told}.why`)}
        </Empty>
      ),
    }
  }
  const outlines = await asked.ask(placeOutlines, { on: asked.context.today })
  if (!outlines.ok) return refused(outlines.refusal)
  const shown = (n: number): string => numberWords(n, asked.language)
  const inside = layer.features.filter((feature) => isInside(feature, WHOLE))
  const extent = around(inside.flatMap(({ geometry }) => [...positionsOf(geometry)]))
  const outside = layer.features.length - inside.length
  return {
    body: (
      <div className="bd datamap">
        <div
          className="map"
          data-map={withQuery(`${addresses.map}.json`, { lop: of.slug })}
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
        <p className="md">
          {say('datamap.shown', { n: shown(inside.length), total: shown(of.current.rows) })}{' '}
          {outside === 0 ? null : say('datamap.outside', { n: shown(outside) })} <a href={datasetHref(of.slug)}>{say('datamap.table')}</a>{' '}
          <a href={withQuery(addresses.map, { lop: of.slug })}>
            <Icon name="map-pin" /> {say('regionmap.on-map')}
          </a>
        </p>
      </div>
    ),
  }
}
