import { expect, test } from 'vitest'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { onePGlite, onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'

/** JSON as programs other than ours write it: by columns, under keys, as a cube, as ArcGIS and PX-Web answer. */
onNodes((node) => {
  const rowsOf = async (given: unknown, name = 'tệp.json') => {
    const one = await node.take(name, typeof given === 'string' ? given : JSON.stringify(given))
    return node.rows(one.id)
  }
  const AB = [
    { a: 1, b: 'hai' },
    { a: 3, b: null },
  ]

  test.each([
    ['lists by their columns', { a: [1, 3], b: ['hai', null] }],
    ['columns by the numbers of their rows', { a: { 0: 1, 1: 3 }, b: { 0: 'hai', 1: null } }],
    [
      'rows beside their columns',
      {
        columns: ['a', 'b'],
        index: [0, 1],
        data: [
          [1, 'hai'],
          [3, null],
        ],
      },
    ],
    [
      'PX-Web',
      {
        columns: [
          { code: 'a', text: 'a', type: 'd' },
          { code: 'b', text: 'b', type: 'c' },
        ],
        data: [
          { key: ['1'], values: ['hai'] },
          { key: ['3'], values: [''] },
        ],
      },
    ],
  ])('[DAT-79] %s', async (_, given) => {
    expect(await rowsOf(given)).toEqual(AB)
  })

  test('[DAT-79] what names its row is a column: the keys of records, the numbers and names of rows that do not only count them', async () => {
    expect(await rowsOf({ 48: { ten: 'Đà Nẵng', so: 1 }, 46: { ten: 'Huế' } })).toEqual([
      { id: 46, ten: 'Huế', so: null },
      { id: 48, ten: 'Đà Nẵng', so: 1 },
    ])
    expect(await rowsOf({ data: { x: { id: 'x', so: 1 }, y: { id: 'y', so: 2 } } })).toEqual([
      { id: 'x', so: 1 },
      { id: 'y', so: 2 },
    ])
    expect(await rowsOf({ so: { 48: 1, 46: 2 } })).toEqual([
      { index: 46, so: 2 },
      { index: 48, so: 1 },
    ])
    expect(await rowsOf({ columns: ['so'], index: ['Huế', 'Đà Nẵng'], data: [[1], [2]] })).toEqual([
      { index: 'Huế', so: 1 },
      { index: 'Đà Nẵng', so: 2 },
    ])
  })

  test('[DAT-79] of several tables by columns one is taken, with the units beside it, and the others are named', async () => {
    const given = {
      latitude: 16,
      daily: { time: ['2024-01-01'], rain: [5] },
      hourly_units: { time: 'iso8601', t: '°C' },
      hourly: { time: ['2024-01-01T00:00', '2024-01-01T01:00'], t: [21.5, 22] },
    }
    const { id, reading } = await node.read('giờ.json', JSON.stringify(given))
    expect(reading?.columns.map(({ label, type, unit }) => [label, type, unit])).toEqual([
      ['time', 'instant', null],
      ['t (°C)', 'decimal', '°C'],
    ])
    expect(reading?.parts).toEqual([
      { name: 'hourly', rows: 2 },
      { name: 'daily', rows: 1 },
    ])
    got(await node.call(importReread, node.at(), { id, part: 'daily' }))
    await node.importer.idle()
    expect((await node.show(id)).reading?.columns.map(({ name }) => name)).toEqual(['time', 'rain'])
  })

  test.each([
    [
      '2.0',
      (cube: { dimension: object; value: object }) => ({ version: '2.0', class: 'dataset', id: ['tinh', 'nam'], size: [2, 2], ...cube }),
    ],
    [
      '1.x',
      (cube: { dimension: object; value: object }) => ({
        dataset: { ...cube, dimension: { ...cube.dimension, id: ['tinh', 'nam'], size: [2, 2] } },
      }),
    ],
  ])('[DAT-79] a cube of JSON-stat %s is a row for each figure that it has', async (_, write) => {
    const dimension = {
      tinh: { label: 'Tỉnh', category: { index: { 46: 0, 48: 1 }, label: { 46: 'Huế', 48: 'Đà Nẵng' } } },
      nam: { category: { index: ['2022', '2023'] } },
    }
    expect(await rowsOf(write({ dimension, value: { 0: 10, 3: 40 } }))).toEqual([
      { tinh: 46, tinh_2: 'Huế', nam: 2022, value: 10 },
      { tinh: 48, tinh_2: 'Đà Nẵng', nam: 2023, value: 40 },
    ])
    expect((await rowsOf(write({ dimension, value: [10, 20, 30, 40] }))).map(({ tinh, nam, value }) => [tinh, nam, value])).toEqual([
      [46, 2022, 10],
      [46, 2023, 20],
      [48, 2022, 30],
      [48, 2023, 40],
    ])
  })

  test('[DAT-17] features of ArcGIS: attributes, shapes by rings and paths, times that only the fields tell, the system it says', async () => {
    const ring = [
      [548123.45, 1776543.21],
      [548123.45, 1777000],
      [549000, 1777000],
      [548123.45, 1776543.21],
    ]
    const given = {
      geometryType: 'esriGeometryPolygon',
      spatialReference: { wkid: 102100, latestWkid: 5899 },
      fields: [
        { name: 'ma', type: 'esriFieldTypeString' },
        { name: 'luc', type: 'esriFieldTypeDate' },
      ],
      features: [{ attributes: { ma: 'a', luc: 1704067200123 }, geometry: { rings: [ring] } }, { attributes: { ma: 'b', luc: null } }],
    }
    const one = await node.take('arcgis.json', JSON.stringify(given))
    expect(one.columns.map(({ name, type, crs }) => [name, type, crs])).toEqual([
      ['ma', 'text', undefined],
      ['luc', 'instant', undefined],
      ['geometry', 'geometry', 'vn2000-3:107.75'],
    ])
    const [a, b] = await node.rows(one.id)
    expect([a?.['luc'], String(a?.['geometry']).slice(0, 25), b]).toEqual([
      '2024-01-01T07:00:00.123+07:00',
      'MULTIPOLYGON(((108.201612',
      { ma: 'b', luc: null, geometry: null },
    ])
    const simple = (geometry: object) => ({ spatialReference: { wkid: 4326 }, features: [{ attributes: { a: 1 }, geometry }] })
    expect(await rowsOf(simple({ x: 108.2, y: 16 }))).toEqual([{ a: 1, geometry: 'POINT(108.2 16)' }])
    expect(
      await rowsOf(
        simple({
          paths: [
            [
              [108, 16],
              [109, 17],
            ],
          ],
        }),
      ),
    ).toEqual([{ a: 1, geometry: 'MULTILINESTRING((108 16,109 17))' }])
    expect(await rowsOf({ fields: [], features: [{ attributes: { a: 1 } }] })).toEqual([{ a: 1 }])
  })

  test('[DAT-17] GeoJSON with a mark at its beginning; collections of one kind; TopoJSON is refused by its name', async () => {
    const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] })
    const features = [point(108, 16), { type: 'GeometryCollection', geometries: [point(108, 16), point(107, 15)] }].map((geometry) => ({
      type: 'Feature',
      properties: {},
      geometry,
    }))
    expect(await rowsOf(`\ufeff${JSON.stringify({ type: 'FeatureCollection', features })}`, 'bom.geojson')).toEqual([
      { geometry: 'POINT(108 16)' },
      { geometry: 'MULTIPOINT((108 16),(107 15))' },
    ])
    const { failure } = await node.read(
      'bản đồ.json',
      '{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[]}},"arcs":[]}',
    )
    expect([failure?.code, failure?.sentence]).toEqual([
      'import-other-format',
      'Tệp «bản đồ.json» ở định dạng TopoJSON, phần mềm không đọc. Hãy xuất lại thành GeoJSON rồi nhập.',
    ])
  })

  test.each(['utf16le', 'utf8'] as const)('[DAT-6] [DAT-17] a record each line, in %s, with its mark and without', async (encoding) => {
    for (const mark of ['\ufeff', '']) {
      const lines = Array.from({ length: 3 }, (_, i) => JSON.stringify({ a: i, ten: 'Đà Nẵng' })).join('\r\n')
      const one = await node.take('dòng.ndjson', Buffer.from(`${mark}${lines}`, encoding))
      expect((await node.rows(one.id)).map(({ ten }) => ten)).toEqual(Array(3).fill('Đà Nẵng'))
    }
  })
}, onePGlite)
