/**
 * A column in which two units seem mixed: two heaps of figures, each close together, a thousandfold apart (đồng and thousands of
 * đồng, ha and m² are ten thousandfold). A warning with both examples; nothing is changed. [DAT-25]
 */
export type UnitMix = { readonly n: number; readonly of: number; readonly small: number; readonly large: number }

const FEWEST = 8
/** Between the heaps lies nothing over such a stretch, and each heap is no wider. */
const GAP = 20
const WIDE = 200

/** @returns null: one heap, or more than two, or heaps that are not 10³ apart */
export function unitMix(values: readonly number[]): UnitMix | null {
  const sorted = values
    .map(Math.abs)
    .filter((value) => value > 0)
    .toSorted((a, b) => a - b)
  if (sorted.length < FEWEST) return null
  const at = sorted.findIndex((value, i) => i > 0 && value / (sorted[i - 1] ?? value) >= GAP)
  if (at < 0) return null
  const [low, high] = [sorted.slice(0, at), sorted.slice(at)]
  const middle = (heap: readonly number[]): number => heap[Math.floor(heap.length / 2)] ?? 0
  const width = (heap: readonly number[]): number => (heap.at(-1) ?? 0) / (heap[0] ?? 1)
  const apart = middle(high) / middle(low)
  const isTwo = Math.min(low.length, high.length) >= 2 && width(low) < WIDE && width(high) < WIDE
  if (!isTwo || apart < 250 || apart > 4000) return null
  return { n: Math.min(low.length, high.length), of: sorted.length, small: middle(low), large: middle(high) }
}
