import { fold } from '../../../base/fold.ts'

/** The same body under two names: who writes a letter is named in full in its head and shortly below. [DIR-5] */
const issuers = new Map<string, string>()
/** Folded, without a title; kept, since the issuer is compared with every body. */
export function asIssuer(name: string): string {
  const known = issuers.get(name)
  if (known !== undefined) return known
  if (issuers.size > 500) issuers.clear()
  const folded = fold(name)
    .replace(/uy ban nhan dan/gu, 'ubnd')
    .replace(/hoi dong nhan dan/gu, 'hdnd')
    .replace(/^(?:pho |quyen )?(?:chu tich|bo truong|giam doc) /u, '')
  issuers.set(name, folded)
  return folded
}

/** «Ủy ban nhân dân tỉnh» and «UBND tỉnh Lai Châu», «Chủ tịch UBND tỉnh»: the same, one named more fully. */
export const isSameBody = (one: string, other: string): boolean => {
  const [a, b] = [asIssuer(one), asIssuer(other)]
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)
}
