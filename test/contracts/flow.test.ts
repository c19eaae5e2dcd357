import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '../../src/base/refusals.ts'
import type { Result } from '../../src/base/result.ts'
import { day } from '../../src/kernel/period/day.ts'
import { caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentCorrect } from '../../src/operations/document/correct-document.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentList } from '../../src/operations/document/list-documents.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import type { Context } from '../../src/operations/operation.ts'
import { taskAdd } from '../../src/operations/task/add-task.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskCorrect } from '../../src/operations/task/correct-task.ts'
import { taskCounts } from '../../src/operations/task/count-tasks.ts'
import { taskDiscard } from '../../src/operations/task/discard-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { taskReopen } from '../../src/operations/task/reopen-task.ts'
import type { TaskView } from '../../src/operations/task/views.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** From a letter to assigned work, on each engine. The letter is our own. */
const context: Context = { who: tester, today: day('2023-03-10'), now: '2023-03-10T02:00:00.000Z', language: 'vi' }

const letter = (number: string): string => `UBND TỈNH AN BÌNH
Số: ${number}/UBND-KT
An Bình, ngày 01 tháng 3 năm 2023

Kính gửi: Các sở, ban, ngành; UBND các huyện

1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính kiểm tra các trạm y tế ven sông, báo cáo UBND tỉnh trước ngày 15/4/2023.

2. Sở Xây dựng, Sở Công Thương rà soát các công trình xuống cấp trong quý III năm 2023.

3. UBND các huyện thường xuyên kiểm tra bến thuyền trên địa bàn.
`

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
const code = <T>(result: Result<T, Refusal>): string => (result.ok ? 'ok' : result.refusal.code)

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: ReturnType<typeof caller>
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
  })
  afterAll(async () => {
    await opened.close()
  })

  const receive = async (text: string) => value(await call(documentReceive, context, { text }))
  const tasksOf = async (id: string): Promise<readonly TaskView[]> => value(await call(documentGet, context, { id })).tasks
  const find = (tasks: readonly TaskView[], words: string): TaskView => {
    const task = tasks.find((one) => one.quote.includes(words))
    if (task === undefined) throw new Error(`no task with ${words}`)
    return task
  }

  test('[STO-17] half a character, and U+0000, are refused by the name of their field; the letters that write them are letters', async () => {
    const given = { text: 'Số: 1/UBND\nGiao Sở Y tế rà soát.', fileName: 'a' }
    const codes: unknown[] = []
    for (const odd of [{ text: 'Q\ud800Đ' }, { fileName: 'a\0' }, { fileName: '\udc00' }]) {
      const answer = await call(documentReceive, context, { ...given, ...odd })
      codes.push(answer.ok ? 'ok' : [answer.refusal.code, answer.refusal.data?.['name']])
    }
    expect(codes).toEqual([
      ['bad-value', 'text'],
      ['bad-value', 'fileName'],
      ['bad-value', 'fileName'],
    ])
    expect(await call(documentReceive, context, { text: `${given.text} \\u0000` })).toMatchObject({ ok: true })
  })

  test('[TSK-1] what is received is proposed, each task with its span, and nothing is assigned that nobody confirmed', async () => {
    const { id, tasks } = await receive(letter('101'))
    const read = await tasksOf(id)
    const { text } = value(await call(documentGet, context, { id }))
    expect(read).toHaveLength(tasks)
    expect(read.every((task) => task.state === 'proposed' && task.code === null)).toBe(true)
    expect(read.every((task) => text.slice(task.start ?? 0, task.end ?? 0) === task.quote)).toBe(true)
    expect(code(await call(documentAssign, context, { id }))).toBe('nothing-to-assign')
  })

  test('[TSK-5] «trước ngày 15/4/2023» is due on 14-4, with its words', async () => {
    const { id } = await receive(letter('102'))
    const task = find(await tasksOf(id), 'trạm y tế')
    expect([task.due, task.dues.map((due) => due.rule)]).toEqual(['2023-04-14', ['before']])
    expect(task.dueWords).toContain('15/4/2023')
  })

  test('[DOC-2] the same letter a second time opens the first, and nothing is stored', async () => {
    const first = await receive(letter('103'))
    const entries = value(await call(historyVerify, context, {})).entries
    const second = await receive(letter('103').replaceAll('tỉnh', 'tỉnh '))
    expect(second).toEqual({ id: first.id, slug: first.slug, existing: true, tasks: 0, converted: null })
    expect(value(await call(historyVerify, context, {})).entries).toBe(entries)
  })

  test('[DOC-3] a text without number and day is known by its words', async () => {
    const first = await receive('Sở Y tế kiểm tra các bến đò.')
    expect((await receive('Sở  Y tế kiểm tra các bến đò')).id).toBe(first.id)
  })

  test.each(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'])('[DOC-4] a letter marked %s is refused and nothing of it is stored', async (marking) => {
    const before = value(await call(documentList, context, {})).items.length
    expect(code(await call(documentReceive, context, { text: `${marking}\n${letter('104')}` }))).toBe('secret-marking')
    expect(value(await call(documentList, context, {})).items.length).toBe(before)
  })

  test('[DOC-5] what a document is may be corrected, never into another; its text stays', async () => {
    const [one, two] = [await receive(letter('105')), await receive(letter('106'))]
    const before = value(await call(documentGet, context, { id: one.id }))
    expect(code(await call(documentCorrect, context, { id: one.id, version: 1, number: '106/UBND-KT' }))).toBe('identity-taken')
    expect(code(await call(documentCorrect, context, { id: one.id, version: 1, abstract: 'về trạm y tế' }))).toBe('ok')
    expect(code(await call(documentCorrect, context, { id: one.id, version: 1, abstract: 'khác' }))).toBe('changed-meanwhile')
    const after = value(await call(documentGet, context, { id: one.id }))
    expect([after.text, after.abstract, after.version]).toEqual([before.text, 'về trạm y tế', 2])
    expect(two.slug).not.toBe(one.slug)
  })

  test('[TSK-11] a correction on an older version is refused, and says who changed it', async () => {
    const { id } = await receive(letter('107'))
    const task = find(await tasksOf(id), 'trạm y tế')
    expect(code(await call(taskCorrect, context, { id: task.id, version: 1, title: 'Kiểm tra trạm y tế' }))).toBe('ok')
    const late = await call(taskCorrect, context, { id: task.id, version: 1, title: 'Kiểm tra' })
    expect(late).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile', data: { by: 'người thử' } } })
  })

  test('[TSK-1] who, by when and how often, corrected after they were confirmed, are to be confirmed again; words are not', async () => {
    const { id } = await receive(letter('141'))
    const task = find(await tasksOf(id), 'trạm y tế')
    value(await call(taskConfirm, context, { id: task.id, version: 1 }))
    const states: string[] = []
    let version = 2
    for (const change of [{ title: 'Kiểm tra trạm' }, { lead: task.lead.map((one) => one.name) }, { lead: ['Sở Tài chính'] }]) {
      const done = value(await call(taskCorrect, context, { id: task.id, version, ...change }))
      version = done.version
      states.push(done.state)
    }
    value(await call(taskConfirm, context, { id: task.id, version }))
    states.push(value(await call(taskCorrect, context, { id: task.id, version: version + 1, due: '30/5/2023' })).state)
    expect(states).toEqual(['confirmed', 'confirmed', 'proposed', 'proposed'])
  })

  test('[TSK-26] two names of one body are one lead, and a body that leads does not help itself', async () => {
    const { id } = await receive(letter('142'))
    const task = find(await tasksOf(id), 'trạm y tế')
    const given = { lead: ['Sở Y tế', 'SYT'], coordinating: ['Sở Y tế thành phố', 'Sở Tài chính', 'STC'], due: null }
    const { version } = value(await call(taskCorrect, context, { id: task.id, version: 1, ...given }))
    value(await call(taskConfirm, context, { id: task.id, version }))
    const { assigned } = value(await call(documentAssign, context, { id, tasks: [task.id] }))
    expect(assigned.map((one) => [one.id, one.lead])).toEqual([[task.id, 'Sở Y tế']])
    const rows = await opened.engine.asOwner((owner) =>
      owner.query(`select name, role from assignment where task_id = $1 and role <> 'recipient' order by id`, [task.id]),
    )
    expect(rows).toEqual([
      { name: 'Sở Y tế', role: 'lead' },
      { name: 'Sở Tài chính', role: 'coordinator' },
    ])
  })

  test('[STO-20] a letter of more tasks than one statement keeps has them all, in their order, with their days', async () => {
    const text = Array.from({ length: 450 }, (_, i) => `${i + 1}. Sở Y tế chủ trì kiểm tra trạm số ${i + 1} trước ngày 15/4/2023.`)
    const { id, tasks } = await receive(`${letter('143')}\n\n${text.join('\n\n')}`)
    const rows = await opened.engine.asOwner((owner) =>
      owner.query(
        `select count(*)::int as tasks, count(distinct t.position)::int as places, count(f.id)::int as facts
         from task t left join due_fact f on f.task_id = t.id where t.document_id = $1`,
        [id],
      ),
    )
    expect(tasks).toBeGreaterThan(440)
    expect(rows).toEqual([{ tasks, places: tasks, facts: tasks }])
  })

  test('[TSK-3] a corrected day is a fact more; the first stays', async () => {
    const { id } = await receive(letter('108'))
    const task = find(await tasksOf(id), 'trạm y tế')
    value(await call(taskCorrect, context, { id: task.id, version: 1, due: '30/4/2023' }))
    const after = value(await call(taskGet, context, { id: task.id }))
    expect(after.dues.map((due) => [due.day, due.reason])).toEqual([
      ['2023-04-14', 'original'],
      ['2023-04-30', 'correction'],
    ])
    expect(after.due).toBe('2023-04-30')
  })

  test('[TSK-12] a discarded proposal stays on record and can be put back', async () => {
    const { id } = await receive(letter('109'))
    const task = find(await tasksOf(id), 'bến thuyền')
    value(await call(taskDiscard, context, { id: task.id, version: 1 }))
    expect(code(await call(taskConfirm, context, { id: task.id, version: 2 }))).toBe('wrong-state')
    value(await call(taskReopen, context, { id: task.id, version: 2 }))
    expect(find(await tasksOf(id), 'bến thuyền').state).toBe('proposed')
    const verbs = value(await call(historyList, context, { entity: 'task', id: task.id })).items.map((entry) => entry.verb)
    expect(verbs).toEqual(['reopened', 'discarded'])
  })

  test('[TSK-8] [TSK-9] one lead gets the task, several a child each, a class waits and says why', async () => {
    const { id } = await receive(letter('110'))
    for (const task of await tasksOf(id)) value(await call(taskConfirm, context, { id: task.id, version: task.version }))
    const { assigned, left } = value(await call(documentAssign, context, { id }))
    expect(assigned.map((one) => one.lead).sort()).toEqual(['Sở Công Thương', 'Sở Xây dựng', 'Sở Y tế'])
    expect(left.map((one) => one.reason)).toEqual(['lead-is-class'])
    const listed = value(await call(taskList, context, { document: id }))
    expect([listed.total, listed.items.map((task) => task.lead[0]?.name).sort()]).toEqual([3, ['Sở Công Thương', 'Sở Xây dựng', 'Sở Y tế']])
    // what was split counts once, not with its parts
    const row = value(await call(documentList, context, { limit: 100 })).items.find((one) => one.id === id)
    expect(row?.counts).toMatchObject({ confirmed: 1, assigned: 2 })
    const parent = (await tasksOf(id)).find((task) => task.children.length > 0)
    expect(parent?.children.map((child) => [child.lead, child.state])).toEqual(expect.arrayContaining([['Sở Xây dựng', 'assigned']]))
  })

  test('[TSK-9] the child of a class waits, unassigned, beside those of named bodies', async () => {
    const { id } = await receive(letter('111'))
    const { id: task } = value(
      await call(taskAdd, context, { id, title: 'Dọn lòng sông', lead: ['Sở Xây dựng', 'UBND các huyện'], due: '2023-06-30' }),
    )
    value(await call(taskConfirm, context, { id: task, version: 1 }))
    value(await call(documentAssign, context, { id, tasks: [task] }))
    const parent = value(await call(taskGet, context, { id: task }))
    expect(parent.children.map((child) => [child.lead, child.state, child.code === null])).toEqual(
      expect.arrayContaining([
        ['Sở Xây dựng', 'assigned', false],
        ['UBND các huyện', 'confirmed', true],
      ]),
    )
  })

  test('[TSK-10] the database refuses a second lead at the same instant', async () => {
    const { id } = await receive(letter('112'))
    const task = find(await tasksOf(id), 'trạm y tế')
    value(await call(taskConfirm, context, { id: task.id, version: 1 }))
    value(await call(documentAssign, context, { id }))
    const second = opened.engine.asOwner((owner) =>
      owner.query(
        "insert into assignment (task_id, name, role, from_day, basis) values ($1, 'Sở Tài chính', 'lead', '2023-03-11', 'thử')",
        [task.id],
      ),
    )
    await expect(second).rejects.toThrow(/exclusion constraint/)
  })

  test('[TSK-13] the classes of lateness add up to the total, and each is what its list holds', async () => {
    const on = '2023-05-01'
    const { byLateness, total } = value(await call(taskCounts, context, { on }))
    expect(Object.values(byLateness).reduce((sum, n) => sum + n, 0)).toBe(total)
    for (const [lateness, n] of Object.entries(byLateness)) {
      const listed = value(await call(taskList, context, { lateness, on, limit: 500 }))
      expect([lateness, listed.total, listed.items.every((task) => task.lateness === lateness)]).toEqual([lateness, n, true])
    }
  })

  test('[PAG-23] the classes under conditions are what the list holds under them', async () => {
    for (const conditions of [
      { lead: 'Sở Y tế' },
      { q: 'y tế' },
      { state: 'assigned' },
      { kind: 'once' },
      { body: '-' },
      { on: '2023-05-01', q: 'y tế' },
    ]) {
      const { byLateness, total } = value(await call(taskCounts, context, conditions))
      for (const [lateness, n] of Object.entries(byLateness))
        expect([conditions, lateness, n]).toEqual([
          conditions,
          lateness,
          value(await call(taskList, context, { ...conditions, lateness, limit: 1 })).total,
        ])
      expect(total).toBe(value(await call(taskList, context, { ...conditions, lateness: 'in-force', limit: 1 })).total)
    }
  })

  test('a list paged by key is the list', async () => {
    const whole = value(await call(taskList, context, { limit: 500 })).items.map((task) => task.id)
    const paged: string[] = []
    let after: string | null = null
    do {
      const page: { items: { id: string }[]; next: string | null } = value(
        await call(taskList, context, { limit: 2, ...(after === null ? {} : { after }) }),
      )
      paged.push(...page.items.map((task) => task.id))
      after = page.next
    } while (after !== null)
    expect(paged).toEqual(whole)
  })

  test('[DOC-2] the same letter sent six times at once is one letter, and every answer says which', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => call(documentReceive, context, { text: letter('120') })))
    expect(new Set(answers.map((one) => value(one).id)).size).toBe(1)
    expect(answers.filter((one) => !value(one).existing)).toHaveLength(1)
  })

  test('[DOC-3] a letter known by its words stays known when a person has said what it is', async () => {
    const text = 'Sở Xây dựng sửa các cầu treo trên địa bàn.'
    const first = await receive(text)
    value(
      await call(documentCorrect, context, {
        id: first.id,
        version: 1,
        number: '77/UBND-KT',
        issuer: 'UBND tỉnh An Bình',
        signedOn: '2023-03-01',
      }),
    )
    expect((await receive(text)).id).toBe(first.id)
  })

  test('[TSK-9] a body typed twice as lead is one body', async () => {
    const { id } = await receive(letter('121'))
    const { id: task } = value(await call(taskAdd, context, { id, title: 'Dọn kênh', lead: ['Sở Y tế', 'Sở  y tế'] }))
    expect(value(await call(taskGet, context, { id: task })).lead.map((body) => body.name)).toEqual(['Sở Y tế'])
  })

  test('[TSK-1] work discarded while it is being assigned is not assigned', async () => {
    const { id } = await receive(letter('122'))
    const task = find(await tasksOf(id), 'trạm y tế')
    value(await call(taskConfirm, context, { id: task.id, version: 1 }))
    const [assigned, discarded] = await Promise.all([
      call(documentAssign, context, { id }),
      call(taskDiscard, context, { id: task.id, version: 2 }),
    ])
    const after = value(await call(taskGet, context, { id: task.id }))
    expect([code(assigned), code(discarded), after.state]).toEqual(
      after.state === 'assigned'
        ? ['ok', expect.stringMatching(/changed-meanwhile|wrong-state/), 'assigned']
        : [expect.stringMatching(/nothing-to-assign|changed-meanwhile/), 'ok', 'discarded'],
    )
  })

  test('[TSK-6] «trong vòng 5 ngày làm việc» goes by the working calendar of the register', async () => {
    const { id } = await receive(
      'Số: 123/UBND-KT\nAn Bình, ngày 28 tháng 4 năm 2022\n\nGiao Sở Y tế kiểm tra các bếp ăn, báo cáo UBND tỉnh trong vòng 5 ngày làm việc.',
    )
    const task = find(await tasksOf(id), 'bếp ăn')
    expect([task.due, task.dues[0]?.rule]).toEqual(['2022-05-09', 'working-days-from-issue'])
  })

  test('a character that no column takes, a version out of range and a key made by hand are refused, never an accident', async () => {
    expect(code(await call(documentReceive, context, { text: 'Sở Y tế\0' }))).toBe('bad-value')
    expect(code(await call(taskConfirm, context, { id: 'x', version: 3_000_000_000 }))).toBe('bad-value')
    const key = Buffer.from(JSON.stringify(['x', '00000000-0000-0000-0000-000000000001'])).toString('base64url')
    expect(code(await call(taskList, context, { after: key }))).toBe('bad-value')
    expect(code(await call(taskList, context, { after: key, sort: 'newest' }))).toBe('bad-value')
    expect(code(await call(documentList, context, { after: key }))).toBe('bad-value')
  })

  test('[HIS-2] a refused command leaves no trace: no row, no entry', async () => {
    const entries = value(await call(historyVerify, context, {})).entries
    expect(code(await call(documentReceive, context, { text: letter('113'), issued: '31-2-2022' }))).toBe('bad-day')
    expect(value(await call(historyVerify, context, {})).entries).toBe(entries)
  })

  test('an unknown field is refused by name', async () => {
    expect(await call(taskList, context, { colour: 'red' })).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-parameter', data: { name: 'colour' } },
    })
    expect(await call(documentReceive, context, {})).toMatchObject({
      ok: false,
      refusal: { code: 'missing-parameter', data: { name: 'text' } },
    })
  })
})
