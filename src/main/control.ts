import { chmodSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { createInterface, type Interface } from 'node:readline'
import { isOld, newSocket, socketsOf } from './control-sockets.ts'

/**
 * How the command line reaches a server that holds the data directory: a local socket, one JSON line asked, one answered;
 * before the answer there may be lines that say how far it is. Readable by its owner alone.
 *
 * Servers over one PostgreSQL share a directory, so each has a socket of its own and takes nobody's; any of them answers.
 */
export type Handler = (asked: unknown, tell: (progress: string) => void) => Promise<unknown>

/** What the server that was asked says it could not do, in its own words: to be read, without a stack. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault'
}

/** Listens; sockets left behind by processes that were killed are cleared away. */
export async function listenForControl(data: string, handle: Handler): Promise<Server> {
  await clearAway(data)
  const path = newSocket(data)
  const server = createServer((socket) => serveOne(socket, handle))
  await new Promise<void>((done, failed) => server.once('error', failed).listen(path, done))
  if (process.platform !== 'win32') {
    chmodSync(path, 0o600)
    process.once('exit', () => rmSync(path, { force: true }))
  }
  server.unref()
  return server
}

async function clearAway(data: string): Promise<void> {
  for (const path of socketsOf(data).filter(isOld)) {
    const socket = await connected(path)
    if (socket === null) rmSync(path, { force: true })
    else socket.destroy()
  }
}

function serveOne(socket: Socket, handle: Handler): void {
  const say = (line: object): boolean => socket.write(`${JSON.stringify(line)}\n`)
  linesOf(socket).once('line', (line) => {
    answerTo(line, handle, (progress) => say({ progress }))
      .then(
        (answer) => say({ answer }),
        (error: unknown) => say({ failed: error instanceof Error ? error.message : String(error) }),
      )
      .finally(() => socket.end())
  })
}

/** A command line may be ended at any moment: the reader of its lines hears the broken connection as well as the socket does. */
function linesOf(socket: Socket): Interface {
  socket.on('error', () => socket.destroy())
  return createInterface({ input: socket }).on('error', () => socket.destroy())
}

const answerTo = async (line: string, handle: Handler, tell: (progress: string) => void): Promise<unknown> => handle(JSON.parse(line), tell)

/** Null when nobody listens there. */
const connected = (path: string): Promise<Socket | null> =>
  new Promise((done) => {
    const connection = createConnection(path, () => done(connection)).once('error', () => done(null))
  })

/**
 * Asks a server of this data directory, whichever answers; null when none is running.
 *
 * @param tell hears how far it is
 * @throws ServerFault what the server could not do
 */
export async function askServer(
  data: string,
  asked: unknown,
  tell: (progress: string) => void = () => {},
): Promise<{ readonly answer: unknown } | null> {
  for (const path of socketsOf(data)) {
    const socket = await connected(path)
    if (socket !== null) return { answer: await answered(socket, asked, tell) }
  }
  return null
}

async function answered(socket: Socket, asked: unknown, tell: (progress: string) => void): Promise<unknown> {
  socket.write(`${JSON.stringify(asked)}\n`)
  try {
    // a server that dies shows as lines that end
    for await (const line of linesOf(socket)) {
      const said: unknown = JSON.parse(line)
      if (typeof said !== 'object' || said === null) break
      if ('progress' in said) tell(String(said.progress))
      else if ('answer' in said) return said.answer
      else if ('failed' in said) throw new ServerFault(String(said.failed))
    }
  } finally {
    socket.destroy()
  }
  throw new ServerFault('Máy chủ dừng trước khi trả lời. / The server ended before it answered.')
}
