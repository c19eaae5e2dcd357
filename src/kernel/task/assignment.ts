import type { Body } from './task.ts'

/**
 * Why a confirmed task cannot be given out yet, or null. [TSK-8]
 * A class of bodies («các sở, ban, ngành khác») holds nothing until a person has expanded it: otherwise nobody would answer for
 * it. Words with two readings wait for a person to choose one.
 */
export const blocks = ['lead-missing', 'lead-is-class', 'unsure'] as const
export type Blocked = (typeof blocks)[number]

/** @param unsure what has two readings («Đồng chủ trì»); null: nothing, or a person has chosen */
export const blockedBy = (lead: readonly Body[], unsure: string | null): Blocked | null =>
  lead.length === 0 ? 'lead-missing' : lead.every((body) => body.isClass) ? 'lead-is-class' : unsure === null ? null : 'unsure'

/**
 * How a confirmed task is given out. [TSK-9]
 * One lead: the task itself. Several bodies charged equally: the task becomes a parent with a child for each, so that each
 * answers for its own part; the child of a class waits, and says why.
 */
export type Plan =
  | { readonly kind: 'single' }
  | { readonly kind: 'fan-out'; readonly children: readonly { readonly lead: Body; readonly waits: boolean }[] }

export const planOf = (lead: readonly Body[]): Plan =>
  lead.length === 1 ? { kind: 'single' } : { kind: 'fan-out', children: lead.map((body) => ({ lead: body, waits: body.isClass })) }
