import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, statSync, utimesSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { app } from '../../src/doors/app.ts'
import { LOOPBACK } from '../../src/doors/guard.ts'
import { pages } from '../../src/doors/pages/pages.tsx'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { filesIn } from '../../src/main/files.ts'
import { importStart } from '../../src/operations/dataset/import/start-import.ts'
import { registry } from '../../src/operations/registry.ts'
import { appendComing, beginComing } from '../../src/store/file/upload-keep.ts'
import { onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

/** Files in parts, over real connections that break. */
const UPLOADS = '/api/v1/dataset-uploads'
const PART = { 'content-type': 'application/offset+octet-stream' }
const other: Who = { ...tester, id: '00000000-0000-4000-8000-0000000000bb' }
const people: Readonly<Record<string, Who>> = { tester, other, nobody: NOBODY }
const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Some megabytes of rows. */
const FILE = Buffer.from(`ma,ten,so\n${Array.from({ length: 60_000 }, (_, i) => `${i},Trạm đo số ${i},${i / 8}`).join('\n')}\n`)

onNodes((node) => {
  let server: ServerType
  let port = 0
  const logged: object[] = []
  beforeAll(async () => {
    const common = {
      call: node.call,
      files: node.files,
      whoOf: async (request: Request) => people[request.headers.get('x-who') ?? 'tester'] ?? NOBODY,
      now: () => new Date('2026-03-10T02:00:00Z'),
    }
    const handler = app({
      ...common,
      operations: registry,
      version: '0',
      allowedHosts: LOOPBACK,
      ready: async () => true,
      requestId: randomUUID,
      log: (entry) => logged.push(entry),
      pages: pages({ ...common, settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' }, report: () => {} }),
    })
    await new Promise<void>((listening) => {
      server = serve({ fetch: handler.fetch, hostname: '127.0.0.1', port: 0 }, (at: AddressInfo) => {
        port = at.port
        listening()
      })
    })
  })
  afterAll(async () => {
    await new Promise((closed) => server.close(closed))
    await node.importer.idle()
  })

  const ask = (path: string, given: RequestInit & { readonly who?: string } = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...given, headers: { 'x-who': given.who ?? 'tester', ...given.headers } })
  const begin = async (name: string, size: number, who?: string): Promise<string> => {
    const answer = await ask(`${UPLOADS}?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'upload-length': String(size) },
      ...(who === undefined ? {} : { who }),
    })
    expect([answer.status, answer.headers.get('upload-offset')]).toEqual([201, '0'])
    return answer.headers.get('location') ?? ''
  }
  const send = (place: string, offset: number, body: Uint8Array, given: object = {}): Promise<Response> =>
    ask(place, { method: 'PATCH', headers: { ...PART, 'upload-offset': String(offset) }, body: new Uint8Array(body), ...given })
  const offsetOf = async (place: string): Promise<number> =>
    Number((await ask(place, { method: 'HEAD' })).headers.get('upload-offset') ?? Number.NaN)
  const until = async (place: string, offset: number): Promise<void> => {
    for (let tried = 0; tried < 400 && (await offsetOf(place)) !== offset; tried += 1) await new Promise((done) => setTimeout(done, 10))
    expect(await offsetOf(place)).toBe(offset)
  }
  /** A connection that has sent the head of a request and so many bytes of its body, and waits. */
  const sendThenWait = (place: string, body: Uint8Array): Promise<Socket> =>
    new Promise((sent, failed) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', failed)
      socket.write(
        `PATCH ${place} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: ${PART['content-type']}\r\nUpload-Offset: 0\r\nContent-Length: ${FILE.length}\r\n\r\n`,
      )
      socket.write(body, () => sent(socket))
    })
  const coming = (): readonly string[] => readdirSync(join(node.data, 'files', 'coming'))

  test('[DAT-42] a connection lost at 90 % goes on from the offset that is kept, and the file is the same to its last byte', async () => {
    const place = await begin('trạm đo.csv', FILE.length)
    const cut = Math.floor(FILE.length * 0.9)
    const socket = await sendThenWait(place, FILE.subarray(0, cut))
    await until(place, cut)
    socket.destroy()
    const done = await send(place, await offsetOf(place), FILE.subarray(cut))
    expect([done.status, done.headers.get('upload-sha256')]).toEqual([204, sumOf(FILE)])
    expect(logged.filter((entry) => 'error' in entry)).toEqual([])
    const { id } = got(await node.call(importStart, node.at(), { file: sumOf(FILE), name: 'trạm đo.csv' }))
    await node.importer.idle()
    const { state, reading } = await node.show(id)
    expect([state, reading?.rows, node.kept(sumOf(FILE)) === FILE.toString()]).toEqual(['asking', 60_000, true])
  }, 60_000)

  test('[DAT-42] a request that hangs on a dead line is ended by the next one', async () => {
    const place = await begin('treo.csv', FILE.length)
    const socket = await sendThenWait(place, FILE.subarray(0, 1000))
    await until(place, 1000)
    expect((await send(place, 1000, FILE.subarray(1000))).headers.get('upload-sha256')).toBe(sumOf(FILE))
    socket.destroy()
  })

  test('[DAT-42] an offset that is not the server’s is refused with the one that is', async () => {
    const place = await begin('lệch.csv', 10)
    await send(place, 0, FILE.subarray(0, 4))
    const wrong = await send(place, 6, FILE.subarray(6, 10))
    expect([wrong.status, wrong.headers.get('upload-offset'), ((await wrong.json()) as { code: string }).code]).toEqual([
      409,
      '4',
      'upload-offset',
    ])
    // 2026-11-27: it was written until no more fitted, and refused then
    const much = Buffer.alloc(400_000, 'a')
    const wide = await begin('vừa.csv', 300_000)
    expect([(await send(wide, 0, much)).status, await offsetOf(wide)]).toEqual([413, 0])
    expect((await ask(wide, { method: 'DELETE' })).status).toBe(204)
    expect((await send(place, 4, FILE.subarray(4, 30))).status).toBe(413)
    expect(await offsetOf(place)).toBe(4)
    expect((await ask(place, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(place)).status).toBe(404)
  })

  test('[DAT-8] the file of a version is given back from where somebody has it, and not again to who has it', async () => {
    const text = 'a,b\n1,2\n'
    const one = await node.take('nguyên.csv', text, { title: 'Tệp nguyên' })
    const path = `/api/v1/datasets/${one.id}/versions/1/file`
    const whole = await ask(path)
    const etag = whole.headers.get('etag') ?? ''
    expect([await whole.text(), whole.headers.get('accept-ranges')]).toEqual([text, 'bytes'])
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answer = await ask(path, { headers: { range, ...more } })
      return [answer.status, answer.headers.get('content-range'), await answer.text()]
    }
    expect(await part('bytes=4-')).toEqual([206, 'bytes 4-7/8', '1,2\n'])
    expect(await part('bytes=0-1')).toEqual([206, 'bytes 0-1/8', 'a,'])
    expect(await part('bytes=-2', { 'if-range': etag })).toEqual([206, 'bytes 6-7/8', '2\n'])
    expect(await part('bytes=4-', { 'if-range': '"khác"' })).toEqual([200, null, text])
    expect(await part('bytes=1-2,4-5')).toEqual([200, null, text])
    expect(await part('bytes=8-')).toEqual([416, 'bytes */8', ''])
    expect((await ask(path, { headers: { 'if-none-match': `"x", ${etag}` } })).status).toBe(304)
  })

  test('[DAT-42] what another sends is not there for anybody else, and a stranger begins nothing', async () => {
    const place = await begin('riêng.csv', 10, 'other')
    const asked = await Promise.all([
      ask(place),
      send(place, 0, FILE.subarray(0, 10)),
      ask(place, { method: 'DELETE' }),
      ask(`${UPLOADS}/khong-co`),
      ask(`${UPLOADS}/..%2f..%2fheads`),
      ask(place, { who: 'nobody' }),
      ask(`${UPLOADS}?name=a.csv`, { method: 'POST', headers: { 'upload-length': '3' }, who: 'nobody' }),
    ])
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 401, 401])
    expect((await ask(place, { method: 'DELETE', who: 'other' })).status).toBe(204)
  })

  test('[DAT-42] as any client of tus sends: its name in the metadata, its version, what it may do', async () => {
    const options = await ask(UPLOADS, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('tus-version'), options.headers.get('tus-extension')]).toEqual([
      204,
      '1.0.0',
      'creation,expiration,termination',
    ])
    const metadata = `filetype dGV4dC9jc3Y=,filename ${Buffer.from('sông Hàn.csv').toString('base64')}`
    const begun = await ask(UPLOADS, {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-metadata': metadata },
    })
    const place = begun.headers.get('location') ?? ''
    expect([begun.status, begun.headers.get('tus-resumable')]).toEqual([201, '1.0.0'])
    expect(await (await ask(place)).json()).toMatchObject({ name: 'sông Hàn.csv', size: 5, offset: 0, sha256: null })
    const old = await ask(place, { headers: { 'tus-resumable': '0.2.2' } })
    const untyped = await ask(place, { method: 'PATCH', headers: { 'upload-offset': '0' }, body: 'a,b\n1' })
    expect([old.status, old.headers.get('tus-version'), untyped.status]).toEqual([412, '1.0.0', 415])
    expect((await send(place, 0, Buffer.from('a,b\n1'))).status).toBe(204)
    expect(await (await ask(place)).json()).toMatchObject({ offset: 5, sha256: sumOf(Buffer.from('a,b\n1')) })
  })

  test('[DAT-42] a program, an empty file, one beyond the limit and a sixth at once are refused', async () => {
    const program = Buffer.from('#!/bin/sh\necho x\n')
    const place = await begin('a.csv', program.length)
    expect((await send(place, 0, program)).status).toBe(422)
    expect((await ask(place)).status).toBe(404)
    const tried = async (size: string): Promise<number> =>
      (await ask(`${UPLOADS}?name=a.csv`, { method: 'POST', headers: { 'upload-length': size } })).status
    expect([await tried('0'), await tried('5000000000'), await tried('-1'), await tried('')]).toEqual([422, 413, 400, 400])
    const places = await Promise.all(Array.from({ length: 5 }, () => begin('nhiều.csv', 100)))
    expect(await tried('100')).toBe(429)
    for (const one of places) await ask(one, { method: 'DELETE' })
  })

  test('[DAT-42] a server that died after the last byte keeps the file when it is next asked about', async () => {
    const bytes = Buffer.from('ma,so\n1,2\n')
    const begun = got(beginComing(node.data, { owner: tester.id, name: 'chết.csv', size: bytes.length }))
    const whole = (async function* () {
      yield bytes
    })()
    expect(await appendComing(node.data, begun, 0, whole, new Promise(() => {}))).toBeNull()
    const { uploads } = filesIn(node.data, node.call)
    expect(got(await uploads.get(node.at(), begun.id))).toMatchObject({ offset: bytes.length, sha256: sumOf(bytes) })
    expect(node.kept(sumOf(bytes))).toBe(bytes.toString())
  })

  test('[DAT-42] of what nobody went on with for a week nothing is left; what came lately stays', async () => {
    const before = coming().length
    const [old, young] = [await begin('cũ.csv', 10), await begin('mới.csv', 10)]
    await send(old, 0, FILE.subarray(0, 4))
    const bytes = join(node.data, 'files', 'coming', old.split('/').at(-1) ?? '')
    const then = statSync(bytes).mtimeMs / 1000 - 8 * 24 * 3600
    utimesSync(bytes, then, then)
    expect([await node.files.uploads.sweep(), (await ask(old)).status, (await ask(young)).status]).toEqual([1, 404, 200])
    expect(coming().length).toBe(before + 2)
  })
})
