import { dutiesWith } from '../access/access.ts'
import type { Who } from '../access/who.ts'
import { keepsOf } from '../dataset/describe.ts'
import { type Fact, REPORTS, sidesOf } from '../task/life.ts'

/**
 * What of the work a person is told: everything said of the work his bodies lead or help with, and, on the assigner's side,
 * what asks for an answer. Of datasets he keeps, which figures are reported to be wrong; of what he reported, the answers [NOT-10].
 * Nobody is told what he said himself. [NOT-1]
 */
export type Concern = {
  readonly bodies: readonly string[]
  readonly assigns: boolean
  /** The bodies whose datasets he answers for. */
  readonly keeps: readonly string[] | 'all'
}

/** What the assigner's side must answer. */
export const asking = ['claimed', 'disputed', 'extension-asked', 'escalated'] as const satisfies readonly Fact[]

export const concernOf = (who: Who): Concern => ({
  bodies: [...new Set(dutiesWith(who, REPORTS).flatMap((duty) => [duty.organisation, ...(duty.inherits ?? [])]))],
  assigns: who.kind === 'person' && sidesOf(who, NOBODYS).has('assigner'),
  keeps: keepsOf(who),
})

const NOBODYS = { lead: null, coordinators: [] }
