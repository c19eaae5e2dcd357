import type { Day } from '../period/day.ts'

/**
 * How long versions of a dataset are kept: all, the last so many, or those from a day on. What nobody decided is kept. [DAT-45]
 */
export const keepRules = ['all', 'last', 'since'] as const
export type KeepRule = (typeof keepRules)[number]

export type Retention = {
  readonly rule: KeepRule
  /** How many versions, the current one among them; null: the rule is another. */
  readonly last: number | null
  /** From which day on what was shown can be read; null: the rule is another. */
  readonly since: Day | null
}

/** @property on the day on which it was recorded, Asia/Ho_Chi_Minh */
export type Dated = { readonly n: number; readonly on: Day }

/**
 * The versions that go. Those that stay are the newest in a row, so that what is kept has no hole; the current one always stays,
 * and with «since» also the one that was shown on that day.
 */
export function goneBy({ rule, last, since }: Retention, versions: readonly Dated[]): readonly number[] {
  const newestFirst = versions.toSorted((a, b) => b.n - a.n)
  const kept =
    rule === 'last' && last !== null
      ? last
      : rule === 'since' && since !== null
        ? newestFirst.filter(({ on }) => on >= since).length + (newestFirst.some(({ on }) => on === since) ? 0 : 1)
        : newestFirst.length
  return newestFirst
    .slice(Math.max(1, kept))
    .map(({ n }) => n)
    .toReversed()
}
