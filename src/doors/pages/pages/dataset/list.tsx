import type { TextKey } from '../../../../base/text/text.ts'
import { isTextKey } from '../../../../base/text/text.ts'
import { denied } from '../../../../kernel/access/access.ts'
import { accessClasses, cadences, KEEPS, themes } from '../../../../kernel/dataset/describe.ts'
import { datasetList } from '../../../../operations/dataset/list-datasets.ts'
import type { DatasetRow } from '../../../../operations/dataset/views.ts'
import { addresses, datasetHref, withQuery } from '../../addresses.ts'
import { askedChoice } from '../../asked-choice.ts'
import { Icon } from '../../components/icon.tsx'
import { Empty, Notice } from '../../components/notice.tsx'
import { Pager } from '../../components/pager.tsx'
import { DayText, NumberText, Sentence, useSay } from '../../components/reader.tsx'
import { UnknownChoices } from '../../components/unknown-choices.tsx'
import { dayTyped } from '../../dates.ts'
import { type Asked, type Page, refused, view } from '../../page.ts'
import { type AskedDay, askedDay } from '../asked-day.ts'
import { AccessMark } from './marks.tsx'

/** The catalogue: what there is, found by words and narrowed by what it is. */
const PAGE = 20

const facetNames = ['theme', 'access', 'custodian', 'cadence', 'format'] as const
type Facet = (typeof facetNames)[number]
/** As they stand in the address. */
const words: Readonly<Record<Facet, string>> = {
  theme: 'linh-vuc',
  access: 'muc',
  custodian: 'don-vi',
  cadence: 'ky',
  format: 'dang',
}

type Chosen = Readonly<Record<Facet, string | null>> & {
  readonly q: string
  /** A past day; null: today. */
  readonly on: string | null
}

export const datasetListPage: Page = {
  path: addresses.datasets,
  async get(asked) {
    const { query } = asked
    const q = (query.get('tim') ?? '').trim().slice(0, 200)
    const day = askedDay(asked)
    const choice = <Of extends string>(facet: Facet, of: readonly Of[]) =>
      askedChoice(
        query,
        words[facet],
        `facet.${facet}`,
        of.map((one) => [one, one] as const),
      )
    const theme = choice('theme', themes)
    const access = choice('access', accessClasses)
    const cadence = choice('cadence', cadences)
    const chosen: Chosen = {
      q,
      on: day.isGiven && day.on < asked.context.today ? day.on : null,
      theme: theme.of,
      access: access.of,
      cadence: cadence.of,
      custodian: query.get(words.custodian)?.slice(0, 120) || null,
      format: query.get(words.format)?.slice(0, 20) || null,
    }
    const after = query.get('sau')
    const first = Math.max(1, Number.parseInt(query.get('tu') ?? '', 10) || 1)
    const found = await asked.ask(datasetList, {
      limit: PAGE,
      ...(q === '' ? {} : { q }),
      ...(chosen.on === null ? {} : { on: chosen.on }),
      ...Object.fromEntries(facetNames.flatMap((facet) => (chosen[facet] === null ? [] : [[facet, chosen[facet]]]))),
      ...(after === null ? {} : { after }),
    })
    if (!found.ok) return refused(found.refusal)
    const { items, next, total, facets } = found.value
    return view({
      heading: asked.say('datasets.heading'),
      lede: <Sentence of="datasets.lede" blanks={{ n: total }} put={{ day: <DayText of={chosen.on ?? asked.context.today} /> }} />,
      actions: (
        <>
          <a className="btn" href={addresses.catalogue}>
            <Icon name="code" />
            {asked.say('datasets.dcat')}
          </a>
          {denied(asked.context.who, KEEPS) === null ? (
            <a className="btn btn--p" href={addresses.imports}>
              <Icon name="plus" />
              {asked.say('datasets.import')}
            </a>
          ) : null}
        </>
      ),
      sample: items.some((one) => one.sample),
      data: found.value,
      body: (
        <div className="cat">
          <Search chosen={chosen} day={day} />
          <Facets asked={asked} chosen={chosen} of={facets} />
          <div className="res">
            {chosen.on === null ? null : <AsOf on={chosen.on} now={hrefOf({ ...chosen, on: null })} />}
            <UnknownChoices of={[...theme.unknown, ...access.unknown, ...cadence.unknown]} />
            <p className="found">
              {q === '' ? asked.say('datasets.all', { n: total }) : asked.say('datasets.found', { n: total, q })}
              <Chips asked={asked} chosen={chosen} of={facets} />
            </p>
            <section className="card" aria-label={asked.say('datasets.heading')}>
              {items.length === 0 ? (
                <Nothing isFiltered={q !== '' || chosen.on !== null || facetNames.some((facet) => chosen[facet] !== null)} />
              ) : (
                <>
                  <ul className="ds">
                    {items.map((one) => (
                      <Item key={one.id} of={one} past={chosen.on !== null} />
                    ))}
                  </ul>
                  <Pager
                    first={first}
                    shown={items.length}
                    total={total}
                    what={asked.say('datasets.what')}
                    firstHref={after === null ? null : hrefOf(chosen)}
                    nextHref={next === null ? null : hrefOf(chosen, { sau: next, tu: first + items.length })}
                  />
                </>
              )}
            </section>
          </div>
        </div>
      ),
    })
  },
}

