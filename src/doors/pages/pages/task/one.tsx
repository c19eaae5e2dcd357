import { isTextKey } from '../../../../base/text/text.ts'
import { counts } from '../../../../kernel/task/whole.ts'
import { documentGet } from '../../../../operations/document/get-document.ts'
import type { DocumentView } from '../../../../operations/document/views.ts'
import { historyList } from '../../../../operations/history/list-history.ts'
import { taskGet } from '../../../../operations/task/get-task.ts'
import { taskEvents } from '../../../../operations/task/list-events.ts'
import type { BodyView, TaskView } from '../../../../operations/task/views.ts'
import { addresses, documentHref, reviewHref, taskHref, withQuery } from '../../addresses.ts'
import { Card, Facts } from '../../components/card.tsx'
import { DocumentNumber } from '../../components/document-number.tsx'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, InstantText, Sentence, useLanguage, useSay } from '../../components/reader.tsx'
import { DaysLeft, Status } from '../../components/status.tsx'
import { Timeline } from '../../components/timeline.tsx'
import { type Asked, type Page, refused, view } from '../../page.ts'
import { personWords } from '../../person-words.ts'
import { directiveMarks } from '../../text-marks/directive-marks.ts'
import { MarkedText } from '../../text-marks/marked-text.tsx'
import { paragraphAt, paragraphsOf } from '../../text-marks/paragraphs.ts'
import { bodiesIn, happenings } from '../history/happenings.tsx'
import { Body } from './body.tsx'
import { dueSentence } from './due-words.ts'
import { type Heirs, heirsOf } from './heirs.ts'
import { Lead } from './lead.tsx'
import { notesOf } from './notes.ts'
import { ActButtons, Evidence, Progress, Unregistered, Waiting } from './progress.tsx'
import { VisibilityLink, Visible } from './visibility-page.tsx'

/** One task: the sentence that gave it, who answers for it, every date it ever had, and what was done to it. */
export const taskPage: Page = {
  path: `${addresses.tasks}/:task`,
  async get(asked) {
    const found = await asked.ask(taskGet, { id: asked.param('task') })
    if (!found.ok) return refused(found.refusal)
    const task = found.value
    const [document, history, heirs, said] = await Promise.all([
      asked.ask(documentGet, { id: task.document.id, tasks: 'none' }),
      asked.ask(historyList, { entity: 'task', id: task.id, limit: 100 }),
      heirsOf(asked, task),
      task.code === null ? null : asked.ask(taskEvents, { id: task.id, limit: 100 }),
    ])
    const names = history.ok ? await bodiesIn(history.value.items, asked) : new Map<string, string>()
    const { items: events, acts, reassign } = said?.ok ? said.value : { items: [], acts: [], reassign: false }
    if (!document.ok) return refused(document.refusal)
    return view({
      heading: task.title,
      title: task.code ?? task.title,
      crumbs: [
        { label: asked.say('nav.tasks'), href: addresses.tasks },
        { label: task.document.title, href: documentHref(task.document.slug) },
      ],
      lede: <Standing task={task} />,
      actions: (
        <>
          <ActButtons task={task} acts={acts} reassign={reassign} />
          <VisibilityLink task={task} asked={asked} />
        </>
      ),
      sample: task.sample,
      data: task,
      body: (
        <div className="grid g-task">
          <div className="stack">
            <Done act={asked.query.get('xong')} />
            <Waiting task={task} />
            <Unregistered task={task} events={events} />
            <SourceCard task={task} document={document.value} asked={asked} />
            <Children task={task} />
            {task.code === null || task.children.length > 0 ? null : <Progress task={task} events={events} />}
            <Card id="lich-su" title={asked.say('task.history')}>
              {history.ok && history.value.items.length > 0 ? (
                <Timeline of={happenings(history.value.items, asked, names)} />
              ) : (
                asked.say('task.history.none')
              )}
            </Card>
          </div>
          <div className="stack">
            <FactsCard task={task} heirs={heirs} />
            <Evidence events={events} />
            <Dues task={task} asked={asked} />
            <Cited document={document.value} task={task} />
          </div>
        </div>
      ),
    })
  },
}

