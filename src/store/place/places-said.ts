import { fold } from '../../base/fold.ts'
import type { Place } from '../../kernel/place/place.ts'
import type { PlaceRegister } from './place-register.ts'

/** A run of words that names places: the first of them, how many, and the units of any day that are called so. */
export type PlaceSaid = { readonly at: number; readonly length: number; readonly ids: readonly string[] }

const LONGEST = 7
/** Words of levels as they are typed in short, folded. */
const SHORT: readonly (readonly [string, string])[] = [
  ['tp ', 'thanh pho '],
  ['tx ', 'thi xa '],
  ['tt ', 'thi tran '],
]
const BARE = /^(?:thanh pho|tinh|quan|huyen|thi xa|thi tran|dac khu|phuong|xa) /

/**
 * Which of the words name places, the longest name first: «dân số huyện Núi Thành» says «huyen nui thanh». A lone syllable is no
 * commune unless its level is said, and a number («Quận 1») no name. A unit that was renamed is found by either name. [DAT-89]
 */
export function placesSaid(register: PlaceRegister, words: readonly string[]): readonly PlaceSaid[] {
  const found: PlaceSaid[] = []
  for (let at = 0; at < words.length; at += 1) {
    const longest = Math.min(LONGEST, words.length - at)
    for (let length = longest; length > 0; length -= 1) {
      const ids = idsOf(register, words.slice(at, at + length).join(' '))
      if (ids.length === 0) continue
      found.push({ at, length, ids })
      at += length - 1
      break
    }
  }
  return found
}

function idsOf(register: PlaceRegister, run: string): readonly string[] {
  const named = register.named(run).filter((place) => isName(run, place))
  const short = SHORT.find(([word]) => run.startsWith(word))
  const whole = short === undefined ? run : short[1] + run.slice(short[0].length)
  const name = whole.replace(BARE, '')
  const inFull = name === whole ? [] : register.named(name).filter(({ fullName }) => fold(fullName) === whole)
  return [...new Set([...named, ...inFull].flatMap(({ id }) => [id, ...register.renamed(id)]))]
}

const isName = (run: string, { level }: Place): boolean => /\p{L}{2}/u.test(run) && (run.includes(' ') || level !== 'commune')
