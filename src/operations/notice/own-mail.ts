import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import { asPerson, inSession } from '../access/refusals.ts'
import { operation } from '../operation.ts'
import { instantText } from '../values.ts'
import type { MailPorts } from './ports.ts'

/** What I am sent, and where my calendar reads. */
export const mailGet = operation({
  name: 'mail.get',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Thư hằng ngày và lịch của tôi', en: 'My daily letter and my calendar' },
  input: z.strictObject({}),
  output: z.strictObject({
    email: z.string().nullable().meta({ description: 'null: none was entered, so no letter is sent' }),
    digest: z.boolean(),
    language: z.enum(['vi', 'en']),
    calendar: z
      .strictObject({ madeAt: instantText, seenAt: instantText.nullable() })
      .nullable()
      .meta({ description: 'null: no calendar has an address' }),
  }),
  rest: { method: 'GET', path: '/me/mail' },
  async run(ports: MailPorts, context) {
    const self = asPerson(context)
    if (!self.ok) return self
    const calendar = await ports.mail.calendar(self.value)
    return ok({
      email: await ports.mail.ownEmail(),
      ...(await ports.mail.choice(self.value)),
      calendar: calendar === null ? null : { ...calendar },
    })
  },
})

/** Letters come in the language in which this was chosen. [NOT-6] */
export const mailChoose = operation({
  name: 'mail.choose',
  kind: 'command',
  access: 'signed-in',
  summary: { vi: 'Nhận hoặc thôi nhận thư hằng ngày', en: 'Take or leave the daily letter' },
  input: z.strictObject({ digest: z.boolean(), language: z.enum(['vi', 'en']).optional() }),
  output: z.strictObject({ digest: z.boolean(), language: z.enum(['vi', 'en']) }),
  rest: { method: 'PUT', path: '/me/mail' },
  async run(ports: MailPorts, context, given) {
    const self = asPerson(context)
    if (!self.ok) return self
    const choice = { digest: given.digest, language: given.language ?? context.language }
    await ports.mail.choose(self.value, choice)
    return ok(choice)
  },
})

/** The address is shown once; the one before is worth nothing from now on. */
export const calendarMake = operation({
  name: 'calendar-address.make',
  kind: 'command',
  access: 'signed-in',
  secret: true,
  summary: { vi: 'Tạo địa chỉ lịch thời hạn của tôi', en: 'Make an address for the calendar of my due days' },
  input: z.strictObject({}),
  output: z.strictObject({ path: z.string().meta({ description: 'below the address of this server; shown once' }) }),
  rest: { method: 'POST', path: '/me/calendar-address' },
  async run(ports: MailPorts, context) {
    const self = inSession(context)
    if (!self.ok) return self
    return ok({ path: calendarPath(await ports.mail.makeCalendar(self.value)) })
  },
})

export const calendarRevoke = operation({
  name: 'calendar-address.revoke',
  kind: 'command',
  access: 'signed-in',
  summary: { vi: 'Thu hồi địa chỉ lịch của tôi', en: 'Revoke the address of my calendar' },
  input: z.strictObject({}),
  output: z.strictObject({ revoked: z.literal(true) }),
  rest: { method: 'DELETE', path: '/me/calendar-address' },
  async run(ports: MailPorts, context) {
    const self = asPerson(context)
    if (!self.ok) return self
    return (await ports.mail.revokeCalendar(self.value))
      ? ok({ revoked: true as const })
      : refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'địa chỉ lịch' : 'calendar address' } })
  },
})

const calendarPath = (secret: string): string => `/lich/${secret}.ics`
