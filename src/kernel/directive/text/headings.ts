import { bodiesAt } from '../body/bodies.ts'
import type { Body, BodyList } from '../body/body.ts'
import { abbreviatedAt, namesBeforeColon, strangeBodiesAt } from '../body/strange-bodies.ts'
import { isSameBody } from '../identity/issuers.ts'
import { isCharged } from '../order/charged.ts'
import { readSentence } from '../order/clauses.ts'
import { RANKS, setSubject, top, type Walk } from '../order/walk.ts'
import { labelledDeadline } from '../time/labelled-deadlines.ts'
import type { Item } from './items.ts'
import type { Reading } from './reading.ts'
import { sentencesOf } from './sentences.ts'

/**
 * Paragraphs that are no sentences: a name of bodies that governs what follows («2. Sở Tài chính»), the title of a section,
 * a caption, a deadline for a whole list. [DIR-27]
 */
/** «KT. CHỦ TỊCH», «PHÓ THỦ TƯỚNG»: who signed. */
const SIGNATURE =
  /^(?:kt|tm|tl|tuq|q)\.|^(?:phó |quyền )?(?:thủ tướng|chủ tịch|bộ trưởng|thứ trưởng|giám đốc|chủ nhiệm|chánh văn phòng)[^:]{0,70}$/u

/** «Phân công nhiệm vụ», «Tổ chức thực hiện.»: words of a title alone, wherever they stand. */
const TITLE_ALONE =
  /^(?:phân công (?:cụ thể )?(?:nhiệm vụ|trách nhiệm|thực hiện|công việc|tổ chức thực hiện)|tổ chức (?:triển khai )?thực hiện|triển khai thực hiện|tổ chức triển khai|nhiệm vụ (?:cụ thể|trọng tâm|chủ yếu|chung)|thực hiện nhiệm vụ|kinh phí thực hiện|chế độ báo cáo)(?: (?:cụ thể|nhiệm vụ|cho các (?:cơ quan|đơn vị)|của các (?:cơ quan|đơn vị)|và tổ chức thực hiện|kế hoạch))?[.:]?$/u
export const isTitleAlone = (reading: Reading, item: Item): boolean =>
  item.end - item.start < 80 && TITLE_ALONE.test(reading.lower.slice(item.start, item.end).trim())

/** An item without an end of its own, before items inside it or text: the title of what follows. */
export function isSubtitle(reading: Reading, item: Item, next: Item | undefined): boolean {
  if (item.dress === null || item.dress === '-' || item.dress === '+' || next === undefined) return false
  return (
    !/[.;:,…/]$/u.test(reading.text.slice(item.start, item.end).trimEnd()) &&
    next.dress !== item.dress &&
    (RANKS[next.dress ?? ''] ?? 9) > (RANKS[item.dress] ?? 3)
  )
}

/** «Thời gian hoàn thành trước ngày …», a paragraph of its own after a list: the deadline of everything in the list. [DIR-27] */
export function timeOfAll(walk: Walk, item: Item): boolean {
  const { lower } = walk.reading
  if (!/^(?:thời gian|thời hạn)(?: (?:thực hiện|hoàn thành|hoàn tất|báo cáo|triển khai))+/u.test(lower.slice(item.start, item.start + 50)))
    return false
  const due = labelledDeadline(walk.reading, item.start, item.end, walk.issued)
  if (due === null) return false
  const isOfList = /^(?:[-+*]|1\.1\.a)$/u.test(top(walk)?.dress ?? '')
  const scope = isOfList ? walk.scopes.at(-2) : top(walk)
  for (const draft of walk.drafts.slice(scope?.firstDraft ?? walk.drafts.length)) draft.due ??= due
  return true
}

