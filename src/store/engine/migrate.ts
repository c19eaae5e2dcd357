import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Engine, Owner } from './engine.ts'
import { StoreFault } from './faults.ts'

/**
 * Migrations are plain SQL files, run in order, each once, each in a transaction with the row that says so.
 * A released one is never edited: its sum is kept and compared. [STO-3]
 */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly sha256: string }

const FOLDER = new URL('../migrations/', import.meta.url)

export const readMigrations = (folder: URL = FOLDER): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql: text, sha256: createHash('sha256').update(text).digest('hex') }
    })

const TABLE = `
create table if not exists migration (
  number int primary key,
  name text not null,
  sha256 text not null,
  at timestamptz not null default now()
);
grant select on migration to lienvung_app`

/** Any number that nothing else in the database uses. */
const LOCK = 20_250_701

/** What has run, read as the restricted role: a server without the owner's address can still tell that it is too old or too new. */
async function ran(engine: Engine): Promise<readonly { number: number; name: string; sha256: string }[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('public.migration') is not null as there`.execute(engine.app)
  return rows[0]?.there === true ? engine.app.selectFrom('migration').select(['number', 'name', 'sha256']).orderBy('number').execute() : []
}

/** Whether a store was ever made there. */
export const isMade = async (engine: Engine): Promise<boolean> => (await ran(engine)).length > 0

/**
 * Brings the schema to what this software knows.
 *
 * @returns the names of the migrations that ran now
 * @throws StoreFault schema-newer · migration-edited · migration-skipped · schema-older-no-owner
 */
export async function migrate(engine: Engine, migrations: readonly Migration[] = readMigrations()): Promise<readonly string[]> {
  const done = await ran(engine)
  const known = migrations.at(-1)?.number ?? 0
  const found = done.at(-1)?.number ?? 0
  if (found > known) throw new StoreFault('schema-newer', { found, known })
  for (const row of done) {
    if (migrations.find((one) => one.number === row.number)?.sha256 !== row.sha256)
      throw new StoreFault('migration-edited', { name: row.name })
  }
  const missing = migrations.filter((one) => done.every((row) => row.number !== one.number))
  // those after it were written for a schema that had it, and have run without it
  const skipped = missing.find((one) => one.number < found)
  if (skipped !== undefined) throw new StoreFault('migration-skipped', { name: skipped.name, found })
  if (missing.length > 0) {
    await engine
      .asOwner((owner) => run(owner, missing))
      .catch((error: unknown) => {
        throw error instanceof StoreFault && error.code === 'no-owner'
          ? new StoreFault('schema-older-no-owner', { count: missing.length })
          : error
      })
  }
  return missing.map((one) => one.name)
}

async function run(owner: Owner, missing: readonly Migration[]): Promise<void> {
  for (const { number, name, sql: text, sha256 } of missing) {
    await owner.script('begin')
    try {
      // servers of one database may start at once: one migrates, the others wait and find it done
      await owner.query('select pg_advisory_xact_lock($1)', [LOCK])
      await owner.script(TABLE)
      const done = await owner.query('select from migration where number = $1', [number])
      if (done.length === 0) {
        await owner.script(text)
        await owner.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256])
      }
      await owner.script('commit')
    } catch (error) {
      await owner.script('rollback')
      throw error
    }
  }
}
