import type { Day } from '../period/day.ts'
import { bodiesAt, type Body } from './bodies.ts'
import { type DeadlineAt, deadlinesIn, labelledDeadline } from './deadlines.ts'
import { type Draft, taskOf } from './draft.ts'
import type { DirectiveIdentity, Task } from './extraction.ts'
import { type Item, itemsOf } from './items.ts'
import { labelOf, type Label } from './labels.ts'
import { afterConnectors, isCharged, isSameBody, type Order, orderIn } from './orders.ts'
import type { Reading } from './reading.ts'
import { type Partners, partnersIn } from './roles.ts'
import { clausesOf, type Piece, sentencesOf, trimmed } from './sentences.ts'
import { rowsOf } from './tables.ts'
import { verbAt } from './verbs.ts'
import { periodIn } from './periods.ts'

/**
 * The walk through a letter, item by item, with a memory of who was spoken to.
 *
 * A heading that names bodies («2. Sở Tài chính», «…, UBND tỉnh yêu cầu các sở, ban, ngành:») makes them the subject of
 * everything under it, and its deadline theirs. [DIR-27] An order without a subject takes the nearest: that of its item,
 * of the headings above, of the paragraph before. [DIR-16] One item or sentence is one task; it is divided at a semicolon
 * only where the lead or the deadline changes; a second sentence that only says how, by when or to whom to report the same
 * work stays with it. [DIR-15]
 */
type Scope = { readonly firstDraft: number; /** Of the item before, where nothing above names a body. */ readonly sibling: readonly Body[] | null; readonly dress: string | null; subject: readonly Body[] | null; due: DeadlineAt | null; partners: Partners | null; inert: boolean }

type Walk = {
  readonly reading: Reading
  readonly issuer: string | null
  readonly issued: Day | null
  readonly number: string | null
  readonly isNews: boolean
  readonly drafts: Draft[]
  readonly scopes: Scope[]
  addressees: readonly Body[]
  flow: readonly Body[] | null
  /** Dress of a list that only enumerates («gửi kèm gồm:»); 'next' until its first line. */
  muted: string | null
  /** The last bodies spoken to, for «các đơn vị nêu trên». */
  above: readonly Body[] | null
}

