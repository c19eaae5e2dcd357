import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '../../src/base/refusals.ts'
import { ok, type Result } from '../../src/base/result.ts'
import { day } from '../../src/kernel/period/day.ts'
import { boardShow } from '../../src/operations/board/show-board.ts'
import { caller } from '../../src/operations/call.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import type { Context } from '../../src/operations/operation.ts'
import { organisationGet } from '../../src/operations/organisation/get-organisation.ts'
import { placeGet } from '../../src/operations/place/get-place.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { taskReassign } from '../../src/operations/task/reassign-task.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { tester } from '../support/who.ts'

/** Work of 2023 on the boards of before and after 1-3-2025, on each engine. The letter is our own; the bodies are the register's. */
const on = (today: string): Context => ({ who: tester, today: day(today), now: `${today}T02:00:00.000Z`, language: 'vi' })
const LETTER = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 73/UBND-TH
Đà Nẵng, ngày 01 tháng 3 năm 2023

1. Sở Kế hoạch và Đầu tư chủ trì rà soát quy hoạch thành phố.

2. Sở Tài chính chủ trì lập dự toán.

3. Sở Thông tin và Truyền thông chủ trì xây dựng chính quyền số.
`
const FINANCE = 'so-tai-chinh-da-nang-2025-03-01'
const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let call: ReturnType<typeof caller>
  beforeAll(async () => {
    opened = await open()
    call = caller(storeOver(opened.engine, 'Đà Nẵng'))
    const then = on('2023-03-10')
    const { id } = value(await call(documentReceive, then, { text: LETTER }))
    for (const task of value(await call(documentGet, then, { id })).tasks)
      await call(taskConfirm, then, { id: task.id, version: task.version })
    value(await call(documentAssign, then, { id }))
  })
  afterAll(async () => {
    await opened.close()
  })

  const board = async (today: string, asked?: string) =>
    value(await call(boardShow, on(today), asked === undefined ? {} : { on: day(asked) })).groups.map(({ name, total }) => [name, total])

  test('[BRD-14] before the merger the board names the bodies of before, after it who answers for their work; a past day names them as then', async () => {
    const before = [
      ['Sở Kế hoạch và Đầu tư', 1],
      ['Sở Thông tin và Truyền thông', 1],
      ['Sở Tài chính', 1],
    ]
    expect((await board('2025-02-28')).toSorted()).toEqual(before)
    expect((await board('2026-11-25', '2025-02-28')).toSorted()).toEqual(before)
    expect((await board('2025-03-01')).toSorted()).toEqual([
      ['Sở Khoa học và Công nghệ', 1],
      ['Sở Tài chính', 2],
    ])
  })

  test('[BRD-14] [BRD-6] behind the number of the heir stand its rows; each names the holder, and whom the directive charged', async () => {
    const rows = async (today: string, body: string) =>
      value(await call(taskList, on(today), { body }))
        .items.map(({ code, lead, holder }) => [code, lead[0]?.name, holder?.name])
        .toSorted()
    expect(await rows('2026-11-25', FINANCE)).toEqual([
      ['NV-2023-0001', 'Sở Kế hoạch và Đầu tư', 'Sở Tài chính'],
      ['NV-2023-0002', 'Sở Tài chính', 'Sở Tài chính'],
    ])
    expect(await rows('2026-11-25', 'so-ke-hoach-va-dau-tu-da-nang-origin')).toEqual([])
    expect(await rows('2025-02-28', 'so-ke-hoach-va-dau-tu-da-nang-origin')).toEqual([
      ['NV-2023-0001', 'Sở Kế hoạch và Đầu tư', 'Sở Kế hoạch và Đầu tư'],
    ])
  })

  test('[STO-22] a question of the register alone is answered, and shown nothing that is protected', async () => {
    const today = day('2026-11-25')
    const seen = await storeOver(opened.engine, 'Đà Nẵng').transaction(on(today), 'register', async (ports) =>
      ok({
        body: (await ports.organisations.get(FINANCE, today))?.name,
        task: await ports.tasks.get('NV-2023-0001', today),
        rows: (await ports.tasks.counts({ on: today, past: false })).total,
      }),
    )
    expect(seen).toEqual({ ok: true, value: { body: 'Sở Tài chính', task: null, rows: 0 } })
    expect(value(await call(organisationGet, on(today), { id: FINANCE })).name).toBe('Sở Tài chính')
  })

  test('[BRD-14] work given to another is held by that one, whoever its first lead came to', async () => {
    const given = { id: 'NV-2023-0003' }
    const task = value(await call(taskGet, on('2026-11-20'), given))
    expect(task.holder?.name).toBe('Sở Khoa học và Công nghệ')
    value(
      await call(taskReassign, on('2026-11-25'), {
        ...given,
        id: task.id,
        version: task.version,
        lead: 'Sở Y tế',
        words: 'Khám, chữa bệnh từ xa',
      }),
    )
    expect(value(await call(taskGet, on('2026-11-25'), given))).toMatchObject({
      lead: [{ name: 'Sở Thông tin và Truyền thông' }],
      holder: { name: 'Sở Y tế' },
    })
  })

  test('[STO-27] who reads a register and who asks in a transaction meanwhile do not wait for each other', async () => {
    const today = day('2026-11-26')
    for (let i = 0; i < 8; i += 1) {
      // a store that has read nothing yet, as of a server that has just begun
      const fresh = caller(storeOver(opened.engine, 'Đà Nẵng'))
      const place = { id: 'vn-p48-origin' }
      const answers = Promise.all([
        fresh(organisationGet, { ...on(today) }, { id: FINANCE }),
        fresh(placeGet, { ...on(today) }, place),
        fresh(documentReceive, { ...on(today) }, { text: LETTER.replace('73/', `${100 + i}/`) }),
        fresh(organisationGet, { ...on(today) }, { id: FINANCE }),
        fresh(placeGet, { ...on(today) }, place),
      ])
      const late = new Promise<string>((done) => setTimeout(done, 15_000, 'they wait for each other'))
      expect(await Promise.race([answers.then(() => 'answered'), late])).toBe('answered')
    }
  }, 180_000)
})
