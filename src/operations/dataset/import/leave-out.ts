import { z } from 'zod'
import { ok, refuse } from '../../../base/result.ts'
import { KEEPS, keepingOf, keeps } from '../../../kernel/dataset/describe.ts'
import { operation } from '../../operation.ts'
import { id } from '../../values.ts'
import type { DatasetPorts } from '../ports.ts'
import { noDataset, noImport } from '../refusals.ts'
import { isOwn } from './own.ts'
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
  async run(ports: DatasetPorts & ImportPorts, context, given) {
    const one = await ports.imports.get(given.id)
    if (one === null) return refuse(noImport(context.language))
    if (!isOwn(context.who, one)) return refuse({ code: 'import-of-another' })
    const dataset = one.dataset === null ? null : await ports.datasets.get(one.dataset)
    if (one.dataset !== null && dataset === null) return refuse(noDataset(context.language))
    // it may have come to another body while its rows were looked at
    if (dataset !== null && !keeps(context.who, dataset.custodian)) return refuse({ code: 'not-the-steward' })
    if (one.loaded !== null && one.loaded.rows === 0) return refuse({ code: 'import-empty' })
    const done = await ports.imports.move(one.id, ['choosing'], 'switching', {
      ...(one.choices === null ? {} : { choices: { ...one.choices, keeping: keepingOf(context.who) } }),
    })
    return done === true ? ok({ id: one.id }) : refuse({ code: 'import-elsewhere' })
  },
})
