import { type Concern, concernOf } from '../../kernel/notice/concern.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { refOf } from '../access/shown.ts'
import type { Context } from '../operation.ts'
import type { GivenTo, Mark, NoticePorts, SaidOf, Since } from './ports.ts'
import type { NoticeView } from './views.ts'

/**
 * What was said and what was given are two rows of numbers; a list of both takes from each its newest, the later day first.
 * Within a day what was said comes before what was given: of that only the day is kept.
 */
type One = { readonly said: SaidOf } | { readonly given: GivenTo }

export const markOf = (text: string): Mark => {
  const [event = '0', given = '0'] = text.split('.')
  return { event: BigInt(event), given: BigInt(given) }
}
export const textOf = ({ event, given }: Mark): string => `${event}.${given}`

export type Slice = {
  readonly items: readonly NoticeView[]
  /** Where the next page goes on; null: there is none. */
  readonly next: Mark | null
  /** The newest of each; what `unread` is marked up to. */
  readonly newest: Mark
}

export async function slice(
  ports: NoticePorts & Pick<PeoplePorts, 'people'>,
  { who }: Pick<Context, 'who'>,
  {
    before,
    after,
    since,
    limit,
  }: { readonly before: Mark | null; readonly after: Since | null; readonly since: Since; readonly limit: number },
): Promise<Slice> {
  const concern: Concern = concernOf(who)
  const said = await ports.notices.said(concern, who.id, before?.event ?? null, after, limit + 1)
  const given = await ports.notices.given(concern, who.id, before?.given ?? null, after, limit + 1)
  const taken: One[] = []
  let [s, g] = [0, 0]
  while (taken.length < limit && (s < said.length || g < given.length)) {
    const [nextSaid, nextGiven] = [said[s], given[g]]
    if (nextSaid !== undefined && (nextGiven === undefined || nextSaid.on >= nextGiven.on)) {
      taken.push({ said: nextSaid })
      s += 1
    } else if (nextGiven !== undefined) {
      taken.push({ given: nextGiven })
      g += 1
    }
  }
  const names = await ports.people.namesOf(taken.flatMap((one) => ('said' in one ? [one.said.actor] : [])))
  const lowest = (row: readonly { readonly id: bigint }[], n: number, from: bigint | undefined): bigint => row[n - 1]?.id ?? from ?? END
  return {
    items: taken.map((one) => ('said' in one ? shownSaid(one.said, names, since) : shownGiven(one.given, since))),
    next: s < said.length || g < given.length ? { event: lowest(said, s, before?.event), given: lowest(given, g, before?.given) } : null,
    newest: { event: said[0]?.id ?? 0n, given: given[0]?.id ?? 0n },
  }
}

/** Nothing was taken of a row yet: it begins at its newest. */
const END = 999_999_999_999_999_999n

const isUnread = (id: bigint, on: string, mark: bigint, from: string | null): boolean => id > mark && (from === null || on >= from)

function shownSaid({ task, id, actor, ...said }: SaidOf, names: ReadonlyMap<string, string>, since: Since): NoticeView {
  const unread = isUnread(id, said.on, since.event, since.from)
  return { ...said, id: `e${id}`, actor: refOf(actor, names), role: null, task: { ...task }, unread }
}

function shownGiven({ task, id, on, role, body }: GivenTo, since: Since): NoticeView {
  const nothing = { at: null, actor: null, percent: null, words: null, day: null }
  return {
    ...nothing,
    id: `g${id}`,
    kind: 'given',
    on,
    organisation: body,
    role,
    task: { ...task },
    unread: isUnread(id, on, since.given, since.from),
  }
}
