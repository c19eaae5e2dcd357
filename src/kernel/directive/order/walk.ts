import type { Day } from '../../period/day.ts'
import type { Body } from '../body/body.ts'
import { provinceOfParty } from '../body/spoken-places.ts'
import type { Rule } from '../extraction.ts'
import type { Item } from '../text/items.ts'
import type { Reading } from '../text/reading.ts'
import type { DeadlineAt } from '../time/deadlines.ts'
import type { Draft } from './draft.ts'
import type { Partners } from './roles.ts'
import { byRole } from './shared-leads.ts'

/**
 * What the walk through a letter remembers: who was spoken to, at which level, by when.
 *
 * A scope is opened by each marker («I.», «1.», «-») and closed by the next of its dress or of a higher one. An order
 * without a subject takes the subject of the nearest scope; else that of the paragraph before (`flow`); else that of the
 * item before (`sibling`). [DIR-16]
 */
export type Scope = {
  readonly firstDraft: number /** Of the item before, where nothing above names a body. */
  readonly sibling: readonly Body[] | null
  readonly dress: string | null
  subject: readonly Body[] | null
  due: DeadlineAt | null
  partners: Partners | null
  inert: boolean
}

export type Walk = {
  readonly reading: Reading
  readonly issuer: string | null
  readonly issued: Day | null
  readonly number: string | null
  readonly isNews: boolean
  /** A decision or a resolution: its writer acts by what he writes («Cho phép …»). */
  readonly isDecision: boolean
  readonly drafts: Draft[]
  readonly scopes: Scope[]
  readonly addressees: Body[]
  flow: readonly Body[] | null
  /** A list that only enumerates («gửi kèm gồm:»): the dress of the item that opens it, of those around it, and its own. */
  muted: { readonly opener: string | null; readonly around: readonly (string | null)[]; list: string | null } | null
  /** The last bodies spoken to, for «các đơn vị nêu trên». */
  above: readonly Body[] | null
}

export const top = (walk: Walk): Scope | undefined => walk.scopes.at(-1)

/** The nearest subject: of the headings above, else of the running text, else those the letter is sent to. */
export function subjectOf(walk: Walk, dress: string | null): readonly Body[] | null {
  if (dress === null && walk.flow !== null) return walk.flow
  const above = walk.scopes.toReversed()
  return above.find((scope) => scope.subject !== null)?.subject ?? above.find((scope) => scope.sibling !== null)?.sibling ?? null
}

const inheritedDue = (walk: Walk): DeadlineAt | null => walk.scopes.findLast((scope) => scope.due !== null)?.due ?? null

const inheritedPartners = (walk: Walk): Partners | null =>
  walk.scopes.findLast((scope) => scope.partners !== null || scope.subject !== null)?.partners ?? null

/** Dresses whose order is the same everywhere; the others stand where the letter first puts them. */
export const RANKS: Readonly<Record<string, number>> = { CAPS: 0, phần: 0, A: 1, I: 2, điều: 2, '1': 3, '1.1': 4, '1.1.1': 5 }

export function enter(walk: Walk, item: Item): void {
  if (item.dress === null && !item.isHeading) {
    walk.muted = null
    return
  }
  const dress = item.dress ?? 'CAPS'
  const rank = RANKS[dress]
  const { muted } = walk
  if (muted !== null) {
    const isOutside = muted.list !== null && muted.list !== dress && muted.around.includes(dress)
    const isAbove = muted.list !== null && (rank ?? 9) < (RANKS[muted.list] ?? 9)
    if (muted.opener === dress || isOutside || isAbove) walk.muted = null
    else muted.list ??= dress
  }
  const above = rank === undefined ? -1 : walk.scopes.findIndex((scope, i) => i > 0 && (RANKS[scope.dress ?? ''] ?? 9) >= rank)
  const outer = walk.scopes.findIndex((scope, i) => i > 0 && scope.dress === dress)
  const { flow } = walk
  const before = outer >= 0 ? walk.scopes[outer] : undefined
  if (above > 0) walk.scopes.length = Math.min(above, walk.scopes.length)
  if (outer >= 0) walk.scopes.length = Math.min(outer, walk.scopes.length)
  walk.scopes.push({
    firstDraft: walk.drafts.length,
    sibling: before?.subject ?? flow ?? before?.sibling ?? null,
    dress,
    subject: null,
    due: null,
    partners: null,
    inert: item.isInert,
  })
  walk.flow = null
}

