import type { Refusal } from '../../../../base/refusals.ts'
import { isTextKey, type Say } from '../../../../base/text/text.ts'
import { planOf } from '../../../../kernel/task/assignment.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { reviewHref, taskHref, withQuery } from '../../addresses.ts'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, useLanguage, useSay } from '../../components/reader.tsx'
import { fieldWords } from '../../field-words.ts'
import { type Paragraph, paragraphAt } from '../../text-marks/paragraphs.ts'
import { dueSentence, periodSentence } from '../task/due-words.ts'
import { OverTasks } from './over-tasks.tsx'
import { DraftNotice, TaskFields } from './task-form.tsx'
import { leadsText, Notes, needsLook, Reorganised, Ways } from './task-notes.tsx'
import { type TaskTyped, typedOf } from './task-typed.ts'

/** One task of the review: a line that opens it, or its form beside the words that gave it. */
export interface ItemProps {
  readonly task: TaskView
  /** Its number on this page, from 1. */
  readonly n: number
  readonly slug: string
  readonly paragraphs: readonly Paragraph[]
  /** All of the review, in their order. */
  readonly tasks: readonly TaskView[]
}

export function ClosedTask({ task, n, slug, paragraphs }: ItemProps) {
  const say = useSay()
  const paragraph = task.start === null ? null : paragraphAt(paragraphs, task.start)
  return (
    <li className={`tk ${task.state === 'discarded' ? 'bo' : ''}`} id={`nv-${task.id}`} data-nhiem-vu={task.id}>
      <a className="tkb" href={reviewHref(slug, task.id)}>
        <span className="tn no">{n}</span>
        <span className="tt">
          <span className="ti">{task.title}</span>
          <span className="tm">
            <span>
              <Icon name="landmark" />
              {leadsText(task, say)}
            </span>
            <span>
              <Icon name="calendar-clock" />
              <Due task={task} />
            </span>
            {paragraph === null ? null : <span className="dim">{say('mark.paragraph.short', { n: paragraph.n })}</span>}
          </span>
          <Notes task={task} />
        </span>
        <StateFlag task={task} />
      </a>
      <Ways task={task} className="tk-ways row gap" />
    </li>
  )
}

function Due({ task }: { task: TaskView }) {
  const say = useSay()
  if (task.due !== null) return <DayText of={task.due} />
  if (task.every !== null) return <>{say(`every.${task.every}`)}</>
  return <>{task.dueWords === null ? say('due.none') : say('due.none.words', { words: task.dueWords })}</>
}

export function StateFlag({ task }: { task: TaskView }) {
  const say = useSay()
  if (task.state === 'confirmed')
    return (
      <span className="fl fl--ok">
        <Icon name="check" />
        {say('state.confirmed')}
      </span>
    )
  if (task.code !== null)
    return (
      <span className="fl fl--ok">
        <Icon name="send" />
        {say('state.assigned')}
      </span>
    )
  if (task.state === 'discarded') return <span className="fl fl--bo">{say('state.discarded')}</span>
  return needsLook(task) ? (
    <span className="fl fl--xem">
      <Icon name="circle-help" />
      {say('state.check')}
    </span>
  ) : (
    <span className="fl fl--cho">{say('state.proposed')}</span>
  )
}

export function OpenTask(
  props: ItemProps & { readonly action: string; readonly typed: TaskTyped | null; readonly refusal: Refusal | null; readonly part: string },
) {
  const { task, n, slug } = props
  const say = useSay()
  return (
    <li className="tk open" id={`nv-${task.id}`} data-nhiem-vu={task.id}>
      <div className="tke">
        <div className="row sp">
          <h3>
            <span className="tn no">{n}</span>
            {say('review.task', { n })}
          </h3>
          <span className="row">
            <StateFlag task={task} />
            <a className="btn btn--q btn--s" href={withQuery(reviewHref(slug), { mo: 'khong' })}>
              {say('review.close')}
            </a>
          </span>
        </div>
        <Quote task={task} paragraphs={props.paragraphs} />
        {task.state === 'proposed' || task.state === 'confirmed' ? (
          <>
            <Editable {...props} />
            <OverTasks task={task} tasks={props.tasks} action={props.action} part={props.part} />
          </>
        ) : (
          <Settled {...props} />
        )}
      </div>
    </li>
  )
}

