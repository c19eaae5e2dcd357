import { Hono } from 'hono'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarDoor } from '../../src/doors/ical/calendar.ts'
import type { Who } from '../../src/kernel/access/who.ts'
import { calendarMake, calendarRevoke, mailGet } from '../../src/operations/notice/own-mail.ts'
import { engines, type Opened } from '../support/engines.ts'
import { codeOf, got, HERE } from '../support/entrance.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** A person's calendar of due days, read as a calendar program reads it. */
const LETTER = `ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
Số: 81/UBND-TH
Đà Nẵng, ngày 09 tháng 3 năm 2026
1. Giao Sở Y tế chủ trì, phối hợp với Sở Xây dựng rà soát các trạm y tế; sửa chữa, nâng cấp những trạm xuống cấp, hoàn thành trước ngày 15/4/2026.
2. Giao Sở Xây dựng chủ trì kiểm tra các chung cư cũ trước ngày 20/4/2026.
3. Giao Sở Công Thương thường xuyên kiểm tra các chợ.`

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let assigner: Who
  let health: Who
  let building: Who
  let codes: ReadonlyMap<string, string>
  let door: Hono
  let path = ''

  const ask = (at: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    Promise.resolve(door.request(`http://127.0.0.1${at}`, { headers }))
  const read = async (at: string) => {
    const text = await (await ask(at)).text()
    const calendar = new ICAL.Component(ICAL.parse(text))
    return {
      text,
      calendar,
      events: calendar.getAllSubcomponents('vevent').map((one) => {
        const event = new ICAL.Event(one)
        const day = event.startDate.toString()
        return {
          uid: event.uid,
          day,
          wholeDay: event.startDate.isDate,
          summary: event.summary,
          role: one.getFirstPropertyValue('categories'),
        }
      }),
    }
  }

  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    assigner = await office.person('Trần Thị Phòng', 'tran.phong', 'office', OFFICE)
    health = await office.person('Lê Văn Y', 'le.y', 'specialist', HEALTH)
    building = await office.person('Võ Văn Xây', 'vo.xay', 'specialist', BUILDING)
    codes = await office.letter(assigner, LETTER)
    door = calendarDoor({
      call: office.call,
      now: () => new Date(office.clock.at),
      reader: (secret, at) => office.store.calendarReader(secret, at),
      publicUrl: () => 'https://dieuhanh.vidu.gov.vn',
    }).route(
      '/',
      new Hono().all('*', (c) => c.text('there is none', 404)),
    )
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[NOT-7] the address is made once, and read by whoever has it; it holds the open work of his bodies that has a day, and no other', async () => {
    path = got(await office.call(calendarMake, office.at(building), {})).path
    const { calendar, events } = await read(path)
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Liên Vùng: thời hạn của tôi')
    expect(events.map(({ day, wholeDay, role }) => [day, wholeDay, role])).toEqual([
      ['2026-04-14', true, 'Phối hợp'],
      ['2026-04-19', true, 'Chủ trì'],
    ])
    expect(events.map((one) => one.summary.slice(0, 12))).toEqual([codes.get('Sở Y tế'), codes.get('Sở Xây dựng')])
    const own = got(await office.call(calendarMake, office.at(health), {})).path
    expect((await read(own)).events.map((one) => one.day)).toEqual(['2026-04-14'])
    const none = got(await office.call(calendarMake, office.at(office.admin), {})).path
    expect((await read(none)).events).toEqual([])
  })

  test('[NOT-8] what comes is a calendar, kept by nobody between, and lines end as they must', async () => {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-cache',
    ])
    const lines = (await answer.text()).split('\r\n')
    expect(lines.filter((line) => line.includes('\n') || new TextEncoder().encode(line).length > 75)).toEqual([])
    expect(lines.at(-1)).toBe('')
  })

  test('[NOT-8] asked again, nothing that did not change is sent; a day that moved is the same event with a higher count', async () => {
    const etag = (await ask(path)).headers.get('etag') ?? ''
    const again = await ask(path, { 'if-none-match': `"x", W/${etag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    const before = await read(path)
    const code = codes.get('Sở Y tế') ?? ''
    await office.act(health, 'acknowledge', code)
    await office.act(health, 'ask-extension', code, { words: 'Chờ kinh phí.', day: '2026-05-01' })
    await office.act(assigner, 'grant-extension', code)
    const after = await ask(path, { 'if-none-match': etag })
    expect(after.status).toBe(200)
    const moved = await read(path)
    expect(moved.events.map((one) => one.day)).toEqual(['2026-04-19', '2026-05-01'])
    expect(moved.events.map((one) => one.uid).toSorted()).toEqual(before.events.map((one) => one.uid).toSorted())
    const sequence = (text: string) => Math.max(...[...text.matchAll(/SEQUENCE:(\d+)/g)].map((match) => Number(match[1])))
    expect(sequence(moved.text)).toBeGreaterThan(sequence(before.text))
  })

  test('[NOT-8] a piece that a succession hands on is the same event with a higher count, and again when it is undone', async () => {
    const leader = await office.person('Phạm Thị Chủ', 'chu.tich', 'leader', 'ubnd-p48-origin')
    const ofHealth = async () => {
      const { text, events } = await read(path)
      const at = text.split('BEGIN:VEVENT').find((one) => one.includes('2026-05-01') || one.includes('20260501')) ?? ''
      return { sequence: Number(/SEQUENCE:(\d+)/.exec(at)?.[1]), uids: events.map((one) => one.uid).toSorted() }
    }
    const before = await ofHealth()
    const plan = await office.ask<{ id: string; version: number }>(leader, 'succession.plan', {
      name: 'Sở Y tế chia đôi',
      basis: '9/NQ-HĐND',
      day: '2026-03-10',
      parts: [
        {
          kind: 'split',
          from: [HEALTH],
          to: [
            { name: 'Sở Trạm y tế', scope: 'trạm y tế' },
            { name: 'Sở Dược', scope: 'các chức năng còn lại' },
          ],
        },
      ],
    })
    await office.ask(leader, 'succession.commit', { id: plan.id, version: plan.version })
    const handed = await ofHealth()
    await office.ask(leader, 'succession.undo', { id: plan.id, basis: '10/NQ-HĐND' })
    const back = await ofHealth()
    expect([handed.uids, back.uids]).toEqual([before.uids, before.uids])
    expect([handed.sequence, back.sequence]).toEqual([before.sequence + 1, before.sequence + 2])
  })

  test('[NOT-7] work that is done is in it no more', async () => {
    const code = codes.get('Sở Xây dựng') ?? ''
    await office.act(building, 'claim', code, { document: '12/BC-SXD' })
    await office.act(assigner, 'accept', code)
    expect((await read(path)).events.map((one) => one.day)).toEqual(['2026-05-01'])
  })

  test('[NOT-7] only a sum of the secret is kept; that it was read is said, to its owner alone', async () => {
    const rows = await opened.engine.asOwner((owner) => owner.query('select * from calendar_token'))
    expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(path.slice(6, 40))
    const now = new Date(office.clock.at).toISOString()
    const shown = got(await office.call(mailGet, office.at(building), {})).calendar
    expect(new Date(shown?.seenAt ?? '').toISOString()).toBe(now)
    expect(got(await office.call(mailGet, office.at(assigner), {})).calendar).toBeNull()
  })

  test('[NOT-7] a new address ends the one before; what is none, was revoked or is of one who is held is answered like any address', async () => {
    const old = path
    path = got(await office.call(calendarMake, office.at(building), {})).path
    const status = async (at: string) => {
      const answer = await ask(at)
      return answer.status === 200 ? 200 : `${answer.status} ${await answer.text()}`
    }
    const none = '404 there is none'
    expect([await status(old), await status(path)]).toEqual([none, 200])
    for (const at of [
      '/lich/',
      '/lich/x.ics',
      `/lich/${'A'.repeat(43)}.ics`,
      path.replace('.ics', ''),
      `${path}x`,
      '/lich/../../etc/passwd',
    ])
      expect([at, await status(at)]).toEqual([at, none])
    const { person } = await office.ask<{ person: { version: number } }>(office.admin, 'person.get', { id: building.id })
    await office.ask(office.admin, 'person.disable', { id: building.id, version: person.version })
    expect(await status(path)).toBe(none)
    await office.ask(office.admin, 'person.enable', { id: building.id, version: person.version + 1 })
    expect(await status(path)).toBe(200)
    const back = await office.whoWith({ cookie: `phien=${got(await office.entrance.signIn(HERE, 'vo.xay', 'mưa xuân Sơn Trà')).secret}` })
    got(await office.call(calendarRevoke, office.at(back), {}))
    expect(await status(path)).toBe(none)
    expect(codeOf(await office.call(calendarRevoke, office.at(back), {}))).toBe('not-found')
  })

  test('[NOT-7] a token of a program makes no address: what leaks must not make others', async () => {
    const { secret } = await office.ask<{ secret: string }>(health, 'token.make', { name: 'đồng bộ' })
    const program = await office.whoWith({ authorization: `Bearer ${secret}` })
    expect(codeOf(await office.call(calendarMake, office.at(program), {}))).toBe('session-needed')
    // and a secret of a calendar signs in nowhere
    const own = got(await office.call(calendarMake, office.at(health), {})).path.slice(6, -4)
    expect((await office.whoWith({ authorization: `Bearer ${own}` })).kind).toBe('nobody')
    expect((await office.whoWith({ cookie: `phien=${own}` })).kind).toBe('nobody')
  })
})
