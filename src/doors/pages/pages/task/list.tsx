import { SOON_DAYS } from '../../../../kernel/task/lateness.ts'
import { organisationGet } from '../../../../operations/organisation/get-organisation.ts'
import { taskCounts } from '../../../../operations/task/count-tasks.ts'
import { taskList } from '../../../../operations/task/list-tasks.ts'
import type { TaskRow } from '../../../../operations/task/views.ts'
import { addresses, reviewHref, taskHref } from '../../addresses.ts'
import { TableFrame } from '../../components/card.tsx'
import { DocumentNumber } from '../../components/document-number.tsx'
import { Icon } from '../../components/icon.tsx'
import { Empty } from '../../components/notice.tsx'
import { Pager } from '../../components/pager.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { DaysLeft, Status } from '../../components/status.tsx'
import { Strip } from '../../components/strip.tsx'
import { Taking } from '../../components/taking.tsx'
import { UnknownChoices } from '../../components/unknown-choices.tsx'
import { numberWords } from '../../dates.ts'
import { type Asked, type Page, refused, view } from '../../page.ts'
import { Filters } from './filters.tsx'
import { headingOf } from './heading.ts'
import { leadText } from './lead.tsx'
import { listHref, type Question, questionFrom } from './question.ts'

/** The assigned tasks: how they stand, and a table that can be narrowed, ordered and paged by key. The address holds the question. */
const PAGE = 50

export const taskListPage: Page = {
  path: addresses.tasks,
  async get(asked) {
    const question = questionFrom(asked.query)
    const { ngay } = question.besides
    const [counted, found] = await Promise.all([
      asked.ask(taskCounts, countable(question)),
      asked.ask(taskList, { ...question.input, limit: PAGE }),
    ])
    if (!counted.ok) return refused(counted.refusal)
    if (!found.ok) return refused(found.refusal)
    const { byLateness, total, leads } = counted.value
    const { items } = found.value
    return view({
      title: asked.say('nav.tasks'),
      heading:
        total === 0 && isFiltered(question)
          ? asked.say('tasks.none')
          : headingOf(asked.say, total, byLateness.overdue, byLateness['due-soon'], (n) => numberWords(n, asked.language)),
      lede: (
        <Sentence
          of={isFiltered(question) ? 'tasks.lede.narrowed' : 'tasks.lede'}
          blanks={{ n: numberWords(total, asked.language) }}
          put={{ day: <DayText of={ngay ?? asked.context.today} /> }}
        />
      ),
      actions: total === 0 ? undefined : <Taking href={listHref(question, {}).replace(addresses.tasks, addresses.tasksFile)} />,
      sample: items.some((row) => row.sample),
      data: found.value,
      body: (
        <>
          <Strip
            counts={byLateness}
            total={total}
            chosen={question.lateness}
            href={(lateness) => listHref(question, { lateness })}
            soonDays={SOON_DAYS}
          />
          <UnknownChoices of={question.unknown} />
          <Filters question={question} leads={leads} document={items[0]?.document.title ?? null} body={await nameOf(asked, question)} />
          <section className="card" aria-label={asked.say('nav.tasks')}>
            {items.length === 0 ? <Nothing question={question} /> : <Rows rows={items} question={question} />}
            {items.length === 0 ? null : (
              <Pager
                first={question.first}
                shown={items.length}
                total={found.value.total}
                what={asked.say('tasks.what')}
                firstHref={question.after === null ? null : listHref(question, {})}
                nextHref={
                  found.value.next === null ? null : listHref(question, { after: found.value.next, first: question.first + items.length })
                }
              />
            )}
          </section>
        </>
      ),
    })
  },
}

/** The heading and the tiles count what the other conditions leave; the class that was chosen is marked among them. [PAG-23] */
function countable({ input }: Question): Readonly<Record<string, string>> {
  const { lateness: _class, sort: _sort, after: _after, ...conditions } = input
  return conditions
}

/** By anything but the class and the day. */
const isFiltered = (question: Question): boolean => Object.keys(countable(question)).some((name) => name !== 'on')

async function nameOf(asked: Asked, { besides }: Question): Promise<string | null> {
  const id = besides['co-quan']
  if (id === undefined || id === '-') return null
  const body = await asked.ask(organisationGet, { id, on: besides.ngay ?? asked.context.today })
  return body.ok ? body.value.name : null
}

function Nothing({ question }: { question: Question }) {
  const say = useSay()
  return question.isNarrowed ? (
    <Empty
      icon="clipboard-check"
      title={say('tasks.none')}
      action={
        <a className="btn btn--s" href={addresses.tasks}>
          {say('tasks.clear')}
        </a>
      }
    >
      {say('tasks.none.filtered')}
    </Empty>
  ) : (
    <Empty
      icon="clipboard-check"
      title={say('tasks.none')}
      action={
        <a className="btn btn--p" href={addresses.intake}>
          {say('tasks.to-intake')}
        </a>
      }
    >
      {say('tasks.none.yet')}
    </Empty>
  )
}

function Rows({ rows, question }: { rows: readonly TaskRow[]; question: Question }) {
  const say = useSay()
  const sorted = (sort: Question['sort']) => (question.sort === sort ? (sort === 'due' ? 'ascending' : 'descending') : undefined)
  return (
    <TableFrame label={say('table.of', { what: say('tasks.what') })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{say('tasks.status')}</th>
            <th scope="col" aria-sort={sorted('newest')}>
              <SortLink to="newest" question={question} label={say('tasks.task')} />
            </th>
            <th scope="col">{say('tasks.lead')}</th>
            <th scope="col">{say('tasks.document')}</th>
            <th scope="col" className="n" aria-sort={sorted('due')}>
              <SortLink to="due" question={question} label={say('task.due')} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function SortLink({ to, question, label }: { to: Question['sort']; question: Question; label: string }) {
  const say = useSay()
  return (
    <a className="sort" href={listHref(question, { sort: to })}>
      {label}
      {question.sort === to ? <Icon name={to === 'due' ? 'arrow-up' : 'arrow-down'} /> : null}
      <span className="vh"> ({say(`tasks.sort.${to}`)})</span>
    </a>
  )
}

function Row({ row }: { row: TaskRow }) {
  const say = useSay()
  return (
    <tr>
      <td>{row.state === 'cancelled' ? <span className="tag">{say('state.cancelled')}</span> : <Status of={row.lateness} />}</td>
      <th scope="row" className="lim">
        <a href={taskHref(row)}>{row.title}</a>
        <small className="sm muted tn">
          {[row.code, row.every === null ? null : say(`every.${row.every}`)].filter((part) => part !== null).join(' · ')}
        </small>
      </th>
      <td data-l={say('tasks.lead')}>{leadText(row, say)}</td>
      <td data-l={say('tasks.document')}>
        <DocumentNumber href={reviewHref(row.document.slug, row.parent ?? row.id)}>
          {row.document.number ?? row.document.title}
        </DocumentNumber>
      </td>
      <td className="n" data-l={say('task.due')}>
        <span>
          {row.due === null ? <span className="muted">{row.dueWords ?? say('due.none')}</span> : <DayText of={row.due} />}
          <small>
            <DaysLeft of={row.daysLeft} />
          </small>
        </span>
      </td>
    </tr>
  )
}
