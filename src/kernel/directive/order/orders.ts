import { bodiesAt } from '../body/bodies.ts'
import type { Body } from '../body/body.ts'
import { strangeBodiesAt } from '../body/strange-bodies.ts'
import { asIssuer, isSameBody } from '../identity/issuers.ts'
import type { Reading } from '../text/reading.ts'
import { matchesOf, stick } from '../text/sticky.ts'
import { ACCOUNT, isCharged, pastAside } from './charged.ts'
import { verbAt } from './verbs.ts'

/**
 * Is this sentence an order, and to whom? [DIR-15] [DIR-16]
 *
 * Five shapes, tried in this order. «Sở X chủ trì …»: bodies, then a word that begins an order. «UBND tỉnh giao Sở X …»: the
 * issuer, a word of assigning, bodies. «Giao Sở X …», «Đề nghị quý Bộ …»: without the issuer. «Để …, UBND tỉnh yêu cầu các
 * sở …»: the same after a reason. «Rà soát …»: an order without a subject, whose lead is carried forward by the caller.
 * An account («đã giao», «theo đề nghị của», «nhiệm vụ được giao») is none of these.
 */
export type Order = {
  /** Where the words of the assignment begin. */
  readonly start: number
  /** null: the subject is left out. */
  readonly lead: readonly Body[] | null
  /** Where the work begins, after the bodies. */
  readonly work: number
  readonly opens: 'body' | 'assigned' | 'verb'
}

const CONNECTED =
  /(?:(?:cụ thể(?! hóa)|cụ thể là|theo đó|trong đó|đồng thời|bên cạnh đó|bên cạnh việc[^,]{0,80}|ngoài ra|cùng với đó|riêng|trước mắt|mặt khác|do đó|vì vậy|do vậy|trên cơ sở đó|từ đó|tiếp theo|sau đó|qua đó|song song đó|song song với đó|đặc biệt|đặc biệt là|nhất là|thứ (?:nhất|hai|ba|tư|năm)|(?:một|hai|ba|bốn|năm) là|và|cũng|thời gian tới|trong thời gian tới|(?:công văn|văn bản|chỉ thị|công điện|kế hoạch|thông báo|nghị quyết)(?: (?:này|trên|số [\p{L}\d/&-]+))?(?: cũng| còn| đồng thời)* (?:nêu(?: rõ)?|nhấn mạnh|ghi rõ|chỉ rõ))(?:, | - |: | )(?:thì )?)+/uy
const ASSIGN =
  'giao nhiệm vụ cho|giao trách nhiệm cho|giao nhiệm vụ|giao cho|giao|yêu cầu|đề nghị|phân công|chỉ thị cho|chỉ thị|nhắc nhở|lưu ý|khuyến nghị|ủy quyền cho|ủy quyền|trưng tập'
