import { fold } from '../../../base/fold.ts'
import { bodiesAt } from '../body/bodies.ts'
import { isSameBody } from '../identity/issuers.ts'
import type { Item } from '../text/items.ts'
import { isCapitalAt, matchesOf } from '../text/sticky.ts'
import { deadlinesIn } from '../time/deadlines.ts'
import { periodIn } from '../time/periods.ts'
import { afterConnectors, type Order } from './orders.ts'
import { verbAt } from './verbs.ts'
import type { Walk } from './walk.ts'

/**
 * Sentences that look like orders and are none. [DIR-15]
 *
 * Closing formulas («nghiêm túc thực hiện Chỉ thị này»), threats («phải chịu trách nhiệm nếu …»), praise, accounts of what
 * was asked before, descriptions of the work («… là nhiệm vụ cấp bách»), announcements of the letter in a report of it.
 */
/** Begins no order, though it stands under a body. */
const STATES =
  /^(?:việc|các|những|đây|hiện|hiện nay|đến nay|thời gian qua|trong thời gian qua|thời gian|thời điểm|kết quả|theo|tuy|tuy nhiên|qua|sau khi|nội dung|mục|nguồn|kinh phí|số|tỷ lệ|công tác|người|nghị|luật|quyết định|chỉ thị|công văn|phạm vi|đối tượng|tổng số|có |được|là|nếu|do|vì|tiến độ|thời hạn|cơ quan|mỗi|tình hình|tại|đã|ngày|từ|năm|trên địa bàn|bộ|sở|ubnd|ủy ban|văn phòng|tôi|kính|trân trọng|như|cùng|ngoài|đối với|trường hợp|khi|hiệu lực|trưởng|phó|ông|bà|về|thành viên|chức năng|quyền|mã|biểu|mẫu)(?![\p{L}])/u

export const ANNOUNCES =
  /(?:vừa|mới|đã)(?: có| được| ký| cho)* (?:ban hành|ký|văn bản|công văn|chỉ thị|công điện|kế hoạch|gửi)|vừa có|(?:vừa|mới) được [^.;]{0,60}(?:ban hành|ký)|(?:ra|có) (?:chỉ thị|công điện|công văn|văn bản)(?: số)? [\d]|ban hành (?:chỉ thị|công điện|công văn|văn bản|kế hoạch)/u

export const EMPTY =
  /^(?:[, ]*(?:quan tâm|chỉ đạo|triển khai|thực hiện|tổ chức|nghiêm túc|phối hợp|khẩn trương|và|kịp thời|biết|được biết|xem xét|theo dõi|nghiên cứu|căn cứ))+(?: (?:theo quy định|các nội dung trên|nội dung trên|nêu trên))*$/u

const PENAL =
  /(?:thực hiện|triển khai|chấp hành|thi hành)[^.;]{0,50} (?:chỉ thị|công điện|kế hoạch|quyết định|nghị quyết|công văn|văn bản|thông báo)(?: này| trên)$|nghiêm túc (?:thực hiện|triển khai|chấp hành|tổ chức thực hiện)(?: [\p{L}]+){0,3} (?:chỉ thị|công điện|công văn|quyết định|kế hoạch|nội dung|văn bản)(?: này| trên)?$|có hiệu lực (?:thi hành )?kể từ|bị xử lý|thông báo (?:để|đến|tới)[^.;]{0,80}(?:biết|thực hiện)|trách nhiệm (?:thi hành|thực hiện) (?:quyết định|kế hoạch|chỉ thị|nghị quyết|công điện) này|^(?:đánh giá cao|ghi nhận|biểu dương|hoan nghênh|cảm ơn)(?![\p{L}])|(?:nghiêm túc|khẩn trương|triển khai|tổ chức|quan tâm)[^.;]{0,60}(?:thực hiện|triển khai)[^.;]{0,60}(?:nội dung|chỉ đạo|kế hoạch|chỉ thị|công điện|công văn|quyết định|văn bản|thông báo|kết luận)[^.;]{0,30} (?:này|trên|nêu trên)(?: theo [^.;]{0,80}| đúng [^.;]{0,60})?$/u

