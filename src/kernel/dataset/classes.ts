/** What a map is shaded by. [DAT-41] */
const CLASSES = 5

/** Bounds of classes with as many figures in each as can be.
 *
 * @returns the least figure of each class, rising; fewer classes where figures repeat; empty when there is none */
export function classesOf(values: readonly number[], most = CLASSES): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const starts = Array.from({ length: most }, (_, i) => sorted[Math.floor((i * sorted.length) / most)])
  return [...new Set(starts.filter((one) => one !== undefined))]
}

/** The class a figure is in, from 0. */
export const classOf = (value: number, starts: readonly number[]): number =>
  Math.max(
    0,
    starts.findLastIndex((start) => value >= start),
  )
