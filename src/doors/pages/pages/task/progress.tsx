import type { Act } from '../../../../kernel/task/life.ts'
import type { EventView, TaskView } from '../../../../operations/task/views.ts'
import { addresses, reassignHref, taskHref } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { actForms, inOrder, labelOf } from './acts.ts'
import { Events, fileHref, sizeOf } from './events.tsx'

/** The buttons of a task: what whoever looks may do now, the nearest first. */
export function ActButtons({ task, acts, reassign }: { task: TaskView; acts: readonly Act[]; reassign: boolean }) {
  const say = useSay()
  const ordered = inOrder(acts)
  const first = ordered.find((act) => actForms[act].primary === true)
  const again = reassign ? (
    <a className="btn" href={reassignHref(task)}>
      <Icon name="refresh-cw" />
      {say('act.reassign')}
    </a>
  ) : null
  // whoever disputes it says that it is another's: that is the nearest answer
  const isDisputed = task.state === 'disputed'
  return (
    <>
      {isDisputed ? again : null}
      {ordered.map((act) => (
        <a key={act} className={act === first ? 'btn btn--p' : 'btn'} href={`${taskHref(task)}/${actForms[act].slug}`}>
          <Icon name={actForms[act].icon} />
          {say(labelOf(act))}
        </a>
      ))}
      {isDisputed ? null : again}
    </>
  )
}

/** How far the work is, and what was said on the way. */
export function Progress({ task, events }: { task: TaskView; events: readonly EventView[] }) {
  const say = useSay()
  return (
    <Card id="tien-do" title={say('task.progress')} aside={<span className="b tn">{task.percent}%</span>}>
      <svg
        className="meter"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        role="img"
        aria-label={say('task.progress.said', { n: task.percent })}
      >
        <rect className="meter-track" width="100" height="4" />
        <rect className="meter-done" width={task.percent} height="4" />
      </svg>
      {events.length === 0 ? <p className="src">{say('task.progress.none')}</p> : <Events of={events} />}
    </Card>
  )
}

/** What waits for somebody, said at the top. */
export function Waiting({ task }: { task: TaskView }) {
  const say = useSay()
  return (
    <>
      {task.askedDay === null ? null : (
        <Notice kind="w">
          <Sentence of="task.waits.extension" put={{ day: <DayText of={task.askedDay} /> }} />
        </Notice>
      )}
      {task.state === 'claimed' ? <Notice kind="i">{say('task.waits.acceptance')}</Notice> : null}
      {task.state === 'disputed' ? <Notice kind="w">{say('task.waits.dispute')}</Notice> : null}
      {task.escalated ? <Notice kind="w">{say('task.waits.decision')}</Notice> : null}
    </>
  )
}

/** Documents that were named as evidence and are not here: whoever reads it is asked to register them. [TSK-39] */
export function Unregistered({ task, events }: { task: TaskView; events: readonly EventView[] }) {
  const say = useSay()
  const named = [...new Set(events.flatMap((event) => (event.document === null || event.registered !== null ? [] : [event.document])))]
  if (named.length === 0 || task.closedOn !== null) return null
  return (
    <Notice kind="w">
      {say('task.unregistered', { documents: named.join('; ') })} <a href={addresses.intake}>{say('task.unregistered.do')}</a>
    </Notice>
  )
}

/** Every file shown for the task, newest first. */
export function Evidence({ events }: { events: readonly EventView[] }) {
  const say = useSay()
  const files = events.flatMap((event) => event.files.map((file) => ({ ...file, on: event.on })))
  if (files.length === 0) return null
  return (
    <Card
      id="minh-chung"
      title={say('task.evidence')}
      aside={<span className="sm muted">{say('task.evidence.count', { n: files.length })}</span>}
    >
      <ul className="list md">
        {files.map((file) => (
          <li key={`${file.sha256}${file.name}`}>
            <a href={fileHref(file.sha256)}>{file.name}</a>
            <p className="sm muted tn">
              {sizeOf(file.size)}, <DayText of={file.on} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
