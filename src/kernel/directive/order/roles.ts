import { bodiesAt } from '../body/bodies.ts'
import type { Body, BodyList } from '../body/body.ts'
import type { Reading } from '../text/reading.ts'
import { matchesOf } from '../text/sticky.ts'

/**
 * With whom, and to whom it goes.
 *
 * After «phối hợp với» stand partners: named bodies and bounded classes are coordinating, «… liên quan» and «lực lượng
 * chức năng» only say that the circle is open. [DIR-17] A product goes to whom it is reported, sent, submitted or drafted
 * for: «báo cáo UBND tỉnh», «gửi Sở X tổng hợp», «tham mưu UBND tỉnh». [DIR-18] Whom the receiver reports to in turn is no
 * recipient: in «gửi Sở X để tổng hợp, báo cáo UBND tỉnh» only Sở X. [DIR-19] «cấp có thẩm quyền» names nobody.
 */
export type Partners = { readonly bodies: readonly Body[]; readonly open: boolean; readonly from: number; readonly to: number }

const WITH =
  /(?=phối|trao|đối|làm|chủ)(?<![\p{L}])(?:(?:phối hợp|trao đổi|đối thoại|làm việc|phối kết hợp)(?: và (?:hướng dẫn|hỗ trợ|chỉ đạo|thống nhất)(?= ủy| ubnd| công| sở| các))?(?:,? (?:cụ thể|chặt chẽ|thường xuyên|kịp thời|đồng bộ|tốt|hiệu quả|hỗ trợ))*(?: cùng với| với| cùng)?,? |chủ trì,?(?: và)? cùng(?: với)? )/gu
const FIRST = / (?:tham gia )?phối hợp(?! với| cùng| chặt)(?!\p{L})/gu
const PAUSES = /[,;] (?:và )?(?=\p{L})/gu
const NOT_WITH = /(?:quy chế|sự|công tác|cơ chế|nội dung|hiệu quả|chuẩn bị|buổi|để|phục vụ) $/u
const TO =
  /(?=[btgvđkcnxs])(?<![\p{L}])(?:(?:tổng hợp,? )?báo cáo|tham mưu(?:,? (?:trình|đề xuất|giúp|cho|báo cáo|đề xuất với))?|trình|gửi|trả lời|(?:báo cáo, )?xin ý kiến|về|đề xuất|kiến nghị|cho|với|sang|nộp|chuyển)(?: (?:kết quả|bằng văn bản|cho|về|tới|đến|với|lên|ngay|đề xuất|trình|tình hình|để))* /gu
/** What is given to many: papers, not help. */
const HANDS_OVER =
  /(?<!\p{L})(?:cung cấp (?:thông tin|số liệu|dữ liệu|hồ sơ|tài liệu|danh sách|kết quả)|chuyển|bàn giao|gửi|thông báo)(?!\p{L})[^,]*$/u
const isHandedTo = ({ name }: Body, before: string): boolean =>
  HANDS_OVER.test(before.split(/[.;]/u).at(-1) ?? '') && !/tổ chức|cá nhân|người dân|doanh nghiệp/iu.test(name)
