import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Kept } from '../../operations/file/ports.ts'
import { DATA_LIMIT, HEAD, hasRoom, putInPlace, refusedKind, typeOf } from './file-keep.ts'

/**
 * Files that come in parts, on the disk: `files/coming/ID` has the bytes that came, `ID.json` whose they are. How far a file is
 * is the length of its bytes, so that neither a lost connection nor a server that was killed makes it say more than it has. No
 * record speaks of a file before it is whole. [DAT-42]
 */
export type Coming = {
  readonly id: string
  readonly owner: string
  readonly name: string
  readonly size: number
  /** What it is, told once all of it came; null: it is not whole yet. */
  readonly kept: Kept | null
  /** Known to the database as well. */
  readonly recorded: boolean
}

/** On their way at once, of one person. */
const MOST_COMING = 5
const AGE_MS = 7 * 24 * 3_600_000
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const folderOf = (directory: string): string => join(directory, 'files', 'coming')
const bytesOf = (directory: string, id: string): string => join(folderOf(directory), id)
const noteOf = (directory: string, id: string): string => join(folderOf(directory), `${id}.json`)

export function beginComing(
  directory: string,
  given: { readonly owner: string; readonly name: string; readonly size: number },
): Result<Coming, Refusal> {
  const { owner, name, size } = given
  if (size === 0) return refuse({ code: 'file-empty', data: { name } })
  if (size > DATA_LIMIT) return refuse({ code: 'file-too-large', data: { name, limit: DATA_LIMIT / 1024 / 1024 } })
  mkdirSync(folderOf(directory), { recursive: true })
  const others = allComing(directory).filter((one) => one.owner === owner && one.kept === null)
  if (others.length >= MOST_COMING) return refuse({ code: 'upload-too-many', data: { most: MOST_COMING } })
  if (!hasRoom(folderOf(directory), size)) return refuse({ code: 'disk-full' })
  const one: Coming = { id: randomUUID(), owner, name, size, kept: null, recorded: false }
  writeFileSync(bytesOf(directory, one.id), '', { flag: 'wx' })
  note(directory, one)
  return ok(one)
}

/** @returns null: there is none of that name, or it is another's */
export function comingOf(directory: string, owner: string, id: string): Coming | null {
  const one = ID.test(id) ? readNote(directory, id) : null
  return one?.owner === owner ? one : null
}

/** How many bytes of it came, and when the last did. */
export function farOf(directory: string, one: Coming): { readonly offset: number; readonly expiresAt: string } {
  const bytes = statSync(bytesOf(directory, one.id), { throwIfNoEntry: false })
  const last = bytes ?? statSync(noteOf(directory, one.id))
  return { offset: bytes?.size ?? one.size, expiresAt: new Date(last.mtimeMs + AGE_MS).toISOString() }
}

/**
 * Writes what comes behind what came. What was written before `bytes` break off stays, and is on the disk.
 *
 * @param stopped settles when a newer request goes on with the same file: this one then takes no more
 */
export async function appendComing(
  directory: string,
  one: Coming,
  offset: number,
  bytes: AsyncIterable<Uint8Array>,
  stopped: Promise<void>,
): Promise<Refusal | null> {
  const path = bytesOf(directory, one.id)
  let at = statSync(path, { throwIfNoEntry: false })?.size ?? one.size
  if (at !== offset) return { code: 'upload-offset', data: { offset: at } }
  if (at === one.size) return null
  const out = await open(path, 'r+')
  const incoming = bytes[Symbol.asyncIterator]()
  const stop = stopped.then(() => null)
  try {
    for (;;) {
      const next = await Promise.race([incoming.next(), stop])
      if (next === null) return { code: 'upload-offset', data: { offset: at } }
      if (next.done === true) return null
      if (at + next.value.length > one.size) return { code: 'upload-past-end', data: { size: one.size } }
      if (!hasRoom(folderOf(directory))) return { code: 'disk-full' }
      await out.write(next.value, 0, next.value.length, at)
      at += next.value.length
    }
  } finally {
    await out.sync()
    await out.close()
  }
}

/** A file that is whole is put among the others, under its sum; one that is a program is thrown away. Once more changes nothing. */
export async function wholeComing(directory: string, one: Coming): Promise<Result<Coming & { readonly kept: Kept }, Refusal>> {
  const path = bytesOf(directory, one.id)
  let { kept } = one
  if (kept === null) {
    const { sha256, mediaType } = await told(path)
    const refused = refusedKind(one.name, mediaType, 'data')
    if (refused !== null) {
      dropComing(directory, one)
      return refuse(refused)
    }
    kept = { sha256, size: one.size, mediaType }
    // noted before it goes: a server that dies between the two finds it where it belongs
    note(directory, { ...one, kept })
  }
  if (existsSync(path)) putInPlace(directory, path, kept.sha256)
  rmSync(path, { force: true })
  return ok({ ...one, kept })
}

export const recordedComing = (directory: string, one: Coming): void => note(directory, { ...one, recorded: true })

export function dropComing(directory: string, one: Coming): void {
  rmSync(bytesOf(directory, one.id), { force: true })
  rmSync(noteOf(directory, one.id), { force: true })
}

/** Those of which nothing came for a week. @returns how many went */
export function sweepComing(directory: string, now: Date): number {
  const old = allComing(directory).filter((one) => farOf(directory, one).expiresAt < now.toISOString())
  for (const one of old) dropComing(directory, one)
  return old.length
}

const allComing = (directory: string): readonly Coming[] =>
  existsSync(folderOf(directory))
    ? readdirSync(folderOf(directory)).flatMap((name) => {
        const one = name.endsWith('.json') ? readNote(directory, name.slice(0, -'.json'.length)) : null
        return one === null ? [] : [one]
      })
    : []

/** Written beside and put in place whole. */
function note(directory: string, one: Coming): void {
  const path = noteOf(directory, one.id)
  writeFileSync(`${path}.new`, JSON.stringify(one))
  renameSync(`${path}.new`, path)
}

function readNote(directory: string, id: string): Coming | null {
  try {
    // a note of ours, which nobody else writes
    return JSON.parse(readFileSync(noteOf(directory, id), 'utf8')) as Coming
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function told(path: string): Promise<{ readonly sha256: string; readonly mediaType: string }> {
  const sum = createHash('sha256')
  const head: Uint8Array[] = []
  let size = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Uint8Array>) {
    if (size < HEAD) head.push(chunk)
    size += chunk.length
    sum.update(chunk)
  }
  return { sha256: sum.digest('hex'), mediaType: await typeOf(Buffer.concat(head).subarray(0, HEAD)) }
}
