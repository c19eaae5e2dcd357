import type { Grouping } from '../../../../operations/board/ports.ts'
import { boardShow } from '../../../../operations/board/show-board.ts'
import type { BoardView, TallyView } from '../../../../operations/board/views.ts'
import { type Cell, workbook } from '../../../xlsx/workbook.ts'
import { addresses } from '../../addresses.ts'
import { statusOrder } from '../../components/status.tsx'
import { type Asked, download, type Page, refused } from '../../page.ts'
import { askedDay } from '../asked-day.ts'
import { aboutRows, taskSheet, XLSX } from '../task/file.ts'
import { totalOf } from './bar.tsx'
import { groupingOf } from './grouping.ts'
import { quarterName } from './rows.ts'

/** The board as a workbook: its figures, and in the second sheet the very rows they count. [BRD-13] */
const GROUPS = 1000

export const boardFilePage: Page = {
  path: addresses.boardFile,
  async get(asked) {
    const { on, refusal } = askedDay(asked)
    if (refusal !== null) return refused(refusal)
    const by = groupingOf(asked.query).of ?? 'lead'
    const shown = await asked.ask(boardShow, { on, by, groups: GROUPS })
    if (!shown.ok) return refused(shown.refusal)
    return download({
      name: `bang-dieu-hanh-${on}.xlsx`,
      mediaType: XLSX,
      bytes: workbook([
        {
          name: asked.say('nav.board'),
          widths: [44, ...Array.from({ length: 10 }, () => 14)],
          frozen: 0,
          rows: [...figures(asked, shown.value), ...parts(asked, shown.value, by)],
        },
        taskSheet(asked, { on, lateness: 'in-force', sort: 'due' }),
      ]),
    })
  },
}

const headed = (...texts: readonly string[]): readonly Cell[] => texts.map((head) => ({ head }))
const counts = (tally: TallyView): readonly Cell[] => statusOrder.map((of) => tally[of])

/** A name, its whole, its classes, and the share on time beside the two numbers it is of. */
const figureRow = (name: string, tally: TallyView, { n, of }: BoardView['onTime']): readonly Cell[] => [
  name,
  totalOf(tally),
  ...counts(tally),
  of === 0 ? null : { share: n / of },
  n,
  of,
]

function* figures(asked: Asked, board: BoardView): Iterable<readonly Cell[]> {
  const { say } = asked
  yield* aboutRows(asked, board.on, board.total)
  yield []
  const classes = statusOrder.map((of) => say(`lateness.${of}`))
  yield headed('', say('board.total'), ...classes, say('board.on-time.short'), say('xlsx.on-time.n'), say('xlsx.on-time.of'))
  yield figureRow(say('xlsx.by-due'), board.tally, board.onTime)
  yield figureRow(say('xlsx.by-first'), board.original, board.onTimeOriginal)
  yield []
  if (board.reconciliation === null) return
  yield headed(say('xlsx.sums'))
  for (const part of ['given', 'counted', 'split', 'cancelled', 'gap'] as const)
    yield [say(`xlsx.sums.${part}`), board.reconciliation[part]]
  yield []
}

function* parts({ say }: Asked, board: BoardView, by: Grouping): Iterable<readonly Cell[]> {
  yield headed(say(`board.by.${by}`))
  for (const { key, name, tally, onTime } of board.groups) {
    const quarter = by === 'period' && key !== '' ? say('board.quarter', { quarter: quarterName(key) }) : ''
    yield figureRow(quarter !== '' ? quarter : name === '' ? say(`board.by.${by}.unknown`) : name, tally, onTime)
  }
  if (board.groupsGap !== null) yield [say('xlsx.groups-gap'), board.groupsGap]
  yield []
  yield headed(say('board.months'))
  for (const { month, tally } of board.months) yield [`${month.slice(5, 7)}/${month.slice(0, 4)}`, totalOf(tally), ...counts(tally)]
}
