import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
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
 * Files of the fields `minh-chung` and `du-lieu` go to the disk as they come, in constant memory; any other is a text to read,
 * and is held.
 */
export const EVIDENCE = 'minh-chung'
export const DATA_FILE = 'du-lieu'
/** More than any letter, and than all the fields of a form. */
const HELD = 20 * 1024 * 1024
const MOST_FILES = 50
const MOST_FIELDS = 500
const BROKEN: Refusal = { code: 'form-broken' }

/** Of each field whose files are kept, how. */
type Keep = Readonly<Record<string, (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<Result<Kept, Refusal>>>>
type KeepOne = Keep[string]

export async function readForm(c: HonoContext, keep: Keep): Promise<Form> {
  return (c.req.header('content-type') ?? '').startsWith('multipart/form-data')
    ? readParts(c, keep)
    : readFields(await c.req.formData().catch(() => new FormData()))
}

type Parts = {
  readonly fields: Map<string, string[]>
  readonly held: Map<string, { readonly name: string; readonly bytes: Uint8Array }>
  readonly kept: KeptFile[]
  /** Fields with which a file came. */
  readonly files: Set<string>
  refused: Refusal | null
  /** How much may still be held. */
  room: number
}

const formOf = ({ fields, held, kept, files, refused }: Parts): Form => {
  const all = (name: string): readonly string[] => (fields.get(name) ?? []).map((value) => value.replaceAll('\r\n', '\n'))
  return {
    all,
    text: (name) => all(name)[0] ?? '',
    file: async (name) => held.get(name) ?? null,
    names: [...fields.keys()],
    files: [...files],
    kept,
    refused,
  }
}

function readFields(data: FormData): Form {
  const fields = new Map<string, string[]>()
  for (const [name, value] of data) if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value])
  return formOf({ fields, held: new Map(), kept: [], files: new Set(), refused: null, room: 0 })
}

async function readParts(c: HonoContext, keep: Keep): Promise<Form> {
  const parts: Parts = { fields: new Map(), held: new Map(), kept: [], files: new Set(), refused: null, room: HELD }
  const type = c.req.header('content-type') ?? ''
  const { body } = c.req.raw
  // without a boundary there are no parts
  if (!/;\s*boundary=./i.test(type) || body === null) return formOf({ ...parts, refused: BROKEN })
  const reader = new Busboy({ headers: { 'content-type': type }, limits: { fieldSize: HELD, files: MOST_FILES, fields: MOST_FIELDS } })
  const streams: Readable[] = []
  const faults: unknown[] = []
  const pending: Promise<KeptFile | null>[] = []
  const tooMany = (): void => {
    parts.refused ??= { code: 'form-too-many', data: { files: MOST_FILES, fields: MOST_FIELDS } }
  }
  reader.on('filesLimit', tooMany).on('fieldsLimit', tooMany)
  reader.on('field', (name: string, value: string) => {
    if (hasRoom(parts, name.length + value.length)) parts.fields.set(name, [...(parts.fields.get(name) ?? []), value])
  })
  reader.on('file', (field: string, stream: Readable, name: string | undefined) => {
    streams.push(stream)
    if (name !== undefined && name !== '') parts.files.add(field)
    // a part without an end says so before anybody reads it, and an error nobody hears ends the process; the form is told below
    stream.on('error', () => {})
    const own = Object.hasOwn(keep, field) ? keep[field] : undefined
    const taken = own === undefined ? holdPart(parts, field, name ?? '', stream) : keepPart(parts, own, name ?? '', stream)
    // caught as it happens: nobody waits for it yet, and a fault nobody waits for ends the process
    pending.push(
      taken.catch((fault: unknown) => {
        faults.push(fault)
        return null
      }),
    )
  })
  const isWhole = await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), reader).then(
    () => true,
    () => false,
  )
  // whoever reads a part of a form that was cut short would wait for its end for ever
  if (!isWhole) for (const stream of streams) stream.destroy(new Error('the form was cut short'))
  // in the order of the form, whichever came first to the disk: sent again, it says the same
  parts.kept.push(...(await Promise.all(pending)).filter((one) => one !== null))
  if (!isWhole) return formOf({ ...parts, refused: BROKEN })
  if (faults.length > 0) throw faults[0]
  return formOf(parts)
}

/** All that is held of one form together: many parts are no way around the limit of one. */
function hasRoom(parts: Parts, size: number): boolean {
  parts.room -= size
  if (parts.room < 0) parts.refused ??= { code: 'body-too-large', data: { limit: HELD } }
  return parts.room >= 0
}

async function keepPart(parts: Parts, keep: KeepOne, name: string, stream: Readable): Promise<KeptFile | null> {
  // a field for files that was left empty comes as one without a name
  if (name === '') return drain(stream)
  try {
    // left in its middle, the part stays readable: destroyed, it would keep the parts after it from coming
    const kept = await keep(name, stream.iterator({ destroyOnReturn: false }))
    if (kept.ok) return { sha256: kept.value.sha256, name }
    parts.refused ??= kept.refusal
    return null
  } finally {
    stream.resume()
  }
}

async function holdPart(parts: Parts, field: string, name: string, stream: Readable): Promise<null> {
  if (name === '') return drain(stream)
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) if (hasRoom(parts, chunk.length)) chunks.push(chunk)
  if (parts.refused === null) parts.held.set(field, { name, bytes: Buffer.concat(chunks) })
  return null
}

async function drain(stream: Readable): Promise<null> {
  for await (const _ of stream);
  return null
}

/** Lines of a field, blanks and empty lines dropped: how lists of bodies are typed. */
export const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
