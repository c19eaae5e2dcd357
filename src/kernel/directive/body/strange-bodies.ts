import { verbAt } from '../order/verbs.ts'
import type { Reading } from '../text/reading.ts'
import { isCapitalAt, matchesOf, stick, wordFrom } from '../text/sticky.ts'
import { bodiesAt } from './bodies.ts'
import { type Body, type BodyList, body } from './body.ts'
import { LEVEL, NAME_ENDS } from './body-words.ts'
import { capitalsEnd, placeEnd } from './name-ends.ts'

/**
 * Bodies that no list of houses knows. [DIR-40]
 *
 * An item that begins with one must not fall to the body of the item before. Two shapes: an abbreviation or a word that is
 * no Vietnamese syllable («VNPT Bình An», «Viettel»), with the place behind it; and a name that goes over capitals to the
 * very word that begins the order («Nghiệp đoàn Nghề cá Hòa Lâm vận động …»). What names a thing («Dự án …») is no body.
 */
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}(?:ng|nh|ch|[cmnpt])?$/u
const THING =
  /(?:dự án|tiểu dự án|gói thầu|tuyến|công trình|cầu|đường|cao tốc|quốc lộ|hồ|đập|sông|đề án|luật|bộ luật|pháp lệnh|nghị định|nghị quyết|thông tư|kế hoạch|chương trình|chỉ thị|quyết định|công điện|công văn|thông báo|quy hoạch|ngày|tháng|quý|năm|kỳ họp|hội nghị|lễ|tết|điều|khoản|mục|bước|điểm|phần|chương|phụ lục|mẫu|biểu|tiêu chí|chỉ tiêu|nhóm|nội dung|công tác|việc|hồ sơ|đợt|giai đoạn|cơn|bão|ông|bà)(?!\p{L})/uy
const FOREIGN_THING =
  /^(?:website|internet|email|facebook|zalo|tiktok|youtube|fanpage|video|clip|camera|radio|file|covid|container|logistics|smartphone|wifi|robot|chatbot|blockchain|startup|logo|slogan|poster)$/iu
/** Abbreviations of things, of whole bodies known otherwise, and of marks. */
const NO_BODY = /^(?:UBND|HĐND|CHXHCN|QCVN|TCVN|GRDP|GDP|FDI|ODA|BOT|PPP|PCCC|CNTT|CCCD|VNeID|TTHC|DVC|OCOP|KT|TM|TL|TUQ|[IVXLC]+)$/u

const ACTS =
  /^(?:,| và|:| (?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|khẩn trương|chỉ đạo|chủ động|cần|phải|tiếp tục|báo cáo|rà soát)(?!\p{L}))/u

/** @param end of the sentence @returns the bodies of a list that begins with one that is not known, or null */
export function strangeBodiesAt(reading: Reading, position: number, end: number): BodyList | null {
  const first = abbreviatedAt(reading, position) ?? runAt(reading, position, end)
  if (first === null) return null
  const bodies: Body[] = [first]
  let last = first.end
  for (let i = 0; i < 20; i++) {
    const separator = stick(/, và |, |; | và /uy, reading.lower, last)
    if (separator === null) break
    const at = last + separator.length
    const known = bodiesAt(reading, at)
    const next = known?.bodies ?? [abbreviatedAt(reading, at)].filter((one) => one !== null)
    if (next.length === 0) break
    bodies.push(...next)
    last = known?.end ?? next[0]?.end ?? last
  }
  return { bodies, end: last }
}

const strange = (reading: Reading, start: number, end: number): Body =>
  body(reading, start, end, { isClass: false, open: false, rule: 'DIR-40' })

