import { expect, test } from 'vitest'
import { latestPeriod } from './period-order.ts'

test('[DAT-139] the latest of several periods is the one that ends last, of those that end together the shorter', () => {
  expect(latestPeriod(['2024', '2024-Q1', '2024-Q2', '2023-Q4'])).toBe('2024')
  expect(latestPeriod(['2024', '2024-Q4', '2024-H2'])).toBe('2024-Q4')
  expect(latestPeriod(['hè'])).toBeNull()
})
