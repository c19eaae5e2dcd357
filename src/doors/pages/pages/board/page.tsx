import { addMonths, type Day, dayOf, yearOf } from '../../../../kernel/period/day.ts'
import { type Grouping, groupings } from '../../../../operations/board/ports.ts'
import { boardShow } from '../../../../operations/board/show-board.ts'
import type { BoardView } from '../../../../operations/board/views.ts'
import { feedList } from '../../../../operations/feed/list-feed.ts'
import { organisationGet } from '../../../../operations/organisation/get-organisation.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { DayPicker } from '../../components/day-picker.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { Strip } from '../../components/strip.tsx'
import { Taking } from '../../components/taking.tsx'
import { UnknownChoices } from '../../components/unknown-choices.tsx'
import { dayWords, numberWords } from '../../dates.ts'
import { type Asked, type Page, refused, view } from '../../page.ts'
import { askedDay } from '../asked-day.ts'
import { headingOf } from '../task/heading.ts'
import { Feed } from './feed.tsx'
import { Figures } from './figures.tsx'
import { groupingOf, groupingWords as words } from './grouping.ts'
import { Groups } from './groups.tsx'
import { Months } from './months.tsx'
import { Quarters, quarterOfQuery, quartersOf } from './quarters.tsx'
import { lastOfMonth, rowsHref } from './rows.ts'
import { Waiting } from './waiting.tsx'

/**
 * The board: what is late, with whom, and what waits for a decision, in ten seconds; as of any day. Every number leads to the
 * rows behind it. [BRD-6]
 */
const GROUPS = 20
const ALL = 500

export const boardPage: Page = {
  path: addresses.board,
  async get(asked) {
    const { say, language } = asked
    const day = askedDay(asked)
    const by = groupingOf(asked.query)
    const grouping = by.of ?? 'lead'
    const all = asked.query.get('het') === '1'
    const [shown, feed] = await Promise.all([
      asked.ask(boardShow, { on: day.on, by: grouping, groups: all ? ALL : GROUPS }),
      day.on < asked.context.today ? null : asked.ask(feedList, { limit: 8 }),
    ])
    if (!shown.ok) return refused(shown.refusal)
    const board = shown.value
    // how a neighbour answers is asked by the period too; all else on the page stays the whole
    const quarters = grouping === 'neighbour' ? quartersOf(board) : []
    const quarter = quarterOfQuery(asked.query, quarters)
    const narrowed =
      quarter.due === null ? shown : await asked.ask(boardShow, { on: day.on, by: grouping, groups: all ? ALL : GROUPS, ...quarter.due })
    if (!narrowed.ok) return refused(narrowed.refusal)
    const href = (query: Readonly<Record<string, string>>): string =>
      withQuery(addresses.board, { theo: grouping === 'lead' ? '' : words[grouping], ngay: day.isGiven ? day.on : '', ...query })
    const number = (n: number): string => numberWords(n, language)
    return view({
      title: say('nav.board'),
      heading: headingOf(say, board.total, board.tally.overdue, board.tally['due-soon'], number),
      lede: (
        <Sentence
          of={board.past ? 'board.lede.past' : board.on > asked.context.today ? 'board.lede.future' : 'board.lede'}
          blanks={{ n: number(board.total) }}
          put={{ day: <DayText of={board.on} /> }}
        />
      ),
      actions: <Taking href={href({}).replace(addresses.board, addresses.boardFile)} />,
      sample: board.waiting.items.some(({ task }) => task.sample),
      data: board,
      body: (
        <>
          <UnknownChoices of={[...by.unknown, ...quarter.unknown]} />
          <DayPicker
            action={addresses.board}
            on={day.typed}
            error={day.error}
            shortcuts={daysOf(asked.context.today).map(({ on, note }) => ({
              day: on,
              href: href({ ngay: on === asked.context.today ? '' : on }),
              note: say(note),
            }))}
          >
            <input type="hidden" name="theo" value={words[grouping]} />
          </DayPicker>
          <Strip
            counts={board.tally}
            original={board.original}
            total={board.total}
            chosen={null}
            href={(lateness) => rowsHref(board, lateness === null ? {} : { lateness })}
            soonDays={board.soonDays}
          />
          <div className="grid g-2-1 g-board">
            <div className="stack">
              <Card
                id="theo"
                title={say(`board.by.${grouping}`)}
                aside={<Ways chosen={grouping} href={href} />}
                foot={<Figures board={board} />}
                flush
              >
                {grouping === 'neighbour' ? <Quarters of={quarters} chosen={quarter.of} href={(one) => href({ quy: one })} /> : null}
                <Groups board={narrowed.value} by={grouping} since={await sinceOf(asked, board, grouping)} due={quarter.due} />
                {board.moreGroups === 0 ? null : (
                  <p className="more">
                    <a href={href({ het: '1' })}>{say('board.more-groups', { n: number(board.moreGroups) })}</a>
                  </p>
                )}
              </Card>
              <Months board={board} />
            </div>
            <div className="stack">
              <Waiting board={board} />
              {feed === null ? null : (
                <Card id="dien-bien" title={say('board.feed')} flush>
                  <Feed of={feed.ok ? feed.value.items : []} />
                </Card>
              )}
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
    <nav className="seg" aria-label={say('board.by')}>
      {groupings.map((one) => (
        <a key={one} aria-current={one === chosen ? 'true' : undefined} href={href({ theo: one === 'lead' ? '' : words[one] })}>
          {say(`board.by.${one}.short`)}
        </a>
      ))}
    </nav>
  )
}

/** Days a leader asks about: today, and the ends of the last month, quarter and year. */
function daysOf(today: Day) {
  const month = dayOf(yearOf(today), Number(today.slice(5, 7)), 1) ?? today
  const quarter = addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3))
  const before = (first: Day): string => lastOfMonth(addMonths(first, -1))
  const days = [
    { on: String(today), note: 'board.day.today' },
    { on: before(month), note: 'board.day.month' },
    { on: before(quarter), note: 'board.day.quarter' },
    { on: `${yearOf(today) - 1}-12-31`, note: 'board.day.year' },
  ] as const
  return days.filter(({ on }, i) => days.findIndex((one) => one.on === on) === i)
}

/** Where two bodies of one name are listed, since when each is there: a department before and after a merger. */
async function sinceOf(asked: Asked, board: BoardView, by: Grouping): Promise<ReadonlyMap<string, string>> {
  const twice =
    by !== 'lead' ? [] : board.groups.filter((one) => board.groups.some((other) => other.name === one.name && other.key !== one.key))
  const found = new Map<string, string>()
  for (const { key } of twice) {
    const body = key === '' ? null : await asked.ask(organisationGet, { id: key, on: board.on })
    if (body === null || !body.ok) continue
    const { from, to } = body.value
    if (to !== null) found.set(key, asked.say('board.body.until', { day: dayWords(to, asked.language) }))
    else if (from !== null) found.set(key, asked.say('board.body.since', { day: dayWords(from, asked.language) }))
  }
  return found
}
