import {
  CITIES,
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
import { classEnd } from './class-ends.ts'
import { capitalsEnd, nameEnd, placeEnd, placesAt } from './name-ends.ts'
import type { Reading } from './reading.ts'
import { type SectorAt, sectorAt, shortBody } from './sectors.ts'
import { placeSpokenOf } from './spoken-places.ts'
import { isCapitalAt, stick, wordFrom } from './sticky.ts'
import { verbAt } from './verbs.ts'

/**
 * Bodies named at one place of a text.
 *
 * A body is known by its shape, not from a register: the letter may be ten years old and name houses that are gone. A list
 * («Sở A, Sở B và UBND các huyện») is read to its end; a person's title gives the body he heads («Giám đốc Sở X» → «Sở X»);
 * «các Bộ: A, B» and «UBND các tỉnh: C, D» give one body each; «các sở, ban, ngành» stays one class, as written.
 */
export type Body = {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly isClass: boolean
  /** «… liên quan», «lực lượng chức năng»: who it is, is left open. */
  readonly open: boolean
  /** Stands for a body named elsewhere: «quý Bộ» for the addressee, «các đơn vị nêu trên» for those before. */
  readonly refers: 'addressee' | 'above' | null
  readonly slips: readonly { readonly start: number; readonly end: number; readonly read: string }[]
}
export type BodyList = { readonly bodies: readonly Body[]; readonly end: number }

/** «các sở, ban, ngành», «UBND các xã, phường», «UBND cấp xã»: a class, which a person expands before it can hold work. [DIR-12] */
export const isClassOfBodies = (name: string): boolean =>
  /^(?:các|những|mọi|toàn thể|tất cả)\s|\s(?:các|cấp)\s|^(?:sở, |cơ quan, |đơn vị|địa phương|bộ, |lực lượng )/iu.test(name)

/** Classes that stand without «các»: «sở, ban, ngành», after a comma or a title. */
const BARE_CLASS = /^(?:sở, |bộ, |cơ quan, |đơn vị (?:có liên|liên|trực thuộc)|tổ chức chính trị|lực lượng |doanh nghiệp|dnnn|địa phương)/u
/** «cơ quan có thẩm quyền», «đơn vị» alone, «cơ quan chủ trì»: these name nobody. */
const NOBODY =
  /^(?:cơ quan|đơn vị|tổ chức)(?: có thẩm quyền| chức năng)?(?![\p{L}]| [\p{L}]|,)|^cơ quan (?:có|được|chủ trì|thực hiện|phối hợp)/u

const body = (reading: Reading, start: number, end: number, more: Partial<Body> = {}): Body => {
  const name = expanded(more.name ?? reading.text.slice(start, end))
  return {
    start,
    end,
    isClass: isClassOfBodies(name),
    open: /liên quan|chức năng$/u.test(name.toLowerCase()),
    refers: null,
    slips: [],
    ...more,
    name: name.replace(/ ?liên quan khác$/u, ' liên quan'),
  }
}

/** One body, or several where one word stands before several names; null where no body begins. */
function bodyAt(reading: Reading, position: number, titled: boolean): BodyList | null {
  const { text, lower } = reading
  const start = position
  const refers = stick(
    /quý (?:bộ|cơ quan|đơn vị|sở|ubnd|ủy ban|tỉnh|công ty|ông|bà|ban|cục|ngân hàng|tập đoàn|địa phương)(?: (?:nhân dân|mình))?(?!\p{L})/uy,
    lower,
    position,
  )
  if (refers !== null) return { bodies: [body(reading, start, start + refers.length, { refers: 'addressee' })], end: start + refers.length }
  if (!titled) {
    const title = titleAt(reading, position)
    if (title !== null) return title
  }
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
  if (whole !== null && whole.length >= (level?.length ?? 0))
    return { bodies: [body(reading, start, start + whole.length)], end: start + whole.length }
  if (level !== null && (isCapitalAt(text, position) || titled || /ủy$/u.test(level)))
    return levelAt(reading, position, position + level.length)
  const named = stick(NAMED_HOUSE, lower, position) ?? (stick(/Cơ quan(?= \p{Lu})/uy, text, position) === null ? null : 'cơ quan')
  if (named !== null && (isCapitalAt(text, position) || titled) && (verbAt(lower, position)?.length ?? 0) <= named.length) {
    const end = nameEnd(reading, position + named.length)
    if (end > position + named.length) return { bodies: [body(reading, start, end)], end }
  }
  const short = /^[A-ZĐ]/u.test(text.charAt(position)) ? shortBody(wordFrom(text, position)) : null
  if (short !== null)
    return {
      bodies: [body(reading, start, start + wordFrom(text, position).length, { name: short })],
      end: start + wordFrom(text, position).length,
    }
  const alone = stick(/(?:Tỉnh|Thành phố|Huyện)(?= (?:cần|phải|tiếp tục|khẩn trương|tập trung|chủ động|sớm)(?![\p{L}]))/uy, text, position)
  if (alone !== null)
    return { bodies: [body(reading, start, start + alone.length, { name: placeSpokenOf(reading, alone) })], end: start + alone.length }
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
    if (direct !== null) return { bodies: direct.bodies.map((b, i) => (i === 0 ? { ...b, start: position } : b)), end: direct.end }
  }
  // «Bộ trưởng, Thủ trưởng …», «Chủ tịch Hội đồng thành viên, Tổng giám đốc các Tập đoàn»: the next title completes this one.
  const comma = stick(/, (?:và )?| và /uy, lower, after)
  const completed = comma === null ? null : titleAt(reading, after + comma.length)
  if (completed === null) return null
  const [first, ...rest] = completed.bodies
  if (first === undefined) return null
  const isMinisters = title.endsWith('bộ trưởng')
  const name = isMinisters ? `các Bộ, ${first.name.replace(/^các /iu, '')}` : first.name
  return { bodies: [{ ...first, start: position, name, isClass: isMinisters || first.isClass }, ...rest], end: completed.end }
}

