import type { TextKey } from '../../../../base/text/text.ts'
import type { Fact } from '../../../../kernel/task/life.ts'
import type { EventView } from '../../../../operations/task/views.ts'
import { documentHref } from '../../addresses.ts'
import type { IconName } from '../../components/icon-shapes.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { type Happening, Timeline } from '../../components/timeline.tsx'
import { personWords } from '../../person-words.ts'

/** What was said about a task, newest first; a coordinator's part stands under the update it belongs to. */
export const Events = ({ of }: { of: readonly EventView[] }) => {
  const say = useSay()
  const ids = new Set(of.map((event) => event.id))
  const parts = Map.groupBy(
    of.filter((event) => event.under !== null && ids.has(event.under)),
    (event) => event.under,
  )
  const own = of.filter((event) => event.under === null || !ids.has(event.under))
  return (
    <Timeline
      of={own.map(
        (event): Happening => ({
          key: event.id,
          icon: icons[event.kind] ?? 'info',
          act: event.kind !== 'part' && event.kind !== 'reminded',
          who: event.organisation ?? personWords(say, event.actor),
          at: event.at,
          what: <Said of={event} parts={parts.get(event.id) ?? []} />,
        }),
      )}
    />
  )
}

const icons: Readonly<Partial<Record<Fact, IconName>>> = {
  acknowledged: 'check',
  disputed: 'message-square',
  progress: 'square-pen',
  part: 'square-pen',
  answered: 'message-square',
  claimed: 'circle-check',
  returned: 'refresh-cw',
  accepted: 'clipboard-check',
  'extension-asked': 'calendar-clock',
  'extension-granted': 'calendar-clock',
  'extension-refused': 'x',
  extended: 'calendar-clock',
  'due-corrected': 'square-pen',
  escalated: 'send',
  decided: 'message-square',
  cancelled: 'x',
}

/** What the day of a fact is. */
const dayWords: Readonly<Partial<Record<Fact, TextKey>>> = { claimed: 'event.finished-on', answered: 'event.answered-on' }

function Said({ of, parts }: { of: EventView; parts: readonly EventView[] }) {
  const say = useSay()
  return (
    <>
      <p>
        <b>{say(`event.${of.kind}`)}</b>
        {of.percent === null ? null : <span className="tn">{`: ${of.percent}%`}</span>}
        {of.day === null ? null : (
          <>
            {', '}
            <Sentence of={dayWords[of.kind] ?? 'event.to-day'} put={{ day: <DayText of={of.day} /> }} />
          </>
        )}
        {of.kind === 'answered' ? (
          <span className="sm muted">{` (${say('event.recorded-by', { by: personWords(say, of.actor) })})`}</span>
        ) : null}
        {of.daysLate === null ? null : (
          <>
            {', '}
            <b className="c-qua">{say('event.asked-late', { n: of.daysLate })}</b>
          </>
        )}
        {of.forForm === null ? null : (
          <span className="sm muted">
            {' '}
            ({of.forForm} {personWords(say, of.forPerson ?? '')})
          </span>
        )}
      </p>
      {of.words === null ? null : <p className="pre">{of.words}</p>}
      {of.reason === null ? null : (
        <p className="src">{of.kind === 'reassigned' ? of.reason : say('event.reason', { reason: of.reason })}</p>
      )}
      <Named of={of} />
      <Files of={of} />
      {parts.map((part) => (
        <div className="qsrc" key={part.id}>
          <p className="sm">
            <b>{personWords(say, part.actor)}</b> · {say('event.part')}
          </p>
          <p className="pre">{part.words}</p>
          <Named of={part} />
          <Files of={part} />
        </div>
      ))}
    </>
  )
}

/** The document that shows it: where it is here, or that it is not. */
function Named({ of }: { of: EventView }) {
  if (of.document === null) return null
  const document = of.registered === null ? of.document : <a href={documentHref(of.registered)}>{of.document}</a>
  return (
    <p className="src">
      <Sentence of={of.registered === null ? 'event.document.unregistered' : 'event.document'} put={{ document }} />
    </p>
  )
}

export const fileHref = (sha256: string): string => `/api/v1/files/${sha256}`

function Files({ of }: { of: EventView }) {
  if (of.files.length === 0) return null
  return (
    <ul className="plain sm">
      {of.files.map((file) => (
        <li key={file.sha256}>
          <a href={fileHref(file.sha256)}>{file.name}</a> <span className="muted tn">{sizeOf(file.size)}</span>
        </li>
      ))}
    </ul>
  )
}

const KB = 1024
export const sizeOf = (bytes: number): string =>
  bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1).replace('.', ',')} MB`
