import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY } from '../../src/kernel/access/who.ts'
import { figureReportAdd } from '../../src/operations/figure-report/add-figure-report.ts'
import { figureReportAnswer } from '../../src/operations/figure-report/answer-figure-report.ts'
import { figureReportList } from '../../src/operations/figure-report/list-figure-reports.ts'
import { backup } from '../../src/store/backup/backup.ts'
import { restore } from '../../src/store/backup/restore.ts'
import { type DatasetNode, datasetNode } from '../support/dataset-node.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'

const said = (of: DatasetNode) =>
  of.engine.asOwner((owner) => owner.query('select id, kind, at, words from figure_report_event order by id'))

/** Rows of datasets go with a backup, from either engine to either, with their versions, walls and files. */
describe.each(engines)('from $name', ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'lienvung-data-backup-'))
  const file = join(folder, 'all.tar')
  let opened: Opened
  let node: ReturnType<typeof datasetNode>
  let ids: readonly string[] = []
  beforeAll(async () => {
    opened = await open()
    node = datasetNode(opened.engine)
    const one = await node.take('a.csv', 'ma,ten,so,ngay\n1,"a\tb\\",1.5,2022-01-01\n2,,2.5,2022-01-02\n', {
      title: 'Bộ A',
      key: ['ma'],
      access: 'open',
    })
    await node.take('b.csv', 'ma,ten,so,ngay\n1,khác,1.5,2022-01-01\n3,c,3.5,2022-01-03\n', { dataset: one.id })
    const two = await node.take('c.csv', 'x\n1\n', { title: 'Bộ C', access: 'restricted' })
    const begun = await node.read('d.csv', 'ma,so\n1,x\n')
    await node.commit(begun.id, { title: 'Bộ D', columns: [{ name: 'so', type: 'integer' }] })
    ids = [one.id, two.id, begun.id]
    got(await node.call(figureReportAdd, node.at(), { id: one.id, words: 'Cột số ghi sai một dòng.', secret: 's'.repeat(43) }))
    const { items } = got(await node.call(figureReportList, node.at(), {}))
    got(await node.call(figureReportAnswer, node.at(), { id: items[0]?.id, outcome: 'refused', reason: 'Không sai.' }))
    await backup(opened.engine, file, new Date(0), { data: node.data })
  })
  afterAll(async () => {
    await node.close()
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(engines)(
    '[STO-6] [DAT-8] to $name: every version reads as it did, to whom it did',
    async ({ open: openTarget }) => {
      const target = await openTarget()
      const there = datasetNode(target.engine)
      try {
        await restore(target.engine, file, { data: there.data })
        const [one = '', two = '', begun = ''] = ids
        for (const version of [1, 2]) expect(await there.rows(one, { version }, NOBODY)).toEqual(await node.rows(one, { version }, NOBODY))
        expect(await there.rows(two)).toEqual([{ x: 1 }])
        await expect(there.rows(two, {}, NOBODY)).rejects.toThrow('not-found')
        // what was under way is asked about again
        expect([(await there.show(begun)).state, await there.tables()]).toEqual(['asking', 2])
        const next = await there.take('e.csv', 'ma,ten,so,ngay\n1,khác,1.5,2022-01-01\n', { dataset: one })
        expect([next.current.n, next.current.removed]).toEqual([3, 1])
        // told as it was, and once
        expect(await said(there)).toEqual(await said(node))
        expect((await said(there)).map(({ kind }) => kind)).toEqual(['reported', 'refused'])
        expect(there.faults).toEqual([])
      } finally {
        await there.close()
        await target.close()
      }
    },
    120_000,
  )
})
