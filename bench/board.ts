import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, type Day, dayAt } from '../src/kernel/period/day.ts'
import { openNode } from '../src/main/open.ts'
import type { Engine } from '../src/store/engine/engine.ts'
import { seedBoard, taskId } from './board-seed.ts'
import { atMost, type Figure, median, quantile, report, seen } from './report.ts'
import { type Served, serveNode } from './server.ts'

/**
 * The board, the feed, lists, search and one task over 100,000 tasks and 1,000,000 facts, over HTTP, as the restricted role:
 * each question asked one at a time, 60 times after a warm-up. On PGlite always, unless `--postgres` is given; on PostgreSQL
 * with DATABASE_URL and DATABASE_OWNER_URL, unless `--pglite` is. A database that holds such work already is not filled again.
 */
const TIMES = 60
const WARM = 6

type Question = { readonly asked: number | null; readonly paths: readonly string[] }

const questionsOn = (today: Day): Readonly<Record<string, Question>> => ({
  board: { asked: 150, paths: ['board', 'board?by=period'] },
  feed: { asked: 100, paths: ['feed', 'feed?limit=100', 'feed?before=500000'] },
  list_of_100: {
    asked: 100,
    paths: [
      'tasks?limit=100',
      'tasks?limit=100&lateness=overdue',
      'tasks?limit=100&lateness=due-soon',
      'tasks?limit=100&sort=newest',
      'tasks?limit=100&waiting=any',
    ],
  },
  board_of_a_past_day: { asked: 500, paths: [200, 400, 800].map((days) => `board?on=${addDays(today, -days)}`) },
  search: {
    asked: 100,
    paths: ['search?q=57/UBND-TH', 'search?q=sat lo bo bien', 'search?q=NV-2025-0123', 'search?q=Sở Tài chính', 'search?q=đợt 317'],
  },
  one_task: { asked: 50, paths: [`tasks/${taskId(1000)}`, `tasks/${taskId(2000)}/events`] },
  board_by_document: { asked: null, paths: ['board?by=document'] },
  board_by_neighbour: { asked: null, paths: ['board?by=neighbour'] },
  list_of_a_past_day: { asked: null, paths: [`tasks?limit=100&on=${addDays(today, -400)}&lateness=overdue`] },
  list_of_a_past_day_by_state: {
    asked: null,
    paths: ['active', 'done'].map((of) => `tasks?limit=100&on=${addDays(today, -400)}&state=${of}`),
  },
})

export async function bench(): Promise<void> {
  const figures: Record<string, Figure> = {}
  const chosen = process.argv.slice(3)
  const url = process.env['DATABASE_URL']
  if (!chosen.includes('--postgres')) Object.assign(figures, await onOwn('pglite', 3))
  if (chosen.includes('--pglite')) console.log('Chỉ đo trên PGlite. / PGlite alone was measured.')
  else if (url === undefined) console.log('Không có DATABASE_URL: chưa đo trên PostgreSQL. / No DATABASE_URL: PostgreSQL was not measured.')
  else Object.assign(figures, await measured(url, 'postgres', 1))
  report('board', figures)
}

const onOwn = (name: string, times: number) => measured(null, name, times)

/** @param times what is asked of PostgreSQL, times this */
async function measured(url: string | null, name: string, times: number): Promise<Readonly<Record<string, Figure>>> {
  const data = mkdtempSync(join(tmpdir(), 'lienvung-board-'))
  const today = dayAt(new Date())
  try {
    const node = await openNode(
      { data, databaseUrl: url, databaseOwnerUrl: process.env['DATABASE_OWNER_URL'] ?? null, locality: 'Đà Nẵng' },
      console.log,
    )
    const seconds = await filled(node.engine, today)
    await node.close()
    const served = await serveNode(data, ['--empty', '--no-first-data'], url === null ? { DATABASE_URL: '', DATABASE_OWNER_URL: '' } : {})
    try {
      return { [`${name}_filled_s`]: seen(seconds), ...(await answers(served, name, times, today)) }
    } finally {
      await served.stop()
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

export async function filled(engine: Engine, today: Day): Promise<number> {
  const started = performance.now()
  const held = await engine.asOwner((owner) => owner.query('select count(*)::int as n, min(slug) as slug from document'))
  const [row] = held
  if (row?.['n'] === 0) await seedBoard(engine, today)
  else if (row?.['slug'] !== 'cv-0') throw new Error('the database holds other documents than those of this bench: give it one of its own')
  return (performance.now() - started) / 1000
}

async function answers(served: Served, name: string, times: number, today: Day): Promise<Readonly<Record<string, Figure>>> {
  const figures: Record<string, Figure> = {}
  for (const [of, { asked, paths }] of Object.entries(questionsOn(today))) {
    const taken: number[] = []
    for (let n = -WARM; n < TIMES; n += 1) {
      const ms = await timed(`${served.url}/api/v1/${paths[Math.abs(n) % paths.length]}`)
      if (n >= 0) taken.push(ms)
    }
    figures[`${name}_${of}_p50_ms`] = seen(median(taken))
    const p95 = quantile(taken, 0.95)
    figures[`${name}_${of}_p95_ms`] = asked === null ? seen(p95) : atMost(p95, asked * times)
  }
  return figures
}

async function timed(url: string): Promise<number> {
  const started = performance.now()
  const response = await fetch(url)
  const text = await response.text()
  const ms = performance.now() - started
  if (!response.ok || text.length < 100) throw new Error(`${url} answered ${response.status} ${text.slice(0, 200)}`)
  return ms
}
