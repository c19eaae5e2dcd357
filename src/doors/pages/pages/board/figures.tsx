import type { BoardView } from '../../../../operations/board/views.ts'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { numberWords } from '../../dates.ts'
import { rowsHref } from './rows.ts'

export const share = ({ n, of }: { readonly n: number; readonly of: number }): string => (of === 0 ? '—' : `${Math.round((n / of) * 100)}%`)

/** What the percentages are of, and the parts held against the whole; a gap is printed, never hidden. [BRD-3] [BRD-4] */
export function Figures({ board }: { board: BoardView }) {
  const say = useSay()
  const language = useLanguage()
  const shown = (n: number): string => numberWords(n, language)
  const { reconciliation: sums, onTime, onTimeOriginal: first } = board
  const ratio = (of: typeof onTime) => ({ n: shown(of.n), of: shown(of.of), share: share(of) })
  return (
    <div className="figs">
      <p>
        {say('board.on-time', ratio(onTime))}
        {first.n === onTime.n && first.of === onTime.of ? null : ` ${say('board.on-time.original', ratio(first))}`}
      </p>
      {sums === null ? null : (
        <p className="tn">
          {say('board.sums', {
            given: shown(sums.given),
            counted: shown(sums.counted),
            split: shown(sums.split),
            cancelled: shown(sums.cancelled),
          })}{' '}
          {sums.gap === 0 ? (
            <span className="nw">
              <Icon name="check" /> {say('board.no-gap')}
            </span>
          ) : null}
          {sums.cancelled === 0 ? null : <a href={rowsHref(board, { lateness: 'cancelled' })}>{say('board.to-cancelled')}</a>}
        </p>
      )}
      {sums !== null && sums.gap !== 0 ? <Notice kind="e">{say('board.gap', { n: sums.gap })}</Notice> : null}
      {board.groupsGap !== null && board.groupsGap !== 0 ? <p>{say('board.groups-gap', { n: shown(board.groupsGap) })}</p> : null}
    </div>
  )
}
