import type { Say } from '../../../../base/text/text.ts'
import { SAME_NAME } from '../../../../operations/document/identify-bodies.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { expandHref, heirsHref, settleHref } from '../../addresses.ts'
import { Notice } from '../../components/notice.tsx'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { dayWords } from '../../dates.ts'
import { notesOf } from '../task/notes.ts'

/** What stands in the way of a task under review, and what leads out of it. */
export const needsLook = (task: TaskView): boolean =>
  task.blockedBy !== null ||
  task.offRegime !== null ||
  strangersOf(task).length > 0 ||
  (task.state === 'proposed' && (task.check !== null || task.unsure !== null))

/** Leads that the register does not know. [TSK-40] */
const strangersOf = ({ lead }: TaskView): readonly string[] =>
  lead.flatMap(({ name, organisation, isClass }) => (organisation === null && !isClass ? name : []))

/** Why a person must look, until one has; and why it cannot be given out yet. */
export function Notes({ task }: { task: TaskView }) {
  const say = useSay()
  const language = useLanguage()
  if (task.state === 'discarded' || task.code !== null) return null
  const looks = task.state === 'proposed' ? notesOf(task, say) : []
  const blocked = task.blockedBy === null ? [] : [say(`review.blocked.${task.blockedBy}`, { names: nobodysText(task) })]
  const strangers = strangersOf(task)
  const names = strangers.join('; ')
  const isOneOfSeveral = task.check?.includes(SAME_NAME) === true
  const unknown = strangers.length === 0 ? [] : [isOneOfSeveral ? say('note.same-name') : say('review.unregistered', { names })]
  const { offRegime } = task
  const regime =
    offRegime === null || task.every === null
      ? []
      : [say('note.off-regime', { from: dayWords(offRegime.from, language), cutOff: dayWords(offRegime.cutOff, language) })]
  return (
    <>
      {[...new Set([...looks, ...unknown, ...regime, ...blocked])].map((note) => (
        <span className="tnote" key={note}>
          {note}
        </span>
      ))}
    </>
  )
}

/** What must be done before it can be given out, beside the task and not in its link. */
export function Ways({ task, className }: { task: TaskView; className: string }) {
  const say = useSay()
  if (task.state === 'discarded' || task.code !== null) return null
  const isClass = task.lead.some((body) => body.isClass)
  const hasHeirs = task.blockedBy === 'lead-ended'
  if (!isClass && !hasHeirs && task.unsure === null) return null
  return (
    <p className={className}>
      {isClass ? (
        <a className="btn btn--s" href={expandHref(task)}>
          {say('expand.title')}
        </a>
      ) : null}
      {hasHeirs ? (
        <a className="btn btn--s" href={heirsHref(task)}>
          {say('heirs.title')}
        </a>
      ) : null}
      {task.unsure === null ? null : (
        <a className="btn btn--s" href={settleHref(task)}>
          {say('settle.title')}
        </a>
      )}
    </p>
  )
}

/** Who has the work of the leads that are no more: by default, or by a person's choice. [TSK-36] */
export function Reorganised({ task }: { task: TaskView }) {
  const say = useSay()
  const passed = task.endedLeads.flatMap(({ name, holder }) => (holder === null ? [] : [nowCalled(name, holder.name, say)]))
  if (passed.length === 0) return null
  return (
    <Notice kind="i">
      {say('review.reorganised', { list: passed.join('; ') })} <a href={heirsHref(task)}>{say('heirs.other')}</a>
    </Notice>
  )
}

const nowCalled = (before: string, name: string, say: Say): string =>
  say(before === name ? 'review.lead.now.same' : 'review.lead.now', { before, name })

/** Leads whose work nobody has by default. */
const nobodysText = ({ endedLeads }: TaskView): string => endedLeads.flatMap((lead) => (lead.holder === null ? lead.name : [])).join('; ')

/** So many names are read in a list; of more, how many there are. */
const NAMED = 4
/** Who leads, and who leads with them: what a row of the review says of whom it charges. */
export function leadsText({ lead, coLead, endedLeads }: TaskView, say: Say): string {
  if (lead.length === 0) return say('document.unknown')
  const names = lead.map(({ name, organisation }) => {
    const heir = endedLeads.find((one) => one.organisation === organisation)?.holder ?? null
    return heir === null ? name : nowCalled(name, heir.name, say)
  })
  const joint = coLead.length === 0 ? '' : say('review.co-leads', { names: coLead.map(({ name }) => name).join('; ') })
  if (names.length <= NAMED) return [names.join('; '), joint].filter((one) => one !== '').join('; ')
  const many = say('review.leads', { n: names.length, names: names.slice(0, 2).join('; ') })
  return joint === '' ? many : `${many}; ${joint}`
}
