import { randomUUID } from 'node:crypto'
import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import type { TextKey } from '../../../../base/text/text.ts'
import { type Act, life } from '../../../../kernel/task/life.ts'
import { taskGet } from '../../../../operations/task/get-task.ts'
import { taskEvents } from '../../../../operations/task/list-events.ts'
import type { EventView, TaskView } from '../../../../operations/task/views.ts'
import { addresses, taskHref, withQuery } from '../../addresses.ts'
import { Card } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { AreaField, ChoiceField, DayField, TextField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { dayTyped } from '../../dates.ts'
import { EVIDENCE } from '../../form.ts'
import { type Answer, type Asked, type Form, type KeptFile, type Page, redirect, refused, view } from '../../page.ts'
import { type ActField, actForms, actOf, labelOf, operationOf } from './acts.ts'
import { Answered, answeredBy } from './answered.tsx'
import { Events } from './events.tsx'

/** One act on one task: a form of its own, so that it works without script and an address can be sent to a colleague. */
type Typed = {
  readonly body: string
  readonly words: string
  readonly percent: string
  readonly reason: string
  readonly day: string
  readonly document: string
  readonly files: readonly KeptFile[]
}

export const actPage: Page = {
  path: `${addresses.tasks}/:task/:act`,
  async get(asked) {
    const found = await find(asked)
    if ('kind' in found) return found
    return show(asked, found, blank(found.task, found.act), null)
  },
  async post(asked, form) {
    const found = await find(asked)
    if ('kind' in found) return found
    const operation = operationOf(found.act)
    if (operation === undefined) return refused(noSuch(asked))
    const typed = typedFrom(form)
    if (form.refused !== null) return show(asked, found, typed, form.refused)
    const version = Number(form.text('version'))
    const done = await asked.act(form.text('khoa'), operation, { id: found.task.id, version, ...given(found.act, typed) })
    if (done.ok) return redirect(withQuery(taskHref(found.task), { xong: found.act }))
    return show(asked, found, typed, done.refusal, version)
  },
}

type Found = { readonly task: TaskView; readonly act: Act }

async function find(asked: Asked): Promise<Found | Answer> {
  const act = actOf(asked.param('act'))
  if (act === null) return refused(noSuch(asked))
  const task = await asked.ask(taskGet, { id: asked.param('task') })
  return task.ok ? { task: task.value, act } : refused(task.refusal)
}

const noSuch = (asked: Asked): Refusal => ({ code: 'no-such-address', data: { path: asked.path } })

const blank = (task: TaskView, act: Act): Typed => ({
  body: '',
  words: '',
  percent: act === 'progress' ? String(task.percent) : '',
  reason: '',
  day: act === 'grant-extension' ? dayTyped(task.askedDay ?? '') : '',
  document: '',
  files: [],
})

const typedFrom = (form: Form): Typed => ({
  body: form.text('co-quan'),
  words: form.text('noi-dung'),
  percent: form.text('tien-do'),
  reason: form.text('ly-do'),
  day: form.text('ngay'),
  document: form.text('van-ban'),
  files: [
    ...form.all('da-tai').flatMap((line) => {
      const [sha256, ...name] = line.split(' ')
      return sha256 === undefined ? [] : [{ sha256, name: name.join(' ') }]
    }),
    ...form.kept,
  ],
})

/** Only what the form of the act has; an empty field is not said. */
function given(act: Act, typed: Typed): object {
  const has = (field: ActField): boolean => actForms[act].fields.includes(field)
  const said = (value: string): string | undefined => (value.trim() === '' ? undefined : value)
  return {
    words: said(typed.words),
    ...(has('body') ? { body: said(typed.body) } : {}),
    ...(has('percent') ? { percent: said(typed.percent), reason: said(typed.reason) } : {}),
    ...(has('day') ? { day: said(typed.day) } : {}),
    ...(has('document') ? { document: said(typed.document) } : {}),
    ...(typed.files.length > 0 ? { files: typed.files } : {}),
  }
}

/** @param seen the version on which it was refused: what was said since is shown, and nothing typed is lost */
async function show(asked: Asked, { task, act }: Found, typed: Typed, refusal: Refusal | null, seen?: number): Promise<Answer> {
  const since =
    refusal?.code === 'changed-meanwhile' && seen !== undefined && seen > 0
      ? await asked.ask(taskEvents, { id: task.id, since: seen })
      : null
  const answered = await answeredBy(asked, task, act)
  const absent = actForms[act].fields.includes('body') ? await absentIn(asked, task) : []
  const { say } = asked
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: say(labelOf(act)),
    title: `${say(labelOf(act))}, ${task.code ?? ''}`,
    crumbs: [
      { label: say('nav.tasks'), href: addresses.tasks },
      { label: task.code ?? task.title, href: taskHref(task) },
    ],
    lede: say(`act.${act}.note`),
    sample: task.sample,
    data: { act, fields: actForms[act].fields, task, answers: answered },
    body: (
      <div className="stack form-page">
        {refusal === null ? null : <ErrorSummary refusal={refusal} />}
        {since?.ok ? <Meanwhile events={since.value.items} asked={asked} /> : null}
        <Answered of={answered} task={task} act={act} />
        <Card id="viec" title={task.title} note={<Dues task={task} />}>
          <ActForm task={task} act={act} typed={typed} absent={absent} />
        </Card>
      </div>
    ),
  })
}

