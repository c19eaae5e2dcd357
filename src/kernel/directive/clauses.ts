import { bodiesAt } from './bodies.ts'
import { deadlinesIn } from './deadlines.ts'
import type { Draft } from './draft.ts'
import type { Item } from './items.ts'
import { EMPTY, isElided, isIssuerAlone, isPenal, isTask } from './not-orders.ts'
import { afterConnectors, isCharged, type Order, orderIn } from './orders.ts'
import { periodIn } from './periods.ts'
import type { Reading } from './reading.ts'
import { partnersGoOn, partnersIn } from './roles.ts'
import { clausesOf, type Piece } from './sentences.ts'
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

const ORDERING_HEADER =
  /(?:trong đó|cụ thể là)(?:,? (?:cần|phải|tập trung|lưu ý|chú trọng|ưu tiên|quan tâm|thực hiện))+[^.;]{0,80} sau(?: đây)?[.:]?$/u

/** «Thủ tướng Chính phủ yêu cầu:»: what follows are orders, not an enumeration. */
const ORDERS = /(?<![\p{L}])(?:yêu cầu|giao|đề nghị|chỉ đạo|phân công|chỉ thị|kết luận)(?![\p{L}])[^:]{0,60}:$/u

/** An item's second sentence that begins so adds to the work of the first. */
const ADDS =
  /^(?:(?:yêu cầu|đề nghị) (?=hoàn thành|gửi|báo cáo|hoàn thiện|trình))?(?:việc|hoàn thành|hoàn thiện|trình |thời gian|thời hạn|tiến độ|kết quả|báo cáo kết quả|báo cáo (?:gửi|về)|kinh phí|nội dung báo cáo|lưu ý|trường hợp vượt|gửi (?:kết quả|báo cáo)|xong |quá trình)/u

const REPORTS = /^(?:và |đồng thời,? )?(?:định kỳ|hằng|hàng|gửi|báo cáo|tổng hợp,? báo cáo|tổng hợp kết quả)/u

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
  const isHeader = HEADER.test(words)
  if (isHeader) {
    header(walk, item, index, sentence, words)
    return
  }
  let open: Draft | null = isSecond ? (walk.drafts.at(-1) ?? null) : null
  const clauses = withWholeLists(reading, clausesOf(reading, sentence)).flatMap((clause) => atNewLead(walk, clause))
  let recurred = false // the clause before says how often
  let dated = false // a deadline stands in the clauses gathered so far
  clauses.forEach(([start, end], i) => {
    const own = deadlinesIn(reading, start, end, walk.issued).length > 0
    const before = dated || (recurred && own)
    dated = own
    recurred = (periodIn(reading, start, end)?.every ?? 'standing') !== 'standing'
    const order = orderIn(reading, start, end, walk.issuer, walk.isNews, item.dress !== null && !isSecond && i === 0)
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
    if (order?.lead != null && (isPenal(lower) || EMPTY.test(reading.lower.slice(order.work, end))))
      setSubject(walk, item, resolved(walk, order.lead), false)
    if (previous !== null && i > 0) {
      const begins = verbAt(reading.lower, afterConnectors(reading, start, end)) !== null
      if ((REPORTS.test(lower) && (own || recurred)) || (before && begins && !isPenal(lower))) {
        open = push(walk, index, start, end, previous.lead, true, start)
      } else {
        previous.end = end
        dated = before || own
      }
      return
    }
    if (i > 0) return
    const lead = quoteFrom !== undefined ? (top(walk)?.subject ?? null) : subjectOf(walk, item.dress)
    if (lead === null || item.isInert || walk.muted !== null || !isElided(walk, item, order, start, end)) {
      open = null
      return
    }
    open = push(walk, index, quoteFrom ?? start, end, lead, quoteFrom === undefined, order?.work ?? start)
  })
}

/** «Các sở, ban, ngành; UBND các xã tiếp tục …»: a semicolon inside a list of bodies divides nothing. */
function withWholeLists(reading: Reading, clauses: readonly Piece[]): readonly Piece[] {
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

/** «… trước ngày 15/6, Sở Tài chính tổng hợp …»: behind a deadline and a comma another body begins another work. */
function atNewLead(walk: Walk, [start, end]: Piece): readonly Piece[] {
  const { reading, issuer, issued, isNews } = walk
  for (const due of deadlinesIn(reading, start, end, issued)) {
    if (due.start - start < 25 || reading.text.slice(due.end, due.end + 2) !== ', ') continue
    const list = bodiesAt(reading, due.end + 2)
    if (list === null || !isCharged(reading, list.end, end, true) || orderIn(reading, start, due.start, issuer, isNews) === null) continue
    return [[start, due.end], ...atNewLead(walk, [due.end + 2, end])]
  }
  return [[start, end]]
}

/** From the first word of the assignment: «Cụ thể,» is left out before a body, kept before an order without a subject. */
const quoteStart = (_walk: Walk, order: Order, start: number): number => (order.opens === 'verb' ? start : order.start)

/** «UBND thành phố yêu cầu:», «Sở Nội vụ đề nghị:»: whom it charges stands in «Kính gửi», and what below. */
const COMMANDS_ALL = /(?<!\p{L})(?:yêu cầu|đề nghị|chỉ thị|(?<!ban )chỉ đạo(?: như sau)?|có ý kiến(?: chỉ đạo)?(?: như sau)?) ?:$/u

function header(walk: Walk, item: Item, index: number, [start, end]: Piece, words: string): void {
  const order = orderIn(walk.reading, start, end, walk.issuer, walk.isNews)
  if (/^(?:cụ thể|trong đó)(?: là| như sau)? ?:$/u.test(words)) return
  const isStatute = /nhiệm vụ, quyền hạn của/u.test(words)
  if (order === null || isIssuerAlone(walk, order) || isStatute) {
    const isCommand = !isStatute && (order === null ? COMMANDS_ALL.test(words) : isIssuerAlone(walk, order) && ORDERS.test(words))
    if (isCommand && walk.scopes[0] !== undefined && walk.addressees.length > 0) walk.scopes[0].subject ??= walk.addressees
    else if ((item.dress === null && !isCommand) || /gồm ?:$/u.test(words))
      walk.muted = { opener: item.dress, around: walk.scopes.map((scope) => scope.dress), list: null }
    return
  }
  const lead = order.lead === null ? null : resolved(walk, order.lead)
  if (lead !== null) {
    setSubject(walk, item, lead, true)
    walk.above = lead
    if (ORDERING_HEADER.test(words)) push(walk, index, quoteStart(walk, order, start), end, lead, false, order.work)
  } else if (order.lead === null && order.opens === 'assigned' && walk.addressees.length > 0 && walk.scopes[0] !== undefined)
    walk.scopes[0].subject ??= walk.addressees
  const scope = top(walk)
  if (scope === undefined) return
  const due = deadlinesIn(walk.reading, start, end, walk.issued)[0]
  if (due !== undefined) scope.due = due
  const partners = partnersIn(walk.reading, order.work, end)
  if (partners.bodies.length > 0 || partners.open) scope.partners = partners
}
