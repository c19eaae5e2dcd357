import { type Grouping, groupings } from '../../../../operations/board/ports.ts'
import { boardShow } from '../../../../operations/board/show-board.ts'
import type { BoardView } from '../../../../operations/board/views.ts'
import { feedList } from '../../../../operations/feed/list-feed.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { askedChoice } from '../../asked-choice.ts'
import { Card } from '../../components/card.tsx'
import { DayPicker } from '../../components/day-picker.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { Strip } from '../../components/strip.tsx'
import { UnknownChoices } from '../../components/unknown-choices.tsx'
import { type Asked, type Page, refused, view } from '../../page.ts'
import { askedDay } from '../asked-day.ts'
import { headingOf } from '../task/heading.ts'
import { Feed } from './feed.tsx'
import { Groups } from './groups.tsx'
import { rowsHref } from './rows.ts'
import { Waiting } from './waiting.tsx'

/**
 * The board: what is late, with whom, and what waits for a decision, in ten seconds; as of any day. Every number leads to the
 * rows behind it. [BRD-6]
 */
const words: Readonly<Record<Grouping, string>> = { lead: 'co-quan', document: 'van-ban', period: 'quy', neighbour: 'dia-phuong' }

export const boardPage: Page = {
  path: addresses.board,
  async get(asked) {
    const { say } = asked
    const day = askedDay(asked)
    const by = askedChoice(
      asked.query,
      'theo',
      'board.by',
      groupings.map((one) => [words[one], one] as const),
    )
    const grouping = by.of ?? 'lead'
    const shown = await asked.ask(boardShow, { on: day.on, by: grouping, groups: 60 })
    if (!shown.ok) return refused(shown.refusal)
    const feed = await asked.ask(feedList, { limit: 12 })
    const board = shown.value
    const href = (query: Readonly<Record<string, string>>): string =>
      withQuery(addresses.board, { theo: words[grouping], ngay: day.isGiven ? day.on : '', ...query })
    return view({
      title: say('nav.board'),
      heading: headingOf(say, board.total, board.tally.overdue, board.tally['due-soon']),
      lede: (
        <Sentence of={board.past ? 'board.lede.past' : 'board.lede'} blanks={{ n: board.total }} put={{ day: <DayText of={board.on} /> }} />
      ),
      sample: board.waiting.items.some(({ task }) => task.sample),
      data: board,
      body: (
        <>
          <UnknownChoices of={by.unknown} />
          <DayPicker action={addresses.board} on={day.typed} error={day.error} shortcuts={[]}>
            <input type="hidden" name="theo" value={words[grouping]} />
          </DayPicker>
          <Strip
            counts={board.tally}
            total={board.total}
            chosen={null}
            href={(lateness) => rowsHref(board, lateness === null ? {} : { lateness })}
            soonDays={board.soonDays}
          />
          <div className="grid g-2-1">
            <div className="stack">
              <Card
                id="theo"
                title={say(`board.by.${grouping}`)}
                aside={<Ways chosen={grouping} href={href} />}
                foot={<Figures board={board} />}
                flush
              >
                <Groups board={board} by={grouping} />
              </Card>
              <Months board={board} />
            </div>
            <div className="stack">
              <Waiting board={board} />
              <Card id="dien-bien" title={say('board.feed')} flush>
                <Feed of={feed.ok ? feed.value.items : []} />
              </Card>
            </div>
          </div>
        </>
      ),
    })
  },
}

function Ways({ chosen, href }: { chosen: Grouping; href: (query: Readonly<Record<string, string>>) => string }) {
  const say = useSay()
  return (
    <nav className="row gap" aria-label={say('board.by')}>
      {groupings.map((one) => (
        <a key={one} className="chip" aria-current={one === chosen ? 'true' : undefined} href={href({ theo: words[one] })}>
          {say(`board.by.${one}.short`)}
        </a>
      ))}
    </nav>
  )
}

/** What is counted against what was given out; a gap is printed, never hidden. [BRD-3] [BRD-4] */
function Figures({ board }: { board: BoardView }) {
  const say = useSay()
  const { reconciliation: sums } = board
  return (
    <div className="stack">
      <p className="src">
        {say('board.on-time', { n: board.onTime.n, of: board.onTime.of, share: share(board.onTime) })}
        {board.onTimeOriginal.n === board.onTime.n && board.onTimeOriginal.of === board.onTime.of
          ? null
          : ` ${say('board.on-time.original', { n: board.onTimeOriginal.n, of: board.onTimeOriginal.of, share: share(board.onTimeOriginal) })}`}
      </p>
      {sums === null ? null : (
        <p className="src tn">
          {say('board.sums', { given: sums.given, counted: sums.counted, split: sums.split, cancelled: sums.cancelled })}
        </p>
      )}
      {sums !== null && sums.gap !== 0 ? <Notice kind="e">{say('board.gap', { n: sums.gap })}</Notice> : null}
      {board.groupsGap !== null && board.groupsGap !== 0 ? <p className="src">{say('board.groups-gap', { n: board.groupsGap })}</p> : null}
    </div>
  )
}

export const share = ({ n, of }: { readonly n: number; readonly of: number }): string => (of === 0 ? '—' : `${Math.round((n / of) * 100)}%`)

/** By the month of the due day: one row a month, the numbers that matter. */
function Months({ board }: { board: BoardView }) {
  const say = useSay()
  if (board.months.length === 0) return null
  const most = Math.max(...board.months.map(({ tally }) => openIn(tally) + tally['done-on-time'] + tally['done-late']))
  return (
    <Card id="theo-thang" title={say('board.months')} note={say('board.months.note')}>
      <ol className="months">
        {board.months.map(({ month, tally }) => {
          const all = openIn(tally) + tally['done-on-time'] + tally['done-late']
          return (
            <li key={month}>
              <a href={rowsHref(board, { dueFrom: month, dueTo: lastOf(month) })}>
                <span className="tn">{`${month.slice(5, 7)}/${month.slice(0, 4)}`}</span>
                <svg className="month" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="month-all" width={(all / most) * 100} height="6" />
                  <rect className="month-late" width={(tally.overdue / most) * 100} height="6" />
                </svg>
                <span className="tn">{say('board.month', { n: all, late: tally.overdue })}</span>
              </a>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

const openIn = (tally: BoardView['tally']): number => tally.overdue + tally['due-soon'] + tally['in-time']
const lastOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10)
}

export type { Asked }
