import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../period/day.ts'
import type { Span } from '../period/span.ts'
import { follow, type Link, leadsTo } from './succession.ts'

const link = (from: string, to: string, more: Partial<Link> = {}): Link => ({
  from,
  to,
  kind: 'merge',
  partial: false,
  weight: null,
  certain: true,
  basis: 'NQ 1',
  ...more,
})
const unit = (from: Day | null, to: Day | null, level = 'commune'): Span & { readonly level: string } => ({ from, to, level })
const reform = day('2025-07-01')
const city = day('2026-04-30')

const units = new Map([
  ['a', unit(null, reform)],
  ['b', unit(null, reform)],
  ['x', unit(reform, city)],
  ['x-ward', unit(city, null)],
  ['y', unit(reform, null)],
])
const links = [
  link('a', 'x', { kind: 'split', partial: true }),
  link('a', 'y', { kind: 'split', partial: true }),
  link('b', 'x'),
  link('x', 'x-ward', { kind: 'rename', basis: 'NQ 2', certain: false }),
]

test('[PLA-6] a unit that holds on the day is its own holder', () => {
  expect(follow('a', links, units, day('2024-06-01'), 'forward')).toEqual([{ id: 'a', kind: 'same', share: 1, certain: true, basis: '' }])
})

test('[PLA-6] a chain is followed over two reorganisations, and names both bases', () => {
  expect(follow('b', links, units, day('2026-11-01'), 'forward')).toEqual([
    { id: 'x-ward', kind: 'merge', share: 1, certain: false, basis: 'NQ 1; NQ 2' },
  ])
})

test('[PLA-7] the shares of a split are not known unless the source gives them', () => {
  expect(follow('a', links, units, day('2025-08-01'), 'forward').map(({ id, share }) => [id, share])).toEqual([
    ['x', null],
    ['y', null],
  ])
})

test('[PLA-7] parts that went two ways and met again are the whole again', () => {
  const parts = new Map([
    ['a', unit(null, day('2025-01-01'))],
    ['b', unit(day('2025-01-01'), day('2025-02-01'))],
    ['c', unit(day('2025-01-01'), day('2025-02-01'))],
    ['d', unit(day('2025-02-01'), day('2025-03-01'))],
    ['e', unit(day('2025-03-01'), null)],
  ])
  const ways = [
    link('a', 'b', { kind: 'split', partial: true, weight: 0.25 }),
    link('a', 'c', { kind: 'split', partial: true, weight: 0.75 }),
    link('b', 'd'),
    link('c', 'd'),
    link('d', 'e', { kind: 'rename' }),
  ]
  expect(follow('a', ways, parts, day('2025-06-01'), 'forward').map(({ id, share }) => [id, share])).toEqual([['e', 1]])
})

test('[PLA-8] a chain is as sure as its least sure link', () => {
  expect(follow('b', links, units, day('2025-08-01'), 'forward').map((holder) => holder.certain)).toEqual([true])
  expect(follow('b', links, units, day('2026-11-01'), 'forward').map((holder) => holder.certain)).toEqual([false])
})

test('[PLA-6] predecessors of a ward are what the commune came from', () => {
  expect(follow('x-ward', links, units, day('2025-06-30'), 'back').map((holder) => holder.id)).toEqual(['a', 'b'])
})

test('[PLA-6] a link to a unit of another level counts only where there is none of its own', () => {
  const mixed = new Map([...units, ['district', unit(null, reform, 'district')]])
  const ways = [...links, link('district', 'x', { partial: true }), link('district', 'y', { partial: true })]
  expect(follow('y', ways, mixed, day('2025-06-30'), 'back').map((holder) => holder.id)).toEqual(['a'])
  expect(follow('district', ways, mixed, day('2025-08-01'), 'forward').map((holder) => holder.id)).toEqual(['x', 'y'])
})