export function setSubject(walk: Walk, item: Item, bodies: readonly Body[], isHeader: boolean): void {
  const subject = resolved(walk, bodies)
  walk.muted = null // somebody is charged below: no mere enumeration
  if (item.dress !== null) {
    const scope = top(walk)
    if (scope !== undefined && (isHeader || scope.subject === null)) scope.subject = subject
    if (isHeader) walk.flow = null
  } else if (isHeader) {
    const scope = walk.scopes[0]
    if (scope !== undefined && walk.scopes.length === 1) scope.subject = subject
    else if (top(walk) !== undefined) (top(walk) ?? { subject: null }).subject = subject
    walk.flow = subject
  } else walk.flow = subject
}

/** «quý Bộ» is the addressee; «các đơn vị nêu trên» are those last spoken to. */
export const resolved = (walk: Walk, bodies: readonly Body[]): readonly Body[] =>
  bodies
    .map((b) => inFull(walk.reading, b))
    .flatMap((b) =>
      b.refers === 'addressee' && walk.addressees.length > 0
        ? walk.addressees.slice(0, MOST_ADDRESSED)
        : b.refers === 'above'
          ? (walk.above ?? walk.flow ?? [b])
          : (ofAddressees(walk, b) ?? [b]),
    )

/** «quý cơ quan» are those the letter is sent to; of more than these a person must say it. */
const MOST_ADDRESSED = 20

/** All provinces, with as many ministries: a longer list is not gone through for every item. */
const MOST_NAMED = 100

/** «UBND các tỉnh nêu trên»: those of the kind that the letter is sent to, one by one. [DIR-59] */
function ofAddressees(walk: Walk, b: Body): readonly Body[] | null {
  if (!b.name.endsWith(' trên') || walk.addressees.length > MOST_NAMED) return null
  const kind = /^(?<house>.+?) các (?<level>[\p{L} ]+?) (?:nêu|nói|kể|có tên) trên$/iu.exec(b.name)?.groups
  if (kind === undefined) return null
  const begins = `${kind['house']} ${kind['level']} `.toLowerCase()
  const named = walk.addressees.filter(({ name, isClass }) => !isClass && name.toLowerCase().startsWith(begins))
  return named.length > 1 ? named : null
}

/** «Tỉnh ủy» where the letter names one province's: with its name, so that the body can be found. */
function inFull(reading: Reading, b: Body): Body {
  if (!b.name.endsWith('ủy')) return b
  const place = /tỉnh ủy$/iu.test(b.name) ? provinceOfParty(reading) : null
  return place === null ? b : { ...b, name: `${b.name} ${place}`, rule: 'DIR-31' }
}

/** An order of its own words; else one that takes its subject from a heading, or from what stands before. */
const ruleOf = (walk: Walk, carried: boolean): Rule =>
  !carried ? 'DIR-15' : walk.scopes.some((scope) => scope.subject !== null) ? 'DIR-27' : 'DIR-16'

export function push(walk: Walk, item: number, start: number, end: number, lead: readonly Body[], carried: boolean, work: number): Draft {
  const roles = byRole(walk.reading, lead)
  const [first, last] = [roles.partners[0], roles.partners.at(-1)]
  const helping =
    first === undefined || last === undefined ? null : { bodies: roles.partners, open: false, from: first.start, to: last.end }
  const draft: Draft = {
    start,
    end,
    lead: roles.lead,
    carried,
    due: inheritedDue(walk),
    partners: helping ?? (carried ? inheritedPartners(walk) : null),
    work,
    item,
    more: [],
    assigned: false,
    rule: ruleOf(walk, carried),
  }
  walk.drafts.push(draft)
  return draft
}