/** Whose answer may be recorded. [TSK-56] */
async function absentIn(asked: Asked, task: TaskView): Promise<readonly string[]> {
  const said = await asked.ask(taskEvents, { id: task.id, limit: 1 })
  return said.ok ? said.value.absent : []
}

/** What others said while this was typed. */
function Meanwhile({ events, asked }: { events: readonly EventView[]; asked: Asked }) {
  return (
    <Card id="trong-khi-do" title={asked.say('act.meanwhile')} note={asked.say('act.meanwhile.note')}>
      <Events of={events} />
    </Card>
  )
}

function Dues({ task }: { task: TaskView }) {
  const say = useSay()
  if (task.due === null) return say('due.none')
  return (
    <>
      <Sentence of="task.due-on" put={{ day: <DayText of={task.due} /> }} />
      {task.dueOriginal === null || task.dueOriginal === task.due ? null : (
        <>
          {', '}
          <Sentence of="task.due-original" put={{ day: <DayText of={task.dueOriginal} /> }} />
        </>
      )}
    </>
  )
}

const dayLabels: Readonly<Partial<Record<Act, TextKey>>> = {
  claim: 'act.claim.day',
  answer: 'act.answer.day',
  extend: 'act.extend.day',
  'correct-due': 'act.correct-due.day',
}

function ActForm({ task, act, typed, absent }: { task: TaskView; act: Act; typed: Typed; absent: readonly string[] }) {
  const say = useSay()
  const { fields, ends } = actForms[act]
  const has = (field: ActField): boolean => fields.includes(field)
  return (
    <form method="post" encType="multipart/form-data" className="stack">
      <input type="hidden" name="version" value={task.version} />
      <input type="hidden" name="khoa" value={randomUUID()} />
      {has('body') ? (
        <ChoiceField
          id="co-quan"
          name="co-quan"
          label={say('act.answer.body')}
          value={typed.body}
          choices={[
            ...(absent.length > 1 ? [{ value: '', label: say('act.answer.choose') }] : []),
            ...absent.map((name) => ({ value: name, label: name })),
          ]}
        />
      ) : null}
      {has('percent') ? (
        <TextField
          id="tien-do"
          name="tien-do"
          figures
          label={say('act.percent')}
          hint={say('act.percent.hint', { n: task.percent })}
          value={typed.percent}
        />
      ) : null}
      {has('day') ? <DayField id="ngay" name="ngay" label={say(dayLabels[act] ?? 'act.day')} value={typed.day} /> : null}
      {has('document') ? (
        <TextField
          id="van-ban"
          name="van-ban"
          label={say('act.document')}
          hint={say('act.document.hint')}
          optional={life[act].needs.every((need) => need !== 'document')}
          value={typed.document}
        />
      ) : null}
      <AreaField id="noi-dung" name="noi-dung" label={say(`act.${act}.words`)} rows={5} value={typed.words} />
      {has('percent') ? (
        <TextField id="ly-do" name="ly-do" label={say('act.reason')} hint={say('act.reason.hint')} optional value={typed.reason} />
      ) : null}
      {has('files') ? (
        <div className="f">
          <label htmlFor={EVIDENCE}>
            {say('act.files')} <span className="opt">{say('form.optional')}</span>
          </label>
          <span className="hint" id={`${EVIDENCE}-goi-y`}>
            {say('act.files.hint')}
          </span>
          {typed.files.map((file) => (
            <span key={file.sha256} className="sm">
              <input type="hidden" name="da-tai" value={`${file.sha256} ${file.name}`} />
              {say('act.files.kept', { name: file.name })}
            </span>
          ))}
          <input id={EVIDENCE} name={EVIDENCE} type="file" multiple className="in" aria-describedby={`${EVIDENCE}-goi-y`} />
        </div>
      ) : null}
      {ends === true ? <Notice kind="w">{say('act.cancel.warning')}</Notice> : null}
      <p className="row gap">
        <button type="submit" className={ends === true ? 'btn btn--d' : 'btn btn--p'}>
          {say(`act.${act}.do`)}
        </button>
        <a className="btn btn--q" href={taskHref(task)}>
          {say('act.back')}
        </a>
      </p>
    </form>
  )
}
