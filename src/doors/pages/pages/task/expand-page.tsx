import { randomUUID } from 'node:crypto'
import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { taskExpand, taskMembers } from '../../../../operations/task/expand-task.ts'
import { taskGet } from '../../../../operations/task/get-task.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { addresses, expandHref, reviewHref, withQuery } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { AreaField } from '../../components/field.tsx'
import { Empty, Notice } from '../../components/notice.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { type Answer, type Asked, type Page, redirect, refused, view } from '../../page.ts'

/** The bodies of a class, named one by one as of the day of the document; a person leaves out those it does not mean. */
type Typed = { readonly chosen: readonly string[] | null; readonly reason: string }

export const expandPage: Page = {
  path: `${addresses.tasks}/:task/chon-ten`,
  get: (asked) => show(asked, { chosen: asked.query.get('chon') === 'khong' ? [] : null, reason: '' }, null),
  async post(asked, form) {
    const typed = { chosen: form.all('co-quan'), reason: form.text('ly-do') }
    const members = await asked.ask(taskMembers, { id: asked.param('task') })
    if (!members.ok) return refused(members.refusal)
    const without = members.value.items.map((one) => one.organisation).filter((one) => !typed.chosen.includes(one))
    const done = await asked.act(form.text('khoa'), taskExpand, {
      id: asked.param('task'),
      version: Number(form.text('version')),
      without,
      ...(typed.reason.trim() === '' ? {} : { reason: typed.reason }),
    })
    if (!done.ok) return show(asked, typed, done.refusal)
    const task = await asked.ask(taskGet, { id: asked.param('task') })
    return task.ok ? redirect(reviewHref(task.value.document.slug, task.value.parent ?? task.value.id)) : refused(task.refusal)
  },
}

async function show(asked: Asked, typed: Typed, refusal: Refusal | null): Promise<Answer> {
  const { say } = asked
  const [task, members] = [await asked.ask(taskGet, { id: asked.param('task') }), await asked.ask(taskMembers, { id: asked.param('task') })]
  if (!task.ok) return refused(task.refusal)
  if (!members.ok) return refused(members.refusal)
  const { items, classes, unknown, limits, on } = members.value
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: say('expand.title'),
    crumbs: [
      { label: say('nav.intake'), href: addresses.intake },
      { label: task.value.document.title, href: reviewHref(task.value.document.slug, task.value.id) },
    ],
    lede: <Sentence of="expand.lede" put={{ classes: (classes.length > 0 ? classes : unknown).join('; '), day: <DayText of={on} /> }} />,
    sample: task.value.sample,
    data: members.value,
    body: (
      <div className="stack form-page">
        {refusal === null ? null : <ErrorSummary refusal={refusal} />}
        {unknown.map((name) => (
          <Notice key={name} kind="w">
            {say('expand.unknown', { name })}
          </Notice>
        ))}
        {limits.map((words) => (
          <Notice key={words} kind="w">
            {say('expand.limit', { words })}
          </Notice>
        ))}
        {items.length === 0 ? (
          <Empty
            icon="landmark"
            title={say('expand.none')}
            action={<a href={reviewHref(task.value.document.slug, task.value.id)}>{say('expand.back')}</a>}
          />
        ) : (
          <Members task={task.value} items={items} typed={typed} />
        )}
      </div>
    ),
  })
}

/** Of more it is quicker to choose the few that are meant. */
const MANY = 8

function Members({ task, items, typed }: { task: TaskView; items: readonly { organisation: string; name: string }[]; typed: Typed }) {
  const say = useSay()
  return (
    <Card id="co-quan" title={task.title} note={say('expand.count', { n: items.length })}>
      <form method="post" action={expandHref(task)} className="stack">
        <input type="hidden" name="version" value={task.version} />
        <input type="hidden" name="khoa" value={randomUUID()} />
        {items.length <= MANY ? null : (
          <p className="sm">
            <a href={withQuery(expandHref(task), { chon: typed.chosen?.length === 0 ? '' : 'khong' })}>
              {say(typed.chosen?.length === 0 ? 'expand.all' : 'expand.nobody')}
            </a>
          </p>
        )}
        <fieldset className="ck-list">
          <legend className="vh">{say('expand.title')}</legend>
          {items.map((one) => (
            <label className="ck" key={one.organisation}>
              <input
                type="checkbox"
                name="co-quan"
                value={one.organisation}
                defaultChecked={typed.chosen === null || typed.chosen.includes(one.organisation)}
              />
              <span>{one.name}</span>
            </label>
          ))}
        </fieldset>
        <AreaField id="ly-do" name="ly-do" label={say('expand.reason')} hint={say('expand.reason.hint')} rows={2} value={typed.reason} />
        <p className="row gap">
          <button type="submit" className="btn btn--p">
            {say('expand.do')}
          </button>
          <a className="btn btn--q" href={reviewHref(task.document.slug, task.id)}>
            {say('expand.back')}
          </a>
        </p>
      </form>
    </Card>
  )
}
