import { expect, test } from 'vitest'
import type { Form } from '../cell/column.ts'
import { holdingIn, rowsHolding } from './period-totals.ts'

const found = (rows: readonly (readonly [text: string, ...beside: string[]])[], form: Form | null = null) => {
  const holding = holdingIn('ky', new Set(rows.map(([text]) => text)), form)
  return holding === null
    ? null
    : rowsHolding(
        holding,
        rows.map(([text, ...beside], i) => ({ at: i + 2, text, beside })),
      )
}
const alone = (...texts: readonly string[]) => texts.map((text): [string] => [text])
const quarters = ['Quý I/2023', 'Quý II/2023', 'Quý III/2023', 'Quý IV/2023']

test('[DAT-143] a year beside its quarters holds them; years alone, a year of one quarter, and figures that add up from January on do not', () => {
  expect(found(alone(...quarters, 'Cả năm 2023', 'Quý I/2024', '6 tháng đầu năm 2023'))).toEqual({
    n: 2,
    first: [
      { at: 6, value: 'Cả năm 2023' },
      { at: 8, value: '6 tháng đầu năm 2023' },
    ],
    periods: { column: 'ky', of: ['Cả năm 2023', '6 tháng đầu năm 2023'] },
  })
  expect(found(alone(...quarters))).toBeNull()
  expect(found(alone('Năm 2022', ...quarters))).toBeNull()
  expect(found(alone('Quý I/2023', 'Quý I/2024', 'Năm 2023'))).toBeNull()
  expect(found(alone('Quý I/2024', '6 tháng đầu năm 2024', '9 tháng năm 2024', 'Cả năm 2024'))).toBeNull()
})

test('[DAT-143] years of two figures and months of a workbook are parts too', () => {
  expect(found(alone('Quý I/24', 'Quý II/24', 'Cả năm 2024'), 'my-20')?.n).toBe(1)
  expect(found(alone('Quý I/24', 'Quý II/24', 'Cả năm 2024'))).toBeNull()
  expect(found(alone('2024-01-01', '2024-02-01', 'Cả năm 2024'))?.n).toBe(1)
  expect(found(alone('1/2024', '2/2024', 'Cả năm 2024'), 'qy')?.periods.of).toEqual(['Cả năm 2024'])
})

test('[DAT-143] a year adds up only rows that are alike in what stands beside it', () => {
  const rows = [...quarters, 'Cả năm 2023'].map((text): [string, string] => [text, 'Sản lượng'])
  expect(found([...rows, ['Cả năm 2023', 'Dân số']])).toEqual({
    n: 1,
    first: [{ at: 6, value: 'Cả năm 2023' }],
    periods: { column: 'ky', of: ['Cả năm 2023'], not: [7], upTo: 7 },
  })
  // what only says how long a period is, and remarks, tell no rows apart
  const kinds = [...quarters, 'Cả năm 2023'].map((text, i): [string, string, string] => [text, i < 4 ? 'Quý' : 'Năm', i === 4 ? 'ước' : ''])
  expect(found(kinds)?.n).toBe(1)
})
