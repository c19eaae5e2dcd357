import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { operation } from '../operation.ts'
import { limit } from '../values.ts'
import type { HistoryPorts } from './ports.ts'
import { entryView } from './views.ts'

/** What was changed, newest first: of everything, of one kind of record, or of one record. */
export const historyList = operation({
  name: 'history.list',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Nhật ký thay đổi', en: 'History of changes' },
  input: z.strictObject({
    entity: z.string().max(40).optional().meta({ description: 'document, task …' }),
    id: z.string().max(80).optional(),
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({ items: z.array(entryView), next: z.string().nullable() }),
  rest: { method: 'GET', path: '/history' },
  async run(ports: HistoryPorts, _context, given) {
    const page = await ports.history.list({
      entity: given.entity ?? null,
      id: given.id ?? null,
      before: given.before ?? null,
      limit: given.limit ?? 50,
    })
    return ok({ items: page.items.map((entry) => ({ ...entry })), next: page.next })
  },
})
