import { bodiesAt } from '../body/bodies.ts'
import type { Body } from '../body/body.ts'
import { isSameBody } from '../identity/issuers.ts'
import { atNewLead, withWholeLists } from '../text/divisions.ts'
import type { Item } from '../text/items.ts'
import type { Reading } from '../text/reading.ts'
import { clausesOf, type Piece } from '../text/sentences.ts'
import { deadlinesIn } from '../time/deadlines.ts'
import { periodIn } from '../time/periods.ts'
import type { Draft } from './draft.ts'
import { EMPTY, isElided, isIssuerAlone, isPenal, isTask, onlyAnswers, PRODUCT_GOES } from './not-orders.ts'
import { afterConnectors, type Order, orderIn } from './orders.ts'
import { partnersIn } from './roles.ts'
import { verbAt } from './verbs.ts'
import { push, resolved, setSubject, subjectOf, top, type Walk } from './walk.ts'

/**
 * From a sentence to tasks. [DIR-15]
 *
 * One sentence is one task; it is divided at a semicolon only where the lead changes, where a report or a period of its own
 * begins, or after a deadline. An item's second sentence that only says how, by when or to whom to report the same work
 * stays with the first. A sentence that ends in «sau:» is a heading: it gives its bodies to what follows. [DIR-27]
 */
const HEADER =
  /(?:sau(?: đây)?|như sau|dưới đây|trọng tâm|cụ thể|chỉ đạo|thực hiện|gồm|nhiệm vụ|nội dung|trách nhiệm)? ?:$|(?:sau đây|như sau|(?:nhiệm vụ|nội dung|giải pháp|việc|công việc|yêu cầu)(?:, [\p{L} ]{3,30})?(?: [\p{L}]+){0,10} sau)[.:]?$/u

/** How a header ends, asked first: most sentences end otherwise. */
const MAY_HEAD = /(?::|sau|đây)[.:]?$/u

const ORDERING_HEADER =
  /(?:trong đó|cụ thể là)(?:,? (?:cần|phải|tập trung|lưu ý|chú trọng|ưu tiên|quan tâm|thực hiện))+[^.;]{0,80} sau(?: đây)?[.:]?$/u

/** «Thủ tướng Chính phủ yêu cầu:»: what follows are orders, not an enumeration. */
const ORDERS = /(?<![\p{L}])(?:yêu cầu|giao|đề nghị|chỉ đạo|phân công|chỉ thị|kết luận)(?![\p{L}])[^:]{0,60}:$/u

/** An item's second sentence that begins so adds to the work of the first. */
const ADDS =
  /^(?:(?:yêu cầu|đề nghị) (?=hoàn thành|gửi|báo cáo|hoàn thiện|trình))?(?:việc|hoàn thành|hoàn thiện|trình |thời gian|thời hạn|tiến độ|kết quả|báo cáo kết quả|báo cáo (?:gửi|về)|kinh phí|nội dung báo cáo|lưu ý|trường hợp vượt|gửi (?:kết quả|báo cáo)|xong |quá trình)/u

/** «…; gửi Sở Tài chính trước ngày …»: no other product is named, so it is the same work. */
function sendsIt(reading: Reading, start: number, end: number): boolean {
  const verb = /^(?:và )?gửi (?:về |cho |đến )?/u.exec(reading.lower.slice(start, start + 16))
  const to = verb === null ? null : bodiesAt(reading, start + verb[0].length)
  return (
    to !== null &&
    to.end < end &&
    deadlinesIn(reading, start, end, null, true).length > 0 &&
    /^ (?:trước|chậm|muộn|trong)/u.test(reading.lower.slice(to.end, end))
  )
}

/** «…; trường hợp các hộ không chấp hành thì hoàn thiện hồ sơ, xong trước ngày …». */
const IN_CASE = /^(?:và )?(?:(?:trong )?trường hợp|nếu|đối với|riêng|còn)(?!\p{L})[^;]{0,120}(?:,| thì) /u

const REPORTS =
  /^(?:và |đồng thời,? )?(?:định kỳ|hằng|hàng|mỗi (?:ngày|tuần|tháng|quý|năm)(?:,| (?:một|0?\d) lần)|gửi|báo cáo|tổng hợp,? báo cáo|tổng hợp kết quả)/u

/** «UBND tỉnh đã ban hành 12 văn bản; giao Sở X …»: what follows in the sentence is told too. [DIR-15] */
const TOLD = /^[^;]{0,80} đã (?:ban hành|chỉ đạo|giao|tổ chức|triển khai|thành lập|họp|có)(?!\p{L})/u

