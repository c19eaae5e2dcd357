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
 * How a body meets the name that was typed; null when it does not. [ORG-1]
 *
 * The locality may be said with the name or left off: «Sở Tài chính Đà Nẵng», «Sở Tài chính thành phố Đà Nẵng», «Thanh tra»
 * for «Thanh tra thành phố». A slip is allowed in the name as the register has it, and is shown.
 */
export function matchOrganisation(query: OrganisationQuery, one: Called): Matched | null {
  if (query.of !== null && fold(query.of) !== fold(one.of)) return null
  if (one.abbreviation !== '' && foldAbbreviation(query.name) === foldAbbreviation(one.abbreviation)) {
    return { by: 'abbreviation', corrected: null }
  }
  const said = waysToSay(one).find((way) => fold(way) === fold(query.name))
  return said === undefined ? meet(query.name, one.name) : meet(query.name, said)
}

/** A match that names the body, and does not only resemble it. */
export const isExact = (matched: Matched | null): boolean => matched !== null && matched.by !== 'beginning' && matched.by !== 'slip'

function waysToSay({ name, of }: Called): readonly string[] {
  if (of === '' || name.endsWith(of)) return [name]
  const bare = name.replace(/ (?:thành phố|tỉnh)$/, '')
  return [name, bare, ...['', 'thành phố ', 'tỉnh '].map((level) => `${bare} ${level}${of}`)]
}
