import { fold } from '../../base/fold.ts'
import { isNamed, type Matched, meet, resemble } from '../place/match.ts'
import { foldAbbreviation, type OrganisationQuery } from './query.ts'

/** What a name is held against: a body as it was called on a day, with the folded forms, made once. */
export type Called = {
  readonly name: string
  /** The province whose body it is; empty: of the state. */
  readonly of: string
  readonly folded: Folded
}
export type Folded = { readonly name: string; readonly abbreviation: string; readonly of: string }

/** @param abbreviation empty: none */
export const foldCalled = (name: string, abbreviation: string, of: string): Folded => ({
  name: fold(name),
  abbreviation: foldAbbreviation(abbreviation),
  of: fold(of),
})

/**
 * How bodies meet the name that was typed; null where one does not. [ORG-1]
 *
 * The locality may be said with the name or left off: «Sở Tài chính Đà Nẵng», «Sở Tài chính thành phố Đà Nẵng», «Thanh tra»
 * for «Thanh tra thành phố». A slip is allowed in the name as the register has it, and is shown.
 *
 * @cost the query is folded once; a body costs a few comparisons. A letter names twenty bodies, a register holds hundreds.
 */
export function organisationMatcher(query: OrganisationQuery): (one: Called) => Matched | null {
  const typed = fold(query.name)
  const short = foldAbbreviation(query.name)
  const of = query.of === null ? null : fold(query.of)
  return ({ name, folded }) => {
    if (of !== null && of !== folded.of) return null
    if (folded.abbreviation !== '' && short === folded.abbreviation) return { by: 'abbreviation', corrected: null }
    if (typed === folded.name) return meet(query.name, name)
    const bare = folded.name.replace(/ (?:thanh pho|tinh)$/, '')
    const isSaid =
      folded.of !== '' &&
      !folded.name.endsWith(folded.of) &&
      (typed === bare || ['', 'thanh pho ', 'tinh '].some((level) => typed === `${bare} ${level}${folded.of}`))
    return isSaid ? meet(query.name.slice(0, bare.length), name.slice(0, bare.length)) : resemble(typed, folded.name, name)
  }
}

/** A match that names the body, and does not only resemble it. */
export const isExact = (matched: Matched | null): boolean => matched !== null && isNamed(matched)
