import type { Reading } from '../text/reading.ts'
import { isCapitalAt, stick } from '../text/sticky.ts'
import { type Body, type BodyList, body } from './body.ts'
import { LEVEL_HOUSE } from './body-words.ts'
import { levelsAfter } from './level-bodies.ts'
import { nameEnd, placeEnd } from './name-ends.ts'
import { type SectorAt, sectorAt } from './sectors.ts'

/**
 * Bodies of a field: ministries and departments. [DIR-11]
 */
/** «Sở Tài chính», «Sở TN&MT tỉnh X», «Bộ: Quốc phòng, Công an»: a house of one field, or of several. [DIR-11] */
export function fieldAt(reading: Reading, position: number, length: number): BodyList | null {
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
  const each = levelsAfter(reading, position, field.end, `${head} ${field.name}`)
  if (each !== null) return each
  return fieldsAt(reading, head, position, at)
}

/** «Quốc phòng, Công an và Xây dựng» after a house: one body a field. */
export function fieldsAt(reading: Reading, head: string, start: number, at: number): BodyList | null {
  const { text, lower } = reading
  const field = sectorAt(text, lower, at)
  if (field === null) return null
  const bodies = [ofField(reading, start, head, at, field)]
  let last = bodies[0]?.end ?? field.end
  for (;;) {
    const separator = stick(/, và |, | và |; /uy, lower, last)
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
  return body(reading, start, tail, {
    name: `${head} ${field.name}${place}`,
    isClass: false,
    open: false,
    slips,
    rule: field.slip ? 'DIR-13' : 'DIR-11',
  })
}

/** «Sờ Tài nguyên và Môi trường»: one letter beside the house's word, before a known field, with a capital. [DIR-13] */
export function slippedHouse(reading: Reading, position: number): BodyList | null {
  const { text, lower } = reading
  const word = stick(/[\p{L}]{2,3}(?= \p{Lu})/uy, text, position)
  if (word === null || !isCapitalAt(text, position) || !/^(?:s[oòóỏõọơờớởợô]|b[oôồốổỗộòóợ])$/u.test(word.toLowerCase())) return null
  const head = word.toLowerCase().startsWith('s') ? 'Sở' : 'Bộ'
  if (word === head) return null
  const field = sectorAt(text, lower, position + word.length + 1)
  if (field === null) return null
  const named = ofField(reading, position, head, position + word.length + 1, field)
  return {
    bodies: [{ ...named, rule: 'DIR-13', slips: [{ start: position, end: position + word.length, read: head }, ...named.slips] }],
    end: named.end,
  }
}
