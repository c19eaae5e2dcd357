import { expect, test } from 'vitest'
import type { Column } from './cell/column.ts'
import { chartAmounts, chartMeasuresOf, chartOf, ticks, unfinished } from './chart.ts'
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
