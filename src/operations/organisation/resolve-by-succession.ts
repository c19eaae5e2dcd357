import type { Called } from '../../kernel/organisation/match.ts'
import type { Day } from '../../kernel/period/day.ts'
import { isNamed, type Matched } from '../../kernel/place/match.ts'
import { follow } from '../../kernel/place/succession.ts'
import type { OrganisationPorts, StoredOrganisation } from './ports.ts'

/**
 * Who answers, on the day, for bodies that bore the name on other days: «Sở Kế hoạch và Đầu tư» in 2026 is Sở Tài chính. [ORG-6]
 * Each heir once, for the first body that leads to it; those of this node's own locality come first.
 */
export async function bySuccession(
  ports: OrganisationPorts,
  match: (one: Called) => Matched | null,
  on: Day,
): Promise<readonly { readonly one: StoredOrganisation; readonly matched: Matched }[]> {
  const named = (await ports.organisations.elsewhen(on)).filter((one) => {
    const matched = match(one)
    return matched !== null && isNamed(matched)
  })
  const found = new Map<string, { readonly one: StoredOrganisation; readonly matched: Matched }>()
  for (const body of named) {
    const direction = body.to !== null && body.to <= on ? 'forward' : 'back'
    const { links, organisations } = await ports.organisations.reach(body.id, direction, on)
    const byId = new Map([body, ...organisations].map((one) => [one.id, { ...one, level: one.rank }]))
    for (const heir of follow(body.id, links, byId, on, direction)) {
      const one = await ports.organisations.get(heir.id, on)
      if (one !== null && !found.has(one.id)) found.set(one.id, { one, matched: { by: 'succession', corrected: body.name } })
    }
  }
  return [...found.values()]
}
