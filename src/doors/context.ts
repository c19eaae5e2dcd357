import type { Language } from '../base/refusals.ts'
import type { Who } from '../kernel/access/who.ts'
import { dayAt } from '../kernel/period/day.ts'
import type { Context } from '../operations/operation.ts'

/**
 * The context of one request: who, when, in which language. The clock is read here, at the door, and nowhere further in.
 *
 * @param from the network address; null: not known
 */
export const contextAt = (now: Date, language: Language, who: Who, from: string | null = null): Context => ({
  who,
  today: dayAt(now),
  now: now.toISOString(),
  language,
  ...(from === null ? {} : { from }),
})

/** `?ngon-ngu=` decides, then the cookie `ngon-ngu`, then Vietnamese. The browser's own list is not asked: this is a Vietnamese office. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('ngon-ngu')
  const cookie = /(?:^|;\s*)ngon-ngu=(vi|en)(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return (asked ?? cookie) === 'en' ? 'en' : 'vi'
}

/** Who asks, by what the request carries: a session, a token, or nothing. */
export type WhoOf = (request: Request) => Promise<Who>