const ASSIGN_NEAR = new RegExp(
  `,? (?:cũng |đã |vừa |mới |mới đây |tiếp tục |trân trọng |kính |đồng thời |thống nhất |đồng ý |nêu rõ,? |còn |(?:phê bình|nhắc nhở|biểu dương|ghi nhận|chấp thuận)(?: và|,) )*(${ASSIGN})(?: các nội dung sau| như sau)?(?=[ :,])`,
  'uy',
)
const ASSIGN_ANY = new RegExp(`(?<![\\p{L}])(?:${ASSIGN})(?:[,:])? (?=\\S)`, 'gu')
/** «Công văn yêu cầu …»: in a report the letter itself speaks; «theo công văn đề nghị của …» is an account. */
const LETTER_SPEAKS = /(?:^|[ (])(?:công văn|văn bản|chỉ thị|công điện|kế hoạch|thông báo|kết luận)(?: (?:này|trên|nêu trên|nêu rõ))?,? $/u
const LETTER_SPOKEN_OF =
  /(?:theo|tại|căn cứ|thực hiện|của|từ|xét|nhận|nhận được|về|trong|tờ) (?:các |những )?(?:công văn|văn bản|chỉ thị|công điện|kế hoạch|thông báo|kết luận)(?: \p{L}+)?,? $/u
const NOT_ASSIGNING =
  /(?:theo|được|nhiệm vụ|việc|nội dung|nguyên nhân|những|công tác|về|hồ sơ|đơn|văn bản|nhu cầu|đáp ứng|mục đích,|khi có|không|để|bị|phải|hoặc|có|thời gian|do|đúng|các|xét|tiến độ|chỉ tiêu|vốn|quyền|mức|từng|chưa|và|tờ trình|công văn|bàn|cho|tự|trước khi|sau khi|cơ chế|phương án|kế hoạch|thủ tục|sẽ) $/u
/** «phê bình và yêu cầu …», «nhắc nhở, đề nghị và giao …»: two things that are said at once. */
const SPEAKS_TWICE = /(?:phê bình|nhắc nhở|biểu dương|ghi nhận|lưu ý|nhấn mạnh|kết luận|đề nghị|thống nhất|chấp thuận|đồng ý) và $/u
const SUPERIOR =
  /^(?:phó )?(?:thủ tướng|chính phủ|chủ tịch|bộ trưởng|ban bí thư|bộ chính trị|ban thường vụ|(?:ban thường vụ |thường trực )?(?:tỉnh|thành|huyện|quận) ?ủy|quốc hội|lãnh đạo|chỉ thị|công điện|công văn|văn bản)/iu

export function afterConnectors(reading: Reading, from: number, end: number): number {
  const start = from + (stick(/[“"«]+/uy, reading.text, from)?.length ?? 0) // what somebody said, word for word
  CONNECTED.lastIndex = start
  const length = CONNECTED.exec(reading.lower)?.[0].length ?? 0
  return start + length < end ? start + length : start
}

/** The body that speaks: the issuer itself, or one above everybody. */
const isIssuer = (bodies: readonly Body[], words: string, issuer: string | null): boolean => {
  const [first] = bodies
  if (first !== undefined && bodies.length === 1 && /^(?:tỉnh|thành phố|huyện)$/iu.test(first.name)) return true
  if (first === undefined || bodies.length > 2 || first.isClass) return false
  if (SUPERIOR.test(words) || SUPERIOR.test(first.name)) return true
  if (issuer === null) return true
  const [a, b] = [asIssuer(issuer), asIssuer(first.name)]
  return (
    isSameBody(issuer, first.name) ||
    (a.startsWith('van phong chinh phu') && /^(?:chinh phu|thu tuong)/u.test(b)) ||
    (/^van phong ubnd/u.test(a) && b.startsWith('ubnd'))
  )
}

/**
 * @param isNews  in a report of a directive «đã giao» tells the order; in the letter itself it tells the past
 * @param isItem  the sentence opens an item: what it begins with may be a body that no list knows [DIR-40]
 */
export function orderIn(
  reading: Reading,
  start: number,
  end: number,
  issuer: string | null,
  isNews: boolean,
  isItem = false,
): Order | null {
  const topic = topicAt(reading, start, end)
  if (topic === null) return spokenOrder(reading, start, end, issuer, isNews, isItem)
  // «Đối với các quận, huyện, UBND thành phố đề nghị …»: the topic is charged where the order names nobody else.
  const order = spokenOrder(reading, topic.end, end, issuer, isNews)
  if (order === null)
    return verbAt(reading.lower, topic.end) === null ? null : { start, lead: topic.bodies, work: topic.end, opens: 'body' }
  return order.lead === null ? { ...order, start, lead: topic.bodies } : order
}

function topicAt(reading: Reading, start: number, end: number): { bodies: readonly Body[]; end: number } | null {
  const begins = afterConnectors(reading, start, end)
  const word =
    /^(?:đối với|về phía|riêng|với|còn) /u.exec(reading.lower.slice(begins, begins + 12)) ??
    (reading.lower.slice(start, begins).endsWith('riêng ') ? [''] : null)
  const first = bodiesAt(reading, begins + (word?.[0].length ?? 0))
  if (first === null || first.end > end) return null
  // The one who speaks may stand last in the list: it is no topic.
  const speaks =
    first.bodies.length > 1 && new RegExp(`^ (?:cũng )?(?:${ASSIGN})(?![\\p{L}])`, 'u').test(reading.lower.slice(first.end, first.end + 20))
  if (word === null && !(speaks && SUPERIOR.test(first.bodies.at(-1)?.name ?? '') && !SUPERIOR.test(first.bodies[0]?.name ?? '')))
    return null
  const bodies = speaks ? first.bodies.slice(0, -1) : first.bodies
  const last = bodies.at(-1)
  const at = speaks ? (last?.end ?? first.end) : first.end
  return /^[,:] /u.test(reading.text.slice(at, at + 2)) ? { bodies, end: at + 2 } : null
}

/** «Bộ X đề nghị: “UBND các tỉnh …”»: another's order, word for word; who says it is not charged. [DIR-37] */
const isQuoting = ({ text }: Reading, position: number): boolean => stick(/ ?: ?["“«]/uy, text, position) !== null

function spokenOrder(reading: Reading, start: number, end: number, issuer: string | null, isNews: boolean, isItem = false): Order | null {
  const { lower } = reading
  const begins = afterConnectors(reading, start, end)
  const list = bodiesAt(reading, begins) ?? (isItem ? strangeBodiesAt(reading, begins, end) : null)
  if (list !== null && list.end <= end) {
    const after = pastAside(reading, list.end, end)
    ASSIGN_NEAR.lastIndex = after
    const assigned = ASSIGN_NEAR.exec(lower)
    // «Hai đơn vị thống nhất giao …»: who agrees to charge another charges
    if (
      assigned !== null &&
      (isIssuer(list.bodies, lower.slice(begins, list.end), issuer) ||
        /thống nhất giao/u.test(assigned[0]) ||
        isQuoting(reading, after + assigned[0].length))
    ) {
      const target = targetAt(reading, after + assigned[0].length, end)
      if (target !== null && (isNews || !/ đã /u.test(assigned[0]))) return { ...target, start: begins }
      if (!isNews && / đã /u.test(assigned[0])) return null
    } else if (
      isCharged(reading, after, end) ||
      /^ (?:cũng|vừa) chỉ đạo/u.test(lower.slice(after, after + 16)) ||
      (assigned !== null && /yêu cầu|chỉ thị/u.test(assigned[1] ?? ''))
    ) {
      const commanded = /^ (?:(?:cũng|vừa|đã|vừa có văn bản) )?chỉ đạo(?![\p{L}])/u.exec(lower.slice(after, after + 28))?.[0].length ?? 0
      const commands = commanded > 0 && isIssuer(list.bodies, '', issuer) && issuer !== null && !list.bodies.some((b) => b.refers !== null)
      const target = commands ? targetAt(reading, after + commanded, end) : null
      if (target !== null && target.lead !== null) return { ...target, start: begins }
      return { start: begins, lead: list.bodies, work: after, opens: 'body' }
    }
  }
  const titled = afterTitle(reading, begins, end)
  if (titled !== null) return titled
  for (const match of matchesOf(ASSIGN_ANY, lower.slice(begins, end))) {
    const at = begins + match.index
    const before = lower.slice(Math.max(start, at - 30), at)
    const isPassive =
      /^(?:nhiệm vụ|việc|nội dung|công việc|trách nhiệm)[^,;]{0,80} được $/u.test(lower.slice(begins, at)) &&
      /^(?:giao|phân công)(?: nhiệm vụ| trách nhiệm)? cho /u.test(match[0])
    const letterSpeaks = isPassive || (isNews && LETTER_SPEAKS.test(before) && !LETTER_SPOKEN_OF.test(before))
    if ((NOT_ASSIGNING.test(before) && !letterSpeaks && !SPEAKS_TWICE.test(before)) || (!isNews && / đã $/u.test(before))) continue
    const target = targetAt(reading, at + match[0].trimEnd().length, end)
    if (target === null) continue
    if (at !== begins && !letterSpeaks && !isSpokenBefore(reading, begins, at)) continue
    // «Chỉ đạo, phân công các lực lượng …»: the work of one whose name is left out, not a charge by the issuer.
    const opening = verbAt(lower, begins)
    if (at !== begins && /, $/u.test(before) && opening !== null && !/^(?:thực hiện|triển khai|tiếp tục|được)/u.test(opening)) continue
    if (
      target.lead === null &&
      !(
        at === begins ||
        /(?:thủ tướng|chủ tịch|ubnd|chỉ thị|văn bản|công văn|công điện|cũng|ủy ban|tỉnh|thành phố|huyện|xã|phường|đặc khu|bộ|sở|,) $/u.test(
          before,
        )
      )
    )
      continue
    return { ...target, start: reading.text.charAt(at - 1) === '(' || (at - begins < 60 && isSpeaker(reading, begins, at)) ? begins : at }
  }
  const isConditional = /(?:^|, )(?:nếu|trường hợp|khi)(?!\p{L})| nếu(?!\p{L})/u.test(lower.slice(begins, begins + 80))
  for (const match of matchesOf(PAUSES, lower.slice(begins, Math.min(end, begins + 700)))) {
    const at = begins + match.index + 2
    if (verbAt(lower, at) !== null && !isConditional) break // the order begins here, without a subject
    const named = bodiesAt(reading, at)
    if (named === null || named.end > end || ACCOUNT.test(lower.slice(named.end, named.end + 20))) continue
    if (THREATENS.test(lower.slice(named.end, end))) break // «Sau ngày …, đơn vị nào chưa gửi …, UBND tỉnh sẽ xử lý»
    if (
      isCharged(reading, named.end, end, true) &&
      /^(?:để|nhằm|căn cứ|trên cơ sở|trong|khi|trường hợp|nếu|thực hiện|theo|từ|trước|đối với|tại|sau|hằng|hàng|định kỳ|về|chậm nhất|muộn nhất|vào|đến|hết|qua|với|do|nhân|ngoài|bên cạnh|cùng với|song song|quá trình)(?!\p{L})/u.test(
        lower.slice(begins, begins + 12),
      )
    ) {
      // «Trên cơ sở đề xuất của các bộ, Ủy ban nhân dân các tỉnh, Bộ Tài chính …»: of a list that is spoken of, the last acts.
      const isSpokenOf = matchesOf(OF, lower.slice(begins, at)).some(
        (word) => bodiesAt(reading, begins + word.index + word[0].length)?.end === named.end,
      )
      return { start: begins, lead: isSpokenOf ? named.bodies.slice(-1) : named.bodies, work: named.end, opens: 'body' }
    }
  }
  for (const match of matchesOf(SAYS, lower.slice(begins, Math.min(end, begins + 400)))) {
    // «Chủ tịch UBND tỉnh nhấn mạnh Cục Thuế tỉnh phải …»: what is said is a duty.
    const at = begins + match.index + match[0].length
    const named = bodiesAt(reading, at)
    if (named !== null && named.end < end && /^ (?:cũng )?(?:phải|cần)(?!\p{L})/u.test(lower.slice(named.end, named.end + 14)))
      return { start: at, lead: named.bodies, work: named.end, opens: 'body' }
  }
  const verb = verbAt(lower, begins)
  return verb !== null && !WEAK.test(verb) ? { start, lead: null, work: begins, opens: 'verb' } : null
}

/** «Chế độ báo cáo: Các xã gửi …», «Về mặt bằng: UBND xã X vận động …»: what it is about, and then who acts. [DIR-51] */
function afterTitle(reading: Reading, begins: number, end: number): Order | null {
  const title = /^[^:;.()]{3,90}: (?=\p{L})/u.exec(reading.lower.slice(begins, Math.min(end, begins + 100)))
  if (title === null) return null
  const at = begins + title[0].length
  const list = bodiesAt(reading, at)
  if (list === null || list.end >= end || bodiesAt(reading, begins) !== null) return null
  return isCharged(reading, pastAside(reading, list.end, end), end, true)
    ? { start: at, lead: list.bodies, work: list.end, opens: 'body' }
    : null
}

const PAUSES = /[,:] /gu
const WORDS = /(?<![\p{L}])\p{L}/gu
const OF = /(?<!\p{L})(?:của|với|giữa|từ) (?=\p{L})/gu
const THREATENS = / sẽ (?:giao|bị|xử lý|xem xét|kiểm điểm|phê bình|chịu|thanh tra)(?!\p{L})/u
const SAYS = /(?<!\p{L})(?:nhấn mạnh|cho rằng|chỉ rõ|quán triệt|nêu rõ|khẳng định)(?: rằng)?[,:]? (?=\p{L})/gu
const NAMES_SPEAKER =
  /(?:(?:^|[^\p{L}])(?:thủ tướng|chủ tịch|bộ trưởng|giám đốc|bí thư|đồng chí|ông|bà)(?: [\p{Lu}][\p{L}.]*){0,8}|(?:^|[,.:;“"(] ?)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3})(?: (?:cũng|đã|vừa|đồng thời|mới đây|mới đây đã))*,? $/iu
const NAMES_LETTER =
  /(?:chỉ thị|văn bản|công văn|công điện|kế hoạch|thông báo|nghị quyết|quyết định|bộ|sở|tỉnh|thành phố|ubnd)(?: (?:số )?[\p{L}\d/&-]+| trên| này)?(?: (?:ngày )?[\d/.-]+)?(?: do [^,;.]{3,50} ký)?(?: (?:cũng|đã|còn|nêu rõ|đồng thời))*,? $/iu
/** A word of assigning in the middle of a sentence needs somebody who speaks before it, or a pause. */
function isSpokenBefore(reading: Reading, from: number, at: number): boolean {
  const before = reading.text.slice(Math.max(from, at - 110), at)
  if (/(?:[,;:] |[(“"])$/u.test(before) || NAMES_SPEAKER.test(before) || NAMES_LETTER.test(before) || SPEAKS_TWICE.test(before)) return true
  const spoken =
    at - (/(?: (?:cũng|đã|vừa|mới|mới đây|tiếp tục|trân trọng|kính|đồng thời|thống nhất|đồng ý))* $/u.exec(before)?.[0].length ?? 0)
  for (const word of matchesOf(WORDS, before)) {
    const start = at - before.length + word.index
    if (bodiesAt(reading, start)?.end === spoken) return true
  }
  return false
}

/** After a body these begin an order; at the head of a sentence they are as often nouns («Trả nợ …», «Phát thanh …»). */
const WEAK = /^(?:trả|phát|nhận|chọn|đo|giữ|đặt|nâng|ký|xét|tuyển|giúp|tăng|giảm|đóng|treo|trồng|phun|tiêm|khám|quyết định|quy định)$/u

const isSpeaker = (reading: Reading, from: number, to: number): boolean =>
  !/[,.;:]/u.test(reading.lower.slice(from, to).trimEnd().replace(/,$/u, ''))

/** What follows a word of assigning: bodies that are charged, or at once the work. */
function targetAt(reading: Reading, position: number, end: number): Omit<Order, 'start'> | null {
  const { lower } = reading
  const gap =
    /^[:,]? ?(?:(?<=: ?)["“«])?(?:(?:các )?đồng chí (?=giám|thủ|chủ|bộ|chánh|bí|ban|lãnh|thành|trưởng|phó))?/u.exec(
      lower.slice(position, position + 24),
    )?.[0].length ?? 0
  const at = position + gap
  const list = bodiesAt(reading, at)
  if (list !== null && list.end <= end) {
    const after = pastAside(reading, list.end, end)
    const rest = lower.slice(after, after + 40)
    const charged =
      isCharged(reading, after, end) ||
      after >= end - 1 ||
      /^ ?[:,]/u.test(rest) ||
      /^ (?:là|sớm|ngay|khi|trên|theo|làm|thông qua)/u.test(rest) ||
      (/^ [\p{L}]/u.test(rest) && !ACCOUNT.test(rest))
    return charged ? { lead: list.bodies, work: after, opens: 'assigned' } : null
  }
  return verbAt(lower, at) === null ? null : { lead: null, work: at, opens: 'assigned' }
}
