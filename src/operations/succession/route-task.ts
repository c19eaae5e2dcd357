import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { formatDay } from '../../kernel/period/day.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { id } from '../values.ts'
import type { SuccessionPorts } from './ports.ts'
import { noPlan, notDraft, seesAll } from './refusals.ts'
import { nameIn, rehearse } from './rehearsal.ts'
import { bodyId } from './views.ts'

/** A person says where one task goes: what no rule decides, or otherwise than the rule. Said anew, the last holds. */
export const successionRoute = operation({
  name: 'succession.route',
  kind: 'command',
  access: ['administrator', 'office', 'leader'],
  summary: { vi: 'Chọn cơ quan nhận cho một nhiệm vụ', en: 'Say where one task goes' },
  input: z.strictObject({ id, task: id, to: bodyId.nullable().meta({ description: 'null: as the rule has it' }) }),
  output: z.strictObject({ undecided: z.int(), toName: z.string() }),
  rest: { method: 'POST', path: '/successions/{id}/routes' },
  async run(ports: SuccessionPorts & OrganisationPorts & HistoryPorts, context, given) {
    const may = seesAll(context)
    if (!may.ok) return may
    const plan = await ports.successions.get(given.id)
    if (plan === null) return refuse(noPlan(context))
    if (plan.state !== 'draft') return refuse(notDraft(context, plan))
    const shown = await rehearse(ports, plan)
    const piece = shown.pieces.find(({ task }) => task.id === given.task)
    if (piece === undefined) return refuse({ code: 'succession-not-routed' })
    if (given.to !== null && shown.holderAfter(given.to) !== given.to) {
      return refuse({ code: 'succession-not-there', data: { name: await nameIn(ports, plan, given.to), day: formatDay(plan.day) } })
    }
    await ports.successions.route(plan.id, given.task, given.to)
    ports.history.record({
      entity: 'succession',
      id: plan.id,
      verb: 'routed',
      change: { task: given.task, code: piece.task.code, to: [piece.task.route, given.to] },
    })
    const after = await rehearse(ports, plan)
    return ok({ undecided: after.undecided, toName: given.to === null ? '' : await nameIn(ports, plan, given.to) })
  },
})
