import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { operation } from '../operation.ts'
import { id, instantText } from '../values.ts'
import type { EntrancePorts } from './ports.ts'
import { asPerson, inSession, notFound } from './refusals.ts'
import { tokenView } from './views.ts'

/** What programs of mine sign in with. */
export const tokenList = operation({
  name: 'token.list',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Các mã truy cập của tôi', en: 'My access tokens' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(tokenView) }),
  rest: { method: 'GET', path: '/me/tokens' },
  async run(ports: EntrancePorts, context) {
    const self = asPerson(context)
    return self.ok ? ok({ items: (await ports.entrance.tokens(self.value)).map((one) => ({ ...one })) }) : self
  },
})

const DAY_MS = 86_400_000

/** A token is shown once; it may do what its maker may, and no more once he may not. */
export const tokenMake = operation({
  name: 'token.make',
  kind: 'command',
  access: 'signed-in',
  secret: true,
  summary: { vi: 'Tạo mã truy cập', en: 'Make an access token' },
  input: z.strictObject({
    name: z.string().trim().min(2).max(80).meta({ description: 'what it is for' }),
    days: z.coerce.number().int().min(1).max(365).optional().meta({ description: '90, when absent' }),
  }),
  output: z.strictObject({ id, secret: z.string().meta({ description: 'shown once: Authorization: Bearer …' }), expiresAt: instantText }),
  rest: { method: 'POST', path: '/me/tokens' },
  async run(ports: EntrancePorts, context, given) {
    const self = inSession(context)
    if (!self.ok) return self
    const expiresAt = new Date(Date.parse(context.now) + (given.days ?? 90) * DAY_MS).toISOString()
    const made = await ports.entrance.makeToken(self.value, given.name, expiresAt)
    await ports.entrance.note({ kind: 'token-made', person: self.value, actor: null, address: null })
    return ok({ ...made, expiresAt })
  },
})

export const tokenRevoke = operation({
  name: 'token.revoke',
  kind: 'command',
  access: 'signed-in',
  summary: { vi: 'Thu hồi mã truy cập', en: 'Revoke an access token' },
  input: z.strictObject({ id }),
  output: z.strictObject({ id }),
  rest: { method: 'DELETE', path: '/me/tokens/{id}' },
  async run(ports: EntrancePorts, context, given) {
    const self = asPerson(context)
    if (!self.ok) return self
    if (!(await ports.entrance.revokeToken(self.value, given.id))) return refuse(notFound('token', context.language))
    await ports.entrance.note({ kind: 'token-revoked', person: self.value, actor: null, address: null })
    return ok({ id: given.id })
  },
})
