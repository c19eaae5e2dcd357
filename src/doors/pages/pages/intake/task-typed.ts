import type { TaskView } from '../../../../operations/task/views.ts'
import { dayTyped } from '../../dates.ts'
import { lines } from '../../form.ts'
import type { Form } from '../../page.ts'

/** A task as it stands in the fields of its form: text as typed, lists of bodies a line each. */
export interface TaskTyped {
  readonly title: string
  readonly lead: string
  readonly coLead: string
  readonly coordinating: string
  readonly recipients: string
  readonly openClass: boolean
  readonly due: string
  readonly every: string
}

const names = (bodies: TaskView['lead']): string => bodies.map((body) => body.name).join('\n')

export const typedOf = (task: TaskView): TaskTyped => ({
  title: task.title,
  lead: names(task.lead),
  coLead: names(task.coLead),
  coordinating: names(task.coordinating),
  recipients: names(task.recipients),
  openClass: task.openClass,
  due: dayTyped(task.due),
  every: task.every ?? '',
})

export const nothingTyped: TaskTyped = {
  title: '',
  lead: '',
  coLead: '',
  coordinating: '',
  recipients: '',
  openClass: false,
  due: '',
  every: '',
}

export const typedFrom = (form: Form): TaskTyped => ({
  title: form.text('viec-phai-lam').trim(),
  lead: form.text('chu-tri'),
  coLead: form.text('dong-chu-tri'),
  coordinating: form.text('phoi-hop'),
  recipients: form.text('noi-nhan'),
  openClass: form.text('lien-quan') === '1',
  due: form.text('han').trim(),
  every: form.text('ky'),
})

const lists = ['lead', 'coLead', 'coordinating', 'recipients'] as const

/** What differs from the task, as the operation takes it. A field left as it was is not sent: its reading and words are kept. */
export function changesOf(before: TaskTyped, after: TaskTyped): Readonly<Record<string, unknown>> {
  const changes: Record<string, unknown> = {}
  if (after.title !== before.title) changes['title'] = after.title
  for (const list of lists) {
    const typed = lines(after[list])
    if (typed.join('\n') !== lines(before[list]).join('\n')) changes[list] = typed
  }
  if (after.openClass !== before.openClass) changes['openClass'] = after.openClass
  if (after.due !== before.due) changes['due'] = after.due === '' ? null : after.due
  if (after.every !== before.every) changes['every'] = after.every === '' ? null : after.every
  return changes
}

/** The field of the form a refusal speaks of, by the operation's own name for it. */
export const fieldNames: Readonly<Record<string, string>> = {
  title: 'viec-phai-lam',
  lead: 'chu-tri',
  coLead: 'dong-chu-tri',
  coordinating: 'phoi-hop',
  recipients: 'noi-nhan',
  due: 'han',
  every: 'ky',
}
