/**
 * From bytes to text: UTF-8, or UTF-16 when a byte-order mark says so. Null when the bytes are neither; nothing is guessed,
 * because offsets into a text wrongly decoded point nowhere. (TCVN3, VNI and windows-1258: later, with conversion shown.)
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
