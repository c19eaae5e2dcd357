import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { warnings, warningsOn } from '../before-register.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import { pageKey } from '../page-key.ts'
import { dayText, limit } from '../values.ts'
import type { OrganisationPorts } from './ports.ts'
import { organisationView, whole } from './views.ts'

/** The bodies that are there on a day, in Vietnamese order. */
export const organisationList = operation({
  name: 'organisation.list',
  kind: 'query',
  register: true,
  access: 'anyone',
  summary: { vi: 'Danh sách cơ quan tại một ngày', en: 'List organisations on a day' },
  input: z.strictObject({
    of: z.string().max(100).optional().meta({ description: 'the province whose bodies; «trung-uong» for those of the state' }),
    rank: z.string().max(40).optional(),
    on: dayText.optional(),
    after: z.string().max(400).optional(),
    limit: limit.optional(),
  }),
  output: z.strictObject({ items: z.array(organisationView), next: z.string().nullable(), on: dayText, warnings }),
  rest: { method: 'GET', path: '/organisations' },
  async run(ports: OrganisationPorts, context, given) {
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    const after = pageKey(given.after, 'text', context.language)
    if (!after.ok) return after
    const of = given.of === undefined ? null : given.of === 'trung-uong' ? '' : given.of
    const page = await ports.organisations.list({
      of,
      rank: given.rank ?? null,
      on: on.value,
      after: after.value,
      limit: given.limit ?? 100,
    })
    return ok({ items: page.items.map(whole), next: page.next, on: on.value, warnings: warningsOn(on.value) })
  },
})
