import { readShape } from '../../../../kernel/place/shape.ts'
import { placeList } from '../../../../operations/place/list-places.ts'
import { placeOutlines } from '../../../../operations/place/outline-places.ts'
import { placeResolve } from '../../../../operations/place/resolve-place.ts'
import { addresses, placeHref, withQuery } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { DayPicker } from '../../components/day-picker.tsx'
import { Empty } from '../../components/notice.tsx'
import { DayText, Sentence } from '../../components/reader.tsx'
import { RegisterWarnings } from '../../components/register-warnings.tsx'
import { ProvinceMap } from '../../map/province-map.tsx'
import { type Answer, type Asked, type Page, refused, view } from '../../page.ts'
import { type AskedDay, askedDay } from '../asked-day.ts'

/** The provinces of a day, on a map and in a list; or the places that a code or a name may mean on that day. */
export const placeListPage: Page = {
  path: addresses.places,
  get: (asked) => {
    const q = (asked.query.get('q') ?? '').trim().slice(0, 200)
    const day = askedDay(asked)
    return q === '' ? provinces(asked, day) : search(asked, day, q)
  },
}

/** The days on which the provinces changed, and today. */
const changes = ['2025-06-30', '2025-07-01'] as const

export function PlacePicker({ asked, day, q, path }: { asked: Asked; day: AskedDay; q: string; path: string }) {
  const { say } = asked
  const shortcuts = [
    ...changes.map((on) => ({ day: on, note: say(`place.change.${on}`) })),
    { day: asked.context.today, note: say('place.change.today') },
  ].map(({ day: on, note }) => ({ day: on, note, href: withQuery(path, { q, ngay: on === asked.context.today ? '' : on }) }))
  return (
    <DayPicker
      action={path === addresses.places ? path : addresses.places}
      on={day.typed}
      error={day.error}
      shortcuts={shortcuts}
      search={{ label: say('place.search'), value: q, hint: say('place.search.hint') }}
    />
  )
}

async function provinces(asked: Asked, day: AskedDay): Promise<Answer> {
  const found = await asked.ask(placeList, { level: 'province', on: day.on, limit: 100 })
  if (!found.ok) return refused(found.refusal)
  const outlines = await asked.ask(placeOutlines, { on: day.on })
  const { items, warnings } = found.value
  const href = (id: string): string => placeHref(id, day.isGiven ? day.on : undefined)
  return view({
    heading: asked.say('place.heading'),
    lede: <Sentence of="place.lede" blanks={{ n: items.length }} put={{ day: <DayText of={day.on} /> }} />,
    data: found.value,
    body: (
      <>
        <PlacePicker asked={asked} day={day} q="" path={addresses.places} />
        <RegisterWarnings of={warnings} />
        <div className="grid g-map">
          {outlines.ok ? (
            <section className="card" aria-label={asked.say('map.label')}>
              <ProvinceMap
                outlines={outlines.value.items.map(({ place, name, kind, geometry }) => ({
                  place,
                  name,
                  kind,
                  shape: readShape(geometry),
                }))}
                chosen={null}
                label={asked.say('map.label')}
                href={href}
              />
            </section>
          ) : null}
          <Card id="cac-tinh" title={asked.say('place.provinces', { n: items.length })}>
            <ul className="kids">
              {items.map((place) => (
                <li key={place.id}>
                  <a href={href(place.id)}>{place.name}</a> <span className="muted tn">{place.code}</span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </>
    ),
  })
}

async function search(asked: Asked, day: AskedDay, q: string): Promise<Answer> {
  const found = await asked.ask(placeResolve, { q, on: day.on, limit: 50 })
  if (!found.ok) return refused(found.refusal)
  const { items, warnings } = found.value
  return view({
    heading: asked.say('place.heading'),
    title: `${q} – ${asked.say('place.heading')}`,
    lede: <Sentence of="place.found" blanks={{ n: items.length, q }} put={{ day: <DayText of={day.on} /> }} />,
    data: found.value,
    body: (
      <>
        <PlacePicker asked={asked} day={day} q={q} path={addresses.places} />
        <RegisterWarnings of={warnings} />
        <section className="card" aria-label={asked.say('place.results')}>
          {items.length === 0 ? (
            <Empty icon="map-pin" title={asked.say('place.none', { q })}>
              {asked.say('place.none.why')}
            </Empty>
          ) : (
            <ul className="ways results">
              {items.map((place) => (
                <li key={place.id}>
                  <a href={placeHref(place.id, day.isGiven ? day.on : undefined)}>
                    <span className="tn code">{place.code}</span>
                    <span>
                      <b>{place.name}</b>
                      {asked.say(`level.${place.level}`)}
                      {place.parent === null ? '' : `, ${place.parent.name}`}
                      {place.matched.corrected === null ? null : (
                        <span className="tnote">
                          {asked.say(place.matched.by === 'succession' ? 'place.succession' : 'place.corrected', {
                            read: place.matched.corrected,
                          })}
                        </span>
                      )}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
      </>
    ),
  })
}
