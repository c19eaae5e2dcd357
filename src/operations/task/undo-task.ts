import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { isClassOfBodies } from '../../kernel/directive/directive.ts'
import { parseDay } from '../../kernel/period/day.ts'
import { kindOf, periods, proposalStates } from '../../kernel/task/task.ts'
import { after, before, nextToUndo, type PastAct } from '../../kernel/task/undo.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { type Context, operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { TaskChanges, TaskPorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'
import { bodyView, type TaskView } from './views.ts'

type Ports = TaskPorts & HistoryPorts

/** Takes back the last act of the review on a task; again, the one before. Nothing leaves the history. [TSK-31] */
export const taskUndo = operation({
  name: 'task.undo',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Hoàn tác việc vừa làm với một nhiệm vụ trước khi giao', en: 'Undo the last act of the review on a task' },
  input: z.strictObject({ id, version }),
  output: z.strictObject({ id: id.meta({ description: 'the task that stands now' }), undone: z.string() }),
  rest: { method: 'POST', path: '/tasks/{id}/undo' },
  async run(ports: Ports, context, given) {
    const task = await ports.tasks.get(given.id, context.today)
    if (task === null) return refuse(noTask(context))
    if (!isProposal(task)) return refuse(wrongState(context, task.state))
    if (task.version !== given.version) return refuse(await stale(ports, 'task', task.id))
    const act = nextToUndo(await actsOf(ports, task.id))
    if (act === null) return refuse({ code: 'nothing-to-undo' })
    const source = act.verb === 'parted' ? after(act, 'from') : act.verb === 'absorbed' ? listOf(after(act, 'of'))[0] : undefined
    return source === undefined ? undoOn(ports, context, task, act) : undoAt(ports, context, String(source))
  },
})

type Answer = Result<{ readonly id: string; readonly undone: string }, Refusal>

/** A part is undone where it was divided, a whole where it was joined. */
async function undoAt(ports: Ports, context: Context, source: string): Promise<Answer> {
  const task = await ports.tasks.get(source, context.today)
  const act = task === null ? null : nextToUndo(await actsOf(ports, task.id))
  return task === null || act === null ? refuse({ code: 'nothing-to-undo' }) : undoOn(ports, context, task, act)
}

async function undoOn(ports: Ports, context: Context, task: TaskView, act: PastAct): Promise<Answer> {
  const made = act.verb === 'divided' ? listOf(after(act, 'parts')) : act.verb === 'joined' ? [after(act, 'into')] : []
  for (const one of made) {
    const gone = await discard(ports, context, String(one))
    if (!gone.ok) return gone
  }
  if (act.verb === 'joined') {
    const other = await otherOf(ports, context, String(after(act, 'into')), task.id)
    if (other !== null && !(await back(ports, context, other.task, other.act))) return refuse(await stale(ports, 'task', other.task.id))
  }
  return (await back(ports, context, task, act)) ? ok({ id: task.id, undone: act.verb }) : refuse(await stale(ports, 'task', task.id))
}

/** Sets the task back to where it stood before the act, and says so. @returns false: changed meanwhile */
async function back(ports: Ports, _context: Context, task: TaskView, act: PastAct): Promise<boolean> {
  const changes = act.verb === 'added' ? { state: 'discarded' as const } : changesBack(task, act)
  if (!(await ports.tasks.change(task.id, task.version, changes))) return false
  ports.history.record({ entity: 'task', id: task.id, verb: 'undone', change: { act: act.seq, what: act.verb, ...turned(act, task) } })
  return true
}

/** What the history says of it: each pair the other way round. */
const turned = (act: PastAct, task: TaskView): Readonly<Record<string, unknown>> =>
  act.verb === 'added'
    ? { state: [task.state, 'discarded'] }
    : Object.fromEntries(
        Object.entries(act.change).flatMap(([field, pair]) =>
          Array.isArray(pair) && pair.length === 2 ? [[field, [pair[1], pair[0]]]] : [],
        ),
      )

