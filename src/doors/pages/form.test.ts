import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { ok, refuse } from '../../base/result.ts'
import { EVIDENCE, readForm } from './form.ts'

/** What a form is, to the page that gets it, whatever was sent. 25-11-2026 */
const sum = { sha256: 'a'.repeat(64), size: 3, mediaType: 'text/plain' }
type Keep = Parameters<typeof readForm>[1][string]
const keepAll: Keep = async (_, bytes) => {
  for await (const _ of bytes);
  return ok(sum)
}

async function read(body: string | ReadableStream, type: string | null, keep: Keep = keepAll): Promise<object> {
  const door = new Hono()
  door.post('/', async (c) => {
    const form = await readForm(c, { [EVIDENCE]: keep })
    return c.json({ refused: form.refused?.code ?? null, words: form.all('noi-dung').map((one) => one.length), kept: form.kept.length })
  })
  const answer = await door.request('/', {
    method: 'POST',
    body,
    headers: type === null ? {} : { 'content-type': type },
    duplex: 'half',
  } as RequestInit)
  return answer.ok ? ((await answer.json()) as object) : { status: answer.status }
}

const part = (name: string, text: string, file?: string): string =>
  `--xx\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n\r\n${text}\r\n`
const XX = 'multipart/form-data; boundary=xx'
const BROKEN = { refused: 'form-broken', kept: 0 }

/** The beginning of a body, then a connection that breaks. */
const cut = (text: string): ReadableStream<Uint8Array> => {
  let isSent = false
  return new ReadableStream({
    pull(body) {
      if (isSent) body.error(new Error('aborted'))
      else body.enqueue(new TextEncoder().encode(text))
      isSent = true
    },
  })
}

test.each([
  ['no boundary', part('noi-dung', 'a'), 'multipart/form-data'],
  ['nothing', '', XX],
  ['no end', part('noi-dung', 'a'), XX],
  ['a file without an end', part(EVIDENCE, 'abc', 'a.txt'), XX],
  ['a connection that breaks in a file', cut(part(EVIDENCE, 'abc', 'a.txt').slice(0, -2)), XX],
  ['a connection that breaks in a held file', cut(part('tep', 'abc', 'a.txt').slice(0, -2)), XX],
])('a form with %s is refused, and nobody waits for the rest', async (_, body, type) => {
  expect(await read(body, type)).toMatchObject(BROKEN)
})

// 26-11-2026: an end that came before anybody read the part was an error nobody heard, and ended the process; the entrance
// reads forms of strangers
test.each([EVIDENCE, 'tep'])(
  'a file without an end that nobody has begun to read, in the field %s, ends the form and not the process',
  async (field) => {
    const later: Keep = async (name, bytes) => {
      for (let i = 0; i < 10; i += 1) await new Promise((next) => setImmediate(next))
      return keepAll(name, bytes)
    }
    expect(await read(part(field, 'abc', 'a.txt').slice(0, -2), XX, later)).toMatchObject(BROKEN)
  },
)

test('files stand in the order of the form, whichever came to the disk first: sent again, it says the same', async () => {
  const door = new Hono()
  const slowest: Keep = async (name, bytes) => {
    const kept = await keepAll(name, bytes)
    for (let i = 0; i < (name === 'a.txt' ? 30 : 1); i += 1) await new Promise((next) => setImmediate(next))
    return kept
  }
  door.post('/', async (c) => c.json((await readForm(c, { [EVIDENCE]: slowest })).kept.map(({ name }) => name)))
  const body = `${part(EVIDENCE, 'abc', 'a.txt')}${part(EVIDENCE, 'abc', 'b.txt')}--xx--\r\n`
  const answer = await door.request('/', { method: 'POST', body, headers: { 'content-type': XX } })
  expect(await answer.json()).toEqual(['a.txt', 'b.txt'])
})

test('a file that cannot be kept is an accident of this request, and of no other', async () => {
  const body = `${part(EVIDENCE, 'abc', 'a.txt')}${part('noi-dung', 'a')}--xx--\r\n`
  expect(await read(body, XX, () => Promise.reject(new Error('the disk is away')))).toEqual({ status: 500 })
})

test('a file refused in its middle is passed over, and the words after it are read', async () => {
  const body = `${part(EVIDENCE, 'a'.repeat(3_000_000), 'a.txt')}${part('noi-dung', 'xong')}--xx--\r\n`
  const refusing: Keep = async (name, bytes) => {
    for await (const _ of bytes) return refuse({ code: 'file-too-large', data: { name, limit: 1 } })
    return ok(sum)
  }
  expect(await read(body, XX, refusing)).toEqual({ refused: 'file-too-large', words: [4], kept: 0 })
})

test('many fields are held no further than one', async () => {
  const much = 'x'.repeat(6 * 1024 * 1024)
  const body = `${part('noi-dung', much).repeat(4)}--xx--\r\n`
  expect(await read(body, XX)).toEqual({ refused: 'body-too-large', words: [much.length, much.length, much.length], kept: 0 })
})

test('more files than are taken at once are said, not dropped', async () => {
  const body = `${part(EVIDENCE, 'abc', 'a.txt').repeat(51)}--xx--\r\n`
  expect(await read(body, XX)).toEqual({ refused: 'form-too-many', words: [], kept: 50 })
})
