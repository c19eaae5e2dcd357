import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { parseDay } from '../../kernel/period/day.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { operation } from '../operation.ts'
import { dayText, id } from '../values.ts'
import { named } from './named.ts'
import type { TaskPorts } from './ports.ts'
import { noTask } from './refusals.ts'
import { taskView } from './views.ts'

/** One task, with the sentence that gave it and every date it ever had; of a past day as it stood then. [TSK-37] */
export const taskGet = operation({
  name: 'task.get',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Một nhiệm vụ', en: 'One task' },
  input: z.strictObject({
    id: id.meta({ description: 'the id, or the code (NV-2022-0106)' }),
    on: dayText.optional().meta({ description: 'as it stood at the end of this day; today when absent' }),
  }),
  output: taskView,
  rest: { method: 'GET', path: '/tasks/{id}' },
  async run(ports: TaskPorts & PeoplePorts, context, given) {
    const on = given.on === undefined ? context.today : parseDay(given.on)
    if (on === null) return refuse({ code: 'bad-day', data: { value: given.on ?? '' } })
    const task = await ports.tasks.get(given.id, on)
    const [shown] = task === null ? [] : await named(ports, [task])
    return shown === undefined ? refuse(noTask(context)) : ok(shown)
  },
})
