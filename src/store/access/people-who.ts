import { bodiesOf } from '../../kernel/access/bodies.ts'
import { deputyForms, roles } from '../../kernel/access/role.ts'
import type { Duty, Who } from '../../kernel/access/who.ts'
import type { Day } from '../../kernel/period/day.ts'
import { holderOn, isAtCentre, type OrganisationRegister } from '../organisation/organisation-register.ts'
import type { Holder } from './session-store.ts'

/**
 * Who a holder of a session or token is on a day: his duties, and the bodies whose records are his by the register. A duty
 * goes with the work: it is for the body that holds today what the one it was given for had. Where that one was split and
 * nobody has the rest, it stays where it was given. [ACC-7] [ACC-20]
 *
 * Power over everybody's work is given at the centre and comes to nobody by inheritance: where the centre took a body in, its
 * people have the work they brought, and nothing of the centre's own. [ACC-23]
 */
export function whoFrom(holder: Holder, register: OrganisationRegister, home: string, today: Day): Who {
  const brought = new Set<Duty>()
  const duties = holder.duties.flatMap((row): readonly Duty[] => {
    const role = roles.find((one) => one === row.role)
    if (role === undefined) return []
    const form = deputyForms.find((one) => one === row.deputyForm)
    const organisation = holderOn(register, row.organisation, today) ?? row.organisation
    // the office that is merged under another name is still the office
    const central = isAtCentre(register, row.organisation, home, today)
    const intoCentre = !central && isAtCentre(register, organisation, home, today)
    const serves = intoCentre ? [row.organisation] : [organisation, row.organisation]
    const duty: Duty = {
      role,
      organisation,
      inherits: bodiesOf(serves, register.passings, today).filter((one) => one !== organisation),
      central,
      deputyFor: row.deputyFor === null || form === undefined ? null : { person: row.deputyFor, form },
    }
    if (intoCentre) brought.add(duty)
    return [duty]
  })
  return {
    kind: 'person',
    id: holder.person,
    ...(holder.name === null ? {} : { name: holder.name }),
    ...(holder.session === null ? {} : { session: holder.session }),
    duties,
    bodies: [...new Set(duties.flatMap((duty) => [...(brought.has(duty) ? [] : [duty.organisation]), ...(duty.inherits ?? [])]))],
  }
}
