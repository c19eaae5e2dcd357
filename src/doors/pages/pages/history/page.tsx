import { historyList } from '../../../../operations/history/list-history.ts'
import { historyVerify } from '../../../../operations/history/verify-history.ts'
import { addresses, documentHref, taskHref, withQuery } from '../../addresses.ts'
import { askedChoice } from '../../asked-choice.ts'
import { TableFrame } from '../../components/card.tsx'
import { Empty, Notice } from '../../components/notice.tsx'
import { Pager } from '../../components/pager.tsx'
import { DayText, InstantText, NumberText, Sentence } from '../../components/reader.tsx'
import { UnknownChoices } from '../../components/unknown-choices.tsx'
import { type Asked, type Page, refused, view } from '../../page.ts'
import { Change, type Names } from './change.tsx'
import { actorWords, bodiesIn, type Entry, verbWords } from './happenings.tsx'

/** Every change, newest first, and whether the chain that seals them is whole. */
const PAGE = 50
const kinds = ['document', 'task', 'person', 'calendar-day', 'dataset'] as const

export const historyPage: Page = {
  path: addresses.history,
  async get(asked) {
    const { of: entity, unknown } = askedChoice(
      asked.query,
      'ban-ghi',
      'history.records',
      kinds.map((kind) => [kind, kind] as const),
    )
    const before = asked.query.get('sau')
    const first = Math.max(1, Number.parseInt(asked.query.get('tu') ?? '', 10) || 1)
    const found = await asked.ask(historyList, {
      limit: PAGE,
      ...(entity === null ? {} : { entity }),
      ...(before === null ? {} : { before }),
    })
    if (!found.ok) return refused(found.refusal)
    const chain = await asked.ask(historyVerify, {})
    const { items, next } = found.value
    const names = await bodiesIn(items, asked)
    return view({
      heading: asked.say('history.heading'),
      lede: asked.say('history.lede'),
      data: found.value,
      body: (
        <>
          {chain.ok ? (
            <Chain asked={asked} ok={chain.value.ok} entries={chain.value.entries} head={chain.value.head} broken={chain.value.broken} />
          ) : null}
          <UnknownChoices of={unknown} />
          <p className="shortcuts">
            {[null, ...kinds].map((kind) => (
              <a
                key={kind ?? ''}
                className="chip"
                href={withQuery(addresses.history, { 'ban-ghi': kind })}
                aria-current={kind === entity ? 'true' : undefined}
              >
                {kind === null ? asked.say('history.all') : asked.say(`history.only.${kind}`)}
              </a>
            ))}
          </p>
          <section className="card" aria-label={asked.say('history.heading')}>
            {items.length === 0 ? (
              <Empty icon="clipboard-list" title={asked.say('history.none')} />
            ) : (
              <Entries of={items} asked={asked} names={names} />
            )}
            {items.length === 0 ? null : (
              <Pager
                first={first}
                shown={items.length}
                what={asked.say('history.rows')}
                firstHref={before === null ? null : withQuery(addresses.history, { 'ban-ghi': entity })}
                nextHref={next === null ? null : withQuery(addresses.history, { 'ban-ghi': entity, sau: next, tu: first + items.length })}
              />
            )}
          </section>
        </>
      ),
    })
  },
}

interface ChainState {
  readonly ok: boolean
  readonly entries: string
  readonly head: string | null
  readonly broken: { readonly seq: string; readonly reason: string } | null
}

const Chain = ({ asked, ok, entries, head, broken }: ChainState & { asked: Asked }) => (
  <Notice kind={ok ? 'o' : 'e'}>
    {broken === null ? (
      <Sentence of="history.whole" put={{ n: <NumberText of={Number(entries)} /> }} blanks={{}} />
    ) : (
      asked.say('history.broken', broken)
    )}
    {head === null ? null : (
      <p className="hash">
        {asked.say('history.head')}: {head}
      </p>
    )}
  </Notice>
)

const Entries = ({ of, asked, names }: { of: readonly Entry[]; asked: Asked; names: Names }) => (
  <TableFrame label={asked.say('table.of', { what: asked.say('history.rows') })}>
    <table className="t t--cards">
      <thead>
        <tr>
          <th scope="col" className="n">
            {asked.say('history.seq')}
          </th>
          <th scope="col">{asked.say('history.when')}</th>
          <th scope="col">{asked.say('history.who')}</th>
          <th scope="col">{asked.say('history.what')}</th>
          <th scope="col">{asked.say('history.change')}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((entry) => (
          <tr key={entry.seq}>
            <td className="n top" data-l={asked.say('history.seq')}>
              {entry.seq}
            </td>
            <td className="nw top" data-l={asked.say('history.when')}>
              <InstantText of={entry.at} />
            </td>
            <td className="nw top" data-l={asked.say('history.who')}>
              {actorWords(asked, entry)}
            </td>
            <th scope="row" className="nw top" data-l={asked.say('history.what')}>
              <Target entry={entry}>{verbWords(asked, entry)}</Target>
            </th>
            <td className="top" data-l={asked.say('history.change')}>
              <Change of={entry.change} names={names} entity={entry.entity} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
)

function Target({ entry, children }: { entry: Entry; children: string }) {
  if (entry.entity === 'task') return <a href={taskHref({ id: entry.id, code: null })}>{children}</a>
  if (entry.entity === 'document') return <a href={documentHref(entry.id)}>{children}</a>
  // of a day of the calendar the day is what was changed
  if (entry.entity === 'calendar-day')
    return (
      <>
        {children}: <DayText of={entry.id} />
      </>
    )
  return <>{children}</>
}
