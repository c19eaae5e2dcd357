import { bodiesAt } from '../body/bodies.ts'
import type { Body } from '../body/body.ts'
import type { Reading } from '../text/reading.ts'

/**
 * Who of several leads, who leads with him, who only helps. [DIR-50]
 *
 * «Sở A (chủ trì), Sở B (phối hợp)» says it in brackets behind each name; «Sở A chủ trì, Sở B đồng chủ trì», «Sở A đồng chủ
 * trì với Sở B» and «Sở A và Sở B đồng chủ trì» in words: the first named leads.
 */
export type ByRole = { readonly lead: readonly Body[]; readonly partners: readonly Body[] }

/** Divides a list by what stands in brackets behind its names; all lead where nothing does. */
export function byRole(reading: Reading, bodies: readonly Body[]): ByRole {
  const asides = bodies.map(({ end }) => /^ ?\(([^()]{1,60})\)/u.exec(reading.lower.slice(end, end + 66))?.[1] ?? '')
  const isLead = asides.map((aside) => /(?<!đồng )chủ trì|đầu mối/u.test(aside))
  const isPartner = asides.map((aside) => /phối hợp/u.test(aside))
  const some = isLead.includes(true)
  if (!some && !isPartner.includes(true)) return { lead: bodies, partners: [] }
  const leads = (i: number): boolean => (some ? isLead[i] === true : isPartner[i] !== true)
  const lead = bodies.filter((_, i) => leads(i))
  return lead.length === 0 ? { lead: bodies, partners: [] } : { lead, partners: bodies.filter((_, i) => !leads(i)) }
}

const CO_LEADS = /(?<![\p{L}])đồng chủ trì(,? (?:cùng với|cùng|với))?(?![\p{L}])/u
/** Back over this much text, never more. */
const BACK = 200

/** Who leads beside the lead, and what is left of the lead; null where nobody does. */
export function coLeadsIn(
  reading: Reading,
  start: number,
  end: number,
  lead: readonly Body[],
): { readonly lead: readonly Body[]; readonly co: readonly Body[] } | null {
  const found = CO_LEADS.exec(reading.lower.slice(start, end))
  if (found === null) return null
  const [from, to] = [start + found.index, start + found.index + found[0].length]
  if (found[1] !== undefined) {
    const named = bodiesAt(reading, to + 1)
    return named === null || named.end > end ? null : { lead, co: named.bodies }
  }
  // «…, Sở B đồng chủ trì»: another than the lead stands before the words
  for (const comma of reading.lower.slice(Math.max(start, from - BACK), from).matchAll(/[,;] (?:và )?(?=\p{L})/gu)) {
    const list = bodiesAt(reading, Math.max(start, from - BACK) + comma.index + comma[0].length)
    if (list?.end === from - 1 && list.bodies.every((b) => lead.every(({ name }) => name !== b.name))) return { lead, co: list.bodies }
  }
  return lead.length > 1 && lead.at(-1)?.end === from - 1 ? { lead: lead.slice(0, 1), co: lead.slice(1) } : null
}
