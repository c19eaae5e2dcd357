import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { successionCommit } from '../../src/operations/succession/commit-succession.ts'
import { successionPlan } from '../../src/operations/succession/plan-succession.ts'
import { successionUndo } from '../../src/operations/succession/undo-succession.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** 2026-11-26: nine times of nine, work given out while its body was being split was left with a body that had ended. */
const LAW = 'so-tu-phap-da-nang-origin'
const TIMES = 4

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let [leader, clerk]: Who[] = []
  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    leader = await office.person('Phạm Thị Chủ', 'chu.tich', 'leader', 'ubnd-p48-origin')
    clerk = await office.person('Lê Thị Thư', 'van.thu', 'clerk', OFFICE)
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[TSK-45] work is not given out to a body while it is being split: either it is routed with the rest, or it waits for a choice', async () => {
    if (leader === undefined || clerk === undefined) throw new Error('nobody')
    const [asLeader, asClerk] = [office.at(leader), office.at(clerk)]
    for (let i = 0; i < TIMES; i += 1) {
      const text = `UBND THÀNH PHỐ ĐÀ NẴNG\nSố: ${300 + i}/UBND-TH\nĐà Nẵng, ngày 02 tháng 3 năm 2026\n\n1. Giao Sở Xây dựng chủ trì kiểm tra cầu số ${i}.\n`
      const { id } = got(await office.call(documentReceive, asClerk, { text }))
      for (const task of got(await office.call(documentGet, asClerk, { id })).tasks)
        got(await office.call(taskConfirm, asClerk, { id: task.id, version: task.version }))
      const to = [
        { id: HEALTH, scope: 'nhà ở' },
        { id: LAW, scope: 'cầu đường' },
      ]
      const parts = [{ kind: 'split', from: [BUILDING], to }]
      const plan = got(await office.call(successionPlan, asLeader, { name: `Tách ${i}`, basis: 'NQ 9/NQ-HĐND', day: '2026-03-10', parts }))
      const [committed, assigned] = await Promise.all([
        office.call(successionCommit, asLeader, { id: plan.id, version: plan.version }),
        new Promise((later) => setTimeout(later, i * 6)).then(() => office.call(documentAssign, asLeader, { id })),
      ])
      expect([committed.ok, assigned.ok].filter(Boolean)).toHaveLength(1)
      if (!committed.ok) {
        expect(committed.refusal.code).toBe('succession-undecided')
        // what is open now would be in the way of the next plan
        return
      }
      got(await office.call(successionUndo, asLeader, { id: plan.id, basis: 'NQ 10/NQ-HĐND' }))
    }
  })
})