const HEADER = /(?:sau(?: đây)?|như sau|dưới đây|trọng tâm|cụ thể|chỉ đạo|thực hiện|gồm|nhiệm vụ|nội dung|trách nhiệm)? ?:$|(?:sau đây|như sau|(?:nhiệm vụ|nội dung|giải pháp|việc|công việc|yêu cầu)(?:, [\p{L} ]{3,30})?(?: [\p{L}]+){0,10} sau)[.:]?$/u
const ORDERING_HEADER = /(?:trong đó|cụ thể là)(?:,? (?:cần|phải|tập trung|lưu ý|chú trọng|ưu tiên|quan tâm|thực hiện))+[^.;]{0,80} sau(?: đây)?[.:]?$/u
/** An item's second sentence that begins so adds to the work of the first. */
const ADDS = /^(?:việc|hoàn thành|thời gian|thời hạn|tiến độ|kết quả|báo cáo kết quả|báo cáo (?:gửi|về)|kinh phí|nội dung báo cáo|lưu ý|trường hợp vượt|gửi (?:kết quả|báo cáo)|xong |quá trình)/u
/** Begins no order, though it stands under a body. */
const STATES = /^(?:việc|các|những|đây|hiện|hiện nay|đến nay|thời gian qua|trong thời gian qua|thời gian|thời điểm|kết quả|theo|tuy|tuy nhiên|qua|sau khi|nội dung|mục|nguồn|kinh phí|số|tỷ lệ|công tác|người|nghị|luật|quyết định|chỉ thị|công văn|phạm vi|đối tượng|tổng số|có |được|là|nếu|do|vì|tiến độ|thời hạn|cơ quan|mỗi|tình hình|tại|đã|ngày|từ|năm|trên địa bàn|bộ|sở|ubnd|ủy ban|văn phòng|tôi|kính|trân trọng|như|cùng|ngoài|đối với|trường hợp|khi|hiệu lực|trưởng|phó|ông|bà|về|thành viên|chức năng|quyền|mã|biểu|mẫu)(?![\p{L}])/u
const ANNOUNCES = /(?:vừa|mới|đã)(?: có| được| ký| cho)* (?:ban hành|ký|văn bản|công văn|chỉ thị|công điện|kế hoạch|gửi)|vừa có|(?:vừa|mới) được [^.;]{0,60}(?:ban hành|ký)|(?:ra|có) (?:chỉ thị|công điện|công văn|văn bản)(?: số)? [\d]|ban hành (?:chỉ thị|công điện|công văn|văn bản|kế hoạch)/u
const EMPTY = /^(?:[, ]*(?:quan tâm|chỉ đạo|triển khai|thực hiện|tổ chức|nghiêm túc|phối hợp|khẩn trương|và|kịp thời|biết|được biết|xem xét|theo dõi|nghiên cứu|căn cứ))+(?: (?:theo quy định|các nội dung trên|nội dung trên|nêu trên))*$/u
const PENAL = /phải chịu trách nhiệm|chịu trách nhiệm (?:trước|nếu|cá nhân|toàn diện)|chịu trách nhiệm thi hành|(?:thực hiện|triển khai|chấp hành|thi hành)[^.;]{0,50} (?:chỉ thị|công điện|kế hoạch|quyết định|nghị quyết|công văn|văn bản|thông báo)(?: này| trên)$|nghiêm túc (?:thực hiện|triển khai|chấp hành|tổ chức thực hiện)(?: [\p{L}]+){0,3} (?:chỉ thị|công điện|công văn|quyết định|kế hoạch|nội dung|văn bản)(?: này| trên)?$|có hiệu lực (?:thi hành )?kể từ|bị xử lý|trách nhiệm (?:thi hành|thực hiện) (?:quyết định|kế hoạch|chỉ thị|nghị quyết|công điện) này|^(?:đánh giá cao|ghi nhận|biểu dương|hoan nghênh|cảm ơn)(?![\p{L}])|(?:nghiêm túc|khẩn trương|triển khai|tổ chức|quan tâm)[^.;]{0,60}(?:thực hiện|triển khai)[^.;]{0,60}(?:nội dung|chỉ đạo|kế hoạch|chỉ thị|công điện|công văn|quyết định|văn bản|thông báo|kết luận)[^.;]{0,30} (?:này|trên|nêu trên)(?: theo [^.;]{0,80}| đúng [^.;]{0,60})?$/u
/** «đã có nhiều văn bản chỉ đạo, yêu cầu …»: what was asked before. */
const RECOUNTS = /(?:đã|từng) (?:có|ban hành) (?:nhiều |các |một số )?(?:văn bản|công văn)/u
/** The work itself is the subject of the sentence. */
const DESCRIBES = /(?<![\p{L}])(?:phải (?:gắn|bảo đảm|đảm bảo|được|có|đồng bộ|phù hợp)|là (?:nhiệm vụ|trách nhiệm|yêu cầu|một trong))/u
const REPORTS = /^(?:và |đồng thời,? )?(?:định kỳ|hằng|hàng|gửi|báo cáo|tổng hợp,? báo cáo|tổng hợp kết quả)/u

export function tasksIn(reading: Reading, identity: DirectiveIdentity, issued: Day | null): Task[] {
  const items = itemsOf(reading)
  const isNews = !items.some((item) => item.zone === 'head')
  const root: Scope = { firstDraft: 0, sibling: null, dress: null, subject: null, due: null, partners: null, inert: false }
  const walk: Walk = { reading, issuer: identity.issuer, issued, number: identity.number, isNews, drafts: [], scopes: [root], addressees: [], flow: null, above: null, muted: null }
  const tables = rowsOf(reading, items)
  items.forEach((item, i) => {
    const rows = tables.get(i)
    if (item.zone === 'head') addressed(walk, item)
    if (item.zone !== 'body') return
    if (rows !== undefined) {
      for (const row of rows) tableTask(walk, row, i)
      return
    }
    if (item.cells !== null && item.cells.length > 1) return
    readItem(walk, item, i, items)
  })
  return once(walk, walk.drafts).filter((draft) => draft.lead.length > 0).map((draft) => taskOf(reading, draft, issued, identity.issuer))
}

