import type { Refusal } from '../../../../base/refusals.ts'
import { refuse } from '../../../../base/result.ts'
import { findWords } from '../../../../kernel/document/find-words.ts'
import { documentAssign } from '../../../../operations/document/assign-tasks.ts'
import { documentCorrect } from '../../../../operations/document/correct-document.ts'
import type { DocumentView } from '../../../../operations/document/views.ts'
import { taskAdd } from '../../../../operations/task/add-task.ts'
import { taskConfirm } from '../../../../operations/task/confirm-task.ts'
import { taskCorrect } from '../../../../operations/task/correct-task.ts'
import { taskDiscard } from '../../../../operations/task/discard-task.ts'
import { taskDivide } from '../../../../operations/task/divide-task.ts'
import { taskJoin } from '../../../../operations/task/join-tasks.ts'
import { taskMove } from '../../../../operations/task/move-in-order.ts'
import { taskReopen } from '../../../../operations/task/reopen-task.ts'
import { taskUndo } from '../../../../operations/task/undo-task.ts'
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
  // what is undone may stand discarded, and out of the list
  const task = document.tasks.find((one) => one.id === form.text('nhiem-vu'))
  if (task === undefined) return showReview(asked, document, { refusal: noTask(asked), open: null })
  const over = overTasks[viec]
  if (over !== undefined) return over(asked, document, task, form)
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
  const refusedWith = (refusal: Refusal): Promise<Answer> =>
    showReview(asked, document, { refusal, open: task.id, ...(typed === null ? {} : { task: typed }) })
  const done = (what: string, open: string | null): Answer =>
    redirect(
      withQuery(
        reviewHref(document.slug),
        { xong: what, so: tasks.indexOf(task) + 1, mo: open ?? 'khong', hoan: task.id },
        open === null ? 'h-tasks' : `nv-${open}`,
      ),
    )

  let version = given.version
  let saving = 'saved'
  if (viec === 'luu' || viec === 'xac-nhan') {
    const changes = typed === null ? {} : changesOf(typedOf(task), typed)
    if (Object.keys(changes).length > 0) {
      const saved = await asked.ask(taskCorrect, { id: task.id, version, ...changes })
      if (!saved.ok) return refusedWith(saved.refusal)
      version = String(saved.value.version)
      if (saved.value.state !== task.state) saving = 'to-look-again'
    }
    if (viec === 'luu') return done(saving, task.id)
  }
  const moves = { 'xac-nhan': taskConfirm, bo: taskDiscard, 'dua-lai': taskReopen } as const
  const told = { 'xac-nhan': 'confirmed', bo: 'discarded', 'dua-lai': 'reopened' } as const
  if (!isMove(viec)) return refusedWith({ code: 'no-such-act' })
  const moved = await asked.ask(moves[viec], { id: task.id, version })
  if (!moved.ok) return refusedWith(moved.refusal)
  return done(told[viec], viec === 'dua-lai' ? task.id : nextWaiting(tasks, task.id))
}

const isMove = (viec: string): viec is 'xac-nhan' | 'bo' | 'dua-lai' => viec === 'xac-nhan' || viec === 'bo' || viec === 'dua-lai'

type OverTasks = (asked: Asked, document: DocumentView, task: TaskView, form: Form) => Promise<Answer>

/** Acts that leave other tasks than they met: divided, joined, in another order, or as before. */
const overTasks: Readonly<Record<string, OverTasks>> = {
  tach: async (asked, document, task, form) => {
    const words = form.text('cho-tach')
    const found = task.start === null ? null : findWords(document.text, words, task.start)
    const divided =
      found === null
        ? refuse({ code: 'words-not-found' } as const)
        : await asked.ask(taskDivide, { id: task.id, version: form.text('version'), at: found.start })
    return divided.ok
      ? toReview(document, 'divided', divided.value.parts[0])
      : showReview(asked, document, { refusal: divided.refusal, open: task.id, over: { part: words } })
  },
  gop: async (asked, document, task, form) => {
    const other = document.tasks.find((one) => one.id === form.text('gop-voi'))
    const joined = await asked.ask(taskJoin, {
      id: task.id,
      version: form.text('version'),
      other: form.text('gop-voi'),
      otherVersion: other?.version ?? 1,
    })
    return joined.ok
      ? toReview(document, 'joined', joined.value.joined)
      : showReview(asked, document, { refusal: joined.refusal, open: task.id })
  },
  len: (asked, document, task, form) => move(asked, document, task, form, 'up'),
  xuong: (asked, document, task, form) => move(asked, document, task, form, 'down'),
  'hoan-tac': async (asked, document, task, form) => {
    const undone = await asked.ask(taskUndo, { id: task.id, version: form.text('version') })
    return undone.ok
      ? toReview(document, 'undone', undone.value.id)
      : showReview(asked, document, { refusal: undone.refusal, open: task.id })
  },
}

async function move(asked: Asked, document: DocumentView, task: TaskView, form: Form, way: 'up' | 'down'): Promise<Answer> {
  const moved = await asked.ask(taskMove, { id: task.id, version: form.text('version'), way })
  return moved.ok ? toReview(document, 'moved', task.id) : showReview(asked, document, { refusal: moved.refusal, open: task.id })
}

/** Opened where it stands now, with a way back. */
const toReview = ({ slug }: DocumentView, xong: string, task: string): Answer =>
  redirect(withQuery(reviewHref(slug), { xong, mo: task, hoan: task }, `nv-${task}`))

async function add(asked: Asked, document: DocumentView, form: Form): Promise<Answer> {
  const typed = typedFrom(form)
  const [start, end] = [form.text('tu'), form.text('den')]
  const place = start === '' || end === '' ? {} : { start, end }
  const added = await asked.ask(taskAdd, { title: typed.title, ...changesOf(nothingTyped, typed), id: document.id, ...place })
  if (!added.ok) return showReview(asked, document, { refusal: added.refusal, open: 'them', task: typed, place: { start, end } })
  return toReview(document, 'added', added.value.id)
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
