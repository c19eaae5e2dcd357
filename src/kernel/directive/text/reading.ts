import type { Range } from '../extraction.ts'

/**
 * Names that a register says are borne on the day of the letter. [DIR-38]
 *
 * The grammar knows a body by its shape, and cuts at «và» and at a comma before what it does not know as a field. A province
 * may name a department as no other does («Sở Xây dựng và Đô thị»): such a name is taken whole, before the grammar cuts it.
 */
export type BorneNames = ReadonlyMap<string, readonly string[]>

/**
 * The text as the grammar reads it, and the way back.
 *
 * People paste the same letter in many dresses: NFC or NFD, «hoà» or «hòa», with hard blanks, soft hyphens, three kinds of
 * dash. The grammar sees one dress: NFC, tone on the first vowel of a final oa/oe/uy, one plain blank where there were
 * several, one kind of dash, Đ for the Icelandic Ð. Every character remembers where it stood in the original, so that a
 * span found here can be cut out of the text that was handed in. [DIR-1]
 *
 * `lower` has the same length as `text`: position i means the same character in both.
 */
export type Reading = {
  readonly original: string
  readonly text: string
  readonly lower: string
  /** Original start of character i, and original end; both have one entry a UTF-16 unit of `text`. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** Typed without marks; the words that are known were given theirs (unmarked.ts). */
  readonly isUnmarked: boolean
  /** Names the register knows on the day of the letter; empty: none were given. */
  readonly borne: BorneNames
}

const PLAIN: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '\v': ' ',
  '\f': '\n',
  '\r': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u00d0': 'Đ',
  '\u00f0': 'đ',
  '\u2028': '\n',
  '\u2029': '\n',
}
/** Soft hyphen, zero-width characters, directional marks and the byte-order mark carry no word. */
const SILENT = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
const MARK = /\p{M}/u
const TONE_MOVES: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}
/** A final oa, oe or uy with its tone on the second vowel. */
const OLD_PLACE = /(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})(?<![qQ]..)/gu

/** One lower-case unit for each unit: the few letters that grow when lowered stay as they are. */
const lowerOf = (text: string): string => {
  const lowered = text.toLowerCase()
  if (lowered.length === text.length) return lowered
  return [...text].map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')
}

/** «Hoà», «thuỷ» → «Hòa», «thủy»; «hoàn» and «quý» stay. The length does not change. */
function placeTones(text: string): string {
  return text.replace(OLD_PLACE, (pair: string) => {
    const moved = TONE_MOVES[pair.toLowerCase()] ?? pair
    const cased = (i: 0 | 1): string => (pair.charAt(i) === pair.charAt(i).toUpperCase() ? moved.charAt(i).toUpperCase() : moved.charAt(i))
    return cased(0) + cased(1)
  })
}

/** Combining marks; the letters of Vietnamese (U+1E00–1EFF) are asked about most and are none. */
const isMark = (code: number): boolean =>
  code >= 0x300 && (code <= 0x36f || ((code < 0x1e00 || code > 0x20cf) && MARK.test(String.fromCharCode(code))))
/** Letters that are their own NFC. */
const isStable = (code: number): boolean => code < 0x250 || (code >= 0x1e00 && code <= 0x1eff)

/** A row of a table pasted from a sheet: at least three cells with tabs between them. */
const isTabbed = (line: string): boolean => /[^\t]\t+[^\t]+\t/u.test(line)

/** Printing ASCII but the blank, and the letters of Vietnamese as NFC has them; not Ð and ð, which stand for Đ. */
const isOwn = (code: number): boolean =>
  (code > 0x20 && code < 0x7f) || (code >= 0xc0 && code < 0x250 && code !== 0xd0 && code !== 0xf0) || (code >= 0x1ea0 && code <= 0x1ef9)

/** The same as a table, since it is asked of every character of every text. */
const LAST_OWN = 0x1ef9
const OWN = Uint8Array.from({ length: LAST_OWN + 1 }, (_, code) => (isOwn(code) ? 1 : 0))

const NONE: BorneNames = new Map()

/** Where the characters that stand for themselves end: a blank between two of them is one, a letter that has marks of its own is none. */
function runFrom(original: string, start: number): number {
  let at = start
  let isBlank = false
  for (; at < original.length; at++) {
    const code = original.charCodeAt(at)
    if (code <= LAST_OWN && OWN[code] === 1) isBlank = false
    else if (code === 0x20 && !isBlank && at > start) isBlank = true
    else break
  }
  if (isBlank) return at - 1
  return at < original.length && at > start && isMark(original.charCodeAt(at)) ? at - 1 : at
}

export function read(original: string): Reading {
  const from = new Uint32Array(original.length + 1)
  const to = new Uint32Array(original.length + 1)
  const parts: string[] = []
  let length = 0
  let last = '\n'
  const push = (chars: string, start: number, end: number): void => {
    for (let k = 0; k < chars.length; k++) {
      from[length] = start
      to[length] = end
      length++
    }
    parts.push(chars)
    last = chars.charAt(chars.length - 1)
  }
  let lineEnd = -1
  let isRow = false
  for (let i = 0; i < original.length; ) {
    // Most characters stand for themselves: they are taken in runs.
    const run = runFrom(original, i)
    if (run > i) {
      for (let k = i; k < run; k++) {
        from[length] = k
        to[length] = k + 1
        length++
      }
      parts.push(original.slice(i, run))
      last = original.charAt(run - 1)
      i = run
      continue
    }
    let end = i + 1
    // A base letter with its marks is one character of the reading; eight marks are more than any script needs.
    while (end < original.length && end < i + 9 && isMark(original.charCodeAt(end))) end++
    if (i >= lineEnd) {
      lineEnd = original.indexOf('\n', i)
      if (lineEnd < 0) lineEnd = original.length
      isRow = isTabbed(original.slice(original.lastIndexOf('\n', i - 1) + 1, Math.min(lineEnd, i + 4000)))
    }
    const raw = original.slice(i, end)
    const first = raw.charAt(0)
    const code = first.charCodeAt(0)
    const plain = isRow && first === '\t' ? '|' : code < 0x61 || code > 0x7a ? PLAIN[first] : undefined
    const chars =
      end === i + 1 ? (plain ?? (isStable(code) ? first : first.normalize('NFC'))) : ((plain ?? first) + raw.slice(1)).normalize('NFC')
    if ((code === 0xad || code >= 0x200b) && SILENT.test(first)) {
      // carries no word
    } else if (chars === ' ' && (last === ' ' || last === '\n')) {
      if (last === ' ') to[length - 1] = end
    } else if (chars === '\n' && last === ' ') {
      parts[parts.length - 1] = '\n' // a blank before the end of a line says nothing
      from[length - 1] = i
      to[length - 1] = end
      last = '\n'
    } else push(chars.length > raw.length ? raw : chars, i, end)
    i = end
  }
  const text = placeTones(parts.join(''))
  return { original, text, lower: lowerOf(text), from: from.slice(0, length), to: to.slice(0, length), isUnmarked: false, borne: NONE }
}

/** A span of the reading, as a span of the original. */
export function rangeOf(reading: Reading, start: number, end: number): Range {
  if (end <= start) return [0, 0]
  return [reading.from[start] ?? 0, reading.to[end - 1] ?? 0]
}

/** The original words of a span of the reading. */
export const wordsAt = (reading: Reading, start: number, end: number): string => {
  const [from, to] = rangeOf(reading, start, end)
  return reading.original.slice(from, to)
}
