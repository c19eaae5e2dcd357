import { fold } from '../../base/fold.ts'
import { type Matched, meet } from '../place/match.ts'
import { foldAbbreviation, type OrganisationQuery } from './query.ts'

/** What a name is held against: a body as it was called on a day. */
type Called = {
  readonly name: string
  /** Empty: none. */
  readonly abbreviation: string
  /** The province whose body it is; empty: of the state. */
  readonly of: string
}

/**
 * How bodies meet the name that was typed; null where one does not. [ORG-1]
 *
 * The locality may be said with the name or left off: «Sở Tài chính Đà Nẵng», «Sở Tài chính thành phố Đà Nẵng», «Thanh tra»
 * for «Thanh tra thành phố». A slip is allowed in the name as the register has it, and is shown.
 *
 * @cost three foldings a body; the query is folded once
 */
export function organisationMatcher(query: OrganisationQuery): (one: Called) => Matched | null {
  const typed = fold(query.name)
  const short = typed.replaceAll(' ', '')
  const of = query.of === null ? null : fold(query.of)
  return (one) => {
    const whose = fold(one.of)
    if (of !== null && of !== whose) return null
    if (one.abbreviation !== '' && short === foldAbbreviation(one.abbreviation)) return { by: 'abbreviation', corrected: null }
    const name = fold(one.name)
    if (typed === name || whose === '' || name.endsWith(whose)) return meet(query.name, one.name)
    const bare = name.replace(/ (?:thanh pho|tinh)$/, '')
    const isSaid = typed === bare || ['', 'thanh pho ', 'tinh '].some((level) => typed === `${bare} ${level}${whose}`)
    return isSaid ? meet(query.name.slice(0, bare.length), one.name.slice(0, bare.length)) : meet(query.name, one.name)
  }
}

/** A match that names the body, and does not only resemble it. */
export const isExact = (matched: Matched | null): boolean => matched !== null && matched.by !== 'beginning' && matched.by !== 'slip'
