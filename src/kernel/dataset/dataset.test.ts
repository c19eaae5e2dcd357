import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../period/day.ts'
import { readerOf } from './cell/cell-reader.ts'
import type { Column } from './cell/column.ts'
import { readDay, readInstant } from './cell/day-text.ts'
import { readDecimal, readInteger, withoutUnit } from './cell/number-text.ts'
import { lateAfter } from './describe.ts'
import { type CsvRow, csvReader } from './format/csv.ts'
import { delimiterOf, headOf, rowsOf } from './format/csv-dialect.ts'
import { csvCell, neutral } from './format/spreadsheet.ts'
import { qualityOf } from './quality.ts'
import { evidence } from './understanding/guess.ts'
import { headingsOf } from './understanding/names.ts'

test.each([
  ['1.500,5', 'comma', '1500.5'],
  ['1.500', 'comma', '1500'],
  ['1.500', 'point', '1.500'],
  ['1,500.5', 'point', '1500.5'],
  ['8 435 700', 'comma', '8435700'],
  ['−12,5', 'comma', '-12.5'],
  ['1.50.0', 'comma', null],
  ['12a', 'comma', null],
  ['2.5e-3', 'point', '2.5e-3'],
  ['(3.500)', 'comma', '-3500'],
  ['(1,234.5)', 'point', '-1234.5'],
  ['(-5)', 'comma', null],
  ['(a)', 'comma', null],
] as const)('[DAT-2] «%s» written with %s is %s', (text, form, expected) => {
  expect(readDecimal(text, form)).toBe(expected)
})

test('[DAT-2] a whole number fits eight bytes, and «12,0» is 12', () => {
  expect([readInteger('12,0', 'comma'), readInteger('1.500.000', 'comma'), readInteger('1234567890123456789', null)]).toEqual([
    '12',
    '1500000',
    null,
  ])
})

// red 2026-11-27: «(3.500)» of a balance was no number, and no way to read it was offered
test.each([
  [['12.000', '(3.500)', '(15)'], 'decimal', ['comma', 'point']],
  [['12.000,5', '(3.500,25)'], 'decimal', []],
  [['12000', '(15)', '700'], 'integer', []],
  [['1', '(1)', '(2)', '2'], 'text', []],
  [['(1)', '(2)'], 'text', []],
  [['(2021)', '(2022)'], 'text', []],
] as const)('[DAT-2] of amounts what is in brackets is below nothing; items of a list and notes stay texts: %j', (cells, type, asks) => {
  const seen = evidence()
  for (const cell of cells) seen.see(cell)
  expect([seen.guess().type, seen.guess().asks]).toEqual([type, asks])
})

// 2026-11-27: «1.000» after many plain whole numbers came in as 1, «2.500» was a bad row, as if they were told apart
test('[DAT-58] where nobody said how numbers are written, what may be two numbers is a bad cell with that reason', () => {
  const read = (type: 'integer' | 'decimal', form: 'comma' | 'point' | null) =>
    ['1.000', '2.500', '1,000', '3.000.000', '12.50', '1000', '-7'].map(readerOf({ type, form }))
  const two = { bad: 'two-ways' }
  const none = { bad: 'not-integer' }
  expect(read('integer', null)).toEqual([two, two, two, none, none, '1000', '-7'])
  expect(read('decimal', null)).toEqual([two, two, two, { bad: 'not-decimal' }, '12.50', '1000', '-7'])
  expect(read('integer', 'comma')).toEqual(['1000', '2500', '1', '3000000', none, '1000', '-7'])
})

const guessOf = (...cells: readonly string[]) => {
  const seen = evidence()
  for (const cell of cells) seen.see(cell)
  const { type, form, asks } = seen.guess()
  return [type, form, asks.join('|')]
}
test.each([
  [['1', '2', '-'], 'integer', null, ''],
  [['007', '123'], 'text', null, ''],
  [['1234567890123456789'], 'text', null, ''],
  [['1.500', '2.300'], 'decimal', null, 'comma|point'],
  [['1.500', '12.34'], 'decimal', 'point', ''],
  [['1.500', '2.300.000'], 'integer', 'comma', ''],
  [['1.500,5', '1,500.5'], 'decimal', null, 'comma|point'],
  [['0.125'], 'decimal', 'point', ''],
  [['01/02/2023', '03/04/2023'], 'day', null, 'dmy|mdy'],
  [['01/02/2023', '13/04/2023'], 'day', 'dmy', ''],
  [['2023-04-13'], 'day', null, ''],
  [['13/04/2023 07:30'], 'instant', 'dmy', ''],
  [['có', 'không', ''], 'boolean', null, ''],
  [['0', '1'], 'integer', null, ''],
  [['Đà Nẵng', '12'], 'text', null, ''],
  [['', '-'], 'text', null, ''],
] as const)('[DAT-1] %j is %s, read as %s, asked %s', (cells, ...expected) => {
  expect(guessOf(...cells)).toEqual(expected)
})

