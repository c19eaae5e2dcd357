import { fold, plainWords } from '../../base/fold.ts'
import { slipsBetween } from '../../base/slips.ts'
import { levels, type Place, type PlaceQuery } from './place.ts'

/**
 * How a name that was typed meets a name in the register, best first. [PLA-4]
 *
 * `tone` is the other placement of the tone («Hoà» for «Hòa»), or of hyphens; `marks` lost or other marks («Son Ha» may be Sơn Hà or Sơn
 * Hạ, and both are given); `succession` borne on another day by a unit whose territory this one holds; `slip` one letter or
 * two, and the correction is shown: never silent; `archipelago` a point in none of the outlines, within the limits of one.
 */
export const matchedBy = [
  'code',
  'name',
  'abbreviation',
  'tone',
  'marks',
  'beginning',
  'succession',
  'slip',
  'point',
  'archipelago',
] as const
export type MatchedBy = (typeof matchedBy)[number]
export type Matched = { readonly by: MatchedBy; readonly corrected: string | null }

const MOST_SLIPS = 2

/** How one place meets the query; null when it does not. */
export function matchPlace(
  query: PlaceQuery,
  place: Pick<Place, 'code' | 'name' | 'fullName' | 'level'>,
  otherCodes: readonly string[] = [],
): Matched | null {
  if (query.code !== null)
    return query.code === place.code
      ? { by: 'code', corrected: null }
      : otherCodes.includes(query.code)
        ? { by: 'code', corrected: place.code }
        : null
  if (query.level !== null && query.level !== place.level) return null
  if (
    query.prefix !== null &&
    fold(place.fullName) !== fold(`${query.prefix} ${query.name}`) &&
    (query.level !== null || !fold(place.fullName).startsWith('thanh pho'))
  )
    return null
  return meet(query.name, place.name, query.abbreviated)
}

/** How a typed name meets a written one. */
export function meet(typed: string, written: string, abbreviated = false): Matched | null {
  if (typed.normalize('NFC').toLowerCase() === written.toLowerCase()) return { by: abbreviated ? 'abbreviation' : 'name', corrected: null }
  const [a, b] = [fold(typed), fold(written)]
  if (a === b) return { by: plainWords(typed) === plainWords(written) ? 'tone' : 'marks', corrected: null }
  return resemble(a, b, written)
}

/**
 * Whether a name that differs by its marks is the written one with some of them lost: «Lai Chau», «Đăk Nông». One that has a mark
 * of its own is another name: «Bản Thạch» is not Bàn Thạch. [PLA-20]
 */
export function isWithoutMarks(typed: string, written: string): boolean {
  const letters = (text: string): readonly string[] =>
    plainWords(text)
      .normalize('NFD')
      .match(/[\p{L}\p{N}]\p{M}*/gu) ?? []
  const full = letters(written)
  return letters(typed).every((letter, i) => {
    const whole = full[i] ?? ''
    return letter[0] === whole[0] || (letter[0] === 'd' && whole[0] === 'đ')
      ? [...letter.slice(1)].every((mark) => whole.includes(mark))
      : false
  })
}

/** How two folded names that differ resemble one another. @param written the second as it is written, to show a correction */
export function resemble(a: string, b: string, written: string): Matched | null {
  if (a !== '' && b.startsWith(`${a} `)) return { by: 'beginning', corrected: null }
  const allowed = a.length < 5 ? 0 : a.length < 9 ? 1 : MOST_SLIPS
  return allowed > 0 && slipsBetween(a, b, allowed) <= allowed ? { by: 'slip', corrected: written } : null
}

/** Whether the name itself was met, and not only its beginning, its past or something like it. */
export const isNamed = ({ by }: Matched): boolean => by !== 'beginning' && by !== 'succession' && by !== 'slip'

/** Better first: how it was met, then the higher unit, then by name. Stable for equal ones. */
export const byMatch = (a: { matched: Matched; level: Place['level'] }, b: { matched: Matched; level: Place['level'] }): number =>
  matchedBy.indexOf(a.matched.by) - matchedBy.indexOf(b.matched.by) || levels.indexOf(a.level) - levels.indexOf(b.level)
