import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { accountsFor } from '../../kernel/access/who.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { id, instantText } from '../values.ts'
import type { EntrancePorts, PeoplePorts } from './ports.ts'
import { notFound } from './refusals.ts'
import { shownDuties, shownPerson } from './shown.ts'
import { dutyView, personView, sessionView } from './views.ts'

/**
 * One person: how he signs in, what he is for which body, who takes his place, where he is signed in. Who audits is told what
 * people are, and not how they sign in. [ACC-22]
 */
export const personGet = operation({
  name: 'person.get',
  kind: 'query',
  access: ['administrator', 'auditor'],
  summary: { vi: 'Một người dùng', en: 'A person' },
  input: z.strictObject({ id }),
  output: z.strictObject({
    person: personView,
    login: z.string().nullable(),
    email: z.string().nullable(),
    hasPassword: z
      .boolean()
      .nullable()
      .meta({ description: 'null, as login, e-mail, providers and sessions are empty: not told to an auditor' }),
    providers: z
      .array(z.strictObject({ issuer: z.string(), at: instantText }))
      .meta({ description: 'where the common sign-on knows him; as whom is not told' }),
    deputies: z.array(dutyView).meta({ description: 'duties that others hold in his place' }),
    sessions: z.array(sessionView),
  }),
  rest: { method: 'GET', path: '/people/{id}' },
  async run(ports: PeoplePorts & EntrancePorts & Pick<OrganisationPorts, 'organisations'>, context, given) {
    const person = await ports.people.get(given.id)
    if (person === null) return refuse(notFound('person', context.language))
    const duties = await shownDuties(ports, await ports.people.duties({ person: person.id }), context.today)
    const deputies = await shownDuties(ports, await ports.people.duties({ deputiesFor: person.id }), context.today)
    if (accountsFor(context.who) !== 'keeps')
      return ok({
        person: shownPerson(person, duties),
        login: null,
        email: null,
        hasPassword: null,
        providers: [],
        deputies: [...deputies],
        sessions: [],
      })
    const account = await ports.people.account(person.id)
    const sessions = await ports.entrance.sessions(person.id)
    return ok({
      person: shownPerson(person, duties),
      login: account?.login ?? null,
      email: account?.email ?? null,
      hasPassword: account?.hasPassword ?? false,
      providers: [...(await ports.entrance.providers(person.id))],
      deputies: [...deputies],
      sessions: sessions.map((one) => ({ ...one, current: one.id === context.who.session })),
    })
  },
})
