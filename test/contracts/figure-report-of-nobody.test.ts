import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY, OPERATOR, type Who } from '../../src/kernel/access/who.ts'
import { figureReportAdd } from '../../src/operations/figure-report/add-figure-report.ts'
import { figureReportAnswer } from '../../src/operations/figure-report/answer-figure-report.ts'
import { figureReportGet, figureReportList } from '../../src/operations/figure-report/list-figure-reports.ts'
import { noticeList } from '../../src/operations/notice/list-notices.ts'
import { actAs } from '../../src/store/open-store.ts'
import { datasetNode } from '../support/dataset-node.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH } from '../support/office.ts'
import { person, withPeople } from '../support/people.ts'

/** A wrong figure in a dataset that no body provides: somebody hears of it, and may answer. */
const steward = person(1, 'steward', HEALTH)
const other = person(2, 'steward', BUILDING)
const specialist = person(3, 'specialist', HEALTH)

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: ReturnType<typeof datasetNode>
  beforeAll(async () => {
    opened = await open()
    node = datasetNode(opened.engine)
    await withPeople(node, [steward, other, specialist])
    for (const [title, access] of [
      ['Dân số', 'open'],
      ['Hồ sơ', 'restricted'],
    ]) {
      const { slug: id } = await node.take('bang.csv', 'ma,so\n46,1166500\n48,1220910\n', { title, key: ['ma'], access })
      const given = { id, words: 'Niên giám ghi số khác.', contact: 'a@vidu.vn', secret: randomBytes(32).toString('base64url') }
      got(await node.call(figureReportAdd, node.at(access === 'restricted' ? OPERATOR : NOBODY), given))
    }
  })
  afterAll(async () => {
    await node.close()
    await opened.close()
  })

  /** What the second wall leaves of a query without a filter. */
  const told = (who: Who, of: 'figure_report' | 'figure_report_event') =>
    opened.engine.app.transaction().execute(async (db) => {
      await actAs(db, who)
      return (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(of)}`.execute(db)).rows[0]?.n
    })

  test('[DAT-100] reports of a dataset that no body provides are listed for every steward and told to each, with what he may not see left out', async () => {
    for (const who of [steward, other]) {
      const { items, waiting } = got(await node.call(figureReportList, node.at(who), {}))
      expect([waiting, items.map(({ dataset }) => dataset.slug)]).toEqual([1, ['dan-so']])
      expect(got(await node.call(figureReportGet, node.at(who), { id: items[0]?.id }))).toMatchObject({
        mayAnswer: true,
        contact: 'a@vidu.vn',
      })
      expect(got(await node.call(noticeList, node.at(who), {})).items).toMatchObject([{ kind: 'figure-reported', figureReport: { no: 1 } }])
    }
    expect(got(await node.call(noticeList, node.at(specialist), {})).items).toEqual([])
  })

  test('[DAT-100] the second wall: who is no steward reads none of them, nor answers one', async () => {
    const counts = (who: Who) => Promise.all([told(who, 'figure_report'), told(who, 'figure_report_event')])
    expect([await counts(other), await counts(specialist), await counts(NOBODY)]).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ])
    const forged = opened.engine.app.transaction().execute(async (db) => {
      await actAs(db, specialist, true)
      return (await sql`update figure_report set state = 'refused', answer = 'x', answered_by = 'x', answered_at = now()`.execute(db))
        .numAffectedRows
    })
    expect(await forged).toBe(0n)
  })

  test('[DAT-100] any steward answers, and the others no more wait for it', async () => {
    const id = got(await node.call(figureReportList, node.at(other), {})).items[0]?.id
    const answer = { id, outcome: 'refused', reason: 'Đúng với Niên giám.' }
    expect(got(await node.call(figureReportAnswer, node.at(other), answer))).toEqual({ no: 1, state: 'refused' })
    expect(got(await node.call(figureReportList, node.at(steward), {})).waiting).toBe(0)
  })
})
