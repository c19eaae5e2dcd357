import type { Rule } from '../extraction.ts'
import type { Reading } from '../text/reading.ts'

/** One body named at a place of a text; what is known of it from its words alone. */
export type Body = {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly isClass: boolean
  /** «… liên quan», «lực lượng chức năng»: who it is, is left open. */
  readonly open: boolean
  /** Stands for a body named elsewhere: «quý Bộ» for the addressee, «các đơn vị nêu trên» for those before. */
  readonly refers: 'addressee' | 'above' | null
  readonly slips: readonly { readonly start: number; readonly end: number; readonly read: string }[]
  /** Which rule gave the name. */
  readonly rule: Rule
}
export type BodyList = { readonly bodies: readonly Body[]; readonly end: number }

/** «các sở, ban, ngành», «UBND các xã, phường», «UBND cấp xã»: a class, which a person expands before it can hold work;
 * «Ban Quản lý các khu công nghiệp» is one body. [DIR-12] */
export const isClassOfBodies = (name: string): boolean =>
  /^(?:các|những|mọi|từng|mỗi|toàn thể|tất cả)\s|\s(?:các(?! (?:công trình|dự án|khu (?:kinh tế|công nghiệp|chế xuất)|vấn đề|chương trình|nhiệm vụ|dân tộc|hội|tổ chức hữu nghị)(?!\p{L}))|cấp)\s|^(?:sở, |cơ quan, |đơn vị|địa phương|bộ, |lực lượng )/iu.test(
    name,
  )

/** What a name says of itself; kept, since a letter names the same few bodies again and again. */
type Said = { readonly name: string; readonly isClass: boolean; readonly open: boolean }
const said = new Map<string, Said>()

function saidBy(written: string): Said {
  const known = said.get(written)
  if (known !== undefined) return known
  if (said.size > 2000) said.clear()
  const name = expanded(written)
  const found = {
    name: name.replace(/ ?liên quan khác$/u, ' liên quan'),
    isClass: isClassOfBodies(name),
    open: /liên quan|chức năng$/u.test(name.toLowerCase()),
  }
  if (written.length < 200) said.set(written, found)
  return found
}

export const body = (reading: Reading, start: number, end: number, more: Partial<Body> = {}): Body => {
  const { name, isClass, open } = saidBy(more.name ?? reading.text.slice(start, end))
  return { start, end, isClass, open, refers: null, slips: [], rule: (more.isClass ?? isClass) ? 'DIR-12' : 'DIR-9', ...more, name }
}

export const expanded = (name: string): string =>
  !/[A-Z]{2}/.test(name)
    ? name
    : name
        .replace(/\bCHQS\b/gu, 'Chỉ huy Quân sự')
        .replace(/^BHXH\b/u, 'Bảo hiểm xã hội')
        .replace(/\bTP\.? ?HCM\b/gu, 'Thành phố Hồ Chí Minh')
        .replace(/(?<=UBND )TP\b\.?/gu, 'thành phố')
        .replace(/\bDNNN\b/gu, 'doanh nghiệp nhà nước')
        .replace(/\bDN\b/gu, 'doanh nghiệp')
        .replace(/\bCPH\b/gu, 'cổ phần hóa')
