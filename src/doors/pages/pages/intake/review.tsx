import { statusOf } from '../../../../base/refusals.ts'
import { denied } from '../../../../kernel/access/access.ts'
import { documentAssign } from '../../../../operations/document/assign-tasks.ts'
import type { DocumentView } from '../../../../operations/document/views.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { addresses, documentHref, reviewHref, withQuery } from '../../addresses.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Icon } from '../../components/icon.tsx'
import { Empty, Notice } from '../../components/notice.tsx'
import { useSay } from '../../components/reader.tsx'
import { Steps } from '../../components/steps.tsx'
import { type Answer, type Asked, view } from '../../page.ts'
import { countKinds, type DirectiveMark, directiveMarks } from '../../text-marks/directive-marks.ts'
import { Legend, Paragraphs } from '../../text-marks/marked-text.tsx'
import { type Paragraph, paragraphsOf } from '../../text-marks/paragraphs.ts'
import { AddTask } from './add-task.tsx'
import { DocumentFacts } from './document-facts.tsx'
import { Arrival, Flash } from './flash.tsx'
import { countsOf, nextWaiting, reviewedTasks, taskOfMark } from './order.ts'
import { ProgressBar } from './progress-bar.tsx'
import { ReadingNotes } from './reading-notes.tsx'
import type { ReviewProblem } from './review-problem.ts'
import { blamedField } from './task-form.tsx'
import { ClosedTask, OpenTask } from './task-item.tsx'
import { nothingTyped } from './task-typed.ts'
import { wordsChosen } from './words-chosen.ts'

/**
 * The text with its marks beside the tasks read from it. One task is open at a time, and the address says which (`?mo=`),
 * so that everything works without script: a mark is a link to its task, a task a link to its form.
 */
export async function showReview(asked: Asked, document: DocumentView, asProblem: ReviewProblem | null): Promise<Answer> {
  const { say } = asked
  const chosenWords = asProblem === null ? await wordsChosen(asked, document) : null
  const problem = asProblem ?? (chosenWords !== null && 'refusal' in chosenWords ? chosenWords : null)
  const words = chosenWords !== null && 'words' in chosenWords ? chosenWords.words : null
  const tasks = reviewedTasks(document)
  const chosen = problem?.open ?? asked.query.get('mo') ?? nextWaiting(tasks, null)
  const open = tasks.some((task) => task.id === chosen) || chosen === 'them' || chosen === 'van-ban' ? chosen : null
  const paragraphs = paragraphsOf(document.text)
  const marks = directiveMarks(tasks, document.citations, open)
  const counts = countsOf(tasks)
  const name = document.number ?? document.title
  return view({
    heading: say('review.heading', { title: document.title }),
    title: name,
    crumbs: [{ label: say('intake.heading'), href: addresses.intake }],
    lede: tasks.length === 0 ? say('review.lede.none') : say('review.lede', { n: tasks.length, ...counts }),
    actions: <Steps at={counts.waiting > 0 ? 'review' : counts.confirmed > 0 ? 'assign' : counts.assigned > 0 ? 'done' : 'review'} />,
    layout: 'intake',
    sample: document.sample,
    data: document,
    ...(problem === null ? {} : { status: statusOf(problem.refusal) }),
    body: (
      <>
        {problem === null ? (
          <Arrival asked={asked} />
        ) : (
          <ErrorSummary refusal={problem.refusal} field={problem.identity === undefined ? blamedField(problem.refusal) : null} />
        )}
        <DocumentFacts
          document={document}
          action={asked.path}
          open={open === 'van-ban'}
          typed={problem?.identity ?? null}
          refusal={problem?.identity === undefined ? null : problem.refusal}
        />
        <ReadingNotes document={document} />
        <div data-doi hidden>
          <Notice kind="w" live>
            {say('review.changed')} <a href={asked.path}>{say('review.reload')}</a>
          </Notice>
        </div>
        <div className="split" data-moc={stampOf(document)}>
          <Source document={document} paragraphs={paragraphs} marks={marks} open={open} tasks={tasks} />
          <section className="card tasks" id="nhiem-vu" aria-labelledby="h-tasks">
            <div className="hd">
              <h2 id="h-tasks">{say('review.tasks', { n: tasks.length })}</h2>
              {/* where the two panes stand one below the other */}
              <a className="btn btn--q btn--s narrow" href="#van-ban-nguon">
                {say('review.to-source')}
              </a>
              <a className="btn btn--s" href={withQuery(reviewHref(document.slug), { mo: 'them' }, 'them')}>
                <Icon name="plus" />
                {say('review.add')}
              </a>
            </div>
            <ProgressBar {...counts} total={tasks.length} />
            {tasks.length === 0 && open !== 'them' ? (
              <Empty icon="list-checks" title={say('review.no-tasks')}>
                {say('review.no-tasks.why')}
              </Empty>
            ) : null}
            <ol className="tkl">
              {tasks.map((task, i) => {
                const item = { task, n: i + 1, slug: document.slug, paragraphs, tasks }
                return task.id === open ? (
                  <OpenTask
                    key={task.id}
                    {...item}
                    action={asked.path}
                    typed={problem?.task ?? null}
                    refusal={problem?.refusal ?? null}
                    part={problem?.over?.part ?? ''}
                  />
                ) : (
                  <ClosedTask key={task.id} {...item} />
                )
              })}
              {open === 'them' ? (
                <AddTask
                  slug={document.slug}
                  action={asked.path}
                  typed={problem?.task ?? words?.typed ?? nothingTyped}
                  place={problem?.place ?? words?.place ?? null}
                  quote={words?.quote ?? null}
                  looked={asked.query.get('trich') ?? ''}
                  refusal={problem?.refusal ?? null}
                />
              ) : null}
            </ol>
          </section>
        </div>
        {tasks.length === 0 ? null : <AssignBar tasks={tasks} asked={asked} document={document} />}
      </>
    ),
  })
}

