import type { Day } from '../period/day.ts'

/** What such a link is called: from a body that an undone succession made, to one it came of. */
export const RETURN = 'return'

type Undoable = {
  readonly from: string
  readonly to: string | null
  readonly at: Day
  readonly undone: Day | null
  readonly plan: string | null
}
type Return<L> = { readonly link: L; readonly from: string; readonly to: string; readonly at: Day }

/**
 * From the day on which a succession is undone, the heirs of a body it made are those it came of: its name, what it did and
 * what is asked of it later lead to them. Computed, as holders are; nothing is written. [ORG-25]
 *
 * @param madeBy the plan that made a body; a body of the register is in none
 * @returns each pair once, with the link it answers; `at` is the day of undoing
 */
export function returns<L extends Undoable>(links: readonly L[], madeBy: ReadonlyMap<string, string>): readonly Return<L>[] {
  const pairs = new Map<string, Return<L>>()
  for (const link of links) {
    const { from, to, undone, plan } = link
    if (to === null || undone === null || plan === null || madeBy.get(to) !== plan) continue
    pairs.set(`${to} ${from}`, { link, from: to, to: from, at: undone })
  }
  return [...pairs.values()]
}
