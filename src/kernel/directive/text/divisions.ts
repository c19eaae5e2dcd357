import { bodiesAt } from '../body/bodies.ts'
import { isCharged } from '../order/charged.ts'
import { afterConnectors, orderIn } from '../order/orders.ts'
import { partnersGoOn } from '../order/roles.ts'
import { verbAt } from '../order/verbs.ts'
import type { Walk } from '../order/walk.ts'
import { deadlinesIn } from '../time/deadlines.ts'
import type { Reading } from './reading.ts'
import type { Piece } from './sentences.ts'
import { matchesOf } from './sticky.ts'

/** Where a sentence is divided, beside its semicolons, and where it is not. [DIR-15] [DIR-54] */
/** «Các sở, ban, ngành; UBND các xã tiếp tục …»: a semicolon inside a list of bodies divides nothing. */
export function withWholeLists(reading: Reading, clauses: readonly Piece[]): readonly Piece[] {
  if (clauses.length < 2) return clauses
  const whole: Piece[] = []
  let from: number | null = null
  for (const [start, end] of clauses) {
    const begin: number = from ?? start
    const at = start + (/^(?:giao|yêu cầu|đề nghị)(?: cho)? /u.exec(reading.lower.slice(start, start + 14))?.[0].length ?? 0)
    const list = bodiesAt(reading, afterConnectors(reading, at, end))
    const isOpen =
      list !== null &&
      (list.end >= end - 1 ||
        /^ theo (?:chức năng|phạm vi|nhiệm vụ|thẩm quyền)(?:[ ,]+(?:chức năng|nhiệm vụ|quyền hạn|quản lý|và|được giao|của mình|thẩm quyền))*$/u.test(
          reading.lower.slice(list.end, end),
        ))
    // «phối hợp với các sở: A, B; Công an tỉnh và …»: nor one inside a list of partners.
    from = isOpen || partnersGoOn(reading, start, end) ? begin : null
    if (from === null) whole.push([begin, end])
  }
  return from === null ? whole : [...whole, [from, clauses.at(-1)?.[1] ?? from]]
}

/** A body behind a comma that is charged by a verb of its own: «Sở A thẩm định thiết kế, Sở B cân đối nguồn vốn». [DIR-54] */
function leadsAtCommas(walk: Walk, start: number, end: number): readonly number[] {
  const { reading } = walk
  const first = bodiesAt(reading, start)
  if (first === null || first.end >= end || verbAt(reading.lower, first.end + 1) === null) return []
  const found: number[] = []
  for (const comma of matchesOf(BEFORE_HOUSE, reading.lower.slice(first.end + 12, end))) {
    const at = first.end + 12 + comma.index + 2
    const list = bodiesAt(reading, at)
    const verb = list === null ? null : verbAt(reading.lower, list.end + 1)
    if (list === null || list.end >= end || verb === null || HELPS.test(verb) || isInList(reading, first.end, at)) continue
    found.push(at)
  }
  return found
}
const BEFORE_HOUSE = /, (?=sở|ubnd|ủy ban|công an|bộ|văn phòng|ban|chi cục)/gu
const WORDS = /(?<![\p{L}])\p{L}/gu
const HELPS = /^(?:phối hợp|tham gia|cùng|được|thống nhất|theo dõi|tổng hợp|xem xét|quyết định|phê duyệt|cho ý kiến|có ý kiến)/u
/** A list that begins before a comma and goes on behind it: «báo cáo Sở A, Sở B …». */
function isInList(reading: Reading, from: number, at: number): boolean {
  const begin = Math.max(from, at - 160)
  return matchesOf(WORDS, reading.text.slice(begin, at - 2)).some((word) => (bodiesAt(reading, begin + word.index)?.end ?? 0) >= at - 2)
}

/** «… trước ngày 15/6, Sở Tài chính tổng hợp …»: behind a deadline and a comma another body begins another work. */
export function atNewLead(walk: Walk, [start, end]: Piece): readonly Piece[] {
  const { reading, issuer, issued, isNews } = walk
  for (const due of deadlinesIn(reading, start, end, issued)) {
    if (due.start - start < 25 || reading.text.slice(due.end, due.end + 2) !== ', ') continue
    const list = bodiesAt(reading, due.end + 2)
    if (list === null || !isCharged(reading, list.end, end, true) || orderIn(reading, start, due.start, issuer, isNews) === null) continue
    return [[start, due.end], ...atNewLead(walk, [due.end + 2, end])]
  }
  const cuts = leadsAtCommas(walk, start, end)
  if (cuts.length > 0) return [start, ...cuts].map((from, i, all) => [from, (all[i + 1] ?? end + 2) - 2] as const)
  return [[start, end]]
}
