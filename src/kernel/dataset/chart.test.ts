import { expect, test } from 'vitest'
import type { Column } from './cell/column.ts'
import { chartAmounts, chartMeasuresOf, chartOf, ticks, unfinished } from './chart.ts'
import { comparable } from './comparable.ts'
import { headingsOf } from './understanding/names.ts'

const column = (name: string, type: Column['type']): Column => ({ name, label: name, type, unit: null, meaning: null, form: null })

test('[PAG-49] the last period of a regular series is unfinished when it has clearly fewer rows; rows that come as they come say nothing', () => {
  const series = (...rows: readonly number[]) => rows.map((n, i) => ({ key: String(2019 + i), rows: n }))
  expect(unfinished(series(12, 12, 12, 7))).toEqual({ key: '2022', rows: 7, least: 12 })
  // the first began late; of two lines the rows of a time are added
  expect(unfinished(series(3, 12, 12, 7))?.key).toBe('2022')
  expect(unfinished([...series(6, 6, 6, 3), ...series(6, 6, 6, 6)].toSorted((a, b) => a.key.localeCompare(b.key)))?.rows).toBe(9)
  // full; January to February; storms of a year; too short to say
  for (const rows of [[12, 12, 12, 12], [31, 31, 30, 31, 28], [9, 4, 14, 7, 2], [12, 12, 7], [1, 1, 1, 1], []])
    expect(unfinished(series(...rows))).toBeNull()
})

test('[DAT-19] time is a line, names are bars; a year and a code are no amounts', () => {
  const of = (...columns: readonly Column[]) => {
    const chart = chartOf(columns)
    return chart === null ? null : [chart.kind, chart.x.name, chart.y?.name ?? null, chart.measure]
  }
  expect(of(column('ma_tinh', 'text'), column('tinh', 'text'), column('thang', 'day'), column('nhiet_do', 'decimal'))).toEqual([
    'line',
    'thang',
    'nhiet_do',
    'avg',
  ])
  const year = { ...column('nam', 'integer'), role: 'year' as const }
  expect(of(column('ten', 'text'), year, column('dien_tich', 'decimal'))).toEqual(['line', 'nam', 'dien_tich', 'avg'])
  expect(of(column('ten', 'text'), column('ma', 'integer'))).toEqual(['bars', 'ten', null, 'count'])
  expect(of(column('dien_tich', 'decimal'))).toBeNull()
})

// 2026-11-27: a table of «Nam (người)» and «Nữ (người)» was drawn along its men, as along years
test('[DAT-57] men are an amount, as women are; a marked «Năm» is a time without being asked', () => {
  const named = (label: string) => {
    const heading = headingsOf([label])[0]
    if (heading === undefined) throw new Error(label)
    return { ...column(heading.name, 'integer'), label }
  }
  const drawn = (label: string) => {
    const chart = chartOf([column('ten', 'text'), named(label)])
    return [chart?.x.name, chart?.y?.name ?? null]
  }
  expect(['Nam', 'Nam (người)', 'Nữ (người)', 'Năm', 'Năm (dương lịch)', 'Year'].map(drawn)).toEqual([
    ['ten', 'nam'],
    ['ten', 'nam'],
    ['ten', 'nu'],
    ['nam', null],
    ['nam', null],
    ['year', null],
  ])
})

// 2026-11-27: percentages were offered to be added up, and a column «Số thứ tự» to be drawn
test('[DAT-84] ordinals, codes and coordinates are no amounts; of rates, of greatest and of least there is no sum', () => {
  const named = (label: string, unit: string | null = null): Column => {
    const [heading] = headingsOf([label])
    return { ...column(heading?.name ?? '', 'decimal'), label, unit }
  }
  const labels = ['STT', 'TT', 'Số thứ tự', 'Mã', 'Số hiệu', 'Kinh độ', 'Vĩ độ', 'Quý', 'Thu (tỷ đồng)', 'Tỷ lệ', 'Công suất (mã lực)']
  expect(chartAmounts(labels.map((label) => named(label))).map(({ label }) => label)).toEqual([
    'Thu (tỷ đồng)',
    'Tỷ lệ',
    'Công suất (mã lực)',
  ])
  const drawn = (one: Column, measure?: string) => chartOf([column('ten', 'text'), one], { y: one.name, measure })?.measure
  expect([
    drawn(named('Tỷ lệ'), 'sum'),
    drawn(named('Dân số'), 'sum'),
    drawn(named('Nhiệt độ cao nhất')),
    drawn(named('Tuổi', '%')),
  ]).toEqual(['avg', 'sum', 'max', 'avg'])
  expect(chartMeasuresOf(named('Mật độ (người/km²)'))).toEqual(['avg', 'count', 'max', 'min'])
})

