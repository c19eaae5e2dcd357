import { expect, test } from 'vitest'
import { styleOf } from './map-style.ts'

const colours = {
  sea: '#fff',
  land: '#eee',
  none: '#ddd',
  border: '#ccc',
  isle: '#bbb',
  classes: ['#1', '#2', '#3', '#4', '#5'],
  layers: ['#a'],
}
const item = (place: string, name: string, kind: string) => ({ place, name, kind, geometry: { type: 'MultiPolygon', coordinates: [] } })
const ground = {
  items: [
    item('p48', 'Thành phố Đà Nẵng', 'province'),
    item('p48', 'Quần đảo Hoàng Sa', 'archipelago'),
    item('p56', 'Quần đảo Trường Sa', 'archipelago'),
  ],
}

test('[DAT-41] [PAG-36] Hoàng Sa and Trường Sa are in the style at every zoom, over whatever layers are on', () => {
  for (const layers of [[], [{ slug: 'a', symbol: 'circle' as const, features: [], tracks: null }]]) {
    const style = styleOf(ground, { layers, shade: { items: [{ place: 'p48', class: 4 }] } }, colours)
    expect(JSON.stringify(style.sources['archipelagos']).match(/Quần đảo [^"]+/g)).toEqual(['Quần đảo Hoàng Sa', 'Quần đảo Trường Sa'])
    const drawn = style.layers.filter((one) => 'source' in one && one.source === 'archipelagos')
    expect(style.layers.slice(-drawn.length)).toEqual(drawn)
    expect(drawn.map(({ id, minzoom, maxzoom }) => [id, minzoom, maxzoom])).toEqual([
      ['archipelago-rims', undefined, undefined],
      ['archipelagos', undefined, undefined],
      ['archipelago-shores', undefined, undefined],
    ])
    expect(drawn.some(({ layout }) => layout?.visibility === 'none')).toBe(false)
  }
})

test('[DAT-41] nothing is fetched from elsewhere: no glyphs, no sprite, no tiles', () => {
  const style = styleOf(ground, { layers: [], shade: null }, colours)
  expect([style.glyphs, style.sprite, Object.values(style.sources).map(({ type }) => type)]).toEqual([
    undefined,
    undefined,
    ['geojson', 'geojson'],
  ])
})

test('[DAT-145] a shape that is a few pixels at a zoom, or none, has a symbol at its place there', () => {
  const ring = [
    [
      [108.2, 16],
      [108.21, 16],
      [108.21, 16.01],
      [108.2, 16],
    ],
  ]
  const feature = (geometry: unknown) => ({ type: 'Feature' as const, properties: { row: '1' }, geometry: geometry as never })
  const features = [feature({ type: 'Polygon', coordinates: ring }), feature({ type: 'Point', coordinates: [108, 16] })]
  const style = styleOf(ground, { layers: [{ slug: 'a', symbol: 'circle' as const, features, tracks: null }], shade: null }, colours)
  const source = style.sources['layer-0-places'] as { data: { features: { properties: { span: number } }[] } }
  expect(source.data.features.map(({ properties }) => Number(properties.span.toFixed(4)))).toEqual([0.0142])
  expect(style.layers.find(({ id }) => id === 'layer-0-places')).toMatchObject({
    filter: ['<', ['*', ['get', 'span'], ['^', 2, ['zoom']]], 4],
  })
})
