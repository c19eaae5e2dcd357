import pg from 'pg'

/** Texts that are remembered, and how often one is asked before it has a name. */
const MOST = 600
const SEEN = 4

/**
 * Names for the statements that are asked again and again; undefined: this one stays nameless, for each connection keeps what
 * has a name until it ends. A list of another length is another text, so what comes after the first `most` has no name. [STO-26]
 */
function statementNames(most = MOST): (text: string) => string | undefined {
  const known = new Map<string, { readonly name: string; asked: number }>()
  return (text) => {
    const statement = known.get(text)
    if (statement !== undefined) {
      statement.asked += 1
      return statement.asked > SEEN ? statement.name : undefined
    }
    if (known.size < most) known.set(text, { name: `s${known.size}`, asked: 1 })
    return undefined
  }
}

/**
 * A connection that sends a repeated text once, with a name, and from then on the name alone: half of what the page of a task
 * cost the database was parsing and planning the same forty texts.
 */
export function namingClient(): typeof pg.Client {
  const nameOf = statementNames()
  return class extends pg.Client {
    override query(text: unknown, values?: unknown, ...rest: unknown[]): never {
      const name = typeof text === 'string' && Array.isArray(values) && rest.length === 0 ? nameOf(text) : undefined
      const asked = name === undefined ? [text, values, ...rest] : [{ name, text, values }]
      return Reflect.apply(super.query, this, asked) as never
    }
  }
}
