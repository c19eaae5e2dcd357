import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareImage } from '../src/main/image.ts'
import { atMost, median, report, seen } from './report.ts'
import { serveNode } from './server.ts'

/**
 * From `npm start` (after prestart) to the first page: of a new data directory, and of one used before. Median of 5.
 * The preparing of the image is timed apart; it is done once a version.
 */
const RUNS = 5

export async function bench(): Promise<void> {
  const preparing = performance.now()
  await prepareImage((line) => console.log(line))
  const prepared = (performance.now() - preparing) / 1000
  const fresh: number[] = []
  const old: number[] = []
  for (let i = 0; i < RUNS; i += 1) {
    const data = mkdtempSync(join(tmpdir(), 'lienvung-start-'))
    try {
      fresh.push(await firstPage(data))
      old.push(await firstPage(data))
    } finally {
      rmSync(data, { recursive: true, force: true })
    }
  }
  report('start', {
    image_s: prepared > 1 ? atMost(prepared, 60) : seen(prepared),
    new_directory_s: atMost(median(fresh), 5),
    old_directory_s: atMost(median(old), 3),
  })
}

async function firstPage(data: string): Promise<number> {
  const started = performance.now()
  const served = await serveNode(data)
  const page = await fetch(`${served.url}/lam-viec/tiep-nhan`)
  const text = await page.text()
  const seconds = (performance.now() - started) / 1000
  await served.stop()
  if (!page.ok || !text.includes('</html>')) throw new Error(`the first page answered ${page.status}`)
  return seconds
}
