import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { identityKey, titleOf } from '../../kernel/document/identity.ts'
import { formatDay, parseDay } from '../../kernel/period/day.ts'
import type { CalendarPorts } from '../calendar/ports.ts'
import { differenceOf } from '../history/difference.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import type { TaskPorts } from '../task/ports.ts'
import { dayText, id, version } from '../values.ts'
import type { DocumentPorts } from './ports.ts'
import { redateTasks } from './redate-tasks.ts'

/** Corrects what a document is: type, number, issuer, day of issue, abstract. Its text is never changed. */
export const documentCorrect = operation({
  name: 'document.correct',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Sửa thông tin văn bản', en: 'Correct what a document is' },
  input: z.strictObject({
    id,
    version: version.meta({ description: 'the version the correction was made on' }),
    type: z.string().max(40).nullable().optional(),
    number: z.string().max(80).nullable().optional(),
    issuer: z.string().max(200).nullable().optional(),
    signedOn: dayText.nullable().optional(),
    abstract: z.string().max(1000).nullable().optional(),
  }),
  output: z.strictObject({
    id,
    version: z.int(),
    moved: z.int().meta({ description: 'due days of proposals that were counted from the day of issue, and moved with it' }),
  }),
  rest: { method: 'PATCH', path: '/documents/{id}' },
  async run(ports: Pick<DocumentPorts, 'documents' | 'bodies'> & HistoryPorts & TaskPorts & CalendarPorts, context, given) {
    const before = await ports.documents.get(given.id)
    if (before === null) return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'văn bản' : 'document' } })
    const signedOn = typeof given.signedOn === 'string' ? parseDay(given.signedOn) : given.signedOn
    if (typeof given.signedOn === 'string' && signedOn === null) return refuse({ code: 'bad-day', data: { value: given.signedOn } })

    if (signedOn != null && signedOn > context.today) return refuse({ code: 'day-ahead', data: { value: formatDay(signedOn) } })

    const after = {
      type: given.type === undefined ? before.type : given.type,
      number: given.number === undefined ? before.number : (given.number?.replace(/\s+/g, '') ?? null),
      issuer: given.issuer === undefined ? before.issuer : given.issuer,
      signedOn: signedOn === undefined ? (before.signedOn === null ? null : parseDay(before.signedOn)) : signedOn,
      abstract: given.abstract === undefined ? before.abstract : given.abstract,
    }
    const key = identityKey(after)
    const other = key === null ? await ports.documents.byWords(before.text) : await ports.documents.byIdentity(key)
    if (other !== null && other.id !== before.id) return refuse({ code: 'identity-taken', data: { title: titleOf(after) } })
    if (after.signedOn !== before.signedOn) await ports.calendar.steady()
    if (!(await ports.documents.correct(before.id, given.version, { ...after, identityKey: key })))
      return refuse(await stale(ports, 'document', before.id))
    ports.history.record({ entity: 'document', id: before.id, verb: 'corrected', change: differenceOf(before, after) })
    const moved = after.signedOn === before.signedOn ? 0 : await redateTasks(ports, context, before, after.signedOn)
    return ok({ id: before.id, version: given.version + 1, moved })
  },
})
