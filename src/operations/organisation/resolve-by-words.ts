import { wordsMatcher } from '../../kernel/organisation/words.ts'
import type { Day } from '../../kernel/period/day.ts'
import type { Matched } from '../../kernel/place/match.ts'
import type { OrganisationPorts, StoredOrganisation } from './ports.ts'

/**
 * Bodies whose name holds the words, by a name they bear or bore: those of the day first, our own first among them, then those
 * that are no more. For searching, where a person chooses; nobody is taken for another by it. [ORG-18]
 */
export async function byWords(
  ports: OrganisationPorts,
  question: string,
  on: Day,
): Promise<readonly { readonly one: StoredOrganisation; readonly matched: Matched }[]> {
  const holds = wordsMatcher(question)
  const called = ({ folded, names }: StoredOrganisation): boolean => holds(folded.name) || names.some(({ folded }) => holds(folded.name))
  const all = [...(await ports.organisations.candidates(on)), ...(await ports.organisations.elsewhen(on))]
  return all.filter(called).map((one) => ({ one, matched: { by: 'beginning', corrected: null } }))
}
