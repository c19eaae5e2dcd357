import { z } from 'zod'
import { ok } from '../../base/result.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { operation } from '../operation.ts'
import { pageKey } from '../page-key.ts'
import { limit } from '../values.ts'
import type { DocumentPorts } from './ports.ts'
import { documentRow } from './views.ts'

/** The documents received, newest first. */
export const documentList = operation({
  name: 'document.list',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Danh sách văn bản', en: 'List documents' },
  input: z.strictObject({
    q: z.string().max(200).optional().meta({ description: 'words of number, issuer or abstract, marks or not' }),
    after: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({ items: z.array(documentRow), next: z.string().nullable() }),
  rest: { method: 'GET', path: '/documents' },
  async run(ports: Pick<DocumentPorts, 'documents'> & PeoplePorts, context, { q, after: given, limit: most }) {
    const after = pageKey(given, 'instant', context.language)
    if (!after.ok) return after
    const page = await ports.documents.list({ q: q ?? null, after: after.value, limit: most ?? 50 })
    const names = await ports.people.namesOf(page.items.map((one) => one.receivedBy))
    return ok({ items: page.items.map((one) => ({ ...one, receivedBy: names.get(one.receivedBy) ?? one.receivedBy })), next: page.next })
  },
})
