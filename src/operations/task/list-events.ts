import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { denied } from '../../kernel/access/access.ts'
import { lastSensible } from '../../kernel/task/due-day.ts'
import { acts, life, refusedAct, sidesOf } from '../../kernel/task/life.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { operation } from '../operation.ts'
import { id, limit } from '../values.ts'
import { wouldActFor } from './act-on-task.ts'
import type { TaskLifePorts } from './ports.ts'
import { refusedReassigning, taskReassign } from './reassign-task.ts'
import { noTask } from './refusals.ts'
import { actsView, eventView } from './views.ts'

/** What was said about one task, newest first, and what whoever asks may do with it now. */
export const taskEvents = operation({
  name: 'task.events',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Diễn biến của một nhiệm vụ', en: 'What was said about a task' },
  input: z.strictObject({
    id,
    since: z.coerce.number().int().min(0).optional().meta({ description: 'a version: only what was said after it' }),
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .meta({ description: '`next` of the page before' }),
    limit: limit.optional(),
  }),
  output: z.strictObject({
    items: z.array(eventView),
    next: z.string().nullable(),
    acts: actsView,
    absent: z.array(z.string()).meta({ description: 'bodies that hold a part and have nobody here: whose answer is recorded for them' }),
    reassign: z.boolean().meta({ description: 'whether whoever asks may give the work to another body now' }),
  }),
  rest: { method: 'GET', path: '/tasks/{id}/events' },
  async run(ports: TaskLifePorts & PeoplePorts, context, given) {
    const task = await ports.life.find(given.id, false)
    if (task === null) return refuse(noTask(context))
    const most = given.limit ?? 50
    const since = given.since === undefined ? null : { version: given.since }
    const found = await ports.life.events(task.id, since, given.before ?? null, most + 1)
    const shown = found.slice(0, most)
    const names = await ports.people.namesOf(shown.flatMap((one) => [one.actor, one.forPerson ?? '']))
    const items = shown.map((one) => ({
      ...one,
      actor: names.get(one.actor) ?? one.actor,
      forPerson: one.forPerson === null ? null : (names.get(one.forPerson) ?? one.forPerson),
    }))
    const sides = sidesOf(context.who, task.holders)
    return ok({
      items: [...items],
      next: found.length > most ? (items.at(-1)?.id ?? null) : null,
      acts: acts.filter((act) => {
        const why = refusedAct(
          act,
          task.standing,
          sides,
          context.who,
          { ...complete, day: act === 'claim' || act === 'answer' ? null : lastSensible(task.standing.issuedOn) },
          context.today,
          wouldActFor(act, task, context.who),
        )
        return why === null || (why === 'evidence-missing' && life[act].by.some((side) => sides.has(side)))
      }),
      absent: task.absent.map(({ name }) => name),
      reassign: denied(context.who, taskReassign.access) === null && refusedReassigning(context, task) === null,
    })
  },
})

/** Everything an act could need, so that only what cannot be mended by saying more refuses it; with the last day that is sensible. */
const complete = { words: '…', reason: '…', percent: null, document: '…', files: 0 }
