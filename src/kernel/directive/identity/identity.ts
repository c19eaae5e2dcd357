import { type Day, dayOf } from '../../period/day.ts'
import { bodiesAt } from '../body/bodies.ts'
import type { DirectiveIdentity, DocumentType } from '../extraction.ts'
import { isLetterHead } from '../text/items.ts'
import { type Reading, read } from '../text/reading.ts'
import { dateAt } from '../time/dates.ts'
import { numbersIn, typeOfNumber, withoutBlanks } from './numbers.ts'
import { ofReport, speaker } from './report-identity.ts'

/**
 * Number, type, issuer and day of the directive itself. [DIR-5]
 *
 * A letter states them in its head: «Số: …», the issuer above «CỘNG HÒA …», the place and day, the type as a line in
 * capitals (an official letter has «V/v» instead). A report of a letter states them in its first sentences: «UBND tỉnh vừa
 * ban hành Công văn số … ngày …». What is not said is null; nothing is guessed from a site's own date.
 */
const STATED = /(?:^|[\n|])[ |]*số ?:? ?(?=\d)/gu
const TYPES: Readonly<Record<string, DocumentType>> = {
  'công văn': 'công văn',
  'chỉ thị': 'chỉ thị',
  'kế hoạch': 'kế hoạch',
  'thông báo': 'thông báo',
  'quyết định': 'quyết định',
  'công điện': 'công điện',
  'nghị quyết': 'nghị quyết',
  'văn bản': 'văn bản',
  'công điện khẩn': 'công điện',
  'chương trình': 'kế hoạch',
  'tờ trình': 'văn bản',
  'báo cáo': 'văn bản',
  'hướng dẫn': 'văn bản',
}
export function identityIn(reading: Reading): DirectiveIdentity {
  const { lower } = reading
  const head = lower.slice(0, 2500)
  STATED.lastIndex = 0
  const stated = [...head.matchAll(STATED)][0]
  const isLetter = stated !== undefined || isLetterHead(reading.text, lower)
  return isLetter ? ofLetter(reading, stated === undefined ? null : stated.index + stated[0].length) : ofReport(reading)
}

function ofLetter(reading: Reading, at: number | null): DirectiveIdentity {
  const { text, lower } = reading
  const near = at === null ? undefined : numbersIn(text.slice(0, at + 60)).find((n) => n.start >= at - 1)
  // In its own place a number may have blanks around its hyphen: «3210/QĐ - UBND».
  const spaced = at === null ? null : /^\d+(?: ?\/ ?\d{4})? ?\/ ?[A-ZĐƯ]+ - [A-ZĐƯ][A-Za-zĐƯ&]*/u.exec(text.slice(at, at + 40))
  const number = spaced === null ? (near?.number ?? null) : withoutBlanks(spaced[0])
  const lines = text.slice(0, 3000).split('\n')
  const titled = lines
    .map((line) =>
      line.length > 40
        ? undefined
        : TYPES[
            line
              .trim()
              .toLowerCase()
              .replace(/[.:]$/u, '')
              .replace(/^(?<type>kế hoạch|chương trình) (?:phối hợp|liên tịch|hành động)$/u, '$<type>')
          ],
    )
    .find((type, i) => type !== undefined && lines[i] === lines[i]?.toUpperCase())
  const isLetterTo = /(?:^|\n|\|) ?v\/v|kính gửi/u.test(lower.slice(0, 2500))
  const coded = number === null ? null : typeOfNumber(number)
  const type = (coded === 'công văn' ? (titled ?? coded) : coded) ?? titled ?? (isLetterTo ? 'công văn' : null)
  return { number, type, issuer: issuerOfLetter(lines, reading) ?? concluded(lower) ?? actor(reading), date: dateOfLetter(reading) }
}

