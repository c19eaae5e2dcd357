import { expect, test } from 'vitest'
import { actsFor, denied, holdsFor } from './access.ts'
import { roles } from './role.ts'
import { type Duty, NOBODY, OPERATOR, sightOf, type Who } from './who.ts'

const person = (...duties: readonly Partial<Duty>[]): Who => ({
  kind: 'person',
  id: 'p1',
  duties: duties.map((duty) => ({ role: 'specialist', organisation: 'so-y-te', central: false, deputyFor: null, ...duty })),
  bodies: ['so-y-te'],
})

test('[ACC-1] [ACC-2] a stranger is asked to sign in, someone without the role is told which is missing, the operator may do all', () => {
  const office = ['office'] as const
  expect([denied(NOBODY, office), denied(NOBODY, 'signed-in'), denied(NOBODY, 'anyone')]).toEqual([
    'sign-in-needed',
    'sign-in-needed',
    null,
  ])
  expect([denied(person({}), office), denied(OPERATOR, office)]).toEqual(['role-missing', null])
  const own = [person({ role: 'office' }), person({ role: 'office', central: true })]
  expect(own.map((who) => denied(who, office))).toEqual(['role-missing', null])
  expect(denied(person({ role: 'auditor' }), ['auditor'])).toBeNull()
  expect(denied(person({}), [])).toBe('role-missing')
})

test('[ACC-4] what is seen: nothing without a duty, one’s own bodies, all for the centre, administrator and auditor', () => {
  expect(sightOf(NOBODY)).toBe('nothing')
  expect(sightOf(person({}))).toBe('own')
  expect(sightOf({ ...person(), duties: [] })).toBe('nothing')
  expect(roles.filter((role) => sightOf(person({ role })) === 'all')).toEqual(['administrator', 'auditor'])
  expect(sightOf(person({ central: true }))).toBe('all')
})

test('[ACC-3] a role is held for its body, and for those whose work came to it, not for every body he serves', () => {
  const who = person({ role: 'auditor' }, { role: 'specialist', organisation: 'so-xay-dung', inherits: ['so-giao-thong'] })
  const held = ['so-y-te', 'so-xay-dung', 'so-giao-thong'].map((body) => holdsFor(who, ['specialist'], body))
  expect(held).toEqual([false, true, true])
})

test('[ACC-3] a deputy acts for the one whose place he takes, unless he holds the role himself', () => {
  const deputyFor = { person: 'p9', form: 'KT.' } as const
  expect(actsFor(person({ role: 'leader', deputyFor }), ['leader'])).toEqual(deputyFor)
  expect(actsFor(person({ role: 'leader', deputyFor }, { role: 'leader' }), ['leader'])).toBeNull()
  expect(actsFor(person(), ['leader'])).toBeNull()
  const both = person({ role: 'leader' }, { role: 'leader', organisation: 'so-xay-dung', deputyFor })
  expect(actsFor(both, ['leader'], (duty) => duty.organisation === 'so-xay-dung')).toEqual(deputyFor)
})
