/**
 * Which ranks of the register a class of bodies is made of, «các sở, ban, ngành khác và UBND các quận, huyện»: by the words in
 * it. Null when none is known («các cơ quan, đơn vị liên quan»): then only a person can name the bodies. [TSK-20]
 */
const word = (alternatives: string): RegExp => new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'u')
const RANKS: readonly (readonly [words: RegExp, ranks: readonly string[]])[] = [
  [word('sở'), ['so']],
  [word('ban,? ngành'), ['so', 'don-vi', 'luc-luong']],
  [word('quận|huyện|thị xã'), ['district']],
  [word('(?<!thị )xã|phường|đặc khu'), ['commune']],
  [word('bộ(?! chỉ huy| đội| tư lệnh)'), ['bo']],
]

export function ranksOf(name: string): readonly string[] | null {
  const words = name.normalize('NFC').toLowerCase()
  const ranks = [...new Set(RANKS.flatMap(([pattern, found]) => (pattern.test(words) ? found : [])))]
  return ranks.length === 0 ? null : ranks
}

/** «khác»: without those the document names by themselves. */
export const isOfOthers = (name: string): boolean => word('khác').test(name.normalize('NFC').toLowerCase())
