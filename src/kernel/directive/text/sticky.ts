/** Small ways of reading at one place of a text. */

/** What a sticky pattern reads at a place, or null. */
export const stick = (pattern: RegExp, text: string, position: number): string | null => {
  pattern.lastIndex = position
  return pattern.exec(text)?.[0] ?? null
}
export const isCapitalAt = (text: string, position: number): boolean => /\p{Lu}/u.test(text.charAt(position))
export const wordFrom = (text: string, position: number): string => stick(/[\p{L}\p{N}&]+/uy, text, position) ?? ''

/**
 * All that a global pattern finds, in order. `matchAll` makes its pattern anew at each call, which costs more than the
 * search where every clause is asked.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match)
  return found
}
