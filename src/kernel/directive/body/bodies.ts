import { verbAt } from '../order/verbs.ts'
import { type Reading, read } from '../text/reading.ts'
import { isCapitalAt, stick, wordFrom } from '../text/sticky.ts'
import { type Body, type BodyList, body, expanded } from './body.ts'
import {
  CLASS_NOUN,
  FIELD_HOUSE,
  LEVEL,
  LEVEL_HOUSE,
  MORE_OF_CLASS,
  NAMED_HOUSE,
  PLACE_HOUSE,
  QUANTITY,
  TITLE,
  WHOLE_HOUSE,
} from './body-words.ts'
import { borneEnd } from './borne-names.ts'
import { classEnd } from './class-ends.ts'
import { fieldAt, fieldsAt, slippedHouse } from './field-bodies.ts'
import { levelAt, levelOf, levelsAfter } from './level-bodies.ts'
import { capitalsEnd, nameEnd, placeEnd, placesAt } from './name-ends.ts'
import { sectorAt, shortBody } from './sectors.ts'
import { placeSpokenOf } from './spoken-places.ts'

/**
 * Bodies named at one place of a text.
 *
 * A body is known by its shape, not from a register: the letter may be ten years old and name houses that are gone. A list
 * («Sở A, Sở B và UBND các huyện») is read to its end; a person's title gives the body he heads («Giám đốc Sở X» → «Sở X»);
 * «các Bộ: A, B» and «UBND các tỉnh: C, D» give one body each; «các sở, ban, ngành» stays one class, as written.
 */
/** Classes that stand without «các»: «sở, ban, ngành», after a comma or a title. */
const BARE_CLASS = /^(?:sở, |bộ, |cơ quan, |đơn vị (?:có liên|liên|trực thuộc)|tổ chức chính trị|lực lượng |doanh nghiệp|dnnn|địa phương)/u
/** «cơ quan có thẩm quyền», «đơn vị» alone, «cơ quan chủ trì»: these name nobody. */
const NOBODY =
  /^(?:cơ quan|đơn vị|tổ chức)(?: có thẩm quyền| chức năng)?(?![\p{L}]| [\p{L}]|,)|^cơ quan (?:có|được|chủ trì|thực hiện|phối hợp)/u

/** «ngành y tế», «ngành Thuế tỉnh»: all who work in a field, spoken of as one. */
const BRANCH =
  /[nN]gành (?:\p{Lu}\p{Ll}+|(?:y|giáo|công|ngân|nông|lâm|hải|điện|giao|xây|tài|du|tư|nội|bảo|kiểm|lao|khoa|thuế) ?)(?=\p{Ll}|[ ,;.])\p{Ll}*/uy

/** One body, or several where one word stands before several names; null where no body begins. */
function bodyAt(reading: Reading, position: number, titled: boolean): BodyList | null {
  const shaped = shapedAt(reading, position, titled)
  const borne = borneEnd(reading, position, titled)
  if (borne === null || borne <= (shaped?.bodies[0]?.end ?? position)) return shaped
  const end = placeEnd(reading, borne)
  return { bodies: [body(reading, position, end, { isClass: false, rule: 'DIR-38' })], end }
}

