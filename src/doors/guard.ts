import type { MiddlewareHandler } from 'hono'
import { languageOf } from './context.ts'
import { problemOf, problemResponse } from './rest/problem.ts'

/**
 * Who may speak to this server at all, before any door.
 *
 * Host must be one we answer to, so that a page of a stranger that points a name of its own at 127.0.0.1 reads nothing.
 * A request that changes something must come from our own pages or from a program: a browser says where it comes from in
 * Origin (or Sec-Fetch-Site), and anything but our own is refused. Both answers tell nothing of what exists.
 */
export function guard(allowedHosts: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const language = languageOf(c.req.raw)
    const host = (c.req.header('host') ?? '').toLowerCase()
    if (!allowedHosts.has(nameOf(host))) return problemResponse(problemOf({ code: 'host-not-allowed' }, language))
    if (!SAFE.has(c.req.method) && !fromHere(c.req.header('origin'), c.req.header('sec-fetch-site'), host)) {
      return problemResponse(problemOf({ code: 'origin-not-allowed' }, language))
    }
    return next()
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** `127.0.0.1:8080` → `127.0.0.1`, `[::1]:8080` → `[::1]`. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '')

function fromHere(origin: string | undefined, site: string | undefined, host: string): boolean {
  if (origin !== undefined) {
    try {
      return new URL(origin).host.toLowerCase() === host
    } catch {
      return false
    }
  }
  return site === undefined || site === 'same-origin' || site === 'none'
}

export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])
