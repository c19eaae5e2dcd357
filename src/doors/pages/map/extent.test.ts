import { expect, test } from 'vitest'
import { classesOf, classOf } from '../../../kernel/dataset/classes.ts'
import { around, extentFrom, extentText, moved, nearer, WHOLE, zoomed } from './extent.ts'

test('[DAT-41] an extent is read from the address; what is none, or lies elsewhere, is the whole country', () => {
  expect(extentFrom('107,15,110,17')).toEqual([107, 15, 110, 17])
  for (const wrong of [null, '', '1,2,3', '107,15,107.01,17', 'a,b,c,d', '0,0,5,5', 'NaN,1,2,3', '110,15,107,17'])
    expect(extentFrom(wrong)).toBe(WHOLE)
})

test('[DAT-41] nearer and farther end at a least piece and at the whole; the whole is not written', () => {
  expect(extentText(WHOLE)).toBeNull()
  expect(zoomed([107, 15, 109, 17], 0.5)).toEqual([107.5, 15.5, 108.5, 16.5])
  expect(zoomed([101.5, 6, 118, 23.8], 2)).toBe(WHOLE)
  expect(zoomed([107, 15, 107.03, 15.03], 0.5)).toEqual([107, 15, 107.03, 15.03])
  expect(moved([107, 15, 110, 18], 1, -1)).toEqual([108, 14, 111, 17])
})

test('[PAG-48] a map opens where its places are, with room about them; the whole where there are none or they fill half of it', () => {
  const [west, south, east, north] = around([
    [108.1, 16],
    [108.3, 16.2],
    [108.2, 16.1],
  ])
  expect([(west + east) / 2, (south + north) / 2].map((one) => Number(one.toFixed(6)))).toEqual([108.2, 16.1])
  expect(east - west).toBeCloseTo(0.8)
  expect((north - south) / (east - west)).toBeCloseTo((WHOLE[3] - WHOLE[1]) / (WHOLE[2] - WHOLE[0]))
  const tall = around([
    [108, 11],
    [108, 16],
  ])
  expect([tall[1] < 11, tall[3] > 16, tall === WHOLE]).toEqual([true, true, false])
  const ends = [
    [105, 9],
    [105, 22],
  ] as const
  // from Cà Mau to Đà Nẵng: with the room about it more than half of the sheet
  const half = [
    [105, 8.6],
    [108, 16],
  ] as const
  expect([around([]), around(ends), around(half)]).toEqual([WHOLE, WHOLE, WHOLE])
})

test('[DAT-41] classes have as many figures each as can be; what repeats makes fewer', () => {
  const starts = classesOf([9, 1, 2, 3, 4, 5, 6, 7, 8, 10])
  expect([starts, classOf(1, starts), classOf(4, starts), classOf(99, starts)]).toEqual([[1, 3, 5, 7, 9], 0, 1, 4])
  expect([classesOf([7, 7, 7]), classesOf([])]).toEqual([[7], []])
})

test('[PAG-57] nearer keeps what is seen in view', () => {
  const of = [107, 15, 109, 17] as const
  expect(nearer(of, [])).toEqual([107.5, 15.5, 108.5, 16.5])
  expect(
    nearer(of, [
      [108.4, 16],
      [107.1, 15.1],
    ]),
  ).toEqual([107.5, 15.5, 108.5, 16.5])
  expect(
    nearer(of, [
      [108.75, 16],
      [107.1, 15.1],
      [108, 20],
    ]),
  ).toEqual([108.25, 15.5, 109.25, 16.5])
})
