import type { Refusal } from '../../../../base/refusals.ts'
import { statusOf } from '../../../../base/refusals.ts'
import { denied } from '../../../../kernel/access/access.ts'
import { personAdd } from '../../../../operations/access/add-person.ts'
import { personList } from '../../../../operations/access/list-people.ts'
import { securityList } from '../../../../operations/access/list-security-events.ts'
import { roleNames } from '../../../../operations/access/role-names.ts'
import { addresses, personHref, withQuery } from '../../addresses.ts'
import { Card, TableFrame } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { TextField } from '../../components/field.tsx'
import { Empty } from '../../components/notice.tsx'
import { Pager } from '../../components/pager.tsx'
import { type Answer, type Asked, type Form, type Page, redirect, refused, view } from '../../page.ts'
import { personName, typedOf } from './duties.tsx'
import { SecurityEvents } from './security-events.tsx'

const PAGE = 50

/** Who has an account here, what each is for which body, and what happened at the entrance. */
export const peoplePage: Page = {
  path: addresses.people,
  get: (asked) => show(asked, null, null),
  async post(asked, form) {
    const added = await asked.ask(personAdd, typedOf(form, { name: 'ho-ten', login: 'ten-dang-nhap', email: 'thu-dien-tu' }))
    return added.ok ? redirect(personHref(added.value.id)) : show(asked, form, added.refusal)
  },
}

async function show(asked: Asked, typed: Form | null, refusal: Refusal | null): Promise<Answer> {
  const { say, language } = asked
  const q = (asked.query.get('tim') ?? '').trim().slice(0, 100)
  const after = asked.query.get('sau')
  const first = Math.max(1, Number.parseInt(asked.query.get('tu') ?? '', 10) || 1)
  const found = await asked.ask(personList, { limit: PAGE, ...(q === '' ? {} : { q }), ...(after === null ? {} : { after }) })
  if (!found.ok) return refused(found.refusal)
  const before = asked.query.get('truoc')
  const events = await asked.ask(securityList, { limit: 30, ...(before === null ? {} : { before }) })
  const { items, next } = found.value
  // an auditor reads the list; what changes it is not shown to him
  const keeps = denied(asked.context.who, personAdd.access) === null
  // the first person comes by the set-up link
  const adds = keeps && !(asked.context.who.kind === 'operator' && items.length === 0)
  return view({
    heading: say('people.heading'),
    lede: say('people.lede'),
    data: found.value,
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    body: (
      <div className="grid g-2-1">
        <div className="stack">
          <Card id="nguoi" title={say('people.list')} flush>
            <form className="bd row gap" method="get" action={addresses.people}>
              <TextField id="tim-nguoi" name="tim" type="search" label={say('people.search')} value={q} />
              <button className="btn" type="submit">
                {say('people.search.go')}
              </button>
            </form>
            {items.length === 0 ? (
              <Empty icon="landmark" title={say('people.none')}>
                {say('people.none.why')}
              </Empty>
            ) : (
              <TableFrame label={say('table.of', { what: say('people.what') })}>
                <table className="t t--cards">
                  <thead>
                    <tr>
                      <th scope="col">{say('person.name')}</th>
                      <th scope="col">{say('people.duties')}</th>
                      <th scope="col">{say('people.state')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((one) => (
                      <tr key={one.id}>
                        <th scope="row" className="top">
                          {keeps ? <a href={personHref(one.id)}>{personName(asked, one.name)}</a> : personName(asked, one.name)}
                        </th>
                        <td className="top" data-l={say('people.duties')}>
                          {one.duties
                            .filter((duty) => duty.holds)
                            .map((duty) => (
                              <div key={duty.id}>
                                {duty.deputyFor === null ? '' : `${duty.deputyFor.form} `}
                                {roleNames[duty.role][language]}, {duty.organisation.name}
                              </div>
                            ))}
                        </td>
                        <td className="top" data-l={say('people.state')}>
                          {say(one.sample ? 'people.sample' : one.disabled ? 'people.held' : 'people.open')}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableFrame>
            )}
            {items.length === 0 ? null : (
              <Pager
                first={first}
                shown={items.length}
                what={say('people.what')}
                firstHref={after === null ? null : withQuery(addresses.people, { tim: q })}
                nextHref={next === null ? null : withQuery(addresses.people, { tim: q, sau: next, tu: first + items.length })}
              />
            )}
          </Card>
          {events.ok ? <SecurityEvents of={events.value} asked={asked} /> : null}
        </div>
        <div className="stack">
          {refusal === null ? null : <ErrorSummary refusal={refusal} />}
          {adds ? (
            <Card id="them-nguoi" title={say('people.add')} note={say('people.add.why')}>
              <form className="stack" method="post" action={addresses.people}>
                <TextField id="ho-ten" name="ho-ten" label={say('person.name')} value={typed?.text('ho-ten') ?? ''} required />
                <TextField
                  id="ten-dang-nhap"
                  name="ten-dang-nhap"
                  label={say('sign-in.login')}
                  hint={say('person.login.hint')}
                  value={typed?.text('ten-dang-nhap') ?? ''}
                  optional
                />
                <TextField
                  id="thu-dien-tu"
                  name="thu-dien-tu"
                  type="email"
                  label={say('person.email')}
                  hint={say('person.email.hint')}
                  value={typed?.text('thu-dien-tu') ?? ''}
                  optional
                />
                <button className="btn btn--p" type="submit">
                  {say('people.add.submit')}
                </button>
              </form>
            </Card>
          ) : null}
        </div>
      </div>
    ),
  })
}
