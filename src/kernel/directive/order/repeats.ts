import type { Draft } from './draft.ts'
import { ANNOUNCES } from './not-orders.ts'
import type { Walk } from './walk.ts'

/** A report says its main order in its first lines, or sums it up at the end; it is one task, where it is said in full. [DIR-29] */
export function once(walk: Walk, drafts: readonly Draft[]): readonly Draft[] {
  if (!walk.isNews || drafts.length > 60) return drafts
  const wordsOf = (d: Draft): ReadonlySet<string> =>
    new Set(
      walk.reading.lower
        .slice(d.start, d.end)
        .split(/[^\p{L}\d]+/u)
        .filter((w) => w.length > 2),
    )
  // the words of one that is looked at, and then of all: most reports repeat nothing
  const sets: (ReadonlySet<string> | undefined)[] = []
  const setOf = (i: number, of: Draft): ReadonlySet<string> => {
    const known = sets[i] ?? wordsOf(of)
    sets[i] = known
    return known
  }
  return drafts.filter((draft, i) => {
    const announced = ANNOUNCES.test(walk.reading.lower.slice(Math.max(0, draft.start - 120), draft.start + 60))
    const sumsUp = draft.carried && /^(?:theo đó|như vậy|tóm lại)(?!\p{L})/u.test(walk.reading.lower.slice(draft.start, draft.start + 12))
    if (!announced && !sumsUp && draft.item > 2) return true
    const own = setOf(i, draft)
    const share = announced || sumsUp ? 0.65 : 0.75
    return !drafts.some(
      (other, j) =>
        other.item !== draft.item && (j > i || sumsUp || (announced && i > 2)) && shared(own, setOf(j, other)) > own.size * share,
    )
  })
}

function shared(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let n = 0
  for (const word of own) if (other.has(word)) n += 1
  return n
}
