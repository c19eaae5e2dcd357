import { expect, test } from 'vitest'
import { countsOf, nextWaiting, taskOfMark } from './order.ts'

const tasks = [
  { id: 'a', state: 'proposed', code: null },
  { id: 'b', state: 'confirmed', code: null },
  { id: 'c', state: 'proposed', code: null },
] as const

test('[PAG-4] the next that waits comes after the one just done, then from the top', () => {
  expect(nextWaiting(tasks, 'a')).toBe('c')
  expect(nextWaiting(tasks, 'c')).toBe('a')
  expect(nextWaiting(tasks, null)).toBe('a')
})

test('[PAG-4] none is opened when none waits', () => {
  expect(nextWaiting([{ id: 'a', state: 'proposed' }], 'a')).toBeNull()
})

test('[PAG-13] words of several tasks lead from one to the next, round and round', () => {
  expect(taskOfMark(['c', 'a'], tasks, null)).toBe('a')
  expect(taskOfMark(['c', 'a'], tasks, 'a')).toBe('c')
  expect(taskOfMark(['c', 'a'], tasks, 'c')).toBe('a')
  expect(taskOfMark([], tasks, 'a')).toBeNull()
})

test('the counts add up', () => {
  expect(countsOf(tasks)).toEqual({ confirmed: 1, waiting: 2, discarded: 0, assigned: 0 })
  // what was taken up since was given out none the less
  const later = [...tasks, { state: 'active', code: 'NV-2026-0001' }, { state: 'assigned', code: 'NV-2026-0002' }] as const
  expect(countsOf(later)).toEqual({ confirmed: 1, waiting: 2, discarded: 0, assigned: 2 })
})
