import { createHash } from 'node:crypto'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

/**
 * How the command line reaches a server that holds the data directory: a local socket, one JSON line asked, one answered.
 *
 * In the data directory, readable by its owner alone; where the path is too long for a socket (about 100 bytes) in the
 * temporary directory under a name made from it; on Windows a named pipe.
 */
export type Handler = (asked: unknown) => Promise<unknown>

function controlPath(data: string): string {
  const directory = resolve(data)
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\lienvung-${name}`
  const path = join(directory, 'control.sock')
  return Buffer.byteLength(path) <= 100 ? path : join(tmpdir(), `lienvung-${name}.sock`)
}

/** Listens; whoever holds the lock on the directory may replace a socket left behind by a process that was killed. */
export async function listenForControl(data: string, handle: Handler): Promise<Server> {
  const path = controlPath(data)
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer((socket) => serveOne(socket, handle))
  await new Promise<void>((done, failed) => server.once('error', failed).listen(path, done))
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  server.unref()
  return server
}

function serveOne(socket: Socket, handle: Handler): void {
  socket.on('error', () => socket.destroy())
  createInterface({ input: socket }).once('line', (line) => {
    answerTo(line, handle).then(
      (answer) => socket.end(`${JSON.stringify({ answer })}\n`),
      (error: unknown) => socket.end(`${JSON.stringify({ failed: error instanceof Error ? error.message : String(error) })}\n`),
    )
  })
}

const answerTo = async (line: string, handle: Handler): Promise<unknown> => handle(JSON.parse(line))

/** Asks the server of this data directory; null when none is running. @throws what the server could not do */
export async function askServer(data: string, asked: unknown): Promise<{ readonly answer: unknown } | null> {
  const path = controlPath(data)
  if (process.platform !== 'win32' && !existsSync(path)) return null
  const socket = await new Promise<Socket | null>((done) => {
    const connection = createConnection(path, () => done(connection)).once('error', () => done(null))
  })
  if (socket === null) return null
  socket.write(`${JSON.stringify(asked)}\n`)
  let line = ''
  for await (const chunk of socket) line += String(chunk)
  if (line === '') throw new Error('Máy chủ dừng trước khi trả lời. / The server ended before it answered.')
  const said: unknown = JSON.parse(line)
  if (typeof said === 'object' && said !== null && 'answer' in said) return { answer: said.answer }
  throw new Error(typeof said === 'object' && said !== null && 'failed' in said ? String(said.failed) : 'the server gave no answer')
}
