import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Migration, migrate, readMigrations } from '../../src/store/engine/migrate.ts'
import { engines, type Opened } from '../support/engines.ts'

/** Bringing a database to what the software knows. */
const known = readMigrations()
const next = (text: string): Migration => ({ number: 9999, name: '9999_next.sql', sql: text, sha256: 'tổng' })

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(async () => {
    await opened.close()
  })
  const there = async (table: string): Promise<boolean> => {
    const { rows } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(opened.engine.app)
    return rows[0]?.there === true
  }

  test('[STO-3] each has run once, in order; a second run finds nothing to do', async () => {
    expect(await migrate(opened.engine)).toEqual([])
    const rows = await opened.engine.app.selectFrom('migration').select(['number', 'name']).orderBy('number').execute()
    expect(rows).toEqual(known.map(({ number, name }) => ({ number, name })))
  })

  test('[STO-3] one that was edited after it ran is refused by name', async () => {
    const edited = known.map((one, i) => (i === 0 ? { ...one, sha256: 'khác' } : one))
    await expect(migrate(opened.engine, edited)).rejects.toMatchObject({ code: 'migration-edited', data: { name: known[0]?.name } })
  })

  test('[STO-3] a schema newer than the software is refused', async () => {
    await expect(migrate(opened.engine, known.slice(0, -1))).rejects.toMatchObject({
      code: 'schema-newer',
      data: { found: known.length, known: known.length - 1 },
    })
  })

  test('[STO-3] one that never ran, though later ones did, is refused by name: it is not passed over in silence', async () => {
    const between: Migration = { number: 0, name: '0000_between.sql', sql: 'create table between_two (n int);', sha256: 'tổng' }
    await expect(migrate(opened.engine, [between, ...known])).rejects.toMatchObject({
      code: 'migration-skipped',
      data: { name: '0000_between.sql', found: known.length },
    })
    expect(await there('between_two')).toBe(false)
  })

  test('[STO-3] one that fails half-way leaves nothing of itself, and runs when it is mended', async () => {
    const broken = next('create table half (n int); select 1 / 0;')
    await expect(migrate(opened.engine, [...known, broken])).rejects.toThrow(/division by zero/)
    expect(await there('half')).toBe(false)
    expect(await migrate(opened.engine, [...known, next('create table half (n int);')])).toEqual(['9999_next.sql'])
    expect(await there('half')).toBe(true)
  })

  test('[STO-3] the numbers run from 1 without gaps, so that none can slip in between', () => {
    expect(known.map((one) => one.number)).toEqual(known.map((_, i) => i + 1))
  })
})
