import type { z } from 'zod'
import type { Language, Refusal } from '../base/refusals.ts'
import type { Result } from '../base/result.ts'
import type { Access } from '../kernel/access/access.ts'
import type { Who } from '../kernel/access/who.ts'
import type { Day } from '../kernel/period/day.ts'

/** For whom a question is asked, and when. Time is passed in: no operation looks at a clock. */
export interface Context {
  readonly who: Who
  /** The calendar day in Asia/Ho_Chi_Minh. */
  readonly today: Day
  /** The instant, ISO 8601 with zone. */
  readonly now: string
  readonly language: Language
  /** Of a command that may come twice (a double click, a lost answer): done once. Absent: no such care is asked. */
  readonly key?: string
  /** The network address he asks from; what strangers send is counted by it. Absent: not known, or on the machine itself. */
  readonly from?: string
}

/**
 * Something that may be asked: a value that doors interpret. REST, OpenAPI and the command line are made from it.
 *
 * `Ports` names the two or three functions the operation needs of the store; main hands over an object that has them.
 * Inputs are `z.strictObject`, flat, and hold what a query string or a JSON body can carry. A path blank `{id}` is an
 * input field of that name. A command runs in one transaction, which is undone when the answer is a refusal.
 */
export interface Operation<Input, Output, Ports> {
  /** `task.list`: capability, dot, verb. Permanent: it is the name in OpenAPI and on the command line. */
  readonly name: string
  readonly kind: 'query' | 'command'
  /** Who may ask it, before any record is looked at. */
  readonly access: Access
  /** Reads the registers and nothing else: no transaction is begun for it. */
  readonly register?: true
  /** A question that many ask at once and that costs: whoever may see the same shares a run. See `next-run.ts`. */
  readonly shared?: true
  /** Of a shared question: whether this one costs many times what others do. */
  slow?(input: Input, context: Context): boolean
  /** Of a command that a stranger may give: how many of them from one address in an hour. */
  readonly strangers?: number
  /** The answer holds a secret that is shown once: it is not kept to be given again. */
  readonly secret?: true
  readonly summary: { readonly vi: string; readonly en: string }
  readonly input: z.ZodType<Input>
  readonly output: z.ZodType<Output>
  /** `path` is below /api/v1 and may hold `{field}`. GET fields come from the query string, others from the JSON body. */
  readonly rest: { readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; readonly path: string }
  run(ports: Ports, context: Context, input: Input): Promise<Result<Output, Refusal>>
}

/** Keeps the types of an operation while it is written; costs nothing. */
export const operation = <Input, Output, Ports>(it: Operation<Input, Output, Ports>): Operation<Input, Output, Ports> => it