const MUST_ANSWER = /phải chịu trách nhiệm|chịu trách nhiệm thi hành|chịu trách nhiệm (?:trực tiếp |hoàn toàn )?(?:nếu|khi để)/u
/** Answering for it, where nothing else is to be done: «Giám đốc Sở X chịu trách nhiệm toàn diện trước …». */
const ANSWERS =
  /^[ ,]*(?:phải |sẽ |thì )?(?:phải )?chịu (?:hoàn toàn )?trách nhiệm (?:trước|nếu|khi để|cá nhân|toàn diện|toàn bộ|thi hành)/u

/** «theo dõi, đôn đốc việc thực hiện Chỉ thị này»: work of its own, though it ends like a closing formula. */
const OVERSEES =
  /(?:trực tiếp chỉ đạo|theo dõi|đôn đốc|kiểm tra|giám sát|hướng dẫn)[^.;]{0,60}(?:thực hiện|triển khai|thi hành) [^.;]{0,30}(?: này| trên)$/u

/** «Là đơn vị đầu mối tham mưu …»: a work of its own. */
const IS_HEAD = /^là (?:cơ quan|đơn vị) (?:đầu mối|thường trực|chủ trì)(?!\p{L})/u

/** «đã có nhiều văn bản chỉ đạo, yêu cầu …»: what was asked before. */
const RECOUNTS =
  /(?:đã|từng) (?:có|ban hành) (?:nhiều|các|một số) (?:văn bản|công văn)|(?:trước đó|trước đây),? (?:đã )?(?:có|ban hành) (?:văn bản|công văn)/u
/** One letter of before; in a report «đã có công văn số …» is no such when it is the letter that is told of. */
const RECOUNTS_ONE = /(?:đã|từng) (?:có|ban hành) (?:văn bản|công văn)/u

/** The work itself is the subject of the sentence. */
const DESCRIBES =
  /(?<![\p{L}])(?:phải (?:gắn|bảo đảm|đảm bảo|được|có|đồng bộ|phù hợp)|là (?:nhiệm vụ|trách nhiệm|yêu cầu|một trong))|^(?:thông báo|báo cáo|kế hoạch|quyết định|hồ sơ|danh sách|phương án|quy định)(?! (?:cho|với|đến)(?!\p{L}))[^;:]{10,260} được (?:gửi|công bố|niêm yết|lập|thực hiện|quy định|đăng|tổ chức)(?!\p{L})/u

/** What an issuer does by saying it: «Cho phép …», «Phê duyệt …» in a decision or a resolution. */
const DECIDES =
  /^(?:phê duyệt|thông qua|cho phép|đồng ý|áp dụng|bãi bỏ|công nhận|thống nhất (?:chủ trương|phê duyệt|thông qua|với)|chấp thuận|hủy bỏ|sửa đổi|quy định)(?!\p{L})/u

/** In conclusions of a meeting: «Đồng ý chủ trương …», «Thống nhất với đề xuất của …». */
const AGREES = /^(?:cơ bản )?(?:đồng ý|nhất trí|chấp thuận|thống nhất (?:chủ trương|với|về|cao|đánh giá)|tán thành)(?!\p{L})/u

/** Never the work of those to whom the letter is sent. */
const SAYS_YES = /^(?:cơ bản )?(?:đồng ý|nhất trí|tán thành|chấp thuận)(?!\p{L})/u

/** A mark to be reached, of nobody in particular. */
const TARGETS = /^phấn đấu [^.;]{0,160}(?:đạt|trên|tối thiểu|ít nhất|dưới|không quá|\d %|\d%)/u

/** «Kết quả thực hiện gửi về Sở X trước ngày …»: the product is named first, and has to be sent by a day. [DIR-47] */
export const PRODUCT_GOES =
  /^(?:kết quả|báo cáo|hồ sơ|danh sách|số liệu|văn bản|ý kiến|dự thảo|kế hoạch|đề xuất|sản phẩm)(?! (?:đã|được|trên|này|nêu trên))(?:(?! (?:đã|được|do|là|của ai)(?!\p{L}))[^;:.]){0,120}? (?:gửi|báo cáo|trình|nộp|chuyển)(?!\p{L})/u

