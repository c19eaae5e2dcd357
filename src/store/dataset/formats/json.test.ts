import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Cell } from '../../../kernel/dataset/cell/cell.ts'
import { jsonSource } from './json.ts'

const folder = mkdtempSync(join(tmpdir(), 'lienvung-json-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(text: string) {
  const path = join(folder, `${Math.random()}.json`)
  writeFileSync(path, text)
  const source = await jsonSource(path, 'a.json', null)
  if (!source.ok) return { refusal: source.refusal }
  const rows: (readonly Cell[])[] = []
  for await (const piece of source.value.pieces()) rows.push(...piece.rows.map(({ cells }) => cells))
  const { head, crs, besides, format } = source.value
  return { head, crs, besides, format, rows }
}

/** What makes a file larger than is read at once. */
const LONG = 'x'.repeat(8_100_000)
const sizes = [
  ['held at once', ''],
  ['read as it comes', LONG],
] as const

// 27-11-2026: in a large answer that wraps its features times stayed numbers, and their system was not found
describe.each(sizes)('a JSON %s', (_, long) => {
  test('[DAT-17] features of ArcGIS within an answer have their days, their shapes and their system', async () => {
    const of = (name: string, ngay: number | null, x: number) => ({ attributes: { name, ngay, dai: long }, geometry: { x, y: 16 } })
    const { head, crs, rows, format } = await read(
      JSON.stringify({
        result: {
          spatialReference: { wkid: 4756 },
          fields: [{ name: 'ngay', type: 'esriFieldTypeDate' }],
          features: [of('a', 1_700_000_000_000, 108), of('b', null, 109)],
        },
      }),
    )
    expect([head, crs, format]).toEqual([['name', 'ngay', 'dai', 'geometry'], 'vn2000', 'json'])
    expect(rows?.map(([name, day, , shape]) => [name, day, shape])).toEqual([
      ['a', { is: 'instant', text: '2023-11-14T22:13:20.000Z' }, 'POINT(108 16)'],
      ['b', '', 'POINT(109 16)'],
    ])
  })

  test('[DAT-6] of a name that an object has twice the last is taken', async () => {
    const list = (of: readonly string[]) => JSON.stringify(of.map((ma) => ({ ma, dai: long })))
    expect((await read(`{"r":${list(['cũ'])},"r":${list(['a', 'b'])}}`)).rows?.map(([ma]) => ma)).toEqual(['a', 'b'])
    expect((await read(`{"a.b":${list(['a', 'b'])},"a":{"b":"x"}}`)).rows?.map(([ma]) => ma)).toEqual(['a', 'b'])
    if (long !== '') return
    expect((await read(`{"a":{"b":"x"},"a":{"b":${list(['a', 'b'])}}}`)).rows?.map(([ma]) => ma)).toEqual(['a', 'b'])
  })

  test('[DAT-120] what a JSON holds beside its records is told, what describes them is not', async () => {
    const records = [
      { ma: 'a', dai: long },
      { ma: 'b', dai: long },
    ]
    const told = async (given: unknown) => (await read(JSON.stringify(given))).besides ?? []
    expect(await told({ ghi: 'mật', result: { records, luong: [1, 2, 3] } })).toEqual(['ghi', 'result.luong'])
    if (long !== '') return
    expect(await told({ help: 'x', success: true, result: { fields: [{ id: 'ma' }], records, total: 2, _links: { start: '/' } } })).toEqual(
      [],
    )
    expect(await told(records)).toEqual([])
    expect(await told({ nguoi_lap: { ten: 'A', dt: '09' }, trang: 1, rong: [], records })).toEqual(['nguoi_lap'])
    const feature = (more: object) => ({
      type: 'Feature',
      properties: { dai: long },
      geometry: { type: 'Point', coordinates: [108, 16] },
      ...more,
    })
    const features = { type: 'FeatureCollection', name: 'x', crs: null, bbox: [1, 2, 3, 4] }
    expect(await told({ ...features, features: [feature({ id: 1 }), feature({})] })).toEqual([])
    expect(await told({ ...features, features: [feature({ chu_ho: 'A' }), feature({})] })).toEqual(['chu_ho'])
  })
})

test('[DAT-120] of tables that are made of members those are the table', async () => {
  const told = async (given: unknown) => (await read(JSON.stringify(given))).besides ?? []
  expect(await told({ latitude: 16, hourly_units: { time: 'iso8601', t: '°C' }, hourly: { time: ['a', 'b'], t: [1, 2] } })).toEqual([])
  expect(await told({ '48': { a: 1, b: 2 }, '49': { a: 1, b: 2 } })).toEqual([])
  expect(
    await told({
      columns: ['a', 'b'],
      index: [5, 6],
      data: [
        [1, 2],
        [3, 4],
      ],
    }),
  ).toEqual([])
})

// red 27-11-2026: whatever stood under a name that describes was passed over
test('[DAT-120] a name excuses only what its format puts under it: persons beside the records are told', async () => {
  const records = [{ ma: 'a' }, { ma: 'b' }]
  const told = async (given: object) => (await read(JSON.stringify({ ...given, data: records }))).besides ?? []
  const more: readonly object[] = [
    { errors: [{ row: 3, name: 'Nguyễn Văn A', cccd: '049190001234' }] },
    { header: { nguoi_lap: 'A', dien_thoai: '0905' } },
    { description: { owner: 'A', phone: '09' } },
    { messages: ['CCCD 049190001234 bị trùng'] },
    { message: 'Ông A nộp' },
    { error: { ten: 'A' } },
    { title: 'Lập bởi A, 0905 123 456' },
    { id: '049190001234' },
    { name: 'Nguyễn Văn A' },
    { label: 'Trần Thị Bình' },
    { role: 'Nguyễn Văn A' },
    { role: { nguoi: ['Nguyễn Văn A'] } },
    { fields: [{ name: 'ma', nguoi_lap: 'A' }] },
    { fields: [{ name: 'ma', notes: 'hỏi hoa.nguyen@gmail.com' }] },
    { schema: { lap: { ten: 'A' } } },
    { links: [{ href: '/a', title: 'Nguyễn Văn A' }] },
    { header: ['ma', '049190001234'] },
    { index: ['Nguyễn Văn A', 'B', 'C'] },
    { so: 84_905_123_456 },
  ]
  for (const given of more) expect(await told(given), JSON.stringify(given)).toEqual(Object.keys(given))
  const none: readonly object[] = [
    { title: 'Hồ chứa năm 2025', description: 'Của Sở, 0236 3821206, vanthu@danang.gov.vn', source: 'Hà Nội', license: 'CC BY 4.0' },
    { id: 'xa-2025', name: 'xa', version: 1.5, status: 200, errors: [], message: '', error: null, next: 'https://a.vn/?offset=100' },
    { fields: [{ id: 'ma', type: 'text', info: { label: 'Mã', notes: 'theo Quyết định 19' } }] },
    { schema: { fields: [{ name: 'ma', type: 'string', constraints: { required: true, enum: ['a'] } }], primaryKey: ['ma'] } },
    { fields: [{ name: 'ma', alias: 'Mã', domain: { type: 'codedValue', name: 'd', codedValues: [{ name: 'Tốt', code: 1 }] } }] },
    { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4756' } }, spatialReference: { wkid: 4756 }, bbox: [1, 2, 3, 4] },
    { _links: { self: { href: '/a' } }, links: [{ rel: 'self', href: '/a' }], fieldAliases: { ma: 'Mã' }, total: 1_700_000_000_000 },
  ]
  for (const given of none) expect(await told(given), JSON.stringify(given)).toEqual([])
})
