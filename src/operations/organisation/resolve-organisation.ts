import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { organisationMatcher } from '../../kernel/organisation/match.ts'
import { readOrganisationQuery } from '../../kernel/organisation/query.ts'
import { isNamed, matchedBy } from '../../kernel/place/match.ts'
import { warnings, warningsOn } from '../before-register.ts'
import { dayOr } from '../day-or.ts'
import { operation } from '../operation.ts'
import { dayText, limit } from '../values.ts'
import type { OrganisationPorts } from './ports.ts'
import { bySuccession } from './resolve-by-succession.ts'
import { byWords } from './resolve-by-words.ts'
import { organisationMatch, shown } from './views.ts'

/** Which body a name or an abbreviation means, on a day. Best first; a slip is corrected in sight, and a name that is given in part finds all that hold it. [ORG-18] */
export const organisationResolve = operation({
  name: 'organisation.resolve',
  kind: 'query',
  register: true,
  access: 'anyone',
  summary: { vi: 'Tìm cơ quan theo tên hoặc tên viết tắt, tại một ngày', en: 'Resolve an organisation by name or abbreviation, on a day' },
  input: z.strictObject({
    q: z.string().min(1).max(300).meta({ description: 'Sở KH&ĐT · SKHĐT · Sở Tài chính (Quảng Nam)' }),
    on: dayText.optional().meta({ description: 'today when absent' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({ items: z.array(organisationMatch), on: dayText, warnings }),
  rest: { method: 'GET', path: '/organisations/resolve' },
  async run(ports: OrganisationPorts, context, given) {
    const on = dayOr(given.on, context.today)
    if (!on.ok) return on
    const match = organisationMatcher(readOrganisationQuery(given.q))
    const found = (await ports.organisations.candidates(on.value)).flatMap((one) => {
      const matched = match(one)
      return matched === null ? [] : [{ one, matched }]
    })
    const past = found.some(({ matched }) => isNamed(matched)) ? [] : await bySuccession(ports, match, on.value)
    const certain = [...found.filter(({ matched }) => matched.by !== 'slip'), ...past]
    // a name that somebody bears, or bore, is meant; else the words of it, in the order in which they are found
    const isMeant = certain.some(({ matched }) => isNamed(matched) || matched.by === 'succession')
    const has = new Set(certain.map(({ one }) => one.id))
    const named = isMeant ? certain : [...certain, ...(await byWords(ports, given.q, on.value)).filter(({ one }) => !has.has(one.id))]
    // likeness only where nothing is named so, on this day or another
    const items = (named.length > 0 ? named : found)
      .sort((a, b) => matchedBy.indexOf(a.matched.by) - matchedBy.indexOf(b.matched.by))
      .slice(0, given.limit ?? 20)
      .map(({ one, matched }) => ({ ...shown(one), matched }))
    return ok({ items, on: on.value, warnings: warningsOn(on.value) })
  },
})
