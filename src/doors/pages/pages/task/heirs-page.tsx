import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { taskChooseHeirs, taskHeirs } from '../../../../operations/task/choose-heirs.ts'
import { taskGet } from '../../../../operations/task/get-task.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { addresses, heirsHref, organisationHref, reviewHref } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Empty, Notice } from '../../components/notice.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { type Answer, type Asked, type Form, type Page, redirect, refused, view } from '../../page.ts'

/** Leads that are no more on the day the work is given out, and their heirs; a person chooses. [TSK-36] */
export const heirsPage: Page = {
  path: `${addresses.tasks}/:task/ke-thua`,
  get: (asked) => show(asked, null, null),
  async post(asked, form) {
    const ended = await asked.ask(taskHeirs, { id: asked.param('task') })
    if (!ended.ok) return refused(ended.refusal)
    const typed = typedIn(form, ended.value.items)
    const choices = typed.filter(({ heirs }) => heirs.length > 0)
    const done = await asked.ask(taskChooseHeirs, { id: asked.param('task'), version: Number(form.text('version')), choices })
    if (!done.ok) return show(asked, typed, done.refusal)
    const task = await asked.ask(taskGet, { id: asked.param('task') })
    return task.ok ? redirect(reviewHref(task.value.document.slug, task.value.parent ?? task.value.id)) : refused(task.refusal)
  },
}

type Items = Extract<Awaited<ReturnType<typeof taskHeirs.run>>, { ok: true }>['value']['items']
type Typed = readonly { readonly organisation: string; readonly heirs: readonly string[] }[]

const typedIn = (form: Form, items: Items): Typed =>
  items.map(({ organisation }) => ({ organisation, heirs: form.all(`ke-thua-${organisation}`) }))

async function show(asked: Asked, typed: Typed | null, refusal: Refusal | null): Promise<Answer> {
  const { say } = asked
  const [task, ended] = [await asked.ask(taskGet, { id: asked.param('task') }), await asked.ask(taskHeirs, { id: asked.param('task') })]
  if (!task.ok) return refused(task.refusal)
  if (!ended.ok) return refused(ended.refusal)
  const back = reviewHref(task.value.document.slug, task.value.parent ?? task.value.id)
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: say('heirs.title'),
    crumbs: [
      { label: say('nav.intake'), href: addresses.intake },
      { label: task.value.document.title, href: back },
    ],
    lede: <Sentence of="heirs.lede" put={{ day: <DayText of={asked.context.today} /> }} />,
    sample: task.value.sample,
    data: ended.value,
    body: (
      <div className="stack form-page">
        {refusal === null ? null : <ErrorSummary refusal={refusal} />}
        {ended.value.items.length === 0 ? (
          <Empty icon="landmark" title={say('heirs.none')} action={<a href={back}>{say('expand.back')}</a>} />
        ) : (
          <Choices task={task.value} items={ended.value.items} typed={typed} back={back} />
        )}
      </div>
    ),
  })
}

function Choices({ task, items, typed, back }: { task: TaskView; items: Items; typed: Typed | null; back: string }) {
  const say = useSay()
  return (
    <Card id="ke-thua" title={task.title}>
      <blockquote className="qsrc">{task.quote}</blockquote>
      <form method="post" action={heirsHref(task)} className="stack">
        <input type="hidden" name="version" value={task.version} />
        {items.map((lead) => (
          <fieldset className="stack" key={lead.organisation}>
            <legend className="b">
              <a href={organisationHref(lead.organisation)}>{lead.name}</a>
            </legend>
            {lead.heirs.length === 0 ? <Notice kind="w">{say('heirs.unknown')}</Notice> : null}
            <div className="cks">
              {lead.heirs.map((heir) => (
                <label className="ck" key={heir.id}>
                  <input
                    type="checkbox"
                    name={`ke-thua-${lead.organisation}`}
                    value={heir.id}
                    defaultChecked={
                      typed === null
                        ? heir.id === lead.holder
                        : typed.some(({ organisation, heirs }) => organisation === lead.organisation && heirs.includes(heir.id))
                    }
                  />
                  <span>
                    {heir.name}
                    {heir.scope === '' ? null : <small>{say('heir.scope', { scope: heir.scope })}</small>}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <p className="sm muted">{say('heirs.several')}</p>
        <p className="row gap">
          <button type="submit" className="btn btn--p">
            {say('heirs.do')}
          </button>
          <a className="btn btn--q" href={back}>
            {say('expand.back')}
          </a>
        </p>
      </form>
    </Card>
  )
}