/** Ages that follow one another; every unit of an age goes to one or more of the next. */
const histories = fc
  .array(fc.array(fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
  .map((ages) => {
    const began = (age: number): Day | null => (age === 0 ? null : addDays(reform, age * 100))
    const sizes = [...ages.map((age) => age.length), 5]
    const all = new Map(
      sizes.flatMap((size, age) =>
        Array.from({ length: size }, (_, i) => [`${age}.${i}`, unit(began(age), age === ages.length ? null : began(age + 1))] as const),
      ),
    )
    const ways = ages.flatMap((age, n) =>
      age.flatMap((heirs, i) => {
        const to = [...new Set(heirs.map((heir) => `${n + 1}.${heir % (sizes[n + 1] ?? 1)}`))]
        return to.map((one) => link(`${n}.${i}`, one, { partial: to.length > 1, weight: 1 / to.length }))
      }),
    )
    return { all, ways, last: ages.length, on: (age: number): Day => addDays(reform, age * 100 + 50) }
  })

test('[PLA-6] whoever succeeds a unit has it among its predecessors, and the other way round', () => {
  fc.assert(
    fc.property(histories, ({ all, ways, last, on }) => {
      const first = [...all.keys()].filter((id) => id.startsWith('0.'))
      const final = [...all.keys()].filter((id) => id.startsWith(`${last}.`))
      const forward = first.flatMap((id) => follow(id, ways, all, on(last), 'forward').map((heir) => `${id} → ${heir.id}`))
      const back = final.flatMap((id) => follow(id, ways, all, on(0 - 1), 'back').map((before) => `${before.id} → ${id}`))
      expect([...back].sort()).toEqual([...forward].sort())
    }),
  )
})

test('[PLA-7] where every share is known, the shares of the heirs add up to the whole', () => {
  fc.assert(
    fc.property(histories, ({ all, ways, last, on }) => {
      const total = follow('0.0', ways, all, on(last), 'forward').reduce((sum, heir) => sum + (heir.share ?? 0), 0)
      expect(total).toBeCloseTo(1, 6)
    }),
  )
})

/** Any links among six units, circles and links to itself among them. */
const names = ['a', 'b', 'c', 'd', 'e', 'f']
const anyLinks = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 14, selector: ([from, to]) => `${from} ${to}` })
  .map((pairs) => pairs.map(([from, to]) => link(names[from] ?? '', names[to] ?? '')))

/** By another way than the code: a pair is joined when it is linked, or joined over a third, until nothing is added. */
function closure(ways: readonly Link[]): ReadonlySet<string> {
  const joined = new Set(ways.map(({ from, to }) => `${from} ${to}`))
  for (const over of names)
    for (const from of names)
      for (const to of names) if (joined.has(`${from} ${over}`) && joined.has(`${over} ${to}`)) joined.add(`${from} ${to}`)
  return joined
}

test('[PLA-15] a link leads to what it is joined with over other links, in both directions, with circles in the data', () => {
  fc.assert(
    fc.property(anyLinks, fc.constantFrom(...names), (ways, target) => {
      const joined = closure(ways)
      for (const first of ways) {
        expect(leadsTo(first, target, ways, 'forward')).toBe(first.to === target || joined.has(`${first.to} ${target}`))
        expect(leadsTo(first, target, ways, 'back')).toBe(first.from === target || joined.has(`${target} ${first.from}`))
      }
    }),
  )
})

test('[PLA-15] following links ends in a circle, and names only units that hold on the day and are joined with the first', () => {
  const there = new Map(names.map((name, i) => [name, i < 4 ? unit(null, reform) : unit(reform, null)]))
  fc.assert(
    fc.property(anyLinks, (ways) => {
      const joined = closure(ways)
      const found = follow('a', ways, there, day('2026-01-01'), 'forward').map(({ id }) => id)
      expect(found.filter((id) => !['e', 'f'].includes(id) || !joined.has(`a ${id}`))).toEqual([])
    }),
  )
})
