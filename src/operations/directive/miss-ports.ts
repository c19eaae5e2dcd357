import type { Day } from '../../kernel/period/day.ts'
import type { Act, ReadTask } from '../../kernel/task/misses.ts'

/** Tasks and documents that people corrected, with what they did, oldest first. */
export interface MissPorts {
  readonly misses: {
    collect(
      from: Day | null,
      most: number,
    ): Promise<{
      readonly reviewed: number
      readonly tasks: readonly (ReadTask & {
        readonly id: string
        readonly document: string
        readonly quote: string
        readonly acts: readonly Act[]
      })[]
      readonly documents: readonly { readonly document: string; readonly acts: readonly Act[] }[]
      readonly more: boolean
    }>
  }
}
