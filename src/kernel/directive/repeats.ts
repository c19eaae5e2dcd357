import type { Draft } from './draft.ts'
import { ANNOUNCES } from './not-orders.ts'
import type { Walk } from './walk.ts'

/** A report says its main order in its first lines, or sums it up at the end; it is one task, where it is said in full. [DIR-29] */
export function once(walk: Walk, drafts: readonly Draft[]): readonly Draft[] {
  if (!walk.isNews || drafts.length > 60) return drafts
  const wordsOf = (d: Draft): Set<string> =>
    new Set(
      walk.reading.lower
        .slice(d.start, d.end)
        .split(/[^\p{L}\d]+/u)
        .filter((w) => w.length > 2),
    )
  const sets = drafts.map(wordsOf)
  return drafts.filter((draft, i) => {
    const own = sets[i] ?? new Set<string>()
    const announced = ANNOUNCES.test(walk.reading.lower.slice(Math.max(0, draft.start - 120), draft.start + 60))
    const sumsUp = draft.carried && /^(?:theo đó|như vậy|tóm lại)(?!\p{L})/u.test(walk.reading.lower.slice(draft.start, draft.start + 12))
    if (!announced && !sumsUp && draft.item > 2) return true
    return !sets.some(
      (other, j) =>
        drafts[j]?.item !== draft.item &&
        (j > i || sumsUp || (announced && i > 2)) &&
        [...own].filter((w) => other.has(w)).length > own.size * (announced || sumsUp ? 0.65 : 0.75),
    )
  })
}