/** «6. Trưởng các thôn: - Giao từng hộ …»: households and contractors are charged by the body of the heading, whose work it is. [DIR-55] */
const PRIVATE = /^(?:(?:các|từng|mỗi) )?(?:hộ|hộ dân|hộ gia đình|gia đình|người dân|nhà thầu|chủ nhà)(?: \p{Ll}+){0,3}$/iu
const isWithin = (walk: Walk, item: Item, order: Order): boolean =>
  item.dress !== null &&
  order.opens === 'assigned' &&
  order.lead?.every(({ name }) => PRIVATE.test(name)) === true &&
  walk.scopes.slice(1, -1).some(({ subject }) => subject !== null)

export function readSentence(
  walk: Walk,
  item: Item,
  index: number,
  sentence: Piece,
  words: string,
  isSecond: boolean,
  quoteFrom?: number,
): void {
  const { reading } = walk
  const isHeader = MAY_HEAD.test(words.slice(-6)) && HEADER.test(words)
  if (isHeader) {
    header(walk, item, index, sentence, words)
    return
  }
  let open: Draft | null = isSecond ? (walk.drafts.at(-1) ?? null) : null
  const clauses = withWholeLists(reading, clausesOf(reading, sentence)).flatMap((clause) => atNewLead(walk, clause))
  let idle: { readonly from: number; readonly lead: readonly Body[] | null } | null = null // a clause that only answers or closes
  let recurred = false // the clause before says how often
  let dated = false // a deadline stands in the clauses gathered so far
  clauses.forEach(([start, end], i) => {
    const own = deadlinesIn(reading, start, end, walk.issued).length > 0
    const before = dated || (recurred && own)
    dated = own
    recurred = (periodIn(reading, start, end)?.every ?? 'standing') !== 'standing'
    if (i > 0 && open === null && !walk.isNews && TOLD.test(reading.lower.slice(sentence[0], start))) return
    const found = orderIn(reading, start, end, walk.issuer, walk.isNews, item.dress !== null && !isSecond && i === 0)
    const order = found !== null && isWithin(walk, item, found) ? { ...found, lead: null } : found
    const lower = reading.lower.slice(start, end)
    const previous = i === 0 ? null : open
    if (i === 0 && isSecond && open !== null && open.item === index && ADDS.test(lower) && (order === null || order.lead === null)) {
      open.end = end
      return
    }
    if (order?.lead != null && isTask(walk, item, order, start, end)) {
      const lead = resolved(walk, order.lead)
      setSubject(walk, item, lead, false)
      if (order.opens === 'assigned' && (lead.length > 1 || lead.some((b) => b.isClass))) walk.above = lead
      open = push(
        walk,
        index,
        quoteFrom !== undefined && i === 0 ? quoteFrom : quoteStart(walk, order, start),
        end,
        lead,
        false,
        order.work,
      )
      open.assigned = order.opens === 'assigned'
      return
    }
    const behind = order?.lead == null ? null : reading.lower.slice(order.work, end)
    const isIdle = isPenal(lower) || (behind !== null && (EMPTY.test(behind) || onlyAnswers(behind)))
    if (order?.lead != null && isIdle) setSubject(walk, item, resolved(walk, order.lead), false)
    if (i === 0 && isIdle) idle = { from: order?.lead == null ? start : -1, lead: order?.lead == null ? null : resolved(walk, order.lead) }
    if (previous !== null && i > 0) {
      const begins = verbAt(reading.lower, afterConnectors(reading, start, end)) !== null
      const isOther = own && IN_CASE.test(lower) // another case, with a day of its own
      if (
        (REPORTS.test(lower) && (own || recurred) && !sendsIt(reading, start, end)) ||
        (before && (begins || isOther) && !isPenal(lower))
      ) {
        open = push(walk, index, start, end, previous.lead, true, start)
      } else {
        previous.end = end
        dated = before || own
      }
      return
    }
    if (i > 0) {
      // «Chịu trách nhiệm trước UBND tỉnh về …; kiện toàn …»: work behind what is none [DIR-52]
      const charged = idle?.lead ?? subjectOf(walk, item.dress)
      if (idle !== null && charged !== null && walk.muted === null && !item.isInert && isElided(walk, item, order, start, end))
        open = push(walk, index, idle.from < 0 ? start : idle.from, end, charged, true, start)
      idle = null
      return
    }
    const named = ownBodies(reading, item, start, end)
    if (named?.length === 0 || (named !== null && walk.issuer !== null && named.every(({ name }) => isSameBody(name, walk.issuer ?? '')))) {
      open = null // what the writer does himself, or praises
      return
    }
    const carried = quoteFrom !== undefined ? (top(walk)?.subject ?? null) : subjectOf(walk, item.dress)
    const lead = named ?? (item.dress === null && PRODUCT_GOES.test(lower) ? toAll(walk) : null) ?? carried
    if (lead === null || item.isInert || walk.muted !== null || !isElided(walk, item, order, start, end)) {
      open = null
      return
    }
    open = push(walk, index, quoteFrom ?? start, end, lead, quoteFrom === undefined && named === null, order?.work ?? start)
  })
}

