import { expect, test } from 'vitest'
import { bothTitles, type Divisible, dividedAt, together } from './divide.ts'
import { type Ordered, placeBetween, reviewed } from './order.ts'
import { nextToUndo, type PastAct } from './undo.ts'

const QUOTE = 'Sở Y tế phối hợp với Sở Nội vụ lập danh mục thuốc; báo cáo UBND tỉnh trước ngày 15/4/2023'
const START = 100
const at = (words: string): [number, number] => [START + QUOTE.indexOf(words), START + QUOTE.indexOf(words) + words.length]
const body = (name: string) => ({ name, organisation: null, isClass: false })
const task: Divisible = {
  title: 'Lập danh mục thuốc',
  quote: QUOTE,
  start: START,
  end: START + QUOTE.length,
  spans: {
    lead: [at('Sở Y tế')],
    coordinating: [at('Sở Nội vụ')],
    due: [at('trước ngày 15/4/2023')],
    period: [],
    recipients: [at('UBND tỉnh')],
  },
  corrections: [],
  lead: [body('Sở Y tế')],
  coLead: [],
  coordinating: [body('Sở Nội vụ')],
  recipients: [body('UBND tỉnh')],
}

test('[TSK-29] each part has what its words say; what stands outside the task is both’s', () => {
  const parts = dividedAt(task, START + QUOTE.indexOf('báo cáo'))
  expect(
    parts?.map(({ quote, start, coordinating, recipients, hasDue }) => [quote, start, coordinating.length, recipients.length, hasDue]),
  ).toEqual([
    ['Sở Y tế phối hợp với Sở Nội vụ lập danh mục thuốc', 100, 1, 0, false],
    ['báo cáo UBND tỉnh trước ngày 15/4/2023', START + QUOTE.indexOf('báo cáo'), 0, 1, true],
  ])
  const heading = { ...task, spans: { ...task.spans, due: [[10, 20] as [number, number]] } }
  expect(dividedAt(heading, START + QUOTE.indexOf('báo cáo'))?.map(({ hasDue }) => hasDue)).toEqual([true, true])
  expect(dividedAt(task, START)).toBe(null)
  expect(dividedAt(task, START + QUOTE.length)).toBe(null)
})

test('[TSK-29] joined, bodies stand once and a title is no longer than one may be', () => {
  expect(together([body('Sở Y tế')], [body('SỞ Y TẾ'), body('Sở Nội vụ')])).toHaveLength(2)
  expect(bothTitles('Lập danh mục.', 'Báo cáo kết quả')).toBe('Lập danh mục; báo cáo kết quả')
  expect(bothTitles('a '.repeat(300), 'b').length).toBeLessThanOrEqual(500)
})

test('[TSK-30] a task moves past its neighbour, and stays where it was put', () => {
  const one = (id: string, start: number | null, orderAt: number | null = null): Ordered => ({
    id,
    start,
    orderAt,
    parent: null,
    state: 'proposed',
    end: null,
    origin: 'extracted',
  })
  const tasks = [one('c', null), one('a', 10), one('b', 20)]
  const ids = (list: readonly Ordered[]): string =>
    reviewed(list)
      .map(({ id }) => id)
      .join('')
  expect(ids(tasks)).toBe('abc')
  const moved = tasks.map((task) => (task.id === 'c' ? { ...task, orderAt: placeBetween(reviewed(tasks), 'c', 'up') } : task))
  expect(ids(moved)).toBe('acb')
  expect(ids(moved.map((task) => (task.id === 'a' ? { ...task, orderAt: placeBetween(reviewed(moved), 'a', 'down') } : task)))).toBe('cab')
  expect([placeBetween(reviewed(tasks), 'a', 'up'), placeBetween(reviewed(tasks), 'c', 'down')]).toEqual([null, null])
})

test('[TSK-31] undoing goes further back each time, and never over what is no act of the review', () => {
  const act = (seq: string, verb: string, of?: string): PastAct => ({ seq, verb, change: of === undefined ? {} : { act: of } })
  const acts = [act('1', 'corrected'), act('2', 'confirmed')]
  expect(nextToUndo(acts.toReversed())?.seq).toBe('2')
  acts.push(act('3', 'undone', '2'))
  expect(nextToUndo(acts.toReversed())?.seq).toBe('1')
  acts.push(act('4', 'undone', '1'))
  expect(nextToUndo(acts.toReversed())).toBe(null)
  acts.push(act('5', 'assigned'))
  expect(nextToUndo(acts.toReversed())).toBe(null)
})
