import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../period/day.ts'
import { holdsOn, overlaps } from '../period/span.ts'
import { type Body, holders, livesOf, type Succession, withoutDuplicates } from './holder.ts'
import { REST } from './scope.ts'

const merger = day('2025-03-01')
const body = (id: string, to: Day | null = null, from: Day | null = null): Body => ({ id, from, to })
const link = (from: string, to: string | null, given: Partial<Succession> = {}): Succession => ({
  from,
  to,
  kind: 'merge',
  scope: '',
  at: merger,
  undone: null,
  origin: 'register',
  ...given,
})
const of = (bodies: readonly Body[], links: readonly Succession[], id: string): readonly unknown[] =>
  holders(bodies, links).flatMap(({ organisation, from, to, holder }) => (organisation === id ? [[from, to, holder]] : []))

test('[ORG-7] each holds its own work until it ends, then the one it merged into', () => {
  const bodies = [body('kh-dt', merger), body('tai-chinh', merger), body('tai-chinh-moi', null, merger)]
  const links = [link('kh-dt', 'tai-chinh-moi'), link('tai-chinh', 'tai-chinh-moi')]
  expect(of(bodies, links, 'kh-dt')).toEqual([
    [null, '2025-03-01', 'kh-dt'],
    ['2025-03-01', null, 'tai-chinh-moi'],
  ])
  expect(of(bodies, links, 'tai-chinh-moi')).toEqual([[null, null, 'tai-chinh-moi']])
})

test('[ORG-7] of a split whoever has the rest holds the work; where nobody has it, nobody by default', () => {
  const bodies = [body('tt-tt', merger), body('quan', merger), body('kh-cn'), body('vh-tt'), body('phuong-1'), body('phuong-2')]
  const links = [
    link('tt-tt', 'kh-cn', { kind: 'split', scope: REST }),
    link('tt-tt', 'vh-tt', { kind: 'split', scope: 'báo chí' }),
    link('quan', 'phuong-1', { kind: 'split', scope: 'địa bàn' }),
    link('quan', 'phuong-2', { kind: 'split', scope: 'địa bàn' }),
  ]
  expect([of(bodies, links, 'tt-tt').at(-1), of(bodies, links, 'quan').at(-1)]).toEqual([
    ['2025-03-01', null, 'kh-cn'],
    ['2025-03-01', null, null],
  ])
})

test('[ORG-7] a body that transfers functions keeps the rest; one dissolved with nobody named leaves nobody', () => {
  const bodies = [body('a'), body('b'), body('c')]
  const node = { origin: 'node' } as const
  expect(of(bodies, [link('a', 'b', { kind: 'transfer', scope: 'viễn thông', ...node })], 'a')).toEqual([[null, null, 'a']])
  expect(of(bodies, [link('c', null, { kind: 'dissolve', ...node })], 'c')).toEqual([
    [null, '2025-03-01', 'c'],
    ['2025-03-01', null, null],
  ])
})

test('[ORG-9] a succession undone on a later day leaves what was between, and the body is there again', () => {
  const undone = day('2025-06-01')
  const bodies = [body('a'), body('b'), body('moi', undone, merger)]
  const links = [link('a', 'moi', { origin: 'node', undone }), link('b', 'moi', { origin: 'node', undone })]
  expect(of(bodies, links, 'a')).toEqual([
    [null, '2025-03-01', 'a'],
    ['2025-03-01', '2025-06-01', 'moi'],
    ['2025-06-01', null, 'a'],
  ])
  expect(livesOf(body('a'), links.slice(0, 1))).toEqual([
    { from: null, to: '2025-03-01' },
    { from: '2025-06-01', to: null },
  ])
})

test('[ORG-9] one undone on its own day was never there', () => {
  const never = [link('a', 'moi', { origin: 'node', undone: merger })]
  expect(of([body('a'), body('moi', merger, merger)], never, 'a')).toEqual([[null, null, 'a']])
  expect(livesOf(body('a'), never)).toEqual([{ from: null, to: null }])
})

test('[ORG-7] what was entered here goes before what the register says of the same body', () => {
  const bodies = [body('a', merger), body('so'), body('nut')]
  expect(of(bodies, [link('a', 'so'), link('a', 'nut', { origin: 'node' })], 'a').at(-1)).toEqual(['2025-03-01', null, 'nut'])
})

test('[ORG-10] a lead that meets its own coordinator in one heir drops the duplicate', () => {
  const held = [
    { role: 'lead', holder: 'tai-chinh' },
    { role: 'coordinator', holder: 'tai-chinh' },
    { role: 'coordinator', holder: 'xay-dung' },
    { role: 'coordinator', holder: 'xay-dung' },
    { role: 'recipient', holder: 'tai-chinh' },
    { role: 'coordinator', holder: null },
  ]
  expect(withoutDuplicates(held)).toEqual([held[0], held[2], held[4], held[5]])
})

const dayIn = fc.integer({ min: 0, max: 20 }).map((n) => addDays(merger, n))
const ids = ['a', 'b', 'c', 'd', 'e']
const anyLink: fc.Arbitrary<Succession> = fc
  .record({
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids, null),
    kind: fc.constantFrom('merge', 'split', 'transfer', 'rename', 'dissolve'),
    scope: fc.constantFrom('', REST, 'báo chí'),
    at: dayIn,
    after: fc.option(fc.nat({ max: 10 })),
    origin: fc.constantFrom('node' as const, 'register' as const),
  })
  .map(({ after, ...one }) => ({ ...one, undone: after === null ? null : addDays(one.at, after) }))
const anyBodies = fc.tuple(...ids.map((id) => fc.option(dayIn).map((to) => body(id, to))))

test('[ORG-7] law: whatever the links, circles too, the spans of a body cover every day once, and a holder is there itself', () => {
  fc.assert(
    fc.property(anyBodies, fc.array(anyLink, { maxLength: 12 }), dayIn, (bodies, links, on) => {
      const all = holders(bodies, links)
      for (const { id, to } of bodies) {
        const own = all.filter((span) => span.organisation === id)
        expect(own.filter((span) => holdsOn(span, on))).toHaveLength(1)
        expect(own.some((span, i) => own.slice(i + 1).some((other) => overlaps(span, other)))).toBe(false)
        const holder = own.find((span) => holdsOn(span, on))?.holder ?? null
        const lives = livesOf(
          bodies.find((one) => one.id === id) ?? body(id),
          links.filter((one) => one.from === id),
        )
        if (lives.some((life) => holdsOn(life, on)) && (to === null || on < to)) expect(holder).toBe(id)
        if (holder !== null) expect(all.find((span) => span.organisation === holder && holdsOn(span, on))?.holder).toBe(holder)
      }
    }),
  )
})
