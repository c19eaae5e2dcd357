import { crc32, inflateRawSync } from 'node:zlib'
import { expect } from 'vitest'

export const bytesOf = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => Buffer.concat(await Array.fromAsync(pieces))

/** Reads by the directory at the end, as programs do; checks sums and sizes. */
export function unzipped(zip: Buffer): Readonly<Record<string, string>> {
  const end = zip.length - 22
  expect(zip.readUInt32LE(end)).toBe(0x0605_4b50)
  const found: Record<string, string> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const crc = zip.readUInt32LE(at + 16)
    const packed = zip.readUInt32LE(at + 20)
    const size = zip.readUInt32LE(at + 24)
    const name = zip.readUInt16LE(at + 28)
    const start = zip.readUInt32LE(at + 42)
    const called = zip.subarray(at + 46, at + 46 + name).toString('utf8')
    const from = start + 30 + zip.readUInt16LE(start + 26)
    const bytes = inflateRawSync(zip.subarray(from, from + packed))
    expect([called, bytes.length, crc32(bytes)]).toEqual([called, size, crc])
    found[called] = bytes.toString('utf8')
    at += 46 + name
  }
  return found
}
