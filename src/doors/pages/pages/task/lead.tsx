import { fold } from '../../../../base/fold.ts'
import type { Say } from '../../../../base/text/text.ts'
import type { TaskRow } from '../../../../operations/task/views.ts'
import { organisationHref } from '../../addresses.ts'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { Body } from './body.tsx'
import type { Heirs } from './heirs.ts'

type Led = Pick<TaskRow, 'lead' | 'holder'>

const named = ({ lead }: Led): string => lead.map((body) => body.name).join('; ')

/** Who holds it now where that is not whom the directive charged; a slip of the pen or another letter case is no other body. */
function heldByAnother({ lead, holder }: Led): Led['holder'] {
  const [first] = lead
  if (holder === null || first === undefined) return null
  const same = lead.length === 1 && first.organisation !== null && first.organisation === holder.id
  return (same && fold(first.name) === fold(holder.name)) || holder.name === first.name ? null : holder
}

/** Whoever answers for it, and in brackets whom the directive charged, when that is another. */
export function leadText(task: Led, say: Say): string {
  const holder = heldByAnother(task)
  return holder === null ? (task.holder?.name ?? named(task)) : say('task.lead.since', { name: holder.name, before: named(task) })
}

/** The same as two lines, with the day since when, where the register knows it. */
export function Lead({ of, heirs }: { of: Led; heirs: Heirs }) {
  const say = useSay()
  const { lead } = of
  const holder = heldByAnother(of)
  if (lead.length === 0) return say('document.unknown')
  if (holder === null)
    return (
      <ul className="plain">
        {lead.map((body) => (
          <li key={body.name}>
            <Body of={body} heirs={heirs} />
          </li>
        ))}
      </ul>
    )
  const day = heirs.get(lead[0]?.organisation ?? '')?.find((heir) => heir.id === holder.id)?.day ?? null
  return (
    <>
      {holder.id === null ? holder.name : <a href={organisationHref(holder.id)}>{holder.name}</a>}
      <span className="src heir">
        <Sentence
          of={day === null ? 'task.lead.before' : 'task.lead.before-day'}
          put={{ day: day === null ? '' : <DayText of={day} />, name: named(of) }}
        />
      </span>
    </>
  )
}
