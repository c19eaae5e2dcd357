import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { operation } from '../operation.ts'
import { id, limit } from '../values.ts'
import type { EntrancePorts, PeoplePorts } from './ports.ts'
import { refOf } from './shown.ts'
import { securityEventView } from './views.ts'

/** What happened at the entrance, newest first. [ACC-10] */
export const securityList = operation({
  name: 'security-event.list',
  kind: 'query',
  access: ['administrator', 'auditor'],
  summary: { vi: 'Nhật ký đăng nhập', en: 'What happened at the entrance' },
  input: z.strictObject({
    person: id.optional(),
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({ items: z.array(securityEventView), next: z.string().nullable() }),
  rest: { method: 'GET', path: '/security-events' },
  async run(ports: EntrancePorts & PeoplePorts, _context, given) {
    const page = await ports.entrance.events({ person: given.person ?? null, before: given.before ?? null, limit: given.limit ?? 50 })
    const names = await ports.people.namesOf(page.items.flatMap((one) => [one.person ?? '', one.actor ?? '']))
    const shown = (person: string | null) => (person === null ? null : { ...refOf(person, names), name: names.get(person) ?? person })
    return ok({ items: page.items.map((one) => ({ ...one, person: shown(one.person), actor: shown(one.actor) })), next: page.next })
  },
})
