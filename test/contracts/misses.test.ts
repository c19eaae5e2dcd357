import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/kernel/period/day.ts'
import { caller } from '../../src/operations/call.ts'
import { directiveMisses } from '../../src/operations/directive/list-misses.ts'
import { documentCorrect } from '../../src/operations/document/correct-document.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { taskAdd } from '../../src/operations/task/add-task.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskCorrect } from '../../src/operations/task/correct-task.ts'
import { taskDiscard } from '../../src/operations/task/discard-task.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { tester } from '../support/who.ts'

const TEXT = [
  'Giao Sở Y tế lập danh mục thuốc trước ngày 15/4/2023.',
  'Giao Sở Xây dựng kiểm tra bến thuyền.',
  'Giao Sở Nội vụ rà soát biên chế.',
  'Giao Giám đốc Sở Tài chính cân đối kinh phí.',
].join('\n\n')
const context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' } as const

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[DIR-36] what people changed is counted by rule, with the sentence it was read from', async () => {
    const call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const received = got(await call(documentReceive, context, { text: TEXT }))
    const [first, second, third, fourth] = got(await call(documentGet, context, { id: received.id })).tasks
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('four tasks are read')
    got(await call(taskCorrect, context, { id: first.id, version: 1, due: '2023-04-16' }))
    got(await call(taskCorrect, context, { id: first.id, version: 2, due: '2023-04-20' }))
    got(await call(taskConfirm, context, { id: first.id, version: 3 }))
    got(await call(taskDiscard, context, { id: second.id, version: 1 }))
    got(await call(taskConfirm, context, { id: third.id, version: 1 }))
    // the head of a body was read as the body: the rule that did so was kept with the proposal
    got(await call(taskCorrect, context, { id: fourth.id, version: 1, lead: ['Sở Nội vụ'] }))
    got(await call(taskConfirm, context, { id: fourth.id, version: 2 }))
    got(await call(taskAdd, context, { id: received.id, title: 'Báo cáo kết quả', lead: ['Sở Y tế'] }))
    got(await call(documentCorrect, context, { id: received.id, version: 1, number: '15/UBND' }))

    const found = got(await call(directiveMisses, context, {}))
    expect({ ...found, rules: found.rules.map(({ rule, n }) => `${rule} ${n}`) }).toEqual({
      reviewed: 4,
      untouched: 1,
      rules: ['DIR-15 2', 'DIR-10 1', 'DIR-20 1', 'DIR-3 1'],
      more: false,
    })
    expect(found.rules[2]?.examples).toEqual([
      { document: received.slug, quote: first.quote, kind: 'changed', field: 'due', read: '2023-04-14', corrected: '2023-04-20' },
    ])
    expect(got(await call(directiveMisses, context, { from: '2023-03-11' }))).toEqual({ reviewed: 0, untouched: 0, rules: [], more: false })
    expect(await call(directiveMisses, context, { from: '31-2-2023' })).toMatchObject({ ok: false, refusal: { code: 'bad-day' } })
  })
})
