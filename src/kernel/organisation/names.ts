import { plainWords } from '../../base/fold.ts'
import type { Day } from '../period/day.ts'
import { holdsOn, overlaps, type Span } from '../period/span.ts'
import { type Body, livesOf, type Succession } from './holder.ts'
import type { Heir, Part } from './plan.ts'
import { foldAbbreviation } from './query.ts'

/** A name that a body bears in a span, whether or not it is there. @param of its locality; empty: of the state */
export type Named = Span & {
  readonly body: string
  readonly name: string
  readonly of: string /** Empty: none. */
  readonly abbreviation?: string
}
type Naming = Omit<Part, 'to'> & { readonly to: readonly (Heir & { readonly name: string; readonly abbreviation?: string })[] }

/** A name that two would bear from a day on; `body` is the one that would come to it. */
type NameTaken = { readonly code: 'name-taken'; readonly body: string; readonly day: Day }
export type NameFault =
  | NameTaken
  | { readonly code: 'abbreviation-taken'; readonly body: string; readonly by: string; readonly abbreviation: string }
  | { readonly code: 'name-same'; readonly body: string }

/**
 * A body that the plan would make under a name that another bears on its day or later: one of its locality or of the state that
 * does not end by this plan, or another that the plan makes. Marks count, capitals and the place of a tone do not. [ORG-14] [ORG-27] So of an
 * abbreviation that one other bears; one that many bear («UBND») tells nobody apart. A renaming gives another name.
 *
 * @param borne names borne on the day or later
 */
export function nameFaultOf(
  parts: readonly Naming[],
  at: Day,
  borne: readonly Named[],
  bodies: readonly Body[],
  links: readonly Succession[],
): NameFault | null {
  const ended = new Set(parts.filter((part) => part.kind !== 'transfer').flatMap((part) => part.from))
  const spansOf = bearing(bodies, links)
  const others = borne.filter((one) => !ended.has(one.body))
  const made = new Map<string, string>()
  for (const part of parts) {
    const of = borne.find((one) => one.body === part.from[0])?.of ?? ''
    for (const heir of part.to.filter((one) => one.isNew)) {
      const name = plainWords(heir.name)
      if (isOfOne(part) && borne.some((one) => one.body === part.from[0] && holdsOn(one, at) && plainWords(one.name) === name))
        return { code: 'name-same', body: heir.id }
      const day = firstMet({ name: heir.name, of, from: at, to: null }, others, spansOf)
      if (day !== null) return { code: 'name-taken', body: heir.id, day }
      if ((made.get(name) ?? heir.id) !== heir.id) return { code: 'name-taken', body: heir.id, day: at }
      made.set(name, heir.id)
      const short = foldAbbreviation(heir.abbreviation ?? '')
      const bearers = short === '' ? [] : bearersOf(short, of, at, others, spansOf)
      const [by] = bearers
      if (bearers.length === 1 && by !== undefined)
        return { code: 'abbreviation-taken', body: heir.id, by, abbreviation: heir.abbreviation ?? '' }
    }
  }
  return null
}

/**
 * A body that would be there again under a name that another came to bear since it ended. [ORG-27]
 *
 * @param back the bodies that ended by what is undone
 * @param span from the day on which they ended; to the one from which they are there again
 * @param borne names borne on that later day or after
 * @param bodies and links as they are once it is undone
 */
export function nameBackFault(
  back: readonly string[],
  span: { readonly ended: Day; readonly again: Day },
  borne: readonly Named[],
  bodies: readonly Body[],
  links: readonly Succession[],
): NameTaken | null {
  const spansOf = bearing(bodies, links)
  // what bore the name beside it before is not met anew
  const since = (one: Named): readonly Span[] => spansOf(one).filter(({ from }) => from !== null && from >= span.ended)
  for (const own of borne.filter((one) => back.includes(one.body))) {
    const from = own.from === null || own.from < span.again ? span.again : own.from
    const others = borne.filter((one) => one.body !== own.body)
    const day = firstMet({ ...own, from }, others, since)
    if (day !== null) return { code: 'name-taken', body: own.body, day }
  }
  return null
}

/** A renaming, and a merger of one, which is the same. */
const isOfOne = ({ kind, from }: Naming): boolean => kind === 'rename' || (kind === 'merge' && from.length === 1)

/** Who bears an abbreviation from the day on, in that locality or of the state. */
const bearersOf = (short: string, of: string, at: Day, others: readonly Named[], spansOf: SpansOf): readonly string[] => [
  ...new Set(
    others
      .filter((one) => (one.of === of || one.of === '') && foldAbbreviation(one.abbreviation ?? '') === short)
      .filter((one) => spansOf(one).some((span) => overlaps(span, { from: at, to: null })))
      .map((one) => one.body),
  ),
]

type SpansOf = (one: Named) => readonly Span[]

/** The spans in which a body is there and bears the name. */
function bearing(bodies: readonly Body[], links: readonly Succession[]): SpansOf {
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const leaving = Map.groupBy(links, (link) => link.from)
  return (one) => {
    const body = byId.get(one.body)
    return (body === undefined ? [] : livesOf(body, leaving.get(one.body) ?? []))
      .filter((life) => overlaps(life, one))
      .map((life) => ({ from: later(life.from, one.from), to: earlier(life.to, one.to) }))
  }
}

/** The first day on which another bears the name in its span; null: none does. */
function firstMet(own: Omit<Named, 'body'> & { readonly from: Day }, others: readonly Named[], spansOf: SpansOf): Day | null {
  const name = plainWords(own.name)
  const days = others
    .filter((one) => (one.of === own.of || one.of === '') && plainWords(one.name) === name)
    .flatMap((one) => spansOf(one).filter((span) => overlaps(span, own)))
    .map((span) => (span.from === null || span.from < own.from ? own.from : span.from))
  return days.toSorted()[0] ?? null
}

const later = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a > b ? a : b)
const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a < b ? a : b)
