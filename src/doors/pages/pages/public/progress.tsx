import { fold } from '../../../../base/fold.ts'
import { latenesses, SOON_DAYS } from '../../../../kernel/task/lateness.ts'
import { type PublicTask, publicTaskList } from '../../../../operations/task/list-public-tasks.ts'
import { addresses, publicHref, withQuery } from '../../addresses.ts'
import { askedChoice } from '../../asked-choice.ts'
import { TableFrame } from '../../components/card.tsx'
import { DocumentNumber } from '../../components/document-number.tsx'
import { Empty } from '../../components/notice.tsx'
import { Pager } from '../../components/pager.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { Status } from '../../components/status.tsx'
import { Strip } from '../../components/strip.tsx'
import { UnknownChoices } from '../../components/unknown-choices.tsx'
import { numberWords } from '../../dates.ts'
import { type Answer, type Asked, type Page, refused, view } from '../../page.ts'
import { latenessWord } from '../task/question.ts'

/** How the work stands that was made public, for everyone: of all directives, or of one. [ACC-16] */
export const progressPage: Page = { path: addresses.progress, get: (asked) => show(asked, null) }
export const documentProgressPage: Page = { path: `${addresses.progress}/:document`, get: (asked) => show(asked, asked.param('document')) }

const PAGE = 50

async function show(asked: Asked, document: string | null): Promise<Answer> {
  const { say, query } = asked
  const status = askedChoice(
    query,
    'trang-thai',
    'tasks.status',
    latenesses.map((of) => [latenessWord(of), of] as const),
  )
  const after = query.get('sau') ?? ''
  const found = await asked.ask(publicTaskList, {
    ...(document === null ? {} : { document }),
    ...(status.of === null ? {} : { lateness: status.of }),
    ...(after === '' ? {} : { after }),
    limit: PAGE,
  })
  if (!found.ok) return refused(found.refusal)
  const { items, next, total, byLateness } = found.value
  const all = Object.values(byLateness).reduce((sum, n) => sum + n, 0)
  const here = document === null ? addresses.progress : publicHref(document)
  const of = document === null ? null : (items[0]?.document ?? null)
  const narrowed = status.of === null ? '' : latenessWord(status.of)
  const first = Math.max(1, Number.parseInt(query.get('tu') ?? '', 10) || 1)
  return view({
    title: say('nav.progress'),
    heading: of === null ? say('public.heading') : say('public.heading.document', { title: of.title }),
    ...(document === null ? {} : { crumbs: [{ label: say('nav.progress'), href: addresses.progress }] }),
    lede: (
      <Sentence of="public.lede" blanks={{ n: numberWords(all, asked.language) }} put={{ day: <DayText of={asked.context.today} /> }} />
    ),
    sample: items.some((one) => one.sample),
    data: found.value,
    body: (
      <>
        <Strip
          counts={byLateness}
          total={all}
          chosen={status.of}
          href={(lateness) => withQuery(here, { 'trang-thai': lateness === null ? null : latenessWord(lateness) })}
          soonDays={SOON_DAYS}
        />
        <UnknownChoices of={status.unknown} />
        <section className="card" aria-label={say('nav.tasks')}>
          {items.length === 0 ? (
            <Empty icon="clipboard-check" title={say('public.none')}>
              {say(all === 0 ? 'public.none.yet' : 'tasks.none.filtered')}
            </Empty>
          ) : (
            <>
              <Rows of={items} />
              <Pager
                first={first}
                shown={items.length}
                total={total}
                what={say('tasks.what')}
                firstHref={after === '' ? null : withQuery(here, { 'trang-thai': narrowed })}
                nextHref={next === null ? null : withQuery(here, { 'trang-thai': narrowed, sau: next, tu: first + items.length })}
              />
            </>
          )}
        </section>
      </>
    ),
  })
}

function Rows({ of }: { of: readonly PublicTask[] }) {
  const say = useSay()
  return (
    <TableFrame label={say('table.of', { what: say('tasks.what') })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{say('tasks.status')}</th>
            <th scope="col">{say('tasks.task')}</th>
            <th scope="col">{say('tasks.lead')}</th>
            <th scope="col">{say('tasks.document')}</th>
            <th scope="col" className="n">
              {say('task.due')}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.map((task) => (
            <tr key={task.code}>
              <td>
                <Status of={task.lateness} />
              </td>
              <th scope="row" className="lim">
                {task.title}
                <small className="sm muted tn">
                  {[task.code, task.every === null ? null : say(`every.${task.every}`), say('public.percent', { n: task.percent })]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </small>
              </th>
              <td data-l={say('tasks.lead')}>
                {fold(task.lead) === fold(task.holder) ? task.holder : say('task.lead.since', { name: task.holder, before: task.lead })}
              </td>
              <td data-l={say('tasks.document')}>
                <DocumentNumber href={publicHref(task.document.slug)}>{task.document.number ?? task.document.title}</DocumentNumber>
              </td>
              <td className="n" data-l={say('task.due')}>
                <Days of={task} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** The day in force, and below it the first one where it was another, and the day on which it was done. */
function Days({ of }: { of: PublicTask }) {
  const say = useSay()
  return (
    <span>
      {of.due === null ? <span className="muted">{say('due.none')}</span> : <DayText of={of.due} />}
      {of.dueOriginal === null || of.dueOriginal === of.due ? null : (
        <small>
          <Sentence of="task.due-original" put={{ day: <DayText of={of.dueOriginal} /> }} />
        </small>
      )}
      {of.closedOn === null ? null : (
        <small>
          <Sentence of="event.finished-on" put={{ day: <DayText of={of.closedOn} /> }} />
        </small>
      )}
      {of.daysLate === null ? null : <small>{say('days.over', { n: of.daysLate })}</small>}
    </span>
  )
}
