import { z } from 'zod'
import { ok, refuse } from '../../../base/result.ts'
import { KEEPS } from '../../../kernel/dataset/describe.ts'
import { operation } from '../../operation.ts'
import { id } from '../../values.ts'
import { noImport } from '../refusals.ts'
import type { ImportPorts } from './ports.ts'

/** Takes the good rows and leaves the bad out; their file stays with the version. */
export const importLeaveOut = operation({
  name: 'import.leave-out',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Nhận các dòng tốt, để riêng các dòng lỗi', en: 'Take the good rows, leave the bad out' },
  input: z.strictObject({ id }),
  output: z.strictObject({ id }),
  rest: { method: 'POST', path: '/dataset-imports/{id}/leave-out' },
  async run(ports: ImportPorts, context, given) {
    const one = await ports.imports.get(given.id)
    if (one === null) return refuse(noImport(context.language))
    if (one.loaded !== null && one.loaded.rows === 0) return refuse({ code: 'import-empty' })
    const done = await ports.imports.move(one.id, ['choosing'], 'switching')
    return done === true ? ok({ id: one.id }) : refuse({ code: 'import-elsewhere' })
  },
})
