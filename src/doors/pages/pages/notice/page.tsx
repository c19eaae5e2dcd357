import { noticeList, noticeMark } from '../../../../operations/notice/list-notices.ts'
import type { NoticeView } from '../../../../operations/notice/views.ts'
import { addresses, withQuery } from '../../addresses.ts'
import { askedChoice } from '../../asked-choice.ts'
import { Card } from '../../components/card.tsx'
import { Empty, Notice } from '../../components/notice.tsx'
import { Pager } from '../../components/pager.tsx'
import { DayText } from '../../components/reader.tsx'
import { UnknownChoices } from '../../components/unknown-choices.tsx'
import { type Asked, type Page, redirect, refused, view } from '../../page.ts'
import { Item } from './item.tsx'

/** What concerns me, by day; the unread first, everything on request. */
const PAGE = 50

export const noticePage: Page = {
  path: addresses.notices,
  get: show,
  async post(asked, form) {
    const marked = await asked.ask(noticeMark, { upTo: form.text('den') })
    return marked.ok ? redirect(withQuery(addresses.notices, { xong: 'da-doc' })) : refused(marked.refusal)
  },
}

async function show(asked: Asked) {
  const { say } = asked
  const { of: only, unknown } = askedChoice(asked.query, 'xem', 'notice.show', [['tat-ca', 'all'] as const])
  const before = asked.query.get('sau')
  const first = Math.max(1, Number.parseInt(asked.query.get('tu') ?? '', 10) || 1)
  const found = await asked.ask(noticeList, { limit: PAGE, only: only ?? 'unread', ...(before === null ? {} : { before }) })
  if (!found.ok) return refused(found.refusal)
  const { items, next, unread, newest } = found.value
  const xem = only === null ? null : 'tat-ca'
  return view({
    heading: say('notice.heading'),
    lede: unread === 0 ? say('notice.lede.none') : say('notice.lede', { n: countWords(unread) }),
    data: found.value,
    ...(unread === 0 || before !== null ? {} : { actions: <MarkRead asked={asked} upTo={newest} /> }),
    body: (
      <div className="stack">
        {asked.query.get('xong') === 'da-doc' ? (
          <Notice kind="o" live>
            {say('notice.marked')}
          </Notice>
        ) : null}
        <UnknownChoices of={unknown} />
        <p className="shortcuts">
          <a className="chip" href={addresses.notices} aria-current={only === null ? 'true' : undefined}>
            {say('notice.unread')}
          </a>
          <a className="chip" href={withQuery(addresses.notices, { xem: 'tat-ca' })} aria-current={only === null ? undefined : 'true'}>
            {say('notice.all')}
          </a>
        </p>
        {items.length === 0 ? (
          <section className="card" aria-label={say('notice.heading')}>
            <Empty icon="bell" title={say(only === null ? 'notice.none-unread' : 'notice.none')} />
          </section>
        ) : (
          <>
            {[...Map.groupBy(items, (item) => item.on)].map(([on, of]) => (
              <ByDay key={on} on={on} of={of} asked={asked} marksNew={only !== null} />
            ))}
            <Pager
              first={first}
              shown={items.length}
              what={say('notice.rows')}
              firstHref={before === null ? null : withQuery(addresses.notices, { xem })}
              nextHref={next === null ? null : withQuery(addresses.notices, { xem, sau: next, tu: first + items.length })}
            />
          </>
        )}
      </div>
    ),
  })
}

/** «99+» is what the bell says too. */
const countWords = (unread: number): string => (unread >= 100 ? '99+' : String(unread))

/** Where only the unread stand, none needs to say that it is new. */
const ByDay = ({ on, of, asked, marksNew }: { on: string; of: readonly NoticeView[]; asked: Asked; marksNew: boolean }) => (
  <Card id={`ngay-${on}`} title={on === asked.context.today ? asked.say('notice.today') : <DayText of={on} />}>
    <ul className="list">
      {of.map((item) => (
        <Item key={item.id} of={item} asked={asked} isNew={marksNew && item.unread} />
      ))}
    </ul>
  </Card>
)

const MarkRead = ({ asked, upTo }: { asked: Asked; upTo: string }) => (
  <form method="post" action={addresses.notices}>
    <input type="hidden" name="den" value={upTo} />
    <button className="btn" type="submit">
      {asked.say('notice.mark')}
    </button>
  </form>
)
