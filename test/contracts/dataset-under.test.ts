import { expect, test } from 'vitest'
import { importCommit } from '../../src/operations/dataset/commit-import.ts'
import { onNodes } from '../support/dataset-node.ts'
import { bookOf, rowsOf } from '../support/xlsx.ts'

/** Remarks and signatures under a table became records, and made texts of its numbers: 2026-11-27. */
type Rows = readonly (readonly (string | number)[])[]

const TABLE: Rows = [
  ['Quận', 'Số hộ', 'Số trẻ'],
  ['Hải Châu', 12, 5],
  ['Thanh Khê', 14, 6],
  ['Sơn Trà', 9, 2],
]
const UNDER: Rows = [
  ['Ghi chú: số liệu sơ bộ'],
  ['Nguồn: Cục Thống kê'],
  ['Đà Nẵng, ngày 15 tháng 01 năm 2025'],
  ['NGƯỜI LẬP BIỂU', '', 'KT. GIÁM ĐỐC'],
  ['(Ký, ghi rõ họ tên)', '', 'PHÓ GIÁM ĐỐC'],
  ['Trần Thị B', '', 'Nguyễn Văn A'],
]

onNodes((node) => {
  const csv = (rows: Rows, wide = true): string =>
    `${rows.map((row) => (wide ? Array.from({ length: 3 }, (_, i) => row[i] ?? '') : row).join(';')).join('\n')}\n`

  test('[DAT-65] remarks and signatures under a table are asked about with the totals, and say nothing of its columns', async () => {
    const book = await bookOf(rowsOf([...TABLE, [], ...UNDER]))
    for (const [name, file] of [
      ['hộ.xlsx', book],
      ['hộ.csv', csv([...TABLE, [''], ...UNDER])],
      ['hộ ngắn.csv', csv([...TABLE, ...UNDER], false)],
    ] as const) {
      const { id, reading } = await node.read(name, file)
      expect([reading?.columns.map(({ type, nearly }) => [type, nearly]), reading?.proposedKey, reading?.totals, reading?.rows]).toEqual([
        [
          ['text', undefined],
          ['integer', undefined],
          ['integer', undefined],
        ],
        ['quan'],
        null,
        3,
      ])
      expect(reading?.notes).toMatchObject({ n: 6, first: [{ value: 'Ghi chú: số liệu sơ bộ' }, {}, {}, {}, {}] })
      const title = `Hộ nghèo ${name}`
      await expect(node.commit(id, { title })).rejects.toThrow('import-asks-totals')
      const done = await node.commit(id, { title, totals: 'leave-out', places: [], key: ['Quận'] })
      expect([done.state, done.rowsRead, done.rowsBad, done.bad.map(({ bad }) => bad)]).toEqual(['done', 3, 0, Array(6).fill('note')])
      expect(node.kept(done.badFile)).toContain('note')
    }
  })

  test('[DAT-65] with a row of totals above them both are named, and their texts are none that a place is looked for', async () => {
    const rows: Rows = [
      ['Tỉnh', 'Dân số'],
      ['Huế', 1160],
      ['Đà Nẵng', 3065],
      ['Quảng Trị', 1870],
      ['Tổng cộng', 6095],
    ]
    const { id, reading } = await node.read('dân.csv', csv([...rows.map((row) => [...row, 'x']), ['(*) Số liệu ước tính'], ['Quảng Nam']]))
    expect([reading?.totals?.n, reading?.notes]).toEqual([
      1,
      {
        n: 2,
        first: [
          { at: 6, value: '(*) Số liệu ước tính' },
          { at: 7, value: 'Quảng Nam' },
        ],
      },
    ])
    expect(reading?.places[0]?.misses.map(({ value }) => value)).not.toContain('(*) Số liệu ước tính')
    expect(await node.call(importCommit, node.at(), { id, title: 'Dân số' })).toMatchObject({
      refusal: {
        data: {
          n: 3,
          what: '1 dòng có vẻ là dòng cộng (dòng 5: «Tổng cộng») và 2 dòng có vẻ là ghi chú, chữ ký hoặc tiêu đề lặp lại (dòng 6: «(*) Số liệu ước tính»)',
        },
      },
    })
    const kept = await node.commit(id, { title: 'Dân số giữ', totals: 'keep', places: [] })
    expect(kept.rowsRead).toBe(6)
  })

  test('[DAT-65] headings said again between pages are no records', async () => {
    const [head = [], ...records] = TABLE
    const { id, reading } = await node.read('trang.xlsx', await bookOf(rowsOf([head, ...records, head, ['Liên Chiểu', 3, 1]])))
    expect([reading?.columns.map(({ type }) => type), reading?.notes?.n]).toEqual([['text', 'integer', 'integer'], 1])
    const done = await node.commit(id, { title: 'Hai trang', totals: 'leave-out', places: [] })
    expect([done.rowsRead, done.bad.map(({ at, bad }) => [at, bad])]).toEqual([4, [[5, 'heading']]])
  })

  test('[DAT-65] the same words in a record, and a row that only lacks its figures, are what they are', async () => {
    const notes = async (rows: Rows) => (await node.read('bảng.csv', csv(rows))).reading?.notes
    expect(await notes([...TABLE, ['Ghi chú', 5, 1], ['Liên Chiểu', '', '']])).toBeNull()
    expect(
      await notes([
        ['Chức vụ', 'Biên chế', 'Có mặt'],
        ['Giám đốc', 1, ''],
        ['Kế toán trưởng', '', ''],
        ['Nguồn nước', 2, 2],
      ]),
    ).toBeNull()
    // a record after a remark in the midst ends it
    expect((await notes([...TABLE.slice(0, 2), ['Nguồn: UBND'], ...TABLE.slice(2), ['Liên Chiểu', 4, '']]))?.n).toBe(1)
  })
})
