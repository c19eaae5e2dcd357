import { fold } from '../../base/fold.ts'
import type { Correction } from '../directive/directive.ts'
import type { Body } from './task.ts'
import { titleOfQuote } from './title.ts'

/**
 * A proposal divided in two at a place in its words, and two joined into one. [TSK-29]
 *
 * Nothing is read anew: each part keeps the lead; with whom, to whom and by when go where their words stand, and to both
 * where they stand outside it («Thời gian hoàn thành …» after a list holds for all of it). A person looks at what came out.
 */
type Pair = [number, number]
export type Spans = {
  readonly lead: Pair[]
  readonly coordinating: Pair[]
  readonly due: Pair[]
  readonly period: Pair[]
  readonly recipients: Pair[]
}
export type Divisible = {
  readonly title: string
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly spans: Spans
  readonly corrections: readonly Correction[]
  readonly lead: readonly Body[]
  readonly coLead: readonly Body[]
  readonly coordinating: readonly Body[]
  readonly recipients: readonly Body[]
}
export type Part = Pick<Divisible, 'title' | 'quote' | 'start' | 'end' | 'spans' | 'coLead' | 'coordinating' | 'recipients'> & {
  readonly corrections: Correction[]
  readonly hasDue: boolean
  readonly hasPeriod: boolean
}

/** @param at a place in the text of the document, within the task; @returns null: one side would have no words */
export function dividedAt(task: Divisible, at: number): readonly [Part, Part] | null {
  const cut = at - task.start
  if (!hasWords(task.quote.slice(0, Math.max(0, cut))) || !hasWords(task.quote.slice(Math.max(0, cut)))) return null
  return [partOf(task, task.start, at), partOf(task, at, task.end)]
}

const hasWords = (text: string): boolean => fold(text) !== ''

function partOf(task: Divisible, from: number, to: number): Part {
  const raw = task.quote.slice(from - task.start, to - task.start)
  const start = from + raw.length - raw.trimStart().length
  const quote = raw.trim().replace(/[\s;,]+$/u, '')
  const end = start + quote.length
  const isIn = ([a, b]: Pair): boolean => a >= start && b <= end
  const isOf = ([a, b]: Pair): boolean => b <= task.start || a >= task.end
  const kept = (pairs: readonly Pair[]): Pair[] => pairs.filter((pair) => isIn(pair) || isOf(pair)).map(([a, b]) => [a, b])
  const words = fold(quote)
  const outside = (pairs: readonly Pair[]): boolean => pairs.length === 0 || pairs.every(isOf)
  const named = (bodies: readonly Body[], pairs: readonly Pair[]): readonly Body[] =>
    outside(pairs) ? bodies : bodies.filter(({ name }) => words.includes(fold(name)))
  const { spans } = task
  const within = (pairs: readonly Pair[]) => pairs.filter(isIn).map(([a, b]) => [a - start, b - start] as const)
  return {
    title: titleOfQuote(quote, within([...spans.lead, ...spans.coordinating]), within(spans.due).at(-1) ?? null),
    quote,
    start,
    end,
    spans: {
      lead: kept(spans.lead),
      coordinating: kept(spans.coordinating),
      due: kept(spans.due),
      period: kept(spans.period),
      recipients: kept(spans.recipients),
    },
    corrections: task.corrections.filter((one) => isIn([one.start, one.end])),
    coLead: task.coLead,
    coordinating: named(task.coordinating, spans.coordinating),
    recipients: named(task.recipients, spans.recipients),
    hasDue: outside(spans.due) || spans.due.some(isIn),
    hasPeriod: outside(spans.period) || spans.period.some(isIn),
  }
}

/** Bodies of both, each once. */
export const together = (a: readonly Body[], b: readonly Body[]): readonly Body[] => [
  ...new Map([...a, ...b].map((body) => [fold(body.name), body] as const)).values(),
]

export const bothSpans = (a: Spans, b: Spans): Spans => ({
  lead: [...a.lead, ...b.lead],
  coordinating: [...a.coordinating, ...b.coordinating],
  due: [...a.due, ...b.due],
  period: [...a.period, ...b.period],
  recipients: [...a.recipients, ...b.recipients],
})

/** Two titles as one, no longer than a title may be. */
export function bothTitles(a: string, b: string, most = 500): string {
  const joined = `${a.replace(/[.;\s]+$/u, '')}; ${b.charAt(0).toLowerCase()}${b.slice(1)}`
  return joined.length <= most ? joined : `${joined.slice(0, joined.lastIndexOf(' ', most - 1))}…`
}
