import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { operation } from '../operation.ts'
import { id, instantText } from '../values.ts'
import type { EntrancePorts, PeoplePorts } from './ports.ts'
import { isErased, notByToken, notFound } from './refusals.ts'

/** A day: long enough to be handed over, short enough to be lost. */
export const LINK_MS = 24 * 3600_000

/** A link that works once, with which a person sets his own password: nobody ever knows another's. */
export const personResetLink = operation({
  name: 'person.reset-link',
  kind: 'command',
  access: ['administrator'],
  secret: true,
  summary: { vi: 'Tạo đường dẫn đặt mật khẩu', en: 'Make a link to set a password' },
  input: z.strictObject({ id }),
  output: z.strictObject({
    path: z.string().meta({ description: 'below the address of this node; shown once' }),
    expiresAt: instantText,
  }),
  rest: { method: 'POST', path: '/people/{id}/reset-link' },
  async run(ports: PeoplePorts & EntrancePorts, context, given) {
    const may = notByToken(context)
    if (!may.ok) return may
    const person = await ports.people.get(given.id)
    if (person !== null && isErased(person)) return refuse({ code: 'erased-already' })
    if (person === null || person.disabled) return refuse(notFound('person', context.language))
    const expiresAt = new Date(Date.parse(context.now) + LINK_MS).toISOString()
    const secret = await ports.entrance.makeLink(person.id, expiresAt)
    await ports.entrance.note({ kind: 'link-made', person: person.id, actor: context.who.id, address: null })
    return ok({ path: `/thiet-lap?ma=${secret}`, expiresAt })
  },
})