const hrefOf = (chosen: Chosen, more: Readonly<Record<string, string | number>> = {}): string =>
  withQuery(addresses.datasets, {
    tim: chosen.q,
    ngay: chosen.on,
    ...Object.fromEntries(facetNames.map((facet) => [words[facet], chosen[facet]])),
    ...more,
  })

/** What of the list is of that day, and what is not. */
function AsOf({ on, now }: { on: string; now: string }) {
  const say = useSay()
  return (
    <div className="asof">
      <Notice kind="i">
        <Sentence of="datasets.as-of" put={{ day: <DayText of={on} /> }} /> <a href={now}>{say('datasets.as-of.now')}</a>
      </Notice>
    </div>
  )
}

function Search({ chosen, day }: { chosen: Chosen; day: AskedDay }) {
  const say = useSay()
  return (
    <search className="card bigs" aria-label={say('datasets.search')}>
      <form className="filters" action={addresses.datasets} method="get">
        <div className="f grow">
          <label className="vh" htmlFor="tim-bo">
            {say('datasets.search')}
          </label>
          <input
            className="in"
            id="tim-bo"
            name="tim"
            type="search"
            defaultValue={chosen.q}
            placeholder={say('datasets.search.hint')}
            autoComplete="off"
          />
        </div>
        <div className={day.error === null ? 'f' : 'f err'}>
          <label htmlFor="ngay">{say('day-picker.on')}</label>
          {day.error === null ? null : <span className="msg-err">{day.error}</span>}
          <input
            className="in"
            id="ngay"
            name="ngay"
            inputMode="numeric"
            placeholder={say('form.day-form')}
            defaultValue={day.error !== null ? day.typed : chosen.on === null ? '' : dayTyped(chosen.on)}
          />
        </div>
        {facetNames.map((facet) =>
          chosen[facet] === null ? null : <input key={facet} type="hidden" name={words[facet]} value={chosen[facet] ?? ''} />,
        )}
        <button className="btn btn--p" type="submit">
          {say('datasets.find')}
        </button>
      </form>
    </search>
  )
}

type Counted = Readonly<Record<Facet, readonly { readonly of: string; readonly label: string | null; readonly n: number }[]>>

const MOST_SHOWN = 12

const nameOf = (asked: Asked, facet: Facet, one: { readonly of: string; readonly label: string | null }): string => {
  const key = `${facet}.${one.of}`
  return one.label ?? (isTextKey(key) ? asked.say(key) : one.of.toUpperCase())
}

