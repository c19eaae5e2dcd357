/**
 * A short title for a task, from the sentence that gives it: what is to be done, without who does it and what for.
 * A proposal for a person to improve; the sentence itself always stands beside it. [TSK-7]
 *
 * @param quote  the sentence
 * @param named  [start, end) of the bodies named in it, relative to the quote
 */
const LIMIT = 160
const OPENING =
  /^(?:[\s,:;.–-]|và(?!\p{L})|các cơ quan, đơn vị(?: có)? liên quan|các đơn vị(?: có)? liên quan|có liên quan|liên quan|có trách nhiệm|chịu trách nhiệm|chủ trì|đồng chủ trì|phối hợp với|phối hợp|tiến hành|chủ động|khẩn trương|giao|yêu cầu|đề nghị|cũng|bên cạnh đó|đồng thời|tiếp tục|thường xuyên)+/iu
const CLOSING = /\s(?:nhằm|để|theo quy định|đảm bảo|bảo đảm|trên cơ sở)\s|[;.]\s/u

export function titleOfQuote(quote: string, named: readonly (readonly [number, number])[]): string {
  const half = quote.length * 0.6
  const past = Math.max(0, ...named.filter(([start]) => start < half).map(([, end]) => end))
  const rest = quote.slice(past).replace(OPENING, '').trim()
  const work = rest.length >= 12 ? rest : quote.replace(OPENING, '').trim()
  const closing = CLOSING.exec(work.slice(30))
  const clause = (closing === null ? work : work.slice(0, 30 + closing.index)).replace(/[\s,;:.–-]+$/u, '')
  const short = clause.length <= LIMIT ? clause : `${clause.slice(0, clause.lastIndexOf(' ', LIMIT))}…`
  return short.charAt(0).toUpperCase() + short.slice(1)
}
