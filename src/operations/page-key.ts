import type { Language, Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import { parseDay } from '../kernel/period/day.ts'

/**
 * Pages by key: `next` names the last row of a page by what the list is ordered by, and its id. Opaque to readers. One that no
 * list of this kind gave is refused, for a list that began at its beginning again would be read for ever.
 */
type Order = 'day' | 'instant' | 'text' | 'title' | 'fit'

export function pageKey(given: string | undefined, order: Order, language: Language): Result<string | null, Refusal> {
  if (given === undefined) return ok(null)
  const key = readKey(given)
  return key !== null && isOf[order](key) ? ok(given) : refuse(noKey(language))
}

/** The refusal of a list that is paged by the id of its last row. */
export const noKey = (language: Language): Refusal => ({
  code: 'bad-value',
  data: { name: 'after', reason: language === 'vi' ? 'không phải là «next» của một trang trước' : 'not the `next` of a page before' },
})

const isOf: Readonly<Record<Order, (key: readonly [string, string]) => boolean>> = {
  day: ([order, id]) => isDayKey(order) && isUuid(id),
  instant: ([order, id]) => isInstantKey(order) && isUuid(id),
  text: () => true,
  title: ([, id]) => isUuid(id),
  fit: ([order, id]) => /^\d{1,6} /.test(order) && isInstantKey(order.slice(order.indexOf(' ') + 1)) && isUuid(id),
}

export const writeKey = (order: string, id: string): string => Buffer.from(JSON.stringify([order, id])).toString('base64url')

export function readKey(key: string | null): readonly [string, string] | null {
  if (key === null) return null
  try {
    const read: unknown = JSON.parse(Buffer.from(key, 'base64url').toString('utf8'))
    return Array.isArray(read) && typeof read[0] === 'string' && typeof read[1] === 'string' ? [read[0], read[1]] : null
  } catch {
    return null
  }
}

/** An order part that the column can hold; a key made by hand may hold anything, also the 99th of a month. */
export const isDayKey = (text: string): boolean => parseDay(text) === text
export const isInstantKey = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
  parseDay(text.slice(0, 10)) !== null &&
  !Number.isNaN(Date.parse(text))

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** A text that is no uuid names no row, and must not reach a uuid column, where it would be an accident. */
export const isUuid = (text: string): boolean => UUID.test(text)
