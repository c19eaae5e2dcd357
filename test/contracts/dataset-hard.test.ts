import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { onePGlite, onNodes } from '../support/dataset-node.ts'
import { zipOf } from '../support/office-files.ts'
import { bookOf, inline, rowsOf as sheet } from '../support/xlsx.ts'

/** Files that were read wrongly without a word, or ended the process, before a reviewer made them: 2026-11-27. */
onNodes((node) => {
  const labels = async (name: string, file: string | Uint8Array) => {
    const { reading } = await node.read(name, file)
    return [reading?.columns.map(({ label }) => label), reading?.rows, reading?.asksHead]
  }

  test('[DAT-17] what a zip or a .dbf says of itself is held against what it has', async () => {
    const book = Buffer.from(
      await bookOf(
        sheet([
          ['a', 'b'],
          [1, 2],
        ]),
      ),
    )
    book.writeUInt32LE(0xff_ff_ff_ff, book.length - 22 + 12)
    expect((await node.read('cuối.xlsx', book)).failure?.code).toBe('import-unreadable')
    const dbf = Buffer.alloc(80)
    dbf.writeUInt32LE(0xff_ff_ff_f0, 4)
    dbf.writeUInt16LE(65, 8)
    dbf.writeUInt16LE(4, 10)
    dbf.write('A', 32)
    dbf.write('C', 43)
    dbf[48] = 3
    dbf[64] = 13
    const shp = Buffer.alloc(128)
    shp.writeInt32BE(10, 104)
    shp.writeInt32LE(1, 108)
    expect((await node.read('giả.zip', zipOf({ 'a.shp': shp, 'a.dbf': dbf }))).failure?.code).toBe('file-broken')
  })

  test('[DAT-17] cells without an end, and cells that only have a format, cost no time', async () => {
    const open = await bookOf([
      `<row r="1">${inline('A1', 'x')}${inline('B1', 'y')}</row>`,
      `<row r="2">${'<c r="A2">'.repeat(60_000)}</row>`,
    ])
    expect((await node.read('hở.xlsx', open)).failure?.code).toBe('import-empty')
    const far = Array.from({ length: 5000 }, (_, i) => `<row r="${i + 1}">${inline(`A${i + 1}`, `m${i}`)}<c r="XFD${i + 1}" s="1"/></row>`)
    expect(await labels('xa.xlsx', await bookOf(far))).toMatchObject([['m0'], 4999, false])
  }, 20_000)

  test('[DAT-75] a letterhead over a small table is not its headings, nor is its first record part of them', async () => {
    const few = sheet([
      ['UBND TỈNH', '', 'CỘNG HÒA'],
      ['SỞ Y TẾ', '', 'Độc lập'],
      [''],
      ['STT', 'Trạm', 'Giường', 'Ghi chú'],
      [1, 'A', 5],
      [2, 'B', 6],
    ])
    expect(await labels('thư.xlsx', await bookOf(few, { merged: ['A1:B1', 'C1:D1', 'A2:B2', 'C2:D2'] }))).toEqual([
      ['STT', 'Trạm', 'Giường', 'Ghi chú'],
      2,
      false,
    ])
    const across = sheet([
      ['Tên', 'Tọa độ', '', 'Số'],
      ['T0', 16.05, 108.2, 0],
      ['T1', 16.06, 108.3, 1],
    ])
    expect(await labels('ngang.xlsx', await bookOf(across, { merged: ['B1:C1'] }))).toEqual([['Tên', 'Tọa độ', 'Tọa độ', 'Số'], 2, false])
    const blank = [
      ...sheet([['BẢNG'], ['Tên', 'Số'], ['a', 1], ['b', 2]]),
      ...Array.from({ length: 60 }, (_, i) => `<row r="${i + 9}"><c r="A${i + 9}" s="1"/></row>`),
    ]
    expect(await labels('trống.xlsx', await bookOf(blank))).toEqual([['Tên', 'Số'], 2, false])
  })

  test.each([
    ['Hạng,Số xã,Số hộ\nA,1,2\nB,5,60\nC,7,80\n', ['Hạng', 'Số xã', 'Số hộ'], 3, false],
    ['Hải Châu,12,2024-01-01\nSơn Trà,13,2024-01-02\nHòa Vang,14,2024-01-03\n', ['Hải Châu', '12', '2024-01-01'], 2, true],
    ['Biểu 01,,ĐVT: người\nTỉnh,2021,2022\nHà Nội,8435,8500\nHuế,1160,1170\n', ['Tỉnh', '2021', '2022'], 2, false],
    ['Tổng cục Thống kê\nĐơn vị,người\nTỉnh,2022,2023\nHà Nội,8435,8500\nHuế,1160,1170\n', ['Tỉnh', '2022', '2023'], 2, false],
  ])('[DAT-1] [DAT-75] headings of %j', async (text, head, rows, asks) => {
    expect(await labels('đầu.csv', text)).toEqual([head, rows, asks])
  })

  test('[DAT-17] a format that leaves room for a letter is no day, and hours go on after 24', async () => {
    const style =
      '<styleSheet><numFmts count="2"><numFmt numFmtId="170" formatCode="_-* #,##0\\ _V_N_D_-"/><numFmt numFmtId="171" formatCode="[h]:mm"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>'
    const rows = [
      `<row r="1">${['A', 'B', 'C'].map((c) => inline(`${c}1`, c)).join('')}</row>`,
      `<row r="2">${inline('A2', 'm')}<c r="B2" s="1"><v>45000</v></c><c r="C2" s="2"><v>1.2708333333333333</v></c></row>`,
    ]
    const { reading, failure } = await node.read(
      'tiền.xlsx',
      zipOf({ 'xl/styles.xml': style, 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>` }),
    )
    expect([failure, reading?.preview]).toEqual([null, [['m', '45000', '30:30:00']]])
  })

  test('[DAT-64] decimals of Parquet and numbers of JSON come in to their last figure', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [{ name: 'd', data: [123456789012345678n] }],
      schema: [
        { name: 'root', num_children: 1 },
        { name: 'd', type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18, repetition_type: 'OPTIONAL' },
      ],
    })
    expect((await node.read('tiền.parquet', new Uint8Array(bytes))).reading?.preview).toEqual([['1234567890123456.78']])
    // 2026-11-27: of bytes without a length the library makes a double of its scale
    const free = [12_345n, -5n, 123_456_789_012_345_678_901n]
    const long = parquetWriteBuffer({
      columnData: [{ name: 'd', data: free }],
      schema: [
        { name: 'root', num_children: 1 },
        { name: 'd', type: 'BYTE_ARRAY', converted_type: 'DECIMAL', scale: 2, precision: 30, repetition_type: 'OPTIONAL' },
      ],
    })
    expect((await node.read('byte.parquet', new Uint8Array(long))).reading?.preview).toEqual([
      ['123.45'],
      ['-0.05'],
      ['1234567890123456789.01'],
    ])
    const json = await node.read('số.json', '[{"a":123456789012345.678,"p":{"x":12345678901234567.89}},{"a":1.50}]')
    expect(json.reading?.preview.map(([a]) => a)).toEqual(['123456789012345.678', '1.5'])
  })

  test('[DAT-79] lists in branches of their own are named, the largest is taken; a record each line may be called .json', async () => {
    const { reading } = await node.read('năm.json', JSON.stringify({ 2023: { items: [{ a: 1 }] }, 2024: { items: [{ a: 2 }, { a: 3 }] } }))
    expect(reading?.parts.map(({ name, rows }) => [name, rows])).toEqual([
      ['2024.items', 2],
      ['2023.items', 1],
    ])
    expect((await node.read('dòng.json', '{"a":1}\n{"a":2}\n')).reading?.rows).toBe(2)
  })

  test('[DAT-17] one shape that cannot be read is a bad cell, not a column of texts', async () => {
    const feature = (geometry: object) => ({ type: 'Feature', properties: { a: 1 }, geometry })
    const point = feature({ type: 'Point', coordinates: [108, 16] })
    const file = JSON.stringify({
      type: 'FeatureCollection',
      features: [point, point, feature({ type: 'GeometryCollection', geometries: [] })],
    })
    expect((await node.read('lẫn.geojson', file)).reading?.columns.at(-1)).toMatchObject({ type: 'geometry', misfits: 1 })
  })

  test('[DAT-2] a code that a workbook shows with its zeros keeps them', async () => {
    const row = (at: number, code: number, people: number): string =>
      `<row r="${at}"><c r="A${at}" s="3"><v>${code}</v></c><c r="B${at}"><v>${people}</v></c></row>`
    const rows = [sheet([['Mã xã', 'Số dân']])[0] ?? '', row(2, 194, 1200), row(3, 20194, 900)]
    const { reading } = await node.read('mã.xlsx', await bookOf(rows))
    expect([reading?.columns.map(({ type }) => type), reading?.preview]).toEqual([
      ['text', 'integer'],
      [
        ['00194', '1200'],
        ['20194', '900'],
      ],
    ])
  })

  test('[DAT-6] a row of separators alone is an empty row of a sheet, not a record', async () => {
    const { reading } = await node.read('trống.csv', 'Tên;Số;Loại\nA;1;x\n;;\nB;2;y\n;;\n')
    expect(reading?.preview).toEqual([
      ['A', '1', 'x'],
      ['B', '2', 'y'],
    ])
  })

  test('[DAT-5] [DAT-17] two columns of Parquet of one name are two columns, within groups and lists too', async () => {
    const bytes = Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: 'cột-1', data: [1, 2, 3], type: 'INT32' },
          { name: 'l', data: [['x'], ['y', 'z'], []] },
          { name: 'cột-2', data: ['p', 'q', 'r'], type: 'STRING' },
        ],
        rowGroupSize: 2,
      }),
    )
    const twice = Buffer.from(
      bytes.toString('latin1').replaceAll(Buffer.from('cột-2').toString('latin1'), Buffer.from('cột-1').toString('latin1')),
      'latin1',
    )
    const { reading } = await node.read('trùng tên.parquet', twice)
    expect([reading?.columns.map(({ name, label }) => [name, label]), reading?.preview]).toEqual([
      [
        ['cot_1', 'cột-1'],
        ['l', 'l'],
        ['cot_1_2', 'cột-1'],
      ],
      [
        ['1', '["x"]', 'p'],
        ['2', '["y","z"]', 'q'],
        ['3', '[]', 'r'],
      ],
    ])
  })

  test('[DAT-9] a unit that the new file says goes before that of the version before', async () => {
    const one = await node.take('v1.csv', 'Mã,Dân số (nghìn người)\na,1.5\nb,2.25\n', { title: 'Đơn vị đổi', key: ['ma'] })
    const next = await node.read('v2.csv', 'Mã,Dân số (người)\na,1600\nb,2250\n', { dataset: one.id })
    expect(next.reading?.columns[1]).toMatchObject({ label: 'Dân số (người)', unit: 'người' })
  })
}, onePGlite)
