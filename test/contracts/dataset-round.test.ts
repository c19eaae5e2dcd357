import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { writePeriod } from '../../src/kernel/dataset/cell/period-text.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { onePGlite, onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'
import { written } from '../support/written-files.ts'

/** What goes out comes in again as it was. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('=1+1', 'a,"b"', 'hai\ndòng', ' trước và sau ', '-', '007', 'Thừa Thiên – Huế', 'a_x000D_b', '12%'),
)
const row = fc.record({
  ten: fc.option(text.filter((one) => !/\p{C}/u.test(one.replaceAll('\n', '')))),
  so: fc.option(
    fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100),
      fc.constantFrom(5e-7, -3.25e-8, 1e-9),
    ),
  ),
  nguyen: fc.option(fc.integer()),
  ngay: fc.option(
    fc.date({ min: new Date('1702-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  ),
  luc: fc.option(
    fc
      .tuple(
        fc.date({ min: new Date('1890-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.constantFrom('', '.5', '.25', '.123456'),
      )
      .map(([at, fraction]) => `${at.toISOString().slice(0, 19)}${fraction}Z`),
  ),
  ky: fc.option(
    fc
      .tuple(fc.integer({ min: 1700, max: 2200 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, a, b]) => writePeriod({ year, from: Math.min(a, b), to: Math.max(a, b) })),
  ),
  dung: fc.option(fc.boolean()),
  x: fc.integer({ min: 102_000, max: 110_000 }),
  y: fc.integer({ min: 8000, max: 23_000 }),
})
const WHOLE = {
  ten: 'chữ',
  so: 1.5,
  nguyen: 1,
  ngay: '2024-01-31',
  luc: '2024-01-31T08:15:30.123456Z',
  ky: '2024-Q1',
  dung: true,
  x: 108_000,
  y: 16_000,
}

const columnsWith = (shape: string) => [
  { name: 'ten', type: 'text' },
  { name: 'so', type: 'decimal', form: 'point' },
  { name: 'nguyen', type: 'integer' },
  { name: 'ngay', type: 'day', form: 'ymd' },
  { name: 'luc', type: 'instant', form: 'ymd' },
  { name: 'ky', type: 'period' },
  { name: 'dung', type: 'boolean' },
  { name: shape, type: 'geometry' },
]

onNodes((node) => {
  const site = siteOf(node, () => tester)

  test.each(['csv', 'xlsx', 'json', 'geojson'])(
    '[DAT-26] exported as %s and imported again, a version is no difference',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (given) => {
          // a whole row first: what every column is is known by it
          const rows = [WHOLE, ...given].map(({ x, y, ...rest }, i) => ({
            ma: `M${i}`,
            ...rest,
            'Vị trí trạm': `POINT(${x / 1000} ${y / 1000})`,
          }))
          const columns = columnsWith('vi_tri_tram')
          const lines = rows.map((one) => JSON.stringify(one)).join('\n')
          const one = await node.take('gốc.ndjson', lines, { title: 'Vòng tròn', key: ['ma'], columns })
          const out = await site.request(`http://127.0.0.1/du-lieu/${one.slug}/tai-ve?dang=${format}`)
          const bytes = new Uint8Array(await out.arrayBuffer())
          const again = await node.take(`lại.${format}`, bytes, { dataset: one.id })
          const said = (from: typeof one) => from.columns.map(({ name, label, type }) => [name, label, type])
          expect(said(again)).toEqual(said(one))
          const { current } = got(await node.call(datasetGet, node.at(), { id: one.id }))
          expect([current.n, current.rows, current.added, current.changed, current.removed]).toEqual([2, rows.length, 0, 0, 0])
        }),
        { numRuns: 5, seed: 20_261_126 },
      )
    },
    120_000,
  )

  // 27-11-2026: an infinity of Parquet was an empty cell; dang=exe gave a CSV; a title that is a UUID had no address
  test('[DAT-4] an infinity is a bad cell and NaN an empty one; what is no form of a file is refused', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'ma', data: ['A', 'B', 'C'], type: 'STRING' },
        { name: 'so', data: [1.5, Number.NaN, Number.POSITIVE_INFINITY], type: 'DOUBLE' },
      ],
    })
    const one = await node.take('vô cùng.parquet', new Uint8Array(bytes), { title: 'Vô cùng', key: ['ma'], bad: 'leave-out' })
    expect([await node.rows(one.id), one.current.badRows]).toEqual([
      [
        { ma: 'A', so: 1.5 },
        { ma: 'B', so: null },
      ],
      1,
    ])
    expect((await site.request(`http://127.0.0.1/du-lieu/${one.slug}/tai-ve?dang=exe`)).status).toBe(400)
  })

  test('[DAT-43] a title that is a UUID has an address, and titles without a letter are the same only when they are', async () => {
    const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e'
    const [one] = [await node.take('a.csv', 'ma\nA\n', { title: uuid }), await node.take('b.csv', 'ma\nB\n', { title: '🎉🎉🎉' })]
    expect((await site.request(`http://127.0.0.1/du-lieu/${one.slug}`)).status).toBe(200)
    const other = await node.take('c.csv', 'ma\nC\n', { title: '---' })
    expect(other.title).toBe('---')
  })

  // 27-11-2026: 0.0000005 was a text in JSON and in XLSX, and a time before July of 1906 did not come in again
  test('[DAT-11] [DAT-3] a number below a millionth is a number, without a power of ten as text; a time of before the zones is one of Greenwich', async () => {
    const file = 'ma,so,dai,luc\nA,0.0000005,12345678901234567.25,1899-03-04T05:06:07+07:00\nB,1.5,2.5,2024-01-31T08:15:30+07:00\n'
    const columns = [
      { name: 'so', type: 'decimal', form: 'point' },
      { name: 'dai', type: 'decimal', form: 'point' },
    ]
    const one = await node.take('nhỏ.csv', file, { title: 'Rất nhỏ', key: ['ma'], columns })
    const [first] = await node.rows(one.id)
    expect(first).toEqual({ ma: 'A', so: 5e-7, dai: '12345678901234567.25', luc: '1899-03-03T22:06:07Z' })
    const of = async (path: string) => await (await site.request(`http://127.0.0.1/du-lieu/${one.slug}${path}`)).text()
    expect((await of('/tai-ve?dang=csv')).split('\r\n')[1]).toBe('A,0.0000005,12345678901234567.25,1899-03-03T22:06:07Z')
    const page = await of('?xem=bang')
    expect([page.includes('0,0000005'), page.includes('12.345.678.901.234.567,25')]).toEqual([true, true])
  })

  // 27-11-2026: the page said units, a file taken along did not
  test.each(['dang=csv&for=spreadsheet', 'dang=xlsx'])(
    '[DAT-26] what people take along (%s) says the units that the page says, and comes in again as no difference',
    async (query) => {
      const text =
        'Mã,Dân số (người),Thu,"Tỷ lệ, %",Dài [km],Diện tích (ha),Hộ,Ghi chú (nếu có)\nA,10,1,2,3,4,5,x\nB,20,2,3,4,5,6,y\nC,30,3,5,4,5,7,z\n'
      const columns = [
        { name: 'thu', unit: 'triệu đồng' },
        { name: 'dien_tich', unit: 'km²' },
        { name: 'ho', unit: 'hộ có nước sạch theo quy chuẩn' },
        { name: 'ghi_chu', unit: null },
      ]
      const one = await node.take('đơn vị.csv', text, { title: `Đơn vị ${query}`, key: ['ma'], columns })
      const out = await site.request(`http://127.0.0.1/du-lieu/${one.slug}/tai-ve?${query}`)
      const bytes = new Uint8Array(await out.arrayBuffer())
      const name = query.includes('xlsx') ? 'lại.xlsx' : 'lại.csv'
      const { reading } = await node.read(name, bytes)
      expect(reading?.columns.map(({ label }) => label)).toEqual([
        ...['Mã', 'Dân số (người)', 'Thu (triệu đồng)', 'Tỷ lệ, %', 'Dài [km]', 'Diện tích (ha)', 'Hộ', 'Ghi chú (nếu có)'],
      ])
      const again = await node.take(name, bytes, { dataset: one.id })
      const said = (from: typeof one) => from.columns.map(({ name, label, type, unit }) => [name, label, type, unit])
      expect(said(again)).toEqual(said(one))
      expect([again.current.n, again.current.added, again.current.changed, again.current.removed]).toEqual([2, 0, 0, 0])
    },
  )

  test.each(Object.entries(written))(
    '[DAT-26] the same rows as %s, as other programs write them, are no difference',
    async (format, write) => {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (given) => {
          // a .dbf has no empty text, and no blanks around one
          const rows = [WHOLE, ...given].map(({ x, y, ten, ...rest }, i) => ({
            ...rest,
            ma: `M${i}`,
            ten: format === 'zip' ? (ten?.replaceAll('\n', ' ').trim() ?? '') || null : ten,
            x: x / 1000,
            y: y / 1000,
          }))
          const columns = columnsWith('vi_tri')
          const one = await node.take('gốc.ndjson', written.ndjson(rows), { title: 'Chương trình khác', key: ['ma'], columns })
          await node.take(`lại.${format}`, write(rows), { dataset: one.id })
          const { current } = got(await node.call(datasetGet, node.at(), { id: one.id }))
          expect([current.n, current.rows, current.added, current.changed, current.removed]).toEqual([2, rows.length, 0, 0, 0])
        }),
        { numRuns: 5, seed: 20_261_127 },
      )
    },
    120_000,
  )
}, onePGlite)
