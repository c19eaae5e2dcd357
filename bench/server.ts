import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** A server of ours in a process of its own, on a free port of the loopback, as a person starts it. */
export type Served = {
  readonly url: string
  readonly readyMs: number
  readonly pid: number | undefined
  readonly stop: () => Promise<void>
}

const WAIT_MS = 60_000

export async function serveNode(data: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main/server.ts', '--data', data, '--port', String(port), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { MALLOC_ARENA_MAX: '2', ...process.env, NODE_ENV: 'production', ...env }, // as scripts/run.mjs starts it
  })
  const url = `http://127.0.0.1:${port}`
  try {
    await answers(`${url}/health/ready`, child)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return {
    url,
    readyMs: performance.now() - started,
    pid: child.pid,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + WAIT_MS
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`${url} did not answer in ${WAIT_MS / 1000} s`)
}

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? done(address.port) : failed(new Error('no port'))))
    })
  })
