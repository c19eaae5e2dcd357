import type { z } from 'zod'
import { type Attempts, attempts } from '../base/attempts.ts'
import type { Language, Refusal } from '../base/refusals.ts'
import { type Result, refuse } from '../base/result.ts'
import { type Access, atCentre, type Denied, denied } from '../kernel/access/access.ts'
import type { Role } from '../kernel/access/role.ts'
import { rolesSaid } from './access/role-names.ts'
import { nextRuns } from './next-run.ts'
import { oneBreath } from './one-breath.ts'
import type { Context, Operation } from './operation.ts'
import type { Ports } from './ports.ts'
import type { Store } from './store.ts'
import { noNumber } from './whole-numbers.ts'

/** How a door asks: it hands over what it was given, and gets an answer or a refusal. Every door asks through this. */
export type Call = <Input, Output>(
  operation: Operation<Input, Output, Ports>,
  context: Context,
  given: unknown,
) => Promise<Result<Output, Refusal>>

/** As many counts at once as the smallest machine has cores: with one they stand in line, with more nobody else gets a turn. */
const COUNTING = 2

/** What strangers send is counted by address, and all of it together: somebody with many addresses fills no table either. [DAT-51] */
const HOUR_MS = 3_600_000
const ADDRESSES = 10_000
const ALL_TOGETHER = 40

function tooMany(counted: Attempts, name: string, from: string, most: number): boolean {
  const one = counted.count(`${name} ${from}`, most)
  return one !== 'free' || counted.count(name, most * ALL_TOGETHER) !== 'free'
}

/** Asks first whether he may; parses once, here; runs the operation in one transaction that is undone when the answer is a refusal. */
export const caller = (store: Pick<Store, 'transaction'>): Call => {
  const runs = nextRuns(COUNTING)
  const asked = oneBreath(store)
  let now = 0
  const ofStrangers = attempts(() => now, HOUR_MS, ADDRESSES)
  return async (operation, context, given) => {
    const why = denied(context.who, operation.access)
    if (why !== null) return refuse(denial(why, operation.access, context.language))
    const broken = fieldNotText(given)
    if (broken !== null) return refuse({ code: 'bad-value', data: { name: broken, reason: reasons.form[context.language] } })
    const odd = noNumber(operation.input, given)
    if (odd !== null) return refuse({ code: 'bad-value', data: { name: odd, reason: typeReason('int', context.language) } })
    const parsed = operation.input.safeParse(given)
    if (!parsed.success) return refuse(refusalOf(parsed.error, given, operation.kind, context.language))
    if (operation.strangers !== undefined && context.who.kind === 'nobody') {
      now = Date.parse(context.now)
      if (tooMany(ofStrangers, operation.name, context.from ?? '', operation.strangers)) return refuse({ code: 'too-many-sent' })
    }
    const kind = operation.register === true ? 'register' : operation.kind
    const run = (ports: Ports) => once(ports, context, operation, parsed.data, () => operation.run(ports, context, parsed.data))
    const answered = () => store.transaction(context, kind, run)
    if (kind === 'command') return answered()
    if (operation.shared !== true) return asked(context, kind, run)
    const pace = operation.slow?.(parsed.data, context) === true ? 'slow' : 'quick'
    return runs.shared(sameFor(operation.name, context, parsed.data), answered, pace)
  }
}

/** All that the answer to a shared question depends on: what is asked, on which day, and for whom, but not who it is. */
const sameFor = (name: string, { who, today, language }: Context, asked: unknown): string =>
  JSON.stringify([name, asked, today, language, who.kind, who.duties, who.bodies])

/** A command with a key is done once: asked again, it is answered as the first time. [TSK-18] */
async function once<Output>(
  ports: Ports,
  { key }: Context,
  { name, kind, secret }: { readonly name: string; readonly kind: 'query' | 'command'; readonly secret?: true },
  asked: unknown,
  run: () => Promise<Result<Output, Refusal>>,
): Promise<Result<Output, Refusal>> {
  if (kind === 'query' || key === undefined || secret === true) return run()
  const before = await ports.receipts.find(key, name, asked)
  if (before === 'other') return refuse({ code: 'key-reused' })
  // what was kept is what this operation answered, so it has its shape
  if (before !== null) return { ok: true, value: before.answer as Output }
  const answer = await run()
  if (answer.ok) await ports.receipts.keep(key, name, asked, answer.value)
  return answer
}

const denial = (why: Denied, access: Access, language: Language): Refusal =>
  why === 'sign-in-needed' ? { code: why } : { code: why, data: { roles: typeof access === 'string' ? access : namesOf(access, language) } }

