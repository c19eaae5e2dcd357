/** Bytes of a stream, as many at a time as are asked for: no more of it is held. */
export type BytesRead = {
  /** @returns fewer only at the end */
  take(length: number): Promise<Buffer>
  /** @returns how many there were to step over */
  skip(length: number): Promise<number>
  close(): Promise<void>
}

export function bytesRead(pieces: AsyncIterable<Uint8Array>): BytesRead {
  const source = pieces[Symbol.asyncIterator]()
  let held: Uint8Array = Buffer.alloc(0)
  const next = async (): Promise<boolean> => {
    const { done, value } = await source.next()
    held = done === true ? Buffer.alloc(0) : value
    return done !== true
  }
  const cut = (length: number): Uint8Array => {
    const piece = held.subarray(0, length)
    held = held.subarray(length)
    return piece
  }
  return {
    async take(length) {
      const first = cut(length)
      if (first.length === length) return Buffer.from(first.buffer, first.byteOffset, length)
      // put together once: a shape may lie in a thousand pieces
      const parts = [first]
      let left = length - first.length
      while (left > 0 && (await next())) {
        const piece = cut(left)
        parts.push(piece)
        left -= piece.length
      }
      return Buffer.concat(parts)
    },
    async skip(length) {
      let left = length - cut(length).length
      while (left > 0 && (await next())) left -= cut(left).length
      return length - left
    },
    async close() {
      await source.return?.()
    },
  }
}
