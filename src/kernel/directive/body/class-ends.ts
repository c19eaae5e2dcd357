import { verbAt } from '../order/verbs.ts'
import type { Reading } from '../text/reading.ts'
import { isCapitalAt, stick, wordFrom } from '../text/sticky.ts'
import { CLASS_NOUN, LEVEL_HOUSE, MORE_OF_CLASS, NAME_ENDS, WHOLE_HOUSE } from './body-words.ts'
import { bodyStarts } from './name-ends.ts'
import { sectorAt } from './sectors.ts'

/**
 * Where a class ends: «các sở, ban, ngành», «các cơ quan, đơn vị có liên quan», «các tập đoàn, tổng công ty nhà nước». [DIR-12]
 *
 * After a comma or «và» the class goes on with another noun of its kind; a house's own name («Sở Tài chính»), an
 * abbreviation or a body known by itself begins the next member of the list. Words tied to the noun («liên quan»,
 * «trực thuộc tỉnh», «có rừng») are part of it.
 */
const TIED =
  /(?:của )?quốc hội(?! \p{Lu})|(?:của )?(?:hội đồng nhân dân|hđnd)(?: (?:tỉnh|thành phố|huyện|quận|xã|phường|các cấp))?(?!\p{L})|chưa (?:gửi|nộp|có|hoàn thành|ban hành|thực hiện|triển khai|đăng ký|báo cáo)(?: (?:báo cáo|kế hoạch|hồ sơ|văn bản|kết quả|số liệu))?(?!\p{L})|(?:có )?liên quan(?! (?:đến|tới))(?: khác)?|là tổ chức|(?:trực )?thuộc (?:và trực thuộc )?(?:trung ương|chính phủ|ubnd (?:tỉnh|thành phố|huyện)|ủy ban nhân dân (?:tỉnh|thành phố)|tỉnh|thành phố|sở|bộ|phạm vi quản lý|diện|thẩm quyền)|tham gia(?: \p{L}+){1,5}?(?= và | để |,)|tham gia|có thẩm quyền|đầu tư|(?<=^|[^\p{L}](?:cơ quan|đơn vị|doanh nghiệp|tổ chức|công ty|ban|cấp|cục) )quản lý(?! nhà nước| chặt| tốt| nghiêm| việc)|cấp (?:tỉnh|huyện|xã)/uy

/** What may stand behind «liên quan» in the name of a class; any other word is the order. */
const MORE_BEHIND = /(?:, và |, | và | - )| (?:của|thuộc|trực thuộc|cấp|khác|ở|ngoài)(?!\p{L})/uy

export function classEnd(reading: Reading, position: number): number {
  const { text, lower } = reading
  const noun = stick(CLASS_NOUN, lower, position)
  let end = position + (noun?.length ?? 0)
  let sure = end // what is known to belong; words beyond it must lead to a pause or to the order
  for (let words = 0; words < 24; words++) {
    const joined = stick(/, và |, |\/| và | - /uy, lower, end)
    if (joined !== null) {
      // «các bộ và 30 địa phương»
      const at = end + joined.length + (stick(/\d{1,3} (?=\p{Ll})/uy, text, end + joined.length)?.length ?? 0)
      const more = stick(MORE_OF_CLASS, lower, at)
      const isProper =
        stick(WHOLE_HOUSE, lower, at) !== null ||
        (isCapitalAt(text, at) && (sectorAt(text, lower, at + (more?.length ?? 0) + 1) !== null || stick(LEVEL_HOUSE, lower, at) !== null))
      if (joined === ' - ' ? isCapitalAt(text, at) || /^(?:xã hội|nghề nghiệp)/u.test(lower.slice(at)) : more !== null && !isProper) {
        if (/^DNN?N?$/u.test(wordFrom(text, at))) break
        if (/^tổ chức chính trị/u.test(lower.slice(at, at + 18))) break
        if (
          /^đơn vị (?:có )?liên quan/u.test(lower.slice(at, at + 20)) &&
          /(?:công ty|tập đoàn|trường|bệnh viện)(?: [\p{L}]+)?$/u.test(lower.slice(Math.max(0, end - 30), end))
        )
          break
        // «các thôn, tổ chức phổ biến …»: the order, not one more noun.
        if (more === 'tổ chức' && (joined !== ', ' || verbAt(lower, at + more.length + 1) !== null)) break
        end = at + (more ?? wordFrom(text, at)).length
        sure = end
        continue
      }
      break
    }
    const gap = stick(/(?<=\p{Lu}\p{Ll}{0,8}) (?=\d{1,2}(?![\d/%-]|[.,]\d))| (?=\p{L})/uy, text, end)
    if (gap === null) return /^(?:[,;:.)”"?!]| \||$)/u.test(text.slice(end, end + 2)) ? end : sure
    const at = end + 1
    const tied = stick(TIED, lower, at)
    if (tied !== null) {
      end = at + tied.trimEnd().length
      sure = end
      if (tied.includes('liên quan') && stick(MORE_BEHIND, lower, end) === null) return end
      continue
    }
    if (/^đã \p{Lu}{2}/u.test(text.slice(at, at + 6))) {
      end = at + 2
      continue
    }
    if (!isCapitalAt(text, at) && (verbAt(lower, at) !== null || stick(NAME_ENDS, lower, at) !== null)) break
    const isOfNoun = /(?:^|[^\p{L}])(?:chi cục|cục|đội|phòng|thành viên)$/u.test(lower.slice(Math.max(0, end - 12), end)) // «các Chi cục Thuế»
    if (isCapitalAt(text, at) && !isOfNoun && bodyStarts(reading, at) && stick(/bộ(?![\p{L}])/uy, lower, at) === null) break
    end = at + wordFrom(text, at).length + (stick(/(?:-\p{Lu}[\p{Lu}\d]+)+/uy, text, at + wordFrom(text, at).length)?.length ?? 0)
    if (end === at) break
  }
  return end
}