/** «Kính gửi: …», and the list under «… điện:». */
function addressed(walk: Walk, item: Item): void {
  const { lower } = walk.reading
  const to = /^(?:kính gửi|đồng kính gửi)\s?:? ?/u.exec(lower.slice(item.start, item.start + 30))
  const at = to !== null ? item.start + to[0].length : item.dress === '-' ? item.start : null
  const list = at === null ? null : bodiesAt(walk.reading, at)
  if (list !== null) walk.addressees = [...walk.addressees, ...list.bodies]
}

const top = (walk: Walk): Scope | undefined => walk.scopes.at(-1)

/** The nearest subject: of the headings above, else of the running text, else those the letter is sent to. */
function subjectOf(walk: Walk, dress: string | null): readonly Body[] | null {
  if (dress === null && walk.flow !== null) return walk.flow
  const above = walk.scopes.toReversed()
  return above.find((scope) => scope.subject !== null)?.subject ?? above.find((scope) => scope.sibling !== null)?.sibling ?? null
}
const inheritedDue = (walk: Walk): DeadlineAt | null => walk.scopes.findLast((scope) => scope.due !== null)?.due ?? null
const inheritedPartners = (walk: Walk): Partners | null => walk.scopes.findLast((scope) => scope.partners !== null || scope.subject !== null)?.partners ?? null

/** Dresses whose order is the same everywhere; the others stand where the letter first puts them. */
const RANKS: Readonly<Record<string, number>> = { CAPS: 0, phần: 0, A: 1, I: 2, điều: 2, '1': 3, '1.1': 4, '1.1.1': 5 }

function enter(walk: Walk, item: Item): void {
  if (item.dress === null && !item.isHeading) {
    walk.muted = null
    return
  }
  const dress = item.dress ?? 'CAPS'
  walk.muted = walk.muted === 'next' || walk.muted === dress ? dress : null
  const rank = RANKS[dress]
  const above = rank === undefined ? -1 : walk.scopes.findIndex((scope, i) => i > 0 && (RANKS[scope.dress ?? ''] ?? 9) >= rank)
  const outer = walk.scopes.findIndex((scope, i) => i > 0 && scope.dress === dress)
  const { flow } = walk
  const before = outer >= 0 ? walk.scopes[outer] : undefined
  if (above > 0) walk.scopes.length = Math.min(above, walk.scopes.length)
  if (outer >= 0) walk.scopes.length = Math.min(outer, walk.scopes.length)
  walk.scopes.push({ firstDraft: walk.drafts.length, sibling: before?.subject ?? flow ?? before?.sibling ?? null, dress, subject: null, due: null, partners: null, inert: item.isInert })
  walk.flow = null
}

function readItem(walk: Walk, item: Item, index: number, items: readonly Item[]): void {
  const { reading } = walk
  const label = labelOf(reading, item)
  if (label !== null && labelled(walk, label, item, index, items)) return
  enter(walk, item)
  const [start, end] = trimmed(reading.text, item.start, item.end)
  const isOpen = reading.text.slice(item.start, item.end).trimEnd().endsWith(':')
  if (named(walk, item, start, end, isOpen)) return
  if (item.dress === null && isTitle(walk, item)) return
  if (isSubtitle(reading, item, items[index + 1])) return
  if (item.dress === null && timeOfAll(walk, item)) return
  const sentences = sentencesOf(reading, item.start, item.end)
  sentences.forEach((sentence, i) => {
    const isLast = i === sentences.length - 1
    const stop = isLast ? reading.lower.slice(sentence[0], item.end).trimEnd() : reading.lower.slice(sentence[0], sentence[1])
    readSentence(walk, item, index, sentence, stop, i > 0)
  })
}

/** An item without an end of its own, before items inside it or text: the title of what follows. */
function isSubtitle(reading: Reading, item: Item, next: Item | undefined): boolean {
  if (item.dress === null || item.dress === '-' || item.dress === '+' || next === undefined) return false
  return !/[.;:,…/]$/u.test(reading.text.slice(item.start, item.end).trimEnd()) && next.dress !== item.dress && (RANKS[next.dress ?? ''] ?? 9) > (RANKS[item.dress] ?? 3)
}

