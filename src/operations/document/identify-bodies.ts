import type { Day } from '../../kernel/period/day.ts'
import type { Proposal } from '../../kernel/task/proposal.ts'
import type { DocumentPorts } from './ports.ts'

/** Gives each named body the organisation it was on that day, where the register knows exactly one. Names stay as written. */
export async function identifyBodies<T extends Pick<Proposal, 'lead' | 'coLead' | 'coordinating' | 'recipients'>>(
  ports: Pick<DocumentPorts, 'bodies'>,
  proposals: readonly T[],
  on: Day,
): Promise<readonly T[]> {
  const names = new Set(
    proposals.flatMap((p) =>
      [...p.lead, ...p.coLead, ...p.coordinating, ...p.recipients].filter((body) => !body.isClass).map((body) => body.name),
    ),
  )
  if (names.size === 0) return proposals
  const known = await ports.bodies.identify([...names], on)
  const named = (bodies: T['lead']): T['lead'] => bodies.map((body) => ({ ...body, organisation: known.get(body.name) ?? null }))
  return proposals.map((p) => ({
    ...p,
    lead: named(p.lead),
    coLead: named(p.coLead),
    coordinating: named(p.coordinating),
    recipients: named(p.recipients),
  }))
}
