import { bodiesAt } from '../body/bodies.ts'
import { orderIn } from '../order/orders.ts'
import { byRole } from '../order/shared-leads.ts'
import { verbAt } from '../order/verbs.ts'
import { push, type Walk } from '../order/walk.ts'
import type { Item } from '../text/items.ts'
import { trimmed } from '../text/sentences.ts'
import { type Label, labelOf } from './labels.ts'
import type { Row } from './row.ts'

/**
 * Tasks of plans, whose roles stand in labelled lines or in columns. [DIR-21] [DIR-30]
 *
 * The quote is the item when it is a sentence of its own; a title alone is quoted with its labels.
 */
export function labelled(walk: Walk, label: Label, item: Item, index: number, items: readonly Item[], read: (item: Item) => void): boolean {
  const { reading } = walk
  let last = index - 1
  while (last >= 0 && last > index - 12 && items[last] !== undefined && labelOf(reading, items[last] ?? item) !== null) last--
  if (items[last]?.zone !== 'body') return false
  const list = bodiesAt(reading, label.value)
  const valueEnd = trimmed(reading.text, label.value, item.end)[1]
  const helping = label.kind === 'lead' && list !== null ? HELPS_BEHIND.exec(reading.lower.slice(list.end, item.end)) : null
  if (label.kind === 'lead' && helping === null && list !== null && valueEnd - list.end > 25) {
    // a whole sentence stands behind the label: it is read as one
    read({ ...item, start: label.value })
    return true
  }
  // A label of its own under several dashes speaks for each of them.
  const works = [last]
  while (
    item.dress === null &&
    items[last]?.dress === '-' &&
    items[works[0] ?? 0]?.dress === '-' &&
    items[(works[0] ?? 0) - 1]?.dress === '-'
  )
    works.unshift((works[0] ?? 0) - 1)
  // «Thời gian: …», «Đơn vị phối hợp: …» before «Đơn vị thực hiện: …»: the lead begins the task.
  const isFirst = label.kind !== 'lead' && label.kind !== 'other' && walk.drafts.slice(-60).every((d) => d.item !== last)
  const leads = isFirst ? leadAfter(walk, items, index) : null
  for (const at of works) {
    if (leads !== null) applyLabel(walk, leads.label, items[at] ?? item, at, leads.list, leads.valueEnd, works.length > 1)
    applyLabel(walk, label, items[at] ?? item, at, list, valueEnd, works.length > 1)
    if (helping !== null && list !== null) {
      const value = list.end + helping[0].length
      applyLabel(walk, { ...label, kind: 'partners', value }, items[at] ?? item, at, bodiesAt(reading, value), valueEnd, works.length > 1)
    }
  }
  return true
}

/** «Chủ trì: Sở A; phối hợp: Sở B» in one line. */
const HELPS_BEHIND = /^[;,.] ?(?:(?:cơ quan|đơn vị) )?phối hợp(?: thực hiện)? ?: ?/u

type Labelled = { readonly label: Label; readonly list: ReturnType<typeof bodiesAt>; readonly valueEnd: number }

/** The label of the lead among those that follow one another. */
function leadAfter(walk: Walk, items: readonly Item[], index: number): Labelled | null {
  for (const item of items.slice(index + 1, index + 6)) {
    const label = labelOf(walk.reading, item)
    if (label === null) return null
    if (label.kind === 'lead')
      return { label, list: bodiesAt(walk.reading, label.value), valueEnd: trimmed(walk.reading.text, label.value, item.end)[1] }
  }
  return null
}

function applyLabel(
  walk: Walk,
  label: Label,
  work: Item,
  at: number,
  list: ReturnType<typeof bodiesAt>,
  valueEnd: number,
  isShared: boolean,
): void {
  const { reading } = walk
  const [start, end] = trimmed(reading.text, work.start, work.end)
  let draft = walk.drafts.slice(-60).findLast((d) => d.item === at)
  if (label.kind === 'lead') {
    if (list === null || (draft !== undefined && isShared && draft.assigned)) return
    draft ??= push(walk, at, start, end, list.bodies, false, start)
    const roles = byRole(reading, list.bodies)
    draft.lead = roles.lead
    if (roles.partners.length > 0) draft.partners = { bodies: roles.partners, open: false, from: label.value, to: list.end }
    draft.carried = false
    draft.work = draft.start
    draft.rule = 'DIR-21'
  }
  if (draft === undefined) return
  const isSentence = isShared || verbAt(reading.lower, start) !== null || orderIn(reading, start, end, walk.issuer, walk.isNews) !== null
  if (!isSentence) draft.end = valueEnd
  if (label.kind === 'partners' && list !== null) {
    draft.partners = { bodies: list.bodies.filter((b) => !b.open), open: list.bodies.some((b) => b.open), from: label.value, to: list.end }
  }
  if (label.kind === 'time') {
    draft.due = label.deadline(walk.issued)
    if (draft.due === null) draft.more = [[label.value, valueEnd]]
  }
}

/** «Lắp camera ở bến thuyền (Công an xã chủ trì; xong quý III/2026)»: who does it stands in brackets behind the work. [DIR-60] */
export function roleBehind(walk: Walk, item: Item, index: number, start: number, end: number): boolean {
  const { reading } = walk
  if (item.dress === null || reading.text.charAt(end - 1) !== ')') return false
  const from = Math.max(start + 15, end - LONGEST_ROLE)
  const open = from + reading.text.slice(from, end).lastIndexOf('(')
  if (open < from) return false
  const opening = ROLE_OPENS.exec(reading.lower.slice(open, open + 40))?.[0] ?? '('
  const list = bodiesAt(reading, open + opening.length)
  if (list === null || list.end >= end) return false
  const says = opening.length > 1 || /^ (?:chủ trì|phụ trách|chịu trách nhiệm)(?!\p{L})/u.test(reading.lower.slice(list.end, end))
  const own = orderIn(reading, start, open, walk.issuer, walk.isNews)
  if (!says || (own !== null && own.lead !== null) || bodiesAt(reading, start) !== null) return false
  push(walk, index, start, end, list.bodies, false, start).rule = 'DIR-60'
  return true
}
const LONGEST_ROLE = 260
const ROLE_OPENS = /^\((?:giao |(?:(?:cơ quan|đơn vị) )?(?:chủ trì|thực hiện|phụ trách) ?: ?)/u

const CELL_LEADS = /^[- ]*(?:(?:cơ quan|đơn vị) )?chủ trì ?: ?/u
const CELL_HELPS = /(?:(?:cơ quan|đơn vị) )?phối hợp ?: ?/u

export function tableTask(walk: Walk, row: Row, index: number): void {
  const cell = walk.reading.lower.slice(row.lead[0], row.lead[1])
  // «Chủ trì: Sở A; Phối hợp: Sở B» in one cell [DIR-48]
  const list = bodiesAt(walk.reading, row.lead[0] + (CELL_LEADS.exec(cell)?.[0].length ?? 0))
  if (list === null) return
  const helping = CELL_HELPS.exec(cell)
  const from = helping === null ? row.partners?.[0] : row.lead[0] + helping.index + helping[0].length
  const partners = from === undefined ? null : bodiesAt(walk.reading, from)
  const draft = push(walk, index, row.work[0], row.work[1], list.bodies, false, row.work[0])
  draft.rule = row.rule
  draft.due = row.deadline(walk.issued)
  if (row.time !== null) draft.more = [row.time]
  if (partners !== null)
    draft.partners = {
      bodies: partners.bodies.filter((b) => !b.open),
      open: partners.bodies.some((b) => b.open),
      from: from ?? 0,
      to: partners.end,
    }
}
