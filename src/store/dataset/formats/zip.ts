import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInflateRaw, inflateRawSync } from 'node:zlib'

/**
 * The members of a zip, each read by itself and held no larger than is asked. Names are only compared, never made into paths,
 * so `../` leads nowhere. [DAT-17]
 *
 * @source APPNOTE.TXT 6.3: the central directory at the end
 */
export type Zip = {
  readonly names: readonly string[]
  read(name: string): Promise<Buffer | null>
  /** How a member is read a piece at a time, each time from its beginning, also when the zip is closed. */
  pieces(name: string): Promise<Pieces | null>
  close(): Promise<void>
}
export type Pieces = () => AsyncIterable<Uint8Array>

const MOST_MEMBERS = 2000
/** Of one member that is held as a whole, unpacked or not: what is large is read in pieces. */
const MOST_BYTES = 64_000_000
/** Of one that is read in pieces: more is a bomb. */
const MOST_STREAMED = 4_000_000_000
const TAIL = 66_000

/** @returns null: no zip, or one that is too much */
export async function openZip(path: string): Promise<Zip | null> {
  const file = await open(path)
  const { size } = await file.stat()
  // what a member says of itself is held against the file: it may say anything
  const bytesAt = async (at: number, length: number): Promise<Buffer> => {
    if (at + length > size) throw new RangeError('it says that it has more than the file')
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  }
  const tail = await bytesAt(Math.max(0, size - TAIL), Math.min(TAIL, size))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const count = end < 0 ? 0 : tail.readUInt16LE(end + 10)
  if (end < 0 || count === 0 || count > MOST_MEMBERS) {
    await file.close()
    return null
  }
  const [from, length] = [tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12)]
  if (from + length > size) {
    await file.close()
    return null
  }
  const directory = await bytesAt(from, length)
  const members = new Map<string, { at: number; packed: number; method: number }>()
  for (let at = 0, n = 0; n < count && at + 46 <= directory.length; n += 1) {
    const name = directory.readUInt16LE(at + 28)
    members.set(directory.subarray(at + 46, at + 46 + name).toString('utf8'), {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      at: directory.readUInt32LE(at + 42),
    })
    at += 46 + name + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  const startOf = async (at: number): Promise<number> => {
    const head = await bytesAt(at, 30)
    return at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  }
  return {
    names: [...members.keys()],
    async read(name) {
      const member = members.get(name)
      if (member === undefined) return null
      if (member.packed > MOST_BYTES) throw new RangeError('a member is too large')
      const bytes = await bytesAt(await startOf(member.at), member.packed)
      return member.method === 0 ? bytes : inflated(bytes)
    },
    async pieces(name) {
      const member = members.get(name)
      if (member === undefined) return null
      const start = await startOf(member.at)
      return () => unpacked(path, start, member)
    },
    close: () => file.close(),
  }
}

/** @throws RangeError: it is larger than it may be, or damaged */
function inflated(bytes: Buffer): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MOST_BYTES })
  } catch (error) {
    throw isPacking(error) ? new RangeError(error.message) : error
  }
}

const isPacking = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^(?:Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code))

/** @throws RangeError: it is larger than it may be, or no such packing */
async function* unpacked(path: string, start: number, { packed, method }: { packed: number; method: number }): AsyncGenerator<Uint8Array> {
  if (packed === 0) return
  const file = createReadStream(path, { start, end: start + packed - 1 })
  const unpack = method === 0 ? null : createInflateRaw()
  if (unpack !== null) file.on('error', (error) => unpack.destroy(error)).pipe(unpack)
  let bytes = 0
  try {
    for await (const piece of (unpack ?? file) as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > MOST_STREAMED) throw new RangeError('a member is too large')
      yield piece
    }
  } catch (error) {
    throw isPacking(error) ? new RangeError(error.message) : error
  } finally {
    file.destroy()
    unpack?.destroy()
  }
}