test('[DAT-3] a day of no calendar, of a year beyond records or of two figures is none; a time has the zone it says', () => {
  expect([readDay('31/02/2022', 'dmy'), readDay('04/01/20222', 'dmy'), readDay('20222-01-04', null), readDay('4/1/22', 'dmy')]).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect([
    readDay('5/1/2022', 'dmy'),
    readDay('5/1/2022', 'mdy'),
    readInstant('5/1/2022 7:05', 'dmy'),
    readInstant('2022-01-05T07:05:00Z', null),
  ]).toEqual(['2022-01-05', '2022-05-01', '2022-01-05T07:05:00', '2022-01-05T07:05:00Z'])
})

test('[DAT-4] a cell that is not taken says why', () => {
  const bad = (type: Column['type'], cell: string) => readerOf({ type, form: null })(cell)
  expect([
    bad('text', 'a\0b'),
    bad('text', 'a\ufffdb'),
    bad('text', 'x'.repeat(1_000_001)),
    bad('integer', '1,5'),
    bad('boolean', 'ừ'),
  ]).toEqual([{ bad: 'nul' }, { bad: 'broken-text' }, { bad: 'too-long' }, { bad: 'not-integer' }, { bad: 'not-boolean' }])
})

test('[DAT-5] columns are named after their headings; repeated and empty ones get names of their own', () => {
  expect(
    headingsOf(['Dân số (người)', 'Tỉ lệ, %', 'Dân số (người)', '', '2022', 'Đường [km]']).map(({ name, unit, repeated }) => [
      name,
      unit,
      repeated,
    ]),
  ).toEqual([
    ['dan_so', 'người', false],
    ['ti_le', '%', false],
    ['dan_so_2', 'người', true],
    ['cot_4', null, false],
    ['c_2022', null, false],
    ['duong', 'km', false],
  ])
})

