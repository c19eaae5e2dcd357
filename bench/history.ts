import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok } from '../src/base/result.ts'
import { contextAt } from '../src/doors/context.ts'
import { OPERATOR } from '../src/kernel/access/who.ts'
import { openNode } from '../src/main/open.ts'
import type { Engine } from '../src/store/engine/engine.ts'
import { storeOver } from '../src/store/open-store.ts'
import { atLeast, type Figure, report, seen } from './report.ts'

/**
 * Changes recorded a second, sixteen writers at once, each change a transaction of its own with one entry in the chain.
 * On PGlite always; on PostgreSQL with DATABASE_URL and DATABASE_OWNER_URL. Ends by walking the chain.
 */
const WRITERS = 16
const SECONDS = 10

export async function bench(): Promise<void> {
  const figures: Record<string, Figure> = {}
  const data = mkdtempSync(join(tmpdir(), 'lienvung-history-'))
  try {
    const own = await openNode({ data, databaseUrl: null, databaseOwnerUrl: null, locality: 'Đà Nẵng' }, console.log)
    figures['pglite_tx_per_s'] = seen(await throughput(own.engine))
    await own.close()
    const url = process.env['DATABASE_URL']
    if (url === undefined) console.log('Không có DATABASE_URL: chưa đo trên PostgreSQL. / No DATABASE_URL: PostgreSQL was not measured.')
    else {
      const node = await openNode(
        { data, databaseUrl: url, databaseOwnerUrl: process.env['DATABASE_OWNER_URL'] ?? null, locality: 'Đà Nẵng' },
        console.log,
      )
      figures['postgres_tx_per_s'] = atLeast(await throughput(node.engine), 500)
      await node.close()
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
  report('history', figures)
}

async function throughput(engine: Engine): Promise<number> {
  const store = storeOver(engine, 'Đà Nẵng')
  const context = contextAt(new Date(), 'vi', OPERATOR)
  const until = performance.now() + SECONDS * 1000
  let done = 0
  const writer = async (n: number): Promise<void> => {
    while (performance.now() < until) {
      await store.transaction(context, 'command', async (ports) => {
        ports.history.record({ entity: 'bench', id: String(n), verb: 'measured', change: { done: [done, done + 1] } })
        return ok(null)
      })
      done += 1
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: WRITERS }, (_, n) => writer(n)))
  const seconds = (performance.now() - started) / 1000
  const walked = await store.transaction(context, 'query', async (ports) => ok(await ports.history.verify()))
  if (!walked.ok || !walked.value.ok) throw new Error('the chain does not verify')
  return done / seconds
}
