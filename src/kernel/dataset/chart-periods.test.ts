import { expect, test } from 'vitest'
import { drawnPeriods } from './chart-periods.ts'

test('[DAT-142] figures that add up from January on are one line only where most years have several of them', () => {
  const growing = ['2023-Q1', '2023-H1', '2023-01/2023-09', '2023', '2024-Q1', '2024-H1']
  expect(drawnPeriods(growing)).toEqual({ drawn: growing, left: [] })
  const years = ['2020', '2021', '2022', '2023']
  expect(drawnPeriods([...years, '2024-Q1', '2024-H1', '2024-01/2024-09'])).toEqual({
    drawn: years,
    left: ['2024-Q1', '2024-H1', '2024-01/2024-09'],
  })
})
