import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { type Day, parseDay } from '../../kernel/period/day.ts'
import { isOfLevel, isOfOthers, limitOf, ranksOf } from '../../kernel/task/classes.ts'
import type { DocumentPorts } from '../document/ports.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { type Context, operation } from '../operation.ts'
import type { OrganisationPorts, StoredOrganisation } from '../organisation/ports.ts'
import { stale } from '../stale.ts'
import { dayText, id, version } from '../values.ts'
import type { TaskPorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'
import type { BodyView, TaskView } from './views.ts'

type Ports = TaskPorts & HistoryPorts & OrganisationPorts & Pick<DocumentPorts, 'documents'>

const memberView = z.strictObject({ organisation: id, name: z.string() })
const membersOutput = z.strictObject({
  items: z.array(memberView).meta({ description: 'the members on that day, without those the document names where it says «khác»' }),
  classes: z.array(z.string()).meta({ description: 'the classes as the document names them' }),
  unknown: z.array(z.string()).meta({ description: 'classes whose members no register tells' }),
  limits: z
    .array(z.string())
    .meta({ description: 'what the words of a class say besides («miền núi»): a person leaves out whom it does not mean' }),
  on: dayText.meta({ description: 'the day of the document' }),
})

/** Who belongs to the classes that lead a task, on the day of its document. [TSK-20] */
export const taskMembers = operation({
  name: 'task.members',
  kind: 'query',
  access: ['clerk', 'office'],
  summary: { vi: 'Thành viên của nhóm cơ quan được giao', en: 'Members of the class that leads a task' },
  input: z.strictObject({ id }),
  output: membersOutput,
  rest: { method: 'GET', path: '/tasks/{id}/members' },
  async run(ports: Ports, context, given): Promise<Result<z.infer<typeof membersOutput>, Refusal>> {
    const task = await ports.tasks.get(given.id, context.today)
    return task === null ? refuse(noTask(context)) : ok(await membersOf(ports, context, task))
  },
})

/** Puts the bodies in place of the class. They become its leads; assigned, the task is a parent with a child for each. [TSK-20] */
export const taskExpand = operation({
  name: 'task.expand',
  kind: 'command',
  access: ['clerk', 'office'],
  summary: { vi: 'Chọn tên cụ thể trong nhóm cơ quan', en: 'Name the bodies of a class' },
  input: z.strictObject({
    id,
    version,
    without: z.array(id).max(1000).optional().meta({ description: 'members left out' }),
    reason: z.string().trim().min(3).max(2_000).optional().meta({ description: 'why they are left out' }),
  }),
  output: z.strictObject({ id, version: z.int(), bodies: z.int() }),
  rest: { method: 'POST', path: '/tasks/{id}/expand' },
  async run(ports: Ports, context, given) {
    const task = await ports.tasks.get(given.id, context.today)
    if (task === null) return refuse(noTask(context))
    if (task.state !== 'proposed' && task.state !== 'confirmed') return refuse(wrongState(context, task.state))
    if (task.version !== given.version) return refuse(await stale(ports, 'task', task.id))
    if (!task.lead.some((body) => body.isClass)) return refuse({ code: 'class-none' })
    const { items, classes, unknown } = await membersOf(ports, context, task)
    const without = new Set(given.without ?? [])
    const stranger = [...without].find((one) => !items.some(({ organisation }) => organisation === one))
    if (stranger !== undefined) return refuse({ code: 'not-a-member', data: { name: stranger } })
    const left = items.filter((one) => without.has(one.organisation))
    const chosen = items.filter((one) => !without.has(one.organisation))
    if (classes.length === 0 || chosen.length === 0)
      return refuse({ code: 'class-unknown', data: { name: [...classes, ...unknown].join('; ') } })
    if (left.length > 0 && given.reason === undefined) return refuse({ code: 'reason-missing' })
    const bodies: readonly BodyView[] = chosen.map(({ organisation, name }) => ({ name, organisation, isClass: false }))
    const known = new Set(classes)
    const lead = [...task.lead.filter((body) => !known.has(body.name)), ...bodies]
    if (!(await ports.tasks.change(task.id, given.version, { lead }))) return refuse(await stale(ports, 'task', task.id))
    ports.history.record({
      entity: 'task',
      id: task.id,
      verb: 'expanded',
      change: {
        lead: [task.lead.map((body) => body.name), lead.map((body) => body.name)],
        ...(left.length > 0 ? { without: [null, left.map((body) => body.name)], reason: [null, given.reason] } : {}),
      },
    })
    return ok({ id: task.id, version: given.version + 1, bodies: chosen.length })
  },
})

async function membersOf(ports: Ports, context: Context, task: TaskView): Promise<z.infer<typeof membersOutput>> {
  const on: Day = parseDay(task.document.signedOn ?? '') ?? context.today
  const classes = task.lead.filter((body) => body.isClass).map((body) => body.name)
  const named = await namedIn(ports, task, context)
  const items = new Map<string, { readonly organisation: string; readonly name: string }>()
  for (const name of classes) {
    const ranks = ranksOf(name)
    if (ranks === null) continue
    const others = isOfOthers(name)
    for (const one of await bodiesOf(ports, ranks, on))
      if (isOfLevel(name, one.name, one.rank) && !(others && named.has(one.id)) && !task.lead.some((body) => body.organisation === one.id))
        items.set(one.id, { organisation: one.id, name: one.name })
  }
  return {
    items: [...items.values()],
    classes: classes.filter((name) => ranksOf(name) !== null),
    unknown: classes.filter((name) => ranksOf(name) === null),
    limits: classes.flatMap((name) => (ranksOf(name) === null ? [] : (limitOf(name) ?? []))),
    on,
  }
}

/** Bodies that lead a task of the document by name. */
async function namedIn(ports: Ports, task: TaskView, context: Context): Promise<ReadonlySet<string>> {
  const all = await ports.tasks.ofDocument(task.document.id, context.today)
  return new Set(all.filter((one) => one.id !== task.id).flatMap((one) => one.lead.flatMap((body) => body.organisation ?? [])))
}

/** Those of this node's own locality; ministries are of the state. */
async function bodiesOf(ports: Ports, ranks: readonly string[], on: Day): Promise<readonly StoredOrganisation[]> {
  const there = await ports.organisations.candidates(on)
  const home = there[0]?.of ?? ''
  return there.filter((one) => ranks.includes(one.rank) && (one.rank === 'bo' || one.of === home))
}
