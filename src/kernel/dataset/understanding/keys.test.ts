import { expect, test } from 'vitest'
import type { Column } from '../cell/column.ts'
import { columnReader } from './column-reader.ts'
import { keyColumns, keyFinder } from './keys.ts'
import { headingsOf } from './names.ts'

const read = (head: readonly string[], rows: readonly (readonly string[])[], types: readonly Column['type'][]): readonly string[] => {
  const columns = headingsOf(head).map(
    ({ name, label }, i): Pick<Column, 'name' | 'label' | 'type' | 'role'> => ({
      name,
      label,
      type: types[i] ?? 'text',
      ...(label === 'Năm' ? { role: 'year' } : {}),
    }),
  )
  const finder = keyFinder(head.length)
  for (const row of rows) finder.see(row)
  return finder.find(keyColumns(columns)).map((i) => columns[i]?.label ?? '')
}

const TYPES: readonly Column['type'][] = ['text', 'integer', 'integer', 'decimal']
const SERIES = ['Quảng Nam', 'Đà Nẵng', 'Kon Tum'].flatMap((tinh) => ['2023', '2024'].map((nam) => [tinh, nam, '1', '5']))

test('[DAT-85] of a table without a column of its own the smallest key is proposed: a place and a year, with a month where they do not do', () => {
  expect(read(['Tỉnh', 'Năm', 'Tháng', 'Dân số'], SERIES, TYPES)).toEqual(['Tỉnh', 'Năm'])
  const months = SERIES.flatMap(([tinh = '', nam = '']) => ['1', '2'].map((thang) => [tinh, nam, thang, '5']))
  expect(read(['Tỉnh', 'Năm', 'Tháng', 'Dân số'], months, TYPES)).toEqual(['Tỉnh', 'Năm', 'Tháng'])
  const stations = ['2024-01-01', '2024-01-02'].flatMap((day) => ['A', 'B'].map((tram) => [tram, day, '1', '2']))
  expect(read(['Tên trạm', 'Ngày', 'Giờ', 'Mưa'], stations, ['text', 'day', 'integer', 'decimal'])).toEqual(['Ngày', 'Tên trạm'])
})

test('[DAT-85] figures make no key, nor a column with a hole, nor rows that are alike', () => {
  const figures = SERIES.map(([tinh = '', , ...rest], i) => [tinh, String(i), ...rest])
  expect(read(['Tỉnh', 'Số hộ', 'Tuổi', 'Dân số'], figures, TYPES)).toEqual([])
  expect(read(['Tỉnh', 'Năm', 'Tháng', 'Dân số'], [...SERIES, ['', '2022', '1', '1']], TYPES)).toEqual([])
  expect(read(['Tỉnh', 'Năm', 'Tháng', 'Dân số'], [...SERIES, ...SERIES], TYPES)).toEqual([])
})

test('[DAT-85] letters of several codes are the same text, and rows beyond the bound cost nothing', () => {
  const twice = [...SERIES, ...SERIES.map(([tinh = '', ...rest]) => [tinh.normalize('NFD'), ...rest])]
  expect(read(['Tỉnh', 'Năm', 'Tháng', 'Dân số'], twice, TYPES)).toEqual([])
  const finder = keyFinder(2)
  for (let i = 0; i < 100_000; i += 1) finder.see([`A${i % 1000}`, String(Math.floor(i / 1000))])
  finder.see(['A0', '0'])
  expect(finder.find([0, 1])).toEqual([0, 1])
})

test('[DAT-85] a province and a year go before an ordinal that counts the rows; a code goes before both', () => {
  const reader = columnReader(['STT', 'Tỉnh', 'Năm', 'Dân số (người)'])
  const code = columnReader(['STT', 'Mã trạm', 'Mực nước (m)'])
  for (let i = 0; i < 6; i += 1) {
    reader.see({ at: i + 2, cells: [`${i + 1}`, i % 2 === 0 ? 'Huế' : 'Đà Nẵng', `${2020 + Math.floor(i / 2)}`, `${1000 + i}`], bad: null })
    code.see({ at: i + 2, cells: [`${i + 1}`, `T${i}`, `${i}.5`], bad: null })
  }
  expect([reader.read().proposedKey, code.read().proposedKey]).toEqual([['tinh', 'nam'], ['ma_tram']])
})

test('[DAT-85] a figure is no key, however different its values; a text is, and rows that add up others hide none', () => {
  // red 2026-11-27: the budget of a department was proposed to be told apart by its amounts, a list of projects by its ordinal
  const budget = columnReader(['Nội dung', 'Dự toán năm 2024', 'Thực hiện năm 2024'])
  const projects = columnReader(['STT', 'Tên dự án', 'Kế hoạch vốn'])
  const bare = columnReader(['a', 'b'])
  for (const [at, [what, planned, spent]] of [
    ['Thu nội địa', '1.200.000', '1.250.001'],
    ['Thu khác', '', '12.002'],
    ['Thu nội địa', '300.000', '299.003'],
  ].entries())
    budget.see({ at: at + 2, cells: [what ?? '', planned ?? '', spent ?? ''], bad: null })
  for (const [at, cells] of [
    ['1', 'Cầu Hòa Xuân', '12.500'],
    ['2', 'Đường ven sông', '8.300'],
    ['3', 'Trường Lê Lợi', '8.300'],
    ['Tổng cộng', '', '29.100'],
  ].entries())
    projects.see({ at: at + 2, cells, bad: null })
  for (const [at, cells] of [
    ['1', 'x y'],
    ['2', 'y z'],
  ].entries())
    bare.see({ at: at + 2, cells, bad: null })
  expect([budget, projects, bare].map((reader) => reader.read().proposedKey)).toEqual([[], ['ten_du_an'], ['a']])
  // nor does «Tổng cộng» under «STT» make a text of it
  expect(projects.read().columns.map(({ type, misfits, nearly }) => ({ type, misfits, nearly }))[0]).toEqual({
    type: 'integer',
    misfits: 0,
    nearly: undefined,
  })
})

