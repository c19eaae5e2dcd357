/**
 * A short title for a task, from the sentence that gives it: what is to be done, without who does it and what for.
 * A proposal for a person to improve; the sentence itself always stands beside it. [TSK-7]
 *
 * The opening is passed over piece by piece — words of charge, and the bodies named among them — until the work begins. A
 * body named later belongs to the work («gặp gỡ các bộ, ngành trong vùng») and stays.
 *
 * @param quote the sentence
 * By when stands beside it too, and may be put off: a deadline that closes the clause is left out.
 *
 * @param named [start, end) of the bodies named in it, relative to the quote
 * @param due   [start, end) of the deadline in it; null: it has none, or elsewhere
 */
const LIMIT = 240
const SHORTEST = 12
const CHARGE =
  /^(?:[\s,:;.–-]+|(?:\d+|[a-zđ])\)\s|(?:và|các cơ quan(?:, đơn vị)?(?: có)? liên quan|các đơn vị(?: có)? liên quan|có liên quan|liên quan|có trách nhiệm|chịu trách nhiệm|đồng chủ trì|chủ trì|phối hợp(?: chặt chẽ)? với|phối hợp|tiến hành|chủ động|khẩn trương|giao|yêu cầu|đề nghị|cũng|bên cạnh đó|đồng thời|tiếp tục|thường xuyên)(?!\p{L}))/iu
/** What leads up to a deadline and says nothing without it. */
const UNTIL = /(?:[\s,;]+(?:và|phải|bảo đảm|xong|hoàn thành|thực hiện xong|trình|gửi|báo cáo))*[\s,;]*$/iu
/** Before a body that acts with whoever leads; else it is of the work. */
const WITH = /^(?:cùng(?: với)?|với)\s+/iu
// «không để xảy ra» is what is to be done
const CLOSING = /(?<!không|chưa|tránh)\s(?:nhằm|để|theo quy định|đảm bảo|bảo đảm|trên cơ sở)\s/u

export function titleOfQuote(
  quote: string,
  named: readonly (readonly [number, number])[],
  due: readonly [number, number] | null = null,
): string {
  const opening = openingOf(quote, named)
  const rest = quote.slice(opening, endBefore(quote, opening, due))
  const work = rest.length >= SHORTEST ? rest : quote
  const closing = CLOSING.exec(work.slice(30))
  const clause = (closing === null ? work : work.slice(0, 30 + closing.index)).replace(/[\s,;:.–-]+$/u, '')
  const short = clause.length <= LIMIT ? clause : `${clause.slice(0, clause.lastIndexOf(' ', LIMIT))}…`
  // a sentence that its page broke is one line here
  return short.charAt(0).toUpperCase() + short.slice(1).replace(/\s+/gu, ' ')
}

/** Where the work ends: before a deadline that nothing follows, unless too little would be left. */
function endBefore(quote: string, opening: number, due: readonly [number, number] | null): number {
  if (due === null || !/^[\s,;:.–-]*$/u.test(quote.slice(due[1]))) return quote.length
  const end = opening + quote.slice(opening, due[0]).replace(UNTIL, '').length
  return end - opening >= SHORTEST ? end : quote.length
}

/** Where the work begins. @cost one pass; each step moves on */
function openingOf(quote: string, named: readonly (readonly [number, number])[]): number {
  let at = 0
  for (;;) {
    const body = named.find(([start, end]) => start === at && end > at)
    const step = body === undefined ? chargeAt(quote, at, named) : body[1] - at
    if (step === 0) return at
    at += step
  }
}

function chargeAt(quote: string, at: number, named: readonly (readonly [number, number])[]): number {
  const ahead = quote.slice(at, at + 60)
  const joined = WITH.exec(ahead)?.[0].length ?? 0
  return joined > 0 && named.some(([start]) => start === at + joined) ? joined : (CHARGE.exec(ahead)?.[0].length ?? 0)
}
