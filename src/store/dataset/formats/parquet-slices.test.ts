import { expect, test } from 'vitest'
import { slicesOf } from './parquet-slices.ts'

// red 28-11-2026: of 400,000 rows in one group the group was decoded eighty times
test('[DAT-6] a group of rows of Parquet is decoded once, or as often as it does not fit; small ones together', () => {
  expect(slicesOf([400_000], 3)).toEqual([[0, 400_000]])
  expect(slicesOf([1_048_576, 200_000], 5)).toEqual([
    [0, 400_000],
    [400_000, 800_000],
    [800_000, 1_048_576],
    [1_048_576, 1_248_576],
  ])
  expect(slicesOf([2000, 2000, 2000, 1], 2)).toEqual([
    [0, 4000],
    [4000, 6001],
  ])
  expect(slicesOf([12_000], 1000)).toEqual([
    [0, 5000],
    [5000, 10_000],
    [10_000, 12_000],
  ])
  expect(slicesOf([], 3)).toEqual([])
})
