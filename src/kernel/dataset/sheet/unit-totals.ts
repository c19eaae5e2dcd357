import type { HeldTexts, Rows } from './totals.ts'

/** A unit that a text of a column of places may mean, with the ids of those that it lies in. */
export type UnitMeant = { readonly id: string; readonly above: readonly string[] }
/** What a text is in a column of units of one level: one of them, or a unit so many levels above them. */
export type TextMeant = { readonly over: number; readonly units: readonly UnitMeant[] }

const SHOWN = 5

/** «I. Thành phố Đà Nẵng», «A. Quận Hải Châu»: rows of groups are numbered in their cell. */
export const withoutOrdinal = (text: string): string => text.replace(/^(?:[IVXLC]+|[A-ZĐ]|\d{1,3})\s*[.)]\s*(?=\p{L}{2})/u, '')

/**
 * Rows of units of a higher level that stand over the units they hold, as biểu of offices have them: «I | Thành phố Đà Nẵng» above
 * its districts. They add up the rows that follow, up to the next of their level; where most of those lie elsewhere, or none
 * follows, the row is a record like others. [DAT-65]
 *
 * @param rows with the texts of the column, those aside that add up others by their name
 * @param meantBy what a text is; null: no unit of the level of the column, nor of one above
 * @returns null: there are none
 */
export function rowsOver(
  column: string,
  rows: readonly { readonly at: number; readonly text: string }[],
  meantBy: (text: string) => TextMeant | null,
): (Rows & { readonly units: HeldTexts }) | null {
  const met = rows.map((row) => ({ ...row, is: meantBy(row.text) }))
  const isOver = met.map((row, i) => {
    const { is, text } = row
    if (is === null || is.over === 0) return false
    const held = new Map(is.units.map(({ id }) => [id, 0]))
    let parts = 0
    for (const next of met.slice(i + 1, i + 1 + MOST_IN_GROUP)) {
      // the same unit again before its first part: a long table has a row of it for each year
      if (next.is !== null && next.is.over >= is.over && (parts > 0 || next.text !== text)) break
      if (next.is === null || next.is.over > 0) continue
      parts += 1
      const above = new Set(next.is.units.flatMap((unit) => unit.above))
      for (const [id, n] of held) if (above.has(id)) held.set(id, n + 1)
    }
    return Math.max(0, ...held.values()) * 2 > parts
  })
  const holders = met.filter((_, i) => isOver[i])
  if (holders.length === 0) return null
  const of = [...new Set(holders.map(({ text }) => text))]
  const others = met.filter(({ text }, i) => isOver[i] === false && of.includes(text))
  return {
    n: holders.length,
    first: holders.slice(0, SHOWN).map(({ at, text }) => ({ at, value: text })),
    units: { column, of, ...(others.length === 0 ? {} : { not: others.map(({ at }) => at), upTo: rows.at(-1)?.at ?? 0 }) },
  }
}
/** A province had some 600 communes; of as many rows it is plain enough whose they are. */
const MOST_IN_GROUP = 1000
