import type { DeputyForm, Role } from './role.ts'

/** A role for a body, as it stands on the day of the request; for whom, when it is another's. */
export type Duty = {
  readonly role: Role
  readonly organisation: string
  /** The bodies whose work has come to it; absent: none. */
  readonly inherits?: readonly string[]
  /** True for the locality's own committee and its office: their work is everybody's. */
  readonly central: boolean
  /** The person whose place is taken, and how; null: in his own right. */
  readonly deputyFor: { readonly person: string; readonly form: DeputyForm } | null
}

/**
 * Who asks. [ACC-1]
 *
 * `nobody` is a stranger · `operator` is whoever sits at a machine without accounts, and may do all · `system` is the node
 * itself, at its daily work · `person` has an account.
 */
export type Who = {
  readonly kind: 'nobody' | 'operator' | 'system' | 'person'
  /** What history keeps: a person's id, or a word that is nobody's name. */
  readonly id: string
  /** As he is called, for the page he reads; history never keeps it. Absent: he is no person. */
  readonly name?: string
  /** The session in which he asks; absent: a token, or none is needed. */
  readonly session?: string
  readonly duties: readonly Duty[]
  /** The bodies whose records are his: those he serves, and those whose work came to them. */
  readonly bodies: readonly string[]
}

export const NOBODY: Who = { kind: 'nobody', id: '', duties: [], bodies: [] }
/** Until people have accounts, whoever sits at the machine acts. */
export const OPERATOR: Who = { kind: 'operator', id: 'người vận hành', duties: [], bodies: [] }
export const SYSTEM: Who = { kind: 'system', id: 'lienvung', duties: [], bodies: [] }

/** How much of the protected records the database shows him: the second wall, see `src/store/open-store.ts`. [ACC-4] */
export type Sight = 'nothing' | 'own' | 'all'

const SEE_ALL: ReadonlySet<Role> = new Set(['administrator', 'auditor'])

export function sightOf(who: Who): Sight {
  if (who.kind === 'nobody') return 'nothing'
  if (who.kind !== 'person') return 'all'
  return who.duties.some((duty) => duty.central || SEE_ALL.has(duty.role)) ? 'all' : who.duties.length > 0 ? 'own' : 'nothing'
}

/** What the database shows him of accounts other than his own: keeps them, reads what happened to them, or nothing. [ACC-4] */
export type Accounts = 'keeps' | 'reads' | ''

export function accountsFor(who: Who): Accounts {
  if (who.kind === 'operator' || who.kind === 'system') return 'keeps'
  const holds = (role: Role): boolean => who.duties.some((duty) => duty.role === role)
  return holds('administrator') ? 'keeps' : holds('auditor') ? 'reads' : ''
}
