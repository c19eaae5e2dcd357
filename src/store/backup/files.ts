import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Pack } from 'tar-stream'
import { placeOf } from '../file/file-keep.ts'

/**
 * Files of evidence in a backup: one member each, `files/<sha256>`, after the tables. They never change under their name, so
 * they are read after the snapshot, and nobody waits for them. [STO-14]
 */
export type FileMember = { readonly sha256: string; readonly size: number }

const FOLDER = 'files/'
export const fileMember = (sha256: string): string => `${FOLDER}${sha256}`
/** The sum a member is named after; null: it is no file. */
export const sumOfMember = (name: string): string | null => /^files\/([0-9a-f]{64})$/.exec(name)?.[1] ?? null

/** @returns those whose bytes are whole, and the sums of those that the disk has lost or changed */
export async function packFiles(
  tar: Pack,
  data: string,
  sums: readonly string[],
): Promise<{ readonly files: readonly FileMember[]; readonly lost: readonly string[] }> {
  const files: FileMember[] = []
  const lost: string[] = []
  for (const sha256 of sums) {
    const place = placeOf(data, sha256)
    if (!existsSync(place)) {
      lost.push(sha256)
      continue
    }
    const { size } = await stat(place)
    const sum = createHash('sha256')
    async function* bytes(): AsyncIterable<Uint8Array> {
      for await (const chunk of createReadStream(place)) {
        sum.update(chunk)
        yield chunk
      }
    }
    await pipeline(bytes, tar.entry({ name: fileMember(sha256), size }))
    if (sum.digest('hex') === sha256) files.push({ sha256, size })
    else lost.push(sha256)
  }
  return { files, lost }
}

/** Puts one back; written beside and put in place when whole. What is there already is the same bytes. @throws RangeError when they are not those of the name */
export async function unpackFile(data: string, sha256: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const place = placeOf(data, sha256)
  const making = join(data, 'files', 'making')
  await mkdir(making, { recursive: true })
  await mkdir(dirname(place), { recursive: true })
  const beside = join(making, randomUUID())
  const sum = createHash('sha256')
  const out = await open(beside, 'wx', 0o600)
  try {
    for await (const chunk of bytes) {
      sum.update(chunk)
      await out.write(chunk)
    }
    await out.sync()
    if (sum.digest('hex') !== sha256) throw new RangeError(fileMember(sha256))
    await rename(beside, place)
  } finally {
    await out.close()
    await rm(beside, { force: true })
  }
}
