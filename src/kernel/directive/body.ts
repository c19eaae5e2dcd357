import type { Reading } from './reading.ts'

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
}
export type BodyList = { readonly bodies: readonly Body[]; readonly end: number }

/** «các sở, ban, ngành», «UBND các xã, phường», «UBND cấp xã»: a class, which a person expands before it can hold work. [DIR-12] */
export const isClassOfBodies = (name: string): boolean =>
  /^(?:các|những|mọi|toàn thể|tất cả)\s|\s(?:các|cấp)\s|^(?:sở, |cơ quan, |đơn vị|địa phương|bộ, |lực lượng )/iu.test(name)

export const body = (reading: Reading, start: number, end: number, more: Partial<Body> = {}): Body => {
  const name = expanded(more.name ?? reading.text.slice(start, end))
  return {
    start,
    end,
    isClass: isClassOfBodies(name),
    open: /liên quan|chức năng$/u.test(name.toLowerCase()),
    refers: null,
    slips: [],
    ...more,
    name: name.replace(/ ?liên quan khác$/u, ' liên quan'),
  }
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