/** «Thời gian hoàn thành trước ngày …», a paragraph of its own after a list: the deadline of everything in the list. [DIR-27] */
function timeOfAll(walk: Walk, item: Item): boolean {
  const { lower } = walk.reading
  if (!/^(?:thời gian|thời hạn)(?: (?:thực hiện|hoàn thành|hoàn tất|báo cáo|triển khai))+/u.test(lower.slice(item.start, item.start + 50))) return false
  const due = labelledDeadline(walk.reading, item.start, item.end, walk.issued)
  if (due === null) return false
  const isOfList = /^(?:[-+*]|1\.1\.a)$/u.test(top(walk)?.dress ?? '')
  const scope = isOfList ? walk.scopes.at(-2) : top(walk)
  for (const draft of walk.drafts.slice(scope?.firstDraft ?? walk.drafts.length)) draft.due ??= due
  return true
}

/** A line that is only a name: the title of a report, of a section, a caption, a signature. */
function isTitle(walk: Walk, item: Item): boolean {
  const words = walk.reading.text.slice(item.start, item.end).trim()
  if (item.isHeading || /(?:^|[-–] ?)Ảnh ?:/u.test(words)) return true
  return walk.isNews && words.length < 170 && !/[.;:…”"]$/u.test(words)
}

/** «2. Sở Tài chính», «Giao Sở X:», «Đối với UBND các xã:»: a heading of bodies alone; also «Bộ Xây dựng: Chủ trì …». [DIR-27] */
function named(walk: Walk, item: Item, start: number, end: number, isOpen: boolean): boolean {
  const { reading } = walk
  if (item.dress === null && SIGNATURE.test(reading.lower.slice(start, end))) return false
  const wrap = /^(?:(?:trách nhiệm|nhiệm vụ)(?: cụ thể)?(?: của)?|giao|yêu cầu|đề nghị|đối với|về phía)[ :]+/u.exec(reading.lower.slice(start, Math.min(end, start + 40)))
  const at = start + (wrap?.[0].length ?? 0)
  const list = bodiesAt(reading, at)
  if (list === null || list.end > end) return false
  const aside = /^ ?\([^()]{0,300}\)/u.exec(reading.text.slice(list.end, end))?.[0].length ?? 0
  const after = list.end + aside
  const rest = reading.lower.slice(after, end).trim()
  const isDuty = /^(?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|thực hiện|tập trung thực hiện)?(?: (?:các|những) (?:nhiệm vụ|nội dung|công việc)(?: sau(?: đây)?)?)?(?: sau(?: đây)?| như sau)?$/u.test(rest)
  const isQualified = isOpen && rest.length < 70 && /^[\p{L}]/u.test(rest) && !isCharged(reading, after, end) && !/(?<![\p{L}])(?:đã|gồm|là)(?![\p{L}])/u.test(rest)
  if (rest === '' || (isDuty && isOpen) || isQualified) {
    if (item.dress === null && !isOpen && walk.isNews) return false
    setSubject(walk, item, list.bodies, true)
    return true
  }
  const colon = /^ ?[:,–-]? ?(?=\S)/u.exec(reading.text.slice(after, end))?.[0] ?? ''
  if (!colon.includes(':')) return false
  setSubject(walk, item, list.bodies, true)
  const sentences = sentencesOf(reading, after + colon.length, item.end)
  sentences.forEach((sentence, i) => readSentence(walk, item, 0, sentence, reading.lower.slice(sentence[0], i === sentences.length - 1 ? item.end : sentence[1]).trimEnd(), i > 0, i === 0 ? start : undefined))
  return true
}

function setSubject(walk: Walk, item: Item, bodies: readonly Body[], isHeader: boolean): void {
  const subject = resolved(walk, bodies)
  if (item.dress !== null) {
    const scope = top(walk)
    if (scope !== undefined && (isHeader || scope.subject === null)) scope.subject = subject
    if (isHeader) walk.flow = null
  } else if (isHeader) {
    const scope = walk.scopes[0]
    if (scope !== undefined && walk.scopes.length === 1) scope.subject = subject
    else if (top(walk) !== undefined) (top(walk) ?? { subject: null }).subject = subject
    walk.flow = subject
  } else walk.flow = subject
}

/** «quý Bộ» is the addressee; «các đơn vị nêu trên» are those last spoken to. */
const resolved = (walk: Walk, bodies: readonly Body[]): readonly Body[] =>
  bodies.map((b) => inFull(walk.reading, b)).flatMap((b) => (b.refers === 'addressee' && walk.addressees.length > 0 ? walk.addressees.slice(0, 3) : b.refers === 'above' ? (walk.above ?? walk.flow ?? [b]) : [b]))

/** «Tỉnh ủy» where the letter names one province's: with its name, so that the body can be found. */
function inFull({ text }: Reading, b: Body): Body {
  if (!/tỉnh ủy$/iu.test(b.name)) return b
  const places = new Set([...text.matchAll(/[tT](?:ỉnh|ỈNH) (?:ủy|Ủy|ỦY) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/gu)].map((match) => match[1]))
  const [place] = places
  return places.size === 1 && place !== undefined ? { ...b, name: `${b.name} ${place}` } : b
}

function readSentence(walk: Walk, item: Item, index: number, sentence: Piece, words: string, isSecond: boolean, quoteFrom?: number): void {
  const { reading } = walk
  const isHeader = HEADER.test(words)
  if (isHeader) return header(walk, item, index, sentence, words)
  let open: Draft | null = isSecond ? (walk.drafts.at(-1) ?? null) : null
  const clauses = withWholeLists(reading, clausesOf(reading, sentence))
  clauses.forEach(([start, end], i) => {
    const order = orderIn(reading, start, end, walk.issuer, walk.isNews)
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
      open = push(walk, index, quoteFrom !== undefined && i === 0 ? quoteFrom : quoteStart(walk, order, start), end, lead, false, order.work)
      open.assigned = order.opens === 'assigned'
      return
    }
    if (previous !== null && i > 0) {
      const hasOwn = deadlinesIn(reading, start, end, walk.issued).length > 0 || (periodIn(reading, start, end)?.every ?? 'standing') !== 'standing'
      const before = deadlinesIn(reading, previous.start, previous.end, walk.issued).length > 0
      const begins = verbAt(reading.lower, afterConnectors(reading, start, end)) !== null
      if ((REPORTS.test(lower) && hasOwn) || (before && begins && !PENAL.test(lower))) {
        open = push(walk, index, start, end, previous.lead, true, start)
      } else previous.end = end
      return
    }
    if (i > 0) return
    const lead = quoteFrom !== undefined ? top(walk)?.subject ?? null : subjectOf(walk, item.dress)
    if (lead === null || item.isInert || walk.muted !== null || !isElided(walk, item, order, start, end)) {
      open = null
      return
    }
    open = push(walk, index, quoteFrom ?? start, end, lead, quoteFrom === undefined, order?.work ?? start)
  })
}

