import { dutiesWith } from '../access/access.ts'
import type { Who } from '../access/who.ts'
import { type Fact, REPORTS, sidesOf } from '../task/life.ts'

/**
 * What of the work a person is told: everything said of the work his bodies lead or help with, and, on the assigner's side,
 * what asks for an answer. Nobody is told what he said himself. [NOT-1]
 */
export type Concern = { readonly bodies: readonly string[]; readonly assigns: boolean }

/** What the assigner's side must answer. */
export const asking = ['claimed', 'disputed', 'extension-asked', 'escalated'] as const satisfies readonly Fact[]

export const concernOf = (who: Who): Concern => ({
  bodies: [...new Set(dutiesWith(who, REPORTS).flatMap((duty) => [duty.organisation, ...(duty.inherits ?? [])]))],
  assigns: who.kind === 'person' && sidesOf(who, NOBODYS).has('assigner'),
})

const NOBODYS = { lead: null, coordinators: [] }
