import { contextAt } from '../doors/context.ts'
import type { Daily } from '../jobs/daily.ts'
import { SYSTEM } from '../kernel/access/who.ts'
import { datasetThin } from '../operations/dataset/thin-datasets.ts'
import type { Opened } from './open.ts'

/** Once a day, at night: versions go by the rules of their datasets, and then what they were made of. [DAT-45] */
export function thinningJob(node: Pick<Opened, 'call' | 'emptyThinned'>): Daily {
  let thinned = ''
  return {
    from: 1,
    done: (day) => thinned === day,
    async work(day) {
      const decided = await node.call(datasetThin, contextAt(new Date(), 'vi', SYSTEM), {})
      if (!decided.ok) throw new Error(decided.refusal.code)
      await node.emptyThinned()
      thinned = day
    },
  }
}
