import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { taskGet } from '../../../../operations/task/get-task.ts'
import { taskSettle } from '../../../../operations/task/settle-task.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { addresses, reviewHref, settleHref } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { AreaField } from '../../components/field.tsx'
import { useSay } from '../../components/reader.tsx'
import { type Answer, type Asked, type Page, redirect, refused, view } from '../../page.ts'

/** Two readings of the same words side by side; a person chooses one and says why. */
export const settlePage: Page = {
  path: `${addresses.tasks}/:task/cach-hieu`,
  get: (asked) => show(asked, { reading: '', reason: '' }, null),
  async post(asked, form) {
    const typed = { reading: form.text('cach-hieu'), reason: form.text('ly-do') }
    const done = await asked.ask(taskSettle, { id: asked.param('task'), version: Number(form.text('version')), ...typed })
    if (!done.ok) return show(asked, typed, done.refusal)
    const task = await asked.ask(taskGet, { id: asked.param('task') })
    return task.ok ? redirect(reviewHref(task.value.document.slug, task.value.id)) : refused(task.refusal)
  },
}

type Typed = { readonly reading: string; readonly reason: string }

async function show(asked: Asked, typed: Typed, refusal: Refusal | null): Promise<Answer> {
  const task = await asked.ask(taskGet, { id: asked.param('task') })
  if (!task.ok) return refused(task.refusal)
  const { say } = asked
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: say('settle.title'),
    crumbs: [
      { label: say('nav.intake'), href: addresses.intake },
      { label: task.value.document.title, href: reviewHref(task.value.document.slug, task.value.id) },
    ],
    lede: task.value.unsure ?? say('settle.none'),
    sample: task.value.sample,
    data: task.value,
    body: (
      <div className="stack form-page">
        {refusal === null ? null : <ErrorSummary refusal={refusal} />}
        <Readings task={task.value} typed={typed} />
      </div>
    ),
  })
}

function Readings({ task, typed }: { task: TaskView; typed: Typed }) {
  const say = useSay()
  const lead = task.lead.map((body) => body.name).join('; ')
  const others = task.coordinating
    .filter((body) => !body.isClass)
    .map((body) => body.name)
    .join('; ')
  return (
    <Card id="cach-hieu" title={task.title}>
      <blockquote className="qsrc">{task.quote}</blockquote>
      <form method="post" action={settleHref(task)} className="stack">
        <input type="hidden" name="version" value={task.version} />
        <fieldset className="stack">
          <legend className="b">{say('settle.choose')}</legend>
          {(['lead', 'co-lead'] as const).map((reading) => (
            <label className="ck" key={reading}>
              <input type="radio" name="cach-hieu" value={reading} required defaultChecked={typed.reading === reading} />
              <span>
                {say(`settle.${reading}`)}
                <small>{say(`settle.${reading}.means`, { lead, others })}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <AreaField id="ly-do" name="ly-do" label={say('settle.reason')} rows={2} required value={typed.reason} />
        <p className="row gap">
          <button type="submit" className="btn btn--p">
            {say('settle.do')}
          </button>
          <a className="btn btn--q" href={reviewHref(task.document.slug, task.id)}>
            {say('expand.back')}
          </a>
        </p>
      </form>
    </Card>
  )
}
