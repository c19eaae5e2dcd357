import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import type { Context as HonoContext } from 'hono'
import type { Refusal } from '../../base/refusals.ts'
import type { Result } from '../../base/result.ts'
import type { Kept } from '../../operations/file/ports.ts'
import type { Form, KeptFile } from './page.ts'

/**
 * A form as it was typed: urlencoded, or multipart when files come with it. Browsers send line ends as CRLF; they become LF,
 * so that positions in a pasted text are those of the text people see.
 *
 * Files of the field `minh-chung` go to the disk as they come, in constant memory; any other is a text to read, and is held.
 */
export const EVIDENCE = 'minh-chung'
/** More than any letter, and than all the fields of a form. */
const HELD = 20 * 1024 * 1024

type Keep = (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<Result<Kept, Refusal>>

export async function readForm(c: HonoContext, keep: Keep): Promise<Form> {
  return (c.req.header('content-type') ?? '').startsWith('multipart/form-data')
    ? readParts(c, keep)
    : readFields(await c.req.formData().catch(() => new FormData()))
}

type Parts = {
  readonly fields: Map<string, string[]>
  readonly held: Map<string, { readonly name: string; readonly bytes: Uint8Array }>
  readonly kept: KeptFile[]
  refused: Refusal | null
}

const formOf = ({ fields, held, kept, refused }: Parts): Form => {
  const all = (name: string): readonly string[] => (fields.get(name) ?? []).map((value) => value.replaceAll('\r\n', '\n'))
  return { all, text: (name) => all(name)[0] ?? '', file: async (name) => held.get(name) ?? null, kept, refused }
}

function readFields(data: FormData): Form {
  const fields = new Map<string, string[]>()
  for (const [name, value] of data) if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value])
  return formOf({ fields, held: new Map(), kept: [], refused: null })
}

async function readParts(c: HonoContext, keep: Keep): Promise<Form> {
  const parts: Parts = { fields: new Map(), held: new Map(), kept: [], refused: null }
  const pending: Promise<void>[] = []
  const reader = new Busboy({
    headers: { 'content-type': c.req.header('content-type') ?? '' },
    limits: { fieldSize: HELD, files: 50, fields: 500 },
  })
  reader.on('field', (name: string, value: string) => parts.fields.set(name, [...(parts.fields.get(name) ?? []), value]))
  reader.on('file', (field: string, stream: Readable, name: string | undefined) => {
    pending.push(field === EVIDENCE ? keepPart(parts, keep, name ?? '', stream) : holdPart(parts, field, name ?? '', stream))
  })
  await new Promise<void>((done, failed) => {
    reader.on('finish', done).on('error', failed)
    const body = c.req.raw.body
    if (body === null) reader.end()
    else
      Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
        .on('error', failed)
        .pipe(reader)
  })
  await Promise.all(pending)
  return formOf(parts)
}

async function keepPart(parts: Parts, keep: Keep, name: string, stream: Readable): Promise<void> {
  // a field for files that was left empty comes as one without a name
  if (name === '') return drain(stream)
  const kept = await keep(name, stream)
  stream.resume()
  if (kept.ok) parts.kept.push({ sha256: kept.value.sha256, name })
  else parts.refused ??= kept.refusal
}

async function holdPart(parts: Parts, field: string, name: string, stream: Readable): Promise<void> {
  if (name === '') return drain(stream)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size <= HELD) chunks.push(chunk)
  }
  if (size > HELD) parts.refused ??= { code: 'body-too-large', data: { limit: HELD } }
  else parts.held.set(field, { name, bytes: Buffer.concat(chunks) })
}

async function drain(stream: Readable): Promise<void> {
  for await (const _ of stream);
}

/** Lines of a field, blanks and empty lines dropped: how lists of bodies are typed. */
export const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
