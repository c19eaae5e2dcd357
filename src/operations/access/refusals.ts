import type { Language, Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Day } from '../../kernel/period/day.ts'
import type { Context } from '../operation.ts'
import type { PeoplePorts } from './ports.ts'

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

/** Whether somebody else could still keep accounts if this person, or this duty, were gone. [ACC-9] */
export async function leavesAdministrator(
  ports: PeoplePorts,
  on: Day,
  without: { readonly person?: string; readonly duty?: string },
): Promise<boolean> {
  const held = (await ports.people.duties({ on })).filter(
    (duty) => duty.role === 'administrator' && duty.person !== without.person && duty.id !== without.duty && duty.deputyFor === null,
  )
  for (const { person } of held) if ((await ports.people.get(person))?.disabled === false) return true
  return false
}
