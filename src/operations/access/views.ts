import { z } from 'zod'
import { deputyForms, roles } from '../../kernel/access/role.ts'
import { dayText, id, instantText } from '../values.ts'
import { securityKinds } from './security-kinds.ts'

/** How people and what they are for which body are shown, through every door. */
export const personRef = z.strictObject({ id, name: z.string().meta({ description: 'empty when it was erased by document' }) })

export const dutyView = z
  .strictObject({
    id,
    version: z.int(),
    person: personRef,
    role: z.enum(roles),
    organisation: z.strictObject({ id, name: z.string() }).meta({ description: 'the body it was given for' }),
    serves: z
      .strictObject({ id, name: z.string() })
      .nullable()
      .meta({ description: 'the body that has that work today: itself or its heir; null: it was split and nobody has the rest' }),
    from: dayText,
    to: dayText.nullable().meta({ description: 'the day from which it no longer holds; null: until further notice' }),
    deputyFor: z
      .strictObject({ person: personRef, form: z.enum(deputyForms) })
      .nullable()
      .meta({ description: 'whose place is taken, and how he signs' }),
    basis: z.string(),
    holds: z.boolean().meta({ description: 'whether it holds today' }),
  })
  .meta({ id: 'Duty' })

export const personView = z
  .strictObject({
    id,
    version: z.int(),
    name: z.string(),
    sample: z.boolean(),
    disabled: z.boolean(),
    duties: z.array(dutyView),
  })
  .meta({ id: 'Person' })

export const sessionView = z
  .strictObject({ id, agent: z.string(), madeAt: instantText, seenAt: instantText, expiresAt: instantText, current: z.boolean() })
  .meta({ id: 'Session' })

export const tokenView = z
  .strictObject({ id, name: z.string(), madeAt: instantText, seenAt: instantText.nullable(), expiresAt: instantText })
  .meta({ id: 'Token' })

export const securityEventView = z
  .strictObject({
    id,
    at: instantText,
    kind: z.enum(securityKinds),
    person: personRef.nullable().meta({ description: 'null: nobody that is known' }),
    actor: personRef.nullable().meta({ description: 'who did it, when another' }),
    address: z.string().nullable(),
  })
  .meta({ id: 'SecurityEvent' })
