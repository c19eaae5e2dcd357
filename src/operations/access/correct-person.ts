import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import { email, login, personName } from './login-values.ts'
import type { PeoplePorts } from './ports.ts'
import { isErased, notByToken, notFound } from './refusals.ts'

/** Corrects a name, a login or an e-mail. History says which, not what: the values are personal. */
export const personCorrect = operation({
  name: 'person.correct',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Sửa thông tin người dùng', en: 'Correct a person' },
  input: z.strictObject({ id, version, name: personName.optional(), login: login.optional(), email: email.optional() }),
  output: z.strictObject({ id, version: z.int() }),
  rest: { method: 'PATCH', path: '/people/{id}' },
  async run(ports: PeoplePorts & HistoryPorts, context, given) {
    const { id: person, version: seen, ...to } = given
    const before = await ports.people.get(person)
    if (before === null) return refuse(notFound('person', context.language))
    if (isErased(before)) return refuse({ code: 'erased-already' })
    // by his e-mail the common sign-on knows him
    const may = to.email === undefined ? ok(null) : notByToken(context)
    if (!may.ok) return may
    const taken = async (holder: string | null): Promise<boolean> => holder !== null && holder !== person
    if (to.login !== undefined && (await taken(await ports.people.byLogin(to.login)))) return refuse({ code: 'login-taken' })
    if (to.email !== undefined && (await taken(await ports.people.byEmail(to.email)))) return refuse({ code: 'email-taken' })
    const done = await ports.people.correct(person, seen, {
      ...(to.name === undefined ? {} : { name: to.name }),
      ...(to.login === undefined ? {} : { login: to.login }),
      ...(to.email === undefined ? {} : { email: to.email }),
    })
    if (!done) return refuse(await stale(ports, 'person', person))
    ports.history.record({ entity: 'person', id: person, verb: 'corrected', change: {} })
    return ok({ id: person, version: seen + 1 })
  },
})