/** «Các sở, ban, ngành; UBND các xã tiếp tục …»: a semicolon inside a list of bodies divides nothing. */
function withWholeLists(reading: Reading, clauses: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = []
  let from: number | null = null
  for (const [start, end] of clauses) {
    const begin: number = from ?? start
    const at = start + (/^(?:giao|yêu cầu|đề nghị)(?: cho)? /u.exec(reading.lower.slice(start, start + 14))?.[0].length ?? 0)
    const list = bodiesAt(reading, afterConnectors(reading, at, end))
    from = list !== null && list.end >= end - 1 ? begin : null
    if (from === null) whole.push([begin, end])
  }
  return from === null ? whole : [...whole, [from, clauses.at(-1)?.[1] ?? from]]
}

/** From the first word of the assignment: «Cụ thể,» is left out before a body, kept before an order without a subject. */
const quoteStart = (_walk: Walk, order: Order, start: number): number => (order.opens === 'verb' ? start : order.start)

function push(walk: Walk, item: number, start: number, end: number, lead: readonly Body[], carried: boolean, work: number): Draft {
  const draft: Draft = { start, end, lead, carried, due: inheritedDue(walk), partners: carried ? inheritedPartners(walk) : null, work, item, more: [], assigned: false }
  walk.drafts.push(draft)
  return draft
}

