import { expect, test } from 'vitest'
import { chartOf, ticks } from './chart.ts'
import type { Column } from './column.ts'
import { headingsOf } from './names.ts'

const column = (name: string, type: Column['type']): Column => ({ name, label: name, type, unit: null, meaning: null, form: null })

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

test('[DAT-19] the steps of an axis are whole and few', () => {
  expect([ticks(0, 100), ticks(18.2, 31.7), ticks(5, 5)]).toEqual([[0, 20, 40, 60, 80, 100], [15, 20, 25, 30, 35], [5]])
})
