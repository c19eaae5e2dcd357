import { type Reading, read } from './reading.ts'
import { isCapitalAt, wordFrom } from './sticky.ts'

/**
 * Names that a register says are borne on the day of the letter. [DIR-38]
 *
 * The grammar knows a body by its shape, and cuts at «và» and at a comma before what it does not know as a field. A province
 * may name a department as no other does («Sở Xây dựng và Đô thị»): such a name is taken whole, before the grammar cuts it.
 */
export type BorneNames = ReadonlyMap<string, readonly string[]>

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
