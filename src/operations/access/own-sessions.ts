import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { operation } from '../operation.ts'
import { id } from '../values.ts'
import type { EntrancePorts, PeoplePorts } from './ports.ts'
import { asPerson, notFound } from './refusals.ts'
import { sessionView } from './views.ts'

/** Where I am signed in. */
export const sessionList = operation({
  name: 'session.list',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Các phiên đăng nhập của tôi', en: 'My sessions' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(sessionView) }),
  rest: { method: 'GET', path: '/me/sessions' },
  async run(ports: EntrancePorts, context) {
    const self = asPerson(context)
    if (!self.ok) return self
    const items = await ports.entrance.sessions(self.value)
    return ok({ items: items.map((one) => ({ ...one, current: one.id === context.who.session })) })
  },
})

/** Signs me out in one place. */
export const sessionEnd = operation({
  name: 'session.end',
  kind: 'command',
  access: 'signed-in',
  summary: { vi: 'Đóng một phiên đăng nhập của tôi', en: 'End one of my sessions' },
  input: z.strictObject({ id }),
  output: z.strictObject({ ended: z.int() }),
  rest: { method: 'DELETE', path: '/me/sessions/{id}' },
  async run(ports: EntrancePorts, context, given) {
    const self = asPerson(context)
    if (!self.ok) return self
    const ended = await ports.entrance.endSessions(self.value, { id: given.id })
    if (ended === 0) return refuse(notFound('session', context.language))
    await ports.entrance.note({ kind: 'sessions-ended', person: self.value, actor: null, address: null })
    return ok({ ended })
  },
})

/** Signs me out everywhere, here too. */
export const sessionEndAll = operation({
  name: 'session.end-all',
  kind: 'command',
  access: 'signed-in',
  summary: { vi: 'Đăng xuất tôi ở mọi nơi', en: 'Sign me out everywhere' },
  input: z.strictObject({}),
  output: z.strictObject({ ended: z.int() }),
  rest: { method: 'DELETE', path: '/me/sessions' },
  async run(ports: EntrancePorts, context) {
    const self = asPerson(context)
    if (!self.ok) return self
    const ended = await ports.entrance.endSessions(self.value, {})
    await ports.entrance.note({ kind: 'sessions-ended', person: self.value, actor: null, address: null })
    return ok({ ended })
  },
})

/** Signs another out everywhere: a lost laptop, a suspicion. */
export const personEndSessions = operation({
  name: 'person.end-sessions',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Đăng xuất một người ở mọi nơi', en: 'Sign a person out everywhere' },
  input: z.strictObject({ id }),
  output: z.strictObject({ ended: z.int() }),
  rest: { method: 'POST', path: '/people/{id}/end-sessions' },
  async run(ports: EntrancePorts & PeoplePorts, context, given) {
    if ((await ports.people.get(given.id)) === null) return refuse(notFound('person', context.language))
    const ended = await ports.entrance.endSessions(given.id, {})
    await ports.entrance.note({ kind: 'sessions-ended', person: given.id, actor: context.who.id, address: null })
    return ok({ ended })
  },
})
