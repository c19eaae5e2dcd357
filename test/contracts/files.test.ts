import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { app } from '../../src/doors/app.ts'
import { LOOPBACK } from '../../src/doors/guard.ts'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { filesIn } from '../../src/main/files.ts'
import { caller } from '../../src/operations/call.ts'
import { registry } from '../../src/operations/registry.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** Evidence, from the request to the disk and back. */
const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF')
const EXE = Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0])

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let folder: string
  let who: Who = tester
  let door: Hono
  const logged: object[] = []
  beforeAll(async () => {
    opened = await open()
    folder = mkdtempSync(join(tmpdir(), 'lienvung-files-'))
    const call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    door = app({
      call,
      whoOf: async () => who,
      files: filesIn(folder, call),
      operations: registry,
      version: '0',
      allowedHosts: LOOPBACK,
      ready: async () => true,
      now: () => new Date('2023-03-20T02:00:00Z'),
      requestId: () => 'thu00001',
      log: (entry) => logged.push(entry),
      pages: new Hono(),
    })
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const ask = async (method: string, path: string, body?: Uint8Array | ReadableStream<Uint8Array>): Promise<Response> =>
    door.request(`http://127.0.0.1${path}`, {
      method,
      headers: { host: '127.0.0.1', 'content-type': 'application/octet-stream' },
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    } as RequestInit)
  const put = async (
    name: string,
    body: Uint8Array | ReadableStream<Uint8Array>,
  ): Promise<{ status: number; code?: string; sha256?: string }> => {
    const answer = await ask('PUT', `/api/v1/files?name=${encodeURIComponent(name)}`, body)
    return { status: answer.status, ...((await answer.json()) as object) }
  }
  const onDisk = (): readonly string[] =>
    existsSync(join(folder, 'files'))
      ? readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
          .filter((one) => one.isFile())
          .map((one) => one.name)
      : []

  test('[TSK-19] a stranger keeps nothing', async () => {
    who = NOBODY
    expect(await put('báo cáo.pdf', PDF)).toMatchObject({ status: 401, code: 'sign-in-needed' })
    who = tester
    expect(onDisk()).toEqual([])
  })

  test.each([
    ['an auditor', [{ role: 'auditor' as const, organisation: 'thanh-tra', central: false, deputyFor: null }]],
    ['an administrator', [{ role: 'administrator' as const, organisation: 'van-phong', central: true, deputyFor: null }]],
    ['somebody without a duty', []],
  ])('[TSK-19] %s keeps nothing: he says nothing of work', async (_, duties) => {
    who = { kind: 'person', id: '00000000-0000-4000-8000-000000000001', duties, bodies: [] }
    expect(await put('báo cáo.pdf', PDF)).toMatchObject({ status: 403, code: 'role-missing' })
    who = tester
    expect(onDisk()).toEqual([])
  })

  test.each([
    ['0 byte', 'rỗng.pdf', new Uint8Array(0), 422, 'file-empty'],
    ['a program called a PDF', 'báo-cáo.pdf', EXE, 422, 'file-runs'],
    // 26-11-2026: a script was kept as text/plain
    ['a script called a text', 'ghi-chú.txt', new TextEncoder().encode('#!/bin/sh\nrm -r /tmp/x\n'), 422, 'file-runs'],
    ['a text that Windows runs by its name', 'báo cáo.docx.bat', new TextEncoder().encode('@echo off\r\n'), 422, 'file-runs'],
    [
      'a picture called a PDF',
      'ảnh.pdf',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
      422,
      'file-misnamed',
    ],
  ])('[TSK-19] %s is refused and leaves nothing', async (_, name, bytes, status, code) => {
    expect(await put(name, bytes)).toMatchObject({ status, code })
    expect(onDisk()).toEqual([])
  })

  test('[TSK-19] 300 MB is refused as it comes, and leaves nothing', async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(65)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(out) {
        sent += 1
        if (sent > 300) out.close()
        else out.enqueue(chunk)
      },
    })
    expect(await put('lớn.txt', endless)).toMatchObject({ status: 413, code: 'file-too-large' })
    expect(sent).toBeLessThan(210)
    expect(onDisk()).toEqual([])
  })

  test('[TSK-19] the same bytes twice are one file; a name that tricks is only a name', async () => {
    const first = await put('báo cáo quý I.pdf', PDF)
    const second = await put('../../etc/passwd.pdf', PDF)
    expect(first).toMatchObject({ status: 200, mediaType: 'application/pdf', size: PDF.length })
    expect(second.sha256).toBe(first.sha256)
    expect(onDisk()).toEqual([first.sha256])
    // kept, but shown with nothing: nobody is given it
    expect((await ask('GET', `/api/v1/files/${first.sha256}`)).status).toBe(404)
    expect((await ask('GET', '/api/v1/files/../../lock.sqlite')).status).toBe(404)
  })

  // 26-11-2026: a name of 300 characters was said to be missing
  test('[TSK-19] a name that is too long is not called missing', async () => {
    expect(await put('a'.repeat(300), PDF)).toMatchObject({
      status: 400,
      code: 'bad-value',
      detail: 'Giá trị của «name» không đúng: không quá 255 ký tự.',
    })
    expect(await put(' ', PDF)).toMatchObject({ status: 400, code: 'missing-parameter' })
  })

  // 26-11-2026: it was logged as an error, with its stack
  test('[TSK-19] whoever hangs up in the middle leaves nothing, and is no accident', async () => {
    const before = onDisk()
    const server = serve({ fetch: door.fetch, hostname: '127.0.0.1', port: 0 })
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const request = httpRequest({ port, method: 'PUT', path: '/api/v1/files?name=a.txt', headers: { 'content-length': 5_000_000 } })
    request.on('error', () => undefined)
    request.write(new Uint8Array(200_000).fill(65), () => request.destroy())
    await vi.waitFor(() =>
      expect(logged).toEqual([{ level: 'info', request: 'thu00001', method: 'PUT', path: '/api/v1/files', left: 'aborted' }]),
    )
    await new Promise((closed) => server.close(closed))
    expect(onDisk()).toEqual(before)
  })

  // 25-11-2026: what called itself a form was held whole by the operations, however long
  test('what calls itself a form is no way around the limit of an operation', async () => {
    const answer = await door.request('http://127.0.0.1/api/v1/tasks/NV-2023-0001/progress', {
      method: 'POST',
      headers: { host: '127.0.0.1', 'content-type': 'multipart/form-data; boundary=xx', 'content-length': String(21 * 1024 * 1024) },
      body: new Uint8Array(21 * 1024 * 1024),
    })
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'body-too-large' }])
  })
})
