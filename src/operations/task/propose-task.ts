import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { findWords } from '../../kernel/document/find-words.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { proposalsOf } from '../../kernel/task/proposal.ts'
import { periods } from '../../kernel/task/task.ts'
import { titleOfQuote } from '../../kernel/task/title.ts'
import { calendarFrom } from '../calendar/calendar-from.ts'
import type { CalendarPorts } from '../calendar/ports.ts'
import type { DocumentPorts } from '../document/ports.ts'
import { readLetter } from '../document/read-letter.ts'
import { operation } from '../operation.ts'
import { dayText, id } from '../values.ts'

const names = z.array(z.string())

/** What the grammar reads in words of a document that a person chose: the beginning of a task that was missed. Stores nothing. [TSK-32] */
export const taskPropose = operation({
  name: 'task.propose',
  kind: 'query',
  access: ['clerk', 'office'],
  summary: { vi: 'Đọc thử một đoạn của văn bản thành nhiệm vụ', en: 'Read chosen words of a document as a task' },
  input: z.strictObject({
    id: id.meta({ description: 'the document' }),
    start: z.coerce.number().int().min(0).optional().meta({ description: 'UTF-16 position of the first word' }),
    end: z.coerce.number().int().optional(),
    words: z.string().max(20_000).optional().meta({ description: 'or the words themselves, as they stand in the document' }),
  }),
  output: z.strictObject({
    start: z.int(),
    end: z.int(),
    quote: z.string(),
    title: z.string(),
    lead: names,
    coLead: names,
    coordinating: names,
    recipients: names,
    openClass: z.boolean(),
    due: dayText.nullable(),
    every: z.enum(periods).nullable(),
  }),
  rest: { method: 'GET', path: '/documents/{id}/proposal' },
  async run(ports: Pick<DocumentPorts, 'documents' | 'bodies'> & CalendarPorts, context, given) {
    const document = await ports.documents.get(given.id)
    if (document === null) return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'văn bản' : 'document' } })
    const marked = given.start !== undefined && given.end !== undefined ? trimmed(document.text, given.start, given.end) : null
    const place = marked ?? (given.words === undefined ? null : findWords(document.text, given.words))
    if (place === null) return refuse({ code: 'words-not-found' })
    const quote = document.text.slice(place.start, place.end)
    const issued = parseDay(document.signedOn ?? '')
    const calendar = await calendarFrom(ports, issued ?? context.today)
    // without an end of its own a line is a heading to the grammar, and chosen words are a sentence
    const sentence = /[.;:!?…]$/u.test(quote) ? quote : `${quote}.`
    const [read] = proposalsOf(await readLetter(ports, sentence, { issued, today: context.today }), issued, calendar)
    const plain = (bodies: readonly { readonly name: string }[] | undefined): string[] => (bodies ?? []).map(({ name }) => name)
    return ok({
      ...place,
      quote,
      title: (read?.title ?? titleOfQuote(quote.replace(MARKER, ''), [])).slice(0, 500),
      lead: plain(read?.lead),
      coLead: plain(read?.coLead),
      coordinating: plain(read?.coordinating),
      recipients: plain(read?.recipients),
      openClass: read?.openClass ?? false,
      due: read?.due.day ?? null,
      every: read?.every ?? null,
    })
  },
})

/** «3.», «a)», «-» before the words. */
const MARKER = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[-+*•–])\s+/iu

/** Without the blanks at its ends. @returns null: no words lie between */
function trimmed(text: string, start: number, end: number): { readonly start: number; readonly end: number } | null {
  if (end > text.length) return null
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  return to > from ? { start: from, end: to } : null
}
