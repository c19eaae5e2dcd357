import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result } from '../../base/result.ts'
import { waysOf } from '../../kernel/organisation/scope.ts'
import type { Day } from '../../kernel/period/day.ts'
import { follow, leadsTo } from '../../kernel/place/succession.ts'
import { warnings, warningsOn } from '../before-register.ts'
import { type Direction, followedOn, startOf } from '../follow-day.ts'
import { type Context, operation } from '../operation.ts'
import { dayText, id } from '../values.ts'
import type { OrganisationPorts, StoredOrganisation } from './ports.ts'
import { heirView } from './views.ts'

const input = z.strictObject({
  id,
  on: followedOn,
  scope: z.string().max(200).optional().meta({ description: 'words of a function: «báo chí»; every heir when absent' }),
})
const output = z.strictObject({ items: z.array(heirView), on: dayText, warnings })

/** Who answers for the work of a body on a later day, by function where it was split; an uncertain heir is marked so. */
export const organisationSuccessors = operation({
  name: 'organisation.successors',
  kind: 'query',
  register: true,
  access: 'anyone',
  summary: { vi: 'Cơ quan kế thừa tại một ngày', en: 'Who answers for its work on a day' },
  input,
  output,
  rest: { method: 'GET', path: '/organisations/{id}/successors' },
  run: (ports: OrganisationPorts, context, given) => heirs(ports, context, given, 'forward'),
})

/** Whose work a body took over, as of an earlier day. */
export const organisationPredecessors = operation({
  name: 'organisation.predecessors',
  kind: 'query',
  register: true,
  access: 'anyone',
  summary: { vi: 'Cơ quan tiền thân tại một ngày', en: 'Whose work it took over' },
  input,
  output,
  rest: { method: 'GET', path: '/organisations/{id}/predecessors' },
  run: (ports: OrganisationPorts, context, given) => heirs(ports, context, given, 'back'),
})

async function heirs(
  ports: OrganisationPorts,
  context: Context,
  given: z.infer<typeof input>,
  direction: Direction,
): Promise<Result<z.infer<typeof output>, Refusal>> {
  const start = startOf(
    await ports.organisations.get(given.id, context.today),
    { vi: 'cơ quan', en: 'organisation' },
    given.on,
    direction,
    context,
  )
  if (!start.ok) return start
  const { own, on } = start.value
  return ok({ items: await heirsAt(ports, own, on, direction, given.scope ?? ''), on, warnings: warningsOn(on) })
}

/** Who has the work of a body on a day, or whose work it has; each with the functions or the territory. @param scope words of a function; empty: all */
export async function heirsAt(
  ports: OrganisationPorts,
  own: StoredOrganisation,
  on: Day,
  direction: Direction,
  scope: string,
): Promise<z.infer<typeof heirView>[]> {
  const { links, organisations } = await ports.organisations.reach(own.id, direction, on)
  const ways = waysOf(links, scope)
  const byId = new Map([own, ...organisations].map((one) => [one.id, { ...one, level: one.rank }]))
  return follow(own.id, ways, byId, on, direction).map((heir) => {
    const one = byId.get(heir.id)
    const part =
      links.find(
        (link) => (direction === 'forward' ? link.from === own.id : link.to === own.id) && leadsTo(link, heir.id, links, direction),
      )?.scope ?? ''
    return { ...heir, share: null, name: one?.name ?? heir.id, of: one?.of ?? '', scope: part }
  })
}
