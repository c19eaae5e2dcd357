import type { Refusal } from '../base/refusals.ts'
import type { Result } from '../base/result.ts'
import type { Context } from './operation.ts'
import type { Ports } from './ports.ts'

/** What an operation needs of a store: one transaction, for somebody. Everything else of the store is main's business. */
export interface Store {
  /**
   * Runs `work` in one transaction as the restricted role, for `context.who`. A command whose answer is a refusal is
   * undone; otherwise the history it recorded is written last, under the chain lock, and the transaction commits.
   *
   * A question of the registers alone begins none: they are held in memory, and open to all. [STO-22]
   *
   * @throws Outage when the database is away or full; else what the database throws: an accident is not a refusal
   */
  transaction<T>(
    context: Context,
    kind: 'query' | 'command' | 'register',
    work: (ports: Ports) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>>
}
