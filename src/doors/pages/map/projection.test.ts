import { expect, test } from 'vitest'
import { digitsAt, frameOf, middles, pathOf, project, SHEET, stretchPath } from './projection.ts'

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

// 28-11-2026: squares of a kilometre were a dash, or nothing, also on a map of their own town
test('[DAT-145] a shape of a row is drawn to a tenth of a pixel of the part that is shown, and is seen however small', () => {
  const square = [
    [108.2, 16],
    [108.209, 16],
    [108.209, 16.009],
    [108.2, 16.009],
    [108.2, 16],
  ] as const
  expect([1, 0.5, 0.12, 0.012].map(digitsAt)).toEqual([1, 2, 2, 3])
  expect(stretchPath(square, 0.012, true)).toBe('M388.302 468l0.522 0l0 -0.54l-0.522 0l0 0.54z')
  // of the whole country half a pixel: what is left is a stroke, and so is a dot
  expect(stretchPath(square, 1, true)).toBe('M388.3 468l0.5 0l0 -0.5l-0.5 0l0 0.5z')
  expect(stretchPath([square[0], [108.2001, 16], square[0]], 1, true)).toBe('M388.3 468l0 0z')
  // an end is not dropped
  expect(
    stretchPath(
      [
        [108, 16],
        [108.1, 16],
        [108.1005, 16],
      ],
      0.012,
    ),
  ).toBe('M376.711 468l5.796 0l0.029 0')
})
