import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { dutiesWith } from '../../kernel/access/access.ts'
import { roles } from '../../kernel/access/role.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { colleaguesOf } from './colleagues.ts'
import type { PeoplePorts } from './ports.ts'
import { asPerson } from './refusals.ts'
import { shownDuties } from './shown.ts'
import { dutyView, personRef } from './views.ts'

/** Who I am here: my duties, who takes my place, and with whom I work. */
export const meGet = operation({
  name: 'me.get',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Tài khoản của tôi', en: 'My account' },
  input: z.strictObject({}),
  output: z.strictObject({
    person: personRef,
    duties: z.array(dutyView),
    deputies: z.array(dutyView),
    colleagues: z.array(personRef).meta({ description: 'who holds a duty for one of my bodies today: who may be named a deputy' }),
  }),
  rest: { method: 'GET', path: '/me' },
  async run(ports: PeoplePorts & Pick<OrganisationPorts, 'organisations'>, context) {
    const self = asPerson(context)
    if (!self.ok) return self
    const person = { id: self.value, name: context.who.name ?? '' }
    const serves = new Set(dutiesWith(context.who, roles).map((duty) => duty.organisation))
    const around = await colleaguesOf(ports, serves, context.today)
    const names = await ports.people.namesOf([...around].filter((one) => one !== person.id))
    return ok({
      person,
      duties: [...(await shownDuties(ports, await ports.people.duties({ person: person.id }), context.today))],
      deputies: [...(await shownDuties(ports, await ports.people.duties({ deputiesFor: person.id }), context.today))],
      colleagues: [...names].map(([id, name]) => ({ id, name })),
    })
  },
})
