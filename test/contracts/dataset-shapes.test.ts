import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { onePGlite, onNodes, siteOf } from '../support/dataset-node.ts'
import { tester } from '../support/who.ts'
import { wkbPoint } from '../support/written-files.ts'

/**
 * Shapes and positions however a file writes them: in texts of cells, in columns with systems of their own, with their axes turned.
 *
 * The point is X 1776543.21, Y 548123.45 in the zone of 107°45′, by PROJ 9.5.1.
 */
const [EAST, NORTH] = [548_123.45, 1_776_543.21]
const DEGREES = 'POINT(108.201612107 16.06246307)'
const HEX = Buffer.from(wkbPoint(108.2, 16.05)).toString('hex')

onNodes((node) => {
  const taken = async (name: string, file: string | Uint8Array, given: object = {}) => {
    const one = await node.take(name, file, given)
    return { columns: one.columns, rows: await node.rows(one.id) }
  }

  test.each([
    ['WKB in figures of sixteen', [HEX, HEX.toUpperCase()]],
    ['EWKB, as copy writes it', [`0101000020E6100000${HEX.slice(10)}`]],
    ['EWKT', ['SRID=4326;POINT(108.2 16.05)', 'SRID=4326;POINT Z (108.2 16.05 3)']],
    ['a geometry of GeoJSON', ['{"type":"Point","coordinates":[108.2,16.05]}', '{ "coordinates": [108.2, 16.05], "type": "Point" }']],
    [
      'a collection of one',
      [
        'GEOMETRYCOLLECTION(POINT(108.2 16.05))',
        '{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[108.2,16.05]}]}',
      ],
    ],
  ])('[DAT-17] %s in a cell of text is a shape', async (_, cells) => {
    const lines = cells.map((cell, i) => `m${i},"${cell.replaceAll('"', '""')}"`)
    const { columns, rows } = await taken('hình.csv', `Mã,Hình\n${lines.join('\n')}\nkhông,POINT EMPTY\n`)
    expect(columns[1]?.type).toBe('geometry')
    expect(rows.map(({ hinh }) => hinh)).toEqual([...cells.map(() => 'POINT(108.2 16.05)'), null])
  })

  test('[DAT-17] a collection of shapes of one kind is one of several parts; one of several kinds is a bad cell', async () => {
    const first = await node.read(
      'gộp.csv',
      'Mã,Hình\na,"GEOMETRYCOLLECTION(POINT(108 16),MULTIPOINT(107 15,106 14))"\nb,"GEOMETRYCOLLECTION(POINT(108 16),LINESTRING(107 15,106 14))"\n',
    )
    const done = await node.commit(first.id, { title: 'Gộp', bad: 'leave-out' })
    expect(done.bad.map(({ at, bad }) => [at, bad])).toEqual([[3, 'not-geometry']])
    expect((await node.rows(done.dataset ?? '')).map(({ hinh }) => hinh)).toEqual(['MULTIPOINT((108 16),(107 15),(106 14))'])
  })

  // 2026-11-28: heights were dropped, and nothing said so
  test('[DAT-128] that shapes have heights, which no column keeps, is told of texts, GeoJSON and Parquet; of measures it is not', async () => {
    const told = async (name: string, file: string | Uint8Array) => (await node.read(name, file)).reading?.heights ?? false
    const csv = (cell: string) => told('cao.csv', `Mã,Hình\na,"${cell.replaceAll('"', '""')}"\n`)
    const cells = [
      'POINT Z (108.2 16.05 3)',
      'SRID=4326;POINT(108.2 16.05 3)',
      'MULTIPOINT ZM ((108 16 1 2))',
      Buffer.from(wkbPoint(108.2, 16.05, 3)).toString('hex'),
      '{"type":"LineString","coordinates":[[108.2,16.05,3],[108.3,16,3]]}',
    ]
    expect(await Promise.all(cells.map(csv))).toEqual(cells.map(() => true))
    const flat = ['POINT M (108.2 16.05 3)', 'LINESTRING(108.2 16.05, 108.3 16)', HEX, '{"type":"Point","coordinates":[108.2,16.05]}']
    expect(await Promise.all(flat.map(csv))).toEqual(flat.map(() => false))
    const geojson = (coordinates: readonly number[]) =>
      told('cao.geojson', JSON.stringify({ type: 'Feature', properties: { ma: 'a' }, geometry: { type: 'Point', coordinates } }))
    expect([await geojson([108.2, 16.05, 3]), await geojson([108.2, 16.05])]).toEqual([true, false])
    const parquet = (bytes: Uint8Array) =>
      told(
        'cao.parquet',
        new Uint8Array(
          parquetWriteBuffer({
            columnData: [{ name: 'tam', data: [bytes], type: 'BYTE_ARRAY' }],
            kvMetadata: [{ key: 'geo', value: JSON.stringify({ columns: { tam: { encoding: 'WKB' } } }) }],
          }),
        ),
      )
    expect([await parquet(wkbPoint(108.2, 16.05, 3)), await parquet(wkbPoint(108.2, 16.05))]).toEqual([true, false])
  })

  // red 28-11-2026
  test('[DAT-128] heights are told of collections, of features of ArcGIS, and where a later row alone has them', async () => {
    const told = async (name: string, file: string | object) =>
      (await node.read(name, typeof file === 'string' ? file : JSON.stringify(file))).reading?.heights ?? false
    const later = Array.from({ length: 12 }, (_, i) => `m${i},POINT${i === 9 ? ' Z' : ''}(108.${i + 1} 16.05${i === 9 ? ' 3' : ''})`)
    const shaped = (...geometries: readonly object[]) => ({
      type: 'FeatureCollection',
      features: geometries.map((geometry, i) => ({ type: 'Feature', properties: { ma: `m${i}` }, geometry })),
    })
    const point = { type: 'Point', coordinates: [108, 16, 5] }
    const esri = (said: object, geometry: object) => ({
      ...said,
      fields: [{ name: 'ma', type: 'esriFieldTypeString' }],
      features: [{ attributes: { ma: 'a' }, geometry }],
    })
    const line = {
      paths: [
        [
          [108.2, 16, 3],
          [108.3, 16, 4],
        ],
      ],
    }
    expect([
      await told('sau.csv', `Mã,Hình\n${later.join('\n')}\n`),
      await told('gộp.csv', 'Mã,Hình\na,"GEOMETRYCOLLECTION(POINT Z (108 16 3),POINT Z (108.1 16 3))"\n'),
      await told('bốn.csv', 'Mã,Hình\na,"{""type"":""Point"",""coordinates"":[108.2,16.05,3,4]}"\n'),
      await told('gộp.geojson', shaped({ type: 'GeometryCollection', geometries: [point] })),
      await told(
        'rỗng.geojson',
        shaped(
          { type: 'MultiPolygon', coordinates: [] },
          {
            type: 'LineString',
            coordinates: [
              [108, 16],
              [108, 17, 5],
            ],
          },
        ),
      ),
      await told('điểm.json', esri({ hasZ: true }, { x: 108.2, y: 16, z: 5 })),
      await told('đường.json', esri({}, { hasZ: true, ...line })),
    ]).toEqual([true, true, true, true, true, true, true])
    expect([
      await told('gộp.csv', 'Mã,Hình\na,"GEOMETRYCOLLECTION(POINT M (108 16 3),POINT M (108.1 16 3))"\n'),
      await told('đường.json', esri({ hasM: true }, line)),
      await told('điểm.json', esri({ hasZ: true }, { x: 108.2, y: 16 })),
    ]).toEqual([false, false, false])
  })

  test('[DAT-22] a text that says its system is read in it, and one that says another is a bad cell', async () => {
    const first = await node.read('srid.csv', `Mã,Hình\na,SRID=5899;POINT(${EAST} ${NORTH})\nb,SRID=5897;POINT(${EAST} ${NORTH})\n`)
    expect(first.reading?.coordinates).toMatchObject({ crs: 'vn2000-3:107.75', from: 'file' })
    const done = await node.commit(first.id, { title: 'Có hệ', bad: 'leave-out' })
    expect([await node.rows(done.dataset ?? ''), done.bad.map(({ at, bad }) => [at, bad])]).toEqual([
      [{ ma: 'a', hinh: DEGREES }],
      [[3, 'out-of-range']],
    ])
  })

  const geoParquet = (second: object): Uint8Array =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'tam', data: [wkbPoint(108.2, 16.05)], type: 'BYTE_ARRAY' },
          { name: 'moc', data: [wkbPoint(EAST, NORTH)], type: 'BYTE_ARRAY' },
        ],
        kvMetadata: [{ key: 'geo', value: JSON.stringify({ columns: { tam: { encoding: 'WKB' }, moc: { encoding: 'WKB', ...second } } }) }],
      }),
    )

  test('[DAT-22] a second column of shapes is in the system that the file says of it', async () => {
    const { columns, rows } = await taken('hai cột.parquet', geoParquet({ crs: { id: { authority: 'EPSG', code: 5899 } } }))
    expect(columns.map(({ crs }) => crs)).toEqual([undefined, 'vn2000-3:107.75'])
    expect(rows).toEqual([{ tam: 'POINT(108.2 16.05)', moc: DEGREES }])
  })

  test('[DAT-22] the system that is chosen is that of every column of shapes for which the file says none, but of degrees', async () => {
    const point = `POINT(${EAST} ${NORTH})`
    const file = `Mã,Tim,Mốc,Nhãn\na,${point},${point},POINT(108.2 16.05)\n`
    const first = await node.read('ba cột.csv', file)
    expect(first.reading?.coordinates).toMatchObject({ columns: ['tim'], also: ['moc'], crs: null })
    const done = await node.commit(first.id, { title: 'Ba cột', crs: 'vn2000-3:107.75' })
    expect(await node.rows(done.dataset ?? '')).toEqual([{ ma: 'a', tim: DEGREES, moc: DEGREES, nhan: 'POINT(108.2 16.05)' }])
  })

  const points = (all: readonly (readonly number[])[], crs?: string): string =>
    JSON.stringify({
      type: 'FeatureCollection',
      ...(crs === undefined ? {} : { crs: { type: 'name', properties: { name: crs } } }),
      features: all.map((coordinates, i) => ({ type: 'Feature', properties: { ma: i }, geometry: { type: 'Point', coordinates } })),
    })

  test.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326'])(
    '[DAT-22] a file that says %s with the latitude first is asked about, the other way round proposed',
    async (crs) => {
      const first = await node.read(
        'trục.geojson',
        points(
          [
            [16.05, 108.2],
            [16.06, 108.21],
          ],
          crs,
        ),
      )
      expect([first.reading?.coordinates?.from, first.reading?.coordinates?.lies[0]?.crs]).toEqual(['turned', 'wgs84/yx'])
      await expect(node.commit(first.id, { title: 'Trục' })).rejects.toThrow('import-asks-crs')
      const page = await siteOf(node, () => tester).request(`http://127.0.0.1/lam-viec/du-lieu/${first.id}`)
      expect(await page.text()).toContain('Theo hệ mà tệp ghi, các điểm nằm ngoài Việt Nam')
      const done = await node.commit(first.id, { title: `Trục ${crs}`, crs: 'wgs84/yx' })
      expect((await node.rows(done.dataset ?? ''))[0]).toMatchObject({ geometry: 'POINT(108.2 16.05)' })
    },
  )

  test('[DAT-80] among points in degrees those with their axes turned are told with their lines before anything is taken', async () => {
    const first = await node.read(
      'lẫn.geojson',
      points([
        [108.2, 16.05],
        [16.06, 108.21],
        [108.21, 16.07],
      ]),
    )
    expect(first.reading?.coordinates).toMatchObject({
      crs: 'wgs84',
      from: 'degrees',
      beyond: { n: 1, first: [{ at: 2, value: '16.06, 108.21' }] },
    })
    const page = await siteOf(node, () => tester).request(`http://127.0.0.1/lam-viec/du-lieu/${first.id}`)
    expect(await page.text()).toContain('1 trên 3 điểm nằm ngoài phạm vi của hệ này, như ở dòng 2 (16.06, 108.21)')
  })

  test('[DAT-22] degrees with minutes and seconds are numbers of degrees, and make points', async () => {
    const file = `Trạm,Vĩ độ,Kinh độ\nA,"16°03'45""N","108°13'30,5"" E"\nB,16°03′45″ B,108°13' Đ\nC,16 độ 3 phút 45 giây Bắc,108 độ 13 phút Đông\nD,16.0625,108.25\n`
    const first = await node.read('độ phút giây.csv', file)
    expect(first.reading?.columns.map(({ type }) => type)).toEqual(['text', 'decimal', 'decimal'])
    expect(first.reading?.coordinates?.lies[0]?.crs).toBe('wgs84')
    const done = await node.commit(first.id, { title: 'Độ phút giây', crs: 'wgs84' })
    expect((await node.rows(done.dataset ?? '')).map(({ vi_do, vi_tri }) => [vi_do, vi_tri])).toEqual([
      [16.0625, 'POINT(108.225138889 16.0625)'],
      [16.0625, 'POINT(108.216666667 16.0625)'],
      [16.0625, 'POINT(108.216666667 16.0625)'],
      [16.0625, 'POINT(108.25 16.0625)'],
    ])
    const warm = await node.read('nhiệt.csv', 'Trạm,Nhiệt độ\nA,16°C\nB,17°C\n')
    expect(warm.reading?.columns[1]).toMatchObject({ type: 'integer', unit: '°C' })
  })
}, onePGlite)
