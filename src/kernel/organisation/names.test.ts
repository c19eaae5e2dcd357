import { expect, test } from 'vitest'
import { type Day, day } from '../period/day.ts'
import type { Body, Succession } from './holder.ts'
import { type Named, nameBackFault, nameFaultOf } from './names.ts'

const at = day('2026-07-01')
const body = (id: string, from: Day | null = null, to: Day | null = null): Body => ({ id, from, to })
const borne = (id: string, name: string, from: Day | null = null, of = 'Đà Nẵng'): Named => ({ body: id, name, of, from, to: null })
const renamed = (from: string, to: string, on: Day): Succession => ({
  from,
  to,
  kind: 'rename',
  scope: '',
  at: on,
  undone: null,
  origin: 'node',
})
const heir = (id: string, name: string) => ({ id, isNew: true, scope: '', name })
const LATER = day('2026-09-01')

const bodies = [body('a'), body('b'), body('c'), body('gone', null, day('2025-03-01')), body('coming', LATER)]
const names = [
  borne('a', 'Sở Hoà giải'),
  borne('b', 'Sở Y tế'),
  borne('c', 'Sở Tư pháp', null, 'Quảng Nam'),
  borne('gone', 'Sở Cũ'),
  borne('coming', 'Sở Sau', LATER),
]
const taken = (...parts: readonly { from: string; to: ReturnType<typeof heir> }[]): unknown =>
  nameFaultOf(
    parts.map(({ from, to }) => ({ kind: 'rename' as const, from: [from], to: [to] })),
    at,
    names,
    bodies,
    [],
  )

test('[ORG-14] a new body under a name that another bears that day, unless that one ends by the plan', () => {
  expect([
    taken({ from: 'b', to: heir('new', 'SỞ HÒA GIẢI') }),
    nameFaultOf([{ kind: 'absorb', from: ['a', 'b'], to: [heir('new', 'Sở Y tế')] }], at, names, bodies, []),
    taken({ from: 'b', to: heir('new', 'Sở Tư pháp') }),
    taken({ from: 'b', to: heir('new', 'Sở Cũ') }),
    taken({ from: 'a', to: heir('new-1', 'Sở Mới') }, { from: 'b', to: heir('new-2', 'sở mới') }),
    taken({ from: 'a', to: heir('new', 'Sở Mới') }, { from: 'b', to: heir('new', 'Sở Mới') }),
  ]).toEqual([{ code: 'name-taken', body: 'new', day: at }, null, null, null, { code: 'name-taken', body: 'new-2', day: at }, null])
})

test('[ORG-14] a renaming gives another name', () => {
  expect([
    taken({ from: 'a', to: heir('new', 'Sở Hòa Giải') }),
    taken({ from: 'a', to: heir('new', 'Sở Hòa giải và Thi hành án') }),
  ]).toEqual([{ code: 'name-same', body: 'new' }, null])
})

test('[ORG-27] a new body takes no abbreviation that one other bears, unless that one ends by the plan; one that many bear is common', () => {
  const short = (id: string, abbreviation: string, of = 'Đà Nẵng') => ({ ...borne(id, `Sở ${id}`, null, of), abbreviation })
  const register = [short('a', 'SNV'), short('b', 'SXD'), short('c', 'STP', 'Quảng Nam'), short('coming', 'UBND'), short('u', 'UBND')]
  const given = (from: string, abbreviation: string) =>
    nameFaultOf(
      [{ kind: 'absorb', from: [from], to: [{ ...heir('new', 'Sở Mới'), abbreviation }] }],
      at,
      register,
      [...bodies, body('u')],
      [],
    )
  expect(given('b', 'snv')).toEqual({ code: 'abbreviation-taken', body: 'new', by: 'a', abbreviation: 'snv' })
  expect([given('b', 'SXD'), given('b', 'STP'), given('b', 'UBND'), given('b', ''), given('b', 'SM')]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})

test('[ORG-27] a new body under a name that another comes to bear on a later day', () => {
  expect(taken({ from: 'b', to: heir('new', 'Sở Sau') })).toEqual({ code: 'name-taken', body: 'new', day: LATER })
})

test('[ORG-27] a body that would be there again under a name that another bears since', () => {
  const [ended, again] = [day('2026-03-01'), day('2026-11-02')]
  const back = (others: readonly Named[], links: readonly Succession[] = []): unknown => {
    const there = [body('a'), ...others.map((one) => body(one.body, one.from))]
    return nameBackFault(['a'], { ended, again }, [borne('a', 'Sở Công Thương'), ...others], there, links)
  }
  const since = borne('j', 'Sở Công thương', day('2026-04-01'))
  expect(back([since])).toEqual({ code: 'name-taken', body: 'a', day: again })
  expect(back([borne('j', 'Sở Công Thương', day('2026-12-01'))])).toEqual({ code: 'name-taken', body: 'a', day: day('2026-12-01') })
  // one that bore it beside the other all along is not met anew, nor one that has ended by then, nor one of elsewhere
  expect([
    back([borne('j', 'Sở Công Thương')]),
    back([since], [renamed('j', 'k', day('2026-06-01'))]),
    back([borne('j', 'Sở Công Thương', day('2026-04-01'), 'Huế')]),
  ]).toEqual([null, null, null])
})