test('[DAT-19] the steps of an axis are whole and few', () => {
  expect([ticks(0, 100), ticks(18.2, 31.7), ticks(5, 5)]).toEqual([[0, 20, 40, 60, 80, 100], [15, 20, 25, 30, 35], [5]])
})

const table = (...headings: readonly (readonly [label: string, type: Column['type'], measure?: Column['measure']])[]): readonly Column[] =>
  headingsOf(headings.map(([label]) => label)).map(({ name }, i) => {
    const [label = '', type = 'text', measure] = headings[i] ?? []
    return { ...column(name, type), label, ...(measure === undefined ? {} : { measure }) }
  })
const of = (columns: readonly Column[], asked = {}) => {
  const chart = chartOf(columns, asked)
  return chart === null ? null : [chart.x.label, chart.y?.label ?? null, chart.measure]
}

// 28-11-2026: tables of a report were drawn along «STT», and households of a commune were averaged
test('[DAT-84] an ordinal is no axis, also one of texts; bars of what adds up are summed, lines and stocks of several years are not', () => {
  for (const label of ['STT', 'TT', 'Số thứ tự', 'Số TT'])
    expect(of(table([label, 'text'], ['Xã, phường', 'text'], ['Số hộ', 'integer', 'sum']))).toEqual(['Xã, phường', 'Số hộ', 'sum'])
  expect(of(table(['STT', 'text'], ['Số hộ', 'integer']))).toBeNull()
  expect(of(table(['Hạng', 'text'], ['Số hộ', 'integer', 'sum']))?.[0]).toBe('Hạng')
  const named = [
    ['Xã', 'text'],
    ['Tỷ lệ', 'decimal', 'mean'],
  ] as const
  expect(of(table(...named))?.[2]).toBe('avg')
  expect(of(table(['Trạm', 'text'], ['Lượng mưa', 'decimal', 'sum']))?.[2]).toBe('avg')
  const years = table(['Năm', 'integer'], ['Xã', 'text'], ['Dân số', 'integer', 'sum'])
  expect([of(years), of(years, { x: 'xa' }), of(years, { x: 'xa', isOneTime: true })].map((one) => one?.[2])).toEqual(['avg', 'avg', 'sum'])
  expect(of(table(['Ngày', 'day'], ['Xã', 'text'], ['Số vụ', 'integer', 'sum']), { x: 'xa' })?.[2]).toBe('sum')
})

// 28-11-2026: a table with a column for each month had no figure
test('[DAT-146] what stands below one month, quarter or year is a figure of that time; a column of times is none', () => {
  const figures = ['Tháng 1', 'Tháng 12', 'Cả năm', 'Quý I', 'Quý 4/2024', 'Năm 2024', '6 tháng đầu năm', 'Năm trước', 'Kỳ này', 'Month 2']
  const times = ['Tháng', 'Quý', 'Năm', 'Kỳ báo cáo', 'Tháng (1-12)', 'Năm báo cáo', 'Quarter']
  for (const type of ['integer', 'decimal'] as const) {
    const columns = table(['Trạm', 'text'], ...[...figures, ...times].map((label) => [label, type] as const))
    const amounts = chartAmounts(columns).map(({ label }) => label)
    expect(amounts.filter((label) => figures.includes(label))).toEqual(figures)
    // a time is whole
    expect(amounts.filter((label) => times.includes(label))).toEqual(
      type === 'integer' ? [] : ['Kỳ báo cáo', 'Tháng (1-12)', 'Năm báo cáo'],
    )
    expect(comparable(table(['Tỉnh', 'text'], ['Tháng 1', type], ['Cả năm', type]))).toMatchObject({ time: null, figures: [{}, {}] })
  }
  expect(of(table(['Trạm', 'text'], ['Năm 2023', 'integer'], ['Năm 2024', 'integer']))).toEqual(['Trạm', 'Năm 2023', 'avg'])
})
