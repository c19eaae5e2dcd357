import { expect, test } from 'vitest'
import type { Column } from './column.ts'
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
