/**
 * Names of the fields after which ministries and departments are called, past and present, and their short forms. [DIR-11]
 *
 * Public knowledge of the state's organisation (the fields of the Government's structure and of Decrees 24/2014 and
 * 45/2025), needed to say where a name ends («Sở Văn hóa, Thể thao và Du lịch», «các Bộ: Quốc phòng, Công an») and to
 * correct a slip. Parts are joined by «và», «,», «-» or «&» as the writer likes; the official joining is printed.
 */
const SECTORS: readonly (readonly [name: string, short: string])[] = [
  ['Lao động - Thương binh và Xã hội', 'LĐTBXH'],
  ['Văn hóa, Thể thao và Du lịch', 'VHTTDL'],
  ['Nông nghiệp và Phát triển nông thôn', 'NNPTNT'],
  ['Nông nghiệp và Môi trường', 'NNMT'],
  ['Tài nguyên và Môi trường', 'TNMT'],
  ['Thông tin và Truyền thông', 'TTTT'],
  ['Kế hoạch và Đầu tư', 'KHĐT'],
  ['Khoa học và Công nghệ', 'KHCN'],
  ['Giáo dục và Đào tạo', 'GDĐT'],
  ['Dân tộc và Tôn giáo', 'DTTG'],
  ['Văn hóa và Thể thao', 'VHTT'],
  ['Quy hoạch - Kiến trúc', 'QHKT'],
  ['Giao thông vận tải', 'GTVT'],
  ['An toàn thực phẩm', 'ATTP'],
  ['Công Thương', 'CT'],
  ['Quốc phòng', 'QP'],
  ['Ngoại giao', 'NG'],
  ['Tài chính', 'TC'],
  ['Xây dựng', 'XD'],
  ['Nội vụ', 'NV'],
  ['Tư pháp', 'TP'],
  ['Du lịch', 'DL'],
  ['Ngoại vụ', 'NgV'],
  ['Công an', 'CA'],
  ['Y tế', 'YT'],
]
export const sectorNames: readonly string[] = SECTORS.map(([name]) => name)
const JOIN = '(?: và | - |, | & |&|-)'
const escaped = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Half in short: «Nông nghiệp và PTNT». */
const HALVES: readonly (readonly [written: string, name: string])[] = [
  ['nông nghiệp và ptnt', 'Nông nghiệp và Phát triển nông thôn'],
  ['nông nghiệp và pt nông thôn', 'Nông nghiệp và Phát triển nông thôn'],
  ['lao động - tb và xh', 'Lao động - Thương binh và Xã hội'],
  ['lao động - tbxh', 'Lao động - Thương binh và Xã hội'],
  ['lao động - tb&xh', 'Lao động - Thương binh và Xã hội'],
]

type Sector = { readonly name: string; readonly pattern: RegExp; readonly words: string }
const named: readonly Sector[] = SECTORS.map(([name]) => ({
  name,
  pattern: new RegExp(
    `${name
      .toLowerCase()
      .split(/ và | - |, /)
      .map(escaped)
      .join(JOIN)}(?![\\p{L}])`,
    'uy',
  ),
  words: name.toLowerCase(),
}))
const byFirstLetter = Map.groupBy(named, ({ words }) => words.charAt(0))
const shorts = new Map(SECTORS.map(([name, short]) => [short.toUpperCase(), name] as const))
const SHORT = /[A-ZĐ][A-Za-zĐđ]*(?:(?: ?[&-] ?|,| và )[A-ZĐ]{2,}(?![\p{Ll}]))*/uy

export type SectorAt = { readonly end: number; readonly name: string; readonly slip: boolean }

/** The field named at a place, in full or in short («TN&MT»), or one letter away from it. */
export function sectorAt(text: string, lower: string, position: number): SectorAt | null {
  for (const { name, pattern } of byFirstLetter.get(lower.charAt(position)) ?? []) {
    pattern.lastIndex = position
    const match = pattern.exec(lower)
    if (match !== null) return { end: position + match[0].length, name, slip: false }
  }
  for (const [written, name] of HALVES)
    if (lower.startsWith(written, position)) return { end: position + written.length, name, slip: false }
  SHORT.lastIndex = position
  // «NN-PTNT và UBND …»: as many parts as make a known short form.
  for (let short = SHORT.exec(text)?.[0] ?? ''; short !== ''; short = short.replace(/(?: ?[&-] ?|,| và |^)[A-ZĐ][A-Za-zĐđ]*$/u, '')) {
    if (/[\p{L}]/u.test(text.charAt(position + short.length))) continue
    const name = shorts.get(short.replace(/ và |[ &,-]/g, '').toUpperCase())
    if (name !== undefined) return { end: position + short.length, name, slip: false }
  }
  if (!/\p{Lu}/u.test(text.charAt(position))) return null
  for (const { name, words } of named) {
    if (words.length < 8) continue
    for (const length of [words.length, words.length - 1, words.length + 1]) {
      if (/[\p{L}]/u.test(lower.charAt(position + length))) continue
      const written = lower.slice(position, position + length)
      if (isOneEdit(words, written)) return { end: position + length, name, slip: true }
    }
  }
  return null
}

/** `STNMT`, `SKH&ĐT`, `BTC`: the body in one word. */
export function shortBody(word: string): string | null {
  const plain = word.replace(/[&-]/g, '').toUpperCase()
  const head = plain.startsWith('S') ? 'Sở' : plain.startsWith('B') ? 'Bộ' : null
  const name = shorts.get(plain.slice(1))
  return head === null || name === undefined || plain.length < 3 ? null : `${head} ${name}`
}

/** Equal but for one letter added, lost or changed; not equal. */
function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1)
}
