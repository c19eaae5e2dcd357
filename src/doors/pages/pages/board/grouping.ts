import { type Grouping, groupings } from '../../../../operations/board/ports.ts'
import { askedChoice } from '../../asked-choice.ts'

/** By what the board is grouped, between the address and the operation. */
export const groupingWords: Readonly<Record<Grouping, string>> = {
  lead: 'co-quan',
  document: 'van-ban',
  period: 'quy',
  neighbour: 'dia-phuong',
}

export const groupingOf = (query: URLSearchParams) =>
  askedChoice(
    query,
    'theo',
    'board.by',
    groupings.map((one) => [groupingWords[one], one] as const),
  )
