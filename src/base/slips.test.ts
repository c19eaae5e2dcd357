import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slipsBetween } from './slips.ts'

/** The textbook table, whole: what the band must agree with. */
function whole(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1)
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    above = row
  }
  return above[b.length]!
}

test('a letter lost, added, changed', () => {
  expect([
    slipsBetween('hai chau', 'hai chu', 2),
    slipsBetween('hai chau', 'hai chauu', 2),
    slipsBetween('hai chau', 'hoi chau', 2),
  ]).toEqual([1, 1, 1])
})

test('more than are asked for are one more than asked', () => {
  expect([slipsBetween('hai chau', 'son tra', 2), slipsBetween('a', 'abcdef', 2)]).toEqual([3, 3])
})

test('agrees with the whole table', () => {
  const words = fc.stringMatching(/^[abc ]{0,9}$/)
  fc.assert(
    fc.property(words, words, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      expect(slipsBetween(a, b, most)).toBe(Math.min(whole(a, b), most + 1))
    }),
  )
})
