import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, expect, test } from 'vitest'
import { workbook } from '../../src/doors/xlsx/workbook.ts'
import { zipped } from '../../src/doors/xlsx/zip.ts'
import { day } from '../../src/kernel/period/day.ts'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { bytesOf } from '../support/unzip.ts'
import { tester } from '../support/who.ts'
import { wkbPoint } from '../support/written-files.ts'

/** The same rows from every format that offices have. */
const ROWS = [
  { ma: '01', ten: 'Hồ A Vương', dung_tich: 343.55, ngay: '2022-12-05', hinh: 'POINT(107.66 15.8)' },
  { ma: '02', ten: 'Hồ Sông Bung 4', dung_tich: 510, ngay: '2022-12-06', hinh: 'POINT(107.63 15.69)' },
]
const POINTS = [wkbPoint(107.66, 15.8), wkbPoint(107.63, 15.69)]

/** A zip of members as they are. */
function stored(members: Readonly<Record<string, Buffer>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, bytes] of Object.entries(members)) {
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x0403_4b50, 0)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x0201_4b50, 0)
    entry.writeUInt32LE(bytes.length, 20)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(at, 42)
    parts.push(head, Buffer.from(name), bytes)
    directory.push(entry, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(Object.keys(members).length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

/** Polygons of a Shapefile: a square with a hole. */
function shp(): Buffer {
  const rings = [
    [
      [108, 16],
      [108, 17],
      [109, 17],
      [109, 16],
      [108, 16],
    ],
    [
      [108.2, 16.2],
      [108.4, 16.2],
      [108.4, 16.4],
      [108.2, 16.2],
    ],
  ]
  const points = rings.flat()
  const record = Buffer.alloc(44 + rings.length * 4 + points.length * 16)
  record.writeInt32LE(5, 0)
  record.writeInt32LE(rings.length, 36)
  record.writeInt32LE(points.length, 40)
  record.writeInt32LE(5, 48)
  for (const [i, [x = 0, y = 0]] of points.entries()) {
    record.writeDoubleLE(x, 52 + i * 16)
    record.writeDoubleLE(y, 60 + i * 16)
  }
  const head = Buffer.alloc(108)
  head.writeInt32BE(record.length / 2, 104)
  return Buffer.concat([head, record])
}

const WGS84 = Buffer.from(
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
)

/** One row: a name in TCVN3 and a number. */
function dbf(): Buffer {
  const field = (name: string, type: string, length: number): Buffer => {
    const bytes = Buffer.alloc(32)
    bytes.write(`${name}\0`, 0, 'latin1')
    bytes.write(type, 11, 'latin1')
    bytes.writeUInt8(length, 16)
    return bytes
  }
  const head = Buffer.alloc(32)
  head.writeUInt32LE(1, 4)
  head.writeUInt16LE(32 + 64 + 1, 8)
  head.writeUInt16LE(1 + 24 + 8, 10)
  // «Thµnh phè HuÕ»: TCVN3
  const row = Buffer.from(` ${'Th\xb5nh ph\xe8 Hu\xd5'.padEnd(24)}${'12.50'.padStart(8)}`, 'latin1')
  return Buffer.concat([head, field('TEN', 'C', 24), field('DT', 'N', 8), Buffer.from([13]), row])
}

const geojson = (features: readonly object[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const feature = (geometry: object | null, properties: object = { ma: '01' }): object => ({ type: 'Feature', properties, geometry })

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
const zipOf = (members: Readonly<Record<string, string>>): Promise<Buffer> =>
  bytesOf(zipped(Object.entries(members).map(([name, text]) => ({ name, text: once(text) }))))

onNodes((node) => {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-formats-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('[DAT-17] CSV with WKT, GeoJSON, NDJSON: the same rows', async () => {
    const csv = `ma,ten,dung_tich,ngay,hinh\n${ROWS.map((row) => `${row.ma},${row.ten},${row.dung_tich},${row.ngay},"${row.hinh}"`).join('\n')}\n`
    expect(await node.rows((await node.take('hồ.csv', csv)).id)).toEqual(ROWS)
    const lines = ROWS.map((row) => JSON.stringify(row)).join('\n')
    expect(await node.rows((await node.take('hồ.ndjson', lines)).id)).toEqual(ROWS)
    const features = ROWS.map(({ hinh, ...properties }) =>
      feature({ type: 'Point', coordinates: hinh.slice(6, -1).split(' ').map(Number) }, properties),
    )
    const one = await node.take('hồ.geojson', geojson(features))
    expect(await node.rows(one.id)).toEqual(ROWS.map(({ hinh, ...row }) => ({ ...row, geometry: hinh })))
    expect(one.columns.at(-1)).toMatchObject({ name: 'geometry', type: 'geometry' })
  })

  test('[DAT-17] records that an answer of a program wraps are found in it', async () => {
    const wrapped = { success: true, help: null, result: { count: 2, facets: { tags: {} }, results: [{ a: 1 }, { a: 2, b: 'hai' }] } }
    const one = await node.take('trả lời.json', JSON.stringify(wrapped))
    expect(await node.rows(one.id)).toEqual([
      { a: 1, b: null },
      { a: 2, b: 'hai' },
    ])
    expect((await node.read('không có.json', '{"a":{"b":{"c":1}}}')).failure?.code).toBe('import-empty')
  })

  test.each([
    [
      'the records of CKAN, not its list of fields',
      {
        result: {
          fields: [
            { id: 'a', type: 'int' },
            { id: 'b', type: 'text' },
          ],
          records: [{ a: 1, b: 'hai' }],
        },
      },
    ],
    [
      'lists of cells below their headings',
      [
        ['a', 'b'],
        [1, 'hai'],
      ],
    ],
    ['lists of cells with their headings beside them', { columns: ['a', 'b'], rows: [[1, 'hai']] }],
  ])('[DAT-79] %s', async (_, given) => {
    expect(await node.rows((await node.take('danh sách.json', JSON.stringify(given))).id)).toEqual([{ a: 1, b: 'hai' }])
  })

  test('[DAT-79] of several lists in one answer one is taken and the others are named; fields without records are none', async () => {
    const given = { ten: 'Trạm', vi_tri: [{ x: 1 }], chuoi_do: [{ a: 1 }, { a: 2 }] }
    const { id, reading } = await node.read('trạm.json', JSON.stringify(given))
    expect([reading?.part, reading?.parts]).toEqual([
      'chuoi_do',
      [
        { name: 'chuoi_do', rows: 2 },
        { name: 'vi_tri', rows: 1 },
      ],
    ])
    const again = got(await node.call(importReread, node.at(), { id, part: 'vi_tri' }))
    await node.importer.idle()
    expect((await node.show(again.id)).reading?.columns.map(({ name }) => name)).toEqual(['x'])
    const none = await node.read('trống.json', '{"result":{"fields":[{"id":"a"}],"records":[]}}')
    expect(none.failure?.code).toBe('import-empty')
  })

  test('[DAT-79] a field that only a late record has is a column; a line that is no JSON is told as it stands', async () => {
    const lines = [...Array.from({ length: 6000 }, (_, i) => `{"a":${i}}`), '{"a":1,"muộn":"có chữ"}', '{"a":']
    const first = await node.read('muộn.ndjson', lines.join('\n'))
    expect(first.reading?.columns.map(({ name }) => name)).toEqual(['a', 'muon'])
    const done = await node.commit(first.id, { title: 'Trường đến muộn', bad: 'leave-out' })
    expect([done.rowsRead, done.bad.map(({ at, value, bad }) => [at, value, bad])]).toEqual([6001, [[6002, '{"a":', 'ragged']]])
  })

  test('[DAT-79] what a feature is called stays, and a property called geometry is none of its shapes', async () => {
    const point = { type: 'Point', coordinates: [108, 16] }
    const one = await node.take(
      'tên.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', id: 'VN-DN', properties: { geometry: 'vẽ tay', ten: 'Đà Nẵng' }, geometry: point }],
      }),
    )
    expect(await node.rows(one.id)).toEqual([{ id: 'VN-DN', geometry: 'vẽ tay', ten: 'Đà Nẵng', geometry_2: 'POINT(108 16)' }])
  })

  test('[DAT-17] JSON of UTF-16, and one feature alone', async () => {
    const text = JSON.stringify({ type: 'Feature', properties: { ten: 'Huế' }, geometry: { type: 'Point', coordinates: [107.6, 16.5] } })
    const one = await node.take('một.json', Buffer.from(`\ufeff${text}`, 'utf16le'))
    expect(await node.rows(one.id)).toEqual([{ ten: 'Huế', geometry: 'POINT(107.6 16.5)' }])
  })

  test('[DAT-17] a workbook: days are days, numbers are whole, what begins like a formula is text', async () => {
    const bytes = await bytesOf(
      workbook([
        {
          name: 'Hồ',
          widths: [10, 20, 10, 10, 20],
          frozen: 1,
          rows: [
            ['ma', 'ten', 'dung_tich', 'ngay', 'hinh'].map((head) => ({ head })),
            ...ROWS.map((row) => [row.ma, row.ten, { figure: row.dung_tich }, { day: day(row.ngay) }, row.hinh]),
          ],
        },
      ]),
    )
    expect(await node.rows((await node.take('hồ.xlsx', bytes)).id)).toEqual(ROWS)
  })

  test('[DAT-17] a workbook as an office makes it: a title, merged headings in two rows, a formula’s value, a time', async () => {
    const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
    const sheet = `<worksheet><sheetData>
      <row r="1">${cell('A1', 'BÁO CÁO HỒ CHỨA')}</row>
      <row r="3">${cell('A3', 'Tên hồ')}${cell('B3', 'Năm 2022')}</row>
      <row r="4">${cell('B4', 'Mực nước (m)')}${cell('C4', 'Dung tích (triệu m3)')}</row>
      <row r="5">${cell('A5', 'A Vương &amp; hạ lưu')}<c r="B5"><v>375.62</v></c><c r="C5"><f>B5*2</f><v>751.24</v></c></row>
      <row r="6">${cell('A6', 'Sông Bung 4')}<c r="B6"><v>0.10000000000000001</v></c><c r="C6" s="1"><v>44900.5</v></c></row>
      </sheetData><mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells></worksheet>`
    const styles = '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>'
    const { reading, failure } = await node.read(
      'báo cáo.xlsx',
      await zipOf({ 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': styles }),
    )
    expect(failure).toBeNull()
    expect(reading?.columns.map(({ label }) => label)).toEqual(['Tên hồ', 'Năm 2022 / Mực nước (m)', 'Năm 2022 / Dung tích (triệu m3)'])
    expect([reading?.above, reading?.preview]).toEqual([
      1,
      [
        ['A Vương & hạ lưu', '375.62', '751.24'],
        ['Sông Bung 4', '0.1', '2022-12-05 12:00:00'],
      ],
    ])
  })

  test('[DAT-17] GeoPackage and Parquet', async () => {
    const path = join(folder, `${Math.random()}.gpkg`)
    const db = new DatabaseSync(path)
    db.exec(`
      create table gpkg_contents (table_name text, data_type text);
      create table gpkg_geometry_columns (table_name text, column_name text, srs_id int);
      create table "hồ" (fid integer primary key, ma text, ten text, hinh blob);
      insert into gpkg_contents values ('hồ', 'features');
      insert into gpkg_geometry_columns values ('hồ', 'hinh', 4326)`)
    for (const [i, row] of ROWS.entries())
      db.prepare('insert into "hồ" (ma, ten, hinh) values (?, ?, ?)').run(
        row.ma,
        row.ten,
        Buffer.concat([Buffer.from([0x47, 0x50, 0, 1, 0xe6, 0x10, 0, 0]), POINTS[i] ?? Buffer.alloc(0)]),
      )
    db.close()
    const first = await node.take('hồ.gpkg', readFileSync(path))
    expect(await node.rows(first.id)).toEqual(ROWS.map(({ ma, ten, hinh }, i) => ({ fid: i + 1, ma, ten, hinh })))
    const parquet = parquetWriteBuffer({
      columnData: [
        { name: 'ma', data: ROWS.map(({ ma }) => ma), type: 'STRING' },
        { name: 'dung_tich', data: ROWS.map(({ dung_tich: n }) => n), type: 'DOUBLE' },
        { name: 'hinh', data: POINTS, type: 'BYTE_ARRAY' },
      ],
      kvMetadata: [{ key: 'geo', value: JSON.stringify({ columns: { hinh: { encoding: 'WKB' } } }) }],
    })
    expect(await node.rows((await node.take('hồ.parquet', new Uint8Array(parquet))).id)).toEqual(
      ROWS.map(({ ma, dung_tich: n, hinh }) => ({ ma, dung_tich: n, hinh })),
    )
  })

  test('[DAT-3] [DAT-73] a time keeps its fraction of a second to the microsecond, from every format to the page', async () => {
    const times = ['2024-01-31T08:15:30.123456Z', '1969-12-31T23:59:59.5Z', '2024-01-31T08:15:00Z', '2024-01-31T16:59:59.9999999Z']
    const shown = [
      '2024-01-31T15:15:30.123456+07:00',
      // Sài Gòn kept the clock of UTC+8 then
      '1970-01-01T07:59:59.5+08:00',
      '2024-01-31T15:15:00+07:00',
      '2024-01-31T23:59:59.999999+07:00',
    ]
    const csv = await node.take('giây.csv', `Lúc\n${times.join('\n')}\n`)
    const json = await node.take('giây.json', JSON.stringify(times.map((luc) => ({ luc }))))
    const nanos = times.map(
      (time) => BigInt(Date.parse(`${time.slice(0, 19)}Z`)) * 1_000_000n + BigInt((/\.(\d+)/.exec(time)?.[1] ?? '').padEnd(9, '0')),
    )
    const bytes = parquetWriteBuffer({
      columnData: [{ name: 'luc', data: nanos }],
      schema: [
        { name: 'root', num_children: 1 },
        {
          name: 'luc',
          type: 'INT64',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' },
          repetition_type: 'OPTIONAL',
        },
      ],
    })
    const parquet = await node.take('giây.parquet', new Uint8Array(bytes))
    for (const { id } of [csv, json, parquet]) expect((await node.rows(id)).map(({ luc }) => luc)).toEqual(shown)
    const page = await (await siteOf(node, () => tester).request(`http://127.0.0.1/du-lieu/${csv.slug}`)).text()
    for (const words of ['31/01/2024 15:15:30,123456<', '31/01/2024 15:15<', '31/01/2024 23:59:59,999999<']) expect(page).toContain(words)
  })

  test('[DAT-17] a zipped Shapefile: holes in their polygons, letters of TCVN3', async () => {
    const one = await node.take('vùng.zip', stored({ 'a/vung.shp': shp(), 'a/vung.dbf': dbf(), 'a/vung.prj': WGS84 }))
    expect([one.current.encoding, await node.rows(one.id)]).toEqual([
      'tcvn3',
      [
        {
          ten: 'Thành phố Huế',
          dt: 12.5,
          geometry: 'MULTIPOLYGON(((108 16,108 17,109 17,109 16,108 16),(108.2 16.2,108.4 16.2,108.4 16.4,108.2 16.2)))',
        },
      ],
    ])
  })

  test('[DAT-128] a GeoPackage of heights says so', async () => {
    const told = async (z?: number) => {
      const path = join(folder, `${Math.random()}.gpkg`)
      const db = new DatabaseSync(path)
      db.exec(`
        create table gpkg_contents (table_name text, data_type text);
        create table gpkg_geometry_columns (table_name text, column_name text, srs_id int);
        create table cao (ma text, hinh blob);
        insert into gpkg_contents values ('cao', 'features');
        insert into gpkg_geometry_columns values ('cao', 'hinh', 4326)`)
      const shape = Buffer.concat([Buffer.from([0x47, 0x50, 0, 1, 0xe6, 0x10, 0, 0]), wkbPoint(108.2, 16, z)])
      db.prepare("insert into cao values ('a', ?)").run(shape)
      db.close()
      return (await node.read('cao.gpkg', readFileSync(path))).reading?.heights
    }
    expect([await told(5), await told()]).toEqual([true, undefined])
  })

  test('[DAT-128] a Shapefile of heights says so, by the kind in its head', async () => {
    const told = async (kind: number) => {
      const bytes = shp()
      bytes.writeInt32LE(kind, 32)
      return (await node.read('cao.zip', stored({ 'a.shp': bytes, 'a.dbf': dbf(), 'a.prj': WGS84 }))).reading?.heights
    }
    expect([await told(15), await told(5), await told(25)]).toEqual([true, undefined, undefined])
  })

  test('[DAT-17] a row of a .dbf that was deleted is none; of two shapefiles in one zip one is chosen', async () => {
    const deleted = dbf()
    deleted[deleted.length - 33] = 0x2a
    expect((await node.read('xóa.zip', stored({ 'a.shp': shp(), 'a.dbf': deleted, 'a.prj': WGS84 }))).failure?.code).toBe('import-empty')
    const two = stored({
      'a.shp': shp(),
      'a.dbf': dbf(),
      'a.prj': WGS84,
      'b/Vùng.shp': shp(),
      'b/Vùng.prj': WGS84,
      '__MACOSX/._a.shp': Buffer.from('x'),
    })
    const { reading } = await node.read('hai.zip', two)
    expect([reading?.part, reading?.parts]).toEqual([
      'a',
      [
        { name: 'a', rows: 1 },
        { name: 'Vùng', rows: 1 },
      ],
    ])
  })

  test('[DAT-17] swapped axes, a ring that is not closed and a collection are bad cells, and are said', async () => {
    const file = geojson([
      feature({ type: 'Point', coordinates: [16.06, 108.2] }),
      feature({
        type: 'Polygon',
        coordinates: [
          [
            [108, 16],
            [108, 17],
            [109, 17],
          ],
        ],
      }),
      feature({ type: 'GeometryCollection', geometries: [] }),
      feature({ type: 'Point', coordinates: [108.2, 16.06, 5] }),
      feature(null),
    ])
    const first = await node.read('trục.geojson', file)
    const waiting = await node.commit(first.id, { title: 'Trục', columns: [{ name: 'geometry', type: 'geometry' }] })
    expect([waiting.state, waiting.rowsRead, waiting.bad.map(({ at, bad }) => [at, bad])]).toEqual([
      'choosing',
      2,
      [
        [1, 'out-of-range'],
        [2, 'not-geometry'],
        [3, 'not-geometry'],
      ],
    ])
  })

  test.each([
    ['a zip that is none', 'a.zip', 'x'],
    ['a workbook that is none', 'a.xlsx', 'PK'],
    ['a GeoPackage that is none', 'a.gpkg', 'SQLite'],
    ['Parquet that is none', 'a.parquet', 'PAR1'],
    ['JSON that is cut', 'a.json', '[{"a":1},'],
  ])('[DAT-17] %s is refused', async (_, name, text) => {
    const { state, failure } = await node.read(name, text)
    expect([state, failure?.code]).toEqual(['failed', 'import-unreadable'])
  })

  test('[DAT-17] a zip whose names lead out of it, or with 10,000 members, is no Shapefile', async () => {
    const out = await node.read('a.zip', await zipOf({ '../../etc/passwd': 'x' }))
    const many = await node.read('b.zip', await zipOf(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}.txt`, 'x']))))
    expect([out.failure?.code, many.failure?.code]).toEqual(['import-zip-without-shape', 'import-unreadable'])
  }, 60_000)
})
