import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askServer, listenForControl } from '../../src/main/control.ts'

/** Servers that share a directory, as real processes where one of them is killed. */
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienvung-control-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sockets = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.sock'))
const listener = async (name: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['test/support/listen.ts', folder, name], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (child.stdout === null) throw new Error('the output is piped')
  await once(child.stdout, 'data')
  return child
}
const end = async (child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

test('[STO-13] of two servers over one directory each answers, and when one is killed the other is found', async () => {
  const [first, second] = [await listener('một'), await listener('hai')]
  const both = sockets().length
  await end(first, 'SIGKILL')
  const answer = await askServer(folder, 'ai?')
  await end(second, 'SIGKILL')
  expect([both, answer, await askServer(folder, 'ai?')]).toEqual([2, { answer: 'hai: ai?' }, null])
})

test('[STO-13] what killed servers left is cleared away by the next, and never the socket of one that lives', async () => {
  const [killed, living] = [await listener('một'), await listener('hai')]
  await end(killed, 'SIGKILL')
  for (const name of sockets()) utimesSync(join(folder, name), 0, 0)
  const server = await listenForControl(folder, async () => 'ba')
  const left = sockets().length
  server.close()
  await end(living, 'SIGKILL')
  expect(left).toBe(2)
})

test('[STO-13] a command line that is ended at any moment costs its own question and nothing else', async () => {
  const living = await listener('sống')
  const [path = ''] = sockets()
  for (const wait of [0, 20, 200]) {
    const rude = createConnection(join(folder, path))
    rude.on('error', () => {})
    await once(rude, 'connect')
    rude.write(`${JSON.stringify('x'.repeat(1_000_000))}\n`)
    await new Promise((done) => setTimeout(done, wait))
    // what was answered and not read makes the system reset the connection
    rude.destroy()
  }
  await new Promise((done) => setTimeout(done, 200))
  expect([living.exitCode, await askServer(folder, 'ai?')]).toEqual([null, { answer: 'sống: ai?' }])
  await end(living, 'SIGKILL')
})

test('[STO-12] what a server says on the way is heard before the answer; a failure is thrown in its words', async () => {
  const server = await listenForControl(folder, async (asked, tell) => {
    if (asked === 'sai') throw new Error('không làm được')
    tell('1/2')
    tell('2/2')
    return 'xong'
  })
  const heard: string[] = []
  expect([await askServer(folder, 'làm', (line) => heard.push(line)), heard]).toEqual([{ answer: 'xong' }, ['1/2', '2/2']])
  await expect(askServer(folder, 'sai')).rejects.toThrow('không làm được')
  server.close()
})

test('[STO-13] a directory whose path is too long for a socket has them elsewhere', async () => {
  const long = join(folder, 'x'.repeat(120))
  const server = await listenForControl(long, async () => 'đây')
  expect([await askServer(long, ''), sockets()]).toEqual([{ answer: 'đây' }, []])
  server.close()
})
