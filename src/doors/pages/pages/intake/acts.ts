import type { Refusal } from '../../../../base/refusals.ts'
import { documentAssign } from '../../../../operations/document/assign-tasks.ts'
import { documentCorrect } from '../../../../operations/document/correct-document.ts'
import type { DocumentView } from '../../../../operations/document/views.ts'
import { taskAdd } from '../../../../operations/task/add-task.ts'
import { taskConfirm } from '../../../../operations/task/confirm-task.ts'
import { taskCorrect } from '../../../../operations/task/correct-task.ts'
import { taskDiscard } from '../../../../operations/task/discard-task.ts'
import { taskReopen } from '../../../../operations/task/reopen-task.ts'
import type { TaskView } from '../../../../operations/task/views.ts'
import { reviewHref, withQuery } from '../../addresses.ts'
import { type Answer, type Asked, type Form, redirect } from '../../page.ts'
import { identityChanges, identityFrom, identityOf } from './document-facts.tsx'
import { nextWaiting, reviewedTasks } from './order.ts'
import { showReview } from './review.tsx'
import { changesOf, nothingTyped, type TaskTyped, typedFrom, typedOf } from './task-typed.ts'

/**
 * The acts of the review, by the value of the button pressed (`viec`). Each asks one operation, or two where a person
 * confirms what was just typed; each answers with a redirect, or with the page as it was typed and why it was refused.
 */
export async function act(asked: Asked, document: DocumentView, form: Form): Promise<Answer> {
  const viec = form.text('viec')
  if (viec === 'van-ban') return correctDocument(asked, document, form)
  if (viec === 'them') return add(asked, document, form)
  if (viec === 'giao') return assign(asked, document)
  const tasks = reviewedTasks(document)
  const task = tasks.find((one) => one.id === form.text('nhiem-vu'))
  if (task === undefined) return showReview(asked, document, { refusal: noTask(asked), open: null })
  return onTask(asked, document, {
    viec,
    task,
    tasks,
    version: form.text('version'),
    typed: form.text('viec-phai-lam') === '' ? null : typedFrom(form),
  })
}

const noTask = (asked: Asked): Refusal => ({ code: 'not-found', data: { what: asked.language === 'vi' ? 'nhiệm vụ' : 'task' } })

interface OnTask {
  readonly viec: string
  readonly task: TaskView
  readonly tasks: readonly TaskView[]
  readonly version: string
  readonly typed: TaskTyped | null
}

async function onTask(asked: Asked, document: DocumentView, given: OnTask): Promise<Answer> {
  const { viec, task, tasks, typed } = given
  const refuse = (refusal: Refusal): Answer =>
    showReview(asked, document, { refusal, open: task.id, ...(typed === null ? {} : { task: typed }) })
  const done = (what: string, open: string | null): Answer =>
    redirect(
      withQuery(
        reviewHref(document.slug),
        { xong: what, so: tasks.indexOf(task) + 1, mo: open ?? 'khong' },
        open === null ? 'h-tasks' : `nv-${open}`,
      ),
    )

  let version = given.version
  let saving = 'saved'
  if (viec === 'luu' || viec === 'xac-nhan') {
    const changes = typed === null ? {} : changesOf(typedOf(task), typed)
    if (Object.keys(changes).length > 0) {
      const saved = await asked.ask(taskCorrect, { id: task.id, version, ...changes })
      if (!saved.ok) return refuse(saved.refusal)
      version = String(saved.value.version)
      if (saved.value.state !== task.state) saving = 'to-look-again'
    }
    if (viec === 'luu') return done(saving, task.id)
  }
  const moves = { 'xac-nhan': taskConfirm, bo: taskDiscard, 'dua-lai': taskReopen } as const
  const told = { 'xac-nhan': 'confirmed', bo: 'discarded', 'dua-lai': 'reopened' } as const
  if (!isMove(viec)) return refuse({ code: 'no-such-act' })
  const moved = await asked.ask(moves[viec], { id: task.id, version })
  if (!moved.ok) return refuse(moved.refusal)
  return done(told[viec], viec === 'dua-lai' ? task.id : nextWaiting(tasks, task.id))
}

const isMove = (viec: string): viec is 'xac-nhan' | 'bo' | 'dua-lai' => viec === 'xac-nhan' || viec === 'bo' || viec === 'dua-lai'

async function add(asked: Asked, document: DocumentView, form: Form): Promise<Answer> {
  const typed = typedFrom(form)
  const added = await asked.ask(taskAdd, { title: typed.title, ...changesOf(nothingTyped, typed), id: document.id })
  if (!added.ok) return showReview(asked, document, { refusal: added.refusal, open: 'them', task: typed })
  const so = reviewedTasks(document).length + 1
  return redirect(withQuery(reviewHref(document.slug), { xong: 'added', so, mo: added.value.id }, `nv-${added.value.id}`))
}

async function assign(asked: Asked, document: DocumentView): Promise<Answer> {
  const given = await asked.ask(documentAssign, { id: document.id })
  if (!given.ok) return showReview(asked, document, { refusal: given.refusal, open: null })
  return redirect(withQuery(reviewHref(document.slug), { xong: 'assigned', so: given.value.assigned.length, mo: 'khong' }))
}

async function correctDocument(asked: Asked, document: DocumentView, form: Form): Promise<Answer> {
  const typed = identityFrom(form)
  const changes = identityChanges(identityOf(document), typed)
  if (Object.keys(changes).length === 0) return redirect(reviewHref(document.slug))
  const saved = await asked.ask(documentCorrect, { id: document.id, version: form.text('version'), ...changes })
  if (!saved.ok) return showReview(asked, document, { refusal: saved.refusal, open: 'van-ban', identity: typed })
  return redirect(withQuery(reviewHref(document.slug), { xong: 'corrected' }))
}
