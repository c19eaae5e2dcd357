import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import type { HistoryPorts } from '../history/ports.ts'
import { operation } from '../operation.ts'
import { stale } from '../stale.ts'
import { id, version } from '../values.ts'
import type { EntrancePorts, PeoplePorts } from './ports.ts'
import { isErased, leavesAdministrator, notFound } from './refusals.ts'

const input = z.strictObject({ id, version })
const output = z.strictObject({ id, version: z.int() })

/** He can sign in no more, and what he had open is closed at once. His work and his name stay. [ACC-9] */
export const personDisable = operation({
  name: 'person.disable',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Tạm dừng một tài khoản', en: 'Hold an account' },
  input,
  output,
  rest: { method: 'POST', path: '/people/{id}/disable' },
  async run(ports: PeoplePorts & EntrancePorts & HistoryPorts, context, given) {
    const before = await ports.people.get(given.id)
    if (before === null) return refuse(notFound('person', context.language))
    if (!(await leavesAdministrator(ports, context.today, { person: given.id }))) return refuse({ code: 'last-administrator' })
    if (!(await ports.people.correct(given.id, given.version, { disabled: true }))) return refuse(await stale(ports, 'person', given.id))
    await ports.entrance.endSessions(given.id, {})
    for (const token of await ports.entrance.tokens(given.id)) await ports.entrance.revokeToken(given.id, token.id)
    ports.history.record({ entity: 'person', id: given.id, verb: 'disabled', change: { disabled: [before.disabled, true] } })
    return ok({ id: given.id, version: given.version + 1 })
  },
})

export const personEnable = operation({
  name: 'person.enable',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Mở lại một tài khoản', en: 'Let a person sign in again' },
  input,
  output,
  rest: { method: 'POST', path: '/people/{id}/enable' },
  async run(ports: PeoplePorts & HistoryPorts, context, given) {
    const before = await ports.people.get(given.id)
    if (before === null) return refuse(notFound('person', context.language))
    if (isErased(before)) return refuse({ code: 'erased-already' })
    if (!(await ports.people.correct(given.id, given.version, { disabled: false }))) return refuse(await stale(ports, 'person', given.id))
    ports.history.record({ entity: 'person', id: given.id, verb: 'enabled', change: { disabled: [before.disabled, false] } })
    return ok({ id: given.id, version: given.version + 1 })
  },
})
