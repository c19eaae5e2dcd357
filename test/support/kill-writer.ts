import { join } from 'node:path'
import { ok } from '../../src/base/result.ts'
import { day } from '../../src/kernel/period/day.ts'
import { calendarCorrectDay } from '../../src/operations/calendar/correct-day.ts'
import { caller } from '../../src/operations/call.ts'
import type { Context } from '../../src/operations/operation.ts'
import { lockDirectory } from '../../src/store/engine/lock.ts'
import { openPGliteEngine } from '../../src/store/engine/pglite-engine.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { tester } from './who.ts'

/**
 * Writes until it is killed: node kill-writer.ts DIRECTORY ROUND
 * Says first what it found, `{"opened": {"ok", "entries"}}`, then each change that was acknowledged, one a line.
 */
const [, , directory = '', round = '0'] = process.argv
const context: Context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' }

lockDirectory(directory)
const engine = await openPGliteEngine(join(directory, 'pg'), (error) => {
  throw error
})
const store = storeOver(engine, '')
const opened = await store.transaction(context, 'query', async (ports) => ok(await ports.history.verify()))
console.log(JSON.stringify({ opened: opened.ok ? { ok: opened.value.ok, entries: opened.value.entries } : null }))

const call = caller(store)
for (let n = 0; ; n += 1) {
  const reason = `${round}-${n}`
  const done = await call(calendarCorrectDay, context, { day: '2025-07-01', kind: 'closed', reason, basis: 'thử' })
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  console.log(reason)
}
