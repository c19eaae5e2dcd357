import { addresses, withQuery } from '../pages/addresses.ts'
import { wantsJson } from '../pages/asked.ts'
import { type Answer, type Asked, redirect, refused } from '../pages/page.ts'

/**
 * Leads a stranger to where he signs in, and back afterwards. Every page of work does so before it is asked anything, also
 * one that is not there: nothing tells him what exists. Programs get the refusal itself. [ACC-12]
 */
export async function leadToSignIn(asked: Asked, ask: (asked: Asked) => Promise<Answer>): Promise<Answer> {
  const isWork = asked.path === WORK || asked.path.startsWith(`${WORK}/`)
  const answer = asked.context.who.kind === 'nobody' && isWork ? refused({ code: 'sign-in-needed' }) : await ask(asked)
  if (answer.kind !== 'refused' || answer.refusal.code !== 'sign-in-needed' || wantsJson(asked.request)) return answer
  const here = asked.request.method === 'GET' ? withQuery(asked.path, Object.fromEntries(asked.query)) : asked.path
  return redirect(withQuery(addresses.signIn, { 'tro-lai': here === addresses.home ? null : here }))
}

const WORK = '/lam-viec'
