import type { Lateness } from '../../../../kernel/task/lateness.ts'
import type { Grouping, Waiting } from '../../../../operations/board/ports.ts'
import type { BoardView, GroupView } from '../../../../operations/board/views.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { latenessWord } from '../task/question.ts'

/** The rows behind a number of the board: the list, asked by the same conditions, as of the same day. [BRD-6] */
export type Behind = {
  readonly lateness?: Lateness
  readonly waiting?: Waiting
  readonly dueFrom?: string
  readonly dueTo?: string
  readonly group?: { readonly by: Grouping; readonly key: string }
}

export function rowsHref(board: Pick<BoardView, 'on' | 'past'>, behind: Behind): string {
  const { group } = behind
  const quarter = group?.by === 'period' ? quarterOf(group.key) : null
  return withQuery(addresses.tasks, {
    'trang-thai': behind.lateness === undefined ? '' : latenessWord(behind.lateness),
    'van-ban': group?.by === 'document' ? group.key : '',
    'co-quan': group?.by === 'lead' ? (group.key === '' ? '-' : group.key) : '',
    'dia-phuong': group?.by === 'neighbour' ? group.key : '',
    'han-tu': behind.dueFrom ?? quarter?.from ?? '',
    'han-den': behind.dueTo ?? quarter?.to ?? '',
    cho: behind.waiting ?? '',
    ngay: board.past ? board.on : '',
  })
}

/** Whether a list can be asked for a group: work without a due day is in no quarter. */
export const hasRows = (by: Grouping, { key }: Pick<GroupView, 'key'>): boolean => by === 'lead' || key !== ''

function quarterOf(first: string): { readonly from: string; readonly to: string } | null {
  const [year, month] = first.split('-').map(Number)
  if (year === undefined || month === undefined) return null
  return { from: first, to: new Date(Date.UTC(year, month + 2, 0)).toISOString().slice(0, 10) }
}

/** `2022-10-01` → `quý IV/2022`. */
export function quarterName(first: string): string {
  const roman = ['I', 'II', 'III', 'IV'][Math.floor((Number(first.slice(5, 7)) - 1) / 3)] ?? ''
  return `${roman}/${first.slice(0, 4)}`
}
