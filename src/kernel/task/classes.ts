/**
 * Which ranks of the register a class of bodies is made of, «các sở, ban, ngành khác và UBND các quận, huyện»: by the words in
 * it. Null when none is known («các cơ quan, đơn vị liên quan»): then only a person can name the bodies. [TSK-20]
 */
const word = (alternatives: string): RegExp => new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'u')
const RANKS: readonly (readonly [words: RegExp, ranks: readonly string[]])[] = [
  [word('(?<!cơ |trụ )sở'), ['so']],
  [word('ban,? ngành'), ['so', 'don-vi', 'luc-luong']],
  [word('quận|huyện|thị xã'), ['district']],
  [word('(?<!thị |hợp tác )xã(?! hội)|phường|đặc khu'), ['commune']],
  [word('(?<!cán |nội |toàn |đồng |tiến )bộ(?! chỉ huy| đội| tư lệnh| phận)'), ['bo']],
]

export function ranksOf(name: string): readonly string[] | null {
  const words = name.normalize('NFC').toLowerCase()
  const ranks = [...new Set(RANKS.flatMap(([pattern, found]) => (pattern.test(words) ? found : [])))]
  return ranks.length === 0 ? null : ranks
}

/** «khác»: without those the document names by themselves. */
export const isOfOthers = (name: string): boolean => word('khác').test(name.normalize('NFC').toLowerCase())

const LEVELS = ['quận', 'huyện', 'thị xã', 'thành phố', 'đặc khu', 'thị trấn', 'xã', 'phường'] as const
/** «UBND thị xã Điện Bàn»: the level is the first that stands in it. */
const LEVEL = word(LEVELS.join('|'))
/** Bodies that are those of a level; in the name of any other, «xã hội», «công an thành phố», the word says nothing. */
const LEVELLED: ReadonlySet<string> = new Set(['district', 'commune'])

/** Whether a body of that rank is of a level that the class names: «các xã, phường» is no «đặc khu». */
export function isOfLevel(name: string, body: string, rank: string): boolean {
  if (!LEVELLED.has(rank)) return true
  const level = LEVEL.exec(body.normalize('NFC').toLowerCase())?.[0]
  return level === undefined || word(level === 'xã' ? '(?<!thị )xã' : level).test(name.normalize('NFC').toLowerCase())
}

const PLAIN =
  /(?<!\p{L})(?:thủ trưởng|giám đốc|chủ tịch|lãnh đạo|ủy ban nhân dân|uỷ ban nhân dân|ubnd|các|những|sở|ban|ngành|bộ|cấp|cơ quan|đơn vị|địa phương|quận|huyện|thị xã|thị trấn|thành phố|tỉnh|xã|phường|đặc khu|trực thuộc trung ương|ngang bộ|thuộc|của|và|khác)(?!\p{L})|[^\p{L}\p{N}]+/gu

/** What the words say besides, «miền núi», «liên quan»: no register tells whom it leaves out, a person must. Null: nothing. */
export function limitOf(name: string): string | null {
  const rest = name.normalize('NFC').toLowerCase().replace(PLAIN, ' ').replace(/ +/g, ' ').trim()
  return rest === '' ? null : rest
}
