import type { Day } from '../../period/day.ts'
import { bodiesAt } from '../body/bodies.ts'
import type { DirectiveIdentity, Task } from '../extraction.ts'
import { labelOf } from '../laid-out/labels.ts'
import { labelled, roleBehind, tableTask } from '../laid-out/plans.ts'
import { rowsOf } from '../laid-out/tables.ts'
import { isSubtitle, isTitle, isTitleAlone, named, timeOfAll } from '../text/headings.ts'
import { addresseesFrom, type Item, itemsOf } from '../text/items.ts'
import type { Reading } from '../text/reading.ts'
import { sentencesOf, trimmed } from '../text/sentences.ts'
import { readSentence } from './clauses.ts'
import { taskOf } from './draft.ts'
import { once } from './repeats.ts'
import { enter, type Scope, type Walk } from './walk.ts'

/**
 * The walk through a letter, item by item, with a memory of who was spoken to.
 *
 * A heading that names bodies («2. Sở Tài chính», «…, UBND tỉnh yêu cầu các sở, ban, ngành:») makes them the subject of
 * everything under it, and its deadline theirs. [DIR-27] An order without a subject takes the nearest: that of its item,
 * of the headings above, of the paragraph before. [DIR-16] One item or sentence is one task; it is divided at a semicolon
 * only where the lead or the deadline changes; a second sentence that only says how, by when or to whom to report the same
 * work stays with it. [DIR-15]
 */
export function tasksIn(reading: Reading, identity: DirectiveIdentity, issued: Day | null): Task[] {
  const items = itemsOf(reading)
  const isNews = !items.some((item) => item.zone === 'head' || item.zone === 'to')
  const root: Scope = { firstDraft: 0, sibling: null, dress: null, subject: null, due: null, partners: null, inert: false }
  const walk: Walk = {
    reading,
    issuer: identity.issuer,
    issued,
    number: identity.number,
    isNews,
    isDecision: identity.type === 'quyết định' || identity.type === 'nghị quyết',
    drafts: [],
    scopes: [root],
    addressees: [],
    flow: null,
    above: null,
    muted: null,
  }
  const tables = rowsOf(reading, items)
  items.forEach((item, i) => {
    const rows = tables.get(i)
    if (item.zone === 'to') addressed(walk, item)
    if (item.zone !== 'body') return
    if (rows !== undefined) {
      for (const row of rows) tableTask(walk, row, i)
      return
    }
    if (item.cells !== null && item.cells.length > 1) return
    readItem(walk, item, i, items)
  })
  return once(walk, walk.drafts)
    .filter((draft) => draft.lead.length > 0)
    .map((draft) => taskOf(reading, draft, issued, identity.issuer))
}

/** «Kính gửi: …», «… điện:», and the lines below. [DIR-39] */
function addressed(walk: Walk, item: Item): void {
  const list = bodiesAt(walk.reading, addresseesFrom(walk.reading, item.start, item.end) ?? item.start)
  if (list !== null) walk.addressees.push(...list.bodies)
}

function readItem(walk: Walk, item: Item, index: number, items: readonly Item[]): void {
  const { reading } = walk
  const label = labelOf(reading, item)
  if (label !== null && labelled(walk, label, item, index, items, (value) => readItem(walk, value, index, items))) return
  enter(walk, item)
  const [start, end] = trimmed(reading.text, item.start, item.end)
  const isOpen = reading.text.slice(item.start, item.end).trimEnd().endsWith(':')
  const isSub = isSubtitle(reading, item, items[index + 1])
  if (named(walk, item, start, end, isOpen, isSub)) return
  if (item.dress === null && isTitle(walk, item)) return
  if (isTitleAlone(reading, item)) return
  if (isSub) {
    // «3. Sở A chủ trì, phối hợp với Sở B», a title over what they are to do [DIR-56]
    if (bodiesAt(reading, start) !== null)
      readSentence(walk, item, index, [start, end], `${reading.lower.slice(start, end)} như sau:`, false)
    return
  }
  if (item.dress === null && timeOfAll(walk, item)) return
  if (roleBehind(walk, item, index, start, end)) return
  const sentences = sentencesOf(reading, item.start, item.end)
  // «Các sở tổ chức thực hiện …. Cụ thể:»: the sentence before gives its bodies to what follows.
  const [last] = sentences.slice(-1)
  const opens =
    isOpen && sentences.length > 1 && last !== undefined && /^cụ thể(?: là| như sau)?$/u.test(reading.lower.slice(last[0], last[1]))
  const read = opens ? sentences.slice(0, -1) : sentences
  read.forEach((sentence, i) => {
    const isLast = i === read.length - 1
    const words = reading.lower.slice(sentence[0], isLast ? item.end : sentence[1]).trimEnd()
    const stop = isLast && opens ? `${reading.lower.slice(sentence[0], sentence[1])} như sau:` : words
    readSentence(walk, item, index, sentence, stop, i > 0)
  })
}
