import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { deputyForms, roles } from '../../kernel/access/role.ts'
import { formatDay } from '../../kernel/period/day.ts'
import { holdsOn, overlaps } from '../../kernel/period/span.ts'
import { dayOr } from '../day-or.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { type Context, operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { dayText, id } from '../values.ts'
import { colleaguesOf } from './colleagues.ts'
import type { PeoplePorts, StoredDuty } from './ports.ts'
import { asPerson, isErased, notFound } from './refusals.ts'

type Ports = PeoplePorts & HistoryPorts & Pick<OrganisationPorts, 'organisations'>

const term = {
  person: id,
  role: z.enum(roles),
  organisation: id,
  from: dayText.optional().meta({ description: 'today, when absent' }),
  to: dayText.optional().meta({ description: 'the day from which it no longer holds; absent: until further notice' }),
  basis: z.string().trim().min(3).max(200).meta({ description: 'the document that gives it' }),
}
const output = z.strictObject({ id })

/** Gives a person a role for a body over a term, in his own right or in another's place. [ACC-3] */
export const dutyGive = operation({
  name: 'duty.give',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Giao vai trò', en: 'Give a duty' },
  input: z.strictObject({ ...term, deputyFor: id.optional(), form: z.enum(deputyForms).optional() }),
  output,
  rest: { method: 'POST', path: '/duties' },
  async run(ports: Ports, context, given) {
    const { deputyFor, form } = given
    if ((deputyFor === undefined) !== (form === undefined))
      return refuse({ code: 'missing-parameter', data: { name: form === undefined ? 'form' : 'deputyFor' } })
    return give(ports, context, given, deputyFor === undefined || form === undefined ? null : { person: deputyFor, form })
  },
})

/** Whoever holds a role in his own right names who takes his place: while he is away (KT.), on his order (TL.), for one matter (TUQ.). */
export const deputyAppoint = operation({
  name: 'duty.appoint-deputy',
  kind: 'command',
  access: 'signed-in',
  summary: { vi: 'Cử người làm thay', en: 'Name a deputy' },
  input: z.strictObject({ ...term, form: z.enum(deputyForms) }),
  output,
  rest: { method: 'POST', path: '/deputies' },
  async run(ports: Ports, context, given) {
    const self = asPerson(context)
    return self.ok ? give(ports, context, given, { person: self.value, form: given.form }, true) : self
  },
})

type Given = {
  readonly person: string
  readonly role: StoredDuty['role']
  readonly organisation: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly basis: string
}

async function give(
  ports: Ports,
  context: Context,
  given: Given,
  deputyFor: StoredDuty['deputyFor'],
  amongColleagues = false,
): Promise<Result<{ readonly id: string }, Refusal>> {
  const from = dayOr(given.from, context.today)
  if (!from.ok) return from
  const until = given.to === undefined ? ok(null) : dayOr(given.to, context.today)
  if (!until.ok) return until
  const duty = { ...given, from: from.value, to: until.value, deputyFor }
  if (duty.to !== null && duty.to <= duty.from)
    return refuse({ code: 'term-empty', data: { from: formatDay(duty.from), to: formatDay(duty.to) } })
  const person = await ports.people.get(duty.person)
  if (person === null) return refuse(notFound('person', context.language))
  if (isErased(person)) return refuse({ code: 'erased-already' })
  if ((await ports.organisations.get(duty.organisation, duty.from)) === null) return refuse(notFound('organisation', context.language))
  const same = (one: StoredDuty): boolean => one.role === duty.role && one.organisation === duty.organisation
  if (deputyFor !== null) {
    const own = await ports.people.duties({ person: deputyFor.person })
    // who may not act himself has nobody act in his place
    const isThere = (await ports.people.get(deputyFor.person))?.disabled === false
    if (!isThere || deputyFor.person === duty.person || !own.some((one) => same(one) && one.deputyFor === null && holdsOn(one, duty.from)))
      return refuse({ code: 'principal-without-duty', data: { on: formatDay(duty.from) } })
    // an administrator may name anybody; who names his own deputy names one he works with
    if (amongColleagues && !(await colleaguesOf(ports, [duty.organisation], duty.from)).has(duty.person))
      return refuse({ code: 'deputy-not-colleague', data: { on: formatDay(duty.from) } })
  }
  const held = await ports.people.duties({ person: duty.person })
  if (held.some((one) => same(one) && one.deputyFor?.person === deputyFor?.person && overlaps(one, duty)))
    return refuse({ code: 'duty-overlaps' })
  const { role, organisation, to, basis } = duty
  const made = await ports.people.giveDuty({ person: duty.person, role, organisation, from: duty.from, to, deputyFor, basis })
  ports.history.record({
    entity: 'person',
    id: duty.person,
    verb: deputyFor === null ? 'duty-given' : 'deputy-named',
    change: {
      dutyRole: [null, role],
      dutyBody: [null, organisation],
      dutyFrom: [null, duty.from],
      ...(to === null ? {} : { dutyTo: [null, to] }),
      ...(deputyFor === null ? {} : { deputyForm: [null, deputyFor.form], deputyFor: [null, deputyFor.person] }),
      basis: [null, basis],
    },
  })
  return ok({ id: made })
}
