import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import { dayText, id } from '../values.ts'
import type { OrganisationPorts } from './ports.ts'
import { organisationView, whole } from './views.ts'

/** One body, with its names over time. */
export const organisationGet = operation({
  name: 'organisation.get',
  kind: 'query',
  register: true,
  access: 'anyone',
  summary: { vi: 'Một cơ quan', en: 'One organisation' },
  input: z.strictObject({ id, on: dayText.optional() }),
  output: organisationView,
  rest: { method: 'GET', path: '/organisations/{id}' },
  async run(ports: OrganisationPorts, context, given) {
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    const one = await ports.organisations.get(given.id, on.value)
    return one === null
      ? refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'cơ quan' : 'organisation' } })
      : ok(whole(one))
  },
})
