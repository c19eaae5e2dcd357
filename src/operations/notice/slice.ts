import { type Concern, concernOf } from '../../kernel/notice/concern.ts'
import { type Day, dayAt } from '../../kernel/period/day.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { refOf } from '../access/shown.ts'
import type { Context } from '../operation.ts'
import type { FigureSaid, GivenTo, Mark, NoticePorts, SaidOf, Since } from './ports.ts'
import type { NoticeView } from './views.ts'

/**
 * What was said, what was given and what was said of figures are three rows of numbers; a list of all takes from each its newest,
 * the later day first. Within a day they come in this order: of what was given only the day is kept.
 */
type One = {
  readonly id: bigint
  readonly on: Day
  readonly of: Row
  readonly by: string | null
  shown(names: Names, since: Since): NoticeView
}
type Row = keyof Mark
type Names = ReadonlyMap<string, string>

export const markOf = (text: string): Mark => {
  const [event = '0', given = '0', figure = '0'] = text.split('.')
  return { event: BigInt(event), given: BigInt(given), figure: BigInt(figure) }
}
export const textOf = ({ event, given, figure }: Mark): string => `${event}.${given}.${figure}`

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
  const figures = await ports.notices.figures(concern, who.id, before?.figure ?? null, after, limit + 1)
  const rows = [said.map(saidOne), given.map(givenOne), figures.map(figureOne)]
  const taken = merged(rows, limit)
  const names = await ports.people.namesOf(taken.flatMap(({ by }) => (by === null ? [] : [by])))
  const lowest = (of: Row): bigint => taken.findLast((one) => one.of === of)?.id ?? before?.[of] ?? END
  return {
    items: taken.map((one) => one.shown(names, since)),
    next: rows.flat().length > taken.length ? { event: lowest('event'), given: lowest('given'), figure: lowest('figure') } : null,
    newest: { event: said[0]?.id ?? 0n, given: given[0]?.id ?? 0n, figure: figures[0]?.id ?? 0n },
  }
}

/** Nothing was taken of a row yet: it begins at its newest. */
const END = 999_999_999_999_999_999n

/** Each row stays in its own order, whatever its days say: a page goes on by numbers. Of equal days the row that stands first. */
function merged(rows: readonly (readonly One[])[], limit: number): readonly One[] {
  const taken: One[] = []
  const left = rows.map((row) => [...row])
  while (taken.length < limit) {
    const heads = left.filter((row) => row.length > 0)
    const latest = heads.reduce<One[] | undefined>((best, row) => (best === undefined || dayOf(row) > dayOf(best) ? row : best), undefined)
    const one = latest?.shift()
    if (one === undefined) break
    taken.push(one)
  }
  return taken
}

const dayOf = (row: readonly One[]): string => row[0]?.on ?? ''

const isUnread = (id: bigint, on: string, mark: bigint, from: string | null): boolean => id > mark && (from === null || on >= from)

const saidOne = ({ task, ...said }: SaidOf): One => ({
  id: said.id,
  on: said.on,
  of: 'event',
  by: said.actor,
  shown: (names, since) => ({
    ...said,
    id: `e${said.id}`,
    actor: refOf(said.actor, names),
    role: null,
    task: { ...task },
    figureReport: null,
    unread: isUnread(said.id, said.on, since.event, since.from),
  }),
})

const nothing = { at: null, actor: null, organisation: null, role: null, percent: null, words: null, day: null, task: null }

const givenOne = ({ task, id, on, role, body }: GivenTo): One => ({
  id,
  on,
  of: 'given',
  by: null,
  shown: (_, since) => ({
    ...nothing,
    id: `g${id}`,
    kind: 'given',
    on,
    organisation: body,
    role,
    task: { ...task },
    figureReport: null,
    unread: isUnread(id, on, since.given, since.from),
  }),
})

const figureOne = ({ id, kind, at, actor, words, report }: FigureSaid): One => {
  const on = dayAt(new Date(at))
  return {
    id,
    on,
    of: 'figure',
    by: actor,
    shown: (names, since) => ({
      ...nothing,
      id: `f${id}`,
      kind: `figure-${kind}`,
      on,
      at,
      actor: actor === null ? null : refOf(actor, names),
      words,
      figureReport: { id: report.id, no: report.no, dataset: { ...report.dataset } },
      unread: isUnread(id, on, since.figure, since.from),
    }),
  }
}
