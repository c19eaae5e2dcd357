import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { id } from '../values.ts'
import { email, login, personName } from './login-values.ts'
import type { PeoplePorts } from './ports.ts'

/**
 * A person who may sign in, by a login, by the e-mail the common sign-on verifies, or by both; the password is his own to set.
 * The first of a node is its administrator, and comes by the link that the server prints. [ACC-8]
 */
export const personAdd = operation({
  name: 'person.add',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Thêm người dùng', en: 'Add a person' },
  input: z.strictObject({ name: personName, login: login.optional(), email: email.optional() }),
  output: z.strictObject({ id, version: z.int() }),
  rest: { method: 'POST', path: '/people' },
  async run(ports: PeoplePorts & HistoryPorts, { who }, given) {
    if (given.login === undefined && given.email === undefined) return refuse({ code: 'missing-parameter', data: { name: 'login' } })
    const there = await ports.people.all()
    if (there.some((one) => one.sample)) return refuse({ code: 'sample-node' })
    // with the first account the operator is nobody: it must be one that keeps accounts
    if (who.kind === 'operator' && there.length === 0) return refuse({ code: 'first-administrator' })
    if (given.login !== undefined && (await ports.people.byLogin(given.login)) !== null) return refuse({ code: 'login-taken' })
    if (given.email !== undefined && (await ports.people.byEmail(given.email)) !== null) return refuse({ code: 'email-taken' })
    const person = { id: crypto.randomUUID(), name: given.name, sample: false, login: given.login ?? null, email: given.email ?? null }
    await ports.people.add(person)
    // names and addresses are personal: history says only which were given
    ports.history.record({ entity: 'person', id: person.id, verb: 'added', change: {} })
    return ok({ id: person.id, version: 1 })
  },
})
