import { Hono, type Context as HonoContext } from 'hono'
import { setCookie } from 'hono/cookie'
import { addresses } from './addresses.ts'

/**
 * What a reader chooses for every page: the language by `?ngon-ngu=en` at any address, the theme by a form.
 * Both are kept in a cookie and lead back to where the reader was.
 */
export function choices(): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const chosen = c.req.query('ngon-ngu')
    if (c.req.method !== 'GET' || chosen === undefined) return next()
    const url = new URL(c.req.url)
    url.searchParams.delete('ngon-ngu')
    keep(c, 'ngon-ngu', chosen === 'en' ? 'en' : 'vi')
    return c.redirect(ownPath(`${url.pathname}${url.search}`), 303)
  })
  app.post(addresses.theme, async (c) => {
    // a body that is no form chooses nothing
    const form = await c.req.formData().catch(() => new FormData())
    keep(c, 'giao-dien', form.get('giao-dien') === 'toi' ? 'toi' : 'sang')
    return c.redirect(ownPath(form.get('tro-lai')), 303)
  })
  return app
}

const YEAR_S = 31_536_000

/** Readable by script, which changes the theme without loading the page again; it holds nothing secret. */
const keep = (c: HonoContext, name: string, value: string): void =>
  setCookie(c, name, value, { path: '/', maxAge: YEAR_S, sameSite: 'Lax' })

/** Only a path of this site: no other host, no `//host`, and no control character, which browsers drop before they look. */
export const ownPath = (given: unknown): string => (typeof given === 'string' && /^\/(?![/\\])[^\p{Cc}]*$/u.test(given) ? given : '/')
