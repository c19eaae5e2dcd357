import { randomUUID } from 'node:crypto'
import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { denied } from '../../../../kernel/access/access.ts'
import { withoutPersonal } from '../../../../kernel/access/public-text.ts'
import { taskGet } from '../../../../operations/task/get-task.ts'
import { taskSetVisibility } from '../../../../operations/task/set-visibility.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { addresses, publicHref, taskHref, visibilityHref, withQuery } from '../../addresses.ts'
import { Card, Facts } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { AreaField } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { DayText, useSay } from '../../components/reader.tsx'
import { type Answer, type Asked, type Page, redirect, refused, view } from '../../page.ts'

/** Work is made public by somebody who has read what everybody will read; and taken back with a reason. [ACC-16] */
export const visibilityPage: Page = {
  path: `${addresses.tasks}/:task/cong-khai`,
  get: (asked) => show(asked, '', null),
  async post(asked, form) {
    const visibility = form.text('pham-vi')
    const reason = form.text('ly-do')
    const done = await asked.act(form.text('khoa'), taskSetVisibility, {
      id: asked.param('task'),
      version: Number(form.text('version')),
      visibility,
      ...(reason.trim() === '' ? {} : { reason }),
    })
    if (!done.ok) return show(asked, reason, done.refusal)
    return redirect(withQuery(taskHref({ id: asked.param('task'), code: null }), { xong: visibility }))
  },
}

async function show(asked: Asked, reason: string, refusal: Refusal | null): Promise<Answer> {
  const found = await asked.ask(taskGet, { id: asked.param('task') })
  if (!found.ok) return refused(found.refusal)
  // whose business it is not is told so before he types
  const may = refusal !== null || isHis(asked) ? null : await asked.ask(taskSetVisibility, {})
  if (may !== null && !may.ok) return refused(may.refusal)
  const task = found.value
  const { say } = asked
  const to = task.visibility === 'public' ? 'internal' : 'public'
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: say(`visibility.${to}.title`),
    title: `${say(`visibility.${to}.title`)}, ${task.code ?? ''}`,
    crumbs: [
      { label: say('nav.tasks'), href: addresses.tasks },
      { label: task.code ?? task.title, href: taskHref(task) },
    ],
    lede: say(`visibility.${to}.note`),
    sample: task.sample,
    data: task,
    body: (
      <div className="stack form-page">
        {refusal === null ? null : <ErrorSummary refusal={refusal} />}
        <Card id="cong-chung-thay" title={say('visibility.preview')} note={say('visibility.preview.note')}>
          <Preview task={task} />
        </Card>
        <Card id="pham-vi" title={say(`visibility.${to}.do`)}>
          <form method="post" className="stack">
            <input type="hidden" name="version" value={task.version} />
            <input type="hidden" name="khoa" value={randomUUID()} />
            <input type="hidden" name="pham-vi" value={to} />
            <AreaField
              id="ly-do"
              name="ly-do"
              label={say('visibility.reason')}
              rows={2}
              optional={to === 'public'}
              required={to === 'internal'}
              value={reason}
            />
            <p className="row gap">
              <button type="submit" className="btn btn--p">
                {say(`visibility.${to}.do`)}
              </button>
              <a className="btn btn--q" href={taskHref(task)}>
                {say('act.back')}
              </a>
            </p>
          </form>
        </Card>
      </div>
    ),
  })
}

/** What everybody reads, as the public page writes it. */
function Preview({ task }: { task: TaskView }) {
  const say = useSay()
  const rows = [
    { term: say('tasks.task'), is: <b>{withoutPersonal(task.title)}</b> },
    { term: say('tasks.lead'), is: task.children.length > 0 ? say('task.children') : task.lead.map((body) => body.name).join('; ') },
    { term: say('tasks.document'), is: task.document.title },
    { term: say('task.due'), is: task.due === null ? say('due.none') : <DayText of={task.due} /> },
    { term: say('tasks.status'), is: say(`lateness.${task.lateness}`) },
    { term: say('act.percent'), is: `${task.percent}%` },
  ]
  return <Facts of={rows} />
}

const isHis = ({ context }: Asked): boolean => denied(context.who, taskSetVisibility.access) === null

/** The way to it, for those whose business it is. */
export function VisibilityLink({ task, asked }: { task: TaskView; asked: Asked }) {
  if (task.code === null || !isHis(asked)) return null
  return (
    <a className="btn" href={visibilityHref(task)}>
      <Icon name="globe" />
      {asked.say(`visibility.${task.visibility === 'public' ? 'internal' : 'public'}.title`)}
    </a>
  )
}

/** «Công khai», with the way to where everybody reads it. */
export function Visible({ task }: { task: TaskView }) {
  const say = useSay()
  return task.visibility === 'public' ? <a href={publicHref(task.document.slug)}>{say('visibility.public')}</a> : say('visibility.internal')
}