/** The same by its shape alone. */
function shapedAt(reading: Reading, position: number, titled: boolean): BodyList | null {
  const { text, lower } = reading
  const start = position
  const refers = stick(
    /quý (?:bộ|cơ quan|đơn vị|sở|ubnd|ủy ban|tỉnh|công ty|ông|bà|ban|cục|ngân hàng|tập đoàn|địa phương)(?: (?:nhân dân|mình))?(?!\p{L})/uy,
    lower,
    position,
  )
  if (refers !== null)
    return { bodies: [body(reading, start, start + refers.length, { refers: 'addressee', rule: 'DIR-16' })], end: start + refers.length }
  if (!titled) {
    const title = titleAt(reading, position)
    if (title !== null) return title
  }
  const counted = /\d/.test(text.charAt(position)) ? stick(/\d{1,3} (?=\p{Ll}+:? \p{Lu})/uy, text, position) : null
  const places = counted === null ? null : placesOfLevel(reading, position, position + counted.length)
  if (places !== null) return places
  const quantity = stick(QUANTITY, lower, position)
  if (quantity !== null) return classAt(reading, position, position + quantity.length + 1)
  const house = stick(FIELD_HOUSE, lower, position)
  if (house !== null && (isCapitalAt(text, position) || titled)) {
    const named = fieldAt(reading, position, house.length)
    if (named !== null) return named
  }
  const slip = slippedHouse(reading, position)
  if (slip !== null) return slip
  const whole = stick(WHOLE_HOUSE, lower, position)
  const level = stick(LEVEL_HOUSE, lower, position)
  if (whole?.startsWith('phó ')) {
    const end = capitalsEnd(text, start + whole.length) // «Phó Thủ tướng Trần Văn A»: a person, named
    return { bodies: [body(reading, start, end)], end }
  }
  if (whole !== null && whole.length >= (level?.length ?? 0)) {
    // «Ngân hàng Nhà nước chi nhánh tỉnh»: a part of the house, which acts by itself
    const part = stick(/ (?:chi nhánh|khu vực)(?!\p{L})/uy, lower, start + whole.length)
    const end = part === null ? start + whole.length : nameEnd(reading, start + whole.length)
    return { bodies: [body(reading, start, end)], end }
  }
  if (
    level !== null &&
    (isCapitalAt(text, position) || titled || isNamedSmall(text, position, level)) &&
    !isWork(reading, position, level)
  ) {
    // «thường trực quận ủy, huyện ủy, thị ủy»: committees of each level, one class [DIR-12]
    const committees = stick(COMMITTEES, lower, position + level.length)
    if (/thường trực \p{L}+ ủy$/u.test(level) && committees !== null) {
      const end = position + level.length + committees.length
      return { bodies: [body(reading, position, end, { isClass: true })], end }
    }
    return levelAt(reading, position, position + level.length)
  }
  const authority = stick(/[cC]ơ quan (?:Công an|Cảnh sát điều tra|[đĐ]iều tra|[tT]huế|[hH]ải quan)(?![\p{L}])/uy, text, position)
  if (authority !== null) {
    const end = placeEnd(reading, position + authority.length)
    return { bodies: [body(reading, start, end)], end }
  }
  const named = stick(NAMED_HOUSE, lower, position) ?? (stick(/Cơ quan(?= \p{Lu})/uy, text, position) === null ? null : 'cơ quan')
  const field = named === 'phòng' && stick(/[A-ZĐ]{2,}/uy, text, position + 6) !== null ? sectorAt(text, lower, position + 6) : null
  if (field !== null) {
    const end = placeEnd(reading, field.end)
    return { bodies: [body(reading, start, end, { name: `Phòng ${field.name}${text.slice(field.end, end)}`, rule: 'DIR-11' })], end }
  }
  if (named !== null && (isCapitalAt(text, position) || titled) && (verbAt(lower, position)?.length ?? 0) <= named.length) {
    const end = nameEnd(reading, position + named.length)
    if (end > position + named.length)
      return levelsAfter(reading, start, end, text.slice(start, end)) ?? { bodies: [body(reading, start, end)], end }
  }
  const branch = stick(BRANCH, text, position)
  if (branch !== null) {
    const end = nameEnd(reading, position + branch.length)
    return { bodies: [body(reading, start, end)], end }
  }
  const short = /^[A-ZĐ]/u.test(text.charAt(position)) ? shortBody(wordFrom(text, position)) : null
  if (short !== null)
    return {
      bodies: [body(reading, start, start + wordFrom(text, position).length, { name: short, rule: 'DIR-11' })],
      end: start + wordFrom(text, position).length,
    }
  const alone = stick(/(?:Tỉnh|Thành phố|Huyện)(?= (?:cần|phải|tiếp tục|khẩn trương|tập trung|chủ động|sớm)(?![\p{L}]))/uy, text, position)
  if (alone !== null)
    return {
      bodies: [body(reading, start, start + alone.length, { name: placeSpokenOf(reading, alone), rule: 'DIR-31' })],
      end: start + alone.length,
    }
  const place = stick(PLACE_HOUSE, lower, position)
  if (place !== null && isCapitalAt(text, position + place.length + 1)) {
    const end = capitalsEnd(text, position + place.length)
    return { bodies: [body(reading, start, end)], end }
  }
  if (
    stick(MORE_OF_CLASS, lower, position) !== null &&
    (titled || BARE_CLASS.test(lower.slice(position, position + 24))) &&
    !NOBODY.test(lower.slice(position, position + 30))
  ) {
    return classAt(reading, position, position)
  }
  return null
}

