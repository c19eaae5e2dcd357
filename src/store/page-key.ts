import { parseDay } from '../kernel/period/day.ts'

/**
 * Pages by key: `next` names the last row of a page by what the list is ordered by, and its id. Opaque to readers.
 * A key that is none reads as null, and the list begins at its beginning.
 */
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
