import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import { noticeCount, noticeList, noticeMark } from '../../src/operations/notice/list-notices.ts'
import { engines, type Opened } from '../support/engines.ts'
import { codeOf, got } from '../support/entrance.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'
import { tester } from '../support/who.ts'

/** What the people of two departments and of the office are told, as work goes its way. */
const LETTER = `ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
Số: 77/UBND-TH
Đà Nẵng, ngày 09 tháng 3 năm 2026
Giao Sở Y tế chủ trì, phối hợp với Sở Xây dựng rà soát các trạm y tế, hoàn thành trước ngày 15/4/2026.`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let assigner: Who
  let health: Who
  let colleague: Who
  let building: Who
  let code = ''
  const told = async (who: Who, only: 'all' | 'unread' = 'unread') =>
    got(await office.call(noticeList, office.at(who), { only })).items.map((one) =>
      one.role === null ? one.kind : `${one.kind}:${one.role}`,
    )
  const count = async (who: Who) => got(await office.call(noticeCount, office.at(who), {})).unread
  const read = async (who: Who) => {
    const { newest } = got(await office.call(noticeList, office.at(who), {}))
    got(await office.call(noticeMark, office.at(who), { upTo: newest }))
  }

  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    assigner = await office.person('Trần Thị Phòng', 'tran.phong', 'office', OFFICE)
    health = await office.person('Lê Văn Y', 'le.y', 'specialist', HEALTH)
    colleague = await office.person('Phạm Thị Tế', 'pham.te', 'specialist', HEALTH)
    building = await office.person('Võ Văn Xây', 'vo.xay', 'specialist', BUILDING)
    const codes = await office.letter(assigner, LETTER)
    code = codes.get('Sở Y tế') ?? ''
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[NOT-1] work given out is told to the lead and to who helps, each as what he is in it, and not to who gave it', async () => {
    expect([await told(health), await told(colleague), await told(building), await told(assigner)]).toEqual([
      ['given:lead'],
      ['given:lead'],
      ['given:coordinator'],
      [],
    ])
    expect(await told(office.admin)).toEqual([])
    const [notice] = got(await office.call(noticeList, office.at(building), {})).items
    expect(notice).toMatchObject({ kind: 'given', on: '2026-03-10', at: null, organisation: 'Sở Xây dựng', unread: true, task: { code } })
  })

  test('[NOT-1] what was said is told to everybody it concerns but to who said it; what asks is told to the office', async () => {
    await office.act(health, 'acknowledge', code)
    await office.act(health, 'progress', code, { words: 'Đã rà soát 12 trạm.', percent: 40 })
    await office.act(building, 'part', code, { words: 'Đã kiểm tra kết cấu.' })
    await office.act(health, 'ask-extension', code, { words: 'Chờ kinh phí.', day: '2026-05-01' })
    expect([await told(health), await told(colleague), await told(building), await told(assigner)]).toEqual([
      ['part', 'given:lead'],
      ['extension-asked', 'part', 'progress', 'acknowledged', 'given:lead'],
      ['extension-asked', 'progress', 'acknowledged', 'given:coordinator'],
      ['extension-asked'],
    ])
    expect([await count(health), await count(colleague), await count(building), await count(assigner)]).toEqual([2, 5, 4, 1])
    const [asked] = got(await office.call(noticeList, office.at(assigner), {})).items
    expect(asked).toMatchObject({
      actor: { id: health.id, name: 'Lê Văn Y' },
      organisation: 'Sở Y tế',
      day: '2026-05-01',
      words: 'Chờ kinh phí.',
    })
  })

  test('[NOT-2] read up to what was shown: what came meanwhile stays unread, and another’s mark is his own', async () => {
    const shown = got(await office.call(noticeList, office.at(colleague), {}))
    await office.act(assigner, 'grant-extension', code)
    got(await office.call(noticeMark, office.at(colleague), { upTo: shown.newest }))
    expect([await told(colleague), await count(building)]).toEqual([['extension-granted'], 5])
    expect(await told(colleague, 'all')).toEqual(['extension-granted', 'extension-asked', 'part', 'progress', 'acknowledged', 'given:lead'])
    // an older mark, from a page left open, takes nothing back
    got(await office.call(noticeMark, office.at(colleague), { upTo: '0.0' }))
    expect(await count(colleague)).toBe(1)
  })

  test('[NOT-2] a mark made by hand reads nothing that has not come yet', async () => {
    got(await office.call(noticeMark, office.at(building), { upTo: '999999999999999999.999999999999999999' }))
    expect(await count(building)).toBe(0)
    await office.act(health, 'progress', code, { words: 'Đã rà soát 30 trạm.', percent: 60 })
    expect(await told(building)).toEqual(['progress'])
    for (const upTo of ['', 'x.y', '1', '-1.2', '1.2; drop table digest'])
      expect(codeOf(await office.call(noticeMark, office.at(building), { upTo }))).toBe('bad-value')
  })

  test('[NOT-2] pages by key give each notice once, in the order of the whole', async () => {
    const whole = await told(colleague, 'all')
    const pages: string[] = []
    for (let before: string | undefined, n = 0; n < 20; n += 1) {
      const page = got(await office.call(noticeList, office.at(colleague), { limit: 2, ...(before === undefined ? {} : { before }) }))
      pages.push(...page.items.map((one) => (one.role === null ? one.kind : `${one.kind}:${one.role}`)))
      if (page.next === null) break
      before = page.next
    }
    expect(pages).toEqual(whole)
    expect(whole).toHaveLength(7)
  })

  test('[NOT-1] who is entered later is not flooded with what was before him; a machine without accounts is told by name that it has no person', async () => {
    office.clock.at += 86_400_000
    const late = await office.person('Đỗ Thị Mới', 'do.moi', 'specialist', HEALTH)
    expect([await count(late), await told(late)]).toEqual([0, []])
    expect((await told(late, 'all')).length).toBe(7)
    await office.act(health, 'claim', code, { document: '7/BC-SYT' })
    expect([await told(late), await told(assigner)]).toEqual([['claimed'], ['claimed', 'extension-asked']])
    expect(codeOf(await office.call(noticeCount, office.at(tester), {}))).toBe('person-needed')
  })

  test('[NOT-3] a holiday decided later is told to the bodies whose day it moves, and to no one else', async () => {
    for (const who of [health, colleague, building, assigner]) await read(who)
    const codes = await office.letter(
      assigner,
      'Số: 78/UBND-TH\nĐà Nẵng, ngày 11 tháng 3 năm 2026\nGiao Sở Y tế rà soát kho thuốc trong vòng 10 ngày làm việc.',
    )
    await office.ask(office.admin, 'calendar.correct-day', { day: '2026-03-18', kind: 'closed', reason: 'nghỉ bù', basis: 'QĐ 9/QĐ-TTg' })
    const [first] = got(await office.call(noticeList, office.at(health), { only: 'unread' })).items
    expect(first).toMatchObject({ kind: 'recounted', task: { code: codes.get('Sở Y tế') } })
    expect([await told(building), await told(assigner)]).toEqual([[], []])
  })

  test('[NOT-1] whose duty ends is told no more', async () => {
    const { person } = await office.ask<{ person: { duties: { id: string; version: number }[] } }>(office.admin, 'person.get', {
      id: colleague.id,
    })
    expect(await count(colleague)).toBeGreaterThan(0)
    const [duty] = person.duties
    await office.ask(office.admin, 'duty.end', { id: duty?.id, version: duty?.version, basis: 'QĐ 2/QĐ-UBND' })
    office.clock.at += 86_400_000
    const { secret } = got(
      await office.entrance.signIn(
        { address: '10.0.0.7', secure: false, agent: 'x', origin: 'http://127.0.0.1:8080' },
        'pham.te',
        'mưa xuân Sơn Trà',
      ),
    )
    const now = await office.whoWith({ cookie: `phien=${secret}` })
    expect([now.duties, await count(now), await told(now, 'all')]).toEqual([[], 0, []])
  })
})
