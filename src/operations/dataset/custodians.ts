import type { Day } from '../../kernel/period/day.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'

/** How each custodian is called on the day; one whose work has passed on, with who holds it. Ids of none are absent. */
export async function custodianNames(
  { organisations }: OrganisationPorts,
  ids: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const id of new Set(ids)) {
    const own = id === '' ? null : await organisations.get(id, on)
    if (own === null) continue
    const holder = await organisations.holder(id, on)
    const heir = holder === null || holder === id ? null : await organisations.get(holder, on)
    names.set(id, heir === null ? own.name : `${heir.name} (${own.name})`)
  }
  return names
}
