import { expect, test } from 'vitest'
import { type Duty, OPERATOR, type Who } from '../access/who.ts'
import { concernOf } from './concern.ts'

const person = (...duties: readonly Partial<Duty>[]): Who => ({
  kind: 'person',
  id: 'p1',
  duties: duties.map((duty) => ({ role: 'specialist', organisation: 'so-y-te', central: false, deputyFor: null, ...duty })),
  bodies: [],
})

test('[NOT-1] who reports for a body is concerned by its work, and by what has come to it', () => {
  expect(concernOf(person({}, { organisation: 'so-tai-chinh', inherits: ['so-khdt', 'so-y-te'] }))).toEqual({
    bodies: ['so-y-te', 'so-tai-chinh', 'so-khdt'],
    assigns: false,
    keeps: [],
  })
})

test('[NOT-1] the office of the centre answers what is asked; an administrator, an auditor and a machine without accounts are told nothing', () => {
  expect(concernOf(person({ role: 'office', organisation: 'van-phong', central: true }))).toEqual({
    bodies: ['van-phong'],
    assigns: true,
    keeps: [],
  })
  expect(concernOf(person({ role: 'office' }))).toEqual({ bodies: ['so-y-te'], assigns: false, keeps: [] })
  for (const who of [person({ role: 'administrator', central: true }), person({ role: 'auditor' }), OPERATOR])
    expect(concernOf(who)).toEqual({ bodies: [], assigns: false, keeps: [] })
})

test('[NOT-10] who keeps data is told of those of his bodies, and of those they come of; a steward at the centre of all', () => {
  expect(concernOf(person({ role: 'steward', organisation: 'so-y-te', inherits: ['so-dan-so'] })).keeps).toEqual(['so-y-te', 'so-dan-so'])
  expect(concernOf(person({ role: 'steward' }, { role: 'steward', organisation: 'van-phong', central: true })).keeps).toBe('all')
  expect(concernOf(OPERATOR).keeps).toEqual([])
})
