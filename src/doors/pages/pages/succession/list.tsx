import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { successionKnown } from '../../../../operations/succession/known-case.ts'
import { successionList } from '../../../../operations/succession/list-successions.ts'
import { successionPlan } from '../../../../operations/succession/plan-succession.ts'
import type { PlanView } from '../../../../operations/succession/views.ts'
import { addresses, successionHref, withQuery } from '../../addresses.ts'
import { Card, TableFrame } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Empty, Notice } from '../../components/notice.tsx'
import { DayText, useSay } from '../../components/reader.tsx'
import { dayWords } from '../../dates.ts'
import { type Answer, type Asked, type Form, type Page, redirect, refused, view } from '../../page.ts'
import { BasisFields, basisTyped, type TypedBasis } from './basis.tsx'

/** Plans of succession, newest first; beside them a new one, and those the register already knows. */
export const successionListPage: Page = {
  path: addresses.successions,
  get: (asked) => show(asked, { name: '', basis: '', day: '' }, null),
  post: begin,
}

/** The days on which this locality was reorganised, as the register has them. */
const known = ['2025-03-01', '2025-07-01'] as const

async function begin(asked: Asked, form: Form): Promise<Answer> {
  const typed = basisTyped(form)
  const made =
    form.text('viec') === 'da-biet'
      ? await asked.ask(successionKnown, { day: form.text('ngay') })
      : await asked.ask(successionPlan, { ...typed, parts: [] })
  return made.ok ? redirect(successionHref(made.value.id)) : show(asked, typed, made.refusal)
}

async function show(asked: Asked, typed: TypedBasis, refusal: Refusal | null): Promise<Answer> {
  const after = asked.query.get('sau')
  const found = await asked.ask(successionList, { limit: 50, ...(after === null ? {} : { after }) })
  if (!found.ok) return refused(found.refusal)
  const { say } = asked
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: say('succession.heading'),
    lede: say('succession.lede'),
    data: found.value,
    body: (
      <>
        {refusal === null ? null : <ErrorSummary refusal={refusal} field={refusal.code === 'bad-day' ? 'ngay' : null} />}
        {asked.query.get('xong') === 'deleted' ? (
          <Notice kind="o" live>
            {say('succession.delete.done')}
          </Notice>
        ) : null}
        <div className="grid g-task">
          <Plans items={found.value.items} next={found.value.next} />
          <div className="stack">
            <Card id="moi" title={say('succession.new')} note={say('succession.new.note')}>
              <form method="post" action={addresses.successions} className="stack">
                <input type="hidden" name="viec" value="moi" />
                <BasisFields typed={typed} />
                <p>
                  <button type="submit" className="btn btn--p">
                    {say('succession.new.do')}
                  </button>
                </p>
              </form>
            </Card>
            <Card id="da-biet" title={say('succession.known')} note={say('succession.known.note')}>
              <div className="row gap">
                {known.map((day) => (
                  <form key={day} method="post" action={addresses.successions}>
                    <input type="hidden" name="viec" value="da-biet" />
                    <input type="hidden" name="ngay" value={day} />
                    <button type="submit" className="btn">
                      {say('succession.known.do', { day: dayWords(day, asked.language) })}
                    </button>
                  </form>
                ))}
              </div>
            </Card>
          </div>
        </div>
      </>
    ),
  })
}

function Plans({ items, next }: { items: readonly PlanView[]; next: string | null }) {
  const say = useSay()
  return (
    <Card
      id="danh-sach"
      title={say('succession.plans')}
      flush
      foot={
        next === null ? undefined : (
          <a href={withQuery(addresses.successions, { sau: next })} rel="next">
            {say('pager.next')}
          </a>
        )
      }
    >
      {items.length === 0 ? (
        <Empty icon="split" title={say('succession.none')}>
          {say('succession.none.why')}
        </Empty>
      ) : (
        <TableFrame label={say('table.of', { what: say('succession.what') })}>
          <table className="t t--cards">
            <thead>
              <tr>
                <th scope="col">{say('succession.name')}</th>
                <th scope="col">{say('succession.basis')}</th>
                <th scope="col">{say('succession.day')}</th>
                <th scope="col">{say('succession.state')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((plan) => (
                <tr key={plan.id}>
                  <th scope="row" className="lim">
                    <a href={successionHref(plan.id)}>{plan.name}</a>
                  </th>
                  <td data-l={say('succession.basis')}>{plan.basis}</td>
                  <td data-l={say('succession.day')}>
                    <DayText of={plan.day} />
                  </td>
                  <td data-l={say('succession.state')}>{say(`succession.state.${plan.state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Card>
  )
}
