import pg from 'pg'

/** Texts that are remembered, and how often one is asked before it has a name. */
const MOST = 600
const SEEN = 4

/**
 * Names for the statements that are asked again and again; undefined: this one stays nameless, for each connection keeps what
 * has a name until it ends. A list of another length is another text, so what comes after the first MOST has no name. [STO-26]
 */
function statementNames(): StatementNames {
  const known = new Map<string, { readonly n: number; asked: number }>()
  let age = 0
  return {
    nameOf(text) {
      const statement = known.get(text)
      if (statement !== undefined) {
        statement.asked += 1
        return statement.asked > SEEN ? `s${age}_${statement.n}` : undefined
      }
      if (known.size < MOST) known.set(text, { n: known.size, asked: 1 })
      return undefined
    },
    outdated(name) {
      if (name.startsWith(`s${age}_`)) age += 1
    },
  }
}

type StatementNames = {
  nameOf(text: string): string | undefined
  /** What has this name is no longer what the database would answer: every text gets another, once. */
  outdated(name: string): void
}

/** A table has other columns than when the statement was parsed; the connection does not know the name (any more). */
const OUTDATED = new Set(['0A000', '26000'])

/**
 * A connection that sends a repeated text once, with a name, and from then on the name alone: half of what the page of a task
 * cost the database was parsing and planning the same forty texts. A name that another server's migration made void fails once,
 * as a race that is run again: see `again` of the store.
 */
export function namingClient(): typeof pg.Client {
  const names = statementNames()
  return class extends pg.Client {
    override query(text: unknown, values?: unknown, ...rest: unknown[]): never {
      const name = typeof text === 'string' && Array.isArray(values) && rest.length === 0 ? names.nameOf(text) : undefined
      if (name === undefined) return Reflect.apply(super.query, this, [text, values, ...rest]) as never
      const answer: Promise<unknown> = Reflect.apply(super.query, this, [{ name, text, values }])
      return answer.catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && OUTDATED.has(String(error.code))) names.outdated(name)
        throw error
      }) as never
    }
  }
}
