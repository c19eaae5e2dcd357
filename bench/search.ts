import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPERATOR } from '../src/kernel/access/who.ts'
import { day } from '../src/kernel/period/day.ts'
import { openNode } from '../src/main/open.ts'
import { datasetList } from '../src/operations/dataset/list-datasets.ts'
import type { Context } from '../src/operations/operation.ts'
import type { Engine } from '../src/store/engine/engine.ts'
import { atMost, type Figure, quantile, report, seen } from './report.ts'
import { serveNode } from './server.ts'

/**
 * Words among 10,000 datasets, over HTTP as somebody who has not signed in (the page and the answer for programs), and as the
 * operator in the same process. The restricted role asks each time. On PostgreSQL with DATABASE_URL and DATABASE_OWNER_URL.
 */
const DATASETS = 10_000
const SEARCH_MS = 50
const TIMES = 80
/**
 * What is in none, in one, in a hundredth, in half and in all of them; what a body keeps, and what is of a place; and none at all,
 * the front of the catalogue.
 */
const words = [
  'khong co dau',
  'bo du lieu 4321',
  'quan trắc 77',
  'mực nước',
  'dân số',
  'Sở Tài nguyên và Môi trường',
  'dân số Quảng Nam',
  '',
]
const context: Context = { who: OPERATOR, today: day('2026-03-02'), now: '2026-03-02T02:00:00.000Z', language: 'vi' }

export async function bench(): Promise<void> {
  const [url, ownerUrl] = [process.env['DATABASE_URL'], process.env['DATABASE_OWNER_URL']]
  if (url === undefined || ownerUrl === undefined) {
    console.log('Cần DATABASE_URL và DATABASE_OWNER_URL. / DATABASE_URL and DATABASE_OWNER_URL are needed.')
    process.exitCode = 2
    return
  }
  const data = mkdtempSync(join(tmpdir(), 'lienvung-search-'))
  const node = await openNode({ data, databaseUrl: url, databaseOwnerUrl: ownerUrl, locality: 'Đà Nẵng' }, console.log)
  const figures: Record<string, Figure> = { datasets: seen(DATASETS) }
  try {
    await fill(node.engine)
    figures['operator_p95_ms'] = atMost(
      await slow(async (q) => {
        const found = await node.call(datasetList, context, { ...(q === '' ? {} : { q }), limit: 20 })
        if (!found.ok) throw new Error('the catalogue answers')
      }),
      SEARCH_MS,
    )
  } finally {
    await node.close()
  }
  const served = await serveNode(data)
  try {
    const ask = (path: string) => (q: string) => fetched(`${served.url}${path}${encodeURIComponent(q)}`)
    figures['api_p95_ms'] = atMost(await slow(ask('/api/v1/datasets?limit=20&q=')), SEARCH_MS)
    figures['page_p95_ms'] = atMost(await slow(ask('/du-lieu?tim=')), SEARCH_MS)
    report('search', figures)
  } finally {
    await served.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

async function slow(ask: (q: string) => Promise<void>): Promise<number> {
  for (const q of words) await ask(q)
  const all: number[] = []
  for (let i = 0; i < TIMES; i += 1) {
    const started = performance.now()
    await ask(words[i % words.length] ?? '')
    all.push(performance.now() - started)
  }
  return quantile(all, 0.95)
}

async function fetched(url: string): Promise<void> {
  const answer = await fetch(url)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
}

/** Described as datasets are: a custodian, themes, a cadence, four hundred letters; most of them open. */
async function fill(engine: Engine): Promise<void> {
  await engine.asOwner(async (owner) => {
    await owner.query("insert into file (sha256, size, media_type, stored_at) values ($1, 1, 'text/csv', now()) on conflict do nothing", [
      '0'.repeat(64),
    ])
    await owner.query(
      `with body as (select id, row_number() over (order by id) as n, count(*) over () as of from organisation)
       insert into dataset (slug, title, access, current, current_format, search, custodian, themes, cadence, territory, made_at, made_by, changed_at)
       select 'bo-du-lieu-' || i, 'Bộ dữ liệu ' || i, (array['open', 'open', 'open', 'shared', 'internal', 'restricted'])[1 + i % 6], 1, 'csv',
         'bo du lieu ' || i || case when i % 2 = 0 then ' muc nuoc' else '' end || ' dan so quan trac ' || i % 100 || repeat(' mo ta dai', 40),
         (select id from body where n = 1 + i % least(of, 60)), array[(array['water', 'climate', 'society'])[1 + i % 3]],
         (array['day', 'month', 'year'])[1 + i % 3], (array['Đà Nẵng', 'Quảng Nam, Đà Nẵng', 'Thừa Thiên Huế', 'Cả nước'])[1 + i % 5], now(), 'bench', now() - i * interval '1 minute'
       from generate_series(1, ${DATASETS}) i`,
    )
    await owner.query(
      `insert into dataset_version (dataset_id, n, store, columns, key, rows, empty_cells, bad_rows, file_sha256, file_name, format, recorded_at, recorded_by)
       select id, 1, 'd999999999', $1, '{ma}', 1000, 0, 0, $2, 'phep-do.csv', 'csv', now(), 'bench' from dataset where made_by = 'bench'`,
      [JSON.stringify([{ name: 'ma', label: 'Mã', type: 'integer', unit: null, meaning: null, form: null }]), '0'.repeat(64)],
    )
    // a third of them of districts, forty each, with their provinces
    await owner.query(
      `with district as (select id, parent_id, row_number() over (order by id) as n, count(*) over () as of from place where level = 'district'),
        one as (select id, row_number() over (order by id) as n from dataset where made_by = 'bench')
       insert into dataset_place
       select one.id, unnest(array[d.id, d.parent_id]) from one join district d on (d.n + one.n * 7) % d.of < 40 where one.n % 3 = 0
       on conflict do nothing`,
    )
    await owner.script('analyze dataset; analyze dataset_version; analyze dataset_place')
  })
}
