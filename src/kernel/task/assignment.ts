import { fold } from '../../base/fold.ts'
import type { Body } from './task.ts'

/**
 * Why a confirmed task cannot be given out yet, or null. [TSK-8]
 * A class of bodies («các sở, ban, ngành khác») holds nothing until a person has expanded it: otherwise nobody would answer for
 * it. A body that has ended since the document was issued, and whose work nobody has as a whole, waits for a person to choose
 * among its heirs. [TSK-36] Words with two readings wait for a person to choose one.
 */
export const blocks = ['lead-missing', 'lead-is-class', 'lead-ended', 'unsure'] as const
export type Blocked = (typeof blocks)[number]

/**
 * @param unsure what has two readings («Đồng chủ trì»); null: nothing, or a person has chosen
 * @param nobodys bodies whose work nobody has by default on the day it is to be given out
 */
export function blockedBy(lead: readonly Body[], unsure: string | null, nobodys: ReadonlySet<string>): Blocked | null {
  if (lead.length === 0) return 'lead-missing'
  if (lead.every((body) => body.isClass)) return 'lead-is-class'
  if (lead.some(({ organisation }) => organisation !== null && nobodys.has(organisation))) return 'lead-ended'
  return unsure === null ? null : 'unsure'
}

/**
 * How a confirmed task is given out. [TSK-9]
 * One lead: the task itself. Several bodies charged equally: the task becomes a parent with a child for each, so that each
 * answers for its own part; the child of a class waits, and says why.
 */
export type Plan =
  | { readonly kind: 'single'; readonly lead: Body | null }
  | { readonly kind: 'fan-out'; readonly children: readonly { readonly lead: Body; readonly waits: boolean }[] }

export function planOf(lead: readonly Body[]): Plan {
  const [first, ...others] = eachOnce(lead)
  return others.length === 0
    ? { kind: 'single', lead: first ?? null }
    : { kind: 'fan-out', children: eachOnce(lead).map((body) => ({ lead: body, waits: body.isClass })) }
}

/** One body is one, by whichever of its names it is called; what the register does not know, by its letters. [TSK-26] */
const identityOf = (body: Body): string => body.organisation ?? `${body.isClass ? 'class' : 'name'} ${fold(body.name)}`
const eachOnce = (bodies: readonly Body[]): readonly Body[] =>
  bodies.filter((body, i) => bodies.findIndex((one) => identityOf(one) === identityOf(body)) === i)

export type Part = { readonly body: Body; readonly role: 'lead' | 'co-lead' | 'coordinator' | 'recipient' }

/** Who gets which part of a task that one body leads: each helps once, and none that leads. [TSK-26] */
export function partsOf(named: {
  readonly lead: readonly Body[]
  readonly coLead: readonly Body[]
  readonly coordinating: readonly Body[]
  readonly recipients: readonly Body[]
}): readonly Part[] {
  const lead = named.lead.slice(0, 1)
  const taken = new Set(lead.map(identityOf))
  const helping = (bodies: readonly Body[]): readonly Body[] => {
    const left = eachOnce(bodies).filter((body) => !taken.has(identityOf(body)))
    for (const body of left) taken.add(identityOf(body))
    return left
  }
  return [
    ...lead.map((body): Part => ({ body, role: 'lead' })),
    ...helping(named.coLead).map((body): Part => ({ body, role: 'co-lead' })),
    ...helping(named.coordinating.filter((body) => !body.isClass)).map((body): Part => ({ body, role: 'coordinator' })),
    ...eachOnce(named.recipients.filter((body) => !body.isClass)).map((body): Part => ({ body, role: 'recipient' })),
  ]
}
