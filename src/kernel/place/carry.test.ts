import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, type Decimal, formatDecimal, parseDecimal, plus, ZERO } from '../../base/decimal.ts'
import { type Carry, carried, type Measure, type Source } from './carry.ts'
import type { Holder } from './succession.ts'

const d = (text: string): Decimal => parseDecimal(text) ?? ZERO
const to = (id: string, share: number | null = 1, kind = 'merge'): Holder => ({ id, share, kind, certain: true, basis: 'NQ 202/2025/QH15' })
const source = (unit: string, value: string, ...holders: readonly Holder[]): Source => ({ unit, value: d(value), holders })
const carry = (sources: readonly Source[], measure: Measure, more: Partial<Carry> = {}) =>
  carried({ sources, without: [], measure, weights: new Map(), decimals: 1, ...more }).map(({ value, bounds, parts, ...rest }) => ({
    ...rest,
    value: value === null ? null : formatDecimal(value),
    bounds: bounds === null ? null : [formatDecimal(bounds.low), formatDecimal(bounds.high)],
    parts: parts.map((part) => part.unit),
  }))

test('[PLA-17] a sum over whole units is exact, to the last digit', () => {
  // Đà Nẵng and Quảng Nam on 1-7-2025
  expect(carry([source('p48', '1284.73', to('đà-nẵng')), source('p49', '10574.86', to('đà-nẵng'))], 'sum')).toEqual([
    {
      unit: 'đà-nẵng',
      value: '11859.59',
      method: 'joined',
      bounds: ['11859.59', '11859.59'],
      exact: true,
      reason: null,
      parts: ['p48', 'p49'],
      missing: [],
    },
  ])
})

test('[PLA-17] what goes to several is divided by the share of the register, or by weights, and says between which bounds it lies', () => {
  const split = source('a', '100', to('x', 0.3), to('y', 0.7))
  expect(carry([split, source('b', '20', to('y'))], 'sum')).toMatchObject([
    { unit: 'x', value: '30', method: 'divided', exact: false, bounds: ['0', '100'] },
    { unit: 'y', value: '90', method: 'divided', exact: false, bounds: ['20', '120'] },
  ])
  const unknown = source('a', '100', to('x', null), to('y', null))
  expect(carry([unknown], 'sum')).toMatchObject([{ value: null, reason: 'share-unknown', bounds: ['0', '100'] }, { value: null }])
  const weights = new Map([
    ['x', d('1')],
    ['y', d('3')],
  ])
  expect(carry([unknown], 'sum', { weights })).toMatchObject([{ value: '25' }, { value: '75' }])
})

test('[PLA-17] a mean is weighed, and refused without weights', () => {
  const parts = [source('a', '26.5', to('x')), source('b', '24.1', to('x'))]
  expect(carry(parts, 'mean')).toMatchObject([{ value: null, reason: 'weights-missing', bounds: ['24.1', '26.5'] }])
  const weights = new Map([
    ['a', d('1')],
    ['b', d('2')],
  ])
  expect(carry(parts, 'mean', { weights })).toMatchObject([{ value: '24.9', method: 'weighed', exact: false, bounds: ['24.1', '26.5'] }])
  expect(carry([parts[0] as Source], 'mean')).toMatchObject([{ value: '26.5', method: 'same', exact: true }])
})

test('[PLA-17] the mean of a part of a unit is not known: alone it is not told, beside a whole it is an estimate without bounds', () => {
  const parts = [source('a', '26.5', to('x', 0.5), to('y', 0.5)), source('b', '24.1', to('y'))]
  const weights = new Map([
    ['a', d('2')],
    ['b', d('1')],
  ])
  expect(carry(parts, 'mean', { weights })).toMatchObject([
    { unit: 'x', value: null, reason: 'not-divisible', bounds: null },
    { unit: 'y', value: '25.3', exact: false, bounds: null },
  ])
})

test('[PLA-17] the greatest of whole units is one of theirs; of a part nobody knows it; a rank is never put together', () => {
  const parts = [source('a', '7', to('x')), source('b', '9', to('x'))]
  expect(carry(parts, 'greatest')).toMatchObject([{ value: '9', exact: true, method: 'joined' }])
  expect(carry(parts, 'least')).toMatchObject([{ value: '7' }])
  expect(carry([source('a', '7', to('x', 0.5), to('y', 0.5))], 'greatest')).toMatchObject([{ value: null, reason: 'not-divisible' }, {}])
  expect(carry(parts, 'none')).toMatchObject([{ value: null, reason: 'not-divisible' }])
})

test('[PLA-17] a part that has no figure is named, and the whole is not told', () => {
  const without = [{ unit: 'c', holders: [to('x')] }]
  expect(carry([source('a', '7', to('x'))], 'sum', { without })).toMatchObject([{ value: null, reason: 'part-missing', missing: ['c'] }])
})

test('[PLA-17] over whole units nothing is lost; what is divided lies within its bounds, and so does a mean', () => {
  const value = fc.bigInt({ min: 0n, max: 10n ** 15n }).map((units): Decimal => ({ units, scale: 2 }))
  const target = fc.constantFrom('x', 'y', 'z')
  const whole = fc.record({ value, into: target }).map(({ value: v, into }) => ({ value: v, holders: [to(into)] }))
  const parted = fc
    .record({ value, share: fc.integer({ min: 1, max: 99 }), into: fc.uniqueArray(target, { minLength: 2, maxLength: 2 }) })
    .map(({ value: v, share, into }) => ({ value: v, holders: [to(into[0] ?? 'x', share / 100), to(into[1] ?? 'y', 1 - share / 100)] }))
  const named = (given: readonly { value: Decimal; holders: readonly Holder[] }[]): readonly Source[] =>
    given.map((one, i) => ({ ...one, unit: `u${i}` }))
  const total = (values: readonly Decimal[]): Decimal => values.reduce(plus, ZERO)
  fc.assert(
    fc.property(fc.array(whole, { minLength: 1, maxLength: 12 }), (given) => {
      const sources = named(given)
      const found = carried({ sources, without: [], measure: 'sum', weights: new Map(), decimals: 2 })
      expect(found.every((one) => one.exact)).toBe(true)
      expect(compare(total(found.map((one) => one.value ?? ZERO)), total(sources.map((one) => one.value)))).toBe(0)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(whole, parted), { minLength: 1, maxLength: 12 }), fc.constantFrom('sum', 'mean'), (given, measure) => {
      const sources = named(given)
      const weights = new Map(sources.map((one, i) => [one.unit, { units: BigInt(i + 1), scale: 0 }]))
      for (const one of carried({ sources, without: [], measure, weights, decimals: 0 })) {
        if (measure === 'sum') expect([one.value, one.bounds]).not.toContain(null)
        if (one.value === null || one.bounds === null) continue
        expect([compare(one.bounds.low, one.value) <= 0, compare(one.value, one.bounds.high) <= 0]).toEqual([true, true])
      }
    }),
  )
})
