import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { type Read, unreadableCodes } from './read.ts'

/**
 * Reads a file in a process of its own, so that what a stranger sends can neither hold up the server nor look around in it:
 * no environment, nothing to read but the program's own files, nothing to write or start, a gigabyte, twenty seconds. [DOC-9]
 *
 * A process and not a thread: the memory of a thread's buffers has no limit, and its end is not certain.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
const LONGEST_MS = 20_000
const MOST_HEAP_MB = 512
const MOST_RESIDENT = 1_000 * 1024 * 1024
const LOOK_MS = 100
const MOST_ANSWER = 64 * 1024 * 1024
/** At once: each may take a core. */
const AT_ONCE = 2

let under = 0
const waiting: (() => void)[] = []

export async function readApart(bytes: Uint8Array, name: string): Promise<Result<Read, Refusal>> {
  if (under >= AT_ONCE) await new Promise<void>((next) => waiting.push(next))
  else under += 1
  try {
    return await once(bytes, name)
  } finally {
    const next = waiting.shift()
    if (next === undefined) under -= 1
    else next()
  }
}

function once(bytes: Uint8Array, name: string): Promise<Result<Read, Refusal>> {
  const child = spawn(
    process.execPath,
    ['--permission', `--allow-fs-read=${ROOT}`, `--max-old-space-size=${MOST_HEAP_MB}`, '--disable-warning=ExperimentalWarning', CHILD],
    { env: { NO_COLOR: '1' }, stdio: ['pipe', 'pipe', 'pipe'], cwd: ROOT },
  )
  return new Promise((done, failed) => {
    const said: Buffer[] = []
    const errors: Buffer[] = []
    let length = 0
    let tooMuch = false
    const stop = (): void => {
      tooMuch = true
      child.kill('SIGKILL')
    }
    const late = setTimeout(stop, LONGEST_MS)
    const look = setInterval(() => {
      residentOf(child.pid).then(
        (held) => (held > MOST_RESIDENT ? stop() : undefined),
        () => undefined,
      )
    }, LOOK_MS)
    const end = (): void => {
      clearTimeout(late)
      clearInterval(look)
    }
    child.on('error', (error) => {
      end()
      failed(error)
    })
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > MOST_ANSWER) stop()
      else said.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    // it may end before it has read all: the answer tells why
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
    child.on('close', (code, signal) => {
      end()
      const outOfMemory = signal === 'SIGABRT' || code === 134
      if (tooMuch || outOfMemory) done(refuse({ code: 'file-too-heavy', data: { name, seconds: LONGEST_MS / 1000 } }))
      else if (code === 0) done(answerOf(Buffer.concat(said).toString('utf8'), name))
      else failed(new Error(`reading apart ended with ${code ?? signal}: ${Buffer.concat(errors).toString('utf8').slice(0, 2000)}`))
    })
  })
}

/** What is really held, where the system tells it; elsewhere heap and time are the limits. */
async function residentOf(pid: number | undefined): Promise<number> {
  if (process.platform !== 'linux' || pid === undefined) return 0
  const [, pages = '0'] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')
  return Number(pages) * 4096
}

function answerOf(line: string, name: string): Result<Read, Refusal> {
  const answer = JSON.parse(line) as
    | { readonly read: Read }
    | { readonly refused: { readonly code: string; readonly data: Refusal['data'] } }
  if ('read' in answer) return ok(answer.read)
  const code = unreadableCodes.find((one) => one === answer.refused.code) ?? 'file-broken'
  return refuse({ code, data: { ...answer.refused.data, name } })
}