interface SourceProps {
  readonly document: DocumentView
  readonly paragraphs: readonly Paragraph[]
  readonly marks: readonly DirectiveMark[]
  readonly open: string | null
  readonly tasks: readonly TaskView[]
}

function Source({ document, paragraphs, marks, open, tasks }: SourceProps) {
  const say = useSay()
  const slips = marks.filter((mark) => mark.kind === 'slip').length
  const opened = tasks.find((task) => task.id === open)
  const lit = new Set(
    paragraphs.filter((p) => opened?.start != null && opened.end != null && p.start < opened.end && p.end > opened.start).map((p) => p.n),
  )
  return (
    <section className="card doc" id="van-ban-nguon" aria-labelledby="h-doc">
      <div className="hd">
        <h2 id="h-doc">{say('review.source')}</h2>
        {/* script shows it beside a selection, and gives it its address */}
        <a className="btn btn--p btn--s" href={withQuery(reviewHref(document.slug), { mo: 'them' }, 'them')} data-chon hidden>
          <Icon name="plus" />
          {say('review.add.selected')}
        </a>
        <a className="btn btn--q btn--s" href={documentHref(document.slug)}>
          {document.number ?? document.title}
        </a>
      </div>
      <Legend counts={countKinds(marks)} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="paper" tabIndex={0} aria-label={say('document.text')}>
        <Paragraphs
          text={document.text}
          paragraphs={paragraphs}
          marks={marks}
          lit={lit}
          machine={document.reading?.machine ?? []}
          open={open}
          href={(mark) => hrefOfMark(document.slug, mark, tasks, open)}
        />
      </section>
      <div className="ft">
        <span>
          {say('review.words', { words: document.text.split(/\s+/).filter((word) => word !== '').length, paragraphs: paragraphs.length })}
        </span>
        {slips === 0 ? null : <span className="loi">{say('review.slips', { n: slips })}</span>}
        <a className="narrow" href="#nhiem-vu">
          {say('review.to-tasks')}
        </a>
      </div>
    </section>
  )
}

function hrefOfMark(slug: string, mark: DirectiveMark, tasks: readonly TaskView[], open: string | null): string | null {
  const task = taskOfMark(mark.tasks, tasks, open)
  return task === null ? null : reviewHref(slug, task)
}

function AssignBar({ tasks, asked, document }: { tasks: readonly TaskView[]; asked: Asked; document: DocumentView }) {
  const say = useSay()
  const confirmed = tasks.filter((task) => task.state === 'confirmed')
  const ready = confirmed.filter((task) => task.blockedBy === null).length
  const assigned = tasks.filter((task) => task.code !== null).length
  // who checks a letter is not always who gives its work out
  const gives = denied(asked.context.who, documentAssign.access) === null
  const late = confirmed.filter((task) => task.blockedBy === null && task.lateness === 'overdue').length
  const told = [
    ready > 0 && !gives ? say('review.assign.office', { n: ready }) : null,
    confirmed.length > ready ? say('review.assign.left', { n: confirmed.length - ready }) : null,
    late > 0 ? say('review.assign.late', { n: late }) : null,
  ].filter((sentence) => sentence !== null)
  const waits = told.length === 0 ? null : told.join(' ')
  const settled = tasks.length > 0 && tasks.every((task) => task.code !== null || task.state === 'discarded')
  return (
    <div className="sticky-act">
      <Flash asked={asked} tasks={tasks}>
        {settled && assigned > 0
          ? say('review.all-assigned')
          : (waits ?? (assigned === 0 ? say('review.nothing-sent') : say('intake.progress.assigned', { n: assigned })))}
      </Flash>
      <div className="acts">
        {assigned === 0 ? null : (
          <a className="btn" href={withQuery(addresses.tasks, { 'van-ban': document.id })}>
            {say('review.see-tasks')}
          </a>
        )}
        {ready === 0 || !gives ? null : (
          <form method="post" action={asked.path}>
            <button className="btn btn--p" type="submit" name="viec" value="giao">
              <Icon name="send" />
              {say('review.assign', { n: ready })}
            </button>
          </form>
        )}
      </div>
    </div>
  )
}

/** Changes when anything of the review does: another browser sees by it that somebody was here. */
const stampOf = ({ version, tasks }: DocumentView): string =>
  [version, ...tasks.map((task) => `${task.id}:${task.version}`).toSorted()].join(' ')
