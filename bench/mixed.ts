import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayAt } from '../src/kernel/period/day.ts'
import { openNode } from '../src/main/open.ts'
import { filled } from './board.ts'
import { type Asked, question } from './mixed-questions.ts'
import { seeded } from './random.ts'
import { atMost, type Figure, median, quantile, report, seen } from './report.ts'
import { type Served, serveNode } from './server.ts'

/**
 * Four hundred people at once, each reading, thinking five seconds in the middle, and reading again, for two minutes: pages as
 * they are shown, and now and then a report on a task. On PostgreSQL with DATABASE_URL and DATABASE_OWNER_URL, over the rows
 * of bench board. What this process itself used of its processor is told, for it shares the machine.
 */
const PEOPLE = 400
const THINKS_S = 5
const SECONDS = 120
const ASKED_P99_MS = 2000
/** Of the two minutes the first are to arrive in: people do not all begin in the same instant. */
const ARRIVE_S = 5

export const bench = (): Promise<void> => overTheBoard('mixed', ({ url }) => everybody(url))

/** Asks `work` of a server over the rows of bench board, and reports what it found; says what is missing without a database. */
export async function overTheBoard(
  name: string,
  work: (served: Served, database: string) => Promise<Readonly<Record<string, Figure>>>,
): Promise<void> {
  const url = process.env['DATABASE_URL']
  if (url === undefined) {
    console.log('Cần DATABASE_URL và DATABASE_OWNER_URL. / DATABASE_URL and DATABASE_OWNER_URL are needed.')
    process.exitCode = 2
    return
  }
  const data = mkdtempSync(join(tmpdir(), `lienvung-${name}-`))
  try {
    const node = await openNode(
      { data, databaseUrl: url, databaseOwnerUrl: process.env['DATABASE_OWNER_URL'] ?? null, locality: 'Đà Nẵng' },
      console.log,
    )
    await filled(node.engine, dayAt(new Date()))
    await node.close()
    const served = await serveNode(data, ['--empty', '--no-first-data'])
    try {
      report(name, await work(served, new URL(url).pathname.slice(1)))
    } finally {
      await served.stop()
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

type Taken = { readonly what: string; readonly ms: number; readonly failed: boolean }

async function everybody(url: string): Promise<Readonly<Record<string, Figure>>> {
  const taken: Taken[] = []
  const started = process.cpuUsage()
  const clock = performance.now()
  const until = clock + SECONDS * 1000
  await Promise.all(Array.from({ length: PEOPLE }, (_, n) => person(url, n, until, taken)))
  const cpu = process.cpuUsage(started)
  const seconds = (performance.now() - clock) / 1000
  const all = taken.map(({ ms }) => ms)
  const failed = taken.filter((one) => one.failed).length
  const kinds = [...new Set(taken.map(({ what }) => what))].toSorted()
  return {
    requests: seen(taken.length),
    requests_per_s: seen(taken.length / seconds),
    failed: atMost(failed, 0),
    p50_ms: seen(median(all)),
    p95_ms: seen(quantile(all, 0.95)),
    p99_ms: atMost(quantile(all, 0.99), ASKED_P99_MS),
    generator_cpu_share: seen((cpu.user + cpu.system) / 1e6 / seconds),
    ...Object.fromEntries(
      kinds.map((what) => {
        const of = taken.filter((one) => one.what === what).map(({ ms }) => ms)
        return [`${what}_p95_ms`, seen(quantile(of, 0.95))] as const
      }),
    ),
  }
}

async function person(url: string, n: number, until: number, taken: Taken[]): Promise<void> {
  const random = seeded(n + 1)
  await after(random() * ARRIVE_S)
  while (performance.now() < until) {
    const asked = question(random)
    const began = performance.now()
    const failed = await send(url, asked, random)
    taken.push({ what: asked.what, ms: performance.now() - began, failed })
    // exponential about the mean: some think short, a few long
    await after(Math.min(-Math.log(1 - random()) * THINKS_S, (until - performance.now()) / 1000))
  }
}

const after = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, Math.max(0, seconds) * 1000))

/** @returns whether it failed: anything but an answer; a refusal of the work itself is an answer */
async function send(url: string, { path, report: task }: Asked, random: () => number): Promise<boolean> {
  try {
    const read = await fetch(`${url}/${path}`)
    const text = await read.text()
    if (task === undefined) return read.status !== 200 || text.length < 50
    const { version, state } = JSON.parse(text) as { version: number; state: string }
    if (state === 'done' || state === 'cancelled' || state === 'claimed' || state === 'disputed') return read.status !== 200
    const said = await fetch(`${url}/api/v1/tasks/${task}/progress`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version, words: `Đã làm thêm phần ${Math.floor(random() * 100)}`, percent: 100 }),
    })
    await said.text()
    // somebody else may have reported in between: that is said, and is no failure
    return said.status >= 500 || (said.status >= 400 && said.status !== 409 && said.status !== 412)
  } catch {
    return true
  }
}
