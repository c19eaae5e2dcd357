/**
 * Which rule of the grammar a person's correction speaks of, so that the grammar can be improved from use. [DIR-36]
 *
 * The grammar does not say which rule gave a word; what was read, what a person made of it and the reasons that stood in
 * `check` tell it well enough to count. A rule is named where it is most likely at fault; an order that was missed or read
 * where there is none is DIR-15's.
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
  readonly check: string | null
  readonly hasSlips: boolean
  readonly dueWords: string | null
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
  const whole = (kind: MissKind): readonly Miss[] => [{ rule: 'DIR-15', kind, field: null, read: null, corrected: null }]
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
  netOf(acts).flatMap(([field, [read, corrected]]) => {
    const rule = ruleOf(field, namesOf(read), namesOf(corrected), task)
    return rule === null ? [] : [{ rule, kind: 'changed' as const, field, read: namesOf(read), corrected: namesOf(corrected) }]
  })

/** Bodies by their names; other values as they are. */
function namesOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? null
  return value.map((one: unknown) => (typeof one === 'object' && one !== null && 'name' in one ? one.name : one))
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

function ruleOf(field: string, read: unknown, corrected: unknown, task: ReadTask): string | null {
  switch (field) {
    case 'lead':
      return ruleOfLead(listOf(read), listOf(corrected), task)
    case 'coLead':
    case 'coordinating':
    case 'openClass':
      return 'DIR-17'
    case 'recipients':
      return listOf(read).length > listOf(corrected).length ? 'DIR-19' : 'DIR-18'
    case 'due':
      if (task.check?.includes('không ghi năm') === true) return 'DIR-24'
      return read === null ? (task.dueWords === null ? 'DIR-20' : 'DIR-23') : corrected === null ? 'DIR-22' : 'DIR-20'
    case 'every':
      return corrected === null ? 'DIR-26' : 'DIR-25'
    default:
      return null
  }
}

function ruleOfLead(read: readonly string[], corrected: readonly string[], task: ReadTask): string {
  if (task.check?.includes('theo câu trước') === true) return 'DIR-16'
  if (task.hasSlips) return 'DIR-13'
  if (read.some((name) => /^(?:các|UBND (?:các|cấp))/iu.test(name))) return 'DIR-12'
  // a name that was cut short or went on too far
  const isEnd = read.some((name) => corrected.some((other) => other !== name && (other.startsWith(name) || name.startsWith(other))))
  return isEnd ? 'DIR-9' : 'DIR-15'
}
