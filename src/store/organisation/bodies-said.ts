import { fold } from '../../base/fold.ts'
import { isExact, organisationMatcher } from '../../kernel/organisation/match.ts'
import { readOrganisationQuery } from '../../kernel/organisation/query.ts'
import type { OrganisationRegister } from './organisation-register.ts'

/** What words say of bodies: to each word, and to all of them together, the bodies that they may mean. */
export type BodiesSaid = {
  /** In the order of the words: bodies with a word that begins so in a name of theirs, or of those they came of or became. */
  readonly words: readonly (readonly string[])[]
  /** Bodies that are called so as a whole, «Sở TN&MT», and all that came of them or that they came of. */
  readonly called: readonly string[]
}

type Lineage = { readonly id: string; readonly words: string; readonly reach: ReadonlySet<string> }

/** Made once for a register: of each body what it and those before and after it were ever called. */
const lineages = new WeakMap<OrganisationRegister, readonly Lineage[]>()

/**
 * Bodies by words, also by what they were called before and are called since: who looks for «Sở Tài nguyên và Môi trường» means
 * what its heir keeps. [DAT-88] @cost some hundreds of bodies: a millisecond, and a few once for a register
 */
export function bodiesSaid(register: OrganisationRegister, q: string): BodiesSaid {
  const all = lineages.get(register) ?? lineagesOf(register)
  lineages.set(register, all)
  const match = organisationMatcher(readOrganisationQuery(q))
  const met = register.organisations
    .filter(({ names, of }) => names.some(({ name, folded }) => isExact(match({ name, of, folded }))))
    .map(({ id }) => id)
  return {
    words: fold(q)
      .split(' ')
      .map((word) => all.filter(({ words }) => words.includes(` ${word}`)).map(({ id }) => id)),
    called: all.filter(({ reach }) => met.some((id) => reach.has(id))).map(({ id }) => id),
  }
}

function lineagesOf({ organisations, links }: OrganisationRegister): readonly Lineage[] {
  const said = Map.groupBy(organisations, ({ id }) => id)
  const standing = links.filter(({ undone }) => undone === null)
  const forward = Map.groupBy(standing, ({ from }) => from)
  const back = Map.groupBy(standing, ({ to }) => to)
  return [...said.keys()].map((id) => {
    const reach = new Set([id])
    for (const [index, far] of [
      [forward, 'to'],
      [back, 'from'],
    ] as const) {
      const walked = new Set([id])
      for (const at of walked) for (const link of index.get(at) ?? []) walked.add(link[far])
      for (const at of walked) reach.add(at)
    }
    // not whose body it is: of the locality of this node nearly all are, and «mưa Đà Nẵng» asks for rain there
    const names = [...reach].flatMap((at) =>
      (said.get(at) ?? []).flatMap(({ names }) => names.map(({ folded }) => ` ${folded.name} ${folded.abbreviation}`)),
    )
    return { id, words: names.join(''), reach }
  })
}
