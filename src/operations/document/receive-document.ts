import { z } from 'zod'
import { legacyEncodings, repaired } from '../../base/encoding/encoding.ts'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { type Extraction, readDirective } from '../../kernel/directive/directive.ts'
import { identityKey, titleOf } from '../../kernel/document/identity.ts'
import { type Day, parseDay } from '../../kernel/period/day.ts'
import { proposalsOf } from '../../kernel/task/proposal.ts'
import { calendarFrom } from '../calendar/calendar-from.ts'
import type { CalendarPorts } from '../calendar/ports.ts'
import { unreadable } from '../directive/unreadable.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import type { TaskPorts } from '../task/ports.ts'
import { dayText, id } from '../values.ts'
import { identifyBodies } from './identify-bodies.ts'
import type { DocumentPorts, NewDocument } from './ports.ts'

type Ports = DocumentPorts & TaskPorts & HistoryPorts & CalendarPorts

const input = z.strictObject({
  text: z.string().meta({ description: 'the whole text of the directive' }),
  source: z.enum(['pasted', 'file', 'sample']).optional(),
  fileName: z.string().max(255).optional(),
  issued: dayText.optional().meta({ description: 'day of issue, where the text has none' }),
  legacy: z.enum(legacyEncodings).optional().meta({ description: 'the table that a file was written in, when it was converted before' }),
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
    const fixed = asked.legacy === undefined ? repaired(asked.text) : null
    const given = { ...asked, text: fixed?.text ?? asked.text }
    const converted = asked.legacy ?? fixed?.legacy ?? null
    // the node itself offers its sample; anybody else's letter is a letter
    if (given.source === 'sample' && context.who.kind !== 'system')
      return refuse({
        code: 'bad-value',
        data: { name: 'source', reason: context.language === 'vi' ? 'chỉ nhận pasted, file' : 'must be pasted or file' },
      })
    const refusal = unreadable(given.text)
    if (refusal !== null) return refuse(refusal)
    const issued = given.issued === undefined ? null : parseDay(given.issued)
    if (given.issued !== undefined && issued === null) return refuse({ code: 'bad-day', data: { value: given.issued } })

    const extraction = readDirective(given.text, issued === null ? {} : { issued })
    const document = documentFrom(given, extraction, issued)
    const known =
      document.identityKey === null ? await ports.documents.byWords(given.text) : await ports.documents.byIdentity(document.identityKey)
    if (known !== null) return ok({ id: known.id, slug: known.slug, existing: true, tasks: 0, converted })

    const stored = await ports.documents.add(document)
    const start = document.signedOn ?? context.today
    const calendar = await calendarFrom(ports, start)
    const proposals = await identifyBodies(ports, proposalsOf(extraction, document.signedOn, calendar), document.signedOn ?? context.today)
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

function documentFrom(given: z.infer<typeof input>, extraction: Extraction, issued: Day | null): NewDocument {
  const { number, type, issuer, date } = extraction.identity
  const identity = { number, type, issuer, signedOn: date ?? issued }
  const source = given.source ?? 'pasted'
  return {
    ...identity,
    abstract: null,
    text: given.text,
    source,
    fileName: given.fileName ?? null,
    sample: source === 'sample',
    identityKey: identityKey(identity),
    citations: extraction.citations.map(({ text, start, end, number: cited, date: on }) => ({ text, start, end, number: cited, date: on })),
  }
}
