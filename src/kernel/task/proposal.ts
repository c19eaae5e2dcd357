import type { Extraction } from '../directive/directive.ts'
import { isClassOfBodies } from '../directive/directive.ts'
import type { Calendar } from '../period/calendar.ts'
import type { Day } from '../period/day.ts'
import { readDue } from './due-day.ts'
import { periodWordsOf } from './period-day.ts'
import { type Body, type DueFact, type Every, kindOf, type TaskKind } from './task.ts'
import { titleOfQuote } from './title.ts'

type Extracted = Extraction['tasks'][number]

/** A task as the grammar proposes it, before anyone has looked. */
export type Proposal = {
  readonly parent: null
  readonly origin: 'extracted'
  readonly state: 'proposed'
  readonly kind: TaskKind
  readonly title: string
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly spans: Extracted['spans']
  readonly corrections: Extracted['corrections']
  readonly rules: Extracted['rules']
  readonly lead: readonly Body[]
  readonly coLead: readonly Body[]
  readonly coordinating: readonly Body[]
  readonly recipients: readonly Body[]
  readonly openClass: boolean
  readonly due: Omit<DueFact, 'recordedAt'>
  readonly every: Every | null
  readonly periodWords: string | null
  readonly check: string | null
  readonly unsure: string | null
}

/**
 * From what the grammar read to proposals. [TSK-1]
 *
 * @param issued   the directive's day of issue, from which «trong vòng n ngày» runs
 * @param calendar exceptions of the working calendar, for «n ngày làm việc»
 */
export const proposalsOf = (extraction: Extraction, issued: Day | null, calendar: Calendar): readonly Proposal[] =>
  extraction.tasks.map((task) => {
    const within = (spans: readonly (readonly [number, number])[]) =>
      spans
        .filter(([start, end]) => start >= task.start && end <= task.end)
        .map(([start, end]) => [start - task.start, end - task.start] as const)
    const named = within([...task.spans.lead, ...task.spans.coordinating])
    const { period } = task
    const periodWords = period === null ? null : periodWordsOf(period.every, period.text, task.quote)
    // the days of a period are no deadline: the first is known when the work is given out
    const due = readDue(periodWords === (period?.text ?? null) ? task.due : { ...task.due, kind: 'none', text: null }, issued, calendar)
    // words of which no day came stay in the title
    const until = due.day === null ? null : (within(task.spans.due).at(-1) ?? null)
    return {
      parent: null,
      origin: 'extracted',
      state: 'proposed',
      kind: kindOf(task.period?.every ?? null),
      title: titleOfQuote(task.quote, named, until),
      quote: task.quote,
      start: task.start,
      end: task.end,
      spans: task.spans,
      corrections: task.corrections,
      rules: task.rules,
      lead: task.lead.map(body),
      coLead: task.coLead.map(body),
      coordinating: task.coordinating.map(body),
      recipients: task.recipients.map(body),
      openClass: task.openClass,
      due: { ...due, reason: 'original' },
      every: task.period?.every ?? null,
      periodWords,
      check: task.check,
      unsure: task.unsure,
    }
  })

const body = (name: string): Body => ({ name, organisation: null, isClass: isClassOfBodies(name) })
