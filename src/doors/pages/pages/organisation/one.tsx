import { organisationPredecessors, organisationSuccessors } from '../../../../operations/organisation/follow-organisation.ts'
import { organisationGet } from '../../../../operations/organisation/get-organisation.ts'
import { addresses, organisationHref } from '../../addresses.ts'
import { Card, Facts } from '../../components/card.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { type Page, refused, view } from '../../page.ts'
import { askedDay } from '../asked-day.ts'
import { Certainty, Grade } from '../certainty.tsx'
import { heldOn, Life } from '../life.tsx'
import { OrganisationPicker } from './list.tsx'

/** One body: its names over time, who answers for its work since, by function, and whose work it took over. */
export const organisationPage: Page = {
  path: `${addresses.organisations}/:id`,
  async get(asked) {
    const day = askedDay(asked)
    const found = await asked.ask(organisationGet, { id: asked.param('id'), on: day.on })
    if (!found.ok) return refused(found.refusal)
    const body = found.value
    const held = heldOn(body, day.on)
    const successors =
      body.to === null ? null : await asked.ask(organisationSuccessors, { id: body.id, on: held ? asked.context.today : day.on })
    const predecessors = body.from === null ? null : await asked.ask(organisationPredecessors, { id: body.id })
    return view({
      heading: body.name,
      crumbs: [{ label: asked.say('organisation.heading'), href: addresses.organisations }],
      lede: <Life from={body.from} to={body.to} />,
      data: body,
      body: (
        <>
          <OrganisationPicker asked={asked} day={day} q="" of="" />
          {held ? null : (
            <Notice kind="w">
              <Sentence
                of={body.to !== null && body.to <= day.on ? 'organisation.no-longer' : 'organisation.not-yet'}
                put={{ day: <DayText of={day.on} /> }}
              />
            </Notice>
          )}
          <div className="grid g-task">
            <div className="stack">
              {successors?.ok ? (
                <Card
                  id="ke-thua"
                  title={<Sentence of="organisation.successors" put={{ day: <DayText of={successors.value.on} /> }} />}
                  note={asked.say('organisation.successors.note')}
                >
                  <Heirs items={successors.value.items} on={successors.value.on} />
                </Card>
              ) : null}
              {predecessors?.ok ? (
                <Card
                  id="tien-than"
                  title={<Sentence of="organisation.predecessors" put={{ day: <DayText of={predecessors.value.on} /> }} />}
                >
                  <Heirs items={predecessors.value.items} on={predecessors.value.on} />
                </Card>
              ) : null}
              <Names names={body.names} />
            </div>
            <Card id="thong-tin" title={asked.say('task.facts')}>
              <Facts
                of={[
                  { term: asked.say('organisation.abbreviation'), is: body.abbreviation === '' ? '—' : body.abbreviation },
                  { term: asked.say('organisation.of'), is: body.of === '' ? asked.say('organisation.of.state') : body.of },
                  { term: asked.say('place.from'), is: body.from === null ? asked.say('life.unknown') : <DayText of={body.from} /> },
                  { term: asked.say('place.to'), is: body.to === null ? asked.say('life.still') : <DayText of={body.to} /> },
                  { term: asked.say('place.basis'), is: body.basis },
                  { term: asked.say('place.certainty'), is: <Grade of={body.certainty} /> },
                ]}
              />
            </Card>
          </div>
        </>
      ),
    })
  },
}

interface Heir {
  readonly id: string
  readonly name: string
  readonly of: string
  readonly scope: string
  readonly certain: boolean
  readonly basis: string
}

function Heirs({ items, on }: { items: readonly Heir[]; on: string }) {
  const say = useSay()
  if (items.length === 0) return <p className="md muted">{say('place.holders.none')}</p>
  return (
    <ul className="list">
      {items.map((heir) => (
        <li key={`${heir.id}${heir.scope}`}>
          <p>
            <a href={organisationHref(heir.id, on)}>{heir.name}</a>
            {heir.of === '' ? null : <span className="muted"> ({heir.of})</span>}
          </p>
          <p className="src">
            {heir.scope === '' ? say('heir.all') : say('heir.scope', { scope: heir.scope })}
            {heir.basis === '' ? null : `. ${heir.basis}`} <Certainty certain={heir.certain} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function Names({
  names,
}: {
  names: readonly { readonly name: string; readonly abbreviation: string; readonly from: string | null; readonly to: string | null }[]
}) {
  const say = useSay()
  return (
    <Card id="ten" title={say('organisation.names')}>
      <ul className="list">
        {names.map((name) => (
          <li key={`${name.name}${name.from ?? ''}`}>
            <p>
              <b>{name.name}</b> <span className="muted">{name.abbreviation}</span>
            </p>
            <p className="src">
              <Life from={name.from} to={name.to} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
