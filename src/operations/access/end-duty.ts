import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { addDays, formatDay } from '../../kernel/period/day.ts'
import { dayOr } from '../day-or.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { dayText, id, version } from '../values.ts'
import type { EntrancePorts, PeoplePorts } from './ports.ts'
import { leavesAdministrator, notFound } from './refusals.ts'

/** Says from which day a duty no longer holds: an administrator of any, and a person of those held in his own place. Nothing is taken back for days past. */
export const dutyEnd = operation({
  name: 'duty.end',
  kind: 'command',
  access: 'signed-in',
  summary: { vi: 'Thôi giao vai trò', en: 'End a duty' },
  input: z.strictObject({
    id,
    version,
    to: dayText.optional().meta({ description: 'the day from which it no longer holds; tomorrow, when absent' }),
    basis: z.string().trim().min(3).max(200).meta({ description: 'the document that ends it' }),
  }),
  output: z.strictObject({ id, version: z.int() }),
  rest: { method: 'POST', path: '/duties/{id}/end' },
  async run(ports: PeoplePorts & EntrancePorts & HistoryPorts, context, given) {
    const before = await ports.people.duty(given.id)
    const { who, today } = context
    const mayAll = who.kind !== 'person' || who.duties.some((duty) => duty.role === 'administrator')
    // somebody else's duty is not told apart from none
    if (before === null || !(mayAll || before.deputyFor?.person === who.id)) return refuse(notFound('duty', context.language))
    const to = dayOr(given.to, addDays(today, 1))
    if (!to.ok) return to
    // one given by mistake today holds no day; nothing is taken back for days past
    const least = before.from < today ? today : before.from
    if (to.value < least) return refuse({ code: 'term-empty', data: { from: formatDay(least), to: formatDay(to.value) } })
    // a longer term is given anew, by a document of its own
    if (before.to !== null && to.value >= before.to) return refuse({ code: 'duty-ended', data: { to: formatDay(before.to) } })
    const isLast = before.role === 'administrator' && before.deputyFor === null
    if (isLast && !(await leavesAdministrator(ports, to.value, { duty: before.id }))) return refuse({ code: 'last-administrator' })
    if (!(await ports.people.endDuty(before.id, given.version, to.value))) return refuse(await stale(ports, 'person', before.person))
    ports.history.record({
      entity: 'person',
      id: before.person,
      verb: before.deputyFor === null ? 'duty-ended' : 'deputy-ended',
      change: { dutyRole: before.role, dutyBody: before.organisation, dutyTo: [before.to, to.value], basis: given.basis },
    })
    return ok({ id: before.id, version: given.version + 1 })
  },
})
