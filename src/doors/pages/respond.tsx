import type { Context as HonoContext } from 'hono'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Refusal } from '../../base/refusals.ts'
import { accident, problemOf, problemResponse } from '../rest/problem.ts'
import { wantsJson } from './asked.ts'
import { type AssetLinks, Shell } from './components/shell.tsx'
import type { Answer, Asked, Download, View } from './page.ts'
import { askedDay } from './pages/asked-day.ts'
import { refusedView } from './pages/fault.tsx'

/** Nothing from elsewhere, and no script, style element or style attribute in the page itself. */
const CONTENT_SECURITY_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

export type Respond = (c: HonoContext, asked: Asked, answer: Answer) => Response

/** Phrases an answer: a page, its JSON form, or a redirect. */
export const responder =
  (assets: AssetLinks): Respond =>
  (c, asked, answer) => {
    if (answer.kind === 'redirect') {
      for (const cookie of answer.cookies) c.header('set-cookie', cookie, { append: true })
      return c.redirect(answer.to, 303)
    }
    if (answer.kind === 'download') return taken(answer)
    if (answer.kind === 'document')
      return new Response(answer.text, {
        status: answer.status ?? 200,
        headers: { 'content-type': answer.mediaType, 'cache-control': 'no-store', vary: 'Cookie' },
      })
    if (wantsJson(c.req.raw)) return json(asked, answer)
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
        ...(view.lookAgain === undefined ? {} : { refresh: String(view.lookAgain) }),
      },
    })
  }

const taken = ({ name, mediaType, bytes }: Download): Response =>
  new Response(ReadableStream.from(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      vary: 'Cookie',
      'x-content-type-options': 'nosniff',
    },
  })

function json(asked: Asked, answer: View | Extract<Answer, { kind: 'refused' }>): Response {
  const refuse = (refusal: Refusal): Response => problemResponse(problemOf(refusal, asked.language))
  if (answer.kind === 'refused') return refuse(answer.refusal)
  // a page says what was wrong beside what it shows; a program would not see it
  const { refusal } = askedDay(asked)
  if (refusal !== null) return refuse(refusal)
  if (answer.accident !== undefined) return problemResponse(accident(answer.accident, asked.language))
  if (answer.data === undefined) return refuse({ code: 'not-found', data: { what: asked.language === 'vi' ? 'bản JSON' : 'JSON form' } })
  return Response.json(answer.data, { status: answer.status ?? 200, headers: { 'cache-control': 'no-store', vary: 'Accept, Cookie' } })
}
