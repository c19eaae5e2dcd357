import { fold } from '../../base/fold.ts'
import type { Span } from '../period/span.ts'

/**
 * A place is a unit-version: what bore a code, a name and a territory from one day to another. Codes are given again with
 * another meaning (52 was Bình Định and is Gia Lai), so neither code nor name is a key; a code is read with a day. [PLA-1]
 */
export const levels = ['province', 'district', 'commune'] as const
export type Level = (typeof levels)[number]

export type Place = Span & {
  readonly id: string
  readonly code: string
  /** Without the word of its level: «Hải Châu». */
  readonly name: string
  /** «Phường Hải Châu». */
  readonly fullName: string
  readonly level: Level
}

/** The words that stand before a name, as written in full and in short, with the level they mean. Longest first. */
const PREFIXES: readonly (readonly [RegExp, Level | null, string])[] = [
  [/^(?:thành phố|t\.?p\.?)\s*/iu, null, 'thành phố'],
  [/^(?:thị trấn\s|t\.?t(?:\.|\s))\s*/iu, 'commune', 'thị trấn'],
  [/^(?:thị xã\s|t\.?x(?:\.|\s))\s*/iu, 'district', 'thị xã'],
  [/^(?:đặc khu\s|đ\.?k(?:\.|\s))\s*/iu, 'commune', 'đặc khu'],
  [/^tỉnh\s+/iu, 'province', 'tỉnh'],
  [/^t\.\s*/iu, 'province', 'tỉnh'],
  [/^quận\s+/iu, 'district', 'quận'],
  [/^[Qq](?:\.\s*|\s*(?=\d)|\s+(?=\p{Lu}))/u, 'district', 'quận'],
  [/^huyện\s+/iu, 'district', 'huyện'],
  [/^h\.\s*/iu, 'district', 'huyện'],
  [/^phường\s+/iu, 'commune', 'phường'],
  [/^[Pp](?:\.\s*|\s*(?=\d)|\s+(?=\p{Lu}))/u, 'commune', 'phường'],
  [/^xã\s+/iu, 'commune', 'xã'],
  [/^x\.\s*/iu, 'commune', 'xã'],
]

/** «P. Hải Châu» → the word of its level, whether it was shortened, and the name; a name without such a word is all name. */
export function splitName(text: string): {
  readonly prefix: string | null
  readonly level: Level | null
  readonly name: string
  readonly shortened: boolean
} {
  const trimmed = text.trim()
  for (const [pattern, level, prefix] of PREFIXES) {
    const name = trimmed.replace(pattern, '').trim()
    if (name === trimmed || name === '') continue
    const typed = trimmed.slice(0, trimmed.length - name.length).trim()
    return { prefix, level, name, shortened: typed.toLowerCase() !== prefix }
  }
  return { prefix: null, level: null, name: trimmed, shortened: false }
}

/** Short and older forms that are no prefix of the name, folded and without blanks: «TT-Huế», «T.T. Huế», «quần đảo Hoàng Sa». */
const SHORT: Readonly<Record<string, string>> = {
  hcm: 'Hồ Chí Minh',
  hcmc: 'Hồ Chí Minh',
  saigon: 'Hồ Chí Minh',
  hn: 'Hà Nội',
  tthue: 'Thừa Thiên Huế',
  brvt: 'Bà Rịa - Vũng Tàu',
  dn: 'Đà Nẵng',
  daclac: 'Đắk Lắk',
  quandaohoangsa: 'Hoàng Sa',
  quandaotruongsa: 'Trường Sa',
  huyendaohoangsa: 'Hoàng Sa',
  huyendaotruongsa: 'Trường Sa',
}
const inFull = (name: string): string | undefined => SHORT[fold(name).replaceAll(' ', '')]

export type PlaceQuery = {
  /** Digits only: read as a code. */
  readonly code: string | null
  readonly name: string
  readonly prefix: string | null
  readonly level: Level | null
  /** What stands after a comma: the units above, nearest first. */
  readonly within: readonly string[]
  readonly abbreviated: boolean
}

/** Reads what a person typed: «52», «P. Hải Châu», «Hòa Khánh, Đà Nẵng», «TP.HCM». [PLA-3] */
export function readPlaceQuery(text: string): PlaceQuery {
  const [first = '', ...within] = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const { prefix, level, name, shortened } =
    inFull(first) === undefined ? splitName(first) : { prefix: null, level: null, name: first, shortened: false }
  // short names are those of provinces: «Phường Sài Gòn» is a ward [PLA-22]
  const long = level === null || level === 'province' ? inFull(name) : undefined
  return {
    code: /^\d{2,5}$/.test(first) ? first : null,
    // «Phường 01» is how lists are put in order; its name is 1
    name: long ?? (prefix === null ? name : name.replace(/^0+(?=\d+$)/, '')),
    prefix,
    level,
    within: within.map((part) => inFull(part) ?? inFull(splitName(part).name) ?? bareSplit(part)?.name ?? splitName(part).name),
    abbreviated: long !== undefined || shortened,
  }
}

/**
 * The other reading of words without marks: «quan son» is Quan Sơn, and may be Quận Sơn …; «xa dung» is Xa Dung. Null when the
 * first word is no word of a level. Both readings are tried, and the better match stands first.
 */
export function otherReading(query: PlaceQuery): PlaceQuery | null {
  const split = query.prefix === null ? bareSplit(query.name) : null
  return split === null ? null : { ...query, ...split }
}

const BARE: readonly (readonly [string, Level | null, string])[] = [
  ['thanh pho', null, 'thành phố'],
  ['thi tran', 'commune', 'thị trấn'],
  ['thi xa', 'district', 'thị xã'],
  ['dac khu', 'commune', 'đặc khu'],
  ['tinh', 'province', 'tỉnh'],
  ['quan', 'district', 'quận'],
  ['huyen', 'district', 'huyện'],
  ['phuong', 'commune', 'phường'],
  ['xa', 'commune', 'xã'],
]

function bareSplit(text: string): Pick<PlaceQuery, 'prefix' | 'level' | 'name'> | null {
  const found = BARE.find(([word]) => text.toLowerCase().startsWith(`${word} `))
  return found === undefined ? null : { prefix: found[2], level: found[1], name: text.slice(found[0].length).trim() }
}
