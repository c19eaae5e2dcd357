/**
 * Marks over a text, as a tree that can be drawn.
 *
 * Marks come in any order and may lie in each other or cross. One inside another is drawn inside it; of two that cross,
 * the one that begins later is cut where the earlier ends, and its rest follows. Joined together, the words of the tree
 * are the text, to the letter: nothing is ever changed in what was received. [PAG-1]
 */
export interface Mark<Kind> {
  /** [start, end) in UTF-16 units of the text. */
  readonly start: number
  readonly end: number
  readonly kind: Kind
}

export type Node<M> =
  | { readonly text: string }
  | { readonly mark: M; readonly first: boolean; readonly last: boolean; readonly inside: readonly Node<M>[] }

/** @param window the part [from, to) of the text that is drawn; marks that reach out of it are cut */
export function markTree<M extends Mark<unknown>>(
  text: string,
  marks: readonly M[],
  window: readonly [number, number],
): readonly Node<M>[] {
  const [from, to] = window
  const queue = marks
    .map((mark) => ({ mark, start: Math.max(mark.start, from), end: Math.min(mark.end, to) }))
    .filter(({ start, end }) => start < end)
    .sort(byPlace)
  return nodes(text, queue, from, to)
}

interface Cut<M> {
  readonly mark: M
  readonly start: number
  readonly end: number
}

const byPlace = <M>(a: Cut<M>, b: Cut<M>): number => a.start - b.start || b.end - a.end

function nodes<M extends Mark<unknown>>(text: string, cuts: readonly Cut<M>[], from: number, to: number): readonly Node<M>[] {
  const out: Node<M>[] = []
  let at = from
  let rest = cuts
  while (rest.length > 0) {
    const [outer, ...others] = rest
    if (outer === undefined) break
    if (outer.start > at) out.push({ text: text.slice(at, outer.start) })
    const within: Cut<M>[] = []
    const later: Cut<M>[] = []
    for (const cut of others) {
      if (cut.start >= outer.end) later.push(cut)
      else {
        within.push({ ...cut, end: Math.min(cut.end, outer.end) })
        if (cut.end > outer.end) later.push({ ...cut, start: outer.end })
      }
    }
    out.push({
      mark: outer.mark,
      first: outer.start === outer.mark.start,
      last: outer.end === outer.mark.end,
      inside: nodes(text, within, outer.start, outer.end),
    })
    at = outer.end
    rest = later.sort(byPlace)
  }
  if (at < to) out.push({ text: text.slice(at, to) })
  return out
}
