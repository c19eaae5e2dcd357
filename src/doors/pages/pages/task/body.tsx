import type { BodyView } from '../../../../operations/task/views.ts'
import { organisationHref } from '../../addresses.ts'
import { Icon } from '../../components/icon.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import type { Heirs } from './heirs.ts'

/** A body as the directive names it, for ever; a second line says who answers for it since. */
export function Body({ of, heirs }: { of: BodyView; heirs: Heirs }) {
  const say = useSay()
  const since = of.organisation === null ? [] : (heirs.get(of.organisation) ?? [])
  return (
    <>
      {of.organisation === null ? of.name : <a href={organisationHref(of.organisation)}>{of.name}</a>}
      {of.isClass ? <span className="sm muted"> ({say('task.class')})</span> : null}
      {of.organisation === null && !of.isClass ? <span className="sm dim"> ({say('task.unknown-body')})</span> : null}
      {since.map((heir) => (
        <span className="src heir" key={`${heir.id}${heir.scope}`}>
          <Icon name="arrow-right-left" />{' '}
          <Sentence
            of={heir.certain ? (heir.name === of.name ? 'task.successor.same' : 'task.successor') : 'task.successor.unsure'}
            put={{ day: heir.day === null ? '…' : <DayText of={heir.day} />, name: heir.name }}
          />
        </span>
      ))}
    </>
  )
}
