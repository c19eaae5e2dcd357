import type { ReactNode } from 'react'
import { searchAll } from '../../../../operations/search/search-all.ts'
import { addresses, datasetHref, documentHref, organisationHref, placeHref, taskHref, withQuery } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { DocumentNumber } from '../../components/document-number.tsx'
import { TextField } from '../../components/field.tsx'
import { Empty } from '../../components/notice.tsx'
import { useSay } from '../../components/reader.tsx'
import { Status } from '../../components/status.tsx'
import { type Page, refused, view } from '../../page.ts'
import { AccessMark } from '../dataset/marks.tsx'
import { Life } from '../life.tsx'
import { leadText } from '../task/lead.tsx'

/** One search over tasks, documents, datasets, bodies and places: with marks or without, numbers and symbols too. [BRD-11] */
export const searchPage: Page = {
  path: addresses.search,
  async get(asked) {
    const { say } = asked
    if (asked.context.who.kind === 'nobody') return refused({ code: 'sign-in-needed' })
    const q = (asked.query.get('q') ?? asked.query.get('tim') ?? '').trim().slice(0, 200)
    const found = q === '' ? null : await asked.ask(searchAll, { q, limit: 12 })
    if (found !== null && !found.ok) return refused(found.refusal)
    const all = found?.value ?? null
    const count = all === null ? 0 : Object.values(all).reduce((sum, of) => sum + of.items.length, 0)
    return view({
      title: say('search.title'),
      heading: q === '' ? say('search.title') : say('search.heading', { q }),
      sample: all?.tasks.items.some((task) => task.sample) === true || all?.datasets.items.some((one) => one.sample) === true,
      data: all,
      body: (
        <div className="stack">
          <search className="card">
            <form action={addresses.search} method="get" className="bd filters">
              <div className="grow">
                <TextField id="q" name="q" type="search" label={say('search.label')} hint={say('search.hint')} value={q} />
              </div>
              <p className="acts">
                <button className="btn btn--p" type="submit">
                  {say('search.do')}
                </button>
              </p>
            </form>
          </search>
          {all !== null && count === 0 ? (
            <Empty icon="search" title={say('search.none', { q })}>
              {say('search.none.why')}
            </Empty>
          ) : null}
          {all === null ? null : (
            <>
              <Found id="nhiem-vu" title={say('nav.tasks')} more={all.tasks.more ? withQuery(addresses.tasks, { tim: q }) : null}>
                {all.tasks.items.map((task) => (
                  <li key={task.id}>
                    <a href={taskHref(task)}>{task.title}</a>
                    <p className="row gap sm muted">
                      {task.code === null ? <span className="tag">{say(`state.${task.state}`)}</span> : <Status of={task.lateness} />}
                      <span className="tn">{[task.code, leadText(task, say)].filter(Boolean).join(' · ')}</span>
                    </p>
                  </li>
                ))}
              </Found>
              <Found
                id="van-ban"
                title={say('nav.documents')}
                more={all.documents.more ? withQuery(addresses.documents, { tim: q }) : null}
              >
                {all.documents.items.map((one) => (
                  <li key={one.id}>
                    <DocumentNumber href={documentHref(one.slug)}>{one.number ?? one.title}</DocumentNumber>{' '}
                    <span className="sm muted">{one.cites === null ? one.issuer : say('search.cites', { what: one.cites })}</span>
                  </li>
                ))}
              </Found>
              <Found id="du-lieu" title={say('nav.datasets')} more={all.datasets.more ? withQuery(addresses.datasets, { tim: q }) : null}>
                {all.datasets.items.map((one) => (
                  <li key={one.id}>
                    <a href={datasetHref(one.slug)}>{one.title}</a>
                    <p className="dsm">
                      <AccessMark of={one.access} />
                      {one.by === null ? null : <span>{one.by}</span>}
                    </p>
                  </li>
                ))}
              </Found>
              <Found id="to-chuc" title={say('nav.organisations')} more={null}>
                {all.organisations.items.map((one) => (
                  <li key={one.id}>
                    <a href={organisationHref(one.id)}>{one.name}</a>
                    <span className="sm muted">
                      {' '}
                      {one.of}
                      {one.to === null ? null : (
                        <>
                          {' · '}
                          <Life from={one.from} to={one.to} />
                        </>
                      )}
                      {one.matched.by === 'succession' ? ` · ${say('place.succession', { read: one.matched.corrected ?? '' })}` : null}
                    </span>
                  </li>
                ))}
              </Found>
              <Found id="dia-gioi" title={say('nav.places')} more={null}>
                {all.places.items.map((one) => (
                  <li key={one.id}>
                    <a href={placeHref(one.id)}>{one.name}</a> <span className="sm muted">{one.parent?.name}</span>
                  </li>
                ))}
              </Found>
            </>
          )}
        </div>
      ),
    })
  },
}

/** Nothing of a kind is no card. */
function Found({ id, title, more, children }: { id: string; title: string; more: string | null; children: readonly ReactNode[] }) {
  const say = useSay()
  if (children.length === 0) return null
  return (
    <Card id={id} title={title} aside={more === null ? undefined : <a href={more}>{say('search.more')}</a>} flush>
      <ul className="list md waits">{children}</ul>
    </Card>
  )
}
