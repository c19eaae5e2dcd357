import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { proposalStates, visibilities } from '../../kernel/task/task.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { TaskLifePorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'

/**
 * Makes given-out work public, or internal again; work that was split, with its parts. Taking back what everybody could read
 * needs a reason. [ACC-16]
 */
export const taskSetVisibility = operation({
  name: 'task.set-visibility',
  kind: 'command',
  access: ['office', 'leader', 'administrator'],
  summary: { vi: 'Công khai hoặc thôi công khai một nhiệm vụ', en: 'Make a task public, or internal again' },
  input: z.strictObject({
    id: id.meta({ description: 'the id, or the code (NV-2022-0106)' }),
    version: version.meta({ description: 'the version the person has seen' }),
    visibility: z.enum(visibilities),
    reason: z.string().trim().min(3).max(2_000).optional().meta({ description: 'needed to make it internal again' }),
  }),
  output: z.strictObject({ id, version: z.int(), tasks: z.int().meta({ description: 'how many were changed: itself and its parts' }) }),
  rest: { method: 'POST', path: '/tasks/{id}/visibility' },
  async run(ports: TaskLifePorts & HistoryPorts, context, { id: given, version: seen, visibility, reason }) {
    const task = await ports.life.find(given, true)
    if (task === null) return refuse(noTask(context))
    const { state } = task.standing
    if (proposalStates.some((one) => one === state)) return refuse(wrongState(context, state))
    if (task.version !== seen) return refuse(await stale(ports, 'task', task.id))
    if (visibility === 'internal' && reason === undefined) return refuse({ code: 'words-missing' })
    const changed = await ports.life.show(task.id, visibility)
    if (changed.length === 0) return refuse({ code: 'visibility-already' })
    const before = visibility === 'public' ? 'internal' : 'public'
    for (const one of changed)
      ports.history.record({
        entity: 'task',
        id: one,
        verb: visibility === 'public' ? 'made-public' : 'made-internal',
        change: { visibility: [before, visibility], ...(reason === undefined ? {} : { reason: [null, reason] }) },
      })
    return ok({ id: task.id, version: changed.includes(task.id) ? task.version + 1 : task.version, tasks: changed.length })
  },
})
