import { bodiesOf } from '../kernel/access/bodies.ts'
import { isCentral } from '../kernel/access/central.ts'
import { deputyForms, roles } from '../kernel/access/role.ts'
import type { Duty, Who } from '../kernel/access/who.ts'
import type { Day } from '../kernel/period/day.ts'
import type { OrganisationRegister } from './organisation-register.ts'
import type { Holder } from './session-store.ts'

/** Who a holder of a session or token is on a day: his duties, and the bodies whose records are his by the register. [ACC-7] */
export function whoFrom(holder: Holder, { organisations, links }: OrganisationRegister, home: string, today: Day): Who {
  const duties = holder.duties.flatMap((row): readonly Duty[] => {
    const role = roles.find((one) => one === row.role)
    if (role === undefined) return []
    const form = deputyForms.find((one) => one === row.deputyForm)
    const body = organisations.find((one) => one.id === row.organisation)
    return [
      {
        role,
        organisation: row.organisation,
        inherits: bodiesOf([row.organisation], links, today).filter((one) => one !== row.organisation),
        central: body?.names.some(({ name }) => isCentral({ rank: body.rank, of: body.of, name }, home)) ?? false,
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
