import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atMost, type Figure, quantile, report } from './report.ts'
import { serveNode } from './server.ts'

/** How long each question of the registers takes over HTTP on PGlite: p95 of 200 after a warm-up, one at a time. */
const TIMES = 200
const ASKED_MS = 20

const questions: Readonly<Record<string, readonly string[]>> = {
  code: [
    'places/resolve?q=52&on=2024-06-01',
    'places/resolve?q=52&on=2025-07-01',
    'places/resolve?q=20242&on=2024-06-01',
    'places/resolve?q=20242&on=2026-01-01',
  ],
  name: ['places/resolve?q=Hòa Khánh&on=2024-06-01', 'places/resolve?q=Hải Châu&on=2026-01-01', 'places/resolve?q=Tân Phú&on=2024-06-01'],
  name_without_marks: ['places/resolve?q=hoa khanh&on=2024-06-01', 'places/resolve?q=da nang', 'places/resolve?q=son ha&on=2024-06-01'],
  slip: [
    'places/resolve?q=Hải Chậuu&on=2026-01-01',
    'places/resolve?q=Quàng Namm&on=2024-06-01',
    'places/resolve?q=Liêm Chiểuu&on=2024-06-01',
  ],
  succession: ['places/resolve?q=Quảng Nam', 'places/resolve?q=Thừa Thiên Huế', 'places/resolve?q=49', 'organisations/resolve?q=SKHĐT'],
  point: [
    'places/resolve?point=108.15,16.06&on=2024-06-01',
    'places/resolve?point=111.682,16.508&on=2026-01-01',
    'places/resolve?point=105.85,21.02',
  ],
  place_successors: [
    'places/p46-origin/successors?on=2026-01-01',
    'places/p52-origin/successors?on=2026-01-01',
    'places/c20242-origin/successors?on=2026-01-01',
    'places/d492-origin/successors?on=2026-01-01',
  ],
  place_predecessors: [
    'places/p52-2025-07-01/predecessors?on=2024-06-01',
    'places/p48-2025-07-01/predecessors?on=2024-06-01',
    'places/c20242-2025-07-01/predecessors?on=2024-06-01',
  ],
  organisation: [
    'organisations/resolve?q=Sở KH%26ĐT&on=2022-05-05',
    'organisations/resolve?q=STTTT&on=2022-05-05',
    'organisations/resolve?q=so tai chinh',
  ],
  organisation_successors: [
    'organisations/so-thong-tin-va-truyen-thong-da-nang-origin/successors?on=2026-01-01',
    'organisations/bo-ke-hoach-va-dau-tu-origin/successors',
  ],
}

export async function bench(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'lienvung-registers-'))
  const served = await serveNode(data, ['--empty', '--no-first-data'])
  const figures: Record<string, Figure> = {}
  try {
    for (const [name, paths] of Object.entries(questions))
      figures[`${name}_p95_ms`] = atMost(quantile(await times(served.url, paths), 0.95), ASKED_MS)
  } finally {
    await served.stop()
    rmSync(data, { recursive: true, force: true })
  }
  report('registers', figures)
}

async function times(url: string, paths: readonly string[]): Promise<readonly number[]> {
  const taken: number[] = []
  for (let n = -20; n < TIMES; n += 1) {
    const path = paths[Math.abs(n) % paths.length] ?? ''
    const started = performance.now()
    const response = await fetch(`${url}/api/v1/${path}`)
    const body: unknown = await response.json()
    const ms = performance.now() - started
    if (
      !response.ok ||
      typeof body !== 'object' ||
      body === null ||
      !('items' in body) ||
      !Array.isArray(body.items) ||
      body.items.length === 0
    )
      throw new Error(`${path} answered ${response.status} ${JSON.stringify(body).slice(0, 200)}`)
    if (n >= 0) taken.push(ms)
  }
  return taken
}
