import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from './random.ts'
import { atMost, type Figure, quantile, report, seen } from './report.ts'
import { type Served, serveNode } from './server.ts'

/**
 * The shape of the published CKAN xloader case: 1,033,882 rows of 21 columns, 475 MB (206 s there). From the moment the file is
 * kept until its rows can be asked for, through a server of its own, while somebody reads other pages; then the same file with
 * one row in a hundred changed, which must be told as exactly those rows. Keyed, so that both are the same import.
 */
const ROWS = 1_033_882
const TEXT = 'Trạm quan trắc lưu vực sông Vu Gia - Thu Bồn, đoạn qua thành phố; số liệu do máy đo tự động, '
const ASKED = { postgres: { import_s: 45, again_s: 40, page_ms: 300 }, pglite: { import_s: 90, again_s: null, page_ms: 1000 } } as const
const MOST_MB = 1536

export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-import-'))
  const figures: Record<string, Figure> = {}
  try {
    const [first, second] = [join(folder, 'first.csv'), join(folder, 'second.csv')]
    const changed = await write(first, second)
    figures['file_mb'] = seen(statSync(first).size / 1e6)
    const url = process.env['DATABASE_URL']
    if (url === undefined) console.log('Không có DATABASE_URL: chưa đo trên PostgreSQL. / No DATABASE_URL: PostgreSQL was not measured.')
    else await measure('postgres', join(folder, 'pg'), {}, [first, second], changed, figures)
    if (!process.argv.includes('--postgres'))
      await measure('pglite', join(folder, 'own'), { DATABASE_URL: '', DATABASE_OWNER_URL: '' }, [first, second], changed, figures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  report('import', figures)
}

async function write(first: string, second: string): Promise<number> {
  const random = seeded(20_260_701)
  const files = [createWriteStream(first), createWriteStream(second)]
  const say = async (texts: readonly string[]): Promise<void> => {
    for (const [i, file] of files.entries()) if (file?.write(texts[i] ?? '') === false) await once(file, 'drain')
  }
  const head = ['ma', 'ngay', ...Array.from({ length: 6 }, (_, i) => `so_${i + 1}`), ...Array.from({ length: 6 }, (_, i) => `do_${i + 1}`)]
  const texts = Array.from({ length: 7 }, (_, i) => `chu_${i + 1}`)
  await say(Array(2).fill(`${[...head, ...texts].join(',')}\n`))
  let changed = 0
  let lines: [string, string] = ['', '']
  for (let i = 0; i < ROWS; i += 1) {
    const day = `${1990 + (i % 35)}-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`
    const whole = Array.from({ length: 6 }, () => Math.floor(random() * 1e6))
    const parts = Array.from({ length: 6 }, () => (random() * 1000).toFixed(3))
    const words = Array.from({ length: 7 }, () => TEXT.slice(0, 22 + Math.floor(random() * 34)).replace(',', ';'))
    const row = (n: number): string => `${i + 1},${day},${[n, ...whole.slice(1), ...parts].join(',')},${words.join(',')}\n`
    const other = random() < 0.01
    if (other) changed += 1
    lines = [lines[0] + row(whole[0] ?? 0), lines[1] + row((whole[0] ?? 0) + (other ? 1 : 0))]
    if (i % 2000 === 1999) {
      await say(lines)
      lines = ['', '']
    }
  }
  await say(lines)
  await Promise.all(files.map((file) => new Promise((done) => file.end(done))))
  return changed
}

async function measure(
  name: 'postgres' | 'pglite',
  data: string,
  env: Readonly<Record<string, string>>,
  files: readonly [string, string],
  changed: number,
  figures: Record<string, Figure>,
): Promise<void> {
  const node = await serveNode(data, ['--empty', '--no-first-data'], env)
  const asked = ASKED[name]
  try {
    const first = await imported(node, files[0], { title: 'Phép đo', key: ['ma'], access: 'open' })
    figures[`${name}_import_s`] = atMost(first.seconds, asked.import_s)
    figures[`${name}_pages_p95_ms`] = atMost(quantile(first.pages, 0.95), asked.page_ms)
    const again = await imported(node, files[1], {}, first.dataset)
    figures[`${name}_again_s`] = asked.again_s === null ? seen(again.seconds) : atMost(again.seconds, asked.again_s)
    const { current } = await json<{ current: { changed: number; added: number; removed: number } }>(
      `${node.url}/api/v1/datasets/${first.dataset}`,
    )
    if (current.changed !== changed || current.added + current.removed !== 0)
      throw new Error(`${changed} rows differ, ${JSON.stringify(current)} was told`)
    figures[`${name}_changed`] = seen(current.changed)
    figures[`${name}_memory_mb`] = atMost(peakOf(node.pid), MOST_MB)
  } finally {
    await node.stop()
  }
}

type View = { readonly state: string; readonly dataset: string; readonly failure: unknown }

async function imported(
  node: Served,
  file: string,
  given: object,
  dataset?: string,
): Promise<{ seconds: number; dataset: string; pages: readonly number[] }> {
  const put = { method: 'PUT', body: createReadStream(file), duplex: 'half' } as unknown
  const { sha256 } = await json<{ sha256: string }>(`${node.url}/api/v1/dataset-files?name=phep-do.csv`, put as RequestInit)
  const started = performance.now()
  const post = (path: string, body: object) =>
    json<{ id: string }>(`${node.url}/api/v1${path}`, { method: 'POST', body: JSON.stringify(body) })
  const { id } = await post('/dataset-imports', { file: sha256, name: 'phep-do.csv', ...(dataset === undefined ? {} : { dataset }) })
  const pages: number[] = []
  const until = async (state: string): Promise<View> => {
    for (;;) {
      const now = await json<View>(`${node.url}/api/v1/dataset-imports/${id}`)
      if (now.state === state) return now
      if (['failed', 'choosing', 'cancelled'].includes(now.state)) throw new Error(JSON.stringify(now).slice(0, 2000))
      const asked = performance.now()
      await (await fetch(`${node.url}/dia-gioi`)).text()
      pages.push(performance.now() - asked)
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  await until('asking')
  const read = (performance.now() - started) / 1000
  await post(`/dataset-imports/${id}/commit`, given)
  const done = await until('done')
  const rows = await json<{ items: readonly unknown[] }>(`${node.url}/api/v1/datasets/${done.dataset}/rows?sort=-ngay&limit=10`)
  if (rows.items.length !== 10) throw new Error('the rows are not there')
  const seconds = (performance.now() - started) / 1000
  console.log(`${file}: ${read.toFixed(1)} s to look at, ${seconds.toFixed(1)} s in all`)
  return { seconds, dataset: done.dataset, pages }
}

async function json<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, init)
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

/** The most memory the process had at once. @returns NaN where the system does not say */
function peakOf(pid: number | undefined): number {
  const status = pid === undefined ? '' : readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024
}
