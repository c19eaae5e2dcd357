import type { z } from 'zod'
import type { Day } from '../../kernel/period/day.ts'
import { holdsOn } from '../../kernel/period/span.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import type { PeoplePorts, StoredDuty, StoredPerson } from './ports.ts'
import type { dutyView, personRef, personView } from './views.ts'

type Duty = z.infer<typeof dutyView>
type Named = PeoplePorts & Pick<OrganisationPorts, 'organisations'>

/** A person's id with the name it has now; a name erased by document is empty. */
export const refOf = (person: string, names: ReadonlyMap<string, string>): z.infer<typeof personRef> => ({
  id: person,
  name: names.get(person) ?? '',
})

/** Duties with the names of people and bodies, as they are called today. */
export async function shownDuties(ports: Named, duties: readonly StoredDuty[], today: Day): Promise<readonly Duty[]> {
  const names = await ports.people.namesOf(duties.flatMap((duty) => [duty.person, duty.deputyFor?.person ?? duty.person]))
  return Promise.all(
    duties.map(async (duty): Promise<Duty> => {
      const called = async (id: string) => ({ id, name: (await ports.organisations.get(id, today))?.name ?? id })
      const serves = await ports.organisations.holder(duty.organisation, today)
      return {
        id: duty.id,
        version: duty.version,
        person: refOf(duty.person, names),
        role: duty.role,
        organisation: await called(duty.organisation),
        serves: serves === null ? null : await called(serves),
        from: duty.from,
        to: duty.to,
        deputyFor: duty.deputyFor === null ? null : { person: refOf(duty.deputyFor.person, names), form: duty.deputyFor.form },
        basis: duty.basis,
        holds: holdsOn(duty, today),
      }
    }),
  )
}

export const shownPerson = (person: StoredPerson, duties: readonly Duty[]): z.infer<typeof personView> => ({
  id: person.id,
  version: person.version,
  name: person.name ?? '',
  sample: person.sample,
  disabled: person.disabled,
  duties: [...duties],
})
