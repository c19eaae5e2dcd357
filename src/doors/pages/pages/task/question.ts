import type { Lateness } from '../../../../kernel/task/lateness.ts'
import { latenesses } from '../../../../kernel/task/lateness.ts'
import { type TaskKind, taskKinds } from '../../../../kernel/task/task.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { askedChoice, type Unknown } from '../../asked-choice.ts'

/**
 * What is asked of the list, between the address and the operation. Addresses are in Vietnamese without marks:
 * `?trang-thai=qua-han&don-vi=Sở+Nội+vụ&tim=…`. A value nobody knows narrows nothing, since links are shared and edited, and
 * the page says so; REST refuses it by name instead.
 */
export interface Question {
  readonly lateness: Standing | null
  readonly lead: string
  readonly kind: TaskKind | null
  readonly q: string
  readonly sort: 'due' | 'newest'
  readonly document: string
  readonly after: string | null
  /** Place of the first row in the whole, from 1. */
  readonly first: number
  /** What a number of the board asks of the list besides, by its name in the address. */
  readonly besides: Readonly<Partial<Record<Beside, string>>>
  readonly isNarrowed: boolean
  readonly unknown: readonly Unknown[]
  readonly input: Readonly<Record<string, string>>
}

/** A class, any class, or none because it was cancelled. */
export type Standing = Lateness | 'in-force' | 'cancelled'

/** Conditions that links of the board carry: their names in the address, and of the operation. */
export const besides = {
  ngay: 'on',
  'co-quan': 'body',
  'han-tu': 'dueFrom',
  'han-den': 'dueTo',
  cho: 'waiting',
  'dia-phuong': 'neighbour',
  'cua-toi': 'mine',
  'tra-lai': 'returned',
  buoc: 'state',
} as const
export type Beside = keyof typeof besides
export const besideNames = Object.keys(besides) as readonly Beside[]

const words: Readonly<Record<Standing, string>> = {
  overdue: 'qua-han',
  'due-soon': 'sap-den-han',
  'in-time': 'chua-den-han',
  'done-on-time': 'xong-dung-han',
  'done-late': 'xong-qua-han',
  'no-due': 'khong-co-han',
  'in-force': 'con-hieu-luc',
  cancelled: 'da-huy',
}
export const latenessWord = (of: Standing): string => words[of]
const kindWords: Readonly<Record<TaskKind, string>> = { once: 'mot-lan', recurring: 'dinh-ky', standing: 'thuong-xuyen' }
export const kindWord = (of: TaskKind): string => kindWords[of]

const standings: readonly Standing[] = [...latenesses, 'in-force', 'cancelled']

export function questionFrom(query: URLSearchParams): Question {
  const text = (name: string): string => (query.get(name) ?? '').trim()
  const status = askedChoice(
    query,
    'trang-thai',
    'tasks.status',
    standings.map((of) => [words[of], of] as const),
  )
  const kinds = askedChoice(
    query,
    'loai',
    'task.kind',
    taskKinds.map((of) => [kindWords[of], of] as const),
  )
  const order = askedChoice(query, 'sap-xep', 'tasks.sort', [['moi', 'newest']])
  const [lateness, kind, sort] = [status.of, kinds.of, order.of ?? 'due'] as const
  const asked = { lead: text('don-vi'), q: text('tim').slice(0, 200), document: text('van-ban') }
  const after = text('sau')
  const extra: Partial<Record<Beside, string>> = Object.fromEntries(
    besideNames.map((name) => [name, text(name)] as const).filter(([, value]) => value !== ''),
  )
  const more = Object.fromEntries(besideNames.map((name) => [besides[name], extra[name] ?? ''] as const))
  const input = Object.fromEntries(
    Object.entries({ lateness: lateness ?? '', kind: kind ?? '', ...asked, ...more, after, sort }).filter(([, value]) => value !== ''),
  )
  return {
    ...asked,
    lateness,
    kind,
    sort,
    after: after === '' ? null : after,
    first: Math.max(1, Number.parseInt(text('tu'), 10) || 1),
    besides: extra,
    isNarrowed: lateness !== null || kind !== null || [...Object.values(asked), ...Object.values(extra)].some((value) => value !== ''),
    unknown: [...status.unknown, ...kinds.unknown, ...order.unknown],
    input,
  }
}

/** The list under the same question, changed; a change of the question begins at the first page again. */
export function listHref(
  question: Question,
  change: Partial<Pick<Question, 'lateness' | 'sort' | 'after' | 'first' | 'document' | 'besides'>>,
): string {
  const { lateness, kind, lead, q, sort, document, besides: extra } = { ...question, ...change }
  return withQuery(addresses.tasks, {
    'trang-thai': lateness === null ? '' : words[lateness],
    'don-vi': lead,
    loai: kind === null ? '' : kindWords[kind],
    tim: q,
    'van-ban': document,
    'sap-xep': sort === 'newest' ? 'moi' : '',
    ...extra,
    sau: change.after ?? '',
    tu: change.first ?? '',
  })
}
