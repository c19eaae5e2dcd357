import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../../src/base/result.ts'
import { day } from '../../src/kernel/period/day.ts'
import type { Context } from '../../src/operations/operation.ts'
import { faults, StoreFault } from '../../src/store/engine/faults.ts'
import { migrate, readMigrations } from '../../src/store/engine/migrate.ts'
import { asOutage } from '../../src/store/engine/outage.ts'
import { openPGliteEngine } from '../../src/store/engine/pglite-engine.ts'
import { openPostgresEngine } from '../../src/store/engine/postgres-engine.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { admin, asAdmin, at, engines, type Opened, scratchDatabase } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** What keeps PostgreSQL from being used, and what a lost connection costs. */
const context: Context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' }

const faultOf = (opening: Promise<unknown>): Promise<StoreFault> =>
  opening.then(
    () => Promise.reject(new Error('it opened')),
    (error: unknown) => (error instanceof StoreFault ? error : Promise.reject(error)),
  )

test('[STO-10] every fault has its blanks in both languages', () => {
  const blanks = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort()
  for (const [code, { vi, en }] of Object.entries(faults)) expect([code, blanks(vi)]).toEqual([code, blanks(en)])
})

test('[STO-10] an address where nobody answers: host and setting are named, the password is not', async () => {
  const fault = await faultOf(openPostgresEngine({ app: 'postgres://app:b%C3%AD-m%E1%BA%ADt@127.0.0.1:1/lienvung', owner: null }))
  expect([fault.code, fault.data]).toEqual([
    'database-unreachable',
    { host: '127.0.0.1:1/lienvung', reason: 'ECONNREFUSED', setting: 'DATABASE_URL' },
  ])
  expect(`${fault.message}`).not.toMatch(/b%C3|bí-mật/)
})

test('[STO-10] an address that is none is said to be one', async () => {
  const fault = await faultOf(openPostgresEngine({ app: 'postgres://:::', owner: null }))
  expect([fault.code, fault.data['setting']]).toEqual(['database-unreachable', 'DATABASE_URL'])
})

describe.each(engines)('$name', ({ open }) => {
  test('[STO-10] a full disk is said to be one, and the change leaves nothing', async () => {
    const { engine, close } = await open()
    try {
      // the database's own error, raised where a row would have been written
      await engine.asOwner((owner) =>
        owner.script(`
          create function full_disk() returns trigger language plpgsql as
            $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
          create trigger full_disk before insert on history for each row execute function full_disk();`),
      )
      const store = storeOver(engine, '')
      const day1 = day('2025-07-01')
      const done = store.transaction(context, 'command', async (ports) => {
        await ports.calendar.correct({ day: day1, kind: 'closed', reason: 'thử', certainty: 'seen', basis: 'thử' }, 0)
        ports.history.record({ entity: 'thử', id: '1', verb: 'made', change: {} })
        return ok(null)
      })
      await expect(done).rejects.toMatchObject({ name: 'Outage', refusal: { code: 'disk-full' } })
      const corrected = await engine.snapshot((reader) => reader.query("select day from calendar_day where basis = 'thử'"))
      expect(corrected).toEqual([])
    } finally {
      await close()
    }
  })
})

// 2026-11-27: the server hung for good when an import filled the disk of the built-in store
test('[STO-34] the built-in store refuses what writes before its disk is full, and reads on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-room-'))
  let left = 1e9
  const engine = await openPGliteEngine(
    join(folder, 'pg'),
    (error) => {
      throw error
    },
    () => left,
  )
  try {
    const made = () => engine.asOwner((owner) => owner.script('create table if not exists t (a int)'))
    const copied = () => engine.asOwner((owner) => owner.copyIn('t', ['1\n']))
    const written = () => engine.app.executeQuery(sql`with one as (select 2 as a) insert into t select a from one`.compile(engine.app))
    const count = () => engine.asOwner((owner) => owner.query('select count(*)::int as n from t'))
    await made()
    await engine.asOwner((owner) => owner.script('grant all on t to lienvung_app'))
    await copied()
    left = 100e6
    await expect(made()).rejects.toMatchObject({ code: '53100' })
    await expect(copied()).rejects.toMatchObject({ code: '53100' })
    await written()
    left = 40e6
    await expect(written()).rejects.toMatchObject({ code: '53100' })
    expect(asOutage(await written().catch((error: unknown) => error))).toMatchObject({ refusal: { code: 'disk-full' } })
    expect(await count()).toEqual([{ n: 2 }])
    left = 1e9
    await written()
    expect(await count()).toEqual([{ n: 3 }])
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true })
  }
}, 60_000)

