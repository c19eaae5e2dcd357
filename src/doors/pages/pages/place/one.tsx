import { addDays, parseDay } from '../../../../kernel/period/day.ts'
import { readShape } from '../../../../kernel/place/shape.ts'
import { placePredecessors, placeSuccessors } from '../../../../operations/place/follow-place.ts'
import { placeGet } from '../../../../operations/place/get-place.ts'
import { placeList } from '../../../../operations/place/list-places.ts'
import { placeOutlines } from '../../../../operations/place/outline-places.ts'
import { addresses, placeHref } from '../../addresses.ts'
import { Card, Facts } from '../../components/card.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { ProvinceMap } from '../../map/province-map.tsx'
import { type Asked, type Page, refused, view } from '../../page.ts'
import { askedDay } from '../asked-day.ts'
import { Certainty, Grade } from '../certainty.tsx'
import { type Held, heldOn, Life } from '../life.tsx'
import { PlacePicker } from './list.tsx'

/**
 * One unit-version: its code, what is above and below it, what it came from and what became of it. It is shown on a day
 * of its own life: the day asked about, else its last.
 */
export const placePage: Page = {
  path: `${addresses.places}/:id`,
  async get(asked) {
    const day = askedDay(asked)
    const found = await asked.ask(placeGet, { id: asked.param('id'), ...(day.isGiven ? { on: day.on } : {}) })
    if (!found.ok) return refused(found.refusal)
    const place = found.value
    const held = heldOn(place, day.on)
    const within = held ? day.on : lastDay(place)
    const successors =
      place.to === null ? null : await asked.ask(placeSuccessors, { id: place.id, on: held ? asked.context.today : day.on })
    const predecessors = place.from === null ? null : await asked.ask(placePredecessors, { id: place.id })
    const below = place.level === 'commune' ? null : await asked.ask(placeList, { parent: place.id, on: within, limit: 500 })
    return view({
      heading: place.name,
      crumbs: [
        { label: asked.say('place.heading'), href: addresses.places },
        ...place.above.toReversed().map((unit) => ({ label: unit.name, href: placeHref(unit.id, day.isGiven ? day.on : undefined) })),
      ],
      lede: (
        <>
          {asked.say('place.code', { code: place.code })} <Life from={place.from} to={place.to} />
        </>
      ),
      data: place,
      body: (
        <>
          <PlacePicker asked={asked} day={day} q="" path={asked.path} />
          {held ? null : (
            <Notice kind="w">
              <Sentence
                of={place.to !== null && place.to <= day.on ? 'place.no-longer' : 'place.not-yet'}
                put={{ day: <DayText of={day.on} /> }}
              />
            </Notice>
          )}
          <div className="grid g-task">
            <div className="stack">
              {successors?.ok ? (
                <Holders
                  id="ke-thua"
                  title={<On of="place.successors" day={successors.value.on} />}
                  items={successors.value.items}
                  on={successors.value.on}
                />
              ) : null}
              {predecessors?.ok ? (
                <Holders
                  id="tien-than"
                  title={<On of="place.predecessors" day={predecessors.value.on} />}
                  items={predecessors.value.items}
                  on={predecessors.value.on}
                />
              ) : null}
              {below?.ok && below.value.items.length > 0 ? (
                <Card
                  id="truc-thuoc"
                  title={<Sentence of="place.below" blanks={{ n: below.value.items.length }} put={{ day: <DayText of={within} /> }} />}
                >
                  <ul className="kids">
                    {below.value.items.map((unit) => (
                      <li key={unit.id}>
                        <a href={placeHref(unit.id, day.isGiven ? day.on : undefined)}>{unit.name}</a>{' '}
                        <span className="muted tn">{unit.code}</span>
                      </li>
                    ))}
                  </ul>
                </Card>
              ) : null}
            </div>
            <div className="stack">
              <Identity place={place} />
              {place.level === 'province' ? await mapOn(asked, place.id, within, day.isGiven) : null}
            </div>
          </div>
        </>
      ),
    })
  },
}

/** The last day on which it held; its first when that is all that is known to lie near. */
function lastDay({ from, to }: Held): string {
  const end = to === null ? null : parseDay(to)
  return end === null ? (from ?? '') : addDays(end, -1)
}

async function mapOn(asked: Asked, place: string, on: string, isGiven: boolean) {
  const outlines = await asked.ask(placeOutlines, { on })
  if (!outlines.ok) return null
  return (
    <section className="card" aria-label={asked.say('map.label')}>
      <ProvinceMap
        outlines={outlines.value.items.map(({ place: of, name, kind, geometry }) => ({
          place: of,
          name,
          kind,
          shape: readShape(geometry),
        }))}
        chosen={place}
        label={asked.say('map.label')}
        href={(id) => placeHref(id, isGiven ? on : undefined)}
      />
    </section>
  )
}

const On = ({ of, day }: { of: 'place.successors' | 'place.predecessors'; day: string }) => (
  <Sentence of={of} put={{ day: <DayText of={day} /> }} />
)

interface Holder {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly kind: string
  readonly share: number | null
  readonly certain: boolean
  readonly basis: string
}

function Holders({ id, title, items, on }: { id: string; title: React.ReactNode; items: readonly Holder[]; on: string }) {
  const say = useSay()
  return (
    <Card id={id} title={title}>
      {items.length === 0 ? (
        <p className="md muted">{say('place.holders.none')}</p>
      ) : (
        <ul className="list">
          {items.map((holder) => (
            <li key={holder.id}>
              <p className="row sp">
                <a href={placeHref(holder.id, on)}>{holder.name}</a>
                <span className="muted tn">{holder.code}</span>
              </p>
              <p className="src">
                {say(holder.share === 1 ? 'holder.whole' : holder.share === null ? 'holder.part' : 'holder.share', {
                  percent: Math.round((holder.share ?? 0) * 100),
                })}
                . {holder.basis} <Certainty certain={holder.certain} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Identity({
  place,
}: {
  place: {
    readonly code: string
    readonly level: 'province' | 'district' | 'commune'
    readonly from: string | null
    readonly to: string | null
    readonly basis: string
    readonly certainty: string
  }
}) {
  const say = useSay()
  return (
    <Card id="thong-tin" title={say('task.facts')}>
      <Facts
        of={[
          { term: say('place.code.term'), is: <span className="tn">{place.code}</span> },
          { term: say('place.level'), is: say(`level.${place.level}`) },
          { term: say('place.from'), is: place.from === null ? say('life.unknown') : <DayText of={place.from} /> },
          { term: say('place.to'), is: place.to === null ? say('life.still') : <DayText of={place.to} /> },
          { term: say('place.basis'), is: place.basis },
          { term: say('place.certainty'), is: <Grade of={place.certainty} /> },
        ]}
      />
    </Card>
  )
}
