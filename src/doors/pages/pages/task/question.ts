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
  readonly lateness: Lateness | null
  readonly lead: string
  readonly kind: TaskKind | null
  readonly q: string
  readonly sort: 'due' | 'newest'
  readonly document: string
  readonly after: string | null
  /** Place of the first row in the whole, from 1. */
  readonly first: number
  readonly isNarrowed: boolean
  readonly unknown: readonly Unknown[]
  readonly input: Readonly<Record<string, string>>
}

const words: Readonly<Record<Lateness, string>> = {
  overdue: 'qua-han',
  'due-soon': 'sap-den-han',
  'in-time': 'chua-den-han',
  'done-on-time': 'xong-dung-han',
  'done-late': 'xong-qua-han',
  'no-due': 'khong-co-han',
}
export const latenessWord = (of: Lateness): string => words[of]
const kindWords: Readonly<Record<TaskKind, string>> = { once: 'mot-lan', recurring: 'dinh-ky', standing: 'thuong-xuyen' }
export const kindWord = (of: TaskKind): string => kindWords[of]

export function questionFrom(query: URLSearchParams): Question {
  const text = (name: string): string => (query.get(name) ?? '').trim()
  const status = askedChoice(
    query,
    'trang-thai',
    'tasks.status',
    latenesses.map((of) => [words[of], of] as const),
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
  const input = Object.fromEntries(
    Object.entries({ lateness: lateness ?? '', kind: kind ?? '', ...asked, after, sort }).filter(([, value]) => value !== ''),
  )
  return {
    ...asked,
    lateness,
    kind,
    sort,
    after: after === '' ? null : after,
    first: Math.max(1, Number.parseInt(text('tu'), 10) || 1),
    isNarrowed: lateness !== null || kind !== null || Object.values(asked).some((value) => value !== ''),
    unknown: [...status.unknown, ...kinds.unknown, ...order.unknown],
    input,
  }
}

/** The list under the same question, changed; a change of the question begins at the first page again. */
export function listHref(
  question: Question,
  change: Partial<Pick<Question, 'lateness' | 'sort' | 'after' | 'first' | 'document'>>,
): string {
  const { lateness, kind, lead, q, sort, document } = { ...question, ...change }
  return withQuery(addresses.tasks, {
    'trang-thai': lateness === null ? '' : words[lateness],
    'don-vi': lead,
    loai: kind === null ? '' : kindWords[kind],
    tim: q,
    'van-ban': document,
    'sap-xep': sort === 'newest' ? 'moi' : '',
    sau: change.after ?? '',
    tu: change.first ?? '',
  })
}
