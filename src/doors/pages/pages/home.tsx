import { denied } from '../../../kernel/access/access.ts'
import { KEEPS } from '../../../kernel/dataset/describe.ts'
import { documentList } from '../../../operations/document/list-documents.ts'
import { taskCounts } from '../../../operations/task/count-tasks.ts'
import { addresses, reviewHref, withQuery } from '../addresses.ts'
import { Card } from '../components/card.tsx'
import { DocumentNumber } from '../components/document-number.tsx'
import { Icon } from '../components/icon.tsx'
import { DayText, Sentence } from '../components/reader.tsx'
import { Bar } from '../components/strip.tsx'
import { type Asked, type NavItem, type Page, refused, view } from '../page.ts'
import { takesIn } from '../takes-in.ts'

/** Where people arrive: what this node holds, what waits, and the ways in. */
export const homePage: Page = {
  path: addresses.home,
  async get(asked) {
    const { say } = asked
    const counted = await asked.ask(taskCounts, {})
    if (!counted.ok) return refused(counted.refusal)
    const documents = await asked.ask(documentList, { limit: 50 })
    if (!documents.ok) return refused(documents.refusal)
    const { byLateness, total } = counted.value
    const rows = documents.value.items
    const held = `${rows.length}${documents.value.next === null ? '' : '+'}`
    return view({
      title: say('nav.home'),
      heading: say('home.heading'),
      lede: <Sentence of="home.lede" blanks={{ locality: asked.locality }} put={{ day: <DayText of={asked.context.today} /> }} />,
      sample: rows.some((row) => row.sample),
      data: { documents: documents.value, tasks: counted.value },
      body: (
        <div className="home">
          <div className="stack">
            <Card id="dang-co" title={say('home.holds')}>
              <dl className="figures">
                <Figure n={held} what={say('home.documents')} href={addresses.documents} />
                <Figure n={total} what={say('home.tasks')} href={addresses.tasks} />
                <Figure n={byLateness.overdue} what={say('home.overdue')} href={withQuery(addresses.tasks, { 'trang-thai': 'qua-han' })} />
                <Figure
                  n={byLateness['due-soon']}
                  what={say('home.soon')}
                  href={withQuery(addresses.tasks, { 'trang-thai': 'sap-den-han' })}
                />
              </dl>
              <div className="home-bar">
                <Bar counts={byLateness} total={total} />
              </div>
            </Card>
            <Waiting asked={asked} rows={rows.filter((row) => row.counts.proposed > 0)} />
          </div>
          <Card id="bat-dau" title={say('home.ways')} flush>
            <ul className="ways">
              {ways(asked).map(({ href, icon, label, note }) => (
                <li key={href}>
                  <a href={href}>
                    <Icon name={icon} />
                    <span>
                      <b>{label}</b>
                      {note}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      ),
    })
  },
}

/** Each is led to what he does. [PAG-43] */
export const ways = ({ say, context }: Pick<Asked, 'say' | 'context'>): readonly (NavItem & { readonly note: string })[] => [
  ...(takesIn(context.who)
    ? [{ href: addresses.intake, icon: 'file-input' as const, label: say('nav.intake'), note: say('home.way.intake') }]
    : []),
  ...(denied(context.who, KEEPS) === null
    ? [
        { href: addresses.imports, icon: 'file-up' as const, label: say('nav.imports'), note: say('home.way.imports') },
        { href: addresses.datasets, icon: 'database' as const, label: say('nav.datasets'), note: say('home.way.datasets') },
      ]
    : []),
  { href: addresses.tasks, icon: 'list-checks', label: say('nav.tasks'), note: say('home.way.tasks') },
  { href: addresses.documents, icon: 'file-text', label: say('nav.documents'), note: say('home.way.documents') },
  { href: addresses.places, icon: 'map', label: say('nav.places'), note: say('home.way.places') },
  { href: addresses.organisations, icon: 'landmark', label: say('nav.organisations'), note: say('home.way.organisations') },
]

const Figure = ({ n, what, href }: { n: number | string; what: string; href: string }) => (
  <div>
    <dt>
      <a href={href}>{what}</a>
    </dt>
    <dd className="tn">{n}</dd>
  </div>
)

function Waiting({
  asked,
  rows,
}: {
  asked: Asked
  rows: readonly { id: string; slug: string; title: string; issuer: string | null; counts: { proposed: number } }[]
}) {
  return (
    <Card id="cho-kiem-tra" title={asked.say('home.waiting')}>
      {rows.length === 0 ? (
        <p className="md muted">{asked.say('home.waiting.none')}</p>
      ) : (
        <ul className="list">
          {rows.map((row) => (
            <li key={row.id} className="row sp">
              <span>
                <DocumentNumber href={reviewHref(row.slug)}>{row.title}</DocumentNumber>{' '}
                <span className="md muted">{row.issuer ?? ''}</span>
              </span>
              <span className="fl fl--xem">{asked.say('intake.progress.waiting', { n: row.counts.proposed })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
