import type { Grouping } from '../../../../operations/board/ports.ts'
import type { BoardView, GroupView } from '../../../../operations/board/views.ts'
import { documentHref } from '../../addresses.ts'
import { TableFrame } from '../../components/card.tsx'
import { DocumentNumber } from '../../components/document-number.tsx'
import { Empty } from '../../components/notice.tsx'
import { NumberText, useSay } from '../../components/reader.tsx'
import { StatusMark } from '../../components/status.tsx'
import { Scaled } from './bar.tsx'
import { share } from './figures.tsx'
import { type Group, quarterName, rowsHref } from './rows.ts'

/** One row a group, those with the most overdue first; every number leads to its rows. */
export function Groups(props: {
  readonly board: BoardView
  readonly by: Grouping
  /** Since when a body is there, where two of one name are listed. */
  readonly since: ReadonlyMap<string, string>
  /** The days between which the work of the groups is due; null: any. */
  readonly due: { readonly dueFrom: string; readonly dueTo: string } | null
}) {
  const { board, by } = props
  const say = useSay()
  if (board.groups.length === 0)
    return <Empty icon="clipboard-check" title={say(by === 'neighbour' ? 'board.none.neighbour' : 'board.none')} />
  const most = Math.max(...board.groups.map((group) => group.total))
  return (
    <TableFrame label={say('board.table', { by: say(`board.by.${by}`) })}>
      <table className="t agt">
        <thead>
          <tr>
            <th scope="col">{say(`board.by.${by}.short`)}</th>
            <th scope="col" className="n">
              {say('board.total')}
            </th>
            <th scope="col" className="wbar">
              {say('board.standing')}
            </th>
            <th scope="col" className="n">
              {say('lateness.overdue')}
            </th>
            <th scope="col" className="n">
              {say('board.on-time.short')}
            </th>
            {by === 'neighbour' ? (
              <th scope="col" className="n">
                {say('board.answers')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {board.groups.map((group) => (
            <Row key={`${group.key} ${group.name}`} group={group} most={most} {...props} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Row({ group, board, by, most, since, due }: { group: GroupView; most: number } & Parameters<typeof Groups>[0]) {
  const say = useSay()
  const behind: Group = { by, key: group.key, name: group.name }
  const answers = board.answers.find((one) => one.neighbour === group.key)
  const note = since.get(group.key)
  return (
    <tr>
      <th scope="row">
        <Name group={group} by={by} />
        {note === undefined ? null : <small className="muted">{note}</small>}
      </th>
      <td className="n" data-l={say('board.total')}>
        <a href={rowsHref(board, { group: behind, ...due })}>
          <NumberText of={group.total} />
        </a>
      </td>
      <td className="wbar">
        <Scaled tally={group.tally} most={most} />
      </td>
      <td className="n" data-l={say('lateness.overdue')}>
        {group.tally.overdue === 0 ? (
          <span className="dim">0</span>
        ) : (
          <a className="c-qua b" href={rowsHref(board, { group: behind, lateness: 'overdue', ...due })}>
            <StatusMark of="overdue" /> <NumberText of={group.tally.overdue} />
          </a>
        )}
      </td>
      <td className="n" data-l={say('board.on-time.short')}>
        {share(group.onTime)}
        {group.onTime.of === 0 ? null : (
          <small className="tn">
            <NumberText of={group.onTime.n} />/<NumberText of={group.onTime.of} />
          </small>
        )}
      </td>
      {by !== 'neighbour' ? null : (
        <td className="n" data-l={say('board.answers')}>
          {answers === undefined ? '—' : `${answers.answered}/${answers.joint}`}
          {answers === undefined || answers.days === null ? null : <small>{say('board.answers.days', { n: answers.days })}</small>}
        </td>
      )}
    </tr>
  )
}

function Name({ group: { key, name }, by }: { group: GroupView; by: Grouping }) {
  const say = useSay()
  if (by === 'period') return <>{key === '' ? say('board.by.period.unknown') : say('board.quarter', { quarter: quarterName(key) })}</>
  if (by === 'document') return <DocumentNumber href={documentHref(key)}>{name}</DocumentNumber>
  return <>{name === '' ? say(`board.by.${by}.unknown`) : name}</>
}
