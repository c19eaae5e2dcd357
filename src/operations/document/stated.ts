import type { Identity } from '../../kernel/document/identity.ts'
import { parseDay } from '../../kernel/period/day.ts'
import type { DocumentReading } from './reading.ts'

/** What the header of a package states of the letter in it, in our terms; a day with an hour is that day. [DOC-11] */
export function statedBy(header: DocumentReading['header']): Identity {
  const words = (text: string | null | undefined, most: number): string | null => text?.trim().slice(0, most) || null
  return {
    number: words(header?.number, 80)?.replace(/\s+/g, '') ?? null,
    type: words(header?.type, 40)?.toLowerCase() ?? null,
    issuer: words(header?.issuer, 200),
    signedOn: header?.date == null ? null : parseDay(header.date.trim().split(/[T ]/)[0] ?? ''),
  }
}