const IS_TO =
  /^là (?:cơ quan|đơn vị|đầu mối|bộ phận)(?: (?:đầu mối|thường trực|chủ trì|tham mưu|chủ quản|chuyên môn))?[^,;.]{0,50}(?:,|:)? (?:có trách nhiệm |chịu trách nhiệm )?/u

const PAUSES = /[,:] (phải |cần )?/gu

/** «Thông tin chi tiết liên hệ …», «Mọi vướng mắc xin liên hệ …»: whom to ask. [DIR-57] */
const CONTACT =
  /^(?:(?:mọi )?(?:thông tin|chi tiết|vướng mắc|ý kiến|trao đổi)(?: [\p{L},]+){0,8}? (?:(?:xin|vui lòng|đề nghị) )?liên hệ|(?:đầu mối |số điện thoại |địa chỉ )liên hệ)(?!\p{L})/u

/** Of the words behind the body: it answers for something, and nothing else is to be done. */
export const onlyAnswers = (words: string): boolean => ANSWERS.test(words)

/** Words of a whole sentence or clause that only threaten, praise, or close the letter. */
export const isPenal = (words: string): boolean =>
  (PENAL.test(words) && !IS_HEAD.test(words)) || ANSWERS.test(words) || MUST_ANSWER.test(words)

export const isIssuerAlone = (walk: Walk, order: Order): boolean =>
  order.opens === 'body' && order.lead !== null && walk.issuer !== null && order.lead.every(({ name }) => isIssuer(walk.issuer ?? '', name))

/** One who issues, alone or with another («SỞ A - SỞ B»). */
const isIssuer = (issuer: string, name: string): boolean =>
  isSameBody(name, issuer) || (issuer.includes(' - ') && fold(issuer).includes(fold(name)))

/** «UBND tỉnh đã có công văn …»: the letter that the report tells of, by its number or by who issues it. */
function isTold(walk: Walk, order: Order, before: string): boolean {
  if (!walk.isNews) return false
  if (walk.number !== null) return before.includes(walk.number.toLowerCase())
  const speaker = bodiesAt(walk.reading, order.start)?.bodies[0]
  return speaker !== undefined && walk.issuer !== null && isSameBody(speaker.name, walk.issuer)
}

/** A sentence that names a body and a verb is still no task when it announces, threatens or recounts. */
export function isTask(walk: Walk, item: Item, order: Order, start: number, end: number): boolean {
  const words = walk.reading.lower.slice(start, end)
  const before = walk.reading.lower.slice(start, order.lead?.[0]?.start ?? start)
  if (RECOUNTS.test(before) || (RECOUNTS_ONE.test(before) && !isTold(walk, order, before))) return false
  if (
    order.opens === 'body' &&
    order.lead?.every((b) => /^(?:phó )?thủ tướng|^chính phủ$|^quốc hội|^bộ chính trị|^ban bí thư/iu.test(b.name)) === true
  )
    return false
  // «một số cơ sở chưa thực hiện nghiêm …»: how things are; «yêu cầu các sở chưa gửi báo cáo …» is an order
  if (order.opens === 'body' && order.lead?.some((b) => / chưa /u.test(b.name)) === true) return false
  if (ANSWERS.test(walk.reading.lower.slice(order.work, end)) || MUST_ANSWER.test(words)) return false
  if ((PENAL.test(words) && !OVERSEES.test(words)) || EMPTY.test(walk.reading.lower.slice(order.work, end))) return false
  if (
    !walk.isNews &&
    /^ngày \d|(?:có|tại) (?:văn bản|công văn|tờ trình|báo cáo) số/u.test(walk.reading.lower.slice(start, order.lead?.[0]?.start ?? start))
  )
    return false
  if (
    walk.isNews &&
    item.dress === null &&
    isAnnounced(walk, order, start) &&
    /^[\s.]*(?:cụ thể|theo đó|để)(?![\p{L}])/u.test(walk.reading.lower.slice(end, end + 12))
  )
    return false
  if (order.opens === 'body' && (isIssuerAlone(walk, order) || order.lead?.every((b) => /thẩm quyền/u.test(b.name)) === true)) return false
  if (item.isInert && order.opens === 'body')
    return (
      /^(?: (?:cần|có trách nhiệm|khẩn trương|chủ trì|tiếp tục))/u.test(walk.reading.lower.slice(order.work, order.work + 18)) ||
      // «Chế độ làm việc, báo cáo»: who reports at what times is charged [DIR-14]
      (/(?<!\p{L})(?:báo cáo|gửi)(?!\p{L})/u.test(walk.reading.lower.slice(order.work, end)) &&
        (periodIn(walk.reading, start, end)?.every ?? 'standing') !== 'standing')
    )
  return true
}