/** On a narrow page they stand behind a link, so that what was found comes first; without script, as the menu does. */
function Facets({ asked, chosen, of }: { asked: Asked; chosen: Chosen; of: Counted }) {
  const say = useSay()
  const shown = facetNames.filter((facet) => of[facet].length > 0)
  if (shown.length === 0) return null
  const on = facetNames.filter((facet) => chosen[facet] !== null).length
  return (
    <>
      <a className="facopen" href="#bo-loc">
        <Icon name="list-checks" />
        {say('datasets.filters')}
        {on === 0 ? null : <span className="sm muted">{say('datasets.filters.on', { n: on })}</span>}
      </a>
      <nav className="card facets fac0" id="bo-loc" aria-label={say('datasets.facets')}>
        {shown.map((facet) => (
          <details key={facet} open={facet === 'theme' || facet === 'access' || chosen[facet] !== null}>
            <summary>{say(`facet.${facet}` satisfies TextKey)}</summary>
            <ul>
              {of[facet].slice(0, MOST_SHOWN).map((one) => (
                <li key={one.of}>
                  <a
                    href={hrefOf({ ...chosen, [facet]: chosen[facet] === one.of ? null : one.of })}
                    aria-current={chosen[facet] === one.of ? 'true' : undefined}
                  >
                    <span>{nameOf(asked, facet, one)}</span>
                    <NumberText of={one.n} />
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
    </>
  )
}

function Chips({ asked, chosen, of }: { asked: Asked; chosen: Chosen; of: Counted }) {
  return facetNames.map((facet) => {
    const value = chosen[facet]
    if (value === null) return null
    const name = nameOf(asked, facet, of[facet].find((one) => one.of === value) ?? { of: value, label: null })
    return (
      <a key={facet} className="chip" href={hrefOf({ ...chosen, [facet]: null })} aria-label={asked.say('facet.remove', { what: name })}>
        {name}
        <Icon name="x" />
      </a>
    )
  })
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const say = useSay()
  return isFiltered ? (
    <Empty
      icon="database"
      title={say('datasets.none.filtered')}
      action={
        <a className="btn btn--s" href={addresses.datasets}>
          {say('datasets.clear')}
        </a>
      }
    >
      {say('datasets.none.filtered.why')}
    </Empty>
  ) : (
    <Empty icon="database" title={say('datasets.none')}>
      {say('datasets.none.why')}
    </Empty>
  )
}

function Item({ of, past }: { of: DatasetRow; past: boolean }) {
  const say = useSay()
  return (
    <li>
      <div>
        <h2>
          <a href={datasetHref(of.slug, past ? { 'phien-ban': of.current.n } : {})}>{of.title}</a>{' '}
          {of.sample ? <span className="tag">{say('document.sample')}</span> : null}
        </h2>
        {of.description === null ? null : <p className="lim3">{of.description}</p>}
        <p className="dsm">
          <AccessMark of={of.access} />
          {of.custodianName === null && of.source === null ? null : (
            <span>
              <Icon name="landmark" />
              {of.custodianName ?? of.source}
            </span>
          )}
          {of.territory === null ? null : (
            <span>
              <Icon name="map-pin" />
              {of.territory}
            </span>
          )}
        </p>
      </div>
      <dl className="dsr">
        <div>
          <dt>{say('datasets.cadence')}</dt>
          <dd>{of.cadence === null ? say('datasets.untold') : say(`cadence.${of.cadence}`)}</dd>
        </div>
        <div>
          <dt>{say('datasets.updated')}</dt>
          <dd>
            <DayText of={of.current.recordedAt.slice(0, 10)} />
            {of.late ? <small className="late">{say('dataset.late')}</small> : null}
          </dd>
        </div>
        <div>
          <dt>{say('datasets.rows')}</dt>
          <dd>
            <NumberText of={of.current.rows} />
          </dd>
        </div>
      </dl>
    </li>
  )
}
