import { z } from 'zod'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { actsFor } from '../../kernel/access/access.ts'
import { isClassOfBodies, namesSeveral } from '../../kernel/directive/directive.ts'
import { organisationMatcher } from '../../kernel/organisation/match.ts'
import { readOrganisationQuery } from '../../kernel/organisation/query.ts'
import { isNamed } from '../../kernel/place/match.ts'
import { answersHimself } from '../../kernel/task/life.ts'
import { isOpen } from '../../kernel/task/task.ts'
import type { DocumentPorts } from '../document/ports.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { type Context, operation } from '../operation.ts'
import { heirsAt } from '../organisation/follow-organisation.ts'
import type { OrganisationPorts, StoredOrganisation } from '../organisation/ports.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { Life, NewEvent, TaskLifePorts } from './ports.ts'
import { noTask, wrongState } from './refusals.ts'

/**
 * Another body leads from today on. The old lead's term ends, a new one begins: at every instant one. A body that helped and now
 * leads no longer stands among those that help. It stands under the register's name; one typed otherwise is told, and one that
 * the register does not know is confirmed first. [TSK-10] [TSK-28] [TSK-43]
 */
export const taskReassign = operation({
  name: 'task.reassign',
  kind: 'command',
  access: ['office', 'leader'],
  summary: { vi: 'Giao lại cho cơ quan khác', en: 'Reassign to another body' },
  input: z.strictObject({
    id,
    version,
    lead: z.string().trim().min(2).max(300),
    words: z.string().trim().min(3).max(20_000).meta({ description: 'why' }),
    unregistered: z.boolean().optional().meta({ description: 'true: the body is meant, though the register does not know it' }),
  }),
  output: z.strictObject({
    id,
    version: z.int(),
    lead: z.string().meta({ description: 'as the register calls it on that day' }),
    typed: z.string().nullable().meta({ description: 'what was typed, when it is another name or a slip; null: it is that name' }),
  }),
  rest: { method: 'POST', path: '/tasks/{id}/reassign' },
  async run(ports: TaskLifePorts & HistoryPorts & Pick<DocumentPorts, 'bodies'> & OrganisationPorts, context, given) {
    await ports.organisations.steady()
    const task = await ports.life.find(given.id, true)
    if (task === null) return refuse(noTask(context))
    const stays = refusedReassigning(context, task)
    if (stays !== null) return refuse(stays)
    if (isClassOfBodies(given.lead)) return refuse({ code: 'class-unknown', data: { name: given.lead } })
    if (task.version !== given.version) return refuse(await stale(ports, 'task', task.id))
    if (given.lead === task.leadName) return refuse({ code: 'lead-already', data: { lead: given.lead } })
    const named = (await ports.bodies.identify([given.lead], context.today, null)).get(given.lead)
    const heir = named === undefined || named === null ? await heirOfEnded(ports, given.lead, context) : ok(named)
    if (!heir.ok) return heir
    const organisation = heir.value
    if (organisation === null) {
      if (namesSeveral(given.lead)) return refuse({ code: 'lead-several', data: { lead: given.lead } })
      if (given.unregistered !== true) return refuse({ code: 'lead-unregistered', data: { lead: given.lead } })
    }
    const name = (organisation === null ? null : await ports.organisations.get(organisation, context.today))?.name ?? given.lead
    const typed = name === given.lead ? null : given.lead
    // the same body by another of its names, or by one of those whose work it has
    if (organisation !== null && organisation === task.holders.lead)
      return refuse({ code: 'lead-already', data: { lead: typed === null ? name : `${name} (${typed})` } })
    await ports.life.lead(task, { organisation, name }, context.today)
    const asked = await closeExtension(ports, context, task, given.words)
    await ports.life.add(
      asked,
      {
        ...NOTHING,
        kind: 'reassigned',
        words: given.words,
        reason: `${task.leadName ?? '—'} → ${name}${typed === null ? '' : ` (${typed})`}`,
      },
      { state: 'assigned' },
      context.today,
    )
    ports.history.record({
      entity: 'task',
      id: task.id,
      verb: 'reassigned',
      change: { lead: [task.leadName, name], ...(typed === null ? {} : { leadTyped: typed }) },
    })
    return ok({ id: task.id, version: asked.version + 1, lead: name, typed })
  },
})

/** Why the work stays with whom it is, whoever is named; null: it may go to another. */
export function refusedReassigning(context: Context, { standing }: Life): Refusal | null {
  if (standing.isSplit) return { code: 'task-split' }
  if (!isOpen(standing.state) || standing.state === 'claimed') return wrongState(context, standing.state)
  const deputy = actsFor(context.who, ['office', 'leader'], (duty) => duty.central)
  return answersHimself('reassign', standing, context.who, deputy?.person ?? null) ? { code: 'own-request' } : null
}

/** Of a name that only a body which is no more bore: who has its work. Refuses `lead-ended` where its heirs share it. [TSK-36] @returns null: no such name */
async function heirOfEnded(ports: OrganisationPorts, name: string, { today }: Context): Promise<Result<string | null, Refusal>> {
  const match = organisationMatcher(readOrganisationQuery(name))
  const named = (one: StoredOrganisation): boolean => {
    const matched = match(one)
    return matched !== null && isNamed(matched)
  }
  if ((await ports.organisations.candidates(today)).some(named)) return ok(null)
  const ended = (await ports.organisations.elsewhen(today)).find((one) => one.to !== null && one.to <= today && named(one))
  if (ended === undefined) return ok(null)
  const holder = await ports.organisations.holder(ended.id, today)
  if (holder !== null) return ok(holder)
  const heirs = await heirsAt(ports, ended, today, 'forward', '')
  return refuse({ code: 'lead-ended', data: { name: ended.name, heirs: heirs.map((heir) => heir.name).join('; ') } })
}

/** What the old lead asked for is not the new one's: it is answered, and why stands in what was said. [TSK-23] @returns the task after it */
async function closeExtension(ports: TaskLifePorts & HistoryPorts, context: Context, task: Life, why: string): Promise<Life> {
  if (task.standing.askedDay === null) return task
  const words = `Giao lại cho cơ quan khác: ${why}`.slice(0, 20_000)
  await ports.life.add(task, { ...NOTHING, kind: 'extension-refused', words }, { askedDay: null }, context.today)
  ports.history.record({ entity: 'task', id: task.id, verb: 'extension-refused', change: {} })
  return { ...task, version: task.version + 1, standing: { ...task.standing, askedDay: null } }
}

const NOTHING = {
  forPerson: null,
  forForm: null,
  organisation: null,
  percent: null,
  words: null,
  reason: null,
  day: null,
  document: null,
  under: null,
  files: [],
} as const satisfies Omit<NewEvent, 'kind'>