describe('[DAT-6] rows as they come', () => {
  const read = (text: string, piece = text.length) => {
    const reader = csvReader(',')
    const rows: CsvRow[] = []
    for (let at = 0; at < text.length; at += piece) rows.push(...reader.feed(text.slice(at, at + piece), at + piece >= text.length))
    return rows.map(({ line, cells, bad }) => [line, bad ?? cells])
  }
  test('[DAT-6] quotes, line ends and empty lines', () => {
    expect(read('a,b\r\n"x, y","he said ""no"""\n\n"two\nlines",2')).toEqual([
      [1, ['a', 'b']],
      [2, ['x, y', 'he said "no"']],
      [4, ['two\nlines', '2']],
    ])
  })
  // 2026-11-27: 178,000 rows at once held up all pages for seconds
  test('[DAT-6] after a quote that is never closed rows come so many at a time, so that others are served between them', () => {
    const text = `a,b\n1,"x\n${'2,y\n'.repeat(3_000_000)}`
    const reader = csvReader(',')
    const counts: number[] = []
    for (let at = 0; at < text.length; at += 256_000)
      for (const rows of reader.some(text.slice(at, at + 256_000), at + 256_000 >= text.length)) counts.push(rows.length)
    expect([Math.max(...counts), counts.reduce((sum, n) => sum + n, 0)]).toEqual([1000, 3_000_002])
  })
  test('[DAT-6] a quote that is never closed costs its own line, with its number', () => {
    expect(read('a,b\n1,"open\n2,x\n3,y\n')).toEqual([
      [1, ['a', 'b']],
      [2, 'quote-open'],
      [3, ['2', 'x']],
      [4, ['3', 'y']],
    ])
    expect(read('1,"open\n2,x\n3,"y"\n')).toEqual([
      [1, 'quote-open'],
      [2, ['2', 'x']],
      [3, ['3', 'y']],
    ])
  })
  // 27-11-2026: after a hundred the file had no quotes, and «"a","b"» was two cells with quotes in them, or three
  test('[DAT-6] however many quotes are never closed, the rows between them stay what they are', () => {
    const text = Array.from({ length: 400 }, (_, i) => `${i},"mở\n${i},"a, ""b"""\n`).join('')
    const rows = read(text)
    expect(rows.filter(([, cells]) => cells === 'quote-open')).toHaveLength(400)
    expect(rows.slice(-2)).toEqual([
      [799, 'quote-open'],
      [800, ['399', 'a, "b"']],
    ])
  })
  test('[DAT-6] where each quote would close in another row, and none in its own, time stays in bounds and rows in one line are right', () => {
    const rows = csvReader(',').feed(`a,b\n${'z","w\n'.repeat(250_000)}1,"x, y"\n`, true)
    expect([rows.length, rows.at(-1)]).toEqual([250_002, { line: 250_002, cells: ['1', 'x, y'], bad: null }])
  })
  test('[DAT-6] a row without an end costs itself, in constant memory', () => {
    const reader = csvReader(',')
    reader.feed('a,b\n', false)
    const piece = 'x'.repeat(1_000_000)
    const rows = Array.from({ length: 50 }, () => reader.feed(piece, false)).flat()
    rows.push(...reader.feed('\n1,2\n', true))
    expect(rows.map(({ line, bad }) => [line, bad])).toEqual([
      [2, 'too-long'],
      [3, null],
    ])
  })
  test('[DAT-6] what is written is read back, in pieces of any length', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'đ', '"', ',', '\n', ' ', ';') })
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, piece) => {
          const text = rows.map((row) => row.map((one) => (one === '' ? '""' : csvCell(one))).join(',')).join('\n')
          expect(read(`${text}\n`, piece).map(([, cells]) => cells)).toEqual(rows)
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('[DAT-1] [DAT-6] the delimiter is what makes rows equally wide; headings are the first row of that width', () => {
  const text = 'BÁO CÁO DÂN SỐ\nĐơn vị tính: người\nTỉnh;Dân số;Ghi chú\nĐà Nẵng;1.220.190,0;a, b\nHuế;1.166.500,0;\n'
  const rows = rowsOf(text, delimiterOf(text))
  expect([delimiterOf(text), headOf(rows)]).toEqual([';', { above: 2, last: 2, labels: ['Tỉnh', 'Dân số', 'Ghi chú'], isPlain: true }])
  expect(headOf(rowsOf('1,2\n3,4\n', ','))).toMatchObject({ above: 0, isPlain: false })
})

test('[DAT-1] headings that are fewer or more than the cells below them are the headings still', () => {
  const labelsOf = (text: string) => headOf(rowsOf(text, ','))
  expect(labelsOf('ma,ten,so\n1,A,2,\n2,B,3,\n')).toEqual({ above: 0, last: 0, labels: ['ma', 'ten', 'so', ''], isPlain: true })
  expect(labelsOf('ma,ten,so,ghi\n1,A,2\n2,B,3\n')).toMatchObject({ above: 0, labels: ['ma', 'ten', 'so', 'ghi'] })
  // a letterhead is none
  expect(labelsOf('UBND,Sở Y tế\nma,ten,so\n1,A,2\n2,B,3\n')).toMatchObject({ above: 1, labels: ['ma', 'ten', 'so'] })
})

// 2026-11-27: fifty rows with two decimal commas and two semicolons each were parted by the comma, their headings thrown away
test.each([
  ['two decimal commas beside two semicolons', 'tỉnh;dân số;diện tích\n', 'Huế;1166,5;4947,1\n', ';'],
  ['as many commas in a sentence as semicolons', 'mã;tên;x;y\n', 'A;cầu mới, bờ trái, phía trên, cách 5 m;108.1;15.9\n', ';'],
  ['a list in a cell', 'mã,tên,nhãn\n', 'A,b,x;y;z;t\n', ','],
  ['a tab beside commas', 'mã\tsố\n', 'A\t1,5\n', '\t'],
])('[DAT-6] %s: the headings say what parts the cells', (_, head, row, expected) => {
  expect(delimiterOf(head + row.repeat(60))).toBe(expected)
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['-5', '-5'],
  ['+84', '+84'],
  ['＝1', "'＝1"],
  ['a=b', 'a=b'],
  ['\n=1+1', "'\n=1+1"],
  ['\t@a', "'\t@a"],
  [' \r\n-a', "' \r\n-a"],
  ['a;=1+1', "a;'=1+1"],
  ['a; -5', 'a; -5'],
  ['a;-b', "a;'-b"],
])('[DAT-12] for a spreadsheet «%s» is %s', (text, expected) => {
  expect(neutral(text)).toBe(expected)
})

test.each([
  ['a;b', '"a;b"'],
  ['a\tb', '"a\tb"'],
  ['a b', 'a b'],
])('[DAT-12] a cell with a sign at which some program parts cells is quoted: «%s»', (text, expected) => {
  expect(csvCell(text)).toBe(expected)
})

test('[DAT-15] the day after which a dataset is late, by its cadence', () => {
  expect([lateAfter('month', day('2026-01-31')), lateAfter('irregular', day('2026-01-31')), lateAfter(null, day('2026-01-31'))]).toEqual([
    '2026-03-04',
    null,
    null,
  ])
})

test('[DAT-16] every point that is lost has its reason', () => {
  const column: Column = { name: 'a', label: 'A', type: 'decimal', unit: 'm', meaning: 'x', form: null }
  const best = {
    description: 'x',
    custodian: 'x',
    licence: 'x',
    cadence: 'day',
    basis: 'x',
    themes: ['water'],
    late: false,
    columns: [column],
    key: ['a'],
    rows: 100,
    badRows: 0,
    emptyCells: 0,
  }
  expect(qualityOf(best)).toEqual({ score: 100, lost: [] })
  const worse = qualityOf({ ...best, custodian: null, late: true, emptyCells: 1, columns: [{ ...column, unit: null, meaning: null }] })
  expect(worse).toEqual({
    score: 54,
    lost: [
      { reason: 'no-custodian', points: 15 },
      { reason: 'late', points: 15 },
      { reason: 'columns-undescribed', points: 10, n: 1, of: 1 },
      { reason: 'numbers-without-unit', points: 5, n: 1, of: 1 },
      { reason: 'cells-empty', points: 1, n: 1, of: 100 },
    ],
  })
})

test('[DAT-3] a day as letters write it is one', () => {
  expect(guessOf('ngày 31 tháng 12 năm 2024', 'Ngày 01 tháng 1 năm 2025')[0]).toBe('day')
  expect(readerOf({ type: 'day', form: 'mdy' })('ngày 31 tháng 12 năm 2024')).toBe('2024-12-31')
  expect(readerOf({ type: 'day', form: null })('ngày 31 tháng 2 năm 2024')).toEqual({ bad: 'not-day' })
})

// red 2026-11-27: under «Số hộ (1)» 51 was 5, and under «GRDP (2010)» 32010 was 3, without a word
test.each([
  ['1', '51'],
  ['2010', '32010'],
  ['1.000 tấn', '51.000 tấn'],
])('[DAT-77] a figure in the brackets of a heading (%s) cuts no cell that ends with it', (unit, text) => {
  const read = readerOf({ type: 'text', form: null })
  expect(withoutUnit(text, unit)).toBe(text)
  expect(readerOf({ type: 'integer', form: 'comma', unit })({ is: 'number', text: '51' })).toBe('51')
  expect(read(text)).toBe(text)
})

// red 27-11-2026: a point of Tokyo was taken in degrees and refused in metres of web maps
test('[DAT-80] metres of zones are of Vietnam; those of web maps are of anywhere, as degrees are', () => {
  const read = (crs: string, cell: string) => readerOf({ type: 'geometry', form: null, crs })(cell)
  expect(read('web-mercator', 'POINT(15556000 4256000)')).toMatch(/^SRID=4326;POINT\(139\.7\d+ 35\.6\d+\)$/)
  expect([
    read('web-mercator', 'POINT(0 0)'),
    read('web-mercator', 'POINT(25556000 4256000)'),
    read('utm:105', 'POINT(500000 4256000)'),
    read('vn2000-3:107.75', 'POINT(500000 4256000)'),
  ]).toEqual([{ bad: 'out-of-range' }, { bad: 'out-of-range' }, { bad: 'out-of-range' }, { bad: 'out-of-range' }])
})
