import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { placeOf } from '../../src/store/file/file-keep.ts'
import { onePGlite, onNodes } from '../support/dataset-node.ts'

/** Files that held up the server, or broke an import, by their size, their depth or what one of their cells holds. */
onNodes((node) => {
  // 2026-11-27: 50,000 records of as many keys held the server up for 29 seconds
  test('[DAT-6] a JSON of too many columns is refused before its rows are gone through', async () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `{"k${i}":${i}}`)
    const { state, failure } = await node.read('rộng.json', `[${keys.join(',')}]`)
    expect([state, failure?.code, failure?.sentence.includes('50000') || failure?.sentence.includes('50.000')]).toEqual([
      'failed',
      'import-too-wide',
      true,
    ])
  })

  // larger than what is read at once
  const LONG = 'ă'.repeat(5000)
  const rows = Array.from({ length: 1800 }, (_, i) => ({ ma: i, chu: LONG, ...(i === 1799 ? { muon: '12345678901234567890.5' } : {}) }))

  test('[DAT-6] records of a JSON that is not held at once are read as those of a small one', async () => {
    const first = await node.read(
      'lớn.json',
      JSON.stringify({ ok: true, note: [1, 2], result: { total: 1800, records: rows } }).replace(
        '"12345678901234567890.5"',
        '12345678901234567890.5',
      ),
    )
    expect([first.reading?.columns.map(({ name, type }) => [name, type]), first.reading?.rows]).toEqual([
      [
        ['ma', 'integer'],
        ['chu', 'text'],
        ['muon', 'decimal'],
      ],
      1800,
    ])
    const done = await node.commit(first.id, { title: 'JSON lớn' })
    const [last] = await node.rows(done.dataset ?? '', { filter: 'ma:eq:1799' })
    expect([done.state, last?.['muon'], last?.['chu'] === LONG]).toEqual(['done', '12345678901234567890.5', true])
    const features = rows.map(({ ma, chu }) => ({
      type: 'Feature',
      id: `s${ma}`,
      properties: { chu },
      geometry: { type: 'Point', coordinates: [108, 16] },
    }))
    const shapes = await node.read('lớn.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
    expect([shapes.reading?.format, shapes.reading?.columns.map(({ name, type }) => [name, type])]).toEqual([
      'geojson',
      [
        ['id', 'text'],
        ['chu', 'text'],
        ['geometry', 'geometry'],
      ],
    ])
    const table = await node.read('bảng.json', JSON.stringify({ columns: ['mã', 'chữ'], data: rows.map(({ ma, chu }) => [ma, chu]) }))
    expect([table.reading?.rows, table.reading?.columns.map(({ label }) => label)]).toEqual([1800, ['mã', 'chữ']])
    const cut = await node.read('cụt.json', JSON.stringify(rows).slice(0, -1))
    expect([cut.state, cut.failure?.code]).toEqual(['failed', 'import-unreadable'])
  })

  test('[DAT-4] what lies within lists without end is a bad row, and the others come in', async () => {
    const deep = (open: string, n: number, close: string): string => `${open.repeat(n)}1${close.repeat(n)}`
    const first = await node.read('sâu.json', `[{"ma":1,"chu":"a"},{"ma":2,"chu":${deep('[', 200_000, ']')}}]`)
    const done = await node.commit(first.id, { title: 'Sâu', bad: 'leave-out' })
    expect([done.state, done.bad.map(({ at, column, bad }) => [at, column, bad])]).toEqual(['done', [[2, 'chu', 'too-deep']]])
    const of = (geometry: string, ma: number): string => `{"type":"Feature","properties":{"ma":${ma}},"geometry":${geometry}}`
    const collection = deep('{"type":"GeometryCollection","geometries":[', 20_000, ']}').replace('1', '')
    const shapes = await node.read(
      'sâu.geojson',
      `{"type":"FeatureCollection","features":[${of(collection, 1)},${of('{"type":"Point","coordinates":[108,16]}', 2)}]}`,
    )
    const shown = await node.commit(shapes.id, { title: 'Hình sâu', bad: 'leave-out' })
    expect([shown.state, shown.bad.map(({ at, bad }) => [at, bad])]).toEqual(['done', [[1, 'too-deep']]])
  })

  test('[DAT-4] a key longer than an index holds is a bad cell', async () => {
    const long = randomBytes(6000).toString('hex')
    const first = await node.read('khóa.csv', `mã,số\n${long},1\nb,2\n`)
    const done = await node.commit(first.id, { title: 'Khóa dài', key: ['ma'], bad: 'leave-out' })
    expect([done.state, done.bad.map(({ at, column, bad }) => [at, column, bad])]).toEqual(['done', [[2, 'mã', 'too-long']]])
    // of a later version too, whose left out rows are known by their keys
    const later = await node.read('khóa 2.csv', `mã,số\n${long},1\nb,3\n`, { dataset: done.dataset })
    const next = await node.commit(later.id, { bad: 'leave-out' })
    expect([next.state, next.bad.map(({ bad }) => bad)]).toEqual(['done', ['too-long']])
  })

  test('[DAT-17] a Parquet that is packed in a way that is not read here is refused by the name of that way', async () => {
    const asItIs = (given: Uint8Array): Uint8Array => given
    const columnData = [{ name: 'a', data: ['x', 'y'], type: 'STRING' as const }]
    const bytes = parquetWriteBuffer({ columnData, codec: 'LZ4', compressors: { LZ4: asItIs } })
    const { failure } = await node.read('nén.parquet', new Uint8Array(bytes))
    expect([failure?.code, failure?.sentence.includes('Parquet (LZ4)')]).toEqual(['import-other-format', true])
  })

  test('[DAT-17] a GeoPackage is read as it lies there: bytes in its cells are counted, and no journal is left beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lienvung-wal-'))
    const path = join(folder, 'a.gpkg')
    const db = new DatabaseSync(path)
    db.exec(`
      pragma journal_mode = wal;
      create table gpkg_contents (table_name text, data_type text);
      create table gpkg_geometry_columns (table_name text, column_name text, srs_id int);
      create table lop (ma integer, anh blob, ghi text);
      insert into gpkg_contents values ('lop', 'attributes');
      insert into lop values (1, zeroblob(400000000), 'a'), (2, null, 'b')`)
    db.close()
    const bytes = readFileSync(path)
    rmSync(folder, { recursive: true })
    const one = await node.take('ảnh.gpkg', bytes, { title: 'Có ảnh' })
    expect(await node.rows(one.id)).toEqual([
      { ma: 1, anh: '(400000000 byte)', ghi: 'a' },
      { ma: 2, anh: null, ghi: 'b' },
    ])
    const kept = placeOf(node.data, one.current.fileSha256 ?? '')
    expect([existsSync(kept), readdirSync(dirname(kept)).filter((name) => /-(?:wal|shm)$/.test(name))]).toEqual([true, []])
  })
}, onePGlite)
