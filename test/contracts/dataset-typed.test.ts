import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, expect, test } from 'vitest'
import { onePGlite, onNodes } from '../support/dataset-node.ts'
import { bookOf, inline, sheetOf } from '../support/xlsx.ts'

/** What a format says of a cell is what it is; how the texts beside it are written says nothing of it. */
onNodes((node) => {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-typed-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const typesOf = (one: { readonly columns: readonly { readonly type: string }[] }) => one.columns.map(({ type }) => type)

  test('[DAT-73] numbers of a workbook stay what they are beside texts that are written with commas', async () => {
    const one = await node.take(
      'số.xlsx',
      await bookOf([
        `<row r="1">${inline('A1', 'Mã')}${inline('B1', 'Diện tích')}</row>`,
        `<row r="2">${inline('A2', 'a')}<c r="B2"><v>1.125</v></c></row>`,
        `<row r="3">${inline('A3', 'b')}${inline('B3', '2.500,75')}</row>`,
        `<row r="4">${inline('A4', 'c')}<c r="B4"><v>3.5</v></c></row>`,
      ]),
    )
    expect((await node.rows(one.id)).map((row) => row['dien_tich'])).toEqual([1.125, 2500.75, 3.5])
  })

  test('[DAT-73] numbers of JSON beside texts: nothing is asked of «1.125», and «1.500» as a text still is', async () => {
    const plain = await node.read('a.json', '[{"x":1.125},{"x":2.25}]')
    expect(plain.reading?.columns[0]).toMatchObject({ type: 'decimal', form: null, asks: [] })
    const mixed = await node.take('b.json', '[{"x":1.125},{"x":"2,5"},{"x":true},{"x":null}]', {
      title: 'Hỗn hợp',
      bad: 'leave-out',
      columns: [{ name: 'x', type: 'decimal', form: 'comma' }],
    })
    expect((await node.rows(mixed.id)).map((row) => row['x'])).toEqual([1.125, 2.5, null])
    expect((await node.read('c.json', '[{"x":1.125},{"x":"1.500"}]')).reading?.columns[0]?.asks).toEqual(['comma', 'point'])
  })

  test('[DAT-73] days and times of a workbook in one column are times; midnight is one', async () => {
    const one = await node.take(
      'giờ.xlsx',
      await bookOf([
        `<row r="1">${inline('A1', 'Lúc')}${inline('B1', 'Trạm')}</row>`,
        `<row r="2"><c r="A2" s="1"><v>44900.5</v></c>${inline('B2', 'x')}</row>`,
        `<row r="3"><c r="A3" s="1"><v>44901</v></c>${inline('B3', 'y')}</row>`,
      ]),
    )
    expect([typesOf(one), (await node.rows(one.id)).map((row) => row['luc'])]).toEqual([
      ['instant', 'text'],
      ['2022-12-05T12:00:00+07:00', '2022-12-06T00:00:00+07:00'],
    ])
  })

  test('[DAT-73] a day of Parquet has no hour, a local time no zone; lists are one column each, as JSON', async () => {
    const noon = new Date('2024-05-01T12:00:00Z')
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'ngay', data: [new Date('2024-05-01T00:00:00Z')] },
        { name: 'luc', data: [noon] },
        { name: 'gio_utc', data: [noon] },
        { name: 'gia', data: [113] },
        { name: 'ten', data: ['xã'] },
        { name: 'cac_so', data: [[1, 2]] },
      ],
      schema: [
        { name: 'root', num_children: 6 },
        { name: 'ngay', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
        {
          name: 'luc',
          type: 'INT64',
          repetition_type: 'OPTIONAL',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' },
        },
        { name: 'gio_utc', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'OPTIONAL' },
        { name: 'gia', type: 'INT32', repetition_type: 'OPTIONAL' },
        { name: 'ten', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
        { name: 'cac_so', num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
        { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
        { name: 'element', type: 'INT32', repetition_type: 'OPTIONAL' },
      ],
    })
    const one = await node.take('ngày.parquet', new Uint8Array(bytes))
    expect([typesOf(one), await node.rows(one.id)]).toEqual([
      ['day', 'instant', 'instant', 'integer', 'text', 'text'],
      [
        {
          ngay: '2024-05-01',
          luc: '2024-05-01T12:00:00+07:00',
          gio_utc: '2024-05-01T19:00:00+07:00',
          gia: 113,
          ten: 'xã',
          cac_so: '[1,2]',
        },
      ],
    ])
  })

  test('[DAT-73] a whole number of a GeoPackage comes in to its last figure, a truth as a truth', async () => {
    const path = join(folder, 'số.gpkg')
    const db = new DatabaseSync(path)
    db.exec(`
      create table gpkg_contents (table_name text, data_type text);
      create table gpkg_geometry_columns (table_name text, column_name text, srs_id int);
      create table so (fid integer primary key, ma integer, dung boolean, do real, ghi text);
      insert into gpkg_contents values ('so', 'attributes');
      insert into so values (1, 90071992547409931, 1, 1.125, '2,5'), (2, 2, 0, null, '1,5')`)
    db.close()
    const one = await node.take('số.gpkg', readFileSync(path))
    expect([typesOf(one), await node.rows(one.id)]).toEqual([
      ['integer', 'integer', 'boolean', 'decimal', 'decimal'],
      [
        { fid: 1, ma: '90071992547409931', dung: true, do: 1.125, ghi: 2.5 },
        { fid: 2, ma: 2, dung: false, do: null, ghi: 1.5 },
      ],
    ])
  })

  test('[DAT-74] a text that is merged downwards is of each of its rows; an amount stays in the first, and both are told', async () => {
    const { id, reading } = await node.read(
      'gộp.xlsx',
      await bookOf(
        [
          `<row r="1">${['Quận', 'Năm', 'Phường', 'Kinh phí'].map((head, i) => inline(`${'ABCD'[i]}1`, head)).join('')}</row>`,
          `<row r="2">${inline('A2', 'Hải Châu')}<c r="B2"><v>2024</v></c>${inline('C2', 'Hòa Cường')}<c r="D2"><v>900</v></c></row>`,
          `<row r="3">${inline('C3', 'Thuận Phước')}</row>`,
          `<row r="4">${inline('A4', 'Sơn Trà')}<c r="B4"><v>2024</v></c>${inline('C4', 'An Hải')}<c r="D4"><v>100</v></c></row>`,
        ],
        { merged: ['A2:A3', 'B2:B3', 'D2:D3'] },
      ),
    )
    expect(reading?.merged).toEqual({ filled: 2, left: 1 })
    const { dataset } = await node.commit(id, { title: 'Kinh phí phường', places: [] })
    expect(await node.rows(dataset ?? '')).toEqual([
      { quan: 'Hải Châu', nam: 2024, phuong: 'Hòa Cường', kinh_phi: 900 },
      { quan: 'Hải Châu', nam: 2024, phuong: 'Thuận Phước', kinh_phi: null },
      { quan: 'Sơn Trà', nam: 2024, phuong: 'An Hải', kinh_phi: 100 },
    ])
  })

  test('[DAT-75] headings in three rows below a letterhead are joined, and the row that counts the columns is no record', async () => {
    const { reading } = await node.read(
      'ba tầng.xlsx',
      await bookOf(
        [
          `<row r="1">${inline('A1', 'UBND THÀNH PHỐ')}${inline('D1', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</row>`,
          `<row r="2">${inline('A2', 'CỤC THỐNG KÊ')}${inline('D2', 'Độc lập - Tự do - Hạnh phúc')}</row>`,
          `<row r="4">${inline('A4', 'BẢNG DÂN SỐ')}</row>`,
          `<row r="5">${inline('A5', 'Địa phương')}${inline('B5', 'Dân số')}</row>`,
          `<row r="6">${inline('B6', 'Nam')}${inline('D6', 'Nữ')}</row>`,
          `<row r="7">${['B', 'C', 'D', 'E'].map((at, i) => inline(`${at}7`, i % 2 === 0 ? 'Thành thị' : 'Nông thôn')).join('')}</row>`,
          `<row r="8">${['A', '1', '2', '3', '4'].map((mark, i) => inline(`${'ABCDE'[i]}8`, mark)).join('')}</row>`,
          ...[9, 10, 11].map(
            (at) =>
              `<row r="${at}">${inline(`A${at}`, `Xã ${at}`)}${[...'BCDE'].map((c, i) => `<c r="${c}${at}"><v>${at * 10 + i}</v></c>`).join('')}</row>`,
          ),
        ],
        { merged: ['A1:C1', 'D1:E1', 'A2:C2', 'D2:E2', 'A4:E4', 'A5:A7', 'B5:E5', 'B6:C6', 'D6:E6'] },
      ),
    )
    expect([reading?.columns.map(({ label }) => label), reading?.rows, reading?.preview[0]]).toEqual([
      ['Địa phương', 'Dân số / Nam / Thành thị', 'Dân số / Nam / Nông thôn', 'Dân số / Nữ / Thành thị', 'Dân số / Nữ / Nông thôn'],
      3,
      ['Xã 9', '90', '91', '92', '93'],
    ])
    const csv = await node.read('đếm.csv', 'Tên,Số hộ,Số người\nA,(1),(2)\nAn Hải,10,40\nHòa Cường,12,50\n')
    expect([csv.reading?.rows, csv.reading?.columns.map(({ type }) => type)]).toEqual([2, ['text', 'integer', 'integer']])
    // a record may be 1, 2, 3
    expect((await node.read('ba.csv', 'a,b,c\n1,2,3\n4,5,6\n')).reading?.rows).toBe(2)
  })

  test('[DAT-65] rows of totals are asked about; left out they stand with their reason, and stop nothing', async () => {
    const file = 'Xã;Hộ;Mưa\nAn Hải;10;1,5\nHòa Cường;12;k/đ\nTổng cộng;22;chưa có số liệu\n'
    const first = await node.read('hộ.csv', file)
    expect(first.reading?.totals).toEqual({ n: 1, first: [{ at: 4, value: 'Tổng cộng' }] })
    await expect(node.commit(first.id, { title: 'Hộ theo xã' })).rejects.toThrow('import-asks-totals')
    const done = await node.commit(first.id, { title: 'Hộ theo xã', totals: 'leave-out', places: [] })
    expect([done.state, done.rowsBad, done.bad.map(({ at, bad }) => [at, bad])]).toEqual(['done', 0, [[4, 'total']]])
    expect(await node.rows(done.dataset ?? '')).toEqual([
      { xa: 'An Hải', ho: 10, mua: 1.5 },
      { xa: 'Hòa Cường', ho: 12, mua: null },
    ])
    const kept = await node.take('hộ.csv', file, { title: 'Hộ có dòng cộng', totals: 'keep', places: [] })
    expect(kept.current.rows).toBe(3)
  })

  test('[DAT-76] texts typed in a .Vn or VNI font are put right, by column; those that are right stay', async () => {
    const tcvn = 'Th\u00b5nh ph\u00e8 \u00a7\u00b5 N\u00bdng'
    const one = await node.take(
      'phông.xlsx',
      await bookOf([
        `<row r="1">${inline('A1', 'T\u00aan')}${inline('B1', 'Ghi ch\u00f3')}</row>`,
        `<row r="2">${inline('A2', tcvn)}${inline('B2', 'Café Noël, đúng')}</row>`,
        `<row r="3">${inline('A3', 'Thành phố Huế')}${inline('B3', 'Hàng hóa')}</row>`,
        `<row r="4">${inline('A4', 'TØnh Qu\u00b6ng Nam')}${inline('B4', 'x')}</row>`,
      ]),
    )
    expect([one.columns.map(({ label }) => label), one.current.encoding]).toEqual([['Tên', 'Ghi chú'], 'tcvn3'])
    expect((await node.rows(one.id)).map((row) => [row['ten'], row['ghi_chu']])).toEqual([
      ['Thành phố Đà Nẵng', 'Café Noël, đúng'],
      ['Thành phố Huế', 'Hàng hóa'],
      ['Tỉnh Quảng Nam', 'x'],
    ])
    const vni = await node.read('vni.csv', 'ten,so\nThaønh phoá Ñaø Naüng,1\nTænh Quaûng Nam,2\n')
    expect([vni.reading?.encoding, vni.reading?.preview[0]?.[0]]).toEqual(['vni', 'Thành phố Đà Nẵng'])
    expect((await node.read('đúng.csv', 'ten,so\nHà Nội,1\nxã hà,2\n')).reading?.encoding).toBe('utf-8')
  })

  test('[DAT-77] «12,5%» is 12,5 of a hundred, as a text and as a workbook shows it', async () => {
    const csv = await node.take('tỷ lệ.csv', 'ma,ty_le\na,"12,5%"\nb,"7 %"\nc,-\n', { title: 'Tỷ lệ một' })
    expect([csv.columns[1], (await node.rows(csv.id)).map((row) => row['ty_le'])]).toMatchObject([
      { type: 'decimal', unit: '%' },
      [12.5, 7, null],
    ])
    const book = await node.take(
      'tỷ lệ.xlsx',
      await bookOf([
        `<row r="1">${inline('A1', 'Mã')}${inline('B1', 'Tỷ lệ')}</row>`,
        `<row r="2">${inline('A2', 'a')}<c r="B2" s="2"><v>0.125</v></c></row>`,
        `<row r="3">${inline('A3', 'b')}<c r="B3" s="2"><v>7.0000000000000007E-2</v></c></row>`,
      ]),
      { title: 'Tỷ lệ hai' },
    )
    expect([book.columns[1]?.unit, (await node.rows(book.id)).map((row) => row['ty_le'])]).toEqual(['%', [12.5, 7]])
    const money = await node.take('giá.csv', 'ma;gia;nuoc (m)\na;1.250.000 đ;3,5 m\nb;300.000 đ;2\n', { title: 'Giá' })
    expect([money.columns.map(({ type, unit }) => [type, unit]), (await node.rows(money.id)).map(({ gia, nuoc }) => [gia, nuoc])]).toEqual([
      [
        ['text', null],
        ['integer', 'đ'],
        ['decimal', 'm'],
      ],
      [
        [1_250_000, 3.5],
        [300_000, 2],
      ],
    ])
    // codes with a letter, and two units
    const none = await node.read('mã.csv', 'a;b\n12A;5 km\n15A;300 m\n')
    expect(none.reading?.columns.map(({ type }) => type)).toEqual(['text', 'text'])
    // one with the sign among those without it is none of them
    const mixed = await node.read('lẫn.csv', `x;y\n${'0,5;a\n'.repeat(60)}12%;b\n`)
    expect(mixed.reading?.columns[0]).toMatchObject({ type: 'decimal', unit: null, misfits: 1 })
  })

  test('[DAT-78] a formula without its value and one in error are bad cells; a hidden sheet is not taken by itself', async () => {
    const bytes = await bookOf(
      [
        `<row r="1">${inline('A1', 'Mã')}${inline('B1', 'Tổng')}</row>`,
        `<row r="2">${inline('A2', 'a')}<c r="B2"><f>SUM(C2:D2)</f></c></row>`,
        `<row r="3">${inline('A3', 'b')}<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
        `<row r="4">${inline('A4', 'c')}<c r="B4"><f>1+1</f><v>2</v></c></row>`,
      ],
      { hidden: sheetOf(Array.from({ length: 9 }, (_, i) => `<row r="${i + 1}">${inline(`A${i + 1}`, `n${i}`)}</row>`)) },
    )
    const { id, reading } = await node.read('công thức.xlsx', bytes)
    expect([reading?.part, reading?.parts]).toEqual([
      'Bảng',
      [
        { name: 'Bảng', rows: 4 },
        { name: 'Nháp', rows: 9, hidden: true },
      ],
    ])
    const waiting = await node.commit(id, { title: 'Công thức', columns: [{ name: 'tong', type: 'integer' }] })
    expect(waiting.bad.map(({ at, value, bad }) => [at, value, bad])).toEqual([
      [2, '=SUM(C2:D2)', 'no-value'],
      [3, '#DIV/0!', 'no-value'],
    ])
  })

  // 2026-11-27: from some hundred thousand rows on a workbook was «damaged»
  test('[DAT-17] a workbook of more rows than a call takes arguments is read a row at a time', async () => {
    const rows = [
      `<x:row r="1">${['A1', 'B1']
        .map((at) =>
          inline(at, at)
            .replaceAll(/<(?=[^/])/g, '<x:')
            .replaceAll('</', '</x:'),
        )
        .join('')}</x:row>`,
    ]
    for (let n = 2; n <= 150_001; n += 1)
      rows.push(`<x:row r="${n}"><x:c r="A${n}"><x:v>${n}</x:v></x:c><x:c r="B${n}"><x:v>0.5</x:v></x:c></x:row>`)
    const { reading, failure } = await node.read('dài.xlsx', await bookOf(rows, { merged: ['A2:A4'], prefix: 'x:' }))
    expect([failure, reading?.parts[0]?.rows, reading?.whole, reading?.merged]).toEqual([null, 150_001, false, { filled: 0, left: 2 }])
  }, 60_000)
}, onePGlite)
