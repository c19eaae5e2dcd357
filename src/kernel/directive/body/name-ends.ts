import { verbAt } from '../order/verbs.ts'
import type { Reading } from '../text/reading.ts'
import { isCapitalAt, stick } from '../text/sticky.ts'
import { CLASS_NOUN, FIELD_HOUSE, LEVEL, LEVEL_HOUSE, NAME_ENDS, NAMED_HOUSE, TITLE, WHOLE_HOUSE } from './body-words.ts'

/**
 * Where a name ends. [DIR-9]
 *
 * Vietnamese writes only the first syllable of a word with a capital («Sở Thông tin và Truyền thông»), so capitals alone do
 * not end a name. It goes on over capitals, over «và» before another capital, and over small words, until a word begins an
 * order (verbs.ts), a small word that no name holds («trong», «được»), a digit, or a pause.
 */
export type Place = { readonly name: string; readonly level: string | null; readonly start: number; readonly end: number }
export type Places = { readonly names: readonly Place[]; readonly end: number }

const LETTER = /[\p{L}\p{N}]/u
const LEVEL_BEHIND = new RegExp(` (?:${LEVEL})(?![\\p{L}])`, 'uy')
const PLACE_LEVEL = new RegExp(`(?:${LEVEL}) `, 'uy')
const OF_LEVEL = new RegExp(` (?:${LEVEL}|trung ương|việt nam)(?![\\p{L}])`, 'uy')

/** On over « tỉnh Lai Châu», « thành phố», or a bare « Quảng Nam» after a known name. */
export function placeEnd(reading: Reading, position: number): number {
  const { text, lower } = reading
  const region = stick(/ khu vực (?:[IVX]+|\d+)/iuy, text, position)
  if (region !== null) return position + region.length
  const short = stick(/ (?:TP|tp)\.? ?HCM(?![\p{L}])/uy, text, position)
  if (short !== null) return position + short.length
  // «UBND H.Hòa Lâm», «P.Bình An»: the level in one letter.
  const letter = stick(/ (?:H|Q|P|X|TX|TT|TP)\. ?\p{Lu}\p{Ll}+/uy, text, position)
  if (letter !== null) return capitalsEnd(text, position + letter.length)
  const level = stick(OF_LEVEL, lower, position)
  if (level !== null) {
    const after = position + level.length
    if (/tỉnh|thành phố/u.test(level) && personLength(text, after) > 0) return after
    return capitalsEnd(text, after + smallCapital(reading, after))
  }
  return capitalsEnd(text, position)
}

/** «UBND tỉnh quảng Nam»: a place whose first capital was forgotten. */
function smallCapital({ text, lower }: Reading, position: number): number {
  const word = stick(/ \p{Ll}+(?= \p{Lu}\p{Ll})/uy, text, position)
  if (
    word === null ||
    verbAt(lower, position + 1) !== null ||
    stick(NAME_ENDS, lower, position + 1) !== null ||
    stick(CLASS_NOUN, lower, position + 1) !== null
  )
    return 0
  const next = position + word.length + 1
  return bodyStarts({ lower }, next) ? 0 : word.length
}

/** Over words with capitals; a house's word with a capital begins another body and is not taken. */
export function capitalsEnd(text: string, position: number): number {
  let end = position
  for (let i = 0; i < 6; i++) {
    const word = stick(/ (?:\p{Lu}[\p{L}]*|\d+(?![\d/.,-]))/uy, text, end)
    if (
      word === null ||
      /^ (?:Sở|Bộ|Ban|Cục|UBND|HĐND|Ủy ban|Công an|Văn phòng|Thủ tướng|Thủ trưởng|Chủ tịch|Giám đốc|Phó|Trưởng)(?![\p{L}])/u.test(
        text.slice(end, end + 14),
      )
    )
      break
    end += word.length
  }
  return position + beforePerson(text.slice(position, end))
}

/** The commonest family names: with two capitals more behind a place they begin a person («UBND tỉnh Bình An Lê Văn Ba»). */
const FAMILY =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lương|Trịnh|Mai|Tô|Hà|Cao|Tạ|Phùng|Trương|Lâm|Vương|Lưu'
const PERSON = new RegExp(`(?<=\\p{L}) (?:${FAMILY}) \\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+$`, 'u')
/** No province or city but one is called so: «UBND thành phố Lê Văn Ba» is the city's chairman. [DIR-50] */
const PERSON_ALONE = new RegExp(
  ` (?!Hồ Chí Minh|\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+ (?:${FAMILY}) \\p{Lu})(?:${FAMILY})(?: \\p{Lu}\\p{Ll}*){2,3}(?![\\p{L}])`,
  'uy',
)
/** The length of a person's name that stands behind a title and its house; 0: none does. */
export const personLength = (text: string, position: number): number =>
  isCapitalAt(text, position + 1) ? (stick(PERSON_ALONE, text, position)?.length ?? 0) : 0
const beforePerson = (words: string): number => PERSON.exec(words)?.index ?? words.length

