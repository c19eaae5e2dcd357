import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/kernel/period/day.ts'
import { boardShow } from '../../src/operations/board/show-board.ts'
import { calendarCorrectDay } from '../../src/operations/calendar/correct-day.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { type AnyOperation, registry } from '../../src/operations/registry.ts'
import type { taskActs } from '../../src/operations/task/acts.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskCorrect } from '../../src/operations/task/correct-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskEvents } from '../../src/operations/task/list-events.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

const taskClaim = registry.find((one) => one.name === 'task.claim') as (typeof taskActs)[number]

/** The sample letter of 5-5-2022 through the years that came: the plan that was 306 days late, the report of every six months. */
describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: Call
  let document = ''
  const at = (today: string, id = 'người thử') =>
    ({ who: { ...tester, id }, today: day(today), now: `${today}T02:00:00.000Z`, language: 'vi' }) as const
  const value = <T>(answer: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
    if (!answer.ok) throw new Error(answer.refusal.code)
    return answer.value
  }
  const tasks = async (today: string) => value(await call(documentGet, at(today), { id: document })).tasks
  const find = async (words: RegExp, today = '2022-05-05') => {
    const task = (await tasks(today)).find((one) => words.test(one.quote))
    if (task === undefined) throw new Error(`no task of ${words}`)
    return task
  }
  const act = async (today: string, who: string, verb: string, given: object) => {
    const operation = registry.find((one) => one.name === `task.${verb}`) as AnyOperation
    const answer = await call(operation, at(today, who), given)
    return answer.ok ? 'ok' : answer.refusal.code
  }

  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const text = readFileSync('samples/cong-van-2415-ubnd-th.txt', 'utf8')
    document = value(await call(documentReceive, at('2022-05-05'), { text })).id
    for (const task of await tasks('2022-05-05')) await call(taskConfirm, at('2022-05-05'), { id: task.id, version: task.version })
    value(await call(documentAssign, at('2022-05-05'), { id: document }))
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[TSK-2] [TSK-39] story 4: «quý IV năm 2022» is 31-12-2022; a month later 31 days late; approved on 2-11-2023 it stays 306 days late', async () => {
    const { id, due, code } = await find(/quý IV năm 2022/i)
    expect([due, code === null]).toEqual(['2022-12-31', false])
    expect(value(await call(taskGet, at('2023-01-31'), { id }))).toMatchObject({ lateness: 'overdue', daysLate: 31, state: 'assigned' })
    const version = () => call(taskGet, at('2023-11-03'), { id }).then((found) => value(found).version)
    const claim = { id, document: '1287/QĐ-TTg', words: 'Quy hoạch đã được phê duyệt' }
    expect(await act('2023-11-03', 'sở', 'claim', { ...claim, version: await version(), day: '2022-05-01' })).toBe('day-outside')
    expect(await act('2023-11-03', 'sở', 'claim', { ...claim, version: await version(), day: '2023-12-01' })).toBe('day-outside')
    const claimed = await call(taskClaim, at('2023-11-03', 'sở'), { ...claim, version: await version(), day: '2023-11-02' })
    // not known here: the person is asked to register it, and so is whoever accepts
    expect(value(claimed)).toMatchObject({ unregistered: '1287/QĐ-TTg' })
    const shown = async () => value(await call(taskEvents, at('2023-11-04'), { id })).items.map((one) => [one.document, one.registered])
    expect(await shown()).toEqual([['1287/QĐ-TTg', null]])
    const approval =
      'THỦ TƯỚNG CHÍNH PHỦ\nSố: 1287/QĐ-TTg\nHà Nội, ngày 02 tháng 11 năm 2023\n\nQUYẾT ĐỊNH\nPhê duyệt Quy hoạch thành phố Đà Nẵng.'
    const { slug } = value(await call(documentReceive, at('2023-11-05'), { text: approval }))
    expect(await shown()).toEqual([['1287/QĐ-TTg', slug]])
    expect(await act('2023-11-10', 'văn phòng', 'accept', { id, version: await version() })).toBe('ok')
    for (const on of ['2023-11-10', '2023-11-30', '2025-01-01'])
      expect(value(await call(taskGet, at(on), { id }))).toMatchObject({ lateness: 'done-late', daysLate: 306, closedOn: '2023-11-02' })
  })

  test('[TSK-37] as of a past day a task has the state, the days and the share of that day, given back and extended in between too', async () => {
    const { id } = await find(/Luật Quy hoạch 2017/)
    const version = async () => value(await call(taskGet, at('2022-09-01'), { id })).version
    const say = async (today: string, who: string, verb: string, given: object = {}) =>
      expect(await act(today, who, verb, { id, version: await version(), words: 'Theo kế hoạch', ...given })).toBe('ok')
    await say('2022-06-01', 'sở', 'progress', { percent: 40 })
    await say('2022-06-10', 'sở', 'claim', { document: '12/BC-SKHĐT' })
    await say('2022-06-20', 'văn phòng', 'return')
    await say('2022-07-01', 'sở', 'claim', { document: '14/BC-SKHĐT' })
    await say('2022-07-10', 'văn phòng', 'accept')
    const on = async (day: string) => {
      const { state, percent, closedOn } = value(await call(taskGet, at('2022-09-01'), { id, on: day }))
      const { items } = value(await call(taskList, at('2022-09-01'), { document, on: day, returned: 'yes' }))
      const narrowed: string[] = []
      for (const asked of ['assigned', 'claimed', 'active', 'done'] as const)
        if (value(await call(taskList, at('2022-09-01'), { document, on: day, state: asked })).items.some((one) => one.id === id))
          narrowed.push(asked)
      // narrowed by state it is in the list of the state it had, and in no other
      expect([day, narrowed]).toEqual([day, [state]])
      return [state, percent, closedOn, items.some((one) => one.id === id)]
    }
    expect([
      await on('2022-05-20'),
      await on('2022-06-15'),
      await on('2022-06-25'),
      await on('2022-07-05'),
      await on('2022-07-10'),
    ]).toEqual([
      ['assigned', 0, null, false],
      ['claimed', 40, null, false],
      ['active', 40, null, true],
      // finished by then, as its list and the board have it, and not yet accepted
      ['claimed', 40, '2022-07-01', false],
      ['done', 100, '2022-07-01', false],
    ])
    expect(await call(taskGet, at('2022-09-01'), { id, on: '2022-05-04' })).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('[TSK-37] as of a past day the due day is the one that was known then', async () => {
    const text =
      'UBND THÀNH PHỐ ĐÀ NẴNG\nSố: 9/UBND-TH\nĐà Nẵng, ngày 05 tháng 5 năm 2022\n\nGiao Sở Y tế rà soát trạm y tế trong quý IV năm 2022.'
    const other = value(await call(documentReceive, at('2022-05-05'), { text })).id
    const [task] = value(await call(documentGet, at('2022-05-05'), { id: other })).tasks
    const id = task?.id ?? ''
    value(await call(taskConfirm, at('2022-05-05'), { id, version: 1 }))
    value(await call(documentAssign, at('2022-05-05'), { id: other }))
    const known = async (on: string) => {
      const { due, dueOriginal, dues } = value(await call(taskGet, at('2022-12-30'), { id, on }))
      // its list of that day says the same
      const { items } = value(await call(taskList, at('2022-12-30'), { document: other, on }))
      expect(items.map((one) => [one.due, one.dueOriginal])).toEqual([[due, dueOriginal]])
      return [due, dueOriginal, dues.map((one) => one.day)]
    }
    const { version } = value(await call(taskGet, at('2022-10-01'), { id }))
    expect(await act('2022-10-01', 'sở', 'ask-extension', { id, version, day: '2023-06-30', words: 'Chờ ý kiến' })).toBe('ok')
    expect(await act('2022-10-05', 'văn phòng', 'grant-extension', { id, version: version + 1 })).toBe('ok')
    expect([await known('2022-10-04'), await known('2022-10-05')]).toEqual([
      ['2022-12-31', '2022-12-31', ['2022-12-31']],
      ['2023-06-30', '2022-12-31', ['2022-12-31', '2023-06-30']],
    ])
  })

  test('[TSK-17] [TSK-22] story 5: the six-monthly report is due on 16-6-2022; accepted, it is due for the year, and no later occurrence exists', async () => {
    const { id, kind, every, due } = await find(/6 tháng/i)
    expect([kind, every, due]).toEqual(['recurring', 'P6M', '2022-06-16'])
    const version = async () => value(await call(taskGet, at('2022-06-16'), { id })).version
    expect(await act('2022-06-15', 'sở', 'claim', { id, version: await version(), document: '45/BC-SKHĐT' })).toBe('ok')
    expect(await act('2022-06-16', 'văn phòng', 'accept', { id, version: await version() })).toBe('ok')
    const after = value(await call(taskGet, at('2022-06-17'), { id }))
    expect([after.state, after.closedOn, after.percent]).toEqual(['active', null, 0])
    expect(after.dues.map(({ day, reason, rule }) => [day, reason, rule])).toEqual([
      [null, 'original', 'not-stated'],
      ['2022-06-16', 'original', 'report-period'],
      ['2022-12-16', 'recurrence', 'report-period'],
    ])
    // as of a day of the occurrence before, it is measured by the first day of that one
    const then = value(await call(boardShow, at('2022-06-20'), { on: '2022-06-15' }))
    expect([then.tally['due-soon'], then.original['due-soon']]).toEqual([1, 1])
    // a day closed later moves this occurrence too
    value(
      await call(calendarCorrectDay, at('2022-07-01'), {
        day: '2022-12-15',
        kind: 'closed',
        reason: 'Nghỉ thử',
        basis: 'QĐ 1/QĐ-TTg',
        version: 0,
      }),
    )
    const moved = value(await call(taskGet, at('2022-07-02'), { id }))
    expect([moved.due, moved.dues.at(-1)?.reason, moved.dues.at(-1)?.rule]).toEqual(['2022-12-19', 'calendar', 'recounted'])
  })

  test('[PER-12] story 5: the calendar half is warned of, with the period of the regime; left empty, the regime’s day holds', async () => {
    const text =
      'UBND THÀNH PHỐ ĐÀ NẴNG\nSố: 10/UBND-TH\nĐà Nẵng, ngày 05 tháng 5 năm 2022\n\nGiao Sở Y tế định kỳ 6 tháng báo cáo kết quả.'
    const other = value(await call(documentReceive, at('2022-05-05'), { text })).id
    const seen = async () => value(await call(documentGet, at('2022-05-05'), { id: other })).tasks[0]
    const correct = async (due: string | null) => {
      const task = await seen()
      value(await call(taskCorrect, at('2022-05-05'), { id: task?.id, version: task?.version, due }))
      return (await seen())?.offRegime
    }
    expect([await correct('2022-06-30'), await correct('2022-12-31'), await correct('2022-06-20')]).toEqual([
      { code: '2022-h1', from: '2021-12-15', cutOff: '2022-06-14' },
      { code: '2022-y', from: '2021-12-15', cutOff: '2022-12-14' },
      null,
    ])
    expect(await correct(null)).toBe(null)
    const { id = '', version = 0 } = (await seen()) ?? {}
    value(await call(taskConfirm, at('2022-05-05'), { id, version }))
    value(await call(documentAssign, at('2022-05-05'), { id: other }))
    expect((await seen())?.due).toBe('2022-06-16')
  })
})
