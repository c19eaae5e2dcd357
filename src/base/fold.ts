/**
 * Vietnamese text, compared and ordered.
 *
 * `fold` gives the form in which words are searched: lower case, no marks, đ as d, one blank between words. NFD does not
 * split đ, so it is folded by name. `plainTone` keeps the marks but moves the tone to where the old and the new school
 * agree («hoà» = «hòa», «thuỷ» = «thủy»), for matching that must not lose accents: Sơn Hà is not Sơn Hạ.
 * `sortKey` gives bytes whose plain order (collation C) is the Vietnamese dictionary order; it is stored beside each name
 * because PGlite knows no `vi` collation.
 */

/** «Đà Nẵng» → «da nang». Punctuation becomes a blank; digits stay. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** «Đà Nẵng – 50%» → «da nang - 50%»: letters without their marks, dashes as one, every other sign as it is. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[–—‑]/g, '-')
    .toLowerCase()

const TONED = /(o)([àáảãạ])|(o)([èéẻẽẹ])|(u)([ỳýỷỹỵ])/g
const BARE: Readonly<Record<string, string>> = {
  à: 'a',
  á: 'a',
  ả: 'a',
  ã: 'a',
  ạ: 'a',
  è: 'e',
  é: 'e',
  ẻ: 'e',
  ẽ: 'e',
  ẹ: 'e',
  ỳ: 'y',
  ý: 'y',
  ỷ: 'y',
  ỹ: 'y',
  ỵ: 'y',
}
const TONE_OF: Readonly<Record<string, number>> = {
  à: 0,
  á: 1,
  ả: 2,
  ã: 3,
  ạ: 4,
  è: 0,
  é: 1,
  ẻ: 2,
  ẽ: 3,
  ẹ: 4,
  ỳ: 0,
  ý: 1,
  ỷ: 2,
  ỹ: 3,
  ỵ: 4,
}
const ON: Readonly<Record<string, string>> = { o: 'òóỏõọ', u: 'ùúủũụ' }

/** Lower case, NFC, tone on the first vowel of a final oa/oe/uy: «Hoà» → «hòa», but «hoàn» and «quý» stay. */
export function plainTone(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(new RegExp(`(?<!q)(?:${TONED.source})(?!\\p{L})`, 'gu'), (pair: string) => {
      const first = pair[0] ?? ''
      const second = pair[1] ?? ''
      const tone = TONE_OF[second] ?? 0
      return (ON[first]?.[tone] ?? first) + (BARE[second] ?? second)
    })
}

/** «Hoà giải, công chứng» → «hòa giải công chứng»: the words with their marks, one blank between. */
export const plainWords = (text: string): string =>
  plainTone(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a text was written with marks at all. */
export const hasMarks = (text: string): boolean => /[\p{M}đĐ]/u.test(text.normalize('NFD'))

const LETTERS = 'a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z'.split(' ')
const RANK = new Map(LETTERS.map((letter, i) => [letter, String.fromCharCode(65 + i)] as const))
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] // huyền, hỏi, ngã, sắc, nặng: the dictionary's order

/** A key whose byte order is Vietnamese dictionary order: letters first, then tones, then the original case. */
export function sortKey(text: string): string {
  let letters = ''
  let tones = ''
  for (const word of text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue
    if (letters !== '') letters += ' '
    for (const char of word.normalize('NFD')) {
      const tone = TONES.indexOf(char)
      if (tone >= 0) tones = `${tones.slice(0, -1)}${tone + 1}`
      else if (char === '\u0306' || char === '\u0302' || char === '\u031b') {
        const base = LETTERS.find((_, i) => RANK.get(LETTERS[i] ?? '') === letters.at(-1)) ?? ''
        const joined = (base + char).normalize('NFC')
        const placed = RANK.get(joined)
        if (placed !== undefined) letters = letters.slice(0, -1) + placed
      } else {
        letters += RANK.get(char) ?? char
        tones += '0'
      }
    }
  }
  return `${letters}\u0001${tones}`
}

/** In Vietnamese dictionary order by a name; the key of each is made once. */
export const byName = <T>(of: readonly T[], name: (one: T) => string): T[] =>
  of
    .map((one) => [sortKey(name(one)), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, one]) => one)
