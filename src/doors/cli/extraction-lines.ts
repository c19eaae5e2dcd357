import type { z } from 'zod'
import type { Every } from '../../kernel/directive/directive.ts'
import { formatDay, parseDay } from '../../kernel/period/day.ts'
import type { extractionView } from '../../operations/directive/views.ts'

/**
 * What was read from a directive, for a person at a terminal: who it is, what it cites, and each task with all that was read of it.
 * Only what was read is printed, and each reason to look again stands under its task.
 */
type Read = z.infer<typeof extractionView>
type Task = Read['tasks'][number]

export function extractionLines({ identity, citations, tasks }: Read): string {
  const type = identity.type ?? 'văn bản'
  const what = [
    `${type.charAt(0).toUpperCase()}${type.slice(1)}${identity.number === null ? ' không ghi số' : ` số ${identity.number}`}`,
    identity.issuer === null ? null : `của ${identity.issuer}`,
    identity.date === null ? null : `ngày ${dayWords(identity.date)}`,
  ]
  const head = [said(what, ', '), ...cited(citations)]
  if (tasks.length === 0) return [...head, '', 'Không đọc được nhiệm vụ nào.'].join('\n')
  const toCheck = tasks.filter(({ check }) => check !== null).length
  const counted = `${tasks.length} nhiệm vụ${toCheck === 0 ? '' : `, ${toCheck} nhiệm vụ cần người xem lại`}`
  return [...head, '', counted, ...tasks.map((task, i) => `\n${taskLines(task, i + 1)}`)].join('\n')
}

const dayWords = (written: string): string => {
  const day = parseDay(written)
  return day === null ? written : formatDay(day)
}
const said = (parts: readonly (string | null)[], between: string): string => parts.filter((part) => part !== null).join(between)
const listed = (label: string, names: readonly string[]): string | null => (names.length === 0 ? null : `${label}: ${names.join('; ')}`)

const cited = (citations: Read['citations']): readonly string[] =>
  citations.length === 0 ? [] : [`Viện dẫn ${citations.length} văn bản:`, ...citations.map(({ text }) => `  - ${oneLine(text)}`)]

function taskLines(task: Task, n: number): string {
  const lines = [
    listed('Đồng chủ trì', task.coLead),
    listed('Phối hợp', [...task.coordinating, ...(task.openClass ? ['các cơ quan, đơn vị liên quan'] : [])]),
    task.due.kind === 'none' ? null : `Thời hạn: ${dueWords(task.due)}`,
    task.period === null ? null : `Định kỳ: ${OFTEN[task.period.every]}`,
    listed('Nơi nhận kết quả', task.recipients),
    ...task.corrections.map(({ written, read }) => `Đã đọc «${written}» là «${read}»`),
    task.check === null ? null : `Cần xem lại: ${task.check}`,
  ]
  return [
    `${n}. ${task.lead.join('; ')}`,
    `   «${oneLine(task.quote)}»`,
    ...lines.filter((line) => line !== null).map((line) => `   ${line}`),
  ].join('\n')
}

function dueWords({ date, before, text, days, months, working }: Task['due']): string {
  if (date !== null) return `${before ? 'trước ngày' : 'đến hết ngày'} ${dayWords(date)}`
  if (days !== undefined) return `${days} ngày${working === true ? ' làm việc' : ''}`
  return months === undefined ? `«${text ?? ''}» (không rõ năm)` : `${months} tháng`
}

const OFTEN: Readonly<Record<Every, string>> = {
  P1D: 'hằng ngày',
  P1W: 'hằng tuần',
  P2W: 'hai tuần một lần',
  P1M: 'hằng tháng',
  P3M: 'hằng quý',
  P6M: '6 tháng một lần',
  P1Y: 'hằng năm',
  standing: 'thường xuyên',
}

/** Without the breaks of a page, and without signs that would speak to the terminal. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
