import { type Node, readPatternText } from './pattern-text.ts'

/**
 * Whether a whole text is as the pattern of a schema says, in time that grows with the text and no faster: it is gone through
 * once, with every place of the pattern at which it may stand. The engine's own regular expressions go back and try again, so that
 * `a*a*a*a*b` on 160 letters stops the server; its linear ones know no Unicode, and this layer takes no package. [DAT-24]
 *
 * @source K. Thompson, Regular expression search algorithm, 1968; the sets of places are kept as they are met
 */
export type Pattern = (text: string) => boolean

/** Of a pattern, with what is repeated written out. */
const MOST_PLACES = 500
/** Sets that are kept; a text that needs more makes them anew. */
const MOST_SETS = 2000

type Place =
  | { readonly is: 'letter'; readonly of: number; readonly to: number }
  | { readonly is: 'begin' | 'end'; readonly to: number }
  | { readonly is: 'fork'; to: readonly number[] }
  | { readonly is: 'done' }

/** Places reached together: at letters that come next, at an end that is asked for, or done. */
type Reached = { readonly at: readonly number[]; readonly next: Map<string, Reached>; readonly isWhole: boolean }

/** @returns null: no pattern, one that cannot be decided in one pass, or a larger one than is kept here */
export function patternOf(text: string): Pattern | null {
  const read = readPatternText(text)
  const places = read === null ? null : placesOf(read.root)
  if (read === null || places === null) return null
  const { letters } = read
  let fits = new Map<string, readonly boolean[]>()
  let sets = new Map<string, Reached>()
  const reach = (from: readonly number[], isBegin: boolean, isEnd: boolean): readonly number[] => {
    const seen = new Set<number>()
    const left = [...from].reverse()
    const found: number[] = []
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      const place = places[at]
      if (place === undefined || seen.has(at)) continue
      seen.add(at)
      if (place.is === 'fork') left.push(...place.to)
      else if ((place.is === 'begin' && isBegin) || (place.is === 'end' && isEnd)) left.push(place.to)
      else if (place.is !== 'begin') found.push(at)
    }
    return found.toSorted((a, b) => a - b)
  }
  const isDone = (at: readonly number[]): boolean => at.some((one) => places[one]?.is === 'done')
  const kept = (at: readonly number[]): Reached => {
    const name = at.join()
    const known = sets.get(name)
    if (known !== undefined) return known
    const one: Reached = { at, next: new Map(), isWhole: isDone(reach(at, false, true)) }
    sets.set(name, one)
    return one
  }
  const first = reach([places.length - 1], true, false)
  const isNothing = isDone(reach([places.length - 1], true, true))
  const after = (set: Reached, letter: string): Reached => {
    const known = set.next.get(letter)
    if (known !== undefined) return known
    if (sets.size > MOST_SETS || fits.size > MOST_SETS) [sets, fits] = [new Map(), new Map()]
    const fit = fits.get(letter) ?? letters.map((one) => one.test(letter))
    fits.set(letter, fit)
    const to = set.at.flatMap((at) => {
      const place = places[at]
      return place?.is === 'letter' && fit[place.of] === true ? [place.to] : []
    })
    const next = kept(reach(to, false, false))
    if (set.next.size < MOST_SETS) set.next.set(letter, next)
    return next
  }
  return (given) => {
    if (given === '') return isNothing
    let set = kept(first)
    for (const letter of given) {
      if (set.at.length === 0) return false
      set = after(set, letter)
    }
    return set.isWhole
  }
}

/** Places of the pattern, the last of them its beginning. @returns null: too many */
function placesOf(root: Node): readonly Place[] | null {
  const places: Place[] = [{ is: 'done' }]
  let steps = 0
  const add = (place: Place): number => places.push(place) - 1
  const isTooLarge = (): boolean => steps > MOST_PLACES * 4 || places.length > MOST_PLACES
  const before = (node: Node, to: number): number => {
    steps += 1
    if (isTooLarge()) return to
    switch (node.is) {
      case 'letter':
        return add({ is: 'letter', of: node.of, to })
      case 'begin':
      case 'end':
        return add({ is: node.is, to })
      case 'row':
        return node.parts.reduceRight((next, part) => before(part, next), to)
      case 'either':
        return node.parts[1] === undefined
          ? before(node.parts[0] ?? { is: 'row', parts: [] }, to)
          : add({ is: 'fork', to: node.parts.map((part) => before(part, to)) })
      case 'repeat':
        return repeated(node, to)
    }
  }
  const repeated = ({ part, least, most }: Node & { readonly is: 'repeat' }, to: number): number => {
    let next = to
    if (most === null) {
      const fork: Place = { is: 'fork', to: [] }
      next = add(fork)
      fork.to = [before(part, next), to]
    }
    for (let i = least; i < (most ?? 0) && !isTooLarge(); i += 1) next = add({ is: 'fork', to: [before(part, next), to] })
    for (let i = 0; i < least && !isTooLarge(); i += 1) next = before(part, next)
    return next
  }
  const begun = before(root, 0)
  // where a set begins it is asked for by being last
  add({ is: 'fork', to: [begun] })
  return isTooLarge() ? null : places
}