/** «: Đắk Lắk, Gia Lai và Lâm Đồng» after a word of level: the places one by one; null where none follows. */
export function placesAt(reading: Reading, position: number): Places | null {
  const { text, lower } = reading
  let at = position + (stick(/:? /uy, text, position)?.length ?? 0)
  if (at === position || !isCapitalAt(text, at)) return null
  const names: Place[] = []
  let level: string | null = null
  for (;;) {
    const end = capitalsEnd(text, at - 1)
    if (end <= at || !isCapitalAt(text, at)) break
    names.push({ name: text.slice(at, end), level, start: at, end })
    const separator = stick(/, và |, | và |; /uy, text, end)
    if (separator === null) return { names, end }
    // «các quận A, B và huyện C»: a place may bring its own level.
    const next = end + separator.length
    const own = stick(PLACE_LEVEL, lower, next)
    const begin = next + (own?.length ?? 0)
    if (!isCapitalAt(text, begin) || (own === null && bodyStarts(reading, begin) && !isPlaceName(reading, begin))) return { names, end }
    level = own === null ? null : own.trim()
    at = begin
  }
  return names.length === 0 ? null : { names, end: names.at(-1)?.end ?? at }
}

/** «Hội An», «Đoàn Kết»: it begins like a house, and is two capitals with the order or a pause behind them. [DIR-44] */
function isPlaceName(reading: Reading, position: number): boolean {
  const two = stick(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?![\p{L}])/uy, reading.text, position)
  if (two === null || stick(LEVEL_HOUSE, reading.lower, position) !== null || stick(FIELD_HOUSE, reading.lower, position) !== null)
    return false
  const end = position + two.length
  return /[,;.:]/u.test(reading.text.charAt(end)) || (!isCapitalAt(reading.text, end + 1) && verbAt(reading.lower, end + 1) !== null)
}

/** A word of a house or a title begins here. */
export const bodyStarts = (reading: Pick<Reading, 'lower'>, position: number): boolean =>
  [FIELD_HOUSE, LEVEL_HOUSE, NAMED_HOUSE, WHOLE_HOUSE, TITLE].some((pattern) => stick(pattern, reading.lower, position) !== null)

/** «Phòng Văn hóa - Xã hội các xã, phường»: the same house in several places. */
const PLACES_AFTER = new RegExp(`các (?:${LEVEL}|địa phương|cấp)(?![\\p{L}])`, 'uy')
const COUNTED = /(?:^|[^\p{L}])(?:tổ|tổ công tác|ban chỉ đạo|quân khu|khu vực|dự án|đội|đoàn|số|chi nhánh)$/u
/** «Ban quản lý», «Trung tâm điều hành»: after these, a word of work is part of the name. */
const OF_HOUSE = /(?:^|[^\p{L}])(?:ban|trung tâm|hội đồng|tổ|cục|viện|quỹ|dự án|qlda|đầu tư|bql)$/u

/** «Công ty Quản lý khai thác …», «Văn phòng đăng ký …»: a second word of work that belongs to the first, or to the house. */
const MORE_WORK: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|[^\p{L}])quản lý$/u, /(?:khai thác|bảo trì|duy tu|bảo tồn)(?!\p{L})/uy],
  [/(?:^|[^\p{L}])văn phòng$/u, /(?:đăng ký|thường trực)(?!\p{L})/uy],
]
/** The words of work inside a name that begin at a place; null where the name is over, or goes on otherwise. [DIR-9] */
function workInName({ text, lower }: Reading, end: number, at: number): string | null {
  const before = lower.slice(Math.max(0, end - 12), end)
  if (isCapitalAt(text, at)) {
    // «Đăng ký», «Kiểm định»: the second syllable of such a word is no order of its own
    const phrase = verbAt(lower, at)
    return phrase?.includes(' ') === true && !phrase.includes(',') ? phrase : null
  }
  const inner = OF_HOUSE.test(before.slice(-10)) ? stick(INNER_WORK, lower, at) : null
  return inner ?? MORE_WORK.map(([house, work]) => (house.test(before) ? stick(work, lower, at) : null)).find((one) => one !== null) ?? null
}
const INNER_WORK =
  /chỉ đạo|chỉ huy|quản lý|thường trực|điều phối|tổ chức|kiểm tra|bảo vệ|điều hành|phát triển|phục vụ|đầu tư|xây dựng|bảo trì|giải phóng mặt bằng/uy

/** «Dịch vụ tổng hợp xã rà soát»: a word of work with the level right behind it, and then the order or a pause, is of the name. */
function isOfName({ text, lower }: Reading, at: number): boolean {
  const verb = verbAt(lower, at)
  const level = verb === null ? null : stick(LEVEL_BEHIND, lower, at + verb.length)
  if (verb === null || level === null) return false
  const end = at + verb.length + level.length
  return /^(?:$|[,;:.)\n])/u.test(text.slice(end, end + 1)) || verbAt(lower, end + 1) !== null
}

