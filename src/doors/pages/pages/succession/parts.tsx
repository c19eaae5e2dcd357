import { partKinds } from '../../../../kernel/organisation/plan.ts'
import type { PlanView } from '../../../../operations/succession/views.ts'
import { organisationHref, successionHref } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { AreaField, ChoiceField } from '../../components/field.tsx'
import { useLanguage, useSay } from '../../components/reader.tsx'
import { dayWords } from '../../dates.ts'
import type { TypedPart } from './typed.ts'

/** What happens to which bodies; in a draft of one's own, parts are added and taken out. */
export function Parts({ plan, names, typed }: { plan: PlanView; names: ReadonlyMap<string, string>; typed: TypedPart | null }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card id="cac-phan" title={say('succession.parts')} note={say(plan.known ? 'succession.parts.known' : 'succession.parts.note')}>
      {plan.parts.length === 0 ? <p className="muted">{say('succession.parts.none')}</p> : null}
      <ul className="list">
        {plan.parts.map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name
          <li key={i}>
            <p className="b">{say(`succession.kind.${part.kind}`)}</p>
            <p>
              {part.from.map((id, n) => (
                <span key={id}>
                  {n === 0 ? '' : ', '}
                  <a href={organisationHref(id, plan.day)}>{names.get(id) ?? id}</a>
                </span>
              ))}
            </p>
            {part.to.length === 0 ? <p className="src">{say('succession.heir.none')}</p> : null}
            {part.to.map((heir) => (
              <p key={`${heir.id}${heir.scope}`} className="src">
                {'→ '}
                <b>{heir.name}</b>
                {heir.abbreviation === '' || !heir.isNew ? null : ` (${heir.abbreviation})`}
                {part.from.some((id) => isCalled(names.get(id), heir.name))
                  ? ` ${say('succession.heir.same', { day: dayWords(plan.day, language) })}`
                  : heir.isNew
                    ? ` ${say('succession.heir.new')}`
                    : null}
                {heir.scope === '' ? null : `. ${say('heir.scope', { scope: heir.scope })}`}
              </p>
            ))}
            {typed === null ? null : (
              <form method="post" action={successionHref(plan.id)}>
                <input type="hidden" name="viec" value="bo-phan" />
                <input type="hidden" name="version" value={plan.version} />
                <input type="hidden" name="phan" value={i} />
                <button type="submit" className="btn btn--s btn--q">
                  {say('succession.part.remove')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {typed === null ? null : <AddPart plan={plan} typed={typed} />}
    </Card>
  )
}

/** A new body may bear the name of one that ends: «Sở Nội vụ → Sở Nội vụ» reads as a slip. @param name with its province in brackets, or without */
const isCalled = (name: string | undefined, heir: string): boolean => name === heir || name?.startsWith(`${heir} (`) === true

function AddPart({ plan, typed }: { plan: PlanView; typed: TypedPart }) {
  const say = useSay()
  return (
    <details open={plan.parts.length === 0 || typed.from !== ''}>
      <summary>{say('succession.part.add')}</summary>
      <form method="post" action={successionHref(plan.id)} className="stack">
        <input type="hidden" name="viec" value="them-phan" />
        <input type="hidden" name="version" value={plan.version} />
        <ChoiceField
          id="loai"
          name="loai"
          label={say('succession.kind')}
          value={typed.kind}
          choices={partKinds.map((kind) => ({ value: kind, label: say(`succession.kind.${kind}`) }))}
        />
        <AreaField id="tu" name="tu" label={say('succession.from')} hint={say('succession.from.hint')} rows={3} value={typed.from} />
        <AreaField id="ve" name="ve" label={say('succession.to')} hint={say('succession.to.hint')} rows={3} value={typed.to} />
        <p>
          <button type="submit" className="btn">
            {say('succession.part.add.do')}
          </button>
        </p>
      </form>
    </details>
  )
}