/** «Giám đốc Sở X», «Chủ tịch UBND huyện Y», «Bộ trưởng, Thủ trưởng cơ quan ngang bộ»: the body the person heads. [DIR-10] */
function titleAt(reading: Reading, position: number): BodyList | null {
  const { lower } = reading
  const title = stick(TITLE, lower, position)
  if (title === null) return null
  const after = position + title.length
  const next = stick(/ (?:nhà nước )?/uy, lower, after)
  if (next !== null) {
    const direct = bodyAt(reading, after + 1, true)
    // «các trưởng bản»: of as many as are headed
    const many = title.startsWith('các ') ? /^(?:thôn|bản|ấp|khu phố|tổ dân phố|khoa|phòng|đơn vị|cơ quan)(?!\p{L})/u : null
    const nameOf = (b: Body): string => (many?.test(b.name) === true ? `các ${b.name}` : b.name)
    if (direct !== null)
      return {
        bodies: direct.bodies.map((b, i) => (i === 0 ? { ...b, name: nameOf(b), start: position, rule: 'DIR-10' } : b)),
        end: direct.end,
      }
  }
  // «Bộ trưởng, Thủ trưởng …», «Chủ tịch Hội đồng thành viên, Tổng giám đốc các Tập đoàn»: the next title completes this one.
  const comma = stick(/, (?:và )?| và /uy, lower, after)
  const completed = comma === null ? null : titleAt(reading, after + comma.length)
  if (completed === null) return null
  const [first, ...rest] = completed.bodies
  if (first === undefined) return null
  const isMinisters = title.endsWith('bộ trưởng')
  const name = isMinisters ? `các Bộ, ${first.name.replace(/^các /iu, '')}` : first.name
  return {
    bodies: [{ ...first, start: position, name, isClass: isMinisters || first.isClass, rule: 'DIR-10' }, ...rest],
    end: completed.end,
  }
}

/** «các sở, ban, ngành», «các cơ quan, đơn vị liên quan», «các sở: A, B»: a class, as written. [DIR-12] */
function classAt(reading: Reading, start: number, position: number): BodyList | null {
  const { text, lower } = reading
  const house = stick(FIELD_HOUSE, lower, position)
  if (house !== null && stick(/:? \p{Lu}/uy, text, position + house.length) !== null) {
    const listed = fieldAt(reading, position, house.length)
    if (listed !== null)
      return {
        bodies: listed.bodies.map((b, i) =>
          i === 0 ? { ...b, start, name: b.name.replace(/^(?:sở|bộ)/u, (h) => h.charAt(0).toUpperCase() + h.slice(1)) } : b,
        ),
        end: listed.end,
      }
  }
  const titled = titleAt(reading, position)
  if (titled !== null) return { bodies: titled.bodies.map((b, i) => (i === 0 ? { ...b, start } : b)), end: titled.end }
  if (stick(CLASS_NOUN, lower, position) === null) return null
  const named = placesOfLevel(reading, start, position)
  if (named !== null) return named
  const end = classEnd(reading, position)
  // «các bộ, cơ quan: Công an, Xây dựng»: the fields after the colon are houses of the first noun.
  const first = stick(FIELD_HOUSE, lower, position)
  if (first !== null && stick(/: \p{Lu}/uy, text, end) !== null) {
    const listed = fieldsAt(reading, first.charAt(0).toUpperCase() + first.slice(1), start, end + 2)
    if (listed !== null) return listed
  }
  const referring = stick(/ (?:nêu trên|nói trên|trên(?! (?:địa|cơ|tinh|toàn|các|lĩnh))|này)(?![\p{L}])/uy, lower, end)
  const words = text.slice(start, end).toLowerCase()
  return {
    bodies: [
      body(reading, start, end, {
        isClass: true,
        refers: referring === null ? null : 'above',
        open: /liên quan|chức năng/u.test(words),
        name: expanded(text.slice(start, end)),
      }),
    ],
    end: end + (referring?.length ?? 0),
  }
}

