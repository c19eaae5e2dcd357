import { open } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'

/**
 * The members of a zip, each read by itself and held no larger than is asked. Names are only compared, never made into paths,
 * so `../` leads nowhere. [DAT-17]
 *
 * @source APPNOTE.TXT 6.3: the central directory at the end
 */
export type Zip = { readonly names: readonly string[]; read(name: string): Promise<Buffer | null>; close(): Promise<void> }

const MOST_MEMBERS = 2000
/** Of one member, unpacked: more is a bomb, or a sheet that should be CSV. */
const MOST_BYTES = 1_000_000_000
const TAIL = 66_000

/** @returns null: no zip, or one that is too much */
export async function openZip(path: string): Promise<Zip | null> {
  const file = await open(path)
  const { size } = await file.stat()
  const bytesAt = async (at: number, length: number): Promise<Buffer> => {
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
  const directory = await bytesAt(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
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
  return {
    names: [...members.keys()],
    async read(name) {
      const member = members.get(name)
      if (member === undefined) return null
      const head = await bytesAt(member.at, 30)
      const bytes = await bytesAt(member.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), member.packed)
      return member.method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: MOST_BYTES })
    },
    close: () => file.close(),
  }
}
