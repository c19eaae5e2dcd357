import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPERATOR } from '../src/kernel/access/who.ts'
import type { Column } from '../src/kernel/dataset/cell/column.ts'
import { day } from '../src/kernel/period/day.ts'
import { openNode } from '../src/main/open.ts'
import { afterRow, datasetRows } from '../src/operations/dataset/rows/list-rows.ts'
import type { Context } from '../src/operations/operation.ts'
import { namesOf } from '../src/store/dataset/columns.ts'
import { finishStore, makeStore } from '../src/store/dataset/tables.ts'
import type { Engine } from '../src/store/engine/engine.ts'
import { atMost, type Figure, quantile, report, seen } from './report.ts'

/**
 * 5,600,000 rows of one dataset, asked as the restricted role: the first page with a test and an order on an indexed column,
 * of days and of texts in Vietnamese order, the page after the millionth row by key, and one amid the texts. On PostgreSQL with DATABASE_URL and
 * DATABASE_OWNER_URL; rows are made by the database, for it is the asking that is measured.
 */
const ROWS = 5_600_000
const ASKED_MS = 100
const TIMES = 60
const NAMES = ['Ấp', 'Bản', 'Đồn', 'Ô', 'Thôn', 'Ưng', 'Xóm', 'Zơ'] as const
const context: Context = { who: OPERATOR, today: day('2026-03-02'), now: '2026-03-02T02:00:00.000Z', language: 'vi' }
const columns: readonly Column[] = [
  { name: 'ma', label: 'Mã', type: 'integer', unit: null, meaning: null, form: null },
  { name: 'ngay', label: 'Ngày', type: 'day', unit: null, meaning: null, form: null },
  { name: 'tinh', label: 'Tỉnh', type: 'text', unit: null, meaning: null, form: null },
  { name: 'do', label: 'Số đo', type: 'decimal', unit: null, meaning: null, form: null },
  { name: 'noi', label: 'Nơi đo', type: 'text', unit: null, meaning: null, form: null },
]

export async function bench(): Promise<void> {
  const url = process.env['DATABASE_URL']
  if (url === undefined) {
    console.log('Cần DATABASE_URL và DATABASE_OWNER_URL. / DATABASE_URL and DATABASE_OWNER_URL are needed.')
    process.exitCode = 2
    return
  }
  const data = mkdtempSync(join(tmpdir(), 'lienvung-table-'))
  const node = await openNode(
    { data, databaseUrl: url, databaseOwnerUrl: process.env['DATABASE_OWNER_URL'] ?? null, locality: 'Đà Nẵng' },
    console.log,
  )
  try {
    const id = await filled(node.engine)
    const asked = async (given: object): Promise<{ readonly ms: number; readonly next: string | null }> => {
      const started = performance.now()
      const page = await node.call(datasetRows, context, { id, count: 'false', limit: 50, ...given })
      if (!page.ok || page.value.items.length !== 50) throw new Error('a page of fifty rows is expected')
      return { ms: performance.now() - started, next: page.value.next }
    }
    const times = async (given: () => object): Promise<number> => {
      const all: number[] = []
      for (let i = 0; i < TIMES; i += 1) all.push((await asked(given())).ms)
      return quantile(all, 0.95)
    }
    let n = 0
    const from = (): object => {
      n += 1
      return { sort: '-ngay', filter: `ngay:le:20${10 + (n % 15)}-06-30` }
    }
    const figures: Record<string, Figure> = { rows: seen(ROWS) }
    figures['first_page_p95_ms'] = atMost(await times(from), ASKED_MS)
    const far = afterRow(1, '', '1000000')
    figures['after_a_million_p95_ms'] = atMost(await times(() => ({ after: far })), ASKED_MS)
    const texts = (): object => {
      n += 1
      return { sort: 'noi', filter: `noi:ge:${NAMES[n % NAMES.length]}` }
    }
    figures['first_page_of_texts_p95_ms'] = atMost(await times(texts), ASKED_MS)
    // a row of the third of eight names: amid their order
    const amid = afterRow(1, 'noi', String(NAMES.length * 200_000 + 2))
    figures['amid_texts_p95_ms'] = atMost(await times(() => ({ sort: 'noi', after: amid })), ASKED_MS)
    report('table', figures)
  } finally {
    await node.close()
    rmSync(data, { recursive: true, force: true })
  }
}

/** The rows, and a dataset that has them. */
async function filled(engine: Engine): Promise<string> {
  const id = randomUUID()
  const store = await makeStore(engine, id, columns, 1)
  await engine.asOwner(async (owner) => {
    await owner.script(`insert into ${store} (id, c1, c2, c3, c4, c5)
      select i, i, date '1990-01-01' + (i % 13000)::int, 'Tỉnh ' || (i % 34), (i % 10007) / 7.0,
        (array['${NAMES.join("','")}'])[1 + i % ${NAMES.length}] || ' ' || i from generate_series(1, ${ROWS}) i`)
    await finishStore(owner, { store, columns, cells: namesOf(columns) }, [0, 4])
    await owner.query("insert into file (sha256, size, media_type, stored_at) values ($1, 1, 'text/csv', now()) on conflict do nothing", [
      '0'.repeat(64),
    ])
    await owner.query(
      `insert into dataset (id, slug, title, access, current, current_format, search, made_at, made_by, changed_at)
       values ($1, 'phep-do-' || substr($1::uuid::text, 1, 8), 'Phép đo', 'open', 1, 'csv', 'phep do', now(), 'bench', now())`,
      [id],
    )
    await owner.query(
      `insert into dataset_version (dataset_id, n, store, columns, key, rows, empty_cells, bad_rows, file_sha256, file_name, format, recorded_at, recorded_by)
       values ($4, 1, $1, $2, '{ma}', ${ROWS}, 0, 0, $3, 'phep-do.csv', 'csv', now(), 'bench')`,
      [store, JSON.stringify(columns), '0'.repeat(64), id],
    )
    await owner.script('analyze dataset; analyze dataset_version')
  })
  return id
}
