import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import type { HistoryPorts } from '../history/ports.ts'
import type { MailPorts } from '../notice/ports.ts'
import { operation } from '../operation.ts'
import type { OrganisationPorts } from '../organisation/ports.ts'
import { stale } from '../stale.ts'
import { id, instantText, version } from '../values.ts'
import type { PersonalPorts } from './personal-ports.ts'
import type { EntrancePorts, PeoplePorts } from './ports.ts'
import { asPerson, isErased, leavesAdministrator, notFound } from './refusals.ts'
import { shownDuties } from './shown.ts'
import { dutyView, personRef } from './views.ts'

/** As many acts as go into one answer; the history page shows the rest. */
const ACTS = 5_000

/** What the node keeps of me, in one answer a program can read. [ACC-14] */
export const meData = operation({
  name: 'me.data',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Dữ liệu cá nhân của tôi', en: 'My personal data' },
  input: z.strictObject({}),
  output: z.strictObject({
    person: personRef,
    values: z.array(z.strictObject({ kind: z.string(), value: z.string() })),
    duties: z.array(dutyView),
    sessions: z.array(z.strictObject({ agent: z.string(), madeAt: instantText, seenAt: instantText })),
    entrance: z.array(z.strictObject({ at: instantText, kind: z.string(), address: z.string().nullable() })),
    deputies: z.array(dutyView).meta({ description: 'duties that others hold in my place' }),
    tokens: z.array(
      z.strictObject({
        name: z.string(),
        madeAt: instantText,
        seenAt: instantText.nullable(),
        expiresAt: instantText,
        revokedAt: instantText.nullable(),
      }),
    ),
    providers: z.array(z.strictObject({ issuer: z.string(), at: instantText })).meta({ description: 'where the common sign-on knows me' }),
    mail: z.strictObject({ digest: z.boolean(), language: z.enum(['vi', 'en']) }),
    calendar: z
      .strictObject({ madeAt: instantText, seenAt: instantText.nullable() })
      .nullable()
      .meta({ description: 'that there is an address of my calendar; null: there is none' }),
    acts: z.array(z.strictObject({ seq: z.string(), at: instantText, entity: z.string(), id: z.string(), verb: z.string() })),
  }),
  rest: { method: 'GET', path: '/me/data' },
  async run(
    ports: PeoplePorts &
      EntrancePorts &
      PersonalPorts &
      Pick<OrganisationPorts, 'organisations'> & { readonly mail: Pick<MailPorts['mail'], 'choice' | 'calendar'> },
    context,
  ) {
    const self = asPerson(context)
    if (!self.ok) return self
    const { values, acts, tokens } = await ports.personal.own(self.value, ACTS)
    const sessions = await ports.entrance.sessions(self.value)
    const { items } = await ports.entrance.events({ person: self.value, before: null, limit: 500 })
    return ok({
      person: { id: self.value, name: context.who.name ?? '' },
      values: [...values],
      duties: [...(await shownDuties(ports, await ports.people.duties({ person: self.value }), context.today))],
      sessions: sessions.map(({ agent, madeAt, seenAt }) => ({ agent, madeAt, seenAt })),
      entrance: items.map(({ at, kind, address }) => ({ at, kind, address })),
      deputies: [...(await shownDuties(ports, await ports.people.duties({ deputiesFor: self.value }), context.today))],
      tokens: [...tokens],
      providers: [...(await ports.entrance.providers(self.value))],
      mail: await ports.mail.choice(self.value),
      calendar: await ports.mail.calendar(self.value),
      acts: [...acts],
    })
  },
})

/**
 * Erases a person by document: name, login, e-mail, every way to sign in, his calendar, what he chose of letters. His duties end
 * that day, and so do those that others hold in his place; what he did stays, under an id that leads to nobody. It cannot be
 * taken back: nothing gives him a name, a password or a duty again. [ACC-14]
 */
export const personErase = operation({
  name: 'person.erase',
  kind: 'command',
  access: ['administrator'],
  summary: { vi: 'Xóa dữ liệu cá nhân theo văn bản', en: 'Erase a person’s data by document' },
  input: z.strictObject({
    id,
    version,
    basis: z.string().trim().min(3).max(200).meta({ description: 'the document that orders it' }),
  }),
  output: z.strictObject({ id, version: z.int(), erased: z.int() }),
  rest: { method: 'POST', path: '/people/{id}/erase' },
  async run(ports: PeoplePorts & EntrancePorts & PersonalPorts & HistoryPorts, context, given) {
    const before = await ports.people.get(given.id)
    if (before === null) return refuse(notFound('person', context.language))
    if (isErased(before)) return refuse({ code: 'erased-already' })
    if (!(await leavesAdministrator(ports, context.today, { person: given.id }))) return refuse({ code: 'last-administrator' })
    if (!(await ports.people.correct(given.id, given.version, { disabled: true }))) return refuse(await stale(ports, 'person', given.id))
    const own = await ports.people.duties({ person: given.id })
    for (const duty of [...own, ...(await ports.people.duties({ deputiesFor: given.id }))]) {
      const isAhead = duty.from > context.today
      const to = isAhead ? duty.from : context.today
      if (duty.to !== null && duty.to <= to) continue
      if (!(await ports.people.endDuty(duty.id, duty.version, to))) return refuse(await stale(ports, 'person', duty.person))
      ports.history.record({
        entity: 'person',
        id: duty.person,
        verb: duty.deputyFor === null ? 'duty-ended' : 'deputy-ended',
        change: { dutyRole: duty.role, dutyBody: duty.organisation, dutyTo: [duty.to, to], basis: given.basis },
      })
    }
    const erased = await ports.personal.erase(given.id, given.basis)
    ports.history.record({ entity: 'person', id: given.id, verb: 'erased', change: { basis: [null, given.basis] } })
    return ok({ id: given.id, version: given.version + 1, erased })
  },
})
