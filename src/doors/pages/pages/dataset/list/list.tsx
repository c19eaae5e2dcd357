import { denied } from '../../../../../kernel/access/access.ts'
import { KEEPS } from '../../../../../kernel/dataset/describe.ts'
import { datasetList } from '../../../../../operations/dataset/list-datasets.ts'
import { addresses } from '../../../addresses.ts'
import { Icon } from '../../../components/icon.tsx'
import { Empty, Notice } from '../../../components/notice.tsx'
import { Pager } from '../../../components/pager.tsx'
import { DayText, Sentence, useLanguage, useSay } from '../../../components/reader.tsx'
import { UnknownChoices } from '../../../components/unknown-choices.tsx'
import { dayTyped, dayWords } from '../../../dates.ts'
import { type Page, refused, view } from '../../../page.ts'
import type { AskedDay } from '../../asked-day.ts'
import { type Chosen, facetNames, hrefOf, isNarrowed, listAsked, ordersFor, words } from './asked.ts'
import { Chips, Facets } from './facets.tsx'
import { Item } from './item.tsx'

/** The catalogue: what there is, found by words and narrowed by what it is. */
const PAGE = 20

export const datasetListPage: Page = {
  path: addresses.datasets,
  async get(asked) {
    const { query } = asked
    const { chosen, day, unknown } = listAsked(asked)
    const { q } = chosen
    const after = query.get('sau')
    const first = Math.max(1, Number.parseInt(query.get('tu') ?? '', 10) || 1)
    const found = await asked.ask(datasetList, {
      limit: PAGE,
      order: chosen.order,
      ...(q === '' ? {} : { q }),
      ...(chosen.on === null ? {} : { on: chosen.on }),
      ...Object.fromEntries(facetNames.flatMap((facet) => (chosen[facet] === null ? [] : [[facet, chosen[facet]]]))),
      ...(after === null ? {} : { after }),
    })
    if (!found.ok) return refused(found.refusal)
    const { items, next, total, begun, facets } = found.value
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
        <div className={facetNames.some((facet) => facets[facet].length > 0) ? 'cat' : 'cat cat--bare'}>
          <Search chosen={chosen} day={day} />
          <Facets asked={asked} chosen={chosen} of={facets} />
          <div className="res">
            {chosen.on === null ? null : <AsOf on={chosen.on} now={hrefOf({ ...chosen, on: null })} />}
            <UnknownChoices of={unknown} />
            <p className="found">
              {q === '' ? asked.say('datasets.all', { n: total }) : asked.say('datasets.found', { n: total, q })}
              <Chips asked={asked} chosen={chosen} of={facets} />
            </p>
            <Orders chosen={chosen} />
            <section className="card" aria-label={asked.say('datasets.heading')}>
              {items.length === 0 ? (
                <Nothing chosen={chosen} begun={begun} today={asked.context.today} />
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

/** In which order: each is an address of its own. [DAT-97] */
function Orders({ chosen }: { chosen: Chosen }) {
  const say = useSay()
  return (
    <nav className="acts sm" aria-label={say('datasets.order')}>
      <span className="muted">{say('datasets.order')}:</span>
      {ordersFor(chosen.q).map((order) =>
        order === chosen.order ? (
          <b key={order} aria-current="true">
            {say(`datasets.order.${order}`)}
          </b>
        ) : (
          <a key={order} href={hrefOf({ ...chosen, order })}>
            {say(`datasets.order.${order}`)}
          </a>
        ),
      )}
    </nav>
  )
}

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

function Nothing({ chosen, begun, today }: { chosen: Chosen; begun: string | null; today: string }) {
  const say = useSay()
  const language = useLanguage()
  if (begun !== null && chosen.on !== null)
    return (
      <Empty
        icon="database"
        title={say('datasets.none.then', { day: dayWords(chosen.on, language) })}
        action={
          <a className="btn btn--s" href={hrefOf({ ...chosen, on: begun < today ? begun : null })}>
            {begun < today ? say('datasets.none.then.see', { day: dayWords(begun, language) }) : say('datasets.as-of.now')}
          </a>
        }
      >
        {say('datasets.none.then.why', { day: dayWords(begun, language) })}
      </Empty>
    )
  // words alone are no filter
  const isFiltered = isNarrowed({ ...chosen, q: '' })
  return isNarrowed(chosen) ? (
    <Empty
      icon="database"
      title={say('datasets.none.filtered')}
      action={
        <a className="btn btn--s" href={addresses.datasets}>
          {say(isFiltered ? 'datasets.clear' : 'datasets.see-all')}
        </a>
      }
    >
      {say(isFiltered ? 'datasets.none.filtered.why' : 'datasets.none.words.why')}
    </Empty>
  ) : (
    <Empty icon="database" title={say('datasets.none')}>
      {say('datasets.none.why')}
    </Empty>
  )
}
