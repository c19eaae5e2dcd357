import type { Day } from '../../period/day.ts'
import { bodiesAt } from '../body/bodies.ts'
import type { Body } from '../body/body.ts'
import { type DirectiveIdentity, documentTypes } from '../extraction.ts'
import type { Reading } from '../text/reading.ts'
import { dateAt } from '../time/dates.ts'
import { numbersIn, typeOfNumber, type WrittenNumber } from './numbers.ts'

/**
 * Which directive a report tells of. [DIR-5]
 *
 * It is said in one of three ways: the sentence that tells of the issue («UBND tỉnh vừa ban hành Công văn số …»), the
 * sentence that tells what it orders («Tại Công văn số …, UBND tỉnh yêu cầu …»), or a line of its own below («(Theo Công
 * văn số …)»). What is not said is null.
 */
const NEWS = new RegExp(`(?<![\\p{L}])(${documentTypes.join('|')})(?: (?:hỏa tốc|khẩn|liên ngành))?(?: \\(?số)? ?$`, 'u')
/** In reports, the verbs by which an issuer gives out a document. */
const ISSUES = /(?:vừa |đã |mới )?(?:ký |cho )?(?:ban hành|có|ra|ký|gửi|phát đi)(?: hỏa tốc)?[^.]{0,30}$/u

const PLAIN = new RegExp(`(?<![\\p{L}])(?:${documentTypes.join('|')}) (?:số )?(\\d{1,5})(?= (?:về|ngày|của|gửi|yêu cầu|do) |,)`, 'gu')
/** «…, UBND tỉnh yêu cầu»: after the number, who orders. */
const ORDERS_BY_IT =
  /^(?:,? ngày [\d/.-]+)?(?: của [^.;,\n]{2,60})?[^.;\n]{0,120}?, [^.;\n]{2,60} (?:yêu cầu|giao|đề nghị|chỉ đạo)(?![\p{L}])/u

export function ofReport(reading: Reading): DirectiveIdentity {
  const { text, lower } = reading
  const plain = [...lower.slice(0, 3000).matchAll(PLAIN)].map((match): WrittenNumber => {
    const end = match.index + match[0].length
    return { start: end - (match[1] ?? '').length, end, number: match[1] ?? '' }
  })
  for (const found of [...numbersIn(text.slice(0, 7000)), ...plain]) {
    const before = lower.slice(Math.max(0, found.start - 200), found.start)
    const named = NEWS.exec(before)
    if (named === null) continue
    const clause = before.slice(0, named.index).split(/[.\n]/u).at(-1) ?? ''
    const rest = lower.slice(found.end, found.end + 260)
    const isNew = /^[^.\n]{0,200}?(?:vừa|mới) được (?:ban hành|ký)/u.test(rest)
    const isIssued = ISSUES.test(clause) && !/(?:theo|tại|thực hiện|của|căn cứ|tinh thần|từ) ?$/u.test(clause)
    const isOrdering = /^ ?(?:tại|theo) ?$/u.test(clause) && ORDERS_BY_IT.test(rest)
    const isSource = /^ ?\((?:theo|nguồn:?) ?$/u.test(clause)
    if (!isNew && !isIssued && !isOrdering && !isSource) continue
    const type = documentTypes.find((known) => known === named[1]) ?? typeOfNumber(found.number)
    const issuer = speaker(reading, isOrdering ? Math.min(text.length, found.end + 260) : found.start)
    return { number: found.number, type, issuer, date: dayOfIssue(lower, found, clause) }
  }
  const type = documentTypes.find((known) => lower.startsWith(`${known} `)) ?? null
  const issuer = speaker(reading, Math.min(text.length, 1500))
  return {
    number: null,
    type: type ?? (/(?:văn bản|công văn)(?: khẩn| hỏa tốc)?(?: gửi| yêu cầu| chỉ đạo)/u.test(lower.slice(0, 1500)) ? 'văn bản' : null),
    issuer,
    date: null,
  }
}

/** After the number («…, ngày 03/4/2024»), or before who issues it («Ngày 08/02/2025, Thủ tướng ban hành …»). */
function dayOfIssue(lower: string, found: WrittenNumber, clause: string): Day | null {
  const after = /^,? ngày (?=\d)/u.exec(lower.slice(found.end, found.end + 12))
  if (after !== null) return dateAt(lower, found.end + after[0].length)?.day ?? null
  const line = Math.max(0, lower.lastIndexOf('\n', found.start))
  const opening = /(?:^|\n)[^\n]{0,24}?ngày (?=\d)/u.exec(lower.slice(line, found.start))
  if (opening !== null) return dateAt(lower, line + opening[0].length)?.day ?? null
  const told = [...clause.matchAll(/(?:^|[,(:] ?)ngày (?=\d)/gu)].at(-1)
  return told === undefined ? null : (dateAt(clause, told.index + told[0].length)?.day ?? null)
}

const canonical = (name: string): string => (/^thủ tướng$/iu.test(name) ? 'Thủ tướng Chính phủ' : name)

const SPEAKS =
  /^,? (?:(?:vừa|đã|cũng|mới|mới đây|trân trọng|tiếp tục) )*(?:ban hành|ra (?:chỉ|công|quyết|văn)|ký|gửi (?:văn|công)|có (?:văn|công|chỉ|thông|quyết|kế)|giao|yêu cầu|đề nghị|chỉ đạo|chỉ thị|phát đi)(?![\p{L}])/u

/** Who gives out the document, or who orders: the body that stands before such a verb. */
export function speaker(reading: Reading, until: number): string | null {
  const { lower } = reading
  for (let at = 0; at < until; ) {
    const list = bodiesAt(reading, at)
    if (list !== null) {
      // Of several before the verb the last one speaks: «Riêng các sở A, B, UBND tỉnh yêu cầu …».
      const said: Body | undefined = list.bodies.at(-1)
      const person = /^(?: \p{Lu}[\p{L}]*){0,5}/u.exec(reading.text.slice(list.end, list.end + 60))?.[0].length ?? 0
      const rest = lower.slice(list.end + person, list.end + person + 60)
      if (said !== undefined && !said.isClass && SPEAKS.test(rest) && !lower.slice(Math.max(0, at - 5), at).endsWith('được '))
        return canonical(said.name)
      at = list.end
    }
    const next = /[\s(]/gu
    next.lastIndex = at
    const space = next.exec(lower)
    if (space === null) return null
    at = space.index + 1
  }
  return null
}