/** «UBND tỉnh vừa ban hành Công văn … yêu cầu …»: what the letter is about; «Cụ thể, …» then says it in full. [DIR-29] */
const isAnnounced = (walk: Walk, order: Order, start: number): boolean =>
  ANNOUNCES.test(walk.reading.lower.slice(start, Math.max(order.start, order.lead?.[0]?.start ?? start) + 1))

/** «Là đơn vị đầu mối tham mưu UBND phường …»: the work stands behind the role, without a pause. */
const acts = (words: string): boolean => {
  const role = IS_HEAD.exec(words)
  return role !== null && matchesOf(WORD_STARTS, words).some(({ index }) => index >= role[0].length && verbAt(words, index) !== null)
}
const WORD_STARTS = /(?<![\p{L}])\p{L}/gu

/** An order whose subject is left out: it begins with a word of order, or it stands as an item under a body. */
export function isElided(walk: Walk, item: Item, order: Order | null, start: number, end: number): boolean {
  const { reading } = walk
  const words = reading.lower.slice(start, end)
  if (isPenal(words) || CONTACT.test(words) || end - start < 12 || (walk.isNews && ANNOUNCES.test(words))) return false
  if (item.dress === null && DESCRIBES.test(words)) return false
  if (walk.scopes.every((scope) => scope.subject === null) && TARGETS.test(words)) return false
  if (
    (walk.isDecision ? DECIDES : AGREES).test(words) &&
    walk.scopes.every((scope, i) => scope.subject === null || (i === 0 && SAYS_YES.test(words)))
  )
    return false
  if (order !== null && order.lead === null) return true
  if (order !== null) return false
  const at = afterConnectors(reading, start, end)
  const rest = reading.lower.slice(at, end)
  // «Là cơ quan thường trực, tham mưu …» under the name of a body: what it is, before what it is to do.
  const role = item.dress === null ? null : IS_TO.exec(rest)
  if (role !== null) return verbAt(rest, role[0].length) !== null || acts(rest.slice(0, 140))
  if (
    /^(?:trong|để|nhằm|trên cơ sở|căn cứ|khi|trường hợp|nếu|đối với|tại|định kỳ|hằng|hàng|ngay sau|sau|trước)(?![\p{L}])[^.;]{0,260}[,:] (?:phải|cần|thì )?/u.test(
      rest,
    )
  ) {
    if (/(?<![\p{L}])(?:đã|sẽ|đang)(?![\p{L}])/u.test(rest.slice(0, 300))) return false
    for (const comma of matchesOf(PAUSES, rest.slice(0, 300))) {
      const from = comma.index + comma[0].length
      if (comma[1] !== undefined || (verbAt(rest, from) !== null && !isCapitalAt(reading.text, at + from))) return true
      if (/^(?:các |mỗi )?(?:cơ quan|đơn vị|người|tổ chức|chủ|sở|bộ|ubnd|ủy ban)(?![\p{L}])/u.test(rest.slice(from, from + 20)))
        return false
    }
    return false
  }
  if (PRODUCT_GOES.test(rest) && deadlinesIn(reading, at, end, walk.issued).length > 0) return true
  return item.dress !== null && !STATES.test(rest)
}
