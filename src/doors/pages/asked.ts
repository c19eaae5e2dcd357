import type { Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import { speaker } from '../../base/text/text.ts'
import type { Who } from '../../kernel/access/who.ts'
import type { Call } from '../../operations/call.ts'
import type { Files } from '../../operations/file/ports.ts'
import { contextAt, languageOf } from '../context.ts'
import { fromOf } from '../sign-in/from.ts'
import type { Entrance } from '../sign-in/identity.ts'
import type { Asked, Theme } from './page.ts'

export interface Settings {
  /** Whose node this is: `UBND thành phố Đà Nẵng`. */
  readonly locality: string
  readonly version: string
  /** Whether people are those of `--demo`. */
  readonly demo?: boolean
  /** Whether letters go out, or are only written to a folder; absent: they are not sent. */
  readonly letters?: 'sent' | 'kept'
}

/** What a page is asked, from a request: language and theme by cookie, the day by the clock of Vietnam. */
export function readAsked(
  c: HonoContext,
  deps: { call: Call; settings: Settings; now: () => Date; entrance: Entrance; files: Files },
  who: Who,
): Asked {
  const language = languageOf(c.req.raw)
  const from = fromOf(c, deps.entrance.proxy)
  const context = contextAt(deps.now(), language, who, from.address)
  const url = new URL(c.req.url)
  return {
    say: speaker(language),
    language,
    theme: readTheme(getCookie(c, 'giao-dien')),
    context,
    locality: deps.settings.locality,
    version: deps.settings.version,
    demo: deps.settings.demo === true,
    unread: null,
    letters: deps.settings.letters ?? 'kept',
    entrance: deps.entrance,
    from,
    request: c.req.raw,
    path: pagePath(url.pathname),
    query: url.searchParams,
    param: (name) => withoutJson(c.req.param(name) ?? ''),
    files: deps.files,
    ask: (operation, input) => deps.call(operation, context, input),
    act: (key, operation, input) => deps.call(operation, key === '' ? context : { ...context, key: key.slice(0, 200) }, input),
  }
}

const readTheme = (cookie: string | undefined): Theme => (cookie === 'sang' || cookie === 'toi' ? cookie : null)
const withoutJson = (part: string): string => part.replace(/\.json$/, '')
const pagePath = (path: string): string => {
  const page = withoutJson(path)
  return page === '/trang-chu' ? '/' : page
}

/** The JSON form is asked for by `.json` in the address, or by a client that accepts JSON and not HTML. */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? ''
  return new URL(request.url).pathname.endsWith('.json') || (accept.includes('application/json') && !accept.includes('text/html'))
}