/** Places that the text itself names as such, behind a word of level or before its date («Huế, ngày …»). */
const placesOf = new WeakMap<Reading, ReadonlySet<string>>()
const NAMED_PLACE = new RegExp(
  `(?:${LEVEL}) (?<name>\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){0,2})|(?<dated>\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){0,2}), ngày`,
  'gu',
)
function placesNamed(reading: Reading): ReadonlySet<string> {
  const known = placesOf.get(reading)
  if (known !== undefined) return known
  const found = new Set([...reading.text.matchAll(NAMED_PLACE)].map(({ groups }) => groups?.['name'] ?? groups?.['dated'] ?? ''))
  placesOf.set(reading, found)
  return found
}
/** «phường An Bình»: what kind of place the text says elsewhere that one of a list is; null where it does not, or says two. [DIR-58] */
const levelsOf = new WeakMap<Reading, ReadonlyMap<string, string | null>>()
const PLACE_OF_LEVEL = new RegExp(`(?<!, |/| và )(?<level>${LEVEL}) (?<name>\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){0,2})`, 'gu')
export function levelNamed(reading: Reading, name: string): string | null {
  let levels = levelsOf.get(reading)
  if (levels === undefined) {
    const found = new Map<string, string | null>()
    for (const { groups } of reading.text.matchAll(PLACE_OF_LEVEL)) {
      const [place, level] = [groups?.['name'] ?? '', groups?.['level'] ?? '']
      found.set(place, found.has(place) && found.get(place) !== level ? null : level)
    }
    levels = found
    levelsOf.set(reading, levels)
  }
  return levels.get(name) ?? null
}
/** A place ends a name, unless what kind of place follows. [DIR-53] */
function endsInPlace(reading: Reading, start: number, end: number): boolean {
  const run = /(?:^| )((?:\p{Lu}\p{Ll}+ ){0,2}\p{Lu}\p{Ll}+)$/u.exec(reading.text.slice(Math.max(start, end - 36), end))?.[1]
  return (
    run !== undefined &&
    (placesNamed(reading).has(run) || (run.includes(' ') && placesNamed(reading).has(run.split(' ').slice(-2).join(' '))))
  )
}
const AFTER_PLACE = new RegExp(`(?:${LEVEL}|khu vực|miền|số|cơ sở|chi nhánh)(?!\\p{L})`, 'uy')

/** A name of its own: on over capitals and over small words that neither begin an order nor end a name. */
export function nameEnd(reading: Reading, position: number): number {
  const { text, lower } = reading
  let end = position
  for (let words = 0; words < 14; words++) {
    const gap = stick(
      /(?<=\p{L}(?:hám|hòng|háy)), (?=ch[ốữ])|(?<=ông chức), (?=viên chức)| - | & | và (?=\p{Lu})| và (?=(?:\p{Ll}+ ){1,4}(?:tỉnh|thành phố|huyện|xã|phường)(?!\p{L}))| (?=\S)|, (?=\p{Lu}\p{Ll}+ (?:(?:\p{Ll}+ )?(?:và(?= \p{Lu})|hình)|\p{Ll}+ (?:Trung ương|tỉnh|thành phố)))/uy,
      text,
      end,
    )
    if (gap === null) break
    const at = end + gap.length
    if (stick(PLACES_AFTER, lower, at) !== null) break
    if (gap.startsWith(',') && bodyStarts(reading, at)) break
    if (
      gap.includes('và') &&
      !isCapitalAt(text, at) &&
      (verbAt(lower, at) !== null ||
        stick(CLASS_NOUN, lower, at) !== null ||
        stick(NAME_ENDS, lower, at) !== null ||
        lower.startsWith('các ', at))
    )
      break
    if (
      gap.includes('và') &&
      bodyStarts(reading, at) &&
      !(end === position && /(?:báo|đài)$/u.test(lower.slice(Math.max(0, end - 4), end)))
    )
      break
    const inner = workInName(reading, end, at)
    if (inner !== null) {
      end = at + inner.length
      continue
    }
    // «Tổ công tác 30», «Quân khu 5»: a number that counts the house.
    const count = COUNTED.test(lower.slice(Math.max(0, end - 16), end)) ? stick(/\d{1,4}(?![\d/.,%-]|\p{L})/uy, text, at) : null
    if (count !== null) {
      end = at + count.length
      continue
    }
    if (!isCapitalAt(text, at) && endsInPlace(reading, position, end) && stick(AFTER_PLACE, lower, at) === null) break
    if (!isCapitalAt(text, at)) {
      const isVerb =
        verbAt(lower, at) !== null &&
        stick(/(?<=(?:công|chương|quy|lộ) )trình(?!\p{L})|(?<=việc )làm(?!\p{L})/uy, lower, at) === null &&
        !isOfName(reading, at)
      if (!LETTER.test(text.charAt(at)) || isVerb || stick(NAME_ENDS, lower, at) !== null || /\d/.test(text.charAt(at))) break
    }
    const word = stick(/[\p{L}\p{N}&]+(?:-[\p{L}\p{N}&]+)*/uy, text, at)
    if (word === null) break
    end = at + word.length
  }
  return end
}
