import type { FoundSignature } from './read.ts'

/**
 * Signature fields of a PDF, as they say of themselves: who, when, why. Nothing is verified here, and nothing that reads
 * this may say that it was. [DOC-10]
 *
 * A signature covers ranges of bytes, so its dictionary always stands in the open, whatever else is packed.
 */
const MOST = 20

export function signaturesIn(bytes: Buffer): readonly FoundSignature[] {
  const found: FoundSignature[] = []
  for (let at = bytes.indexOf('/ByteRange'); at >= 0 && found.length < MOST; at = bytes.indexOf('/ByteRange', at + 1)) {
    const start = Math.max(bytes.lastIndexOf(' obj', at), at - 4_000)
    const end = bytes.indexOf('endobj', at)
    const dictionary = bytes
      .subarray(Math.max(0, start), end < 0 ? Math.min(bytes.length, at + 100_000) : Math.min(end, at + 200_000))
      .toString('latin1')
      .replace(/\/Contents\s*<[0-9a-fA-F\s]*>/, '')
    found.push({ name: field(dictionary, 'Name'), at: dateOf(field(dictionary, 'M')), reason: field(dictionary, 'Reason') })
  }
  return found
}

function field(dictionary: string, name: string): string | null {
  const literal = new RegExp(`/${name}\\s*\\(((?:\\\\[\\s\\S]|[^\\\\)]){0,500})\\)`).exec(dictionary)?.[1]
  const hex = new RegExp(`/${name}\\s*<([0-9a-fA-F\\s]{0,2000})>`).exec(dictionary)?.[1]
  const bytes =
    literal !== undefined
      ? Buffer.from(unescaped(literal), 'latin1')
      : hex === undefined
        ? null
        : Buffer.from(hex.replace(/\s/g, ''), 'hex')
  const text = bytes === null ? '' : decoded(bytes).trim()
  return text === '' ? null : text
}

const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
    /^[0-7]/.test(sign)
      ? String.fromCharCode(Number.parseInt(sign, 8))
      : sign === 'n'
        ? '\n'
        : sign === 'r'
          ? '\r'
          : sign === 't'
            ? '\t'
            : sign,
  )

/** UTF-16 by its mark, UTF-8 by its mark, else as it stands. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder(bytes[0] === 0xef && bytes[1] === 0xbb ? 'utf-8' : 'windows-1252').decode(bytes)
}

/** «D:20240305101500+07'00'» as 2024-03-05 10:15. */
function dateOf(text: string | null): string | null {
  const [, year, month, day, hour = '00', minute = '00'] = /^D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?/.exec(text ?? '') ?? []
  return year === undefined ? text : `${year}-${month}-${day} ${hour}:${minute}`
}
