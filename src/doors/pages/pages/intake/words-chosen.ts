import type { DocumentView } from '../../../../operations/document/views.ts'
import { taskPropose } from '../../../../operations/task/propose-task.ts'
import { dayTyped } from '../../dates.ts'
import type { Asked } from '../../page.ts'
import type { ReviewProblem } from './review-problem.ts'
import type { TaskTyped } from './task-typed.ts'

/** Words of the document that begin a task: marked (`?tu=&den=`), or copied (`?trich=`). */
export interface WordsChosen {
  readonly typed: TaskTyped
  readonly quote: string
  readonly place: { readonly start: string; readonly end: string }
}

/** @returns null: none were chosen */
export async function wordsChosen(asked: Asked, document: DocumentView): Promise<{ readonly words: WordsChosen } | ReviewProblem | null> {
  const { query } = asked
  const [start, end, copied] = [query.get('tu'), query.get('den'), query.get('trich')?.trim() ?? '']
  if (query.get('mo') !== 'them' || ((start === null || end === null) && copied === '')) return null
  const place = start !== null && end !== null ? { start, end } : { words: copied }
  const read = await asked.ask(taskPropose, { id: document.id, ...place })
  if (!read.ok) return { refusal: read.refusal, open: 'them' }
  const { quote, title, openClass, due, every } = read.value
  const lines = (names: readonly string[]): string => names.join('\n')
  return {
    words: {
      quote,
      place: { start: String(read.value.start), end: String(read.value.end) },
      typed: {
        title,
        lead: lines(read.value.lead),
        coLead: lines(read.value.coLead),
        coordinating: lines(read.value.coordinating),
        recipients: lines(read.value.recipients),
        openClass,
        due: dayTyped(due),
        every: every ?? '',
      },
    },
  }
}
