import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import type { WriteGate } from './write-gate.ts'

/**
 * A database, whichever it is. Everything above speaks SQL through `app`, the restricted role; `asOwner` is for what
 * changes tables or fills registers: migrations, loading, backup, restore.
 */
export interface Engine {
  readonly kind: 'pglite' | 'postgres'
  /** Where it is, for people: the directory, or host and database. */
  readonly place: string
  /** Each transaction on it starts as the restricted role; see `openStore`. */
  readonly app: Kysely<Tables>
  /** As the owner of the tables, alone on the connection while it lasts. Not inside a transaction: the work begins its own. */
  asOwner<T>(work: (owner: Owner) => Promise<T>): Promise<T>
  /** Where commands enter; see `snapshot`. */
  readonly gate: WriteGate
  /** One state of everything while the node runs. On PGlite writes wait meanwhile and reads go on; on PostgreSQL nobody waits. */
  snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export type Reader = Pick<Owner, 'query' | 'copyOut'>

export interface Owner {
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Several statements without parameters. */
  script(sql: string): Promise<void>
  /** `copy <target> from stdin`, text format; on PGlite in slices. */
  copyIn(target: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void>
  /** `copy (<query>) to stdout`, text format, as chunks of whole lines. */
  copyOut(query: string): AsyncIterable<Uint8Array>
  /** While `work` lasts rows may come in any order across slices: references were checked where the rows come from. */
  trusting<T>(work: () => Promise<T>): Promise<T>
}
