import { z } from 'zod'
import { legacyEncodings, repaired } from '../../base/encoding/encoding.ts'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Extraction } from '../../kernel/directive/directive.ts'
import { type Identity, identityKey, titleOf, wordsOf } from '../../kernel/document/identity.ts'
import { type Day, formatDay, parseDay } from '../../kernel/period/day.ts'
import { proposalsOf } from '../../kernel/task/proposal.ts'
import { calendarFrom } from '../calendar/calendar-from.ts'
import type { CalendarPorts } from '../calendar/ports.ts'
import { unreadable } from '../directive/unreadable.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import type { TaskLifePorts, TaskPorts } from '../task/ports.ts'
import { dayText, id } from '../values.ts'
import { identifyBodies } from './identify-bodies.ts'
import type { DocumentPorts, Known, NewDocument } from './ports.ts'
import { readLetter } from './read-letter.ts'
import { type DocumentReading, readingView } from './reading.ts'
import { statedBy } from './stated.ts'

type Ports = DocumentPorts & TaskPorts & Pick<TaskLifePorts, 'life'> & HistoryPorts & CalendarPorts

const input = z.strictObject({
  text: z.string().meta({ description: 'the whole text of the directive' }),
  source: z.enum(['pasted', 'file', 'sample']).optional(),
  fileName: z.string().max(255).optional(),
  issued: dayText.optional().meta({ description: 'day of issue, where the text has none' }),
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .meta({ description: 'the sum of the file it came as, kept before' }),
  reading: readingView.optional().meta({ description: 'how the file was read' }),
})

const output = z.strictObject({
  id,
  slug: z.string(),
  existing: z.boolean().meta({ description: 'true: the letter had been received before, and nothing was stored' }),
  tasks: z.int().meta({ description: 'how many tasks were proposed' }),
  converted: z.enum(legacyEncodings).nullable().meta({ description: 'the table its letters were written in; null: Unicode' }),
})

/** Takes a directive in: keeps its text, proposes its tasks. Nothing is assigned. A letter received before opens the first. */
export const documentReceive = operation({
  name: 'document.receive',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Tiếp nhận văn bản và đề xuất nhiệm vụ', en: 'Receive a directive and propose its tasks' },
  input,
  output,
  rest: { method: 'POST', path: '/documents' },
  async run(ports: Ports, context, asked): Promise<Result<z.infer<typeof output>, Refusal>> {
    const fixed = asked.reading?.legacy == null ? repaired(asked.text) : null
    const given = { ...asked, text: fixed?.text ?? asked.text }
    const converted = asked.reading?.legacy ?? fixed?.legacy ?? null
    // the node itself offers its sample; anybody else's letter is a letter
    if (given.source === 'sample' && context.who.kind !== 'system')
      return refuse({
        code: 'bad-value',
        data: { name: 'source', reason: context.language === 'vi' ? 'chỉ nhận pasted, file' : 'must be pasted or file' },
      })
    const refusal = unreadable(given.text)
    // a picture that nobody could read is kept as it is: a person adds what it orders
    const isPicture = refusal?.code === 'text-empty' && given.file !== undefined
    if (refusal !== null && !isPicture) return refuse(refusal)
    if (given.file !== undefined && !(await ports.life.kept([given.file])).has(given.file))
      return refuse({ code: 'file-not-kept', data: { name: given.fileName ?? given.file } })
    const typed = given.issued === undefined ? null : parseDay(given.issued)
    if (given.issued !== undefined && typed === null) return refuse({ code: 'bad-day', data: { value: given.issued } })
    if (typed !== null && typed > context.today) return refuse({ code: 'day-ahead', data: { value: formatDay(typed) } })
    const header = statedBy(given.reading?.header ?? null)
    const issued = typed ?? header.signedOn

    const extraction = await readLetter(ports, given.text, { issued, today: context.today })
    const document = documentFrom(given, extraction, header, issued, context.today)
    const known = await knownAs(ports, document)
    if (known !== null) return ok({ id: known.id, slug: known.slug, existing: true, tasks: 0, converted })

    await ports.calendar.steady()
    const stored = await ports.documents.add(document)
    const start = document.signedOn ?? context.today
    const calendar = await calendarFrom(ports, start)
    const speaks = await ports.bodies.speaks(document.issuer)
    const read = proposalsOf(extraction, document.signedOn, calendar)
    const proposals = await identifyBodies(ports, read, document.signedOn ?? context.today, speaks)
    await ports.tasks.add(proposals.map((proposal) => ({ ...proposal, document: stored.id })))
    ports.history.record({
      entity: 'document',
      id: stored.id,
      verb: 'received',
      change: {
        title: titleOf(document),
        source: document.source,
        tasks: proposals.length,
        ...(converted === null ? {} : { encoding: converted }),
      },
    })
    return ok({ id: stored.id, slug: stored.slug, existing: false, tasks: proposals.length, converted })
  },
})

function knownAs({ documents }: Ports, document: NewDocument): Promise<Known | null> {
  if (document.identityKey !== null) return documents.byIdentity(document.identityKey)
  return wordsOf(document.text) === '' && document.file !== null ? documents.byFile(document.file) : documents.byWords(document.text)
}

/** The letter speaks for itself; the header of a package says what the letter does not. [DOC-11] */
function documentFrom(given: z.infer<typeof input>, extraction: Extraction, header: Identity, issued: Day | null, today: Day): NewDocument {
  const { number, type, issuer } = extraction.identity
  // a letter is not issued after today: such a day is a slip, and is asked for [TSK-35]
  const date = extraction.identity.date !== null && extraction.identity.date > today ? null : extraction.identity.date
  const identity = {
    number: number ?? header.number,
    type: number === null ? (header.type ?? type) : type,
    issuer: issuer ?? header.issuer,
    signedOn: date ?? issued,
  }
  const source = given.source ?? 'pasted'
  return {
    ...identity,
    abstract: given.reading?.header?.abstract?.slice(0, 1000) ?? null,
    text: given.text,
    source,
    fileName: given.fileName ?? null,
    file: given.file ?? null,
    reading: given.reading === undefined ? null : noted(given.reading, number, header.number),
    sample: source === 'sample',
    identityKey: identityKey(identity),
    citations: extraction.citations.map(({ text, start, end, number: cited, date: on }) => ({ text, start, end, number: cited, date: on })),
  }
}

/** Header and letter that name different numbers: said, and left to a person. */
function noted(reading: DocumentReading, read: string | null, stated: string | null): DocumentReading {
  if (read === null || stated === null || wordsOf(read) === wordsOf(stated)) return reading
  return { ...reading, notes: [...reading.notes, { code: 'header-differs', data: { stated, read } }] }
}
