import type { Role } from './role.ts'
import type { Duty, Who } from './who.ts'

/**
 * Who may ask something at all, before any record is looked at: anyone, whoever is signed in, or who holds one of these
 * roles. Every operation says it; nothing is open by being silent. [ACC-2]
 *
 * A clerk, an office or a leader that an operation names is one of the locality's own committee: what they do by their role
 * alone they do for everybody. What those of another body may do with its work is asked of the record.
 */
export type Access = 'anyone' | 'signed-in' | readonly Role[]

/** Why not, as a reason a person can act on. */
export type Denied = 'sign-in-needed' | 'role-missing'

export function denied(who: Who, access: Access): Denied | null {
  if (access === 'anyone') return null
  if (who.kind === 'nobody') return 'sign-in-needed'
  if (access === 'signed-in' || who.kind !== 'person') return null
  return dutiesWith(who, access).some((duty) => duty.central || !atCentre.has(duty.role)) ? null : 'role-missing'
}

/** Roles that say nothing of the whole locality unless they are held at its centre. */
export const atCentre: ReadonlySet<Role> = new Set(['clerk', 'office', 'leader'])

export const dutiesWith = (who: Who, roles: readonly Role[]): readonly Duty[] => who.duties.filter((duty) => roles.includes(duty.role))

/** Whether a duty is for that body, or for one whose work has come to it. */
export const isFor = (duty: Duty, body: string): boolean => duty.organisation === body || (duty.inherits ?? []).includes(body)

/** Whether he holds one of these roles for that body: who audits one body and works for another does not work for both. */
export const holdsFor = (who: Who, roles: readonly Role[], body: string): boolean =>
  dutiesWith(who, roles).some((duty) => isFor(duty, body))

/**
 * For whom he acts when he holds the roles only in another's place; null: in his own right.
 *
 * @param there which of his duties count: those for the body he speaks for
 */
export function actsFor(who: Who, roles: readonly Role[], there: (duty: Duty) => boolean = () => true): Duty['deputyFor'] {
  const held = dutiesWith(who, roles).filter(there)
  return held.some((duty) => duty.deputyFor === null) ? null : (held[0]?.deputyFor ?? null)
}