/** «báo cáo kết quả về Bộ», «tham mưu Giám đốc Sở thành lập …»: the house that writes. */
const HOUSE =
  /^(?:(?:bộ|sở|ban|cục|bộ trưởng|lãnh đạo)(?= (?:trước|để|theo|khi|vào|xem xét|chậm nhất|muộn nhất|qua địa chỉ|bằng văn bản|trong ngày|\()|[,.;]|$)|(?:lãnh đạo|giám đốc|bộ trưởng|cục trưởng|trưởng) (?:bộ|sở|ban|cục)(?= (?!chỉ |quản |tổ |tuyên |dân |nội |kinh )\p{Ll}| \(|[,.;]|$))/u
/** «dự thảo văn bản để UBND tỉnh báo cáo Bộ X»: it is for UBND tỉnh, and what it does then is its own. [DIR-19] */
const FOR = /(?<!\p{L})để (?=ubnd|ủy ban|chủ tịch|lãnh đạo|thường trực|sở|bộ|ban|thủ tướng|chính phủ|tỉnh ủy|thành ủy)/gu
const ACTS =
  /^ (?:báo cáo|trình|gửi|ban hành|xem xét|chỉ đạo|quyết định|phê duyệt|có ý kiến|cho ý kiến|kiến nghị|đề xuất|đề nghị)(?!\p{L})/u
/** «dự thảo văn bản của UBND tỉnh báo cáo Bộ X»: it reports, and not who drafts. [DIR-19] */
const OF_ANOTHER = /(?<!\p{L})(?:dự thảo )?(?:văn bản|báo cáo|tờ trình|công văn) của (?:ubnd|ủy ban)[^,;.]{0,40} $/u
const REPORT =
  /(?<![\p{L}])(?:báo cáo|gửi|tổng hợp|đề xuất|trình|nộp|cung cấp(?= (?:thông tin|số liệu|dữ liệu|hồ sơ|tài liệu|báo cáo|danh sách|kết quả|bản|đầy đủ|kịp thời|các thông tin))|thông báo|báo(?= (?:số|danh|ngay|tin))|phản ánh|chuyển|bàn giao|kiến nghị|đăng ký)(?![\p{L}])/u

export function partnersIn(reading: Reading, start: number, end: number): Partners {
  const bodies: Body[] = []
  let open = false
  let [from, to] = [0, 0]
  const text = reading.lower.slice(start, end)
  for (const match of matchesOf(WITH, text)) {
    if (NOT_WITH.test(reading.lower.slice(Math.max(0, start + match.index - 14), start + match.index))) continue
    const at = start + match.index + match[0].length
    if (at < to) continue
    const list = bodiesAt(reading, at)
    if (list === null || list.end > end) continue
    if (from === 0) from = start + match.index
    to = list.end
    for (const partner of list.bodies) {
      if (/^(?:từng|mỗi) /u.test(partner.name)) continue // «làm việc với từng nhà đầu tư»
      if (partner.open) open = true
      const bounded = partner.open ? boundedPart(partner) : partner
      if (bounded !== null && !bodies.some((other) => other.name === bounded.name)) bodies.push(bounded)
    }
  }
  if (from === 0 && text.includes(' phối hợp')) {
    // «Sở A chủ trì, Sở B phối hợp …»: the partner is named first; looked for back from the word, over a short way.
    for (const word of matchesOf(FIRST, text)) {
      const until = start + word.index
      const back = Math.max(start, until - 200)
      for (const comma of matchesOf(PAUSES, reading.lower.slice(back, until))) {
        const at = back + comma.index + comma[0].length
        const list = bodiesAt(reading, at)
        if (list?.end !== until) continue
        const named = list.bodies.filter((partner) => !partner.open)
        return { bodies: named, open: open || named.length < list.bodies.length, from: at, to: list.end }
      }
    }
  }
  return { bodies, open, from, to }
}

/** A list of partners that begins in this stretch of text and ends after it. */
export const partnersGoOn = (reading: Reading, start: number, end: number): boolean =>
  matchesOf(WITH, reading.lower.slice(start, end)).some(
    (match) => (bodiesAt(reading, start + match.index + match[0].length)?.end ?? 0) > end,
  )

/** «các bộ, ngành, địa phương liên quan»: the three tiers of the state are a bounded class, and the circle is open too. */
function boundedPart(partner: Body): Body | null {
  const name = partner.name.replace(/ (?:có )?liên quan.*$/u, '')
  if (/^(?:ubnd|ủy ban nhân dân) các/iu.test(name)) return partner
  return /^các bộ, ngành, địa phương$/iu.test(name) ? { ...partner, name, open: false } : null
}

export function recipientsIn(
  reading: Reading,
  start: number,
  end: number,
  taken: readonly (readonly [number, number])[],
  issuer: string | null = null,
): readonly Body[] {
  const bodies: Body[] = []
  const text = reading.lower.slice(start, end)
  let last: Body | null = null
  const drafted = draftedFor(reading, start, end)
  for (const match of matchesOf(TO, text)) {
    const at = start + match.index + match[0].length
    if (taken.some(([a, b]) => at >= a && at < b)) continue
    if (drafted !== null && start + match.index === drafted.end + 1) continue
    const verb = match[0].trim().split(' ')[0] ?? ''
    const before = text.slice(Math.max(0, match.index - 420), match.index)
    if (/^(?:về|cho|với|sang|chuyển|nộp)$/u.test(verb) && !REPORT.test(before.split(/[.;]/u).at(-1) ?? '')) continue
    if (
      /^(?:đề xuất|kiến nghị)$/u.test(verb) &&
      !/ (?:với|lên|đến|tới) $/u.test(match[0]) &&
      !/^(?:ubnd|ủy ban|chủ tịch)/u.test(reading.lower.slice(at, at + 8))
    )
      continue
    const since = last === null ? '' : text.slice(last.end - start, match.index + match[0].length)
    // «tham mưu UBND xã báo cáo UBND tỉnh»: what the receiver does then [DIR-19]
    if (last !== null && last.end === start + match.index - 1 && /^(?:báo|trình|gửi|đề|kiến)$/u.test(verb)) continue
    if (verb === 'báo' && OF_ANOTHER.test(before)) continue
    if (last !== null && /^[^.;]*(?<![\p{L}])(?:để|tổng hợp)(?![\p{L}])[^.;]*$/u.test(since) && verb !== 'gửi') continue
    // «báo cáo kết quả về bộ»: the house that speaks.
    const house = issuer !== null && /^(?:về|gửi|báo|trình|tổng|tham)$/u.test(verb) ? HOUSE.exec(reading.lower.slice(at, end)) : null
    if (house !== null && issuer !== null) {
      bodies.push({
        start: at,
        end: at + house[0].length,
        name: issuer,
        isClass: false,
        open: false,
        refers: null,
        slips: [],
        rule: 'DIR-18',
      })
      continue
    }
    const list = bodiesAt(reading, at)
    if (list === null || list.end > end) continue
    for (const receiver of list.bodies) {
      if (/thẩm quyền|chức năng|liên quan/u.test(receiver.name.toLowerCase()) || bodies.some((other) => other.name === receiver.name))
        continue
      if (receiver.isClass && !/^(?:báo|gửi|trình|tổng)/u.test(verb) && !(verb === 'cho' && isHandedTo(receiver, before))) continue
      bodies.push(receiver)
      last = receiver
    }
  }
  return bodies.length === 0 && drafted !== null ? drafted.bodies.filter(({ isClass }) => !isClass) : bodies
}

/** For whom a draft is made; null where it is not said so. */
function draftedFor(reading: Reading, start: number, end: number): BodyList | null {
  const text = reading.lower.slice(start, end)
  if (!text.includes(' để ') || !/(?<!\p{L})(?:tham mưu|dự thảo|chuẩn bị|hoàn thiện|xây dựng|soạn thảo|tổng hợp)(?!\p{L})/u.test(text))
    return null
  for (const { index } of matchesOf(FOR, text)) {
    const list = bodiesAt(reading, start + index + 3)
    if (list !== null && list.end < end && ACTS.test(reading.lower.slice(list.end, list.end + 14))) return list
  }
  return null
}
