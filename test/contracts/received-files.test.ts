import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { app } from '../../src/doors/app.ts'
import { LOOPBACK } from '../../src/doors/guard.ts'
import { pages } from '../../src/doors/pages/pages.tsx'
import { NOBODY, type Who } from '../../src/kernel/access/who.ts'
import { filesIn } from '../../src/main/files.ts'
import { caller } from '../../src/operations/call.ts'
import { registry } from '../../src/operations/registry.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { docxOf, edxmlOf, wordNumbering, wordP, wordPart } from '../support/office-files.ts'
import { tester } from '../support/who.ts'

/** A directive as a file: from the request to the tasks, and the file back again. */
const NUMBERS = { 'word/numbering.xml': wordNumbering([[['decimal', '%1.']]]) }
const letter = (number: string, others = {}): Buffer =>
  docxOf(
    wordP('UBND TỈNH BÌNH AN') +
      wordP('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
      wordP(`Số: ${number}`) +
      wordP('Bình An, ngày 5 tháng 3 năm 2023') +
      wordP('Giao Sở Y tế lập danh mục thuốc trước ngày 15/4/2023.', [1, 0]) +
      wordP('Giao Sở Xây dựng kiểm tra bến thuyền.', [1, 0]),
    { ...NUMBERS, ...others },
  )
const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let folder: string
  let who: Who = tester
  let door: Hono
  beforeAll(async () => {
    opened = await open()
    folder = mkdtempSync(join(tmpdir(), 'lienvung-received-'))
    const call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const files = filesIn(folder, call)
    const shared = { call, whoOf: async () => who, files, now: () => new Date('2023-03-20T02:00:00Z') }
    door = app({
      ...shared,
      operations: registry,
      version: '0',
      allowedHosts: LOOPBACK,
      ready: async () => true,
      requestId: () => 'thu00001',
      log: () => {},
      pages: new Hono().route('/', pages({ ...shared, settings: { locality: 'UBND thành phố Mẫu', version: '0' } })),
    })
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(() => {
    who = tester
  })

  const ask = async (
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer> | FormData,
    type = 'application/octet-stream',
  ): Promise<Response> =>
    door.request(`http://127.0.0.1${path}`, {
      method,
      headers: { host: '127.0.0.1', ...(body instanceof FormData ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body }),
    })
  const send = async (name: string, bytes: Uint8Array, more = ''): Promise<Record<string, unknown>> => {
    const answer = await ask('POST', `/api/v1/documents?name=${encodeURIComponent(name)}${more}`, new Uint8Array(bytes))
    return (await answer.json()) as Record<string, unknown>
  }
  const shown = async (id: unknown): Promise<Record<string, unknown>> =>
    (await (await ask('GET', `/api/v1/documents/${String(id)}`)).json()) as Record<string, unknown>
  const onDisk = (): readonly string[] =>
    existsSync(join(folder, 'files'))
      ? readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
          .filter((one) => one.isFile())
          .map((one) => one.name)
      : []

  test('[DOC-13] a Word file becomes a document with its tasks; the file is kept and given back byte for byte', async () => {
    const file = letter('15/UBND-KT')
    const received = await send('Công văn 15.docx', file)
    expect(received).toMatchObject({ existing: false, tasks: 2 })
    const document = await shown(received['id'])
    expect(document).toMatchObject({
      number: '15/UBND-KT',
      source: 'file',
      fileName: 'Công văn 15.docx',
      file: sum(file),
      reading: { format: 'docx', notes: [], machine: [], signatures: [], header: null },
    })
    expect(document['text']).toContain('1. Giao Sở Y tế lập danh mục thuốc trước ngày 15/4/2023.')
    const back = await ask('GET', `/api/v1/files/${sum(file)}`)
    expect([back.status, sum(new Uint8Array(await back.arrayBuffer()))]).toEqual([200, sum(file)])
    expect(back.headers.get('content-disposition')).toContain(encodeURIComponent('Công văn 15.docx'))
    expect(await send('ban-sao.docx', file)).toMatchObject({ id: received['id'], existing: true })
  })

  test('[DOC-13] a file that a stranger or a person without the role sends is not read, and nothing is kept', async () => {
    const before = onDisk()
    who = NOBODY
    expect(await send('la.docx', letter('77/UBND-KT'))).toMatchObject({ status: 401, code: 'sign-in-needed' })
    who = { kind: 'person', id: '00000000-0000-4000-8000-000000000001', duties: [], bodies: [] }
    expect(await send('la.docx', letter('77/UBND-KT'))).toMatchObject({ status: 403, code: 'role-missing' })
    expect(onDisk()).toEqual(before)
  })

  test('[DOC-4] a marking of secrecy in the head of a page is found before a byte is kept', async () => {
    const before = onDisk()
    const secret = letter('16/UBND-NC', { 'word/header1.xml': wordPart('hdr', wordP('TỐI MẬT')) })
    expect(await send('mat.docx', secret)).toMatchObject({ status: 422, code: 'secret-marking' })
    expect(onDisk()).toEqual(before)
  })

  test('[DOC-11] the header of a package says what its letter does not', async () => {
    const header = { number: '05', notation: 'UBND-VX', issuer: 'UBND tỉnh Bình An', date: '2023-03-06', subject: 'V/v danh mục thuốc' }
    const { id } = await send(
      'goi.edxml',
      edxmlOf(header, [['cv.txt', Buffer.from('Giao Sở Y tế lập danh mục thuốc trong vòng 10 ngày.')]]),
    )
    expect(await shown(id)).toMatchObject({
      number: '05/UBND-VX',
      type: 'công văn',
      issuer: 'UBND tỉnh Bình An',
      signedOn: '2023-03-06',
      abstract: 'V/v danh mục thuốc',
      tasks: [{ due: '2023-03-16' }],
    })
  })

  test('[DOC-13] a picture without a recogniser is a document without text, known by its bytes', async () => {
    const path = process.env['PATH']
    process.env['PATH'] = folder
    try {
      const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1)
      const first = await send('quet.png', picture)
      expect(first).toMatchObject({ existing: false, tasks: 0 })
      expect(await shown(first['id'])).toMatchObject({ text: '', reading: { format: 'scan', notes: [{ code: 'no-recogniser' }] } })
      expect(await send('quet-lai.png', picture)).toMatchObject({ id: first['id'], existing: true })
      expect(await send('khac.png', Uint8Array.of(...picture, 2))).toMatchObject({ existing: false })
    } finally {
      process.env['PATH'] = path
    }
  })

  test('[DOC-7] a letter in TCVN3 is read, and kept as its bytes are', async () => {
    // «Sở Y tế lập danh mục thuốc ở các trạm.» after «Giao», in TCVN3
    const tcvn3 = Buffer.from('Giao S\xeb Y t\xd5 l\xcbp danh m\xf4c thu\xe8c \xeb c\xb8c tr\xb9m.', 'latin1')
    const received = await send('cu.txt', tcvn3)
    expect(received).toMatchObject({ converted: 'tcvn3', tasks: 1 })
    expect(await shown(received['id'])).toMatchObject({ text: 'Giao Sở Y tế lập danh mục thuốc ở các trạm.', file: sum(tcvn3) })
  })

  test('[DOC-8] a file may be read without storing it; its other fields stand in the address', async () => {
    const before = onDisk()
    const answer = await ask(
      'POST',
      '/api/v1/directives/extract?name=cv.html&issued=2023-03-06',
      '<!DOCTYPE html><html><body><p>Giao Sở Y tế lập danh mục trước ngày 15/4.</p></body></html>',
      'text/html',
    )
    expect(await answer.json()).toMatchObject({ tasks: [{ lead: ['Sở Y tế'], due: { date: '2023-04-15' } }] })
    expect(onDisk()).toEqual(before)
    expect(await (await ask('POST', '/api/v1/directives/extract', 'x', 'text/html')).json()).toMatchObject({ code: 'bad-json' })
    // what says nothing of its JSON comes as a text, and is JSON
    const json = await ask(
      'POST',
      '/api/v1/directives/extract',
      JSON.stringify({ text: 'Giao Sở Y tế lập danh mục.' }),
      'text/plain;charset=UTF-8',
    )
    expect(await json.json()).toMatchObject({ tasks: [{ lead: ['Sở Y tế'] }] })
    expect(await (await ask('POST', '/api/v1/directives/extract?name=', 'x', 'text/html')).json()).toMatchObject({
      code: 'missing-parameter',
    })
  })

  test('[DOC-13] by the page too; what is refused is said there, and what was typed stays', async () => {
    const form = (file: File): FormData => {
      const data = new FormData()
      data.set('van-ban', 'đã gõ')
      data.set('ngay-ban-hanh', '')
      data.set('tep', file)
      return data
    }
    const done = await ask('POST', '/lam-viec/tiep-nhan', form(new File([new Uint8Array(letter('18/UBND-KT'))], 'cv18.docx')))
    expect([done.status, done.headers.get('location')]).toEqual([303, '/lam-viec/tiep-nhan/18-ubnd-kt-2023?xong=received&so=2'])
    const page = await (await ask('GET', '/lam-viec/tiep-nhan/18-ubnd-kt-2023')).text()
    expect(page).toContain(`href="/api/v1/files/${sum(letter('18/UBND-KT'))}"`)
    const refused = await ask('POST', '/lam-viec/tiep-nhan', form(new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)], 'cu.doc')))
    const words = await refused.text()
    expect([refused.status, words.includes('lưu thành .docx'), words.includes('đã gõ')]).toEqual([422, true, true])
  })

  test('[DOC-13] a sum that somebody else put is no file of his to show', async () => {
    const answer = await ask(
      'POST',
      '/api/v1/documents',
      JSON.stringify({ text: 'Giao Sở Y tế lập danh mục vắc xin.', source: 'file', file: '0'.repeat(64) }),
      'application/json',
    )
    expect(await answer.json()).toMatchObject({ code: 'file-not-kept' })
  })
})
