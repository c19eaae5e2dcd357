import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SchemaElement } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, expect, test } from 'vitest'
import type { Cell } from '../../../kernel/dataset/cell/cell.ts'
import { parquetSource } from './parquet.ts'

const folder = mkdtempSync(join(tmpdir(), 'lienvung-parquet-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function opened(columnData: Parameters<typeof parquetWriteBuffer>[0]['columnData'], schema: SchemaElement[], geo: object = {}) {
  const path = join(folder, `${Math.random()}.parquet`)
  writeFileSync(path, new Uint8Array(parquetWriteBuffer({ columnData, schema, kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }] })))
  return parquetSource(path, 'a.parquet')
}

async function read(...asked: Parameters<typeof opened>) {
  const source = await opened(...asked)
  if (!source.ok) return source.refusal
  const rows: (readonly Cell[])[] = []
  for await (const piece of source.value.pieces()) rows.push(...piece.rows.map(({ cells }) => cells))
  return rows
}

const DECIMAL = { converted_type: 'DECIMAL', scale: 2, precision: 18, repetition_type: 'OPTIONAL' } as const

// 27-11-2026: within lists 12.50 was 1250, and a day had an hour
test('[DAT-73] decimals and days within lists and structures of Parquet are what they are in a column of their own', async () => {
  const rows = await read(
    [
      { name: 'gia', data: [[1250n, -5n, null], []] },
      { name: 'lo', data: [{ tien: 99_999_999_999_999_999n, ngay: new Date('2024-05-01T00:00:00Z'), so: [[100n], [250n, null]] }, null] },
      { name: 'byte', data: [[12_345n], [123_456_789_012_345_678n]] },
    ],
    [
      { name: 'root', num_children: 3 },
      { name: 'gia', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      { name: 'element', type: 'INT64', ...DECIMAL },
      { name: 'lo', num_children: 3, repetition_type: 'OPTIONAL' },
      { name: 'tien', type: 'INT64', ...DECIMAL },
      { name: 'ngay', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
      { name: 'so', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      { name: 'element', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      { name: 'element', type: 'INT64', ...DECIMAL },
      { name: 'byte', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      { name: 'element', type: 'BYTE_ARRAY', ...DECIMAL },
    ],
  )
  expect(rows).toEqual([
    ['[12.5,-0.05,null]', '{"tien":"999999999999999.99","ngay":"2024-05-01","so":[[1],[2.5,null]]}', '[123.45]'],
    ['[]', '', '["1234567890123456.78"]'],
  ])
})

test('[DAT-64] whole numbers of nineteen figures keep each of them, signed or not, within a list too', async () => {
  const rows = await read(
    [
      { name: 'ma', data: [9_223_372_036_854_775_807n, -9_223_372_036_854_775_808n] },
      { name: 'cac_ma', data: [[9_007_199_254_740_993n], [1n]] },
    ],
    [
      { name: 'root', num_children: 2 },
      { name: 'ma', type: 'INT64', repetition_type: 'OPTIONAL' },
      { name: 'cac_ma', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      { name: 'element', type: 'INT64', repetition_type: 'OPTIONAL' },
    ],
  )
  expect(rows).toEqual([
    [{ is: 'number', text: '9223372036854775807' }, '["9007199254740993"]'],
    [{ is: 'number', text: '-9223372036854775808' }, '[1]'],
  ])
})

test('[DAT-64] JSON in a column of Parquet stays as it is written', async () => {
  const long = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON('123456789012345678901')
  const rows = await read(
    [{ name: 'j', data: [{ a: long }, [1.5], 12.25, 'chữ'] }],
    [
      { name: 'root', num_children: 1 },
      { name: 'j', type: 'BYTE_ARRAY', converted_type: 'JSON', repetition_type: 'OPTIONAL' },
    ],
  )
  expect(rows).toEqual([['{"a":123456789012345678901}'], ['[1.5]'], [{ is: 'number', text: '12.25' }], ['chữ']])
})

// red 27-11-2026: it was looked for among the names that every object has
test('[DAT-17] a shape of Parquet whose encoding is called as what objects have is read as WKB', async () => {
  const point = new Uint8Array(21)
  new DataView(point.buffer).setUint8(0, 1)
  new DataView(point.buffer).setUint32(1, 1, true)
  new DataView(point.buffer).setFloat64(5, 108, true)
  new DataView(point.buffer).setFloat64(13, 16, true)
  const rows = await read(
    [{ name: 'vi_tri', data: [point] }],
    [
      { name: 'root', num_children: 1 },
      { name: 'vi_tri', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
    ],
    { columns: { vi_tri: { encoding: 'constructor' } } },
  )
  expect(rows).toEqual([['POINT(108 16)']])
})

// red 27-11-2026: for one such column the whole file was refused
test('[DAT-17] a column of Parquet of a kind that is not read is told, and those beside it are taken', async () => {
  const asked: Parameters<typeof opened> = [
    [
      { name: 'ma', data: ['a', 'b'] },
      { name: 'keo_dai', data: [new Uint8Array(12), new Uint8Array(12)] },
      { name: 'goi', data: [new Uint8Array(5), new Uint8Array(5)] },
      { name: 'n', data: [1, 2] },
    ],
    [
      { name: 'root', num_children: 4 },
      { name: 'ma', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'keo_dai', type: 'FIXED_LEN_BYTE_ARRAY', type_length: 12, converted_type: 'INTERVAL', repetition_type: 'OPTIONAL' },
      { name: 'goi', type: 'BYTE_ARRAY', converted_type: 'BSON', repetition_type: 'OPTIONAL' },
      { name: 'n', type: 'INT32', repetition_type: 'OPTIONAL' },
    ],
  ]
  const source = await opened(...asked)
  expect(source.ok && [source.value.head, source.value.besides]).toEqual([
    ['ma', 'n'],
    ['keo_dai', 'goi'],
  ])
  expect(await read(...asked)).toEqual([
    ['a', { is: 'number', text: '1' }],
    ['b', { is: 'number', text: '2' }],
  ])
})
