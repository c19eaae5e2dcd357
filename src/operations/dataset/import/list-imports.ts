import { z } from 'zod'
import { ok } from '../../../base/result.ts'
import { KEEPS } from '../../../kernel/dataset/describe.ts'
import type { PeoplePorts } from '../../access/ports.ts'
import { operation } from '../../operation.ts'
import { pageKey } from '../../page-key.ts'
import { limit } from '../../values.ts'
import type { ImportPorts } from './ports.ts'
import { importView, shownImport } from './views.ts'

/** The imports of whoever asks, and what is on its way into datasets that he keeps [DAT-148]; of everybody where he sees all. Newest first; without those that were given up. */
export const importList = operation({
  name: 'import.list',
  kind: 'query',
  access: KEEPS,
  summary: { vi: 'Các lần nhập', en: 'List imports' },
  input: z.strictObject({ after: z.string().max(200).optional(), limit: limit.optional() }),
  output: z.strictObject({ items: z.array(importView), next: z.string().nullable() }),
  rest: { method: 'GET', path: '/dataset-imports' },
  async run(ports: ImportPorts & PeoplePorts, context, given) {
    const after = pageKey(given.after, 'instant', context.language)
    if (!after.ok) return after
    const page = await ports.imports.list({ after: after.value, limit: given.limit ?? 20 })
    const names = await ports.people.namesOf(page.items.map((one) => one.madeBy))
    return ok({ items: page.items.map((one) => shownImport(one, names, context)), next: page.next })
  },
})
