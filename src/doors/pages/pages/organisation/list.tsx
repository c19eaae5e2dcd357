import { organisationList } from '../../../../operations/organisation/list-organisations.ts'
import { organisationResolve } from '../../../../operations/organisation/resolve-organisation.ts'
import { addresses, organisationHref, withQuery } from '../../addresses.ts'
import { TableFrame } from '../../components/card.tsx'
import { DayPicker } from '../../components/day-picker.tsx'
import { ChoiceField } from '../../components/field.tsx'
import { Empty } from '../../components/notice.tsx'
import { Pager } from '../../components/pager.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { RegisterWarnings } from '../../components/register-warnings.tsx'
import { UnknownChoices } from '../../components/unknown-choices.tsx'
import { type Answer, type Asked, type Page, refused, view } from '../../page.ts'
import { type AskedDay, askedDay } from '../asked-day.ts'
import { Life } from '../life.tsx'

/** The bodies that are there on a day, by whose they are; or those a name or an abbreviation may mean. */
const PAGE = 100

export const organisationListPage: Page = {
  path: addresses.organisations,
  get: (asked) => {
    const q = (asked.query.get('q') ?? '').trim().slice(0, 300)
    const day = askedDay(asked)
    return q === '' ? list(asked, day) : search(asked, day, q)
  },
}

/** Whose bodies: of the state, or of a province that the register has. */
const owners = ['trung-uong', 'Đà Nẵng', 'Quảng Nam'] as const

/** An owner that an address names stands among those to choose from. */
const ownersWith = (of: string): readonly string[] => (of === '' || owners.some((owner) => owner === of) ? owners : [...owners, of])

/** The days on which bodies were reorganised, and today. */
const changes = ['2025-02-28', '2025-03-01', '2025-07-01'] as const

export function OrganisationPicker({ asked, day, q, of }: { asked: Asked; day: AskedDay; q: string; of: string }) {
  const { say } = asked
  const shortcuts = [
    ...changes.map((on) => ({ day: on, note: say(`organisation.change.${on}`) })),
    { day: asked.context.today, note: say('place.change.today') },
  ].map(({ day: on, note }) => ({ day: on, note, href: withQuery(asked.path, { q, cua: of, ngay: on === asked.context.today ? '' : on }) }))
  return (
    <DayPicker
      action={addresses.organisations}
      on={day.typed}
      error={day.error}
      shortcuts={shortcuts}
      search={{ label: say('organisation.search'), value: q, hint: say('organisation.search.hint') }}
    >
      <ChoiceField
        id="cua"
        name="cua"
        label={say('organisation.of')}
        value={of}
        choices={[
          { value: '', label: say('organisation.of.any') },
          ...ownersWith(of).map((owner) => ({ value: owner, label: owner === 'trung-uong' ? say('organisation.of.state') : owner })),
        ]}
      />
    </DayPicker>
  )
}

interface Row {
  readonly id: string
  readonly name: string
  readonly abbreviation: string
  readonly of: string
  readonly from: string | null
  readonly to: string | null
  /** How the name that was typed led to it, where that is not plain. */
  readonly note: string | null
}

/** Whether the register has a body of that owner on the day; the owners to choose from always may be asked. */
async function hasBodies(asked: Asked, of: string, day: AskedDay): Promise<boolean> {
  if (owners.some((owner) => owner === of)) return true
  const found = await asked.ask(organisationList, { of, on: day.on, limit: 1 })
  return found.ok && found.value.items.length > 0
}

async function list(asked: Asked, day: AskedDay): Promise<Answer> {
  const typed = (asked.query.get('cua') ?? '').trim().slice(0, 100)
  const after = asked.query.get('sau')
  const first = Math.max(1, Number.parseInt(asked.query.get('tu') ?? '', 10) || 1)
  const of = typed === '' || (await hasBodies(asked, typed, day)) ? typed : ''
  const unknown = of === typed ? [] : [{ label: 'organisation.of' as const, value: typed }]
  const found = await asked.ask(organisationList, {
    on: day.on,
    limit: PAGE,
    ...(of === '' ? {} : { of }),
    ...(after === null ? {} : { after }),
  })
  if (!found.ok) return refused(found.refusal)
  const { items, next, warnings } = found.value
  const here = { cua: of, ngay: day.isGiven ? day.on : '' }
  return view({
    heading: asked.say('organisation.heading'),
    lede: <Sentence of="organisation.lede" put={{ day: <DayText of={day.on} /> }} />,
    data: found.value,
    body: (
      <>
        <OrganisationPicker asked={asked} day={day} q="" of={of} />
        <UnknownChoices of={unknown} />
        <RegisterWarnings of={warnings} />
        <section className="card" aria-label={asked.say('organisation.heading')}>
          {items.length === 0 ? (
            <Empty icon="landmark" title={asked.say('organisation.none.here')} />
          ) : (
            <Rows rows={items.map((one) => ({ ...one, note: null }))} day={day} />
          )}
          {items.length === 0 ? null : (
            <Pager
              first={first}
              shown={items.length}
              what={asked.say('organisation.what')}
              firstHref={after === null ? null : withQuery(addresses.organisations, here)}
              nextHref={next === null ? null : withQuery(addresses.organisations, { ...here, sau: next, tu: first + items.length })}
            />
          )}
        </section>
      </>
    ),
  })
}

async function search(asked: Asked, day: AskedDay, q: string): Promise<Answer> {
  const found = await asked.ask(organisationResolve, { q, on: day.on, limit: 50 })
  if (!found.ok) return refused(found.refusal)
  const { items, warnings } = found.value
  return view({
    heading: asked.say('organisation.heading'),
    title: `${q} – ${asked.say('organisation.heading')}`,
    lede: <Sentence of="place.found" blanks={{ n: items.length, q }} put={{ day: <DayText of={day.on} /> }} />,
    data: found.value,
    body: (
      <>
        <OrganisationPicker asked={asked} day={day} q={q} of="" />
        <RegisterWarnings of={warnings} />
        <section className="card" aria-label={asked.say('place.results')}>
          {items.length === 0 ? (
            <Empty icon="landmark" title={asked.say('organisation.none', { q })}>
              {asked.say('organisation.none.why')}
            </Empty>
          ) : (
            <Rows rows={items.map((one) => ({ ...one, note: noteOf(asked, one.matched) }))} day={day} />
          )}
        </section>
      </>
    ),
  })
}

const noteOf = (asked: Asked, { by, corrected }: { readonly by: string; readonly corrected: string | null }): string | null =>
  corrected === null ? null : asked.say(by === 'succession' ? 'place.succession' : 'place.corrected', { read: corrected })

function Rows({ rows, day }: { rows: readonly Row[]; day: AskedDay }) {
  const say = useSay()
  return (
    <TableFrame label={say('table.of', { what: say('organisation.what') })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{say('organisation.name')}</th>
            <th scope="col">{say('organisation.abbreviation')}</th>
            <th scope="col">{say('organisation.of')}</th>
            <th scope="col">{say('organisation.life')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="lim">
                <a href={organisationHref(row.id, day.isGiven ? day.on : undefined)}>{row.name}</a>
                {row.note === null ? null : <small className="tnote">{row.note}</small>}
              </th>
              <td data-l={say('organisation.abbreviation')}>{row.abbreviation}</td>
              <td data-l={say('organisation.of')}>{row.of === '' ? say('organisation.of.state') : row.of}</td>
              <td data-l={say('organisation.life')}>
                <Life from={row.from} to={row.to} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