test('[DAT-65] [DAT-85] words of totals by which rows are sorted are values like others', () => {
  const reader = columnReader(['Giới tính', 'Năm', 'Dân số (người)'])
  for (let year = 2020; year < 2024; year += 1)
    for (const [i, sex] of ['Tổng số', 'Tổng số', 'Nam'].entries())
      reader.see({ at: (year - 2020) * 3 + i + 2, cells: [sex, String(year), `${year * 3 + i}`], bad: null })
  const { totals, proposedKey, columns } = reader.read()
  expect([totals, proposedKey, columns[0]?.examples]).toEqual([null, [], ['Nam', 'Tổng số']])
})

test('[DAT-85] the number of a paper goes before the day it was given and before remarks; remarks and sentences are no key', () => {
  const keyOf = (head: readonly string[], ...rows: readonly (readonly string[])[]) => {
    const reader = columnReader(head)
    for (const [i, cells] of rows.entries()) reader.see({ at: i + 2, cells, bad: null })
    return reader.read().proposedKey
  }
  const paper = (i: number) => [`${i}/GP-UBND`, `0${i}/03/2024`, `xem hồ sơ ${i}`]
  expect(keyOf(['Số giấy phép', 'Ngày cấp', 'Ghi chú'], paper(1), paper(2), paper(3))).toEqual(['so_giay_phep'])
  const late = (i: number) => [`0${i}/03/2024`, `43A-0000${i}`]
  expect(keyOf(['Ngày đăng kiểm', 'Biển số'], late(1), late(2), late(3))).toEqual(['bien_so'])
  // a count of papers is a figure
  expect(keyOf(['Loại', 'Số giấy phép'], ['A', '5'], ['A', '7'], ['B', '9'])).toEqual([])
  expect(keyOf(['Loại', 'Ghi chú'], ['A', 'x'], ['A', 'y'], ['B', 'z'])).toEqual([])
  const sentence = (i: number) => ['A', `${i} ${'Đề nghị các đơn vị rà soát, báo cáo kết quả thực hiện. '.repeat(3)}`]
  expect(keyOf(['Loại', 'Kết quả'], sentence(1), sentence(2), sentence(3))).toEqual([])
})

test.each([
  [
    ['Tên công trình', 'Ngày khởi công'],
    [
      ['Cầu A', '2024-01-02'],
      ['Cầu B', '2024-02-03'],
      ['Cầu C', '2024-03-04'],
    ],
    ['ten_cong_trinh'],
  ],
  [
    ['Mã trường', 'Xã'],
    [
      ['T1', 'Hòa Tiến'],
      ['T2', 'Hòa Phước'],
      ['T3', 'Hòa Khương'],
    ],
    ['ma_truong'],
  ],
  [
    ['Họ và tên', 'Cập nhật'],
    [
      ['Lê A', '2024-01-02'],
      ['Lê B', '2024-02-03'],
      ['Lê C', '2024-03-04'],
    ],
    ['ho_va_ten'],
  ],
] as const)('[DAT-85] a code goes before a place, a name before a day, and when a row was written is no key: %j', (head, rows, key) => {
  const reader = columnReader([...head])
  for (const [i, cells] of rows.entries()) reader.see({ at: i + 2, cells: [...cells], bad: null })
  expect(reader.read().proposedKey).toEqual(key)
})

test('[DAT-85] numbers and names of persons are a key only where nothing else tells the rows apart', () => {
  const keyOf = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] | undefined => {
    const reader = columnReader(head)
    for (const [i, cells] of rows.entries()) reader.see({ at: i + 2, cells: [...cells], bad: null })
    return reader.read(undefined, (name) => name === 'so_cccd' || name === 'nguoi_dai_dien').proposedKey
  }
  const rows = ['048201001234', '048201001235', '048201001236', '048201001237'].map((cccd, i) =>
    ['A', 'B', 'C', 'D'].slice(i, i + 1).concat(cccd),
  )
  const wards = rows.map(([who = '', cccd = ''], i) => [who, cccd, i < 2 ? 'Hòa Tiến' : 'Hòa Phú', i % 2 === 0 ? '2023' : '2024', '12'])
  expect(keyOf(['Người đại diện', 'Số CCCD', 'Tên xã', 'Năm', 'Số hộ'], wards)).toEqual(['ten_xa', 'nam'])
  expect(
    keyOf(
      ['Người đại diện', 'Số CCCD', 'Ghi chú'],
      rows.map((row) => [...row, 'đủ']),
    ),
  ).toHaveLength(1)
})