/** «VNPT Bình An», «Viettel», «PC Bình An». */
export function abbreviatedAt(reading: Reading, position: number): Body | null {
  const { text } = reading
  if (!isCapitalAt(text, position) || /[\p{L}\d/-]/u.test(text.charAt(position - 1))) return null
  const word = wordFrom(text, position)
  // «VEC» could be a syllable: with marks or before more capitals it is a word of a title
  const isShort = /^[A-ZĐ]{2,}\d*$/u.test(word) && !/^ \p{Lu}{2}/u.test(text.slice(position + word.length))
  const isForeign = /^[A-Z][A-Za-z]{4,}$/u.test(word) && !SYLLABLE.test(word.toLowerCase()) && !FOREIGN_THING.test(word)
  if (NO_BODY.test(word) || (!isShort && !isForeign)) return null
  if (/^[/.\d-]/u.test(text.slice(position + word.length))) return null
  const end = placeEnd(reading, position + word.length)
  // alone, with no place behind it, an abbreviation is as often a thing: who leads, helps or is hurried is a body
  if (end === position + word.length && !ACTS.test(reading.lower.slice(end, end + 24))) return null
  return strange(reading, position, end)
}

/**
 * «Bộ Y tế, Trung ương Hội Phụ nữ, Hội Quán Bình An: …»: behind a body that is known and before a colon stand names, though no
 * list knows them; each begins with a capital and holds no order. @returns null where the words are anything else
 */
export function namesBeforeColon(reading: Reading, known: BodyList, end: number): BodyList | null {
  const { text, lower } = reading
  const colon = text.slice(known.end, Math.min(end, known.end + 200)).search(/[:.;(]/u)
  if (colon < 4 || text.charAt(known.end + colon) !== ':' || !/^(?:,| và) /u.test(text.slice(known.end, known.end + 4))) return null
  const bodies: Body[] = []
  for (const piece of matchesOf(PIECES, text.slice(known.end, known.end + colon))) {
    const start = known.end + piece.index + (piece[1] ?? '').length
    const name = piece[2] ?? ''
    const isName = matchesOf(SMALL_WORDS, name).every(
      ({ index }) => verbAt(lower, start + index + 1) === null && stick(NAME_ENDS, lower, start + index + 1) === null,
    )
    if (!isCapitalAt(text, start) || !isName) return null
    bodies.push(strange(reading, start, start + name.length))
  }
  return bodies.length === 0 ? null : { bodies: [...known.bodies, ...bodies], end: known.end + colon }
}
const PIECES = /(, và |, | và (?=\p{Lu}))((?:(?!,| và \p{Lu}).)+)/gu
const SMALL_WORDS = / (?=\p{Ll})/gu

const LEVEL_WORD = new RegExp(`(?:${LEVEL})(?!\\p{L})`, 'uy')
/** A name in capitals that ends where the order begins. */
function runAt(reading: Reading, position: number, until: number): Body | null {
  const { text, lower } = reading
  if (stick(/\p{Lu}\p{Ll}+/uy, text, position) === null || verbAt(lower, position) !== null || stick(THING, lower, position) !== null)
    return null
  if (stick(NAME_ENDS, lower, position) !== null) return null
  let end = position + wordFrom(text, position).length
  let isName = false // the last word has a capital, counts, or says the level
  let capitals = 0
  for (let words = 1; words < 14 && end < until; words++) {
    const gap = stick(/ (?=[\p{L}\d])| - (?=\p{Lu})/uy, text, end)
    if (gap === null) break
    const at = end + gap.length
    const isCapital = isCapitalAt(text, at)
    if (!isCapital && verbAt(lower, at) !== null) return isName && capitals > 0 ? strange(reading, position, end) : null
    if (stick(NAME_ENDS, lower, at) !== null || stick(/(?:của|các)(?!\p{L})/uy, lower, at) !== null) return null
    if (isCapital) capitals += 1
    isName = isCapital || /^\d/u.test(text.slice(at)) || stick(LEVEL_WORD, lower, at) !== null
    end = isCapital ? Math.max(capitalsEnd(text, at - 1), at + wordFrom(text, at).length) : at + wordFrom(text, at).length
  }
  return null
}