const PRAISES =
  /^,? (?:cơ bản )?(?:đánh giá|ghi nhận|biểu dương|hoan nghênh|cảm ơn|thống nhất|nhận thấy|tán thành|đồng ý|cho rằng|đã|đang|là)(?!\p{L})/u
/** An item that begins with a body is never that of the item before, even where its order is not understood. [DIR-52] */
function ownBodies(reading: Reading, item: Item, start: number, end: number): readonly Body[] | null {
  if (item.dress === null) return producer(reading, start, end)
  const list = bodiesAt(reading, afterConnectors(reading, start, end))
  if (list !== null && PRAISES.test(reading.lower.slice(list.end, list.end + 24))) return []
  if (list !== null) return list.end >= end ? null : list.bodies
  return producer(reading, start, end)
}

/** A closing paragraph about the product of all is for all to whom the letter is sent. [DIR-47] */
const toAll = (walk: Walk): readonly Body[] | null => walk.scopes[0]?.subject ?? (walk.addressees.length > 0 ? [...walk.addressees] : null)

/** «Kết quả kiểm tra của các đoàn gửi về …»: whose product it is. [DIR-47] */
function producer(reading: Reading, start: number, end: number): readonly Body[] | null {
  if (!PRODUCT_GOES.test(reading.lower.slice(start, end))) return null
  const of = / của (?=\p{L})/u.exec(reading.lower.slice(start, Math.min(end, start + 90)))
  return of === null ? null : (bodiesAt(reading, start + of.index + of[0].length)?.bodies ?? null)
}

/** From the first word of the assignment: «Cụ thể,» is left out before a body, kept before an order without a subject. */
const quoteStart = (_walk: Walk, order: Order, start: number): number => (order.opens === 'verb' ? start : order.start)

/** «Sở X đề nghị UBND các xã; yêu cầu các trường thực hiện:»: a header that charges twice charges both. [DIR-56] */
function spokenBefore({ reading, issuer, isNews }: Walk, start: number, order: Order): readonly Body[] {
  const cut = reading.text.lastIndexOf('; ', order.work)
  if (cut < start) return []
  const first = orderIn(reading, start, cut, issuer, isNews)
  return first?.opens === 'assigned' && first.lead !== null && order.lead?.every(({ start: at }) => at > cut) === true ? first.lead : []
}

/** «UBND thành phố yêu cầu:», «Sở Nội vụ đề nghị:»: whom it charges stands in «Kính gửi», and what below. */
const COMMANDS_ALL = /(?<!\p{L})(?:yêu cầu|đề nghị|chỉ thị|(?<!ban )chỉ đạo(?: như sau)?|có ý kiến(?: chỉ đạo)?(?: như sau)?) ?:$/u

function header(walk: Walk, item: Item, index: number, [start, end]: Piece, words: string): void {
  const spoken = orderIn(walk.reading, start, end, walk.issuer, walk.isNews)
  // «Thực hiện Công điện số …, UBND tỉnh yêu cầu:»: what it rests on is no order [DIR-39]
  const order = spoken?.lead === null && spoken.opens === 'verb' && COMMANDS_ALL.test(words) ? null : spoken
  if (/^(?:cụ thể|trong đó)(?: là| như sau)? ?:$/u.test(words)) return
  const isStatute = /nhiệm vụ, quyền hạn của/u.test(words)
  if (order === null || isIssuerAlone(walk, order) || isStatute) {
    const isCommand = !isStatute && (order === null ? COMMANDS_ALL.test(words) : isIssuerAlone(walk, order) && ORDERS.test(words))
    if (isCommand && walk.scopes[0] !== undefined && walk.addressees.length > 0) walk.scopes[0].subject ??= [...walk.addressees]
    else if ((item.dress === null && !isCommand) || /gồm ?:$/u.test(words))
      walk.muted = { opener: item.dress, around: walk.scopes.map((scope) => scope.dress), list: null }
    return
  }
  const lead = order.lead === null ? null : resolved(walk, [...spokenBefore(walk, start, order), ...order.lead])
  if (lead !== null) {
    setSubject(walk, item, lead, true)
    walk.above = lead
    if (ORDERING_HEADER.test(words)) push(walk, index, quoteStart(walk, order, start), end, lead, false, order.work)
  } else if (order.lead === null && order.opens === 'assigned' && walk.addressees.length > 0 && walk.scopes[0] !== undefined)
    walk.scopes[0].subject ??= [...walk.addressees]
  const scope = top(walk)
  if (scope === undefined) return
  const due = deadlinesIn(walk.reading, start, end, walk.issued)[0]
  if (due !== undefined) scope.due = due
  const partners = partnersIn(walk.reading, order.work, end)
  if (partners.bodies.length > 0 || partners.open) scope.partners = partners
}
