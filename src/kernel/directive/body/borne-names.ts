import { type BorneNames, type Reading, read } from '../text/reading.ts'
import { isCapitalAt, wordFrom } from '../text/sticky.ts'

const JOINED = / và |, | - /u

/** By their first word, in the dress of the grammar, the longest first. @param names of bodies, as written; those that nothing joins are left to the grammar */
export function borneNames(names: readonly string[]): BorneNames {
  const dressed = names.filter((name) => JOINED.test(name)).map((name) => read(name).lower)
  return Map.groupBy(
    dressed.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    (name) => wordFrom(name, 0),
  )
}

/** Where a borne name that begins at a place ends; null: none begins there. @cost O(names with this first word) */
export function borneEnd({ text, lower, borne }: Reading, position: number, titled: boolean): number | null {
  if (borne.size === 0 || !(isCapitalAt(text, position) || titled)) return null
  const name = borne
    .get(wordFrom(lower, position))
    ?.find((one) => lower.startsWith(one, position) && !/[\p{L}\p{N}]/u.test(lower.charAt(position + one.length)))
  return name === undefined ? null : position + name.length
}
