import type { Day } from '../../period/day.ts'
import type { Body } from '../body/body.ts'
import { noDue, type Range, type Rule, type Task } from '../extraction.ts'
import { type Reading, rangeOf, wordsAt } from '../text/reading.ts'
import { type DeadlineAt, deadlinesIn, doubtsIn } from '../time/deadlines.ts'
import { type PeriodAt, periodIn } from '../time/periods.ts'
import { type Partners, partnersIn, recipientsIn } from './roles.ts'
import { coLeadsIn } from './shared-leads.ts'

/**
 * A task while it is being put together: positions in the reading, and what was carried to it from before. `taskOf` turns
 * it into a task with positions in the original, and says in `check` why a person must look. [DIR-28]
 */
export type Draft = {
  start: number
  end: number
  lead: readonly Body[]
  /** The lead stands in another sentence. */
  carried: boolean
  due: DeadlineAt | null
  partners: Partners | null
  /** Where the work begins: partners and recipients are looked for after it. */
  work: number
  item: number
  more: readonly (readonly [number, number])[]
  /** Charged by a word of assigning («Giao Sở X …»), which a label below does not overrule. */
  assigned: boolean
  /** What made it a task. */
  rule: Rule
}

/** «các sở (trừ Sở Y tế)», «các sở, ban, ngành khác»: who is left out must be seen by a person. */
const EXCEPT = /\((?:trừ|ngoại trừ|không bao gồm|không gồm)(?![\p{L}])/u
const unique = (names: readonly string[]): string[] => (names.length < 2 ? [...names] : [...new Set(names)])

export function taskOf(reading: Reading, draft: Draft, issued: Day | null, issuer: string | null): Task {
  const { start, end } = draft
  const words = reading.lower.slice(start, end)
  const own = partnersIn(reading, draft.work, end)
  const partners = own.bodies.length > 0 || own.open || draft.partners === null ? own : draft.partners
  const stretches: readonly Stretch[] = [[start, end], ...draft.more]
  const period = stretches.map(([a, b]) => periodIn(reading, a, b)).find((found) => found !== null) ?? null
  const deadlines = inEach(stretches, ([a, b]) => deadlinesIn(reading, a, b, issued)).filter((found) => !within(reading, found, period))
  const deadline = deadlines[0] ?? draft.due
  const due = deadline === null ? noDue : deadline.due
  const doubts = inEach(stretches, ([a, b]) => doubtsIn(reading, a, b, issued)).map(({ reason }) => reason)
  const leadSpots = draft.lead.map(({ start: a, end: b }) => [a, b] as const)
  const partnerSpots = own.to > own.from ? [[own.from, own.to] as const] : []
  const recipients = inEach(stretches, ([a, b]) =>
    recipientsIn(reading, Math.max(a, a === start ? draft.work : a), b, [...leadSpots, ...partnerSpots], issuer),
  )
  const isShared = words.includes('đồng chủ trì')
  const shared = isShared ? coLeadsIn(reading, start, end, draft.lead) : null
  const [lead, coLead] = [shared?.lead ?? draft.lead, shared?.co ?? []]
  const nameSlips = [draft.carried ? [] : draft.lead, own.bodies, recipients]
    .flatMap((bodies) => bodies.filter((b) => b.slips.length > 0))
    .flatMap((b) => b.slips)
  const corrections = [...nameSlips, ...(deadline?.slip == null ? [] : [deadline.slip])].map((slip) => {
    const [from, to] = rangeOf(reading, slip.start, slip.end)
    return { start: from, end: to, written: reading.original.slice(from, to), read: slip.read }
  })
  const names = unique(lead.map((b) => b.name))
  const isOther = ({ name }: Body): boolean => !names.includes(name) && coLead.every((b) => b.name !== name) // who leads is no partner of his own, and reports to others
  const coordinating = partners.bodies.filter(isOther)
  const receivers = recipients.filter(isOther)
  const [from, to] = rangeOf(reading, start, end)
  const spanOf = (b: { start: number; end: number }): Range => rangeOf(reading, b.start, b.end)
  const ofLead = (b: Body): Rule => (draft.carried ? draft.rule : b.rule)
  const doubt = isShared && shared === null ? '«Đồng chủ trì» có thể là «Đồng thời chủ trì»' : null
  return {
    quote: wordsAt(reading, start, end),
    start: from,
    end: to,
    lead: names,
    coLead: unique(coLead.map((b) => b.name)),
    coordinating: unique(coordinating.map((b) => b.name)),
    openClass: partners.open,
    due,
    period:
      period === null || (period.every === 'standing' && due.kind !== 'none')
        ? null
        : { text: wordsAt(reading, period.start, period.end), every: period.every },
    recipients: unique(receivers.map((b) => b.name)),
    unsure: doubt,
    check: reasons(draft, names, [
      doubt,
      (words.includes('(') && EXCEPT.test(words)) || draft.lead.some((b) => / khác$/u.test(b.name)) ? 'Nhóm cơ quan có ngoại lệ' : null,
      reading.isUnmarked ? 'Văn bản không dấu' : null,
      nameSlips.length > 0 ? 'Đã sửa lỗi chữ trong tên cơ quan' : null,
      due.kind !== 'none' && due.kind !== 'relative' && due.date === null ? 'Thời hạn không ghi năm' : null,
      deadline?.slip == null ? null : 'Đã sửa lỗi chữ trong thời hạn',
      // [DIR-46]
      deadlines.length > 1 && new Set(deadlines.map(({ due: { date, days, months } }) => date ?? `${days ?? months}`)).size > 1
        ? 'Có nhiều thời hạn trong một nhiệm vụ'
        : null,
      ...doubts,
    ]),
    corrections,
    rules: {
      task: draft.rule,
      lead: rulesOf(lead, ofLead),
      coLead: rulesOf(coLead, (b) => b.rule),
      coordinating: rulesOf(coordinating, (b) => (own === partners ? b.rule : 'DIR-27')),
      recipients: rulesOf(receivers, (b) => b.rule),
      due: deadline === null ? null : deadline === draft.due && deadline.rule !== 'DIR-21' ? 'DIR-27' : deadline.rule,
      every: period === null ? null : 'DIR-25',
    },
    spans: {
      lead: draft.lead.map(spanOf),
      coordinating: coordinating.map(spanOf),
      due: deadline === null ? [] : [rangeOf(reading, deadline.start, deadline.end)],
      period: period === null ? [] : [rangeOf(reading, period.start, period.end)],
      recipients: receivers.map(spanOf),
    },
  }
}

type Stretch = readonly [number, number]
/** Nearly every task is one stretch of text: what is found in it is taken as it is. */
const inEach = <T>(stretches: readonly Stretch[], find: (stretch: Stretch) => readonly T[]): readonly T[] => {
  const [first] = stretches
  return first !== undefined && stretches.length === 1 ? find(first) : stretches.flatMap(find)
}

/** One rule a name, in the order in which `unique` leaves the names. */
const rulesOf = (bodies: readonly Body[], ruleOf: (b: Body) => Rule): Rule[] =>
  (bodies.length < 2 ? bodies : bodies.filter((b, i) => bodies.findIndex((other) => other.name === b.name) === i)).map(ruleOf)

const within = (reading: Reading, deadline: DeadlineAt, period: PeriodAt | null): boolean =>
  period !== null &&
  period.every !== 'standing' &&
  // «Hằng năm, trước ngày 10 tháng 12, …» [DIR-25]
  ((deadline.start >= period.end && deadline.start - period.end <= 3 && !/\d{4}/u.test(deadline.due.text ?? '')) ||
    // «Định kỳ hằng quý (…), 6 tháng (trước ngày 15/6)»
    (/(?:tháng|quý|năm) ?\($/u.test(reading.lower.slice(Math.max(0, deadline.start - 12), deadline.start)) &&
      !/\d{4}/u.test(deadline.due.text ?? '')) ||
    // «hằng năm báo cáo kết quả gửi Bộ X trước ngày 30 tháng 11»
    (period.every === 'P1Y' &&
      deadline.start > period.end &&
      !/\d{4}/u.test(deadline.due.text ?? '') &&
      !/[.;,]/u.test(reading.lower.slice(period.end, deadline.start))) ||
    isInside(deadline, period))

const isInside = (deadline: DeadlineAt, period: PeriodAt): boolean =>
  deadline.start >= period.start - 12 && deadline.end <= period.end + 12 && deadline.start < period.end && period.start < deadline.end

function reasons(draft: Draft, lead: readonly string[], more: readonly (string | null)[]): string | null {
  const found = [
    draft.carried ? 'Chủ thể được hiểu theo câu trước' : null,
    lead.length > 1 ? 'Nhiều cơ quan cùng được giao' : null,
    draft.lead.some((b) => b.isClass) ? 'Giao cho một nhóm cơ quan' : null,
    draft.lead.some((b) => b.rule === 'DIR-40') ? 'Tên cơ quan chưa có trong các loại đã biết' : null,
    draft.lead.some((b) => b.rule === 'DIR-58') ? 'Chưa rõ nơi nào là xã, nơi nào là phường' : null,
    ...more,
  ].filter((reason) => reason !== null)
  return found.length === 0 ? null : unique(found).join('; ')
}
