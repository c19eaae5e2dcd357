import { addDays, type Day } from '../period/day.ts'
import { holdsOn } from '../period/span.ts'
import { type Body, livesOf, type Succession } from './holder.ts'
import { REST } from './scope.ts'
import { RETURN } from './undone.ts'

/**
 * What a document orders of bodies, before it is done: who merges, is absorbed, renamed, split, dissolved, or hands functions on.
 */
export const partKinds = ['merge', 'absorb', 'rename', 'split', 'transfer', 'dissolve'] as const
export type PartKind = (typeof partKinds)[number]

/** A body that receives: one of the register, or one that the plan makes. */
export type Heir = { readonly id: string; readonly isNew: boolean; readonly scope: string }
export type Part = { readonly kind: PartKind; readonly from: readonly string[]; readonly to: readonly Heir[] }

/** Why a part cannot be; `body` is the one at fault. [ORG-14] */
export type PartFault =
  | {
      readonly code: 'shape'
      readonly kind: PartKind
      readonly why: 'one-source' | 'sources' | 'one-heir' | 'heirs' | 'scope' | 'rest-twice'
    }
  | { readonly code: 'into-itself' | 'twice' | 'not-there' | 'cycle'; readonly body: string }
  | { readonly code: 'too-early'; readonly body: string; readonly day: Day }

export const linksOf = (parts: readonly Part[], at: Day): readonly Succession[] =>
  parts.flatMap(({ kind, from, to }) =>
    from.flatMap((source): readonly Succession[] => {
      const link = { from: source, kind, at, undone: null, origin: 'node' } as const
      return to.length === 0 ? [{ ...link, to: null, scope: '' }] : to.map((heir) => ({ ...link, to: heir.id, scope: heir.scope }))
    }),
  )

/** The work of these is decided piece by piece; of the others it goes as a whole. */
export const isByPiece = (part: Part): boolean => part.kind === 'split' || part.kind === 'transfer' || part.to.length === 0

/** The first thing wrong with a plan, in the order in which a person would meet it. */
export function faultOf(parts: readonly Part[], at: Day, bodies: readonly Body[], links: readonly Succession[]): PartFault | null {
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const isThere = (id: string, on: Day): boolean => {
    const body = byId.get(id)
    const leaving = links.filter((link) => link.from === id)
    return body !== undefined && livesOf(body, leaving).some((life) => holdsOn(life, on))
  }
  const sources = parts.flatMap((part) => part.from)
  for (const part of parts) {
    const why = shapeFault(part)
    if (why !== null) return { code: 'shape', kind: part.kind, why }
    for (const body of part.from) {
      if (part.to.some((heir) => heir.id === body)) return { code: 'into-itself', body }
      if (sources.filter((one) => one === body).length > 1) return { code: 'twice', body }
      const later = laterRow(body, at, byId.get(body), links)
      if (later !== null) return { code: 'too-early', body, day: later }
      if (!isThere(body, at)) return { code: 'not-there', body }
      // there again from this very day, after what ended it was undone
      if (!isThere(body, addDays(at, -1))) return { code: 'too-early', body, day: at }
    }
  }
  const circle = circleIn([...links.filter((link) => link.undone === null), ...linksOf(parts, at)], parts)
  if (circle !== null) return { code: 'cycle', body: circle }
  const ended = new Set(parts.filter((part) => part.kind !== 'transfer').flatMap((part) => part.from))
  for (const heir of parts.flatMap((part) => part.to)) {
    if (!heir.isNew && (!isThere(heir.id, at) || ended.has(heir.id))) return { code: 'not-there', body: heir.id }
  }
  return null
}

function shapeFault({ kind, from, to }: Part): (PartFault & { code: 'shape' })['why'] | null {
  const isOfOne = kind === 'rename' || kind === 'split' || kind === 'transfer'
  if (from.length === 0) return 'sources'
  if (isOfOne && from.length > 1) return 'one-source'
  if ((kind === 'merge' || kind === 'absorb' || kind === 'rename') && to.length !== 1) return 'one-heir'
  if (kind === 'dissolve' && to.length > 1) return 'one-heir'
  if (kind === 'split' && new Set(to.map((heir) => heir.id)).size < 2) return 'heirs'
  if (kind === 'transfer' && to.length === 0) return 'heirs'
  if (kind === 'split' || kind === 'transfer') {
    if (to.some((heir) => heir.scope === '')) return 'scope'
    const rests = to.filter((heir) => heir.scope === REST).length
    if (rests > (kind === 'split' ? 1 : 0)) return 'rest-twice'
  }
  return null
}

/** A row of the body that is later than the day: it began, or something left it or came to it. */
function laterRow(id: string, at: Day, body: Body | undefined, links: readonly Succession[]): Day | null {
  const days = links
    .filter((link) => (link.from === id || link.to === id) && link.at > at && link.at !== link.undone && link.kind !== RETURN)
    .map((link) => link.at)
  if (body?.from !== null && body?.from !== undefined && body.from >= at) days.push(body.from)
  return days.toSorted()[0] ?? null
}

/** A body that, followed from heir to heir, comes back to itself. A transfer ends nobody, so it closes no circle. */
function circleIn(links: readonly Succession[], parts: readonly Part[]): string | null {
  const onward = Map.groupBy(
    links.filter((link) => link.kind !== 'transfer'),
    (link) => link.from,
  )
  for (const start of parts.flatMap((part) => part.from)) {
    const reached = new Set((onward.get(start) ?? []).flatMap((link) => link.to ?? []))
    for (const id of reached) for (const link of onward.get(id) ?? []) if (link.to !== null) reached.add(link.to)
    if (reached.has(start)) return start
  }
  return null
}
