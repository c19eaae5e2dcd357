import { expect, test } from 'vitest'
import { frameOf, middles, pathOf, project, SHEET } from './projection.ts'

test('north is up, east is right, and the archipelagos lie on the sheet', () => {
  const [hanoiX, hanoiY] = project([105.85, 21.03])
  const [saigonX, saigonY] = project([106.7, 10.78])
  expect(hanoiY).toBeLessThan(saigonY)
  expect(hanoiX).toBeLessThan(saigonX)
  for (const place of [
    [112.3, 16.5],
    [114.4, 10.4],
    [104.8, 8.6],
    [102.15, 22.4],
  ] as const) {
    const [x, y] = project(place)
    expect(x > 0 && x < SHEET.width && y > 0 && y < SHEET.height).toBe(true)
  }
})

test('a path goes from point to point, and points that fall together are dropped', () => {
  expect(
    pathOf([
      [
        [
          [102, 20],
          [103, 20],
          [103, 20.001],
          [103, 19],
          [102, 19],
          [102, 20],
        ],
      ],
    ]),
  ).toBe('M29 228l58 0l0 60l-58 0l0 -60z')
})

test('an island too small to draw has a middle', () => {
  const rock = [
    [
      [
        [112, 16],
        [112.002, 16],
        [112.002, 16.002],
        [112, 16],
      ],
    ],
  ] as const
  expect(pathOf(rock)).toBe('')
  expect(middles(rock)).toHaveLength(1)
  expect(frameOf(middles(rock), 10)).toMatchObject({ width: 20, height: 20 })
})
