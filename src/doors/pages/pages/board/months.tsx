import { addMonths, type Day, parseDay } from '../../../../kernel/period/day.ts'
import type { BoardView, TallyView } from '../../../../operations/board/views.ts'
import { Card, TableFrame } from '../../components/card.tsx'
import { NumberText, useSay } from '../../components/reader.tsx'
import { StatusMark, statusOrder } from '../../components/status.tsx'
import { Scaled, totalOf } from './bar.tsx'
import { lastOfMonth, rowsHref } from './rows.ts'

/** By the month of the due day: the months around the day one by one, the years before and after as one row each. */
const BEFORE = 6
const AFTER = 9

type Row = { readonly key: string; readonly label: string; readonly from?: string; readonly to?: string; readonly tally: TallyView }

export function Months({ board }: { board: BoardView }) {
  const say = useSay()
  const rows = windowed(board)
  if (rows.length === 0) return null
  const most = Math.max(...rows.filter((row) => row.from !== undefined && row.to !== undefined).map((row) => totalOf(row.tally)), 1)
  return (
    <Card id="theo-thang" title={say('board.months')} note={say('board.months.note')} flush>
      <TableFrame label={say('board.months')}>
        <table className="t agt">
          <thead>
            <tr>
              <th scope="col">{say('board.month.short')}</th>
              <th scope="col" className="n">
                {say('board.total')}
              </th>
              <th scope="col" className="wbar">
                {say('board.standing')}
              </th>
              <th scope="col" className="n">
                {say('lateness.overdue')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const dues = { ...(row.from === undefined ? {} : { dueFrom: row.from }), ...(row.to === undefined ? {} : { dueTo: row.to }) }
              const whole = row.from !== undefined && row.to !== undefined
              return (
                <tr key={row.key} className={row.key === board.on.slice(0, 7) ? 'now' : undefined}>
                  <th scope="row">
                    {whole ? row.label : say(row.from === undefined ? 'board.month.before' : 'board.month.after', { month: row.label })}
                  </th>
                  <td className="n" data-l={say('board.total')}>
                    <a href={rowsHref(board, dues)}>
                      <NumberText of={totalOf(row.tally)} />
                    </a>
                  </td>
                  <td className="wbar">
                    <Scaled tally={row.tally} most={most} />
                  </td>
                  <td className="n" data-l={say('lateness.overdue')}>
                    {row.tally.overdue === 0 ? (
                      <span className="dim">0</span>
                    ) : (
                      <a className="c-qua b" href={rowsHref(board, { ...dues, lateness: 'overdue' })}>
                        <StatusMark of="overdue" /> <NumberText of={row.tally.overdue} />
                      </a>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableFrame>
    </Card>
  )
}

/** `2022-11-01` → `11/2022` */
const monthName = (first: string): string => `${first.slice(5, 7)}/${first.slice(0, 4)}`

export function windowed({ on, months }: Pick<BoardView, 'on' | 'months'>): readonly Row[] {
  const here = parseDay(`${on.slice(0, 7)}-01`)
  if (here === null) return []
  const [first, last] = [addMonths(here, -BEFORE), addMonths(here, AFTER)]
  const inside = months.filter(({ month }) => month >= first && month <= last)
  return [
    ...gathered(
      'before',
      months.filter(({ month }) => month < first),
      { label: monthName(first), to: dayBefore(first) },
    ),
    ...inside.map(({ month, tally }) => ({ key: month.slice(0, 7), label: monthName(month), from: month, to: lastOfMonth(month), tally })),
    ...gathered(
      'after',
      months.filter(({ month }) => month > last),
      { label: monthName(last), from: addMonths(last, 1) },
    ),
  ]
}

const dayBefore = (first: Day): string => lastOfMonth(addMonths(first, -1))

function gathered(key: string, months: BoardView['months'], row: Pick<Row, 'label' | 'from' | 'to'>): readonly Row[] {
  if (months.length === 0) return []
  const sum = (of: keyof TallyView): number => months.reduce((n, { tally }) => n + tally[of], 0)
  const tally: TallyView = { overdue: 0, 'due-soon': 0, 'in-time': 0, 'done-on-time': 0, 'done-late': 0, 'no-due': 0 }
  for (const of of statusOrder) tally[of] = sum(of)
  return [{ key, ...row, tally }]
}