/** «văn thư; văn phòng (ở UBND hoặc Văn phòng UBND)»: who would do, and where. */
const namesOf = (access: readonly Role[], language: Language): string =>
  `${rolesSaid(access, language)}${access.some((role) => atCentre.has(role)) ? CENTRE[language] : ''}`
const CENTRE = { vi: ' (ở UBND hoặc Văn phòng UBND)', en: ' (at the committee or its office)' } as const

/** The field that holds U+0000 or half a character, which no text column of the database takes; null when none does. */
function fieldNotText(given: unknown): string | null {
  if (typeof given !== 'object' || given === null) return null
  return (
    Object.entries(given)
      .find(([name, value]) => !isText(name) || !allText(value))?.[0]
      .toWellFormed() ?? null
  )
}

const isText = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** Walked without recursion: what was sent may be nested deeper than the stack. */
function allText(value: unknown): boolean {
  const left = [value]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one === 'string' && !isText(one)) return false
    if (typeof one !== 'object' || one === null) continue
    if (!Object.keys(one).every(isText)) return false
    for (const inner of Object.values(one)) left.push(inner)
  }
  return true
}

/** The first thing wrong with what was given, as a refusal that names the field. The words are ours, keyed by the kind of fault. */
function refusalOf(error: z.ZodError, given: unknown, kind: 'query' | 'command', language: Language): Refusal {
  const issue = error.issues[0]
  if (issue === undefined) return { code: 'bad-value', data: { name: '', reason: reasons.form[language] } }
  if (issue.code === 'unrecognized_keys') {
    return { code: kind === 'query' ? 'unknown-parameter' : 'unknown-field', data: { name: issue.keys[0] ?? '' } }
  }
  const name = issue.path.map(String).join('.')
  if (issue.path.length > 0 && valueAt(given, issue.path) === undefined) return { code: 'missing-parameter', data: { name } }
  return { code: 'bad-value', data: { name: name === '' ? 'body' : name, reason: reasonOf(issue, language) } }
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = given
  for (const step of path)
    value = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(String(step)) : undefined
  return value
}

const reasons = {
  form: { vi: 'sai dạng', en: 'wrong form' },
  type: { vi: 'sai kiểu, cần {expected}', en: 'wrong type, {expected} is expected' },
  small: { vi: 'phải từ {limit} trở lên', en: 'must be at least {limit}' },
  big: { vi: 'phải từ {limit} trở xuống', en: 'must be at most {limit}' },
  short: { vi: 'cần ít nhất {limit} ký tự', en: 'needs at least {limit} characters' },
  long: { vi: 'không quá {limit} ký tự', en: 'must not exceed {limit} characters' },
  few: { vi: 'cần ít nhất {limit} mục', en: 'needs at least {limit} items' },
  many: { vi: 'không quá {limit} mục', en: 'must not exceed {limit} items' },
  choice: { vi: 'chỉ nhận {limit}', en: 'must be one of {limit}' },
} as const

/** Kinds of values as people call them; one that has no word here is shown as it is. */
const types: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  string: { vi: 'chữ', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'đúng hoặc sai (true, false)', en: 'true or false' },
  array: { vi: 'danh sách', en: 'a list' },
  tuple: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'nhóm trường có tên', en: 'an object' },
  record: { vi: 'nhóm trường có tên', en: 'an object' },
  null: { vi: 'trống (null)', en: 'null' },
}

/** Of a value that no operation parses: the name of a file that is sent. */
export const tooLong = (name: string, most: number, language: Language): Refusal => ({
  code: 'bad-value',
  data: { name, reason: reasons.long[language].replace('{limit}', String(most)) },
})

const typeReason = (expected: string, language: Language): string =>
  reasons.type[language].replace('{expected}', types[expected]?.[language] ?? expected)

function reasonOf(issue: z.core.$ZodIssue, language: Language): string {
  const say = (reason: keyof typeof reasons, data: { limit?: unknown } = {}): string =>
    reasons[reason][language].replace('{limit}', String(data.limit))
  switch (issue.code) {
    case 'invalid_type':
      return typeReason(issue.expected, language)
    case 'too_small':
      return say(issue.origin === 'string' ? 'short' : issue.origin === 'array' ? 'few' : 'small', { limit: issue.minimum })
    case 'too_big':
      return say(issue.origin === 'string' ? 'long' : issue.origin === 'array' ? 'many' : 'big', { limit: issue.maximum })
    case 'invalid_value':
      return say('choice', { limit: issue.values.map(String).join(', ') })
    default:
      return say('form')
  }
}
