/**
 * Part of a file that is given back: `Range: bytes=100-199`, `100-`, `-100`, of one stretch. What is none, or several, is answered
 * with the whole, as the protocol has it.
 *
 * @source RFC 9110, 14
 */
export type Stretch = { readonly from: number; readonly to: number }

/** @returns null: the whole is meant; `none`: it begins behind the end of the file */
export function stretchIn(said: string | null, size: number): Stretch | null | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(said ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last))
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null
  return from >= size || from > to ? 'none' : { from, to }
}

/** Those bytes of a stream; it is read no further than their end. */
export function stretchOf(bytes: ReadableStream<Uint8Array>, { from, to }: Stretch): ReadableStream<Uint8Array> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let at = 0
    for await (const piece of bytes) {
      const part = piece.subarray(Math.max(0, from - at), Math.max(0, to + 1 - at))
      at += piece.length
      if (part.length > 0) yield part
      if (at > to) return
    }
  }
  return ReadableStream.from(pieces())
}
