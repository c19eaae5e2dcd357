import { z } from 'zod'
import { ok } from '../../base/result.ts'
import { KEEPS, keeps } from '../../kernel/dataset/describe.ts'
import { goneBy } from '../../kernel/dataset/retention.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { id } from '../values.ts'
import type { DatasetPorts } from './ports.ts'

/** Thins out versions by the rules of their datasets: daily by the node, at once by a steward of what he keeps. [DAT-45] */
export const datasetThin = operation({
  name: 'dataset.thin',
  kind: 'command',
  access: KEEPS,
  summary: { vi: 'Thu gọn phiên bản cũ theo quy tắc lưu giữ', en: 'Thin out old versions by the rules of their datasets' },
  input: z.strictObject({}),
  output: z.strictObject({ thinned: z.array(z.strictObject({ id, versions: z.array(z.int()) })) }),
  rest: { method: 'POST', path: '/datasets/thin' },
  async run(ports: DatasetPorts & HistoryPorts, context) {
    const thinned: { id: string; versions: number[] }[] = []
    for (const one of await ports.datasets.retained()) {
      const versions = goneBy(one.retention, one.versions)
      if (versions.length === 0 || !keeps(context.who, one.custodian)) continue
      await ports.datasets.thin(one.id, versions)
      ports.history.record({
        entity: 'dataset',
        id: one.id,
        verb: 'thinned',
        change: { thinned: [null, versions.join(', ')], basis: [null, one.retention.basis] },
      })
      thinned.push({ id: one.id, versions: [...versions] })
    }
    return ok({ thinned })
  },
})
