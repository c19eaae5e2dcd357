import { z } from 'zod'
import type { Language, Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { type Blocked, blocks, planOf } from '../../kernel/task/assignment.ts'
import { firstDue } from '../../kernel/task/recurrence.ts'
import { calendarFrom } from '../calendar/calendar-from.ts'
import type { CalendarPorts } from '../calendar/ports.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { type Context, operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { stale } from '../stale.ts'
import { draftOf } from '../task/draft-of.ts'
import type { TaskPorts } from '../task/ports.ts'
import type { TaskView } from '../task/views.ts'
import { id } from '../values.ts'
import type { DocumentPorts } from './ports.ts'

type Ports = TaskPorts & HistoryPorts & CalendarPorts & Pick<DocumentPorts, 'documents'> & OrganisationPorts

const output = z.strictObject({
  assigned: z.array(z.strictObject({ id, code: z.string(), lead: z.string() })),
  left: z
    .array(z.strictObject({ id, title: z.string(), reason: z.enum(blocks) }))
    .meta({ description: 'confirmed, but not given out, and why' }),
})

/** Why a confirmed task is not given out, for whoever asks without the page. */
const inTheWay = {
  'lead-missing': { vi: 'chưa có cơ quan chủ trì', en: 'no leading body' },
  'lead-is-class': { vi: 'chủ trì là một nhóm cơ quan chưa nêu tên', en: 'the lead is a class of bodies without names' },
  'lead-ended': { vi: 'cơ quan chủ trì không còn, phải chọn cơ quan kế thừa', en: 'the lead is no more, and an heir must be chosen' },
  unsure: { vi: 'có hai cách hiểu, phải chọn một', en: 'there are two readings, and one must be chosen' },
} as const satisfies Record<Blocked, Readonly<Record<Language, string>>>

/** Gives out the confirmed tasks of a document. Each gets its code; several leads become a parent with a child for each. */
export const documentAssign = operation({
  name: 'document.assign',
  kind: 'command',
  access: ['office', 'leader'],
  summary: { vi: 'Giao các nhiệm vụ đã xác nhận', en: 'Assign the confirmed tasks' },
  input: z.strictObject({
    id,
    tasks: z.array(id).max(1000).optional().meta({ description: 'only these; every confirmed task when absent' }),
  }),
  output,
  rest: { method: 'POST', path: '/documents/{id}/assign' },
  async run(ports: Ports, context, given): Promise<Result<z.infer<typeof output>, Refusal>> {
    // who leads must still be there when the work is given out
    await ports.organisations.steady()
    // before any row is held: a decision on days waits for this, and must not wait for a row of it
    await ports.calendar.steady()
    const document = await ports.documents.get(given.id)
    if (document === null) return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'văn bản' : 'document' } })
    const asked = (await ports.tasks.ofDocument(document.id, context.today)).filter(
      (task) => given.tasks === undefined || given.tasks.includes(task.id),
    )
    const confirmed = asked.filter((task) => task.state === 'confirmed')
    const assigned: z.infer<typeof output>['assigned'] = []
    const left: z.infer<typeof output>['left'] = []
    for (const task of confirmed) {
      if (task.blockedBy !== null) {
        left.push({ id: task.id, title: task.title, reason: task.blockedBy })
        continue
      }
      const dated = await withFirstDue(ports, context, task)
      const out = dated === null ? null : await giveOut(ports, context, dated)
      if (out === null) return refuse(await stale(ports, 'task', task.id))
      assigned.push(...out)
    }
    if (assigned.length > 0) return ok({ assigned, left })
    const reasons = [...new Set(left.map(({ reason }) => inTheWay[reason][context.language]))]
    return refuse({
      code: 'nothing-to-assign',
      data: {
        proposed: asked.filter((task) => task.state === 'proposed').length,
        left: left.length,
        why: reasons.length === 0 ? '' : ` (${reasons.join('; ')})`,
      },
    })
  },
})

/** Recurring work without a day gets its first by the day its period names or the regime of reports, unless a person has said that it has none. [TSK-22] [TSK-47] @returns null: changed meanwhile */
async function withFirstDue(ports: Ports, context: Context, task: TaskView): Promise<TaskView | null> {
  if (task.every === null || task.due !== null || task.dues.at(-1)?.rule === 'typed') return task
  const due = firstDue(task.every, context.today, task.periodWords, await calendarFrom(ports, context.today))
  if (due === null) return task
  if (!(await ports.tasks.change(task.id, task.version, { due: { ...due, reason: 'original' } }))) return null
  return ports.tasks.get(task.id, context.today)
}

/** @returns what was given out; null when somebody changed the task meanwhile, and the command is to be undone */
async function giveOut(ports: Ports, context: Context, task: TaskView): Promise<z.infer<typeof output>['assigned'] | null> {
  const plan = planOf(task.lead)
  const given: z.infer<typeof output>['assigned'] = []
  if (plan.kind === 'fan-out') {
    const children = await ports.tasks.add(plan.children.map(({ lead }) => ({ ...childOf(task), lead: [lead] })))
    for (const [i, child] of children.entries()) {
      const part = plan.children[i]
      if (part !== undefined)
        ports.history.record({
          entity: 'task',
          id: child,
          verb: 'added',
          change: { parent: [null, task.id], lead: [null, part.lead.name], due: [null, task.due] },
        })
      if (part === undefined || part.waits) continue
      const done = await assign(ports, context, { id: child, version: 1, due: task.due }, part.lead.name)
      if (done === null) return null
      given.push(done)
    }
  }
  const leads = plan.kind === 'single' ? [plan.lead] : plan.children.map(({ lead }) => lead)
  const parent = await assign(ports, context, task, leads.map((body) => body?.name ?? '').join('; '))
  if (parent === null) return null
  return plan.kind === 'single' ? [parent] : given
}

async function assign(
  ports: Ports,
  context: Context,
  { id: task, version, due }: Pick<TaskView, 'id' | 'version' | 'due'>,
  lead: string,
): Promise<{ id: string; code: string; lead: string } | null> {
  const done = await ports.tasks.assign(task, version, context.today)
  if (done === null) return null
  ports.history.record({
    entity: 'task',
    id: task,
    verb: 'assigned',
    change: { state: ['confirmed', 'assigned'], code: [null, done.code], lead: [null, lead], due: [null, due] },
  })
  return { id: task, code: done.code, lead }
}

/** One body's part of a task that charges several equally. */
const childOf = (task: TaskView): Parameters<TaskPorts['tasks']['add']>[0][number] => ({
  ...draftOf(task),
  parent: task.id,
  origin: 'fanned-out',
  state: 'confirmed',
  lead: [],
  check: null,
  unsure: null,
})
