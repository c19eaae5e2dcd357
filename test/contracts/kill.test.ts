import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ok } from '../../src/base/result.ts'
import { day } from '../../src/kernel/period/day.ts'
import { copyImage, prepareImage } from '../../src/main/image.ts'
import type { Context } from '../../src/operations/operation.ts'
import { openPGliteEngine } from '../../src/store/engine/pglite-engine.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { tester } from '../support/who.ts'

/**
 * PGlite never asks the disk to flush; a killed process loses nothing all the same, because its pages are with the
 * operating system. (A machine without power is another matter: that is what PostgreSQL is for.)
 */
const ROUNDS = 20
const context: Context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' }

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lienvung-kill-'))
  copyImage(await prepareImage(() => {}), join(folder, 'pg'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One life: opens the directory, writes, is killed at a random moment. @returns what it found, and what it was promised */
async function live(round: number): Promise<{ readonly found: unknown; readonly acknowledged: readonly string[] }> {
  const child: ChildProcess = spawn(process.execPath, ['test/support/kill-writer.ts', folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout === null) throw new Error('the output is piped')
  const ended = once(child, 'exit')
  const enough = 1 + Math.floor(Math.random() * 40)
  const acknowledged: string[] = []
  let found: unknown = null
  for await (const line of createInterface({ input: child.stdout })) {
    if (found === null) found = JSON.parse(line)
    else acknowledged.push(line)
    // somewhere inside one of the next writes
    if (acknowledged.length === enough) setTimeout(() => child.kill('SIGKILL'), Math.random() * 30)
  }
  const [code, signal] = await ended
  expect([code, signal]).toEqual([null, 'SIGKILL'])
  return { found, acknowledged }
}

test(`[STO-5] killed ${ROUNDS} times while writing: every acknowledged change is there, and the chain verifies`, async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const life = await live(round)
    expect(life.found).toMatchObject({ opened: { ok: true } })
    acknowledged.push(...life.acknowledged)
  }
  const engine = await openPGliteEngine(join(folder, 'pg'), (error) => {
    throw error
  })
  try {
    const verified = await storeOver(engine, '').transaction(context, 'query', async (ports) => ok(await ports.history.verify()))
    const days = await engine.snapshot((reader) => reader.query("select reason from calendar_day where day = '2025-07-01' and version > 0"))
    const reasons = new Set(days.map((row) => row['reason']))
    expect(acknowledged.filter((one) => !reasons.has(one))).toEqual([])
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS)
    // a change and its entry are there together: as many entries as changes, acknowledged or not
    expect(verified).toMatchObject({ ok: true, value: { ok: true, entries: String(days.length) } })
    console.log(`killed ${ROUNDS} times; ${acknowledged.length} acknowledged changes, ${days.length} found, chain verifies`)
  } finally {
    await engine.close()
  }
}, 900_000)
