import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../src/kernel/period/day.ts'
import { lateness, latenesses } from '../../src/kernel/task/lateness.ts'
import { everything } from '../../src/operations/board/ports.ts'
import { actAs } from '../../src/store/open-store.ts'
import { countByLateness, page, rowsAt } from '../../src/store/task/list-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** Lateness is said twice, in the kernel and in SQL (a list cannot load every task); here the two are held against one another. */
type Work = { readonly due: Day | null; readonly closed: Day | null }

const middle = day('2023-03-10')
const around = fc.integer({ min: -70, max: 70 }).map((days) => addDays(middle, days))
const works: readonly Work[] = fc.sample(fc.record({ due: fc.option(around, { freq: 6 }), closed: fc.option(around, { freq: 1 }) }), {
  numRuns: 150,
  seed: 20230310,
})

const all = { ...everything, past: true, state: null, kind: null, sort: 'due', after: null, limit: 500 } as const

const WORK = `
  insert into task (document_id, position, origin, state, code, kind, title, quote, spans, corrections, named, open_class, lead_name, search,
                    due_day, closed_on, assigned_on, recorded_at, changed_by, changed_at)
  select d.id, n, 'manual', case when closed is null then 'assigned' else 'done' end, 'NV-2023-' || n, 'once', 'việc', 'việc', '{}', '[]', '{"lead": []}', false, 'Sở Y tế', '',
         due, closed, '2022-01-01', now(), 'người thử', now()
  from document d, unnest($1::date[], $2::date[]) with ordinality as given (due, closed, n)`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
    await opened.engine.asOwner(async (owner) => {
      await owner.script(`
        insert into document (slug, words_sha256, text, sha256, source, search, received_at, received_by)
        values ('thu', 'x', 'thử', 'x', 'pasted', '', now(), 'người thử')`)
      await owner.query(WORK, [works.map((work) => work.due), works.map((work) => work.closed)])
    })
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[TSK-2] on any day each class of the list holds what the kernel says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -110, max: 110 }), async (days) => {
        const on = addDays(middle, days)
        const found = await opened.engine.app.transaction().execute(async (db) => {
          await actAs(db, tester)
          const classes: [string, string[]][] = []
          for (const one of latenesses) {
            const rows = await page(db, { ...all, lateness: one, on }, 'Đà Nẵng').execute()
            classes.push([one, (await rowsAt(db, rows, { on, past: true })).map((row) => row.code ?? '').sort()])
          }
          return { classes: Object.fromEntries(classes), counts: await countByLateness(db, { on, past: true }).execute() }
        })
        const said = Object.groupBy(
          works.map((work, i) => ({ code: `NV-2023-${i + 1}`, lateness: lateness(work.due, work.closed, on) })),
          (one) => one.lateness,
        )
        for (const one of latenesses) {
          const codes = (said[one] ?? []).map(({ code }) => code).sort()
          const counted = found.counts.find((row) => row.class === latenesses.indexOf(one))?.n ?? 0n
          expect([on, one, found.classes[one], counted]).toEqual([on, one, codes, BigInt(codes.length)])
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
