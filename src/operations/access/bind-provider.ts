import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { EntrancePorts, PeoplePorts } from './ports.ts'
import { isErased, leavesAdministrator, notByToken, notFound } from './refusals.ts'

const issuer = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .meta({ description: 'of the common sign-on, letter by letter as the node is set to it' })

/**
 * Binds an account to who the person is at the common sign-on, typed by an administrator, so that nobody needs an e-mail to be
 * found by. The subject is kept as a sum and never shown again. [ACC-17]
 */
export const personBindProvider = operation({
  name: 'person.bind-provider',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Gắn tài khoản với hệ thống đăng nhập chung', en: 'Bind an account to the common sign-on' },
  input: z.strictObject({
    id,
    version,
    issuer,
    subject: z.string().trim().min(1).max(255).meta({ description: '`sub`, the provider’s own name for the person' }),
  }),
  output: z.strictObject({ id, version: z.int() }),
  rest: { method: 'POST', path: '/people/{id}/provider' },
  async run(ports: PeoplePorts & EntrancePorts & HistoryPorts, context, given) {
    const may = notByToken(context)
    if (!may.ok) return may
    const person = await ports.people.get(given.id)
    if (person === null) return refuse(notFound('person', context.language))
    if (isErased(person)) return refuse({ code: 'erased-already' })
    if (person.sample) return refuse({ code: 'sample-node' })
    const bound = await ports.entrance.providers(person.id)
    if (bound.some((one) => one.issuer === given.issuer)) return refuse({ code: 'provider-bound', data: { issuer: given.issuer } })
    if (!(await ports.people.correct(person.id, given.version, {}))) return refuse(await stale(ports, 'person', person.id))
    if (!(await ports.entrance.linkProvider(given.issuer, given.subject, person.id))) return refuse({ code: 'provider-taken' })
    await ports.entrance.note({ kind: 'provider-linked', person: person.id, actor: context.who.id, address: null })
    ports.history.record({ entity: 'person', id: person.id, verb: 'provider-bound', change: { provider: [null, given.issuer] } })
    return ok({ id: person.id, version: given.version + 1 })
  },
})

/** Whoever came in this way comes in no more, and what he had open is closed: it may have been somebody else. [ACC-17] */
export const personUnbindProvider = operation({
  name: 'person.unbind-provider',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Gỡ tài khoản khỏi hệ thống đăng nhập chung', en: 'Unbind an account from the common sign-on' },
  input: z.strictObject({ id, version, issuer }),
  output: z.strictObject({ id, version: z.int(), ended: z.int().meta({ description: 'sessions that were closed' }) }),
  rest: { method: 'DELETE', path: '/people/{id}/provider' },
  async run(ports: PeoplePorts & EntrancePorts & HistoryPorts, context, given) {
    const person = await ports.people.get(given.id)
    if (person === null) return refuse(notFound('person', context.language))
    const ways = (await ports.entrance.providers(person.id)).filter((one) => one.issuer !== given.issuer)
    const isOnlyWay = ways.length === 0 && (await ports.people.account(person.id))?.hasPassword !== true
    if (isOnlyWay && !(await leavesAdministrator(ports, context.today, { person: person.id })))
      return refuse({ code: 'last-administrator' })
    if (!(await ports.people.correct(person.id, given.version, {}))) return refuse(await stale(ports, 'person', person.id))
    if (!(await ports.entrance.unlinkProvider(given.issuer, person.id)))
      return refuse({ code: 'provider-unbound', data: { issuer: given.issuer } })
    const ended = await ports.entrance.endSessions(person.id, {})
    await ports.entrance.note({ kind: 'provider-unlinked', person: person.id, actor: context.who.id, address: null })
    ports.history.record({ entity: 'person', id: person.id, verb: 'provider-unbound', change: { provider: [given.issuer, null] } })
    return ok({ id: person.id, version: given.version + 1, ended })
  },
})