describe.runIf(admin !== undefined)('postgres', () => {
  const url = admin ?? ''

  test('[STO-10] a server without PostGIS is named with what it lacks', async () => {
    const database = await scratchDatabase(url, { extensions: ['pg_trgm'] })
    try {
      const fault = await faultOf(openPostgresEngine({ app: database.app, owner: database.owner }))
      expect([fault.code, fault.data]).toEqual(['no-postgis', { missing: 'postgis, btree_gist' }])
    } finally {
      await database.drop()
    }
  })

  test('[STO-2] an address that signs in a superuser works as the restricted role all the same', async () => {
    const database = await scratchDatabase(url)
    const name = new URL(database.app).pathname.slice(1)
    const engine = await openPostgresEngine({ app: at(url, name), owner: at(url, name) })
    try {
      const { rows } = await sql`select current_user as who`.execute(engine.app)
      const owners = await engine.asOwner((owner) => owner.query('select current_user as who'))
      expect([rows, owners]).toEqual([[{ who: 'lienvung_app' }], [{ who: 'lienvung_owner' }]])
    } finally {
      await engine.close()
      await database.drop()
    }
  })

  test('[STO-10] an address that may not work as the restricted role', async () => {
    const database = await scratchDatabase(url)
    const name = new URL(database.app).pathname.slice(1)
    await asAdmin(url, (client) => client.query(`create role ${name} login password 'thu'`))
    try {
      const fault = await faultOf(openPostgresEngine({ app: at(url, name, name), owner: null }))
      expect([fault.code, fault.data]).toEqual(['no-role', { role: 'lienvung_app', setting: 'DATABASE_URL' }])
    } finally {
      await asAdmin(url, (client) => client.query(`drop role ${name}`))
      await database.drop()
    }
  })

  test('[STO-3] servers that start at once on a new database: each migration runs once, and both open', async () => {
    const database = await scratchDatabase(url)
    const engines = await Promise.all([openPostgresEngine(database), openPostgresEngine(database), openPostgresEngine(database)])
    try {
      await Promise.all(engines.map((engine) => migrate(engine)))
      const rows = await engines[0].asOwner((owner) => owner.query('select number from migration order by number'))
      expect(rows.map((row) => row['number'])).toEqual(readMigrations().map((one) => one.number))
    } finally {
      await Promise.all(engines.map((engine) => engine.close()))
      await database.drop()
    }
  })

  test('[STO-10] a database that is not there', async () => {
    const fault = await faultOf(openPostgresEngine({ app: at(url, 'không_có'), owner: null }))
    expect([fault.code, fault.data['reason']]).toEqual(['database-unreachable', '3D000'])
  })

  test('[STO-3] [STO-10] an older schema without the owner’s address says how many steps it needs', async () => {
    const database = await scratchDatabase(url)
    const engine = await openPostgresEngine({ app: database.app, owner: null })
    try {
      const fault = await faultOf(migrate(engine))
      expect([fault.code, fault.data]).toEqual(['schema-older-no-owner', { count: readMigrations().length }])
    } finally {
      await engine.close()
      await database.drop()
    }
  })

  describe('when the database goes away', () => {
    let opened: Opened
    beforeAll(async () => {
      const database = engines.find((one) => one.name === 'postgres')
      if (database === undefined) throw new Error('asked only where there is an address')
      opened = await database.open()
    })
    afterAll(() => opened.close())

    const cut = async (): Promise<void> => {
      const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(opened.engine.app)
      await asAdmin(url, (client) =>
        client.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lienvung_app' and datname = $1", [
          rows[0]?.name,
        ]),
      )
    }
    const record = (id: string, during: () => Promise<void> = async () => {}) =>
      storeOver(opened.engine, '').transaction(context, 'command', async (ports) => {
        ports.history.record({ entity: 'thử', id, verb: 'made', change: {} })
        await during()
        return ok(null)
      })
    const ids = async (): Promise<readonly unknown[]> =>
      (await opened.engine.snapshot((reader) => reader.query('select entity_id from history order by seq'))).map((row) => row['entity_id'])

    test('[STO-11] in the middle of a request: that one fails and leaves nothing, the next works', async () => {
      await record('trước')
      await expect(record('giữa', cut)).rejects.toMatchObject({ name: 'Outage', refusal: { code: 'database-away' } })
      await record('sau')
      expect(await ids()).toEqual(['trước', 'sau'])
    })

    test('[STO-11] while the connections are idle: the next request works', async () => {
      await Promise.all(Array.from({ length: 8 }, () => sql`select pg_sleep(0.05)`.execute(opened.engine.app)))
      await cut()
      // the server's goodbye is on its way to idle connections
      await new Promise((done) => setTimeout(done, 100))
      expect(await record('lại')).toEqual(ok(null))
    })
  })
})