function header(walk: Walk, item: Item, index: number, [start, end]: Piece, words: string): void {
  const order = orderIn(walk.reading, start, end, walk.issuer, walk.isNews)
  if (order === null || isIssuerAlone(walk, order) || /nhiệm vụ, quyền hạn của/u.test(words)) {
    if (item.dress === null || /gồm ?:$/u.test(words)) walk.muted = 'next'
    return
  }
  const lead = order.lead === null ? null : resolved(walk, order.lead)
  if (lead !== null) {
    setSubject(walk, item, lead, true)
    walk.above = lead
    if (ORDERING_HEADER.test(words)) push(walk, index, quoteStart(walk, order, start), end, lead, false, order.work)
  } else if (order.lead === null && order.opens === 'assigned' && walk.addressees.length > 0 && walk.scopes[0] !== undefined) walk.scopes[0].subject ??= walk.addressees
  const scope = top(walk)
  if (scope === undefined) return
  const due = deadlinesIn(walk.reading, start, end, walk.issued)[0]
  if (due !== undefined) scope.due = due
  const partners = partnersIn(walk.reading, order.work, end)
  if (partners.bodies.length > 0 || partners.open) scope.partners = partners
}

const isIssuerAlone = (walk: Walk, order: Order): boolean => order.opens === 'body' && order.lead?.length === 1 && walk.issuer !== null && isSameBody(order.lead[0]?.name ?? '', walk.issuer)

/** «KT. CHỦ TỊCH», «PHÓ THỦ TƯỚNG»: who signed. */
const SIGNATURE = /^(?:kt|tm|tl|tuq|q)\.|^(?:phó |quyền )?(?:thủ tướng|chủ tịch|bộ trưởng|thứ trưởng|giám đốc|chủ nhiệm|chánh văn phòng)[^:]{0,70}$/u

/** A sentence that names a body and a verb is still no task when it announces, threatens or recounts. */
function isTask(walk: Walk, item: Item, order: Order, start: number, end: number): boolean {
  const words = walk.reading.lower.slice(start, end)
  if (RECOUNTS.test(walk.reading.lower.slice(start, order.lead?.[0]?.start ?? start))) return false
  if (PENAL.test(words) || EMPTY.test(walk.reading.lower.slice(order.work, end))) return false
  if (!walk.isNews && /^ngày \d|(?:có|tại) (?:văn bản|công văn|tờ trình|báo cáo) số/u.test(walk.reading.lower.slice(start, order.lead?.[0]?.start ?? start))) return false
  if (walk.isNews && item.dress === null && isAnnounced(walk, order, start) && /^[\s.]*(?:cụ thể|theo đó|để)(?![\p{L}])/u.test(walk.reading.lower.slice(end, end + 12))) return false
  if (order.opens === 'body' && (isIssuerAlone(walk, order) || order.lead?.every((b) => /thẩm quyền/u.test(b.name)) === true)) return false
  if (item.isInert && order.opens === 'body') return /^(?: (?:cần|có trách nhiệm|khẩn trương|chủ trì|tiếp tục))/u.test(walk.reading.lower.slice(order.work, order.work + 18))
  return true
}

/** «UBND tỉnh vừa ban hành Công văn … yêu cầu …»: what the letter is about; «Cụ thể, …» then says it in full. [DIR-29] */
const isAnnounced = (walk: Walk, order: Order, start: number): boolean =>
  ANNOUNCES.test(walk.reading.lower.slice(start, Math.max(order.start, order.lead?.[0]?.start ?? start) + 1))

/** An order whose subject is left out: it begins with a word of order, or it stands as an item under a body. */
function isElided(walk: Walk, item: Item, order: Order | null, start: number, end: number): boolean {
  const { reading } = walk
  const words = reading.lower.slice(start, end)
  if (PENAL.test(words) || end - start < 12 || (walk.isNews && ANNOUNCES.test(words))) return false
  if (item.dress === null && DESCRIBES.test(words)) return false
  if (order !== null && order.lead === null) return true
  if (order !== null) return false
  const at = afterConnectors(reading, start, end)
  const rest = reading.lower.slice(at, end)
  if (/^(?:trong|để|nhằm|trên cơ sở|căn cứ|khi|trường hợp|nếu|đối với|tại|định kỳ|hằng|hàng|ngay sau|sau|trước)(?![\p{L}])[^.;]{0,260}, (?:phải|cần|thì )?/u.test(rest)) {
    if (/(?<![\p{L}])(?:đã|sẽ|đang)(?![\p{L}])/u.test(rest.slice(0, 300))) return false
    for (const comma of rest.slice(0, 300).matchAll(/, (phải |cần )?/gu)) {
      const from = comma.index + comma[0].length
      if (comma[1] !== undefined || verbAt(rest, from) !== null) return true
      if (/^(?:các |mỗi )?(?:cơ quan|đơn vị|người|tổ chức|chủ|sở|bộ|ubnd|ủy ban)(?![\p{L}])/u.test(rest.slice(from, from + 20))) return false
    }
    return false
  }
  return item.dress !== null && !STATES.test(rest)
}

