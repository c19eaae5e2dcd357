import { NAME_ENDS } from '../body/body-words.ts'
import { personLength } from '../body/name-ends.ts'
import type { Reading } from '../text/reading.ts'
import { isCapitalAt, matchesOf, stick } from '../text/sticky.ts'
import { verbAt } from './verbs.ts'

/** Is a body charged by what stands behind its name? [DIR-15] [DIR-41] */
export const ACCOUNT =
  /^(?:,? (?:đã|vừa|đang|là|đánh giá cao|hoan nghênh|được(?! giao| phân công| yêu cầu)|bị|cho biết|cho rằng|cho hay|nhận được|chưa|còn|sẽ|và|hoặc|về|của|tại cuộc|mới|cũng đã|thống nhất (?:với|cao|chỉ)|tổ chức hội nghị|nhận thấy|có (?!trách nhiệm|nhiệm vụ|giải pháp|kế hoạch|biện pháp|phương án|văn bản|báo cáo|ý kiến|hình thức))(?![\p{L}])|\))/u
const STRICT =
  /(?:^|[, ])(?:chủ trì|có trách nhiệm|chịu trách nhiệm|khẩn trương|tiếp tục|chủ động|tập trung|phối hợp|triển khai|tổ chức|thực hiện|nghiêm túc|cần|phải|rà soát|tăng cường|chỉ đạo|xây dựng|kịp thời|báo cáo|gửi)(?![\p{L}])/u
const MODIFIED =
  /^(?:,? (?:theo|căn cứ|trong|trên|với|tùy|khi|tại|dựa|nhất là|thuộc|có|của|các|từ|hằng|hàng|định kỳ|sau|trước|ngay|chậm)|,)(?![\p{L}])/u
/** «theo chức năng, nhiệm vụ được giao»: by what right, before what is to be done. [DIR-41] */
const BY_RIGHT =
  /^,? theo (?:đúng )?(?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|phạm vi|quyền hạn|phân công|trách nhiệm|quy định|phân cấp|địa bàn)(?:(?:,| và|\/)? (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|phạm vi|quyền hạn|trách nhiệm|quản lý(?: nhà nước)?|phụ trách|được giao|được phân công|của (?:mình|ngành|đơn vị|từng ngành|cơ quan mình|pháp luật)|hiện hành|phân công|liên quan|chuyên môn|địa bàn))*,? /u
const IN_PLACE = /^,? (?:đóng |hoạt động )?trên địa bàn(?: (?:toàn )?(?:tỉnh|thành phố|huyện|xã|phường))?,? /u
/** Words of verbs.ts that also begin what only says how or by whom. */
const NO_OPENING = /^(?:được |giao$|đồng thời$|cùng$|hằng |hàng |định kỳ$)/u
/** An order's word follows the bodies: at once, or after «theo chức năng, nhiệm vụ được giao». */
export function isCharged(reading: Reading, position: number, end: number, knowsVerb = false): boolean {
  // «Sở Y tế là cơ quan đầu mối, chịu trách nhiệm …»: what it is, before what it is to do.
  const role = /^ là (?:cơ quan|đơn vị) (?:đầu mối|chủ trì|thường trực)[^,;.]{0,60},(?= )/u.exec(
    reading.lower.slice(position, position + 120),
  )
  const after = position + (role?.[0].length ?? 0)
  const rest = reading.lower.slice(after, Math.min(end, after + 300))
  if (ACCOUNT.test(rest) || !/^[ ,]/u.test(rest)) return false
  // «cũng cần …», «đồng loạt ra quân …»: how, before what.
  const at = after + (/^,? (?:(?:cũng|đều|trực tiếp|đồng loạt|luôn|thực sự|nhanh chóng|căn bản|hết sức) )?/u.exec(rest)?.[0].length ?? 1)
  if (isCapitalAt(reading.text, at)) return false
  if (verbAt(reading.lower, at) !== null || (!knowsVerb && isOpenVerb(reading, at))) return true
  if (!MODIFIED.test(rest)) return false
  const clause = rest.split(/[;:.]/u)[0] ?? ''
  const opening = openingAfterModifier(reading, after, clause)
  return opening !== null && !/(?<![\p{L}])(?:đã|vừa|là|sẽ|chưa)(?![\p{L}])/u.test(clause.slice(0, opening))
}

const COMMAS = /, (?=\p{L})/gu
/** Where, behind what says by what right, on what ground or when, the order begins: «Sở Y tế căn cứ kết quả rà soát, ban hành …». [DIR-41] */
function openingAfterModifier({ lower, text }: Reading, from: number, clause: string): number | null {
  const opens = (at: number): boolean => {
    const begin = from + at + (stick(/trực tiếp /uy, lower, from + at)?.length ?? 0)
    const verb = verbAt(lower, begin)
    return verb !== null && !NO_OPENING.test(verb) && !isCapitalAt(text, begin)
  }
  const right = BY_RIGHT.exec(clause) ?? IN_PLACE.exec(clause)
  if (right !== null && opens(right[0].length)) return right[0].length
  const strict = STRICT.exec(clause)?.index ?? null
  for (const comma of matchesOf(COMMAS, clause)) {
    if (strict !== null && strict <= comma.index) break
    if (opens(comma.index + 2)) return comma.index
  }
  return strict
}

/**
 * Verbs are an open class, small words a closed one: after a name, a word that is no small word and tells no speech
 * begins what is to be done, whether or not verbs.ts knows it («Sở Y tế soạn thảo …»).
 */
const isOpenVerb = ({ text, lower }: Reading, position: number): boolean =>
  stick(/\p{Ll}{2,} \p{Ll}{2,}/uy, text, position) !== null &&
  stick(NAME_ENDS, lower, position) === null &&
  stick(NO_VERB, lower, position) === null
const NO_VERB =
  /(?:cho|nhận|khẳng|nhấn|thống|phát biểu|trả lời|người|khóa|năm|tháng|ngày|số|tỉnh|thành|huyện|các|nơi|gồm|vẫn|sắp|rất|đều|vốn|chính|nước|nhân|hay|cấp|thuộc|dự|họp|tham dự|nói|thấy|ủng hộ|đồng tình|nhất trí)(?![\p{L}])/uy

/** «Sở Y tế (cơ quan thường trực) chủ trì …», «Chủ tịch UBND tỉnh Lê Văn Ba chủ trì …»: what stands in brackets after a name, and a person's name, are passed over. */
export const pastAside = (reading: Reading, position: number, end: number): number => {
  const named = position + personLength(reading.text, position)
  return named + (/^ \([^()]{0,200}\)/u.exec(reading.text.slice(named, Math.min(end, named + 210)))?.[0].length ?? 0)
}
