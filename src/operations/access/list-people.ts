import { z } from 'zod'
import { fold } from '../../base/fold.ts'
import { ok, refuse } from '../../base/result.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { noKey } from '../page-key.ts'
import { id, limit } from '../values.ts'
import type { PeoplePorts } from './ports.ts'
import { shownDuties, shownPerson } from './shown.ts'
import { personView } from './views.ts'

/** Who has an account here, by name, with the duties of each. */
export const personList = operation({
  name: 'person.list',
  kind: 'query',
  access: ['administrator', 'auditor'],
  summary: { vi: 'Danh sách người dùng', en: 'People' },
  input: z.strictObject({
    q: z.string().max(200).optional().meta({ description: 'part of a name, with or without accents' }),
    after: id.optional().meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({ items: z.array(personView), next: z.string().nullable() }),
  rest: { method: 'GET', path: '/people' },
  async run(ports: PeoplePorts & Pick<OrganisationPorts, 'organisations'>, context, given) {
    const asked = fold(given.q ?? '')
    const found = (await ports.people.all()).filter((one) => fold(one.name ?? '').includes(asked))
    const before = given.after === undefined ? null : found.findIndex((one) => one.id === given.after)
    if (before === -1) return refuse(noKey(context.language))
    const first = before === null ? 0 : before + 1
    const page = found.slice(first, first + (given.limit ?? 50))
    const items = await Promise.all(
      page.map(async (person) =>
        shownPerson(person, await shownDuties(ports, await ports.people.duties({ person: person.id }), context.today)),
      ),
    )
    return ok({ items, next: first + page.length < found.length ? (page.at(-1)?.id ?? null) : null })
  },
})
