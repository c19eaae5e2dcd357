import { verbAt } from '../order/verbs.ts'
import type { Reading } from '../text/reading.ts'
import { isCapitalAt, stick, wordFrom } from '../text/sticky.ts'
import { type BodyList, body } from './body.ts'
import { CITIES, LEVEL, NAME_ENDS } from './body-words.ts'
import { capitalsEnd, levelNamed, nameEnd, placeEnd, placesAt } from './name-ends.ts'

/**
 * Bodies that are known by their level and place: «UBND tỉnh Lai Châu», «UBND các quận, huyện», «UBND cấp tỉnh, cấp xã»,
 * «UBND các tỉnh: A, B và C», «Sở Y tế các địa phương». [DIR-11] [DIR-12]
 */
const GRADES = / cấp (?:tỉnh|huyện|xã)(?:(?:, | và )(?:cấp )?(?:tỉnh|huyện|xã)(?![\p{L}]))*/uy
const COUNT = '(?:các|hai|ba|bốn|năm|\\d{1,3})'
const LEVELS = new RegExp(
  ` (?:${COUNT} )?(?:${LEVEL})(?:(?:, | và |, và |/| )(?:các )?(?:${LEVEL}))+(?![\\p{L}])| ${COUNT} (?:${LEVEL}|cấp|địa phương)(?![\\p{L}])`,
  'uy',
)

export function levelAt(reading: Reading, start: number, headEnd: number): BodyList {
  const { text, lower } = reading
  const head = text.slice(start, headEnd)
  const grades = stick(GRADES, lower, headEnd)
  if (grades !== null) {
    const each = [...grades.matchAll(/tỉnh|huyện|xã/gu)]
    return {
      bodies: each.map((grade, i) =>
        body(reading, i === 0 ? start : headEnd + grade.index, headEnd + grade.index + grade[0].length, {
          name: `${head} cấp ${grade[0]}`,
          isClass: true,
        }),
      ),
      end: headEnd + grades.length,
    }
  }
  return levelsAfter(reading, start, headEnd, head) ?? single(reading, start, headEnd)
}

/** Which of «xã, phường» a place of a list is: what the text says elsewhere; null where it does not. [DIR-58] */
export function levelOf(reading: Reading, levels: string, name: string): string | null {
  if (/tỉnh|địa phương/u.test(levels) || !/huyện|quận|thị|xã|phường|đặc khu/u.test(levels)) return CITIES.has(name) ? 'thành phố' : 'tỉnh'
  const stated = new Set(levels.match(/thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu/gu))
  return stated.size === 1 ? ([...stated][0] ?? null) : levelNamed(reading, name)
}

/** «… các tỉnh, thành phố trực thuộc trung ương» after a house: one class, or one body a place that is named. */
export function levelsAfter(reading: Reading, start: number, headEnd: number, head: string): BodyList | null {
  const { text, lower } = reading
  const levels = stick(LEVELS, lower, headEnd)
  if (levels === null) return null
  const at = headEnd + levels.length
  const places = placesAt(reading, at)
  if (places !== null && places.names.length > 1) {
    return {
      bodies: places.names.map((place, i) => {
        const level = place.level ?? levelOf(reading, levels, place.name)
        return body(reading, i === 0 ? start : place.start, place.end, {
          name: [head, level, place.name].filter((part) => part !== null).join(' '),
          isClass: false,
          open: false,
          ...(level === null ? { rule: 'DIR-58' } : {}),
        })
      }),
      end: places.end,
    }
  }
  // «UBND các quận, huyện và thành phố Thủ Đức»: the last is one place, not one more level.
  const alone = / và (thành phố|tp\.?|thị xã)$/u.exec(levels)
  const place = alone === null ? at : capitalsEnd(text, at)
  if (alone !== null && place > at) {
    const cut = headEnd + alone.index
    const level = alone[1]?.startsWith('tp') === true ? 'thành phố' : (alone[1] ?? '')
    return {
      bodies: [
        body(reading, start, cut, { name: `${head}${text.slice(headEnd, cut)}`, isClass: true }),
        body(reading, cut + 4, place, { name: `${head} ${level}${text.slice(at, place)}`, isClass: false }),
      ],
      end: place,
    }
  }
  let tail = qualifierEnd(reading, at)
  if (/(?:đặc khu|thành phố|tp\.?|thị xã)$/u.test(levels) && tail === at) tail = capitalsEnd(text, at)
  return { bodies: [body(reading, start, tail, { name: `${head}${text.slice(headEnd, tail)}`, isClass: true })], end: tail }
}