function Standing({ task }: { task: TaskView }) {
  const say = useSay()
  return (
    <p className="row gap">
      {task.code === null || task.state === 'cancelled' ? null : <Status of={task.lateness} />}
      <span className="tag">{say(`state.${task.state}`)}</span>
      {task.neighbours.length === 0 ? null : (
        <a className="tag" href={withQuery(addresses.tasks, { 'dia-phuong': task.neighbours[0] })}>
          {say('task.joint.with', { names: task.neighbours.join(', ') })}
        </a>
      )}
      {task.due === null ? null : (
        <span className="md">
          <b className="tn">
            <DaysLeft of={task.daysLeft} />
          </b>
          {task.daysLeft === null ? '' : ', '}
          <Sentence of="task.due-on" put={{ day: <DayText of={task.due} /> }} />
          {task.dueOriginal === null || task.dueOriginal === task.due ? null : (
            <span className="sm muted">
              {' ('}
              <Sentence of="task.due-original" put={{ day: <DayText of={task.dueOriginal} /> }} />)
            </span>
          )}
        </span>
      )}
      {task.every === null ? null : <span className="md">{say(`every.${task.every}`)}</span>}
      <span className="md muted tn">{task.code === null ? say('task.not-assigned') : say('task.code', { code: task.code })}</span>
    </p>
  )
}

/** What was just done, said once. */
function Done({ act }: { act: string | null }) {
  const say = useSay()
  const key = [`act.${act}.done`, `visibility.${act}.done`].find(isTextKey)
  return key !== undefined ? (
    <Notice kind="o" live>
      {say(key)}
    </Notice>
  ) : null
}

/** The sentence in its paragraph, with the marks of this task; the words around it are dim. */
function SourceCard({ task, document, asked }: { task: TaskView; document: DocumentView; asked: Asked }) {
  const { say } = asked
  const paragraphs = paragraphsOf(document.text)
  const { start, end } = task
  const first = start === null ? null : paragraphAt(paragraphs, start)
  const marks = directiveMarks([{ ...task, parent: null }], [], null)
  const reviewed = task.parent ?? task.id
  return (
    <Card
      id="cau-goc"
      title={say('task.sentence')}
      aside={
        <a className="btn btn--q btn--s" href={reviewHref(document.slug, reviewed)}>
          <Icon name="external-link" />
          {first === null ? say('task.open-review') : say('task.open-paragraph', { n: first.n, title: document.number ?? document.title })}
        </a>
      }
    >
      {start === null || end === null || first === null ? (
        <p className="qsrc">{say('task.typed')}</p>
      ) : (
        <blockquote className="goc">
          <span className="dim">
            <MarkedText text={document.text} marks={marks} window={[first.start, Math.max(first.start, start)]} />
          </span>
          <MarkedText text={document.text} marks={marks} window={[start, end]} />
          <span className="dim">
            <MarkedText text={document.text} marks={marks} window={[end, Math.max(end, paragraphAt(paragraphs, end - 1)?.end ?? end)]} />
          </span>
        </blockquote>
      )}
      <p className="src">{dueSentence(asked, task.dues.at(-1))}</p>
      {notesOf(task, say).map((note) => (
        <p className="src" key={note}>
          {note}
        </p>
      ))}
    </Card>
  )
}

