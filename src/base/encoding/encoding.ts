import { isSyllable } from './syllable.ts'
import { fromTcvn3 } from './tcvn3.ts'
import { fromVni } from './vni.ts'

/**
 * Which bytes a Vietnamese text was written in, and the text in Unicode.
 *
 * UTF-8 and UTF-16 say themselves what they are. Of the tables of one byte a letter the one is taken under which the words are
 * Vietnamese; where no table gives that, nothing is guessed. [DOC-7]
 */
export const legacyEncodings = ['tcvn3', 'vni', 'windows-1258'] as const
export type LegacyEncoding = (typeof legacyEncodings)[number]
export type Decoded = { readonly text: string /** null: Unicode from the start. */; readonly legacy: LegacyEncoding | null }

/** @returns null: no known table makes words of these bytes, or they are no text */
export function decode(bytes: Uint8Array): Decoded | null {
  const marked = byMark(bytes)
  const text = strictly(marked ?? 'utf-8', bytes)
  if (text !== null) return text.includes('\0') ? null : (repaired(text) ?? { text, legacy: null })
  if (marked !== null || bytes.includes(0)) return null
  return byWords([
    ['tcvn3', decodeAs.tcvn3(bytes)],
    ['vni', decodeAs.vni(bytes)],
    ['windows-1258', decodeAs['windows-1258'](bytes)],
  ])
}

/** Bytes of a table that is known already: a file that is read in pieces, each ending with a line. */
export const decodeAs: Readonly<Record<LegacyEncoding, (bytes: Uint8Array) => string>> = {
  tcvn3: (bytes) => fromTcvn3(bytewise(bytes), (character) => character.charCodeAt(0)),
  vni: (bytes) => fromVni(new TextDecoder('windows-1252').decode(bytes)),
  'windows-1258': (bytes) => new TextDecoder('windows-1258').decode(bytes).normalize('NFC'),
}

/**
 * A text of the right alphabet and the wrong letters, as when it is pasted from a page in a .Vn or VNI font: «Céng hßa».
 *
 * @returns null: it is as it should be
 */
export function repaired(text: string): Decoded | null {
  const head = text.slice(0, MOST_LOOKED_AT)
  if (!/[\u0080-\u00ff]/.test(head) || UNICODE_ONLY.test(head) || shareOfSyllables(head) >= ENOUGH) return null
  return byWords([
    ['tcvn3', asTyped.tcvn3(text)],
    ['vni', asTyped.vni(text)],
  ])
}

const asTyped: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  tcvn3: (text) => fromTcvn3(text, (character) => SINGLE_BYTE.get(character) ?? null),
  vni: fromVni,
  'windows-1258': (text) => text,
}

/** A text beside others that are known to be typed so. One that has letters of Unicode alone is not, and stays as it is. */
export const repairedAs = (legacy: LegacyEncoding, text: string): string => (mayBeLegacy(text) ? asTyped[legacy](text) : text)

/** Has letters with marks, and none that only Unicode has. */
export const mayBeLegacy = (text: string): boolean => /[\u0080-\u00ff]/.test(text) && !UNICODE_ONLY.test(text)
/** Letters with marks that no table of one byte a letter has: whoever writes them writes Unicode. */
const UNICODE_ONLY = /[ĂăĐđƠơƯư\u1ea0-\u1ef9]|\p{M}/u

const byMark = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const bytewise = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += CHUNK) text += String.fromCharCode(...bytes.subarray(i, i + CHUNK))
  return text
}
const CHUNK = 8192

/** What windows-1252 makes of each byte above ASCII. */
const SINGLE_BYTE: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, i) => [new TextDecoder('windows-1252').decode(Uint8Array.of(i + 128)), i + 128]),
)

/** So many of the words with marks must be Vietnamese. */
const ENOUGH = 0.8
const MOST_LOOKED_AT = 20_000

function byWords(readings: readonly (readonly [LegacyEncoding, string])[]): Decoded | null {
  const [best] = readings
    .map(([legacy, text]) => ({ legacy, text, share: shareOfSyllables(text.slice(0, MOST_LOOKED_AT)) }))
    .toSorted((a, b) => b.share - a.share)
  return best === undefined || best.share < ENOUGH ? null : { text: best.text, legacy: best.legacy }
}

/** Of the words with letters outside ASCII, how many are syllables; 1 when there is no such word. */
function shareOfSyllables(text: string): number {
  const words = text.match(/[\p{L}\p{M}]*[^\s\p{P}\p{N}A-Za-z]\S*/gu) ?? []
  const marked = words.map((word) => word.replace(/^[\p{P}]+|[\p{P}\p{N}]+$/gu, '')).filter((word) => /\P{ASCII}/u.test(word))
  return marked.length === 0 ? 1 : marked.filter(isSyllable).length / marked.length
}
