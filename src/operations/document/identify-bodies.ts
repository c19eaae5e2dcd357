import type { Day } from '../../kernel/period/day.ts'
import type { Proposal } from '../../kernel/task/proposal.ts'
import type { BodyView } from '../task/views.ts'
import type { DocumentPorts, Speaks } from './ports.ts'

type Naming = Pick<Proposal, 'lead' | 'coLead' | 'coordinating' | 'recipients'> & Partial<Pick<Proposal, 'check'>>

/** Why a person must look at work whose body is one of several. [ORG-28] */
export const SAME_NAME = 'Nhiều cơ quan cùng mang một tên'

/**
 * Gives each named body the organisation it was on that day, where the register knows exactly one; where it knows none, whoever
 * bore the name last before it; where several, nobody, and the work says so. Names stay as written.
 *
 * @param speaks the locality whose bodies a bare name in it means; null: ours [ORG-29]
 * @param typed by a person, on a day: a body younger than its letter is meant as it is then, and a name that stood there stays who it was
 */
export async function identifyBodies<T extends Naming>(
  ports: Pick<DocumentPorts, 'bodies'>,
  proposals: readonly T[],
  on: Day,
  speaks: Speaks,
  typed: { readonly on: Day; readonly had: readonly BodyView[] } | null = null,
): Promise<readonly T[]> {
  const names = new Set(
    proposals.flatMap((p) =>
      [...p.lead, ...p.coLead, ...p.coordinating, ...p.recipients].filter((body) => !body.isClass).map((body) => body.name),
    ),
  )
  if (names.size === 0) return proposals
  const known = await ports.bodies.identify([...names], on, speaks)
  const younger =
    typed === null
      ? null
      : await ports.bodies.identify(
          [...names].filter((name) => !known.has(name)),
          typed.on,
          speaks,
        )
  // a letter may still say the name of before: it means whoever bore it, whose heir is told before the work is given out [TSK-40]
  const former = await ports.bodies.identifyFormer(
    [...names].filter((name) => !known.has(name) && younger?.has(name) !== true),
    typed?.on ?? on,
    speaks,
  )
  const had = new Map(typed?.had.map(({ name, organisation }) => [name, organisation]))
  const whoOf = (name: string): string | null => had.get(name) ?? known.get(name) ?? younger?.get(name) ?? former.get(name) ?? null
  const named = (bodies: T['lead']): T['lead'] => bodies.map((body) => ({ ...body, organisation: whoOf(body.name) }))
  const isOneOfSeveral = ({ name }: { readonly name: string }): boolean => whoOf(name) === null && known.get(name) === null
  const checkOf = (p: T): Pick<T, never> | { readonly check: string } =>
    p.check !== undefined && [...p.lead, ...p.coLead, ...p.coordinating].some(isOneOfSeveral)
      ? { check: [p.check, SAME_NAME].filter((one) => one !== null).join('; ') }
      : {}
  return proposals.map((p) => ({
    ...p,
    ...checkOf(p),
    lead: named(p.lead),
    coLead: named(p.coLead),
    coordinating: named(p.coordinating),
    recipients: named(p.recipients),
  }))
}
