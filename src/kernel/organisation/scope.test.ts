import { expect, test } from 'vitest'
import { REST, waysOf } from './scope.ts'

const links = [
  { from: 'a', to: 'b', scope: REST },
  { from: 'a', to: 'c', scope: 'báo chí, xuất bản' },
  { from: 'd', to: 'e', scope: 'viễn thông' },
  { from: 'd', to: 'f', scope: 'báo chí' },
]
const to = (wanted: string): readonly string[] => waysOf(links, wanted).map((link) => link.to)

test('[ORG-3] a function named goes its own way, one that is not goes with the rest', () => {
  expect([to('báo chí'), to('bao chi'), to('chuyển đổi số')]).toEqual([
    ['c', 'f'],
    ['c', 'f'],
    ['b', 'e', 'f'],
  ])
})

test('[ORG-3] without a function every way is shown', () => {
  expect(to('')).toEqual(['b', 'c', 'e', 'f'])
})