/** «Sở Tài chính», «Sở TN&MT tỉnh X», «Bộ: Quốc phòng, Công an»: a house of one field, or of several. [DIR-11] */
function fieldAt(reading: Reading, position: number, length: number): BodyList | null {
  const { text, lower } = reading
  const head = text.charAt(position).toUpperCase() + lower.slice(position + 1, position + length)
  let at = position + length
  const gap = stick(/:? /uy, lower, at)
  if (gap === null) return null
  at += gap.length
  const field = sectorAt(text, lower, at)
  if (field === null) {
    const end = isCapitalAt(text, at) ? nameEnd(reading, position + length) : at
    return end > at ? { bodies: [body(reading, position, end)], end } : null
  }
  const bodies = [ofField(reading, position, head, at, field)]
  let last = bodies[0]?.end ?? field.end
  for (;;) {
    const separator = stick(/, | và |, và /uy, lower, last)
    if (separator === null || !isCapitalAt(text, last + separator.length)) break
    const next = sectorAt(text, lower, last + separator.length)
    if (
      next === null ||
      (stick(LEVEL_HOUSE, lower, last + separator.length) === 'công an' && stick(/ (?:tỉnh|thành phố|các|cấp)/uy, lower, next.end) !== null)
    )
      break
    const more = ofField(reading, last + separator.length, head, last + separator.length, next)
    bodies.push(more)
    last = more.end
  }
  return { bodies, end: last }
}

function ofField(reading: Reading, start: number, head: string, at: number, field: SectorAt): Body {
  const tail = placeEnd(reading, field.end)
  const place = reading.text.slice(field.end, tail)
  const slips = field.slip ? [{ start: at, end: field.end, read: field.name }] : []
  return body(reading, start, tail, { name: `${head} ${field.name}${place}`, isClass: false, open: false, slips })
}

/** «Sờ Tài nguyên và Môi trường»: one letter beside the house's word, before a known field, with a capital. [DIR-13] */
function slippedHouse(reading: Reading, position: number): BodyList | null {
  const { text, lower } = reading
  const word = stick(/[\p{L}]{2,3}(?= \p{Lu})/uy, text, position)
  if (word === null || !isCapitalAt(text, position) || !/^(?:s[oòóỏõọơờớởợô]|b[oôồốổỗộòóợ])$/u.test(word.toLowerCase())) return null
  const head = word.toLowerCase().startsWith('s') ? 'Sở' : 'Bộ'
  if (word === head) return null
  const field = sectorAt(text, lower, position + word.length + 1)
  if (field === null) return null
  const named = ofField(reading, position, head, position + word.length + 1, field)
  return { bodies: [{ ...named, slips: [{ start: position, end: position + word.length, read: head }, ...named.slips] }], end: named.end }
}

