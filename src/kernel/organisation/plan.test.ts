import { expect, test } from 'vitest'
import { type Day, day } from '../period/day.ts'
import type { Body, Succession } from './holder.ts'
import { faultOf, type Part, type PartKind } from './plan.ts'
import { REST } from './scope.ts'

const at = day('2026-07-01')
const body = (id: string, from: Day | null = null, to: Day | null = null): Body => ({ id, from, to })
const bodies = [body('a'), body('b'), body('c'), body('young', day('2026-07-01')), body('gone', null, day('2025-03-01'))]
const heir = (id: string, scope = '') => ({ id, isNew: id.startsWith('new'), scope })
const part = (kind: PartKind, from: readonly string[], ...to: readonly ReturnType<typeof heir>[]): Part => ({ kind, from, to })
const fault = (parts: readonly Part[], links: readonly Succession[] = []): unknown => faultOf(parts, at, bodies, links)
const link = (from: string, to: string, on: Day): Succession => ({
  from,
  to,
  kind: 'absorb',
  scope: '',
  at: on,
  undone: null,
  origin: 'node',
})

test('[ORG-14] what a document may order: also a merger of one, which is a rename', () => {
  expect([
    fault([part('merge', ['a', 'b'], heir('new'))]),
    fault([part('merge', ['a'], heir('new'))]),
    fault([part('absorb', ['a', 'b'], heir('c'))]),
    fault([part('split', ['a'], heir('b', REST), heir('new', 'báo chí'))]),
    fault([part('transfer', ['a'], heir('b', 'báo chí'))]),
    fault([part('dissolve', ['a'])]),
  ]).toEqual([null, null, null, null, null, null])
})

test('[ORG-14] into itself, twice, one that is gone, a day before what is already there', () => {
  expect([
    fault([part('absorb', ['a', 'b'], heir('a'))]),
    fault([part('rename', ['a'], heir('new')), part('absorb', ['a'], heir('b'))]),
    fault([part('absorb', ['gone'], heir('b'))]),
    fault([part('absorb', ['a'], heir('gone'))]),
    fault([part('rename', ['young'], heir('new'))]),
    fault([part('rename', ['a'], heir('new'))], [link('a', 'b', day('2027-01-01'))]),
    fault([part('rename', ['a'], heir('new'))], [link('c', 'a', day('2027-01-01'))]),
  ]).toEqual([
    { code: 'into-itself', body: 'a' },
    { code: 'twice', body: 'a' },
    { code: 'not-there', body: 'gone' },
    { code: 'not-there', body: 'gone' },
    { code: 'too-early', body: 'young', day: '2026-07-01' },
    { code: 'too-early', body: 'a', day: '2027-01-01' },
    { code: 'too-early', body: 'a', day: '2027-01-01' },
  ])
})

test('[ORG-14] a circle, also one that a rename closes with what went before', () => {
  expect([
    fault([part('absorb', ['a'], heir('b')), part('absorb', ['b'], heir('a'))]),
    fault([
      part('absorb', ['a'], heir('b')),
      part('rename', ['b'], { id: 'c', isNew: false, scope: '' }),
      part('absorb', ['c'], heir('a')),
    ]),
    fault([part('rename', ['a'], { id: 'gone', isNew: false, scope: '' })], [link('gone', 'a', day('2025-03-01'))]),
  ]).toEqual([
    { code: 'cycle', body: 'a' },
    { code: 'cycle', body: 'a' },
    { code: 'cycle', body: 'a' },
  ])
})

test('[ORG-14] each kind has its shape', () => {
  const why = (one: Part): unknown => fault([one])
  expect([
    why(part('merge', [], heir('new'))),
    why(part('rename', ['a', 'b'], heir('new'))),
    why(part('merge', ['a', 'b'])),
    why(part('split', ['a'], heir('b', REST))),
    why(part('split', ['a'], heir('b', REST), heir('c'))),
    why(part('split', ['a'], heir('b', REST), heir('c', REST))),
    why(part('transfer', ['a'], heir('b', REST))),
    why(part('split', ['a'], heir('b', 'x'), heir('b', 'y'))),
  ]).toEqual([
    { code: 'shape', kind: 'merge', why: 'sources' },
    { code: 'shape', kind: 'rename', why: 'one-source' },
    { code: 'shape', kind: 'merge', why: 'one-heir' },
    { code: 'shape', kind: 'split', why: 'heirs' },
    { code: 'shape', kind: 'split', why: 'scope' },
    { code: 'shape', kind: 'split', why: 'rest-twice' },
    { code: 'shape', kind: 'transfer', why: 'rest-twice' },
    { code: 'shape', kind: 'split', why: 'heirs' },
  ])
})
