import type { Refusal } from '../../base/refusals.ts'
import { secretMarking } from '../../kernel/directive/directive.ts'
import { wordsOf } from '../../kernel/document/identity.ts'

/** 20 MB of text is no directive; the grammar is linear, but a person has to read what it proposes. */
const MAX_LENGTH = 2_000_000

/** Why a text is not read at all: no words, too many, or a marking of secrecy. */
export function unreadable(text: string): Refusal | null {
  if (wordsOf(text) === '') return { code: 'text-empty' }
  if (text.length > MAX_LENGTH) return { code: 'text-too-long', data: { length: text.length, limit: MAX_LENGTH } }
  const marking = secretMarking(text)
  return marking === null ? null : { code: 'secret-marking', data: { marking } }
}
