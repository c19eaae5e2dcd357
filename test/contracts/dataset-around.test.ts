import { expect, test } from 'vitest'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { onePGlite, onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'
import { bookOf, rowsOf } from '../support/xlsx.ts'

/** What stands around a table in files of offices became part of its headings, or a record, without a word: 2026-11-27. */
type Rows = readonly (readonly (string | number)[])[]

onNodes((node) => {
  const csv = (rows: Rows): string => {
    const width = Math.max(...rows.map((row) => row.length))
    return `${rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? '').join(';')).join('\n')}\n`
  }
  const read = async (rows: Rows, merged: readonly string[] = []) =>
    (await node.read('bảng.xlsx', await bookOf(rowsOf(rows), { merged }))).reading ?? null
  /** The same layout as a workbook and as it is exported. */
  const both = async (rows: Rows, merged: readonly string[] = []) =>
    [await read(rows, merged), (await node.read('bảng.csv', csv(rows))).reading].map((reading) => ({
      labels: reading?.columns.map(({ label }) => label),
      units: reading?.columns.map(({ unit }) => unit),
      rows: reading?.rows,
      asks: reading?.asksHead,
      around: reading?.around,
    }))

  const YEARS = ['Tỉnh', 'Năm 2023 / Dân số', 'Năm 2023 / Diện tích', 'Năm 2024 / Dân số', 'Năm 2024 / Diện tích']
  const RECORDS: Rows = [
    ['Huế', 1160, 4947, 1180, 4947],
    ['Đà Nẵng', 1220, 1285, 3065, 11859],
  ]
  test.each<[string, Rows]>([
    [
      'the leading heading above',
      [['Tỉnh', 'Năm 2023', '', 'Năm 2024', ''], ['', 'Dân số', 'Diện tích', 'Dân số', 'Diện tích'], ...RECORDS],
    ],
    [
      'the leading heading below',
      [['', 'Năm 2023', '', 'Năm 2024', ''], ['Tỉnh', 'Dân số', 'Diện tích', 'Dân số', 'Diện tích'], ...RECORDS],
    ],
    [
      'a title and a letterhead right above',
      [
        ['SỞ Y TẾ', '', '', 'Độc lập - Tự do - Hạnh phúc', ''],
        ['DÂN SỐ, DIỆN TÍCH'],
        ['Tỉnh', 'Năm 2023', '', 'Năm 2024', ''],
        ['', 'Dân số', 'Diện tích', 'Dân số', 'Diện tích'],
        ...RECORDS,
      ],
    ],
  ])('[DAT-75] headings in two rows without merged cells, %s', async (_, rows) => {
    for (const found of await both(rows)) expect(found).toMatchObject({ labels: YEARS, rows: 2, asks: false })
  })

  test('[DAT-75] more headings in the first row than under it, and three rows of them', async () => {
    const wide: Rows = [
      ['STT', 'Mã', 'Tỉnh', 'Ghi chú', 'Dân số', ''],
      ['', '', '', '', 'Nam', 'Nữ'],
      [1, 'a', 'Huế', 'x', 570, 590],
      [2, 'b', 'Đà Nẵng', 'y', 600, 620],
    ]
    for (const found of await both(wide))
      expect(found).toMatchObject({ labels: ['STT', 'Mã', 'Tỉnh', 'Ghi chú', 'Dân số / Nam', 'Dân số / Nữ'], rows: 2 })
    const three: Rows = [
      ['Địa phương', 'Dân số', '', '', ''],
      ['', 'Nam', '', 'Nữ', ''],
      ['', 'Thành thị', 'Nông thôn', 'Thành thị', 'Nông thôn'],
      ...RECORDS,
    ]
    for (const found of await both(three))
      expect(found).toMatchObject({
        labels: [
          'Địa phương',
          'Dân số / Nam / Thành thị',
          'Dân số / Nam / Nông thôn',
          'Dân số / Nữ / Thành thị',
          'Dân số / Nữ / Nông thôn',
        ],
        rows: 2,
        around: { heads: { first: 1, last: 3 } },
      })
  })

  test('[DAT-75] letters that count go on behind the figures; a first record with a letter among its figures stays', async () => {
    const rows: Rows = [
      ['STT', 'Xã', 'Hộ', 'Người', 'Ghi chú'],
      ['A', 'B', '1', '2', 'C'],
      [1, 'An Hải', 10, 40, ''],
      [2, 'Hòa Cường', 12, 50, 'x'],
    ]
    for (const found of await both(rows)) expect(found).toMatchObject({ rows: 2, around: { counted: 2 } })
    for (const found of await both([
      ['STT', 'Hạng', 'Số'],
      [1, 'A', 2],
      [2, 'khác', 3],
    ]))
      expect(found).toMatchObject({ rows: 2, around: undefined })
  })

  // 2026-11-28: twelve months of a station were twelve columns «Tháng», their numbers taken for a row that counts the columns
  test('[DAT-75] figures that alone tell columns of one heading apart are headings; a row that counts all columns is none', async () => {
    const months = Array.from({ length: 12 }, (_, i) => i + 1)
    const rain: Rows = [
      ['LƯỢNG MƯA CÁC TRẠM'],
      ['TT', 'Trạm', 'Tháng', ...months.slice(1).map(() => ''), 'Cả năm'],
      ['', '', ...months],
      [1, 'Câu Lâu', ...months.map((n) => n * 10.5), 819],
      [2, 'Ái Nghĩa', ...months.map((n) => n * 9.5), 741],
    ]
    const heads = { first: 2, last: 3 }
    for (const found of await both(rain, ['A1:O1', 'C2:N2']))
      expect(found).toMatchObject({
        labels: ['TT', 'Trạm', ...months.map((n) => `Tháng ${n}`), 'Cả năm'],
        rows: 2,
        around: { heads, counted: null },
      })
    const quarters: Rows = [
      ['Xã', 'Các quý trong năm (hộ)', '', '', ''],
      ['', 1, 2, 3, 4],
      ['An Hải', 10, 12, 14, 16],
      ['Hòa Cường', 20, 22, 24, 26],
    ]
    for (const found of await both(quarters, ['B1:E1']))
      expect(found).toMatchObject({ labels: ['Xã', ...[1, 2, 3, 4].map((n) => `Quý ${n} (hộ)`)], rows: 2 })
    const wells = [
      ['Xã', 'Giếng', ...Array.from({ length: 7 }, () => ''), 'Cộng'],
      ['', ...months.slice(0, 8)],
    ]
    for (const found of await both([...wells, ['An Hải', ...months.slice(0, 9)], ['Hòa Cường', ...months.slice(2, 11)]], ['B1:I1']))
      expect(found).toMatchObject({ labels: ['Xã', ...months.slice(0, 8).map((n) => `Giếng / ${n}`), 'Cộng'], rows: 2 })
    // it counts all of them, the merged ones too
    const all: Rows = [['Xã', 'Tháng', ...months.slice(2).map(() => '')], months, ...[1, 2].map((n) => [`Xã ${n}`, ...months.slice(1)])]
    expect((await read(all, ['B1:L1']))?.around).toMatchObject({ counted: 2 })
  })

  test('[DAT-75] a first record of texts, and a letterhead over an unnamed column, are no headings', async () => {
    const records: Rows = [
      ['Trạm', '', 'Ghi chú', 'Số'],
      ['Câu Lâu', 'x', '', ''],
      ['Hội An', 'y', '', 3],
      ['Ái Nghĩa', 'z', '', 4],
    ]
    for (const found of await both(records)) expect(found).toMatchObject({ labels: ['Trạm', 'Cột 2', 'Ghi chú', 'Số'], rows: 3 })
    const letter: Rows = [
      ['CÔNG TY ABC', '', '', 'Mẫu B'],
      ['', 'Tên', 'Số', 'Giá'],
      ['a', 'Huế', 3, 4],
      ['b', 'Vinh', 4, 5],
    ]
    for (const found of await both(letter)) expect(found).toMatchObject({ labels: ['Cột 1', 'Tên', 'Số', 'Giá'], rows: 2 })
  })

  test('[DAT-109] a row of units below the headings is their units, and one that counts the columns is told', async () => {
    const rows: Rows = [
      ['Tỉnh', 'Dân số', 'Diện tích', 'Thu ngân sách', 'Mật độ'],
      ['', 'người', 'km²', '(triệu đồng)', 'người/km²'],
      ['A', '1', '2', '3', '4=1/2'],
      ['Huế', 1160, 4947, 12000, 234],
      ['Đà Nẵng', 3065, 11859, 27000, 258],
    ]
    for (const found of await both(rows))
      expect(found).toMatchObject({
        labels: ['Tỉnh', 'Dân số (người)', 'Diện tích (km²)', 'Thu ngân sách (triệu đồng)', 'Mật độ (người/km²)'],
        units: [null, 'người', 'km²', 'triệu đồng', 'người/km²'],
        rows: 2,
        asks: false,
        around: { units: 2, counted: 3 },
      })
    // units under merged headings, and merged themselves
    const merged = await read(
      [
        ['Tỉnh', 'Năm 2024', '', ''],
        ['', 'Dân số', 'Thu', 'Chi'],
        ['ĐVT', 'người', 'triệu đồng', ''],
        ['Huế', 1160, 12000, 11000],
        ['Đà Nẵng', 3065, 27000, 26000],
      ],
      ['A1:A2', 'B1:D1', 'C3:D3'],
    )
    expect([merged?.columns.map(({ label, unit }) => [label, unit]), merged?.rows]).toEqual([
      [
        ['Tỉnh', null],
        ['Năm 2024 / Dân số (người)', 'người'],
        ['Năm 2024 / Thu (triệu đồng)', 'triệu đồng'],
        ['Năm 2024 / Chi (triệu đồng)', 'triệu đồng'],
      ],
      2,
    ])
    // «Hộ» and «Người» tell columns of one heading apart; «ha» in a column of texts is a record
    const parts = await read(
      [
        ['Xã', 'Tổng số', ''],
        ['', 'Hộ', 'Người'],
        ['An Hải', 10, 40],
        ['Hòa Cường', 12, 50],
      ],
      ['A1:A2', 'B1:C1'],
    )
    expect(parts?.columns.map(({ label }) => label)).toEqual(['Xã', 'Tổng số / Hộ', 'Tổng số / Người'])
    const texts = await read([
      ['Chỉ tiêu', 'ĐVT'],
      ['', 'ha'],
      ['Sản lượng', 'tấn'],
      ['Dân số', 'người'],
    ])
    expect([texts?.rows, texts?.around]).toEqual([3, undefined])
  })

  test('[DAT-109] an annex, a title and a unit right above the headings are none of them; title and unit are proposed', async () => {
    const rows: Rows = [
      ['Phụ lục I'],
      ['THU NGÂN SÁCH THEO XÃ NĂM 2024', '', '', 'Đơn vị tính: triệu đồng'],
      ['STT', 'Xã', 'Thu', 'Tỷ lệ so với dự toán', 'Số hộ (hộ)'],
      [1, 'An Hải', 1250, 99.5, 10],
      [2, 'Hòa Cường', 2300, 101.5, 12],
    ]
    for (const found of await both(rows, ['A1:E1', 'A2:C2', 'D2:E2']))
      expect(found).toMatchObject({
        labels: ['STT', 'Xã', 'Thu', 'Tỷ lệ so với dự toán', 'Số hộ (hộ)'],
        units: [null, null, 'triệu đồng', null, 'hộ'],
        around: {
          above: [
            { at: 1, value: 'Phụ lục I' },
            { at: 2, value: 'THU NGÂN SÁCH THEO XÃ NĂM 2024 | Đơn vị tính: triệu đồng' },
          ],
          title: { at: 2, value: 'THU NGÂN SÁCH THEO XÃ NĂM 2024' },
          unit: { at: 2, value: 'Đơn vị tính: triệu đồng', unit: 'triệu đồng' },
        },
      })
    const letter: Rows = [
      ['UBND TỈNH QUẢNG NAM', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', ''],
      ['SỞ Y TẾ', '', 'Độc lập - Tự do - Hạnh phúc', ''],
      ['Số: 12/BC-SYT', '', 'Quảng Nam, ngày 5 tháng 1 năm 2025', ''],
      ['BÁO CÁO'],
      ['Giường bệnh theo trạm y tế'],
      ['', '', '', 'ĐVT: giường, bác sĩ'],
      ['STT', 'Trạm', 'Giường', 'Bác sĩ'],
      [1, 'A', 5, 1],
      [2, 'B', 6, 2],
    ]
    const letterheads = ['A1:B1', 'C1:D1', 'A2:B2', 'C2:D2', 'A3:B3', 'C3:D3', 'A4:D4', 'A5:D5']
    for (const found of await both(letter, letterheads))
      expect(found).toMatchObject({
        labels: ['STT', 'Trạm', 'Giường', 'Bác sĩ'],
        // two units are of no one column
        units: [null, null, null, null],
        around: { title: { at: 4, value: 'BÁO CÁO Giường bệnh theo trạm y tế' }, unit: null },
      })
    const year: Rows = [['BIỂU 01: GRDP PHÂN THEO ĐỊA PHƯƠNG'], ['Tỷ đồng'], ['Tỉnh', '2023', '2024'], ['Huế', 70, 80], ['Vinh', 60, 66]]
    for (const found of await both(year, ['A1:C1']))
      expect(found).toMatchObject({
        units: [null, 'tỷ đồng', 'tỷ đồng'],
        around: { title: { at: 1, value: 'GRDP PHÂN THEO ĐỊA PHƯƠNG' }, unit: { at: 2, value: 'Tỷ đồng', unit: 'tỷ đồng' } },
      })
    // right above two columns
    const two: Rows = [
      ['SỞ Y TẾ', 'Độc lập - Tự do - Hạnh phúc'],
      ['Trạm', 'Giường'],
      ['A', 5],
      ['B', 6],
    ]
    for (const found of await both(two)) expect(found).toMatchObject({ labels: ['Trạm', 'Giường'], rows: 2 })
  })

  test('[DAT-109] the unit that the version before has stays; where the line above says another, that is told', async () => {
    const file = (unit: string) => `Thu chi;;\nĐVT: ${unit};;\nXã;Thu;Chi\nAn Hải;1250;1100\nHòa Cường;2300;2200\n`
    const one = await node.take('v1.csv', file('triệu đồng'), { title: 'Thu chi của xã', key: ['xa'], places: [] })
    expect(one.columns.map(({ unit, measure }) => [unit, measure])).toEqual([
      [null, undefined],
      ['triệu đồng', 'sum'],
      ['triệu đồng', 'sum'],
    ])
    const units = async (unit: string) =>
      (await node.read('v2.csv', file(unit), { dataset: one.id })).reading?.columns.map((column) => [column.unit, column.unitAbove?.unit])
    expect(await units('triệu đồng')).toEqual([
      [null, undefined],
      ['triệu đồng', undefined],
      ['triệu đồng', undefined],
    ])
    expect(await units('tỷ đồng')).toEqual([
      [null, undefined],
      ['triệu đồng', 'tỷ đồng'],
      ['triệu đồng', 'tỷ đồng'],
    ])
  })

  // 2026-11-28: «Đơn vị tính: người» above a table was proposed for its ordinals and for its households
  test('[DAT-109] the unit above is none of ordinals, codes, years, rates and of other things that are counted', async () => {
    const units = async (unit: string, heads: readonly string[], first: readonly (string | number)[] = heads.map((_, i) => i + 1)) => {
      const rows = [
        [`Đơn vị tính: ${unit}`],
        ['Xã', ...heads],
        ['An Hải', ...first],
        ...[1, 2, 3].map((n) => [`Xã ${n}`, ...heads.map(() => n + 7)]),
      ]
      const { reading } = await node.read('bảng.csv', csv(rows))
      return reading?.columns.slice(1).map((column) => column.unit)
    }
    const none = ['STT', 'Mã xã', 'Năm', 'Năng suất', 'Hệ số', 'Hộ nghèo', 'Số hộ', 'Tổng số trường']
    expect(await units('người', [...none, 'Dân số', 'Số lao động', 'Nam'])).toEqual([...none.map(() => null), 'người', 'người', 'người'])
    expect(await units('hộ', ['Số hộ', 'Hộ nghèo', 'Số người', 'Năm 2024'])).toEqual(['hộ', 'hộ', null, 'hộ'])
    expect(await units('triệu đồng', ['Số dự án', 'Vốn', 'Doanh nghiệp', 'Hộ kinh doanh'])).toEqual([
      null,
      ...[1, 2, 3].map(() => 'triệu đồng'),
    ])
    // ordinals of groups among figures
    expect(await units('người', ['TT', 'Dân số'], ['I', 3])).toEqual([null, 'người'])
  })

  test('[DAT-109] hidden rows and columns come in, and are told', async () => {
    const rows = rowsOf([
      ['Xã', 'Hộ', 'Mã cũ', 'Ghi chú'],
      ['An Hải', 10, 7, 'a'],
      ['Hòa Cường', 12, 8, 'b'],
      ['Hòa Vang', 14, 9, 'c'],
    ]).map((row, i) => (i === 2 || i === 3 ? row.replace('<row ', '<row hidden="1" ') : row))
    const cols =
      '<cols><col min="1" max="2" width="9"/><col min="3" max="3" width="0" hidden="1"/><col min="6" max="16384" hidden="1"/></cols>'
    const { reading } = await node.read('ẩn.xlsx', await bookOf(rows, { cols }))
    expect([reading?.rows, reading?.around?.hidden]).toEqual([3, { rows: 2, first: [3, 4], columns: ['C (Mã cũ)'] }])
  })

  const BESIDE: Rows = [
    ['DÂN SỐ', '', '', '', 'DIỆN TÍCH'],
    ['STT', 'Xã', 'Dân số', '', 'STT', 'Xã', 'Diện tích'],
    [1, 'An Hải', 10, '', 1, 'Hòa Vang', 70],
    [2, 'Hòa Cường', 12, '', 2, 'Hòa Tiến', 80],
    [3, 'Hòa Xuân', 14, '', '', '', ''],
    [4, 'Cẩm Lệ', 16, '', '', '', ''],
  ]
  test('[DAT-110] of two tables side by side the one with most rows is read, the other is named and read when it is chosen', async () => {
    for (const [name, file, sheet] of [
      ['cạnh.xlsx', await bookOf(rowsOf(BESIDE), { merged: ['A1:C1', 'E1:G1'] }), 'Bảng!'],
      ['cạnh.csv', csv(BESIDE), ''],
    ] as const) {
      const { id, reading } = await node.read(name, file)
      expect([
        reading?.columns.map(({ label }) => label),
        reading?.rows,
        reading?.part,
        reading?.parts,
        reading?.around?.title?.value,
      ]).toEqual([
        ['STT', 'Xã', 'Dân số'],
        4,
        `${sheet}A:C`,
        [
          { name: `${sheet}A:C`, rows: 6, beside: true },
          { name: `${sheet}E:G`, rows: 4, beside: true },
          { name: `${sheet}A:G`, rows: 6 },
        ],
        'DÂN SỐ',
      ])
      got(await node.call(importReread, node.at(), { id, part: `${sheet}E:G` }))
      await node.importer.idle()
      const done = await node.commit(id, { title: `Diện tích ${name}`, places: [] })
      expect(await node.rows(done.dataset ?? '')).toEqual([
        { stt: 1, xa: 'Hòa Vang', dien_tich: 70 },
        { stt: 2, xa: 'Hòa Tiến', dien_tich: 80 },
      ])
      const whole = await node.read(name, file)
      got(await node.call(importReread, node.at(), { id: whole.id, part: `${sheet}A:G` }))
      await node.importer.idle()
      expect((await node.show(whole.id)).reading?.columns).toHaveLength(7)
    }
  })

  test('[DAT-110] an empty column within a table makes no two of it, and is told; remarks beside some of its rows stay', async () => {
    const spaced: Rows = [
      ['Mã', 'Tên', '', 'Địa chỉ', 'Điện thoại'],
      ['a', 'Huế', '', '1 Lê Lợi', 'không'],
      ['b', 'Vinh', '', '2 Lê Lợi', 'có máy'],
      ['c', 'Đà Nẵng', '', '', ''],
    ]
    const parts = async (name: string, file: string | Uint8Array) => {
      const { reading } = await node.read(name, file)
      return [reading?.columns.length, reading?.rows, reading?.part, reading?.parts.map((part) => part.name)]
    }
    expect(await parts('trống.xlsx', await bookOf(rowsOf(spaced)))).toEqual([5, 3, 'Bảng', ['Bảng', 'Bảng!A:B', 'Bảng!D:E']])
    expect(await parts('trống.csv', csv(spaced))).toEqual([5, 3, 'A:E', ['A:E', 'A:B', 'D:E']])
    const remarks: Rows = [
      ['Xã', 'Hộ', '', 'Ghi chú', 'Ai ghi'],
      ...Array.from({ length: 12 }, (_, i) => [`Xã ${'ABCDEFGHIJKL'[i]}`, i, '', ...(i % 5 === 0 ? ['sửa', 'An'] : ['', ''])]),
    ]
    expect((await parts('ghi.xlsx', await bookOf(rowsOf(remarks))))[0]).toBe(5)
    const groups: Rows = [
      ['Tỉnh', 'Năm 2023', '', '', 'Năm 2024', ''],
      ['', 'Nam', 'Nữ', '', 'Nam', 'Nữ'],
      ['Huế', 570, 590, '', 580, 600],
      ['Vinh', 20, 30, '', 40, 50],
    ]
    expect((await parts('nhóm.xlsx', await bookOf(rowsOf(groups))))[0]).toBe(6)
    // none where nothing is empty, and a cell that stands between two tables is not lost
    expect((await node.read('một.csv', 'a;b\n1;2\n3;4\n')).reading?.parts).toEqual([])
    // beyond what is looked at first
    const long = `STT;Xã;;STT;Xã\n${Array.from({ length: 90_000 }, (_, i) => `${i};xã ${i};${i === 80_000 ? 'lạc' : ''};${i};xã\n`).join('')}`
    const first = await node.read('dài.csv', long)
    expect(first.reading?.part).toBe('A:B')
    const done = await node.commit(first.id, { title: 'Bảng dài', places: [], key: ['stt'] })
    expect(done.bad.map(({ at, bad }) => [at, bad])).toEqual([[80_002, 'ragged']])
  }, 60_000)

  test('[DAT-109] [DAT-110] the page proposes title and unit with their lines; of another table that is chosen its own title', async () => {
    const site = siteOf(node, () => tester)
    const file = await bookOf(
      rowsOf([['DÂN SỐ CÁC XÃ', '', '', '', 'DIỆN TÍCH CÁC XÃ'], ['ĐVT: người'], ...BESIDE.slice(1)]).map((row, i) =>
        i === 3 ? row.replace('<row ', '<row hidden="true" ') : row,
      ),
      { merged: ['A1:C1', 'E1:G1'] },
    )
    const { id } = await node.read('cạnh.xlsx', file)
    const to = `http://127.0.0.1/lam-viec/du-lieu/${id}`
    const shown = async () => (await (await site.request(to)).text()).replaceAll(/<!-- -->/g, '')
    const first = await shown()
    for (const words of [
      'value="DÂN SỐ CÁC XÃ"',
      'Đề xuất theo dòng 1 của tệp',
      'đơn vị đề xuất theo dòng 2 của tệp',
      '1 dòng (dòng 4). Vẫn được đọc và nhập',
      'chưa đọc Bảng!E:G',
    ])
      expect(first).toContain(words)
    const again = (ten: string, phan: string) =>
      site.request(to, { method: 'POST', body: new URLSearchParams({ viec: 'doc-lai', ten, muc: 'internal', phan }) })
    await again('DÂN SỐ CÁC XÃ', 'Bảng!E:G')
    await node.importer.idle()
    expect(await shown()).toContain('value="DIỆN TÍCH CÁC XÃ"')
    // what was typed stays
    await again('Tên tôi đặt', 'Bảng!A:C')
    await node.importer.idle()
    const typed = await shown()
    expect([typed.includes('value="Tên tôi đặt"'), typed.includes('Đề xuất theo dòng 1')]).toEqual([true, false])
  })
}, onePGlite)
