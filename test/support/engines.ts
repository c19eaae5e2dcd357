import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { copyImage, prepareImage } from '../../src/main/image.ts'
import type { Engine } from '../../src/store/engine/engine.ts'
import { migrate } from '../../src/store/engine/migrate.ts'
import { openPGliteEngine } from '../../src/store/engine/pglite-engine.ts'
import { openPostgresEngine } from '../../src/store/engine/postgres-engine.ts'
import { extensions } from '../../src/store/engine/roles.ts'
import { loadRegisters } from '../../src/store/load-registers.ts'

/** A database of its own for one test file, on one engine; `close` leaves nothing behind. */
export type Opened = { readonly engine: Engine; readonly close: () => Promise<void> }
export type EngineUnderTest = {
  readonly name: 'pglite' | 'postgres'
  readonly open: (given?: { readonly empty?: boolean }) => Promise<Opened>
}

/** An administrator's address; absent: the contracts are not run on PostgreSQL. */
export const admin = process.env['LIENVUNG_TEST_DATABASE_URL']

/** PGlite always; PostgreSQL when its address is given. The closing line says when it was not. */
export const engines: readonly EngineUnderTest[] = [
  { name: 'pglite', open: openPGlite },
  ...(admin === undefined
    ? []
    : [{ name: 'postgres' as const, open: (given?: { readonly empty?: boolean }) => openPostgres(admin, given) }]),
]

async function openPGlite(given: { readonly empty?: boolean } = {}): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-test-'))
  const directory = join(folder, 'pg')
  if (given.empty !== true) copyImage(await prepareImage(() => {}), directory)
  const engine = await openPGliteEngine(directory, (error) => {
    throw error
  })
  return {
    engine,
    async close() {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openPostgres(url: string, given: { readonly empty?: boolean } = {}): Promise<Opened> {
  const database = await scratchDatabase(url)
  const engine = await openPostgresEngine(database)
  if (given.empty !== true) {
    await migrate(engine)
    await loadRegisters(engine)
  }
  return {
    engine,
    async close() {
      await engine.close()
      await database.drop()
    },
  }
}

/** The addresses of a new database for the two roles; the owner is no superuser. As an administrator prepares it, unless told otherwise. */
export async function scratchDatabase(
  url: string,
  given: { readonly extensions?: readonly string[] } = {},
): Promise<{ readonly app: string; readonly owner: string; readonly drop: () => Promise<unknown> }> {
  const name = `lienvung_test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(url, async (client) => {
    await client.query(ROLES)
    await client.query(
      `create database ${name} owner lienvung_owner template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
    )
  })
  await asAdmin(at(url, name), async (client) => {
    for (const extension of given.extensions ?? extensions) await client.query(`create extension if not exists ${extension}`)
    await client.query(
      'revoke all on schema public from public; grant usage, create on schema public to lienvung_owner; grant usage on schema public to lienvung_app',
    )
  })
  return {
    app: at(url, name, 'lienvung_app'),
    owner: at(url, name, 'lienvung_owner'),
    drop: () => asAdmin(url, (client) => client.query(`drop database ${name} with (force)`)),
  }
}

/** Test files run at once, and the roles belong to the whole cluster. */
const ROLES = `
do $$
begin
  perform pg_advisory_xact_lock(20250701);
  if not exists (select from pg_roles where rolname = 'lienvung_owner') then create role lienvung_owner login password 'thu'; end if;
  if not exists (select from pg_roles where rolname = 'lienvung_app') then create role lienvung_app login password 'thu'; end if;
end
$$`

export const at = (url: string, database: string, user?: string): string => {
  const target = new URL(url)
  target.pathname = `/${database}`
  if (user !== undefined) {
    target.username = user
    target.password = 'thu'
  }
  return target.href
}

export async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
