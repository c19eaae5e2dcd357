import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, type Decimal, divided, formatDecimal, parseDecimal, plus, times, ZERO } from './decimal.ts'

const d = (text: string): Decimal => parseDecimal(text) ?? ZERO
const anyDecimal = fc.record({ units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.nat(6) })

test('a sum is exact where binary fractions are not', () => {
  expect(formatDecimal(plus(d('0.1'), d('0.2')))).toBe('0.3')
  expect(formatDecimal(plus(d('9007199254740993'), d('0.01')))).toBe('9007199254740993.01')
  expect(formatDecimal(times(d('1.5'), d('-0.02')))).toBe('-0.03')
})

test('a quotient is rounded half away from zero', () => {
  expect(
    ['1/8', '-1/8', '1/3', '2/3', '10/4', '-5/2'].map((q) => formatDecimal(divided(d(q.split('/')[0] ?? ''), d(q.split('/')[1] ?? ''), 2))),
  ).toEqual(['0.13', '-0.13', '0.33', '0.67', '2.5', '-2.5'])
  expect([formatDecimal(d('2'), 2), formatDecimal(d('2.005'), 2), formatDecimal(d('0.50'))]).toEqual(['2.00', '2.01', '0.5'])
})

test('what is no number is none', () => {
  expect(['', '1,5', '1e3', 'NaN', '.5', '5.', ' 1', '--1'].map(parseDecimal)).toEqual(Array(8).fill(null))
})

test('written and read again it is the same; sums do not depend on the order', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, anyDecimal, (a, b, c) => {
      expect(compare(d(formatDecimal(a)), a)).toBe(0)
      expect(compare(plus(plus(a, b), c), plus(c, plus(b, a)))).toBe(0)
    }),
  )
})
