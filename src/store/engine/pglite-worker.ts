import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { parsers } from './parsers.ts'
import type { Asked } from './pglite-client.ts'
import { postgisPart } from './postgis-part.ts'

/**
 * PGlite in a thread of its own: an index build of a second on the main thread would freeze every page.
 * One connection, one message at a time, answered in order. Errors travel as their fields, because an Error loses them.
 */
const port: MessagePort | null = parentPort
if (port === null) throw new Error('pglite-worker.ts runs as a worker')

const db = await PGlite.create({ dataDir: workerData.directory, extensions: { postgis: postgisPart, btree_gist, pg_trgm } })
// after opening, because PGlite gives arrays parsers of its own while it opens
Object.assign(db.parsers, parsers)

async function answer(asked: Asked): Promise<unknown> {
  switch (asked.kind) {
    case 'query': {
      const { rows, affectedRows, blob } = await db.query(
        asked.sql,
        [...asked.parameters],
        asked.blob === undefined ? {} : { blob: new Blob([asked.blob]) },
      )
      return { rows, affected: affectedRows ?? 0, blob: blob === undefined ? null : new Uint8Array(await blob.arrayBuffer()) }
    }
    case 'script':
      await db.exec(asked.sql)
      return null
    case 'close':
      await db.close()
      return null
  }
}

port.on('message', ({ id, asked }: { id: number; asked: Asked }) => {
  answer(asked).then(
    (value) => port.postMessage({ id, value }),
    (error: unknown) =>
      port.postMessage({
        id,
        error: error instanceof Error ? { ...error, message: error.message, stack: error.stack } : { message: String(error) },
      }),
  )
})
port.postMessage({ id: 0, value: null })
