import type { RulesOfTask } from '../directive/directive.ts'

/**
 * Which rule of the grammar a person's correction speaks of, so that the grammar can be improved from use. [DIR-36]
 *
 * Each proposal keeps the rules that made it: a body that was taken out is counted for the rule that named it, a deadline for
 * the rule that read it, a proposal that was no task for the rule that made it one. What was not read at all is counted for
 * the rule that should have.
 */
export const missKinds = ['changed', 'discarded', 'added', 'divided', 'joined'] as const
export type MissKind = (typeof missKinds)[number]
export type Miss = {
  readonly rule: string
  readonly kind: MissKind
  /** Of the task or the document; null: the task as a whole. */
  readonly field: string | null
  readonly read: unknown
  readonly corrected: unknown
}

/** What was read of a task, as far as it tells a rule. */
export type ReadTask = {
  /** null: made by a person, or read before rules were kept. */
  readonly rules: RulesOfTask | null
  /** Made by a person: typed, a part, or two in one. */
  readonly isManual: boolean
  readonly isDiscarded: boolean
}
/** What people did to it, oldest first, as history keeps it: `{field: [before, after]}`. */
export type Act = { readonly seq: string; readonly verb: string; readonly change: Readonly<Record<string, unknown>> }

/** @param task.state as it stands now: what was discarded and put back is no miss */
export function missesOf(task: ReadTask, all: readonly Act[]): readonly Miss[] {
  const undone = new Set(all.filter(({ verb }) => verb === 'undone').map(({ change }) => String(change['act'])))
  const acts = all.filter(({ verb, seq }) => verb !== 'undone' && !undone.has(seq))
  const whole = (kind: MissKind): readonly Miss[] => [
    { rule: task.rules?.task ?? 'DIR-15', kind, field: null, read: null, corrected: null },
  ]
  const has = (verb: string): boolean => acts.some((act) => act.verb === verb)
  if (task.isManual) {
    // a part is counted where it was divided; what a person typed himself is no reading of the grammar
    if (task.isDiscarded || has('parted')) return []
    return has('absorbed') ? whole('joined') : whole('added')
  }
  if (task.isDiscarded) return has('joined') ? [] : whole(has('divided') ? 'divided' : 'discarded')
  return fieldsOf(task, acts)
}

/** Of the letter itself: number, issuer, day, type. */
export const documentMisses = (acts: readonly Act[]): readonly Miss[] =>
  netOf(acts).flatMap(([field, [read, corrected]]) => {
    const rule = DOCUMENT[field]
    return rule === undefined ? [] : [{ rule, kind: 'changed' as const, field, read, corrected }]
  })
const DOCUMENT: Readonly<Record<string, string>> = { number: 'DIR-3', issuer: 'DIR-5', signedOn: 'DIR-5', type: 'DIR-5' }

type Net = readonly (readonly [string, readonly [unknown, unknown]])[]

/** From the first value to the last of each field: what was changed and changed back is none. */
function netOf(acts: readonly Act[]): Net {
  const net = new Map<string, readonly [unknown, unknown]>()
  for (const { verb, change } of acts) {
    // of two readings that were both shown neither was missed
    if (verb !== 'corrected') continue
    for (const [field, pair] of Object.entries(change))
      if (Array.isArray(pair) && pair.length === 2) net.set(field, [net.has(field) ? net.get(field)?.[0] : pair[0], pair[1]])
  }
  return [...net].filter(([, [before, after]]) => JSON.stringify(namesOf(before)) !== JSON.stringify(namesOf(after)))
}

const fieldsOf = (task: ReadTask, acts: readonly Act[]): readonly Miss[] =>
  netOf(acts).flatMap(([field, pair]) => {
    const [read, corrected] = [namesOf(pair[0]), namesOf(pair[1])]
    return rulesOf(field, read, corrected, task.rules).map((rule) => ({ rule, kind: 'changed' as const, field, read, corrected }))
  })

/** Bodies by their names; other values as they are. */
function namesOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? null
  return value.map((one: unknown) => (typeof one === 'object' && one !== null && 'name' in one ? one.name : one))
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The rule that should have read what was not there. */
const MISSING = {
  lead: 'DIR-15',
  coLead: 'DIR-17',
  coordinating: 'DIR-17',
  openClass: 'DIR-17',
  recipients: 'DIR-18',
  due: 'DIR-20',
  every: 'DIR-25',
} as const

function rulesOf(field: string, read: unknown, corrected: unknown, rules: RulesOfTask | null): readonly string[] {
  if (!isRead(field)) return []
  const made = field === 'openClass' ? null : rules?.[field]
  if (made == null) return [MISSING[field]]
  if (typeof made === 'string') return [made]
  const kept = listOf(corrected)
  const atFault = listOf(read).flatMap((name, i) => (kept.includes(name) ? [] : (made[i] ?? [])))
  return atFault.length === 0 ? [MISSING[field]] : [...new Set(atFault)]
}
const isRead = (field: string): field is keyof typeof MISSING => field in MISSING
