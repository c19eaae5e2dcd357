import type { BoardView } from '../../../../operations/board/views.ts'
import { taskHref } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { Empty } from '../../components/notice.tsx'
import { useSay } from '../../components/reader.tsx'
import { DaysLeft, Status } from '../../components/status.tsx'
import { leadText } from '../task/lead.tsx'
import { rowsHref } from './rows.ts'

const reasons = ['claimed', 'disputed', 'extension', 'escalated'] as const

/** What waits for a decision, the longest overdue first; each reason leads to its rows. */
export function Waiting({ board }: { board: BoardView }) {
  const say = useSay()
  const { waiting } = board
  return (
    <Card
      id="cho-quyet-dinh"
      title={say('board.waiting')}
      aside={
        waiting.total === 0 ? undefined : (
          <a className="b" href={rowsHref(board, { waiting: 'any' })}>
            {say('board.waiting.count', { n: waiting.total })}
          </a>
        )
      }
      flush
    >
      {waiting.total === 0 ? (
        <Empty icon="circle-check" title={say('board.waiting.none')} />
      ) : (
        <>
          <p className="bd row gap sm">
            {reasons
              .filter((reason) => waiting[reason] > 0)
              .map((reason) => (
                <a key={reason} className="chip" href={rowsHref(board, { waiting: reason })}>
                  {say(`board.waits.${reason}`)} <b className="tn">{waiting[reason]}</b>
                </a>
              ))}
          </p>
          <ul className="list md waits">
            {waiting.items.map(({ task, for: why }) => (
              <li key={task.id}>
                <p className="ends sm muted">
                  <span>{why.map((reason) => say(`board.waits.${reason}`)).join('; ')}</span>
                  {task.due === null ? null : (
                    <span>
                      <Status of={task.lateness} /> <DaysLeft of={task.daysLeft} />
                    </span>
                  )}
                </p>
                <a className="b" href={taskHref(task)}>
                  {task.title}
                </a>
                <p className="sm muted">{leadText(task, say)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