/** A line that is only a name: the title of a report, of a section, a caption, a signature. */
export function isTitle(walk: Walk, item: Item): boolean {
  const words = walk.reading.text.slice(item.start, item.end).trim()
  if (item.isHeading || /(?:^|[-–] ?)Ảnh ?:/u.test(words)) return true
  return walk.isNews && words.length < 170 && !/[.;:…”"»]$/u.test(words)
}

/** «3. VNPT Bình An:»: of bodies that no list knows only an abbreviation is read as a heading. [DIR-40] */
function abbreviated(reading: Reading, position: number): BodyList | null {
  const one = abbreviatedAt(reading, position)
  return one === null || !/^\s*:/u.test(reading.text.slice(one.end, one.end + 3)) ? null : { bodies: [one], end: one.end }
}

/** «Các cơ sở giáo dục có tổ chức bán trú»: a class of a title keeps what says which. [DIR-56] */
function withRest(reading: Reading, bodies: readonly Body[], end: number): readonly Body[] {
  const last = bodies.at(-1)
  if (last?.isClass !== true) return bodies
  return [...bodies.slice(0, -1), { ...last, end, name: `${last.name}${reading.text.slice(last.end, end)}`, rule: 'DIR-56' }]
}

/** «Các doanh nghiệp viễn thông: VNPT Bình An, Viettel Bình An»: who they are stands behind the colon, and nothing else. [DIR-56] */
function allOf(reading: Reading, position: number, end: number): readonly Body[] | null {
  const list = strangeBodiesAt(reading, position, end) ?? bodiesAt(reading, position)
  return list !== null && list.end >= end ? list.bodies : null
}

/** «2. Sở Tài chính», «Giao Sở X:», «Đối với UBND các xã:»: a heading of bodies alone; also «Bộ Xây dựng: Chủ trì …». [DIR-27] */
export function named(walk: Walk, item: Item, start: number, end: number, isOpen: boolean, isSub = false): boolean {
  const { reading } = walk
  // The title of a report may begin with a place: «Huế: Triển khai …».
  if (walk.isNews && item.dress === null && item.start === 0 && !isOpen) return false
  if (item.dress === null && SIGNATURE.test(reading.lower.slice(start, end))) return false
  const wrap = /^(?:(?:trách nhiệm|nhiệm vụ)(?: cụ thể)?(?: của)?|giao|yêu cầu|đề nghị|kiến nghị|đối với|về phía)[ :]+/u.exec(
    reading.lower.slice(start, Math.min(end, start + 40)),
  )
  const at = start + (wrap?.[0].length ?? 0)
  const known = bodiesAt(reading, at) ?? abbreviated(reading, at)
  if (known === null || known.end > end) return false
  const list = (item.dress === null ? null : namesBeforeColon(reading, known, end)) ?? known
  const aside = /^ ?\([^()]{0,300}\)|^ - [^:;.]{3,80}(?=:)/u.exec(reading.text.slice(list.end, end))?.[0].length ?? 0
  const after = list.end + aside
  const rest = reading.lower.slice(after, end).trim()
  const isDuty =
    /^(?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|thực hiện|tập trung thực hiện)?(?: (?:các|những) (?:nhiệm vụ|nội dung|công việc)(?: sau(?: đây)?)?)?(?: sau(?: đây)?| như sau)?$/u.test(
      rest,
    )
  const isQualified =
    (isOpen || isSub) &&
    rest.length < 70 &&
    /^(?:, )?[\p{L}]/u.test(rest) &&
    ((isSub && !isOpen && wrap?.[0].startsWith('đối với') === true) || !isCharged(reading, after, end, isSub && !isOpen)) &&
    !/(?<![\p{L}])(?:đã|gồm|là|(?<!được )(?:giao|yêu cầu|đề nghị|phân công|chỉ thị))(?![\p{L}])/u.test(rest)
  if (
    rest === '' &&
    wrap === null &&
    walk.issuer !== null &&
    list.bodies.length === 1 &&
    isSameBody(list.bodies[0]?.name ?? '', walk.issuer)
  )
    return true
  if (rest === '' || (isDuty && isOpen) || isQualified) {
    if (item.dress === null && !isOpen && walk.isNews) return false
    setSubject(walk, item, isQualified && isSub ? withRest(reading, list.bodies, end) : list.bodies, true)
    return true
  }
  const colon = /^ ?[:,–-]? ?(?=\S)/u.exec(reading.text.slice(after, end))?.[0] ?? ''
  if (!colon.includes(':')) return false
  const listed = list.bodies.length === 1 && list.bodies[0]?.isClass === true ? allOf(reading, after + colon.length, end) : null
  if (listed !== null) {
    setSubject(walk, item, listed, true)
    return true
  }
  setSubject(walk, item, list.bodies, true)
  const sentences = sentencesOf(reading, after + colon.length, item.end)
  sentences.forEach((sentence, i) => {
    readSentence(
      walk,
      item,
      0,
      sentence,
      reading.lower.slice(sentence[0], i === sentences.length - 1 ? item.end : sentence[1]).trimEnd(),
      i > 0,
      i === 0 ? start : undefined,
    )
  })
  return true
}
