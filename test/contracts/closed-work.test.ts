import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedBoard } from '../../bench/board-seed.ts'
import { day } from '../../src/kernel/period/day.ts'
import { lateness } from '../../src/kernel/task/lateness.ts'
import { backup } from '../../src/store/backup/backup.ts'
import { restore } from '../../src/store/backup/restore.ts'
import type { Engine } from '../../src/store/engine/engine.ts'
import { engines, type Opened } from '../support/engines.ts'

/** The kept sums of closed work are those that counting gives, whatever a statement did to however many tasks. [BRD-15] */
const TODAY = day('2026-11-25')

type Sums = readonly string[]
const dayOf = (value: unknown) => (typeof value === 'string' ? day(value) : null)

/** By the kernel, from the rows themselves. */
async function counted(engine: Engine): Promise<{ readonly leads: Sums; readonly months: Sums }> {
  const rows = await engine.asOwner((owner) =>
    owner.query(`select state, lead_id, lead_name, due_day, due_original, closed_on from task
      where code is not null and lead_name is not null and closed_on is not null`),
  )
  const classOf = (row: (typeof rows)[number], due: string) =>
    row['state'] === 'cancelled' ? 'cancelled' : lateness(dayOf(row[due]), dayOf(row['closed_on']), TODAY)
  const summed = (keyOf: (row: (typeof rows)[number]) => readonly unknown[]): Sums =>
    [...Map.groupBy(rows, (row) => JSON.stringify([...keyOf(row), classOf(row, 'due_day'), classOf(row, 'due_original')]))]
      .map(([key, of]) => `${key} ${of.length}`)
      .toSorted()
  return {
    leads: summed((row) => [row['lead_id'], row['lead_name']]),
    months: summed((row) => [typeof row['due_day'] === 'string' ? `${row['due_day'].slice(0, 7)}-01` : null]),
  }
}

async function kept(engine: Engine): Promise<{ readonly leads: Sums; readonly months: Sums }> {
  const [leads, months] = await engine.asOwner(async (owner) => [
    await owner.query('select lead_id, lead_name, class, first, n from closed_by_lead where n <> 0'),
    await owner.query('select month, class, first, n from closed_by_month where n <> 0'),
  ])
  const said = (rows: typeof leads): Sums =>
    (rows ?? [])
      .map((row) => {
        const values = Object.values(row)
        return `${JSON.stringify(values.slice(0, -1))} ${String(values.at(-1))}`
      })
      .toSorted()
  return { leads: said(leads), months: said(months) }
}

const waited = (engine: Engine) =>
  engine.asOwner((owner) => owner.query('select task_id, "for", from_day, to_day from task_wait order by 1, 2, 3'))

/** What commands do to tasks, several of them at once. */
const deeds = [
  "state = 'done', closed_on = date '2026-11-20', term_from = null, term_days = null",
  "state = 'cancelled', closed_on = date '2026-11-21', term_from = null, term_days = null",
  "state = 'active', closed_on = null",
  "lead_id = 'so-y-te-da-nang-origin', lead_name = 'Sở Y tế'",
  "lead_id = null, lead_name = 'Hội Thử nghiệm'",
  'lead_id = null, lead_name = null',
  "due_day = date '2026-12-31'",
  'due_day = null',
  "due_original = date '2024-02-29'",
  'percent = 50',
] as const

/** With the rows of other tables that refer to it. */
const removal = (which: string): string =>
  ['assignment', 'due_fact', 'task_event', 'task_wait']
    .map((table) => `delete from ${table} where task_id in (select id from task where ${which});`)
    .join('\n')
    .concat(`delete from task where ${which}`)

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
    await seedBoard(opened.engine, TODAY, { documents: 20, tasks: 300, events: 1000 })
  }, 120_000)
  afterAll(async () => {
    await opened.close()
  })

  test('[BRD-15] rows that come in trusted are summed as they come', async () => {
    const sums = await kept(opened.engine)
    expect(sums.leads.length).toBeGreaterThan(20)
    expect(sums).toEqual(await counted(opened.engine))
  })

  test('[BRD-15] [STO-23] a backup does not hold the sums, and a restore has them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lienvung-closed-'))
    const target = await open({ empty: true })
    try {
      await backup(opened.engine, join(folder, 'whole.tar'), new Date(0))
      await restore(target.engine, join(folder, 'whole.tar'))
      expect(await kept(target.engine)).toEqual(await kept(opened.engine))
      const waits = await waited(opened.engine)
      expect(waits.length).toBeGreaterThan(10)
      expect(await waited(target.engine)).toEqual(waits)
    } finally {
      await target.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)

  test('[BRD-15] work closed, reopened, moved, given another day or removed: the sums are those that counting gives', async () => {
    const step = fc.record({
      deed: fc.option(fc.constantFrom(...deeds), { freq: 12 }),
      of: fc.integer({ min: 2, max: 40 }),
      at: fc.nat(39),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        await opened.engine.asOwner(async (owner) => {
          await owner.script('begin')
          for (const { deed, of, at } of steps) {
            const which = `position % ${of} = ${at % of}`
            if (deed === null) await owner.script(removal(which))
            else await owner.script(`update task set ${deed} where ${which}`)
          }
          await owner.script('commit')
        })
        expect(await kept(opened.engine)).toEqual(await counted(opened.engine))
      }),
      { numRuns: 25, seed: 15 },
    )
  })
})
