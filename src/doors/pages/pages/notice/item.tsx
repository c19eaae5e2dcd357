import type { NoticeView } from '../../../../operations/notice/views.ts'
import { taskHref } from '../../addresses.ts'
import { DayText, InstantText, Sentence } from '../../components/reader.tsx'
import type { Asked } from '../../page.ts'

/** One notice: what happened, to which work, who said it and his words; a link to the work. */
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
        <a href={taskHref(of.task)}>
          <span className="tn">{of.task.code}</span> {of.task.title}
        </a>
      </p>
      {of.words === null ? null : <p className="pre md">{shortened(of.words)}</p>}
      <p className="sm muted">
        {by(of, asked)}
        {of.task.due === null ? null : (
          <>
            {' · '}
            <Sentence of="notice.due" put={{ day: <DayText of={of.task.due} /> }} />
          </>
        )}
      </p>
    </li>
  )
}

const what = ({ kind, role }: NoticeView, { say }: Asked): string =>
  kind === 'given' ? say(`notice.given.${role ?? 'lead'}`) : say(`event.${kind}`)

const by = ({ kind, actor, organisation, role, task }: NoticeView, { say }: Asked): string => {
  if (actor === null) {
    const body = organisation ?? task.lead ?? '—'
    return role === 'coordinator' || role === 'co-lead'
      ? say('notice.to.helping', { body, lead: task.lead ?? '—' })
      : say('notice.to', { body })
  }
  // a decision on days off is not a word of whoever gave the work
  if (kind === 'recounted') return [actor.name, say('notice.calendar')].filter((one) => one !== '').join(', ')
  return [actor.name, organisation ?? say('notice.assigner')].filter((one) => one !== '').join(', ')
}

/** The whole stands on the page of the work. */
const LONG = 300
const shortened = (words: string): string => (words.length <= LONG ? words : `${words.slice(0, LONG).trimEnd()}…`)
