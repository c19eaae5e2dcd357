import { expect, test } from 'vitest'
import { outlineArea } from '../place/outline-area.ts'
import type { Column } from './cell/column.ts'
import { comparable } from './comparable.ts'
import { measureHint } from './understanding/measure-hint.ts'
import { headingsOf } from './understanding/names.ts'
import { placeHint } from './understanding/role.ts'

const column = (name: string, type: Column['type'], unit: string | null = null): Column => ({
  name,
  label: name,
  type,
  unit,
  meaning: null,
  form: null,
})

test('[DAT-40] the heading finds places and times, the unit says what adds up; a year and a code are no figure', () => {
  const found = comparable([
    column('ma_tinh', 'text'),
    column('tinh', 'text'),
    { ...column('nam', 'integer'), role: 'year' },
    column('dan_so', 'integer', 'người'),
    column('nhiet_do', 'decimal', '°C'),
    column('do_cao', 'decimal'),
  ])
  expect([found?.place.name, found?.time?.name, found?.figures.map((one) => [one.column.name, one.measure])]).toEqual([
    'ma_tinh',
    'nam',
    [
      ['dan_so', 'sum'],
      ['nhiet_do', 'mean'],
      ['do_cao', null],
    ],
  ])
  expect(['km²', '%', 'người/km²', 'mm', 'nải', null].map((unit) => measureHint(column('x', 'decimal', unit)))).toEqual([
    'sum',
    'mean',
    'mean',
    'mean',
    null,
    null,
  ])
})

test('[DAT-40] a table without places, or without figures, is told of no other units', () => {
  expect(comparable([column('ten_song', 'text'), column('chieu_dai', 'decimal', 'km')])).toBeNull()
  expect(comparable([column('ma', 'text'), column('cong_suat', 'decimal', 'MW')])).toBeNull()
  expect(comparable([column('tinh', 'text'), column('ghi_chu', 'text')])).toBeNull()
})

const headed = (label: string, type: Column['type'], unit: string | null = null): Column => ({
  ...column(headingsOf([label])[0]?.name ?? '', type, unit),
  label,
})

// 2026-11-27: «Nam (người)» and «Quỹ đất» were times, and «Số thứ tự» a figure of the places «Quan hệ»
test('[DAT-83] a time is told by its marks: «Năm», «Quý», «Kỳ», not men, a fund of land or a sign', () => {
  const time = (label: string) => comparable([headed('Tỉnh', 'text'), headed('Dân số', 'integer'), headed(label, 'integer')])
  expect(['Năm', 'Quý', 'Kỳ báo cáo', 'Tháng'].map((label) => time(label)?.time?.label)).toEqual(['Năm', 'Quý', 'Kỳ báo cáo', 'Tháng'])
  const figures = ['Nam (người)', 'Nam', 'Quỹ đất', 'Ký hiệu', 'Thắng'].map((label) => [time(label)?.time, time(label)?.figures.length])
  expect(figures).toEqual([
    [null, 2],
    [null, 2],
    [null, 2],
    [null, 2],
    [null, 2],
  ])
})

test('[DAT-84] a table in which nothing is a figure of a place is told of no other units', () => {
  const documents = [headed('Số thứ tự', 'integer'), headed('Từ văn bản', 'text'), headed('Quan hệ', 'text'), headed('Tình trạng', 'text')]
  expect(comparable(documents)).toBeNull()
  expect(comparable([...documents, headed('Tỉnh', 'text'), headed('Năm', 'integer'), headed('Mã số', 'integer')])).toBeNull()
  expect(
    comparable([headed('Tỉnh', 'text'), headed('Kinh độ', 'decimal'), headed('Vĩ độ', 'decimal'), headed('STT', 'integer')]),
  ).toBeNull()
  const measures = ['Số thứ tự', 'TT', 'Chỉ tiêu', 'Thứ', 'Thu', 'Chi', 'Tỷ suất sinh', 'Tổng số'].map((label) =>
    measureHint(headed(label, 'integer'), true),
  )
  expect(measures).toEqual(['none', 'none', null, 'none', 'sum', 'sum', 'mean', 'sum'])
})

test('[DAT-83] the word of a level is told by its marks, and without any by what stands beside it', () => {
  const hints = [
    'Tỉnh',
    'Tình trạng',
    'Giới tính',
    'Xã',
    'Xã hội',
    'Xả thải',
    'Quận, huyện',
    'Cơ quan',
    'Địa phương',
    'Mã xã',
    'ma_tinh',
    'tinh_trang',
  ]
  expect(hints.map((label) => placeHint(headed(label, 'text'))?.level)).toEqual([
    ...['province', undefined, undefined, 'commune', undefined, undefined, 'district', undefined, null, 'commune', 'province', undefined],
  ])
})

test('[DAT-40] an outline covers what a sphere says: one degree at the equator, less a hole', () => {
  const square = (lon: number, lat: number, of: number) =>
    [
      [lon, lat],
      [lon + of, lat],
      [lon + of, lat + of],
      [lon, lat + of],
      [lon, lat],
    ] as const
  expect(Math.round(outlineArea([[square(105, 0, 1)]]))).toBe(12364)
  expect(Math.round(outlineArea([[square(105, 0, 1), square(105.2, 0.2, 0.5)]]))).toBe(9273)
})

test('[DAT-70] of a commune and its province the commune is the unit of the row; a seat of another level than its heading is not', () => {
  const said = (name: string, level: 'province' | 'district' | 'commune'): Column => ({
    ...column(name, 'text'),
    role: 'place',
    place: { on: '2024-12-31', level, within: null },
  })
  const of = (...places: readonly Column[]) => comparable([...places, column('dan_so', 'integer', 'người')])?.place.name
  expect(of(said('tinh', 'province'), said('huyen', 'district'), said('xa', 'commune'))).toBe('xa')
  expect(of(said('ma_tinh', 'province'), said('xa', 'commune'), said('ma_xa', 'commune'))).toBe('ma_xa')
  expect(of(said('tinh', 'province'), said('tinh_ly', 'district'))).toBe('tinh')
})
