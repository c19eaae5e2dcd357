import { fold } from '../../../base/fold.ts'
import { sectorNames } from '../body/sectors.ts'
import { orderPhrases } from '../order/verbs.ts'
import type { Reading } from './reading.ts'

/**
 * Letters typed without marks, as telegrams are: «Giao So Y te chu tri, phoi hop voi UBND cac xa». [DIR-34]
 *
 * The words by which the grammar knows bodies, orders and times are given their marks back, longest phrase first; a word
 * that may be several («so», «nam») only where its neighbour decides. All other words stay as they are. A letter and its
 * marked form have the same width, so positions stay. Every task of such a letter says that it was read so.
 */
const PHRASES: readonly string[] = [
  ...sectorNames,
  ...orderPhrases.filter((phrase) => phrase.includes(' ')),
  ...'chủ trì|phối hợp|phối hợp với|với|và|các|cơ quan|đơn vị|địa phương|liên quan|có liên quan|báo cáo|gửi|trình|tham mưu|yêu cầu|đề nghị|giao|tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn|ủy ban nhân dân|hội đồng nhân dân|chủ tịch|giám đốc|thủ trưởng|bộ trưởng|thủ tướng|chính phủ|thủ tướng chính phủ|văn phòng|công an|thanh tra|kho bạc nhà nước|ngân hàng nhà nước|sở, ban, ngành|các sở, ban, ngành|các sở|các bộ|trước ngày|chậm nhất|hoàn thành|định kỳ|hằng năm|hằng quý|hằng tháng|thường xuyên|trong quý|trong tháng|trong năm|kính gửi|nơi nhận|căn cứ|công điện|công văn|chỉ thị|quyết định|kế hoạch|thông báo|nghị quyết|về|để|của|kết quả|tổng hợp'.split(
    '|',
  ),
]
const byFirst = new Map<string, { readonly bare: string; readonly marked: string }[]>()
for (const marked of [...PHRASES].map((phrase) => phrase.toLowerCase()).sort((a, b) => b.length - a.length)) {
  const bare = bareOf(marked)
  const first = /^\p{L}+/u.exec(bare)?.[0] ?? ''
  byFirst.set(first, [...(byFirst.get(first) ?? []), { bare, marked }])
}
/** Words that their neighbour decides. */
const BY_NEIGHBOUR: readonly (readonly [RegExp, string])[] = [
  [/so(?= ?:? ?\d)/uy, 'số'],
  [/ngay(?= \d)/uy, 'ngày'],
  [/thang(?= \d)/uy, 'tháng'],
  [/nam(?= \d{4})/uy, 'năm'],
  [/quy(?= (?:i{1,3}|iv|[1-4])\b)/uy, 'quý'],
  [/truoc(?= (?:ngay )?\d)/uy, 'trước'],
  [new RegExp(`so(?= (?:${sectorNames.map((name) => bareOf(name.toLowerCase())).join('|')}))`, 'uy'), 'sở'],
  [new RegExp(`bo(?= (?:${sectorNames.map((name) => bareOf(name.toLowerCase())).join('|')}))`, 'uy'), 'bộ'],
]
const TELLTALE = /\b(?:ubnd|uy ban nhan dan|chu tri|phoi hop voi|bao cao|truoc ngay|kinh gui|thu tuong|cac so)\b/gu

/** One letter for one: unlike `fold`, nothing is joined or dropped. */
function bareOf(lower: string): string {
  return [...lower].map((char) => (/\p{L}/u.test(char) ? fold(char) : char)).join('')
}

export function withMarks(reading: Reading): Reading {
  const { lower } = reading
  const sample = lower.slice(0, 20_000)
  if (/[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/u.test(sample)) return reading
  if ((sample.match(TELLTALE) ?? []).length < 2) return reading
  const parts: string[] = []
  let at = 0
  for (const word of lower.matchAll(/\p{L}+/gu)) {
    if (word.index < at) continue
    const marked = markedAt(lower, word.index, word[0])
    if (marked === null) continue
    parts.push(reading.text.slice(at, word.index), casedLike(marked, reading.text, word.index))
    at = word.index + marked.length
  }
  parts.push(reading.text.slice(at))
  const text = parts.join('')
  return { ...reading, text, lower: text.toLowerCase(), isUnmarked: true }
}

function markedAt(lower: string, position: number, word: string): string | null {
  for (const [pattern, marked] of BY_NEIGHBOUR) {
    pattern.lastIndex = position
    if (word.length === marked.length && pattern.test(lower)) return marked
  }
  const found = byFirst
    .get(word)
    ?.find(({ bare }) => lower.startsWith(bare, position) && !/\p{L}/u.test(lower.charAt(position + bare.length)))
  return found?.marked ?? null
}

const casedLike = (marked: string, text: string, position: number): string =>
  [...marked].map((char, i) => (/\p{Lu}/u.test(text.charAt(position + i)) ? char.toUpperCase() : char)).join('')
