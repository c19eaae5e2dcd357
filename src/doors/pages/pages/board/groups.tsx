import type { Grouping } from '../../../../operations/board/ports.ts'
import type { BoardView, GroupView } from '../../../../operations/board/views.ts'
import { TableFrame } from '../../components/card.tsx'
import { Empty } from '../../components/notice.tsx'
import { useSay } from '../../components/reader.tsx'
import { StatusMark, statusClass, statusOrder } from '../../components/status.tsx'
import { share } from './page.tsx'
import { hasRows, quarterName, rowsHref } from './rows.ts'

/** One row a group, the bars on one scale so that lengths compare. */
export function Groups({ board, by }: { board: BoardView; by: Grouping }) {
  const say = useSay()
  if (board.groups.length === 0) return <Empty icon="clipboard-check" title={say('board.none')} />
  const most = Math.max(...board.groups.map((group) => group.total))
  return (
    <>
      <TableFrame label={say(`board.by.${by}`)}>
        <table className="t t--cards">
          <thead>
            <tr>
              <th scope="col">{say(`board.by.${by}.short`)}</th>
              <th scope="col" className="n">
                {say('board.total')}
              </th>
              <th scope="col">{say('board.standing')}</th>
              <th scope="col" className="n">
                {say('lateness.overdue')}
              </th>
              <th scope="col" className="n">
                {say('board.on-time.short')}
              </th>
            </tr>
          </thead>
          <tbody>
            {board.groups.map((group) => (
              <Row key={group.key} group={group} board={board} by={by} most={most} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      {board.moreGroups === 0 ? null : <p className="bd src">{say('board.more-groups', { n: board.moreGroups })}</p>}
    </>
  )
}

function Row({ group, board, by, most }: { group: GroupView; board: BoardView; by: Grouping; most: number }) {
  const say = useSay()
  const name =
    group.key === ''
      ? group.name === ''
        ? say(`board.by.${by}.unknown`)
        : group.name
      : by === 'period'
        ? say('board.quarter', { quarter: quarterName(group.key) })
        : group.name
  const href = (lateness?: 'overdue'): string =>
    rowsHref(board, { group: { by, key: group.key }, ...(lateness === undefined ? {} : { lateness }) })
  return (
    <tr>
      <th scope="row">{hasRows(by, group) ? <a href={href()}>{name}</a> : name}</th>
      <td className="n" data-l={say('board.total')}>
        {group.total}
      </td>
      <td data-l={say('board.standing')}>
        <Scaled group={group} most={most} />
      </td>
      <td className="n" data-l={say('lateness.overdue')}>
        {group.tally.overdue === 0 ? (
          <span className="muted">0</span>
        ) : (
          <a href={href('overdue')}>
            <StatusMark of="overdue" /> {group.tally.overdue}
          </a>
        )}
      </td>
      <td className="n" data-l={say('board.on-time.short')}>
        {share(group.onTime)}
        <small className="muted"> {group.onTime.of === 0 ? '' : `${group.onTime.n}/${group.onTime.of}`}</small>
      </td>
    </tr>
  )
}

function Scaled({ group, most }: { group: GroupView; most: number }) {
  const say = useSay()
  let x = 0
  return (
    <svg
      className="bar bar--row"
      role="img"
      width="100%"
      height="16"
      aria-label={statusOrder
        .filter((of) => group.tally[of] > 0)
        .map((of) => `${say(`lateness.${of}`)}: ${group.tally[of]}`)
        .join('; ')}
    >
      {statusOrder
        .filter((of) => group.tally[of] > 0)
        .map((of) => {
          const width = (group.tally[of] / most) * 100
          const from = x
          x += width
          return <rect key={of} className={`part part-${statusClass[of]}`} x={`${from}%`} y="1" width={`${width}%`} height="14" rx="2" />
        })}
    </svg>
  )
}