/** «các tỉnh A, B», «các phường: A, B và xã C», «05 phường: A, B»: one body a place, with the level that is written. [DIR-44] */
const LEVEL_NOUN = new RegExp(`(?:(?:${LEVEL})(?:(?:, | và |/)(?:${LEVEL}))*(?=:)|${LEVEL}|địa phương)(?![\\p{L}])`, 'uy')
function placesOfLevel(reading: Reading, start: number, position: number): BodyList | null {
  const noun = stick(LEVEL_NOUN, reading.lower, position)
  const named = noun === null ? null : placesAt(reading, position + noun.length)
  if (noun === null || named === null || named.names.length < 2) return null
  return {
    bodies: named.names.map((place, i) => {
      const level = place.level ?? levelOf(reading, noun, place.name)
      const name = level === null ? place.name : `${level} ${place.name}`
      return body(reading, i === 0 ? start : place.start, place.end, {
        name,
        isClass: false,
        ...(level === null ? { rule: 'DIR-58' } : {}),
      })
    }),
    end: named.end,
  }
}

/** «huyện ủy», «thường trực HĐND»: written small, and known by their last word. */
const isNamedSmall = (text: string, position: number, house: string): boolean =>
  house.endsWith('ủy') || /^\p{Lu}{4}$/u.test(text.slice(position + house.length - 4, position + house.length))
const COMMITTEES = /(?:(?:, | và )(?:tỉnh|thành|quận|huyện|thị|đảng) ủy(?! \p{L}*\p{Lu})(?![\p{L}]))+/uy

/** «Thống kê tổng đàn …», «Thanh tra việc …»: the word of a house is what is to be done, where no level or name follows. */
const isWork = ({ text, lower }: Reading, position: number, house: string): boolean =>
  /^(?:thống kê|thanh tra)$/u.test(house) &&
  stick(/ \p{Ll}/uy, text, position + house.length) !== null &&
  stick(LEVEL_NOUN, lower, position + house.length + 1) === null &&
  stick(/(?:các|cấp)(?!\p{L})/uy, lower, position + house.length + 1) === null &&
  verbAt(lower, position + house.length + 1) === null

/** A list of bodies, as far as it goes: commas, «và», «cùng với», semicolons before another body. */
export function bodiesAt(reading: Reading, position: number): BodyList | null {
  let lists = kept.get(reading)
  if (lists === undefined) {
    lists = new Map()
    kept.set(reading, lists)
  }
  const known = lists.get(position)
  if (known !== undefined) return known
  const list = listAt(reading, position)
  lists.set(position, list)
  return list
}

/** Whether what was typed as one body is a list: «Sở Y tế, Sở Xây dựng». */
export const namesSeveral = (typed: string): boolean => /[;\n]/u.test(typed) || (bodiesAt(read(typed), 0)?.bodies.length ?? 0) > 1

/** The same place is asked about by orders, headings, partners and recipients: the answer is kept with the reading. */
const kept = new WeakMap<Reading, Map<number, BodyList | null>>()

function listAt(reading: Reading, position: number): BodyList | null {
  const first = bodyAt(reading, position, false)
  if (first === null) return null
  const bodies = [...first.bodies]
  let end = first.end
  for (let i = 0; i < 60; i++) {
    const aside = stick(/ \([^()\n]{1,200}\)/uy, reading.text, end)
    const at = end + (aside?.length ?? 0)
    const separator = stick(
      /, và |, nhất là |, cùng với |, cũng như | cũng như |, |; và |; | và | cùng với | cùng | hoặc | và\/hoặc /uy,
      reading.lower,
      at,
    )
    if (separator === null) break
    const next = bodyAt(reading, at + separator.length, false)
    if (next === null) break
    bodies.push(...next.bodies)
    end = next.end
  }
  return { bodies: distributed(bodies), end }
}

/** «Tỉnh ủy và UBND các tỉnh: A, B»: the places belong to both. */
function distributed(bodies: readonly Body[]): readonly Body[] {
  if (bodies.length < 3) return bodies
  const bare = bodies.findIndex((b) => /^tỉnh ủy$/iu.test(b.name))
  const places = bodies.flatMap((b) => /^(?:UBND|Ủy ban nhân dân) tỉnh (.+)$/iu.exec(b.name)?.[1] ?? [])
  const at = bodies[bare]
  if (at === undefined || places.length < 2) return bodies
  return [...bodies.slice(0, bare), ...places.map((place) => ({ ...at, name: `Tỉnh ủy ${place}` })), ...bodies.slice(bare + 1)]
}