/** «UBND tỉnh Lai Châu», «UBND các quận, huyện», «UBND cấp tỉnh, cấp xã», «UBND các tỉnh: A, B và C». */
function levelAt(reading: Reading, start: number, headEnd: number): BodyList {
  const { text, lower } = reading
  const head = text.slice(start, headEnd)
  const grades = stick(/ cấp (?:tỉnh|huyện|xã)(?:(?:, | và )(?:cấp )?(?:tỉnh|huyện|xã)(?![\p{L}]))*/uy, lower, headEnd)
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
  const levels = stick(
    new RegExp(` (?:các )?(?:${LEVEL})(?:(?:, | và |, và )(?:các )?(?:${LEVEL}))+(?![\\p{L}])| các (?:${LEVEL}|cấp)(?![\\p{L}])`, 'uy'),
    lower,
    headEnd,
  )
  if (levels === null) return single(reading, start, headEnd)
  const at = headEnd + levels.length
  const places = placesAt(reading, at)
  if (places !== null && places.names.length > 1) {
    const level = /(?:tỉnh|thành phố)/u.test(levels) ? null : (/(?:quận|huyện|xã|phường)/u.exec(levels)?.[0] ?? null)
    return {
      bodies: places.names.map(({ name, start: from, end: to }, i) =>
        body(reading, i === 0 ? start : from, to, {
          name: `${head} ${level ?? (CITIES.has(name) ? 'thành phố' : 'tỉnh')} ${name}`,
          isClass: false,
          open: false,
        }),
      ),
      end: places.end,
    }
  }
  let tail = at
  for (;;) {
    const more = stick(
      / (?:trực thuộc (?:trung ương|tw)|thuộc (?:tỉnh|thành phố)|có rừng|có liên quan|liên quan|nêu trên|khác|ven biển|miền núi|mới|cùng cấp)(?![\p{L}])| từ \p{L}+(?: \p{L}+)? đến \p{L}+(?: \p{L}+)?(?=[:,]| và)/uy,
      lower,
      tail,
    )
    if (more === null) break
    tail += more.length
  }
  if (/(?:đặc khu|thành phố|tp\.?|thị xã)$/u.test(levels) && tail === at) tail = capitalsEnd(text, at)
  return { bodies: [body(reading, start, tail, { isClass: true })], end: tail }
}

function single(reading: Reading, start: number, headEnd: number): BodyList {
  const { text, lower } = reading
  // «UBND thành tham mưu»: a word lost after «thành».
  const lost = stick(/ thành(?= (?!phố|ủy|đoàn|lập)\p{L})/uy, lower, headEnd)
  if (lost !== null && isCapitalAt(text, headEnd + lost.length + 1) === false) {
    const end = headEnd + lost.length
    return {
      bodies: [
        body(reading, start, end, { name: `${text.slice(start, end)} phố`, slips: [{ start: headEnd + 1, end, read: 'thành phố' }] }),
      ],
      end,
    }
  }
  const end = placeEnd(reading, headEnd)
  const grade = end === headEnd ? nameEnd(reading, headEnd) : end
  return { bodies: [body(reading, start, grade)], end: grade }
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
  const places = stick(/tỉnh|thành phố|địa phương/uy, lower, position)
  const named = places === null ? null : placesAt(reading, position + places.length)
  if (places !== null && named !== null && named.names.length > 1) {
    return {
      bodies: named.names.map(({ name, start: from, end: to }, i) =>
        body(reading, i === 0 ? start : from, to, { name: `${CITIES.has(name) ? 'thành phố' : 'tỉnh'} ${name}`, isClass: false }),
      ),
      end: named.end,
    }
  }
  const end = classEnd(reading, position)
  const referring = stick(/ (?:nêu trên|nói trên|trên|này)(?![\p{L}]| địa)/uy, lower, end)
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

const expanded = (name: string): string =>
  !/[A-Z]{2}/.test(name)
    ? name
    : name
        .replace(/\bCHQS\b/gu, 'Chỉ huy Quân sự')
        .replace(/^BHXH\b/u, 'Bảo hiểm xã hội')
        .replace(/\bTP\.? ?HCM\b/gu, 'Thành phố Hồ Chí Minh')
        .replace(/(?<=UBND )TP\b\.?/gu, 'thành phố')
        .replace(/\bDNNN\b/gu, 'doanh nghiệp nhà nước')
        .replace(/\bDN\b/gu, 'doanh nghiệp')
        .replace(/\bCPH\b/gu, 'cổ phần hóa')

/** A list of bodies, as far as it goes: commas, «và», «cùng với», semicolons before another body. */
export function bodiesAt(reading: Reading, position: number): BodyList | null {
  const first = bodyAt(reading, position, false)
  if (first === null) return null
  const bodies = [...first.bodies]
  let end = first.end
  for (let i = 0; i < 60; i++) {
    const aside = stick(/ \([^()\n]{1,200}\)/uy, reading.text, end)
    const at = end + (aside?.length ?? 0)
    const separator = stick(/, và |, nhất là |, cùng với |, |; và |; | và | cùng với | cùng | hoặc | và\/hoặc /uy, reading.lower, at)
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
  const bare = bodies.findIndex((b) => /^tỉnh ủy$/iu.test(b.name))
  const places = bodies.flatMap((b) => /^(?:UBND|Ủy ban nhân dân) tỉnh (.+)$/iu.exec(b.name)?.[1] ?? [])
  const at = bodies[bare]
  if (at === undefined || places.length < 2) return bodies
  return [...bodies.slice(0, bare), ...places.map((place) => ({ ...at, name: `Tỉnh ủy ${place}` })), ...bodies.slice(bare + 1)]
}