function FactsCard({ task, heirs }: { task: TaskView; heirs: Heirs }) {
  const say = useSay()
  const bodies = (list: readonly BodyView[]) => (
    <ul className="plain">
      {list.map((body) => (
        <li key={body.name}>
          <Body of={body} heirs={heirs} />
        </li>
      ))}
    </ul>
  )
  // of work that was given out and not split: who became one with the lead is told once, and apart
  const helps = (body: BodyView): boolean => task.holder === null || body.isClass || task.helpers.some((one) => one.name === body.name)
  const [coLead, coordinating] = [task.coLead.filter(helps), task.coordinating.filter(helps)]
  const joined = [...task.coLead, ...task.coordinating].filter((body) => !helps(body))
  const rows = [
    {
      term: say('task.lead'),
      is: (
        <b>
          <Lead of={task} heirs={heirs} />
        </b>
      ),
      show: true,
    },
    { term: say('task.co-lead'), is: bodies(coLead), show: coLead.length > 0 },
    { term: say('task.coordinating'), is: bodies(coordinating), show: coordinating.length > 0 },
    { term: say('task.joined'), is: joined.map((body) => body.name).join('; '), show: joined.length > 0 },
    { term: say('task.joint'), is: task.neighbours.join('; '), show: task.neighbours.length > 0 },
    { term: say('task.open-class'), is: say('task.open-class.note'), show: task.openClass },
    { term: say('task.recipients'), is: bodies(task.recipients), show: task.recipients.length > 0 },
    { term: say('task.every'), is: task.every === null ? '' : say(`every.${task.every}`), show: task.every !== null },
    { term: say('task.assigner'), is: personWords(say, task.assigner ?? ''), show: task.assigner !== null },
    { term: say('task.assigned-on'), is: <DayText of={task.assignedOn ?? ''} />, show: task.assignedOn !== null },
    {
      term: say('task.document'),
      is: <DocumentNumber href={documentHref(task.document.slug)}>{task.document.number ?? task.document.title}</DocumentNumber>,
      show: true,
    },
    {
      term: say('task.parent'),
      is: <a href={taskHref({ id: task.parent ?? '', code: null })}>{say('task.parent')}</a>,
      show: task.parent !== null,
    },
    { term: say('task.origin'), is: say(`origin.${task.origin}`), show: true },
    { term: say('task.visibility'), is: <Visible task={task} />, show: task.code !== null },
  ]
  return (
    <Card
      id="thong-tin"
      title={say('task.facts')}
      foot={
        <span>
          <Sentence of="task.changed" put={{ by: personWords(say, task.changedBy), at: <InstantText of={task.changedAt} /> }} />
        </span>
      }
    >
      <Facts of={rows.filter((row) => row.show)} />
    </Card>
  )
}

function Dues({ task, asked }: { task: TaskView; asked: Asked }) {
  const say = useSay()
  const language = useLanguage()
  if (task.dues.length === 0) return null
  return (
    <Card id="cac-han" title={say('task.dues')} note={say('task.dues.note')}>
      <ol className="list md">
        {task.dues.toReversed().map((due) => (
          <li key={`${due.recordedAt}${due.reason}`}>
            <p className="row sp">
              <b>{due.day === null ? say('due.none') : <DayText of={due.day} />}</b>
              <span className="sm muted">{say(`due.reason.${due.reason}`)}</span>
            </p>
            <p className="src">{dueSentence({ say: asked.say, language }, due)}</p>
            <p className="sm dim">
              <InstantText of={due.recordedAt} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Children({ task }: { task: TaskView }) {
  const say = useSay()
  if (task.children.length === 0) return null
  const counted = task.children.filter((child) => counts(child))
  const done = counted.filter((child) => child.state === 'done').length
  const late = counted.filter((child) => child.lateness === 'overdue').length
  return (
    <Card
      id="phan-viec"
      title={say('task.children')}
      note={say('task.children.note')}
      aside={<span className="b tn">{say('task.children.count', { done, of: counted.length, late })}</span>}
    >
      <ul className="list md">
        {task.children.map((child) => (
          <li key={child.id} className="row sp">
            <a href={taskHref(child)}>{child.lead}</a>
            <span className="row gap">
              {child.lateness === null ? null : <Status of={child.lateness} />}
              <span className="tag">{say(`state.${child.state}`)}</span>
              {child.code === null ? null : <span className="sm muted tn">{child.code}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The documents cited in the sentence of the task. */
function Cited({ document, task }: { document: DocumentView; task: TaskView }) {
  const say = useSay()
  const within = document.citations.filter(
    (citation) => task.start !== null && task.end !== null && citation.start >= task.start && citation.end <= task.end,
  )
  if (within.length === 0) return null
  return (
    <Card id="vien-dan" title={say('task.cited')}>
      <ul className="plain">
        {within.map((citation) => (
          <li key={citation.start}>
            <DocumentNumber href={citation.document === null ? null : documentHref(citation.document)}>
              {citation.number ?? citation.text}
            </DocumentNumber>
          </li>
        ))}
      </ul>
    </Card>
  )
}
