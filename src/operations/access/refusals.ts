import type { Language, Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Day } from '../../kernel/period/day.ts'
import type { Context } from '../operation.ts'
import type { EntrancePorts, PeoplePorts, StoredDuty, StoredPerson } from './ports.ts'

const words = {
  person: { vi: 'người', en: 'person' },
  duty: { vi: 'vai trò được giao', en: 'duty' },
  organisation: { vi: 'cơ quan', en: 'organisation' },
  session: { vi: 'phiên đăng nhập', en: 'session' },
  token: { vi: 'mã truy cập', en: 'token' },
} as const

export const notFound = (what: keyof typeof words, language: Language): Refusal => ({
  code: 'not-found',
  data: { what: words[what][language] },
})

/** The person who asks, by an account of his own. */
export const asPerson = ({ who }: Context): Result<string, Refusal> =>
  who.kind === 'person' ? ok(who.id) : refuse({ code: 'person-needed' })

/** Makers of secrets: a token that leaks must not make others. */
export const inSession = (context: Context): Result<string, Refusal> =>
  context.who.kind === 'person' && context.who.session === undefined ? refuse({ code: 'session-needed' }) : asPerson(context)

/** What leads to another's account, asked of whoever sits there: by a token that leaks nobody becomes somebody else. [ACC-6] */
export const notByToken = ({ who }: Context): Result<null, Refusal> =>
  who.kind === 'person' && who.session === undefined ? refuse({ code: 'session-needed' }) : ok(null)

/** Whoever was erased is nobody to do anything with any more. [ACC-14] */
export const isErased = (person: StoredPerson): boolean => person.name === null

/**
 * Whether somebody else keeps accounts for as long as this person, or this duty, would have: not held, with a way to sign in, in
 * his own right, and not for less long. [ACC-9]
 */
export async function leavesAdministrator(
  ports: PeoplePorts & EntrancePorts,
  on: Day,
  without: { readonly person?: string; readonly duty?: string },
): Promise<boolean> {
  const all = (await ports.people.duties({})).filter(
    (duty) => duty.role === 'administrator' && duty.deputyFor === null && (duty.to === null || duty.to > on),
  )
  const goes = (duty: StoredDuty): boolean => duty.person === without.person || duty.id === without.duty
  const gone = all.filter(goes)
  const last = longest(gone)
  if (last === undefined) return true
  const others = all.filter((duty) => !goes(duty) && duty.from <= on && (duty.to === null || (last !== null && duty.to >= last)))
  for (const { person } of others) if (await signsIn(ports, person)) return true
  return false
}

/** The end of the longest; null: without end; undefined: there is none. */
const longest = (duties: readonly StoredDuty[]): Day | null | undefined =>
  duties.some((duty) => duty.to === null)
    ? null
    : duties
        .flatMap((duty) => duty.to ?? [])
        .toSorted()
        .at(-1)

async function signsIn(ports: PeoplePorts & EntrancePorts, id: string): Promise<boolean> {
  const person = await ports.people.get(id)
  if (person === null || person.disabled || isErased(person)) return false
  // whoever tries the software out signs in by choosing a name
  if (person.sample || (await ports.people.account(id))?.hasPassword === true) return true
  return (await ports.entrance.providers(id)).length > 0
}
