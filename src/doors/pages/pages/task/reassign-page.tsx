import { randomUUID } from 'node:crypto'
import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { denied } from '../../../../kernel/access/access.ts'
import { organisationList } from '../../../../operations/organisation/list-organisations.ts'
import { organisationResolve } from '../../../../operations/organisation/resolve-organisation.ts'
import { taskGet } from '../../../../operations/task/get-task.ts'
import { taskReassign } from '../../../../operations/task/reassign-task.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { addresses, reassignHref, taskHref, withQuery } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { AreaField, CheckField, TextField } from '../../components/field.tsx'
import { useSay } from '../../components/reader.tsx'
import { type Answer, type Asked, type Page, redirect, refused, view } from '../../page.ts'

/** Given-out work goes to another body: one is chosen among those of the locality, or typed. [TSK-41] */
export const reassignPage: Page = {
  path: `${addresses.tasks}/:task/giao-lai`,
  get: (asked) => show(asked, { lead: '', words: '', unregistered: false }, null),
  async post(asked, form) {
    const typed = { lead: form.text('co-quan'), words: form.text('noi-dung'), unregistered: form.text('ngoai-so') !== '' }
    const given = { id: asked.param('task'), version: Number(form.text('version')), ...typed }
    const done = await asked.act(form.text('khoa'), taskReassign, given)
    if (!done.ok) return show(asked, typed, done.refusal)
    return redirect(withQuery(taskHref({ id: asked.param('task'), code: null }), { xong: 'reassign' }))
  },
}

type Typed = { readonly lead: string; readonly words: string; readonly unregistered: boolean }

async function show(asked: Asked, typed: Typed, refusal: Refusal | null): Promise<Answer> {
  const found = await asked.ask(taskGet, { id: asked.param('task') })
  if (!found.ok) return refused(found.refusal)
  // whose business it is not is told so before he types
  const may = refusal !== null || denied(asked.context.who, taskReassign.access) === null ? null : await asked.ask(taskReassign, {})
  if (may !== null && !may.ok) return refused(may.refusal)
  const task = found.value
  const { say } = asked
  const bodies = await bodiesOf(asked)
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: say('act.reassign.title'),
    title: `${say('act.reassign.title')}, ${task.code ?? ''}`,
    crumbs: [
      { label: say('nav.tasks'), href: addresses.tasks },
      { label: task.code ?? task.title, href: taskHref(task) },
    ],
    lede: say('act.reassign.note'),
    sample: task.sample,
    data: { task, bodies },
    body: (
      <div className="stack form-page">
        {refusal === null ? null : <ErrorSummary refusal={refusal} />}
        <Card id="viec" title={task.title} {...(task.holder === null ? {} : { note: say('act.reassign.now', { lead: task.holder.name }) })}>
          <ReassignForm task={task} bodies={bodies} typed={typed} isUnknown={refusal?.code === 'lead-unregistered'} />
        </Card>
      </div>
    ),
  })
}

/** What the bodies of this locality are called today. */
async function bodiesOf(asked: Asked): Promise<readonly string[]> {
  const own = await asked.ask(organisationResolve, { q: asked.locality, limit: 1 })
  const of = own.ok ? own.value.items[0]?.of : undefined
  if (of === undefined || of === '') return []
  const found = await asked.ask(organisationList, { of, limit: 500 })
  return found.ok ? [...new Set(found.value.items.map((one) => one.name))] : []
}

type Shown = { readonly task: TaskView; readonly bodies: readonly string[]; readonly typed: Typed; readonly isUnknown: boolean }

/** A body outside the register is confirmed once it was told that the register does not know it. [TSK-43] */
function ReassignForm({ task, bodies, typed, isUnknown }: Shown) {
  const say = useSay()
  return (
    <form method="post" action={reassignHref(task)} className="stack">
      <input type="hidden" name="version" value={task.version} />
      <input type="hidden" name="khoa" value={randomUUID()} />
      <TextField
        id="co-quan"
        name="co-quan"
        label={say('act.reassign.lead')}
        hint={say('act.reassign.lead.hint')}
        value={typed.lead}
        list="co-quan-goi-y"
        required
      />
      <datalist id="co-quan-goi-y">
        {bodies.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {isUnknown || typed.unregistered ? (
        <CheckField name="ngoai-so" label={say('act.reassign.unregistered')} checked={typed.unregistered} />
      ) : null}
      <AreaField id="noi-dung" name="noi-dung" label={say('act.reassign.words')} rows={4} value={typed.words} />
      <p className="row gap">
        <button type="submit" className="btn btn--p">
          {say('act.reassign.do')}
        </button>
        <a className="btn btn--q" href={taskHref(task)}>
          {say('act.back')}
        </a>
      </p>
    </form>
  )
}
