import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import copy from 'pg-copy-streams'
import type { Tables } from '../tables.ts'
import type { Engine, Owner } from './engine.ts'
import { reasonOf, StoreFault } from './faults.ts'
import { parsers } from './parsers.ts'
import { extensions } from './roles.ts'
import { namingClient } from './statements.ts'
import { openGate } from './write-gate.ts'

/**
 * Connections of one process: two cores answer no more at once, and each that computes takes its share of them from the one
 * thread that serves all. With 400 people the slowest hundredth waited 1.3 s with 8, 2.1 with 16.
 */
const POOL = 8
/** An idle connection is kept so long, for it knows the statements that are asked again. */
const KEPT_MS = 5 * 60_000

const asText = (text: string): string => text
const types = { getTypeParser: (oid: number) => parsers[oid] ?? asText } as pg.CustomTypesConfig

/**
 * Sent with the first packet, so no statement is spent on it. The role too: whoever the address signs in, a superuser even,
 * works as the restricted role, for policies do not hold for others and nobody would notice. Statements are not compiled to
 * machine code: the triggers that keep rows spend seconds on it (measured: 2.7 s against 0.6 for 20,000 rows).
 */
const options = (role: 'lienvung_app' | 'lienvung_owner'): string =>
  `-c role=${role} -c timezone=Asia/Ho_Chi_Minh -c search_path=public -c jit=off -c default_transaction_isolation=read\\ committed`

/**
 * PostgreSQL 15+ with PostGIS 3.3+, pooled. `app` signs in by DATABASE_URL, the owner by DATABASE_OWNER_URL, whose one
 * connection is opened when it is needed and closed again.
 *
 * @throws StoreFault database-unreachable · postgres-too-old · no-postgis · no-role; of `asOwner`, no-owner
 */
export async function openPostgresEngine(urls: { readonly app: string; readonly owner: string | null }): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: urls.app,
    Client: namingClient(),
    max: POOL,
    types,
    options: options('lienvung_app'),
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: KEPT_MS,
  })
  // a connection that dies while idle is not an accident of a request: the pool opens another
  pool.on('error', () => {})
  // and one that dies between two statements of a request is an accident of that request, not of the process
  pool.on('connect', (client) => client.on('error', () => {}))
  await check(pool, urls.app)
  const app = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const asOwner = async <T>(work: (owner: Owner) => Promise<T>): Promise<T> => {
    if (urls.owner === null) throw new StoreFault('no-owner')
    const client = new pg.Client({ connectionString: urls.owner, types, options: options('lienvung_owner'), connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    await reach(() => client.connect(), urls.owner, 'DATABASE_OWNER_URL')
    try {
      return await work(owner(client))
    } finally {
      await client.end()
    }
  }
  return {
    kind: 'postgres',
    place: hostOf(urls.app),
    app,
    asOwner,
    gate: openGate,
    snapshot: (work) =>
      asOwner(async (one) => {
        await one.script('begin isolation level repeatable read read only')
        try {
          return await work(one)
        } finally {
          await one.script('rollback')
        }
      }),
    close: () => app.destroy(),
  }
}

const owner = (client: pg.Client): Owner => ({
  query: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
  async script(sql) {
    await client.query(sql)
  },
  copyIn: (target, lines) => pipeline(Readable.from(lines), client.query(copy.from(`copy ${target} from stdin`))),
  copyOut: (query) => client.query(copy.to(`copy (${query}) to stdout`)),
  // one copy is one statement here, and references are checked at its end
  trusting: (work) => work(),
})

async function check(pool: pg.Pool, url: string): Promise<void> {
  const { rows } = await reach(
    () =>
      pool.query<{ version: string; names: string[] }>(
        "select current_setting('server_version_num') as version, array(select extname::text from pg_extension) as names",
      ),
    url,
    'DATABASE_URL',
  )
  const version = Number(rows[0]?.version ?? 0)
  if (version < 150_000) throw new StoreFault('postgres-too-old', { found: version })
  const missing = extensions.filter((extension) => !rows[0]?.names.includes(extension))
  if (missing.length > 0) throw new StoreFault('no-postgis', { missing: missing.join(', ') })
}

/** Of a server where the script was not run, or of an address that signs in somebody else. Messages of the first packet are English. */
const NO_ROLE = /(?:role|permission denied to set role) "(lienvung_\w+)"/

async function reach<T>(work: () => Promise<T>, url: string, setting: string): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const role = error instanceof Error ? NO_ROLE.exec(error.message)?.[1] : undefined
    if (role !== undefined) throw new StoreFault('no-role', { role, setting }, error)
    throw new StoreFault('database-unreachable', { host: hostOf(url), reason: reasonOf(error), setting }, error)
  }
}

/** Host and database of an address, never its password. */
function hostOf(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return '?'
  }
}