function Quote({ task, paragraphs }: Pick<ItemProps, 'task' | 'paragraphs'>) {
  const say = useSay()
  if (task.start === null) return <p className="qsrc">{say('task.typed')}</p>
  const paragraph = paragraphAt(paragraphs, task.start)
  return (
    <blockquote className="qsrc">
      {paragraph === null ? null : (
        <a href={`#d${paragraph.n}`} className="sm">
          {say('mark.paragraph', { n: paragraph.n })}
        </a>
      )}{' '}
      “{task.quote}”
    </blockquote>
  )
}

function Editable({ task, action, typed, refusal }: Parameters<typeof OpenTask>[0]) {
  const say = useSay()
  const plan = planOf(task.lead)
  const language = useLanguage()
  return (
    <form method="post" action={action} data-nhap={task.id}>
      <input type="hidden" name="nhiem-vu" value={task.id} />
      <input type="hidden" name="version" value={task.version} />
      <DraftNotice />
      {refusal?.code === 'changed-meanwhile' && typed !== null ? <Theirs now={typedOf(task)} mine={typed} /> : null}
      {needsLook(task) ? (
        <Notice kind="w">
          <Notes task={task} />
          <Ways task={task} className="acts" />
        </Notice>
      ) : null}
      <Reorganised task={task} />
      {plan.kind === 'fan-out' ? <Notice kind="i">{say('review.fan-out', { n: plan.children.length })}</Notice> : null}
      <TaskFields
        typed={typed ?? typedOf(task)}
        refusal={refusal}
        dueHint={periodSentence({ say }, task) ?? dueSentence({ say, language }, task.dues.at(-1))}
      />
      <div className="acts">
        {task.state === 'proposed' ? (
          <button className="btn btn--p" type="submit" name="viec" value="xac-nhan">
            <Icon name="check" />
            {say('review.confirm')}
          </button>
        ) : null}
        <button className="btn" type="submit" name="viec" value="luu">
          {say('review.save')}
        </button>
        {task.state === 'confirmed' ? (
          <button className="btn" type="submit" name="viec" value="dua-lai">
            {say('review.unconfirm')}
          </button>
        ) : null}
        <button className="btn btn--d" type="submit" name="viec" value="bo">
          {say('review.discard')}
        </button>
      </div>
    </form>
  )
}

/** What somebody else has made of it meanwhile, field by field, beside what was typed here: nothing of either is lost. */
function Theirs({ now, mine }: { now: TaskTyped; mine: TaskTyped }) {
  const say = useSay()
  const fields = (['title', 'lead', 'coLead', 'coordinating', 'recipients', 'due', 'every'] as const).filter(
    (field) => now[field] !== mine[field],
  )
  if (fields.length === 0) return null
  return (
    <Notice kind="w">
      {say('review.theirs')}
      <ul className="list md">
        {fields.map((field) => (
          <li key={field}>
            <span className="muted">{fieldWords(say, field)}:</span> {fieldShown(say, field, now[field])}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function fieldShown(say: Say, field: string, value: string): string {
  if (value === '') return say('history.empty-value')
  const every = `every.${value}`
  return field === 'every' && isTextKey(every) ? say(every) : value.split('\n').join('; ')
}

/** A task that is no longer a proposal: discarded, and can be put back; or assigned, and lives on its own page. */
function Settled({ task, action }: Parameters<typeof OpenTask>[0]) {
  const say = useSay()
  return (
    <>
      <p className="tt">{task.title}</p>
      {task.code !== null ? (
        <p className="acts">
          <a className="btn" href={taskHref(task)}>
            {task.code === null ? say('task.facts') : say('task.code', { code: task.code })}
          </a>
        </p>
      ) : (
        <form method="post" action={action} className="acts">
          <input type="hidden" name="nhiem-vu" value={task.id} />
          <input type="hidden" name="version" value={task.version} />
          <button className="btn" type="submit" name="viec" value="dua-lai">
            <Icon name="refresh-cw" />
            {say('review.reopen')}
          </button>
        </form>
      )}
    </>
  )
}
