import type { Day } from '../../kernel/period/day.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import type { PeoplePorts } from './ports.ts'

/** Who holds a duty that day for one of these bodies, or for one whose work they hold; each once. [ACC-20] [ACC-21] */
export async function colleaguesOf(
  ports: PeoplePorts & Pick<OrganisationPorts, 'organisations'>,
  bodies: Iterable<string>,
  on: Day,
): Promise<ReadonlySet<string>> {
  const heldBy = async (body: string): Promise<string> => (await ports.organisations.holder(body, on)) ?? body
  const wanted = new Set(await Promise.all([...bodies].map(heldBy)))
  const duties = await ports.people.duties({ on })
  const there = await Promise.all(duties.map(async (duty) => wanted.has(await heldBy(duty.organisation))))
  return new Set(duties.filter((_, i) => there[i] === true).map((duty) => duty.person))
}
