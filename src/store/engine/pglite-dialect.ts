import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
} from 'kysely'
import type { PGliteClient } from './pglite-client.ts'

/** Kysely over the worker: one connection, lent to one borrower at a time, in the order they asked. */
export const pgliteDialect = (client: PGliteClient): Dialect => ({
  createAdapter: (): DialectAdapter => new PostgresAdapter(),
  createDriver: (): Driver => driver(client),
  createIntrospector: (db: Kysely<unknown>): DatabaseIntrospector => new PostgresIntrospector(db),
  createQueryCompiler: (): QueryCompiler => new PostgresQueryCompiler(),
})

function driver(client: PGliteClient): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, affected } = await client.query(query.sql, query.parameters)
      // the caller's row type is Kysely's business: it compiled the query
      return { rows: rows as R[], numAffectedRows: BigInt(affected) }
    },
    // biome-ignore lint/correctness/useYield: PGlite has no cursors in its protocol; large reads go by key pages
    async *streamQuery(): AsyncIterableIterator<never> {
      throw new Error('PGlite does not stream: read by key pages')
    },
  }
  let last: Promise<void> = Promise.resolve()
  const releases = new WeakMap<DatabaseConnection, () => void>()
  const run = async (sql: string): Promise<void> => {
    await client.query(sql)
  }
  return {
    async init() {},
    async acquireConnection() {
      const before = last
      const lent: DatabaseConnection = { ...connection }
      last = new Promise((resolve) => releases.set(lent, resolve))
      await before
      return lent
    },
    async releaseConnection(lent) {
      releases.get(lent)?.()
    },
    beginTransaction: (_, { isolationLevel, accessMode }) =>
      run(
        `begin${isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`}${accessMode === undefined ? '' : ` ${accessMode}`}`,
      ),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    async destroy() {},
  }
}
