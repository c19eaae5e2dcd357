import { denied } from '../../../kernel/access/access.ts'
import { KEEPS } from '../../../kernel/dataset/describe.ts'
import { type Queue, workShow } from '../../../operations/board/show-work.ts'
import { figureReportList } from '../../../operations/figure-report/list-figure-reports.ts'
import type { FigureReportView } from '../../../operations/figure-report/views.ts'
import type { TaskRow } from '../../../operations/task/views.ts'
import { addresses, figureReportHref, reviewHref, taskHref, withQuery } from '../addresses.ts'
import { Card } from '../components/card.tsx'
import { Empty } from '../components/notice.tsx'
import { DayText, useLanguage, useSay } from '../components/reader.tsx'
import { DaysLeft, Status } from '../components/status.tsx'
import { numberWords } from '../dates.ts'
import { type Page, refused, view } from '../page.ts'
import { leadText } from './task/lead.tsx'
import { latenessWord } from './task/question.ts'

/** What waits for whoever reads: by kind, the most pressing first, each with the way to all of it. [BRD-12] */
export const workPage: Page = {
  path: addresses.work,
  async get(asked) {
    const { say } = asked
    const found = await asked.ask(workShow, {})
    if (!found.ok) return refused(found.refusal)
    const { queues } = found.value
    const reports = denied(asked.context.who, KEEPS) === null ? await asked.ask(figureReportList, { limit: REPORTS_SHOWN }) : null
    const waiting = reports?.ok === true ? reports.value : { items: [], waiting: 0 }
    // the queues overlap: the most pressing two are named, not added
    const pressing = queues.slice(0, 2).map(({ queue, total }) => {
      const what = say(`work.${queue}`)
      return say('work.count', { n: numberWords(total, asked.language), what: what.charAt(0).toLowerCase() + what.slice(1) })
    })
    return view({
      title: say('nav.work-mine'),
      heading: pressing.length === 0 ? say('work.heading.none') : pressing.join(', '),
      lede: <>{queues.some(({ mine }) => mine) ? say('work.lede.mine') : say('work.lede')}</>,
      sample: queues.some(({ items }) => items.some((row) => row.sample)),
      data: found.value,
      body:
        queues.length + waiting.items.length === 0 ? (
          <section className="card">
            <Empty
              icon="circle-check"
              title={say('work.none')}
              action={
                <a className="btn btn--s" href={addresses.board}>
                  {say('work.to-board')}
                </a>
              }
            >
              {say('work.none.why')}
            </Empty>
          </section>
        ) : (
          <div className="grid g-1-1 g-work">
            {queues.map((queue) => (
              <QueueCard key={queue.queue} {...queue} />
            ))}
            {waiting.items.length === 0 ? null : <ReportsCard of={waiting.items} total={waiting.waiting} />}
          </div>
        ),
    })
  },
}

const REPORTS_SHOWN = 5

/** Wrong figures that readers pointed out, for whoever keeps the data. [DAT-50] */
function ReportsCard({ of, total }: { of: readonly FigureReportView[]; total: number }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card
      id="so-lieu-sai"
      title={say('nav.figure-reports')}
      aside={
        <a className="b tn" href={addresses.figureReports}>
          {say('work.all', { n: numberWords(total, language) })}
        </a>
      }
      flush
    >
      <ul className="list md waits">
        {of.map((one) => (
          <li key={one.id}>
            <a href={figureReportHref(one.id)}>{one.dataset.title}</a>
            <p className="sm muted">{[say('figures.no', { no: one.no }), say(`figures.state.${one.state}`)].join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function QueueCard({ queue, mine, total, items }: { queue: Queue; mine: boolean; total: number; items: readonly TaskRow[] }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card
      id={queue}
      title={say(`work.${queue}`)}
      aside={
        <a className="b tn" href={allOf(queue, mine)}>
          {say('work.all', { n: numberWords(total, language) })}
        </a>
      }
      flush
    >
      <ul className="list md waits">
        {items.map((row) => (
          <li key={row.id}>
            <a href={row.code === null ? reviewHref(row.document.slug, row.parent ?? row.id) : taskHref(row)}>{row.title}</a>
            <p className="sm muted">{[row.code, leadText(row, say)].filter((part) => part !== null && part !== '').join(' · ')}</p>
            {row.code === null ? null : <Due row={row} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Due({ row }: { row: TaskRow }) {
  if (row.due === null) return <Status of="no-due" />
  return (
    <p className="row gap sm">
      <Status of={row.lateness} />
      <span className="tn">
        <DayText of={row.due} /> · <DaysLeft of={row.daysLeft} />
      </span>
    </p>
  )
}

/** The whole of a queue, as a list asked by the same conditions. */
function allOf(queue: Queue, mine: boolean): string {
  const own = mine ? { 'cua-toi': 'lead' } : {}
  switch (queue) {
    case 'proposed':
      return addresses.intake
    case 'overdue':
    case 'due-soon':
      return withQuery(addresses.tasks, { 'trang-thai': latenessWord(queue), ...own })
    case 'acknowledge':
      return withQuery(addresses.tasks, { 'trang-thai': latenessWord('in-force'), ...own, buoc: 'assigned' })
    case 'helping':
      return withQuery(addresses.tasks, { 'cua-toi': 'help' })
    case 'returned':
      return withQuery(addresses.tasks, { ...own, 'tra-lai': 'yes' })
    default:
      return withQuery(addresses.tasks, { ...own, cho: queue })
  }
}
