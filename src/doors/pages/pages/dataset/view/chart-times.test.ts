import { expect, test } from 'vitest'
import { namedOf, placesOf } from './chart-times.ts'

// 28-11-2026: four days of which one was missing before the last stood evenly
test('[PAG-33] days and months of an axis stand as far apart as they are in time; years, names and a lone time evenly', () => {
  expect(placesOf(['2024-12-29', '2024-12-30', '2024-12-31', '2025-01-08'])).toEqual([0, 10, 20, 100])
  expect(placesOf(['2024-11', '2024-12', '2025-03'])).toEqual([0, 25, 100])
  for (const keys of [['2019', '2024'], ['2024-12-29'], ['2024-12', '2024-12-29'], [null, '2024-12-29'], []])
    expect(placesOf(keys)).toBeNull()
})

test('[PAG-33] names of times that would touch are left out', () => {
  expect(namedOf([0, 10, 20, 50, 100], 80, 500, [0, 1, 2, 3, 4])).toEqual([0, 3, 4])
  expect(namedOf([0, 50, 100], 80, 200, [0, 1, 2])).toEqual([0, 2])
})
