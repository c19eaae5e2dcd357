import { addresses, withQuery } from '../pages/addresses.ts'
import { wantsJson } from '../pages/asked.ts'
import { type Answer, type Asked, type Form, redirect, refused } from '../pages/page.ts'
import { sessionOver } from '../pages/pages/session-over.tsx'

/**
 * Leads a stranger to where he signs in, and back afterwards. Every page of work does so before it is asked anything, also
 * one that is not there: nothing tells him what exists. Programs get the refusal itself. What was typed into a form is
 * given back to him, to be sent when he has signed in. [ACC-12]
 *
 * @param typed reads the form; null: none was sent
 */
export async function leadToSignIn(
  asked: Asked,
  ask: (asked: Asked) => Promise<Answer>,
  typed: (() => Promise<Form>) | null,
): Promise<Answer> {
  const isWork = asked.path === WORK || asked.path.startsWith(`${WORK}/`)
  const answer = asked.context.who.kind === 'nobody' && isWork ? refused({ code: 'sign-in-needed' }) : await ask(asked)
  if (answer.kind !== 'refused' || answer.refusal.code !== 'sign-in-needed' || wantsJson(asked.request)) return answer
  if (typed !== null) return sessionOver(asked, await typed())
  const here = withQuery(asked.path, Object.fromEntries(asked.query))
  return redirect(withQuery(addresses.signIn, { 'tro-lai': here === addresses.home ? null : here }))
}

const WORK = '/lam-viec'
