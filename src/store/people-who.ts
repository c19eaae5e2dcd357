import { bodiesOf } from '../kernel/access/bodies.ts'
import { isCentral } from '../kernel/access/central.ts'
import { deputyForms, roles } from '../kernel/access/role.ts'
import type { Duty, Who } from '../kernel/access/who.ts'
import type { Day } from '../kernel/period/day.ts'
import { holderOn, type OrganisationRegister } from './organisation-register.ts'
import type { Holder } from './session-store.ts'

/**
 * Who a holder of a session or token is on a day: his duties, and the bodies whose records are his by the register. A duty
 * goes with the work: it is for the body that holds today what the one it was given for had. Where that one was split and
 * nobody has the rest, it stays where it was given. [ACC-7] [ACC-20]
 */
export function whoFrom(holder: Holder, register: OrganisationRegister, home: string, today: Day): Who {
  const duties = holder.duties.flatMap((row): readonly Duty[] => {
    const role = roles.find((one) => one === row.role)
    if (role === undefined) return []
    const form = deputyForms.find((one) => one === row.deputyForm)
    const organisation = holderOn(register, row.organisation, today) ?? row.organisation
    return [
      {
        role,
        organisation,
        inherits: bodiesOf([organisation, row.organisation], register.passings, today).filter((one) => one !== organisation),
        // the office that is merged under another name is still the office
        central: isAtCentre(register, row.organisation, home) || isAtCentre(register, organisation, home),
        deputyFor: row.deputyFor === null || form === undefined ? null : { person: row.deputyFor, form },
      },
    ]
  })
  return {
    kind: 'person',
    id: holder.person,
    ...(holder.name === null ? {} : { name: holder.name }),
    ...(holder.session === null ? {} : { session: holder.session }),
    duties,
    bodies: [...new Set(duties.flatMap((duty) => [duty.organisation, ...(duty.inherits ?? [])]))],
  }
}

function isAtCentre({ organisations }: OrganisationRegister, id: string, home: string): boolean {
  const body = organisations.find((one) => one.id === id)
  return body?.names.some(({ name }) => isCentral({ rank: body.rank, of: body.of, name }, home)) ?? false
}
