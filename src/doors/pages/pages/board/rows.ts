import type { Grouping, Waiting } from '../../../../operations/board/ports.ts'
import type { BoardView } from '../../../../operations/board/views.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { latenessWord, type Standing } from '../task/question.ts'

export type Group = { readonly by: Grouping; readonly key: string; readonly name: string }

/** The rows behind a number of the board: the list, asked by the same conditions, as of the same day. [BRD-6] */
export type Behind = {
  /** Any class when absent, unless it is asked what waits. */
  readonly lateness?: Standing
  readonly waiting?: Waiting
  readonly dueFrom?: string
  readonly dueTo?: string
  readonly group?: Group
}

export function rowsHref(board: Pick<BoardView, 'on' | 'past'>, behind: Behind): string {
  const { group } = behind
  const quarter = group?.by === 'period' && group.key !== '' ? { from: group.key, to: lastOfQuarter(group.key) } : null
  // work without a due day is in no quarter: it is the class without one
  const lateness = group?.by === 'period' && group.key === '' ? 'no-due' : (behind.lateness ?? 'in-force')
  return withQuery(addresses.tasks, {
    'trang-thai': behind.lateness === undefined && behind.waiting !== undefined ? '' : latenessWord(lateness),
    'don-vi': group?.by === 'lead' && group.key === '' ? group.name : '',
    'van-ban': group?.by === 'document' ? group.key : '',
    'co-quan': group?.by === 'lead' ? (group.key === '' ? '-' : group.key) : '',
    'dia-phuong': group?.by === 'neighbour' ? group.key : '',
    'han-tu': behind.dueFrom ?? quarter?.from ?? '',
    'han-den': behind.dueTo ?? quarter?.to ?? '',
    cho: behind.waiting ?? '',
    ngay: board.past ? board.on : '',
  })
}

/** The last day of the month that begins on this day. */
export const lastOfMonth = (first: string): string => lastBefore(first, 1)
export const lastOfQuarter = (first: string): string => lastBefore(first, 3)

function lastBefore(first: string, months: number): string {
  const [year, month] = first.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 + months, 0)).toISOString().slice(0, 10)
}

/** `2022-10-01` → `IV/2022`. */
export function quarterName(first: string): string {
  const roman = ['I', 'II', 'III', 'IV'][Math.floor((Number(first.slice(5, 7)) - 1) / 3)] ?? ''
  return `${roman}/${first.slice(0, 4)}`
}
