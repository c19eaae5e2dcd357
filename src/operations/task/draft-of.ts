import { parseDay } from '../../kernel/period/day.ts'
import type { TaskDraft } from './ports.ts'
import type { TaskView } from './views.ts'

/** A task that is on record, as the draft of another that takes its place. */
export const draftOf = (task: TaskView): TaskDraft => ({
  document: task.document.id,
  parent: null,
  origin: 'manual',
  state: 'proposed',
  kind: task.kind,
  title: task.title,
  quote: task.quote,
  start: task.start,
  end: task.end,
  spans: task.spans,
  corrections: task.corrections,
  lead: task.lead,
  coLead: task.coLead,
  coordinating: task.coordinating,
  recipients: task.recipients,
  openClass: task.openClass,
  due: dueOf(task),
  every: task.every,
  periodWords: task.periodWords,
  check: task.check,
  unsure: task.unsure,
})

/** The due fact in force, as another's first. */
export function dueOf({ due, dues, dueWords }: Pick<TaskView, 'due' | 'dues' | 'dueWords'>): TaskDraft['due'] {
  const last = dues.at(-1)
  const from = parseDay(last?.term?.from ?? '')
  return {
    day: parseDay(due ?? ''),
    reason: 'original',
    rule: last?.rule ?? 'not-stated',
    words: dueWords,
    ...(last?.term && from !== null ? { term: { from, days: last.term.days } } : {}),
  }
}

export const noDue: TaskDraft['due'] = { day: null, reason: 'original', rule: 'not-stated', words: null }
