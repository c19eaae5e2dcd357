import { Worker } from 'node:worker_threads'

/** The main thread's end of the worker that holds PGlite. Messages are answered in the order they were sent. */
export type Asked =
  | { readonly kind: 'query'; readonly sql: string; readonly parameters: readonly unknown[]; readonly blob?: Uint8Array }
  | { readonly kind: 'script'; readonly sql: string }
  | { readonly kind: 'close' }

export type Rows = { readonly rows: readonly Record<string, unknown>[]; readonly affected: number; readonly blob: Uint8Array | null }

export interface PGliteClient {
  /** @param blob what `copy … from '/dev/blob'` reads; `copy … to '/dev/blob'` gives its own back */
  query(sql: string, parameters?: readonly unknown[], blob?: Uint8Array): Promise<Rows>
  /** Several statements without parameters. */
  script(sql: string): Promise<void>
  close(): Promise<void>
}

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }

/** @param onDeath called when the worker, once open, ends without having been closed: nothing more can be read or written */
export async function openPGlite(directory: string, onDeath: (error: Error) => void): Promise<PGliteClient> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: { directory }, execArgv: [] })
  const waiting = new Map<number, Waiting>()
  let next = 1
  let ready = false
  let closed = false
  const opened = new Promise<void>((resolve, reject) => waiting.set(0, { resolve, reject }))

  worker.on('message', ({ id, value, error }: { id: number; value: never; error?: { message: string } }) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) one?.resolve(value)
    else one?.reject(Object.assign(new Error(error.message), error))
  })
  const died = (error: Error): void => {
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
    if (ready && !closed) onDeath(error)
  }
  worker.on('error', died)
  worker.on('exit', (code) => {
    if (!closed) died(new Error(`the database worker ended with ${code}`))
  })

  const ask = <T>(asked: Asked): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (closed) return reject(new Error('the database is closed'))
      const id = next++
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, asked })
    })

  await opened
  ready = true
  return {
    query: (sql, parameters = [], blob) => ask<Rows>({ kind: 'query', sql, parameters, ...(blob === undefined ? {} : { blob }) }),
    script: (sql) => ask<void>({ kind: 'script', sql }),
    async close() {
      await ask<void>({ kind: 'close' })
      closed = true
      await worker.terminate()
    },
  }
}