function labelled(walk: Walk, label: Label, item: Item, index: number, items: readonly Item[]): boolean {
  const { reading } = walk
  let last = index - 1
  while (last >= 0 && items[last] !== undefined && labelOf(reading, items[last] ?? item) !== null) last--
  if (items[last]?.zone !== 'body') return false
  const list = bodiesAt(reading, label.value)
  const valueEnd = trimmed(reading.text, label.value, item.end)[1]
  if (label.kind === 'lead' && list !== null && valueEnd - list.end > 25) {
    // a whole sentence stands behind the label: it is read as one
    readItem(walk, { ...item, start: label.value }, index, items)
    return true
  }
  // A label of its own under several dashes speaks for each of them.
  const works = [last]
  while (item.dress === null && items[last]?.dress === '-' && items[works[0] ?? 0]?.dress === '-' && items[(works[0] ?? 0) - 1]?.dress === '-') works.unshift((works[0] ?? 0) - 1)
  for (const at of works) applyLabel(walk, label, items[at] ?? item, at, list, valueEnd, works.length > 1)
  return true
}

function applyLabel(walk: Walk, label: Label, work: Item, at: number, list: ReturnType<typeof bodiesAt>, valueEnd: number, isShared: boolean): void {
  const { reading } = walk
  const [start, end] = trimmed(reading.text, work.start, work.end)
  let draft = walk.drafts.findLast((d) => d.item === at)
  if (label.kind === 'lead') {
    if (list === null || (draft !== undefined && isShared && draft.assigned)) return
    draft ??= push(walk, at, start, end, list.bodies, false, start)
    draft.lead = list.bodies
    draft.carried = false
    draft.work = draft.start
  }
  if (draft === undefined) return
  const isSentence = isShared || verbAt(reading.lower, start) !== null || orderIn(reading, start, end, walk.issuer, walk.isNews) !== null
  if (!isSentence) draft.end = valueEnd
  if (label.kind === 'partners' && list !== null) {
    draft.partners = { bodies: list.bodies.filter((b) => !b.open), open: list.bodies.some((b) => b.open), from: label.value, to: list.end }
  }
  if (label.kind === 'time') {
    draft.due = label.deadline(walk.issued)
    if (draft.due === null) draft.more = [[label.value, valueEnd]]
  }
}

function tableTask(walk: Walk, row: { work: Piece; lead: Piece; partners: Piece | null; time: Piece | null; deadline: (issued: Day | null) => DeadlineAt | null }, index: number): void {
  const list = bodiesAt(walk.reading, row.lead[0])
  if (list === null) return
  const partners = row.partners === null ? null : bodiesAt(walk.reading, row.partners[0])
  const draft = push(walk, index, row.work[0], row.work[1], list.bodies, false, row.work[0])
  draft.due = row.deadline(walk.issued)
  if (row.time !== null) draft.more = [row.time]
  if (partners !== null) draft.partners = { bodies: partners.bodies.filter((b) => !b.open), open: partners.bodies.some((b) => b.open), from: row.partners?.[0] ?? 0, to: partners.end }
}

/** A report says its main order in its first lines, or sums it up at the end; it is one task, where it is said in full. [DIR-29] */
function once(walk: Walk, drafts: readonly Draft[]): readonly Draft[] {
  if (!walk.isNews || drafts.length > 60) return drafts
  const wordsOf = (d: Draft): Set<string> => new Set(walk.reading.lower.slice(d.start, d.end).split(/[^\p{L}\d]+/u).filter((w) => w.length > 2))
  const sets = drafts.map(wordsOf)
  return drafts.filter((draft, i) => {
    const own = sets[i] ?? new Set<string>()
    const announced = ANNOUNCES.test(walk.reading.lower.slice(Math.max(0, draft.start - 120), draft.start + 60))
    if (!announced && draft.item > 2) return true
    return !sets.some((other, j) => drafts[j]?.item !== draft.item && (j > i || (announced && i > 2)) && [...own].filter((w) => other.has(w)).length > own.size * (announced ? 0.65 : 0.75))
  })
}
