import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { dutiesWith } from '../../kernel/access/access.ts'
import type { Who } from '../../kernel/access/who.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { StoredPlan, SuccessionPorts } from './ports.ts'
import { noPlan, notDraft, seesAll } from './refusals.ts'

/** Whether the draft is his to delete: he made it, or keeps the node. [ORG-21] */
export const mayDelete = (who: Who, { createdBy }: Pick<StoredPlan, 'createdBy'>): boolean =>
  who.kind !== 'person' || who.id === createdBy || dutiesWith(who, ['administrator']).length > 0

/** A rehearsal that comes to nothing goes, with where work was sent in it; history keeps that it was there. Nothing committed goes. [ORG-21] */
export const successionDelete = operation({
  name: 'succession.delete',
  kind: 'command',
  access: ['administrator', 'office', 'leader'],
  summary: { vi: 'Xóa bản dự thảo phương án kế thừa', en: 'Delete a draft of a succession' },
  input: z.strictObject({ id, version }),
  output: z.strictObject({ id }),
  rest: { method: 'DELETE', path: '/successions/{id}' },
  async run(ports: SuccessionPorts & HistoryPorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    await ports.successions.alone()
    const plan = await ports.successions.get(given.id)
    if (plan === null) return refuse(noPlan(context))
    if (plan.state !== 'draft') return refuse(notDraft(context, plan))
    if (!mayDelete(context.who, plan)) return refuse({ code: 'succession-not-yours' })
    if (!(await ports.successions.delete(plan.id, given.version))) return refuse(await stale(ports, 'succession', plan.id))
    ports.history.record({
      entity: 'succession',
      id: plan.id,
      verb: 'deleted',
      change: { name: [plan.name, null], basis: [plan.basis, null], day: [plan.day, null], parts: [plan.parts, null] },
    })
    return ok({ id: plan.id })
  },
})
