import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import type { Who } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { filesIn } from '../../src/main/files.ts'
import { waking } from '../../src/main/open.ts'
import { caller } from '../../src/operations/call.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { importGet } from '../../src/operations/dataset/import/get-import.ts'
import { importStart } from '../../src/operations/dataset/import/start-import.ts'
import type { ImportView } from '../../src/operations/dataset/import/views.ts'
import { datasetRows } from '../../src/operations/dataset/rows/list-rows.ts'
import type { DatasetView } from '../../src/operations/dataset/views.ts'
import type { Context } from '../../src/operations/operation.ts'
import { placeResolve } from '../../src/operations/place/resolve-place.ts'
import { importerOver } from '../../src/store/dataset/import/importer.ts'
import type { Engine } from '../../src/store/engine/engine.ts'
import { placeOf } from '../../src/store/file/file-keep.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { type EngineUnderTest, engines, type Opened } from './engines.ts'
import { got } from './entrance.ts'
import { tester } from './who.ts'

/** A node that imports: the engine, its files in a folder of its own, and what a person does with both. */
export function datasetNode(engine: Engine) {
  const data = mkdtempSync(join(tmpdir(), 'lienvung-data-'))
  const store = storeOver(engine, 'Đà Nẵng')
  const faults: unknown[] = []
  const importer = importerOver({
    engine,
    store,
    home: 'Đà Nẵng',
    data,
    now: () => new Date('2026-03-10T02:00:00Z'),
    report: (error) => faults.push(error),
  })
  const call = waking(caller(store), importer)
  const files = filesIn(data, call)
  const at = (who: Who = tester): Context => ({ who, today: day('2026-03-10'), now: '2026-03-10T02:00:00.000Z', language: 'vi' })
  const show = async (id: string, who?: Who): Promise<ImportView> => got(await call(importGet, at(who), { id }))
  const read = async (
    name: string,
    text: string | Uint8Array | AsyncIterable<Uint8Array>,
    given: object = {},
    who?: Who,
  ): Promise<ImportView> => {
    const bytes = typeof text === 'string' ? [new TextEncoder().encode(text)] : text instanceof Uint8Array ? [text] : text
    const kept = got(await files.keepData(at(who), name, toAsync(bytes)))
    const { id } = got(await call(importStart, at(who), { file: kept.sha256, name, ...given }))
    await importer.idle()
    return show(id, who)
  }
  const commit = async (id: string, given: object = {}, who?: Who): Promise<ImportView> => {
    got(await call(importCommit, at(who), { id, ...given }))
    await importer.idle()
    return show(id, who)
  }
  return {
    data,
    engine,
    store,
    call,
    files,
    importer,
    faults,
    at,
    show,
    read,
    commit,
    /** Reads and takes a file in one go; fails where anything is asked. */
    async take(name: string, text: string | Uint8Array, given: object = {}, who?: Who): Promise<DatasetView> {
      const { dataset, ...choices } = given as { dataset?: string }
      const first = await read(name, text, dataset === undefined ? {} : { dataset }, who)
      const sure = dataset === undefined ? { title: name, sameTitle: 'new' } : { sameFile: 'take' }
      const done = await commit(first.id, { ...sure, ...choices }, who)
      if (done.state !== 'done') throw new Error(JSON.stringify({ state: done.state, failure: done.failure, bad: done.bad, faults }))
      return got(await call(datasetGet, at(who), { id: done.dataset }))
    },
    async rows(id: string, given: object = {}, who?: Who): Promise<readonly Readonly<Record<string, unknown>>[]> {
      const page = got(await call(datasetRows, at(who), { id, limit: 5000, ...given }))
      return page.items.map(({ values }) => values)
    },
    /** The text of a file that is kept. */
    kept: (sha256: string | null): string => readFileSync(placeOf(data, sha256 ?? ''), 'utf8'),
    isKept: (sha256: string): boolean => existsSync(placeOf(data, sha256)),
    /** How many tables of rows there are. */
    async tables(): Promise<number> {
      const rows = await engine.asOwner((owner) =>
        owner.query("select relname from pg_class where relkind = 'r' and relname ~ '^d[0-9]+$'"),
      )
      return rows.length
    },
    async close() {
      await importer.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

export type DatasetNode = ReturnType<typeof datasetNode>

/** Tests about data on each engine: a node of its own is there before the first of them runs, and gone after the last. */
export function onNodes(tests: (node: DatasetNode) => void, on: readonly EngineUnderTest[] = engines): void {
  describe.each(on)('$name', ({ open }) => {
    const node = {} as DatasetNode
    let opened: Opened
    beforeAll(async () => {
      opened = await open()
      Object.assign(node, datasetNode(opened.engine))
      // reads the registers into memory, which the first test would wait for
      got(await node.call(placeResolve, node.at(), { point: '105.8,21.0' }))
    })
    afterAll(async () => {
      await node.close()
      await opened.close()
    })
    tests(node)
  })
}

/** What is the same whatever stands below is tested on one engine. */
export const onePGlite = engines.filter(({ name }) => name === 'pglite')

/** The pages of a node, made with the first of them that is asked, for whoever is named then. */
export function siteOf(node: DatasetNode, whoOf: () => Who): Pick<ReturnType<typeof pages>, 'request'> {
  let site: ReturnType<typeof pages> | null = null
  return {
    async request(...asked) {
      site ??= pages({
        call: node.call,
        files: node.files,
        settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
        whoOf: async () => whoOf(),
        now: () => new Date('2026-03-10T02:00:00Z'),
        report: (error) => {
          throw error
        },
      })
      const [path, init] = asked
      const body = init?.method === 'POST' ? init.body : null
      if (typeof path !== 'string' || !(body instanceof URLSearchParams)) return site.request(...asked)
      return site.request(path, { ...init, body: withHidden(body, await (await site.request(path)).text()) })
    },
  }
}

/** A browser sends with a form what the page says in it of what it was shown for. */
function withHidden(typed: URLSearchParams, html: string): URLSearchParams {
  const body = new URLSearchParams(typed)
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="(ban-doc|phien-ban)" value="([^"]*)"/g))
    if (!body.has(name)) body.set(name, value)
  return body
}

async function* toAsync(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* bytes
}
