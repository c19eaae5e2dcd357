import type { Context as HonoContext } from 'hono'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Refusal, sentence, statusOf } from '../../base/refusals.ts'
import { wantsJson } from './asked.ts'
import { type AssetLinks, Shell } from './components/shell.tsx'
import type { Answer, Asked, View } from './page.ts'
import { refusedView } from './pages/fault.tsx'

/** Nothing from elsewhere, and no script, style element or style attribute in the page itself. */
export const CONTENT_SECURITY_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

export type Respond = (c: HonoContext, asked: Asked, answer: Answer) => Response

/** Phrases an answer: a page, its JSON form, or a redirect. */
export const responder =
  (assets: AssetLinks): Respond =>
  (c, asked, answer) => {
    if (answer.kind === 'redirect') return c.redirect(answer.to, 303)
    if (wantsJson(c)) return json(asked, answer)
    const view = answer.kind === 'view' ? answer : refusedView(asked, answer.refusal)
    return new Response(`<!doctype html>${renderToStaticMarkup(<Shell view={view} asked={asked} assets={assets} />)}`, {
      status: view.status ?? 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'cache-control': 'no-store',
        vary: 'Accept, Cookie',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      },
    })
  }

function json(asked: Asked, answer: View | Extract<Answer, { kind: 'refused' }>): Response {
  if (answer.kind === 'refused') return problem(asked, answer.refusal)
  if (answer.data === undefined) return problem(asked, { code: 'not-found', data: { what: 'JSON' } })
  return Response.json(answer.data, { status: answer.status ?? 200, headers: { 'cache-control': 'no-store', vary: 'Accept, Cookie' } })
}

const problem = (asked: Asked, refusal: Refusal): Response =>
  new Response(
    JSON.stringify({ code: refusal.code, title: sentence(refusal, asked.language), status: statusOf(refusal), ...refusal.data }),
    {
      status: statusOf(refusal),
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
    },
  )
