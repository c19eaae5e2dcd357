import { documentList } from '../../../../operations/document/list-documents.ts'
import type { DocumentRow } from '../../../../operations/document/views.ts'
import { addresses, documentHref, withQuery } from '../../addresses.ts'
import { TableFrame } from '../../components/card.tsx'
import { DocumentNumber } from '../../components/document-number.tsx'
import { Empty } from '../../components/notice.tsx'
import { Pager } from '../../components/pager.tsx'
import { DayText, InstantText, useSay } from '../../components/reader.tsx'
import { type Page, refused, view } from '../../page.ts'
import { Progress } from '../intake/list.tsx'

/** The documents received, newest first, searched by the words of number, issuer and abstract. */
const PAGE = 50

export const documentListPage: Page = {
  path: addresses.documents,
  async get(asked) {
    const q = (asked.query.get('tim') ?? '').trim()
    const after = asked.query.get('sau')
    const first = Math.max(1, Number.parseInt(asked.query.get('tu') ?? '', 10) || 1)
    const found = await asked.ask(documentList, { limit: PAGE, ...(q === '' ? {} : { q }), ...(after === null ? {} : { after }) })
    if (!found.ok) return refused(found.refusal)
    const { items, next } = found.value
    return view({
      heading: asked.say('documents.heading'),
      lede: asked.say('documents.lede'),
      sample: items.some((row) => row.sample),
      data: found.value,
      body: (
        <>
          <Search q={q} />
          <section className="card" aria-label={asked.say('documents.heading')}>
            {items.length === 0 ? (
              <Empty
                icon="file-text"
                title={asked.say('documents.none')}
                action={
                  <a className="btn btn--s" href={q === '' ? addresses.intake : addresses.documents}>
                    {asked.say(q === '' ? 'tasks.to-intake' : 'tasks.clear')}
                  </a>
                }
              >
                {q === '' ? asked.say('intake.none') : asked.say('documents.none.filtered', { q })}
              </Empty>
            ) : (
              <>
                <Rows rows={items} />
                <Pager
                  first={first}
                  shown={items.length}
                  what={asked.say('documents.what')}
                  firstHref={after === null ? null : withQuery(addresses.documents, { tim: q })}
                  nextHref={next === null ? null : withQuery(addresses.documents, { tim: q, sau: next, tu: first + items.length })}
                />
              </>
            )}
          </section>
        </>
      ),
    })
  },
}

function Search({ q }: { q: string }) {
  const say = useSay()
  return (
    <search className="card daypick" aria-label={say('documents.search')}>
      <form className="filters" action={addresses.documents} method="get">
        <div className="f grow">
          <label htmlFor="loc-tim">{say('documents.search')}</label>
          <input className="in" id="loc-tim" name="tim" type="search" defaultValue={q} autoComplete="off" />
        </div>
        <button className="btn" type="submit">
          {say('documents.find')}
        </button>
      </form>
    </search>
  )
}

function Rows({ rows }: { rows: readonly DocumentRow[] }) {
  const say = useSay()
  return (
    <TableFrame label={say('table.of', { what: say('documents.what') })}>
      <table className="t t--cards">
        <thead>
          <tr>
            <th scope="col">{say('intake.title')}</th>
            <th scope="col">{say('document.issuer')}</th>
            <th scope="col">{say('document.signed-on')}</th>
            <th scope="col">{say('intake.received')}</th>
            <th scope="col">{say('intake.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="lim">
                <DocumentNumber href={documentHref(row.slug)}>{row.title}</DocumentNumber>{' '}
                {row.sample ? <span className="tag">{say('document.sample')}</span> : null}
                {row.abstract === null ? null : <small className="sm muted">{row.abstract}</small>}
              </th>
              <td data-l={say('document.issuer')}>{row.issuer ?? <span className="muted">{say('document.unknown')}</span>}</td>
              <td data-l={say('document.signed-on')}>
                {row.signedOn === null ? <span className="muted">{say('document.unknown')}</span> : <DayText of={row.signedOn} />}
              </td>
              <td data-l={say('intake.received')}>
                <InstantText of={row.receivedAt} />
              </td>
              <td data-l={say('intake.state')}>
                <Progress counts={row.counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