const bodies = z.array(bodyView)
const LISTS = ['lead', 'coLead', 'coordinating', 'recipients'] as const

function changesBack(task: TaskView, act: PastAct): TaskChanges {
  const state = proposalStates.find((one) => one === before(act, 'state'))
  const title = before(act, 'title')
  const openClass = before(act, 'openClass')
  const every = before(act, 'every')
  const unsure = before(act, 'unsure')
  const orderAt = before(act, 'orderAt')
  const had = task.dues.findLast(({ day }) => day === before(act, 'due'))
  const from = parseDay(had?.term?.from ?? '')
  const period = task.every === every || every === undefined ? undefined : bodyOfEvery(every)
  return {
    ...(state === undefined ? {} : { state }),
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof openClass === 'boolean' ? { openClass } : {}),
    ...(period === undefined ? {} : { every: period, kind: kindOf(period) }),
    ...(typeof unsure === 'string' ? { unsure } : {}),
    ...(orderAt === undefined ? {} : { orderAt: typeof orderAt === 'number' ? orderAt : null }),
    ...(had === undefined || before(act, 'due') === undefined
      ? {}
      : {
          due: {
            day: parseDay(had.day ?? ''),
            reason: 'correction' as const,
            rule: had.rule,
            words: had.words,
            ...(had.term && from !== null ? { term: { from, days: had.term.days } } : {}),
          },
        }),
    ...Object.fromEntries(LISTS.flatMap((field) => listBack(before(act, field), field))),
  }
}

const bodyOfEvery = (every: unknown): TaskView['every'] => periods.find((one) => one === every) ?? null

/** Bodies as they were; of an act that kept names alone, by their names. */
function listBack(value: unknown, field: (typeof LISTS)[number]): readonly (readonly [string, unknown])[] {
  const whole = bodies.safeParse(value)
  if (whole.success) return [[field, whole.data]]
  if (!Array.isArray(value)) return []
  return [[field, value.map((name) => ({ name: String(name), organisation: null, isClass: isClassOfBodies(String(name)) }))]]
}

async function discard(ports: Ports, context: Context, taskId: string): Promise<Answer> {
  const task = await ports.tasks.get(taskId, context.today)
  if (task === null) return refuse({ code: 'nothing-to-undo' })
  if (task.state === 'discarded') return ok({ id: task.id, undone: '' })
  // given out meanwhile, or divided further: what stands on it is undone first
  if (!isProposal(task)) return refuse(wrongState(context, task.state))
  if (!(await ports.tasks.change(task.id, task.version, { state: 'discarded' }))) return refuse(await stale(ports, 'task', task.id))
  ports.history.record({ entity: 'task', id: task.id, verb: 'withdrawn', change: { state: [task.state, 'discarded'] } })
  return ok({ id: task.id, undone: '' })
}

/** The other of two that were joined. */
async function otherOf(
  ports: Ports,
  context: Context,
  joined: string,
  one: string,
): Promise<{ readonly task: TaskView; readonly act: PastAct } | null> {
  const whole = (await actsOf(ports, joined)).find(({ verb }) => verb === 'absorbed')
  const other = whole === undefined ? undefined : listOf(after(whole, 'of')).find((each) => each !== one)
  const task = other === undefined ? null : await ports.tasks.get(String(other), context.today)
  const act = task === null ? null : nextToUndo(await actsOf(ports, task.id))
  return task === null || act === null || act.verb !== 'joined' ? null : { task, act }
}

async function actsOf(ports: Ports, taskId: string): Promise<readonly PastAct[]> {
  const { items } = await ports.history.list({ entity: 'task', id: taskId, before: null, limit: MOST })
  return items.map(({ seq, verb, change }) => ({
    seq,
    verb,
    change: typeof change === 'object' && change !== null ? Object.fromEntries(Object.entries(change)) : {},
  }))
}
/** Nobody undoes more of one task. */
const MOST = 200

const isProposal = ({ state }: Pick<TaskView, 'state'>): boolean => proposalStates.some((one) => one === state)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
