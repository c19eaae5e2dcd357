/**
 * Numbers of documents, found anywhere in a text. [DIR-3]
 *
 * `18/2021/QĐ-TTg`, `57/NQ-CP`, `2415/UBND-TH`, `26-NQ/TW`, `60/2024/QH15`, `388/NQ-UBTVQH16`, `841/SNN&PTNT-CCKL`, also with
 * blanks that a scan or a broken line left («773 /QĐ-TTg», «52- CT/TW»). Letters of a symbol are A–Z, Đ and Ư, with a few
 * small ones (TTg, CTr, TTr): a Vietnamese word has marks and ends the number.
 */
export type WrittenNumber = { readonly start: number; readonly end: number; readonly number: string }

const SEPARATOR = '(?: [-/]|[-/] ?)'
const PART = '[A-ZĐƯ][A-Za-zĐđƯ&.]{0,14}\\d{0,3}(?:(?<=&) [A-ZĐƯ]{2,10})?'
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d/.,-])\\d{1,6}(?:${SEPARATOR}(?:19|20)\\d{2})?${SEPARATOR}${PART}(?:${SEPARATOR}${PART}){0,3}(?![\\p{Ll}])`,
  'gu',
)

export const withoutBlanks = (text: string): string => text.replace(/\s+/g, '')

export function numbersIn(text: string): readonly WrittenNumber[] {
  const found: WrittenNumber[] = []
  for (const match of text.matchAll(NUMBER)) {
    const written = match[0].replace(/[.&]+$/, '')
    if (/[A-ZĐƯ]{2}/.test(written)) found.push({ start: match.index, end: match.index + written.length, number: withoutBlanks(written) })
  }
  return found
}

/** The kind of document by its symbol: `57/NQ-CP` → nghị quyết; `2415/UBND-TH` → công văn (an issuer stands first). [DIR-5] */
export function typeOfNumber(
  number: string,
): 'công văn' | 'chỉ thị' | 'kế hoạch' | 'thông báo' | 'quyết định' | 'công điện' | 'nghị quyết' | null {
  const symbol = /(?:\/|-)([A-ZĐƯ][A-Za-zĐđƯ&]*)/u.exec(number)?.[1] ?? ''
  const byCode = {
    CT: 'chỉ thị',
    KH: 'kế hoạch',
    TB: 'thông báo',
    QĐ: 'quyết định',
    CĐ: 'công điện',
    NQ: 'nghị quyết',
    CV: 'công văn',
  } as const
  for (const [code, type] of Object.entries(byCode)) if (symbol === code) return type
  return /^(?:\d+)\/[A-ZĐƯ&a-z]{2,}-/u.test(number) && !/^(?:BC|TTr|HD|TT|NĐ|L|PA|ĐA|CTr|KL|QC|QyĐ|GM|BCTĐ)$/.test(symbol)
    ? 'công văn'
    : null
}
