import { z } from 'zod'
import { ok, refuse } from '../../../base/result.ts'
import { KEEPS } from '../../../kernel/dataset/describe.ts'
import { operation } from '../../operation.ts'
import { id } from '../../values.ts'
import { noImport } from '../refusals.ts'
import type { ImportPorts } from './ports.ts'

const OPEN = ['reading', 'asking', 'waiting', 'loading', 'choosing', 'failed'] as const

/** Gives an import up: whoever began it, or keeps the dataset that it is on its way into. Nothing of it is seen, and it goes from the list; the file stays kept. */
export const importCancel = operation({
  name: 'import.cancel',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Dừng một lần nhập', en: 'Cancel an import' },
  input: z.strictObject({ id }),
  output: z.strictObject({ id }),
  rest: { method: 'POST', path: '/dataset-imports/{id}/cancel' },
  async run(ports: ImportPorts, context, given) {
    const one = await ports.imports.get(given.id)
    if (one === null) return refuse(noImport(context.language))
    const done = await ports.imports.move(one.id, OPEN, 'cancelled')
    return done === true ? ok({ id: one.id }) : refuse({ code: 'import-elsewhere' })
  },
})
