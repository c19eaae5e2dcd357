import type { Refusal } from '../../../../base/refusals.ts'
import type { IdentityTyped } from './document-facts.tsx'
import type { TaskTyped } from './task-typed.ts'

/** What was refused, and what had been typed: shown again so that nothing is lost. */
export interface ReviewProblem {
  readonly refusal: Refusal
  readonly open: string | null
  readonly task?: TaskTyped
  readonly identity?: IdentityTyped
  /** Of a task that is added: where its words stand. */
  readonly place?: { readonly start: string; readonly end: string }
  /** Where it was to be divided. */
  readonly over?: { readonly part: string }
}