const HOUR = '(?:(?:hồi|lúc) )?(?:\\d{1,2} ?(?:giờ|h|g) ?(?:\\d{1,2}(?: ?phút)?)?,? )?'
const DAY_WORD = /ngày (?=\d)/gu
const FILLED = new RegExp(`, ?${HOUR}$`, 'u')
/** «Hà Nội, ngày … tháng 8 năm 2025»: the day is written in by hand, or never. */
const BLANK = /, ?ngày ?[.…_]* ?tháng ?[.…_]* ?(\d{1,2})? ?[.…_]* ?năm ?[.…_]* ?(20\d{2})?/u
/** A place stands before the comma, not a number («Chỉ thị số 17/CT-TTg, ngày …») or a weekday («thứ Sáu, ngày …»). */
const PLACE = /(?<!thứ )(?<![\p{L}\d/-])\p{Lu}[\p{L}.]*$/u
/** Nothing but letters from the beginning of the line or cell, as a scan that sets them apart gives a place. */
const ALONE = /[\n|][\p{L}. -]{2,45}$/u
const isPlace = (text: string, end: number): boolean => {
  const before = `${end < 60 ? '\n' : ''}${text.slice(Math.max(0, end - 60), end)}`
  return PLACE.test(before) || (ALONE.test(before) && !/thứ \p{L}+$/u.test(before))
}
const HEAD = 4000
const LONGEST_HOUR = 30

/** «Hà Nội, ngày 19 tháng 11 năm 2025»: the first date behind a place and a comma, above which no day was left blank. */
function dateOfLetter({ text, lower }: Reading): DirectiveIdentity['date'] {
  const blank = BLANK.exec(lower.slice(0, HEAD))?.index ?? HEAD
  for (const { index, 0: word } of lower.slice(0, blank).matchAll(DAY_WORD)) {
    const before = FILLED.exec(lower.slice(Math.max(0, index - LONGEST_HOUR), index))?.[0]
    const written = before !== undefined && isPlace(text, index - before.length) ? dateAt(lower, index + word.length) : null
    if (written?.day != null) return written.day
  }
  return null
}

/** Where the day of issue is left blank, the first day of the month or year that stands beside it: it gives dates their year. [DIR-42] */
export function aboutWhen({ lower }: Reading): Day | null {
  const blank = BLANK.exec(lower.slice(0, HEAD))
  const [year, month] = [Number(blank?.[2] ?? 0), Number(blank?.[1] ?? 1)]
  return year === 0 ? null : dayOf(year, month, 1)
}

/** The lines above the state's name: «ỦY BAN NHÂN DÂN / TỈNH QUẢNG TRỊ» → «UBND tỉnh Quảng Trị». */
function issuerOfLetter(lines: readonly string[], reading: Reading): string | undefined {
  const names: string[] = []
  for (const line of lines.slice(0, 14)) {
    // the state's name, broken at the width of its column, ends beside the issuer's
    // a scan sets the issuer's half of a line and the state's one behind the other
    const half = line.replace(/(?<=\p{L}\s+)(?:cộng h[òo][aà] xã hội chủ|độc lập\s*[-–]).*$/iu, '')
    const words =
      half
        .replace(/(?:^|\s+)VIỆT NAM\s*$/u, '')
        .split('|')
        .map((cell) => cell.trim())
        .find((cell) => cell !== '' && !STATE.test(cell)) ?? ''
    if ((STATE.test(half) || /^số ?:/iu.test(half)) && names.length > 0) break
    if (/^(?:số ?:|chỉ thị|quyết định|nghị quyết|kế hoạch|thông báo|công điện|công báo)/iu.test(words)) {
      if (names.length > 0 || !/^công báo|^số/iu.test(words)) break
      continue
    }
    const capitals = /(?:^|[^\p{L}])((?:\p{Lu}+[ ,-]+)*\p{Lu}{2,})$/u.exec(words)?.[1]
    if (capitals !== undefined && capitals.length > 3 && (capitals === words || capitals.length > 12) && names.at(-1) !== capitals)
      names.push(capitals)
  }
  if (names.length === 0) return undefined
  // «UBND TỈNH X / SỞ Y»: the body below is the one that writes
  const below = names.findLastIndex((name, i) => i > 0 && HOUSE_BELOW.test(name))
  // «TỈNH ỦY X / VĂN PHÒNG»: the office of the one above
  if (names[below] === 'VĂN PHÒNG' && below > 0) return namedInSmall(`VĂN PHÒNG ${names.slice(0, below).join(' ')}`)
  return asInText(reading, namedInSmall(names.slice(Math.max(0, below)).join(' ')))
}

