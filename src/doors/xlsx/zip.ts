import { crc32, createDeflateRaw } from 'node:zlib'

/** A member of the archive: its text comes piece by piece. */
type Member = { readonly name: string; readonly text: AsyncIterable<string> }

/** 1-1-1980, the first day a zip knows: the same members give the same bytes. */
const DATE = 0x0021
/** Sizes follow the bytes (bit 3); names are UTF-8 (bit 11). */
const FLAGS = 0x0808
const DEFLATED = 8
const MOST = 0xffff_ffff

type Written = { readonly name: Buffer; readonly crc: number; readonly packed: number; readonly size: number; readonly at: number }

/**
 * A zip archive as it is made, in constant memory, each member deflated. One that was cut off has no directory at its end and
 * is opened by nobody: whole and cut cannot be mistaken.
 *
 * @source APPNOTE.TXT 6.3, without zip64: a member of 4 GB and more is an accident
 */
export async function* zipped(members: Iterable<Member>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let at = 0
  for (const { name: text, text: pieces } of members) {
    const name = Buffer.from(text, 'utf8')
    const head = Buffer.concat([local(name), name])
    yield head
    let crc = 0
    let size = 0
    let packed = 0
    const deflate = createDeflateRaw({ level: 6 })
    const fed = feed(pieces, deflate, (bytes) => {
      crc = crc32(bytes, crc)
      size += bytes.length
    })
    for await (const bytes of deflate as AsyncIterable<Buffer>) {
      packed += bytes.length
      yield bytes
    }
    await fed
    if (size > MOST || packed > MOST || at > MOST) throw new RangeError(`${text} is too large for a zip`)
    written.push({ name, crc, packed, size, at })
    const tail = numbers([4, 0x0807_4b50], [4, crc], [4, packed], [4, size])
    yield tail
    at += head.length + packed + tail.length
  }
  const directory = Buffer.concat(written.flatMap((one) => [central(one), one.name]))
  yield directory
  yield numbers([4, 0x0605_4b50], [2, 0], [2, 0], [2, written.length], [2, written.length], [4, directory.length], [4, at], [2, 0])
}

/** Writes no faster than is read: nothing piles up behind a slow reader. A failure of the text is a failure of the archive. */
async function feed(
  pieces: AsyncIterable<string>,
  deflate: ReturnType<typeof createDeflateRaw>,
  seen: (bytes: Buffer) => void,
): Promise<void> {
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece, 'utf8')
      seen(bytes)
      if (!deflate.write(bytes)) await drained(deflate)
    }
    deflate.end()
  } catch (error) {
    deflate.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

/** Or closed: whoever reads has gone away, and nobody waits for him. */
const drained = (deflate: ReturnType<typeof createDeflateRaw>): Promise<void> =>
  new Promise((done, failed) => {
    const gone = (): void => failed(new Error('the reader has gone away'))
    deflate.once('close', gone)
    deflate.once('drain', () => {
      deflate.off('close', gone)
      done()
    })
  })

const numbers = (...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}

const local = (name: Buffer): Buffer =>
  numbers([4, 0x0403_4b50], [2, 20], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DATE], [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0])

const central = ({ name, crc, packed, size, at }: Written): Buffer =>
  numbers(
    [4, 0x0201_4b50],
    [2, 20],
    [2, 20],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, DATE],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, at],
  )
