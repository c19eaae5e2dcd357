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
  })
})

test('[NOT-1] the office of the centre answers what is asked; an administrator, an auditor and a machine without accounts are told nothing', () => {
  expect(concernOf(person({ role: 'office', organisation: 'van-phong', central: true }))).toEqual({ bodies: ['van-phong'], assigns: true })
  expect(concernOf(person({ role: 'office' }))).toEqual({ bodies: ['so-y-te'], assigns: false })
  for (const who of [person({ role: 'administrator', central: true }), person({ role: 'auditor' }), OPERATOR])
    expect(concernOf(who)).toEqual({ bodies: [], assigns: false })
})