/** Capitals do not say how a name is written; where the text below does, it is taken so. */
function asInText({ text, lower }: Reading, name: string): string {
  const small = name.toLowerCase()
  for (let at = lower.indexOf(small); at >= 0; at = lower.indexOf(small, at + 1)) {
    const written = text.slice(at, at + small.length)
    if (written !== written.toUpperCase() && /^\p{Lu}/u.test(written) && !/[\p{L}]/u.test(text.charAt(at + small.length))) return written
  }
  return name
}

/** What stands over every letter of the state, or of the Party. */
const STATE = /cộng h[òo][aà] xã hội|độc lập|^đảng cộng sản việt nam$/iu
const HOUSE_BELOW =
  /^(?:SỞ|BAN(?! NHÂN DÂN)|CHI CỤC|CỤC|BỆNH VIỆN|TRƯỜNG|BẢO HIỂM XÃ HỘI|TRUNG TÂM|PHÒNG (?!,? ?CHỐNG)|THANH TRA|VĂN PHÒNG)(?: |$)/u

const SMALL: readonly (readonly [RegExp, string])[] = [
  [/(?<=^|^văn phòng )ủy ban nhân dân/u, 'UBND'],
  [/(?<=^|^văn phòng )ubnd/u, 'UBND'],
  [/(?<=^|^văn phòng )hội đồng nhân dân/u, 'HĐND'],
]
const LOWER_WORDS = new Set(
  'tỉnh thành phố huyện quận thị xã phường và nhân dân chính phủ trung ương nhà nước tướng phòng của các ủy chấp hành bộ'.split(' '),
)

/** «ỦY BAN NHÂN DÂN TỈNH LAI CHÂU» → «UBND tỉnh Lai Châu»; «VĂN PHÒNG CHÍNH PHỦ» → «Văn phòng Chính phủ». */
function namedInSmall(capitals: string): string {
  let name = capitals.toLowerCase().replace(/\s+/gu, ' ').trim()
  for (const [pattern, short] of SMALL) name = name.replace(pattern, short)
  if (/^thủ tướng chính phủ/u.test(name)) return 'Thủ tướng Chính phủ'
  if (/^văn phòng chính phủ/u.test(name)) return 'Văn phòng Chính phủ'
  if (/^chính phủ/u.test(name)) return 'Chính phủ'
  const cased = name
    .split(' ')
    .map((word, i) => (i > 0 && LOWER_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ')
    // «thành phố Hải Phòng»: of a place every word has a capital
    .replace(/(?<=(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu) )(?!ủy)\p{L}+(?: \p{L}+){0,3}$/u, (place) =>
      place.replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase()),
    )
    .replace(/ (tỉnh|thành|huyện|quận|đảng) (?=ủy)/gu, (house) => ` ${house.charAt(1).toUpperCase()}${house.slice(2)}`)
    .replace('Ban chấp hành', 'Ban Chấp hành')
    .replace('Ban Chỉ Đạo', 'Ban Chỉ đạo')
  // A known field is printed as it is officially written: «BỘ TÀI CHÍNH» → «Bộ Tài chính».
  const known = bodiesAt(read(cased), 0)
  return known !== null && known.bodies.length === 1 && known.end === cased.length ? (known.bodies[0]?.name ?? cased) : cased
}

/** Conclusions of the Prime Minister and his deputies are given out by their office. */
const concluded = (lower: string): string | null =>
  /^\s*thông báo\s+(?:ý kiến )?(?:kết luận|chỉ đạo|ý kiến chỉ đạo)[^\n]{0,30}thủ tướng/u.test(lower) ? 'Văn phòng Chính phủ' : null

/** Without a letterhead: «Chính phủ ban hành Nghị quyết …», «… , UBND thành phố yêu cầu …». */
const actor = (reading: Reading): string | null => speaker(reading, Math.min(reading.text.length, 6000))
