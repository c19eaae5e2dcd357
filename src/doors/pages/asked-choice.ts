import type { TextKey } from '../../base/text/text.ts'

/** A filter whose value nobody knows: its label, and what was given. It narrows nothing, and the page says so. [PAG-11] */
export type Unknown = { readonly label: TextKey; readonly value: string }

/** What the address gives for a filter that takes one of some words: the choice, or none, or a word that nobody knows. */
export function askedChoice<Of extends string>(
  query: URLSearchParams,
  name: string,
  label: TextKey,
  choices: readonly (readonly [word: string, of: Of])[],
): { readonly of: Of | null; readonly unknown: readonly Unknown[] } {
  const value = (query.get(name) ?? '').trim()
  const chosen = choices.find(([word]) => word === value)
  if (chosen !== undefined) return { of: chosen[1], unknown: [] }
  return { of: null, unknown: value === '' ? [] : [{ label, value: value.slice(0, 80) }] }
}
