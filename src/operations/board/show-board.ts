import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { SOON_DAYS } from '../../kernel/task/lateness.ts'
import { operation } from '../operation.ts'
import { isOfPast, narrowingFields, readNarrowing } from './narrowing.ts'
import { type Board, type BoardPorts, type Grouping, groupings, isNarrowed } from './ports.ts'
import { boardView, onTimeOf, sumOf, tallied } from './views.ts'

const GROUPS = 60
const WAITING = 8

/**
 * How the work stands on a day: classes, groups, months, what waits for a decision; of any past day too. Whoever sees only
 * his own work has a board of it: the database shows nothing else. [BRD-8]
 */
export const boardShow = operation({
  name: 'board.show',
  kind: 'query',
  shared: true,
  slow: (given, context) => isOfPast(given, context),
  access: 'signed-in',
  summary: { vi: 'Bảng điều hành', en: 'The board' },
  input: z.strictObject({
    ...narrowingFields,
    by: z.enum(groupings).optional().meta({ description: 'lead when absent; period: the quarter of the due day' }),
    groups: z.coerce.number().int().min(1).max(1000).optional().meta({ description: 'how many groups at most; 60 when absent' }),
  }),
  output: boardView,
  rest: { method: 'GET', path: '/board' },
  async run(ports: BoardPorts, context, given) {
    const narrowing = readNarrowing(given, context)
    if (!narrowing.ok) return narrowing
    const by = given.by ?? 'lead'
    const board = await ports.board.count(narrowing.value, by, given.groups ?? GROUPS)
    const waiting = await ports.board.waiting(narrowing.value, WAITING)
    const answers = by === 'neighbour' ? await ports.board.answers(narrowing.value) : []
    const tally = tallied(board.tally)
    const original = tallied(board.original)
    const total = sumOf(board.tally)
    return ok({
      on: narrowing.value.on,
      past: narrowing.value.past,
      soonDays: SOON_DAYS,
      total,
      tally,
      original,
      onTime: onTimeOf(tally),
      onTimeOriginal: onTimeOf(original),
      reconciliation: isNarrowed(narrowing.value) ? null : reconciled(board, total),
      groups: board.groups.map(({ key, name, ...counts }) => ({
        key,
        name,
        total: sumOf(counts.tally),
        tally: tallied(counts.tally),
        original: tallied(counts.original),
        onTime: onTimeOf(tallied(counts.tally)),
        onTimeOriginal: onTimeOf(tallied(counts.original)),
      })),
      moreGroups: board.more,
      groupsGap: gapOf(board, total, by),
      months: board.months.map(({ month, tally: counts }) => ({ month, tally: tallied(counts) })),
      waiting: {
        total: waiting.counts.any,
        claimed: waiting.counts.claimed,
        disputed: waiting.counts.disputed,
        extension: waiting.counts.extension,
        escalated: waiting.counts.escalated,
        items: waiting.rows.map(({ task, for: reasons }) => ({ task, for: [...reasons] })),
      },
      answers: answers.map((one) => ({ ...one })),
    })
  },
})

/** The parts against the whole, each counted by itself. A gap is shown, never spread over the parts. [BRD-4] */
const reconciled = ({ given, parents, cancelled }: Board, counted: number) => ({
  given,
  split: parents,
  cancelled,
  counted,
  gap: given - parents - cancelled - counted,
})

const gapOf = ({ groups }: Board, total: number, by: Grouping): number | null =>
  by === 'neighbour' ? null : total - groups.reduce((sum, group) => sum + sumOf(group.tally), 0)