const TIED = new RegExp(
  ` (?:(?:trực )?thuộc (?:địa bàn )?(?:trung ương|tw|t\\.?ư|${LEVEL})|(?:có )?liên quan|(?:nêu|nói|kể) trên|khác|còn lại|cùng cấp|trong (?:vùng|khu vực)|(?:ven (?:biển|sông|đê)|cửa sông|miền núi|vùng cao|biên giới|hải đảo|hạ du|đồng bằng)(?:(?:, | và |/)(?:ven (?:biển|sông|đê)|cửa sông|miền núi|vùng cao|biên giới|hải đảo|hạ du|đồng bằng))*)(?![\\p{L}])`,
  'uy',
)
/** Words of belonging, place and choice: what begins with another small word may be the order. */
const QUALIFIES = / (?:có|ven|vùng|miền|khu vực|phía|giáp|biên giới|mới|cùng|trọng điểm|nơi)(?![\p{L}])/uy

/**
 * What kind of places: «trực thuộc Trung ương», «từ A đến B»; and open words, «có rừng», «vùng hạ lưu», which are only taken
 * when they lead within a few words to a pause or to the order: else they may be an order that is not known.
 */
function qualifierEnd({ text, lower }: Reading, from: number): number {
  const range = stick(/ từ (?:\p{L}+ ){1,3}đến \p{L}+(?: \p{L}+){0,2}(?=[:,;.]| và)/uy, lower, from)
  let tied = from + (range?.length ?? 0)
  for (;;) {
    const more = stick(TIED, lower, tied)
    if (more === null) break
    tied += more.length
  }
  if (stick(QUALIFIES, lower, tied) === null) return tied
  let end = tied
  for (let words = 0; words < 5; words++) {
    if (text.charAt(end) !== ' ' || !/\p{L}/u.test(text.charAt(end + 1))) return end
    if (verbAt(lower, end + 1) !== null && !isCapitalAt(text, end + 1)) return end
    if (words > 0 && stick(NAME_ENDS, lower, end + 1) !== null) return end
    end += 1 + wordFrom(text, end + 1).length
  }
  return tied
}

function single(reading: Reading, start: number, headEnd: number): BodyList {
  const { text, lower } = reading
  // «UBND thành tham mưu»: a word lost after «thành»; «UBND phố giao»: the word before it.
  const lost = stick(/ thành(?= (?!phố|ủy|đoàn|lập)\p{L})| phố(?![\p{L}])/uy, lower, headEnd)
  if (lost !== null && !isCapitalAt(text, headEnd + lost.length + 1) && !isCapitalAt(text, headEnd + 1)) {
    const end = headEnd + lost.length
    return {
      bodies: [
        body(reading, start, end, {
          name: `${text.slice(start, headEnd)} thành phố`,
          slips: [{ start: headEnd + 1, end, read: 'thành phố' }],
        }),
      ],
      end,
    }
  }
  const place = placeEnd(reading, headEnd)
  // «Ban Chỉ đạo Phòng thủ dân sự quốc gia»: the capital begins a name of its own, not a place.
  const isPlace = place > headEnd && (isLevelAt(lower, headEnd) || !goesOnSmall(reading, place))
  const end = isPlace ? place : nameEnd(reading, headEnd)
  // «Ban Chỉ đạo An toàn thực phẩm các xã, phường»
  const each = isPlace || end === headEnd ? null : levelsAfter(reading, start, end, text.slice(start, end))
  if (each !== null) return each
  return { bodies: [body(reading, start, end)], end }
}

const OF_LEVEL = new RegExp(` (?:${LEVEL}|trung ương|việt nam)(?![\\p{L}])`, 'uy')
const isLevelAt = (lower: string, position: number): boolean => stick(OF_LEVEL, lower, position) !== null
/** A small word follows that begins no order and that a name may hold. */
const goesOnSmall = ({ text, lower }: Reading, position: number): boolean =>
  text.charAt(position) === ' ' &&
  /\p{Ll}/u.test(text.charAt(position + 1)) &&
  verbAt(lower, position + 1) === null &&
  stick(NAME_ENDS, lower, position + 1) === null
