import { CLASS_NOUN, LEVEL_HOUSE, MORE_OF_CLASS, NAME_ENDS, WHOLE_HOUSE } from './body-words.ts'
import { bodyStarts } from './name-ends.ts'
import type { Reading } from './reading.ts'
import { sectorAt } from './sectors.ts'
import { isCapitalAt, stick, wordFrom } from './sticky.ts'
import { verbAt } from './verbs.ts'

/**
 * Where a class ends: «các sở, ban, ngành», «các cơ quan, đơn vị có liên quan», «các tập đoàn, tổng công ty nhà nước». [DIR-12]
 *
 * After a comma or «và» the class goes on with another noun of its kind; a house's own name («Sở Tài chính»), an
 * abbreviation or a body known by itself begins the next member of the list. Words tied to the noun («liên quan»,
 * «trực thuộc tỉnh», «có rừng») are part of it.
 */
const TIED =
  /(?:có |có trách nhiệm )?liên quan(?! (?:đến|tới))(?: khác)?|có rừng|là tổ chức|trên địa bàn (?:tỉnh|thành phố|huyện|xã|quận|phường)?|(?:trực )?thuộc (?:và trực thuộc )?(?:trung ương|chính phủ|ubnd (?:tỉnh|thành phố|huyện)|ủy ban nhân dân (?:tỉnh|thành phố)|tỉnh|thành phố|sở|bộ|phạm vi quản lý|diện|thẩm quyền)|được giao|tham gia [\p{L}]+ [\p{L}]+ [\p{L}]+(?= và | để |,)|tham gia|có thẩm quyền|tại (?:dn|doanh nghiệp)|sử dụng|quản lý(?! nhà nước)|cấp (?:tỉnh|huyện|xã)|chủ trì(?=,| và)|vũ trang|thi công|đầu tư|có vốn|ở trong/uy

export function classEnd(reading: Reading, position: number): number {
  const { text, lower } = reading
  const noun = stick(CLASS_NOUN, lower, position)
  let end = position + (noun?.length ?? 0)
  for (let words = 0; words < 24; words++) {
    const joined = stick(/, và |, |\/| và | - /uy, lower, end)
    if (joined !== null) {
      const at = end + joined.length
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
        if (more !== null && more === 'tổ chức' && verbAt(lower, at) !== null && joined !== ', ') break
        end = at + (more ?? wordFrom(text, at)).length
        continue
      }
      break
    }
    const gap = stick(/ (?=[\p{L}\d])/uy, text, end)
    if (gap === null) break
    const at = end + 1
    const tied = stick(TIED, lower, at)
    if (tied !== null && !/^trên địa bàn/u.test(tied)) {
      end = at + tied.trimEnd().length
      continue
    }
    if (/^đã \p{Lu}{2}/u.test(text.slice(at, at + 6))) {
      end = at + 2
      continue
    }
    if (!isCapitalAt(text, at) && (verbAt(lower, at) !== null || stick(NAME_ENDS, lower, at) !== null)) break
    if (isCapitalAt(text, at) && bodyStarts(reading, at) && stick(/bộ(?![\p{L}])/uy, lower, at) === null) break
    end = at + wordFrom(text, at).length
    if (end === at) break
  }
  return end
}
