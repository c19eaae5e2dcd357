import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { refusedName } from '../../kernel/document/file-name.ts'
import type { Kept } from '../../operations/file/ports.ts'

/**
 * Bytes of files in the data directory, each once: `files/ab/abcd…`, under their SHA-256. [TSK-19]
 * They are written beside and put in place when whole, so that what is refused or cut short leaves nothing.
 */
const LIMIT = 200 * 1024 * 1024
/** Of files of data: rows by the ten million. Their texts may be in tables of one byte a letter, which look like no text. */
export const DATA_LIMIT = 4 * 1024 * 1024 * 1024
/** As much as tells a type by its first bytes. */
export const HEAD = 4100
/** Left free on the disk, so that the database can still write what was asked. */
const ROOM = 64 * 1024 * 1024

export async function keepFile(
  directory: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  of: 'evidence' | 'data' = 'evidence',
): Promise<Result<Kept, Refusal>> {
  const limit = of === 'data' ? DATA_LIMIT : LIMIT
  const folder = join(directory, 'files')
  const making = join(folder, 'making')
  mkdirSync(making, { recursive: true })
  const file = join(making, randomUUID())
  const out = await open(file, 'wx')
  const sum = createHash('sha256')
  const head: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of bytes) {
      if (size < HEAD) head.push(chunk)
      size += chunk.length
      if (size > limit) return refuse({ code: 'file-too-large', data: { name, limit: limit / 1024 / 1024 } })
      if (!hasRoom(folder)) return refuse({ code: 'disk-full' })
      sum.update(chunk)
      await out.write(chunk)
    }
    if (size === 0) return refuse({ code: 'file-empty', data: { name } })
    const mediaType = await typeOf(Buffer.concat(head).subarray(0, HEAD))
    const refused = refusedKind(name, mediaType, of)
    if (refused !== null) return refuse(refused)
    await out.sync()
    const sha256 = sum.digest('hex')
    putInPlace(directory, file, sha256)
    return ok({ sha256, size, mediaType })
  } finally {
    await out.close()
    rmSync(file, { force: true })
  }
}

/** Data says by itself what it is, whatever it is called; a program it is not. @returns null: it may be kept */
export function refusedKind(name: string, mediaType: string, of: 'evidence' | 'data'): Refusal | null {
  const refused = refusedName(name, mediaType)
  return refused === 'file-runs' || (refused !== null && of === 'evidence') ? { code: refused, data: { name, type: mediaType } } : null
}

/** A file that is whole, and on the disk, under its sum. */
export function putInPlace(directory: string, file: string, sha256: string): void {
  const kept = placeOf(directory, sha256)
  mkdirSync(join(kept, '..'), { recursive: true })
  if (!existsSync(kept)) renameSync(file, kept)
}

/** @returns null when the bytes are not in this directory */
export function readKept(directory: string, sha256: string): ReadableStream<Uint8Array> | null {
  const kept = placeOf(directory, sha256)
  return existsSync(kept) ? (Readable.toWeb(createReadStream(kept)) as ReadableStream<Uint8Array>) : null
}

export const placeOf = (directory: string, sha256: string): string => join(directory, 'files', sha256.slice(0, 2), sha256)

/** @param size of what is still to come, in bytes */
export const hasRoom = (folder: string, size = 0): boolean => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize - size > ROOM
}

/** Text has no first bytes of its own: what is UTF-8 without control characters is text. */
export async function typeOf(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head)
  if (found !== undefined) return found.mime
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    if (CONTROL.test(text)) return 'application/octet-stream'
    return text.startsWith('#!') ? 'text/x-script' : 'text/plain'
  } catch {
    return 'application/octet-stream'
  }
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/
