import { isFigureKind, type NoticeView } from '../../../../operations/notice/views.ts'
import { datasetHref, figureReportHref, taskHref } from '../../addresses.ts'
import { DayText, InstantText, Sentence } from '../../components/reader.tsx'
import type { Asked } from '../../page.ts'

/** One notice: what happened, to which work or figure, who said it and his words; a link to it. */
export const Item = ({ of, asked, isNew }: { of: NoticeView; asked: Asked; isNew: boolean }) => {
  const { say } = asked
  return (
    <li>
      <p className="ends">
        <span>
          {isNew ? <span className="st st--moi">{say('notice.new')}</span> : null} <b>{what(of, asked)}</b>
          {of.percent === null ? null : <span className="tn">{`: ${of.percent}%`}</span>}
          {of.day === null ? null : (
            <>
              {', '}
              <Sentence of={of.kind === 'claimed' ? 'event.finished-on' : 'event.to-day'} put={{ day: <DayText of={of.day} /> }} />
            </>
          )}
        </span>
        {of.at === null ? null : <InstantText of={of.at} />}
      </p>
      <p>
        <About of={of} asked={asked} />
      </p>
      {of.words === null ? null : <p className="pre md">{shortened(of.words)}</p>}
      <p className="sm muted">
        {by(of, asked)}
        {of.task === null || of.task.due === null ? null : (
          <>
            {' · '}
            <Sentence of="notice.due" put={{ day: <DayText of={of.task.due} /> }} />
          </>
        )}
      </p>
    </li>
  )
}

/** A report is answered on its own page; who made it reads the answer here, and has the dataset to look at. [NOT-10] */
function About({ of: { kind, task, figureReport }, asked }: { of: NoticeView; asked: Asked }) {
  if (task !== null)
    return (
      <a href={taskHref(task)}>
        <span className="tn">{task.code}</span> {task.title}
      </a>
    )
  if (figureReport === null) return null
  const { id, no, dataset } = figureReport
  return (
    <a href={kind === 'figure-reported' ? figureReportHref(id) : datasetHref(dataset.slug, { xem: 'phien-ban' })}>
      {asked.say('figures.no', { no })}: {dataset.title}
    </a>
  )
}

const what = ({ kind, role }: NoticeView, { say }: Asked): string => {
  if (kind === 'given') return say(`notice.given.${role ?? 'lead'}`)
  return isFigureKind(kind) ? say(`notice.${kind}`) : say(`event.${kind}`)
}

const by = ({ kind, actor, organisation, role, task }: NoticeView, { say }: Asked): string => {
  if (isFigureKind(kind)) return actor === null ? say('figures.stranger') : actor.name
  if (actor === null) {
    const body = organisation ?? task?.lead ?? '—'
    const to = { body, lead: task?.lead ?? '—' }
    if (role === 'co-lead') return say('notice.to.co-lead', to)
    return role === 'coordinator' ? say('notice.to.helping', to) : say('notice.to', { body })
  }
  // a decision on days off is not a word of whoever gave the work
  if (kind === 'recounted') return [actor.name, say('notice.calendar')].filter((one) => one !== '').join(', ')
  return [actor.name, organisation ?? say('notice.assigner')].filter((one) => one !== '').join(', ')
}

/** The whole stands on the page of the work. */
const LONG = 300
const shortened = (words: string): string => (words.length <= LONG ? words : `${words.slice(0, LONG).trimEnd()}…`)
