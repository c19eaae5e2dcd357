import type { Say } from '../../../../base/text/text.ts'
import type { TaskRow } from '../../../../operations/task/views.ts'
import { organisationHref } from '../../addresses.ts'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { Body } from './body.tsx'
import type { Heirs } from './heirs.ts'

type Led = Pick<TaskRow, 'lead' | 'holder'>

const named = ({ lead }: Led): string => lead.map((body) => body.name).join('; ')

/** Whoever answers for it, and in brackets whom the directive charged, when that is another. */
export function leadText(task: Led, say: Say): string {
  if (task.holder === null || task.holder.name === named(task)) return named(task)
  return say('task.lead.since', { name: task.holder.name, before: named(task) })
}

/** The same as two lines, with the day since when, where the register knows it. */
export function Lead({ of, heirs }: { of: Led; heirs: Heirs }) {
  const say = useSay()
  const { holder, lead } = of
  if (lead.length === 0) return say('document.unknown')
  if (holder === null || holder.name === named(of))
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
