import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { folderPost, forgetLetters } from '../../src/doors/mail/post.ts'
import type { Daily } from '../../src/jobs/daily.ts'
import type { Who } from '../../src/kernel/access/who.ts'
import { lettersOf } from '../../src/main/letters.ts'
import { forgetting } from '../../src/main/open.ts'
import { personGet } from '../../src/operations/access/get-person.ts'
import { personErase } from '../../src/operations/access/personal-data.ts'
import { calendarCorrectDay } from '../../src/operations/calendar/correct-day.ts'
import { noticeList, noticeMark } from '../../src/operations/notice/list-notices.ts'
import { mailChoose } from '../../src/operations/notice/own-mail.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** The daily letters of an office, through a real mail server on the loopback. */
const LETTER = `ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
Số: 91/UBND-TH
Đà Nẵng, ngày 09 tháng 3 năm 2026
1. Giao Sở Y tế chủ trì, phối hợp với Sở Xây dựng rà soát các trạm y tế <b>&"cũ"</b>, hoàn thành trước ngày 13/3/2026.
2. Giao Sở Xây dựng chủ trì kiểm tra các chung cư cũ trước ngày 20/10/2026.`
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

type Received = { readonly to: readonly string[]; readonly raw: string }

/** A mail server: what it was given, and how it answers next. */
async function mailServer() {
  const received: Received[] = []
  const answers = { refuse: false, hold: null as Promise<void> | null }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (answers.refuse) return done(Object.assign(new Error('full'), { responseCode: 452 }))
        received.push({ to: session.envelope.rcptTo.map((one) => one.address), raw: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { received, answers, url: `smtp://127.0.0.1:${address.port}`, close: () => new Promise<void>((done) => server.close(done)) }
}

/** The parts of a message, decoded. */
function partsOf(raw: string): { readonly head: string; readonly text: string; readonly html: string } {
  const [head = ''] = raw.split('\r\n\r\n')
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? ''
  const [text = '', html = ''] = raw
    .split(`--${boundary}`)
    .slice(1, 3)
    .map((part) => {
      const at = part.indexOf('\r\n\r\n')
      const body = part.slice(at + 4)
      return /base64/i.test(part.slice(0, at)) ? Buffer.from(body, 'base64').toString('utf8') : unquoted(body)
    })
  return { head: head.replaceAll(/\r\n[ \t]/g, ' '), text, html }
}
const unquoted = (text: string): string =>
  Buffer.from(
    text.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
const words = (encoded: string): string =>
  encoded
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, of: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(of, 'base64').toString('utf8') : unquoted(of.replaceAll('_', ' ')),
    )

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let server: Awaited<ReturnType<typeof mailServer>>
  let folder: string
  let assigner: Who
  let health: Who
  let building: Who
  let code = ''
  const started: { close: () => void }[] = []

  /** A node's letters, as after a start. */
  const node = (smtpUrl: string | null = server.url): Daily => {
    const letters = lettersOf(
      office.store,
      {
        data: folder,
        demo: false,
        locality: 'UBND thành phố Đà Nẵng',
        publicUrl: 'https://dieuhanh.vidu.gov.vn',
        mail: { smtpUrl, from: 'lienvung@vidu.gov.vn' },
      },
      () => new Date(office.clock.at),
    )
    started.push(letters)
    return letters.job
  }
  const run = (job: Daily): Promise<void> => job.work(new Date(office.clock.at + 7 * HOUR_MS).toISOString().slice(0, 10))
  const sentTo = (): readonly string[] => server.received.flatMap((one) => one.to).toSorted()
  const states = () =>
    opened.engine.asOwner((owner) => owner.query('select on_day, state, tries from digest order by on_day, state, tries'))

  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    folder = mkdtempSync(join(tmpdir(), 'lienvung-letters-'))
    assigner = await office.person('Trần Thị Phòng', 'tran.phong', 'office', OFFICE, 'phong@vidu.gov.vn')
    health = await office.person('Lê Văn Y', 'le.y', 'specialist', HEALTH, 'y@vidu.gov.vn')
    building = await office.person('Võ Văn Xây', 'vo.xay', 'specialist', BUILDING, 'xay@vidu.gov.vn')
    await office.person('Không Có Thư', 'khong.thu', 'specialist', HEALTH)
    code = (await office.letter(assigner, LETTER)).get('Sở Y tế') ?? ''
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    server = await mailServer()
  })
  afterEach(async () => {
    for (const one of started.splice(0)) one.close()
    await server.close()
  })

  test('[NOT-4] each is told of his own: what is due soon and what is new; who has nothing to be told, or no address, is sent nothing', async () => {
    await run(node())
    expect(sentTo()).toEqual(['xay@vidu.gov.vn', 'y@vidu.gov.vn'])
    const { head, text, html } = partsOf(server.received.find((one) => one.to[0] === 'y@vidu.gov.vn')?.raw ?? '')
    expect(words(/^Subject: (.*)$/m.exec(head)?.[1] ?? '')).toBe('Liên Vùng 10/03/2026: 1 việc sắp đến hạn, 1 tin mới')
    expect(head).toMatch(/^From: lienvung@vidu\.gov\.vn$/m)
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(head).toMatch(new RegExp(`^Message-ID: <2026-03-10\\.${health.id}@vidu\\.gov\\.vn>$`, 'm'))
    expect(text.replaceAll('\r\n', '\n')).toContain(`Kính gửi Lê Văn Y,

ĐẾN HẠN TRONG 7 NGÀY TỚI
- ${code} `)
    expect(text).toContain(
      `  hạn 12/03/2026\n  https://dieuhanh.vidu.gov.vn/lam-viec/nhiem-vu/${code}`.replaceAll('\n', text.includes('\r\n') ? '\r\n' : '\n'),
    )
    expect(text).toContain('Được giao chủ trì')
    expect(html).not.toContain('<b>')
    expect(html).toContain(`<a href="https://dieuhanh.vidu.gov.vn/lam-viec/nhiem-vu/${code}">`)
  })

  test('[NOT-5] once a day: not after a start anew, nor by another server, nor when asked again', async () => {
    const [one, two] = [node(), node()]
    await Promise.all([run(one), run(two)])
    await run(node())
    expect([sentTo(), one.done('2026-03-10'), one.done('2026-03-11')]).toEqual([[], true, false])
  })

  test('[NOT-5] several servers that begin at once send one letter each person', async () => {
    office.clock.at += DAY_MS
    await office.act(health, 'acknowledge', code)
    await Promise.all([run(node()), run(node()), run(node())])
    expect(sentTo()).toEqual(['xay@vidu.gov.vn', 'y@vidu.gov.vn'])
  })

  test('[NOT-4] what was told, or read meanwhile, is not told again; what asks is told to the office', async () => {
    office.clock.at += DAY_MS
    await office.act(health, 'progress', code, { words: 'Đã rà soát 12 trạm.', percent: 40 })
    await office.act(health, 'ask-extension', code, { words: 'Chờ kinh phí.', day: '2026-05-01' })
    const { newest } = got(await office.call(noticeList, office.at(building), {}))
    got(await office.call(noticeMark, office.at(building), { upTo: newest }))
    await run(node())
    expect(sentTo()).toEqual(['phong@vidu.gov.vn', 'xay@vidu.gov.vn', 'y@vidu.gov.vn'])
    const text = (to: string): string => partsOf(server.received.find((one) => one.to[0] === to)?.raw ?? '').text
    expect(text('phong@vidu.gov.vn')).toContain('Xin gia hạn, đến ngày 01/05/2026, Lê Văn Y, Sở Y tế')
    expect(text('xay@vidu.gov.vn')).not.toContain('TIN MỚI')
    expect(text('y@vidu.gov.vn')).not.toContain('TIN MỚI')
  })

  test('[NOT-5] a letter that did not leave is tried again an hour later, and no sooner, and comes once', async () => {
    office.clock.at += DAY_MS
    server.answers.refuse = true
    const job = node()
    await expect(run(job)).rejects.toThrow('did not leave')
    expect([job.done('2026-03-13'), await states()]).toMatchObject([
      false,
      expect.arrayContaining([{ on_day: '2026-03-13', state: 'failed', tries: 1 }]),
    ])
    server.answers.refuse = false
    office.clock.at += HOUR_MS / 2
    // started anew within the hour: still to be done
    await expect(run(node())).rejects.toThrow('2 letters did not leave')
    expect(sentTo()).toEqual([])
    office.clock.at += HOUR_MS / 2
    await run(job)
    expect([sentTo(), job.done('2026-03-13')]).toEqual([['xay@vidu.gov.vn', 'y@vidu.gov.vn'], true])
    const { text } = partsOf(server.received.find((one) => one.to[0] === 'y@vidu.gov.vn')?.raw ?? '')
    expect(text).toMatch(/QUÁ HẠN\s+- /)
    expect(text).toContain('hạn 12/03/2026, quá 1 ngày')
  })

  test('[NOT-5] a fall after a letter was taken sends none again that day; the next tells what it held', async () => {
    office.clock.at += 3 * DAY_MS
    const day = '2026-03-16'
    await office.act(assigner, 'grant-extension', code)
    await opened.engine.asOwner((owner) => owner.query("insert into digest select $1, $2, 'taken', 0, 0, 1, now()", [health.id, day]))
    await run(node())
    expect(sentTo()).toEqual(['xay@vidu.gov.vn'])
    office.clock.at += DAY_MS
    await run(node())
    const { text } = partsOf(server.received.find((one) => one.to[0] === 'y@vidu.gov.vn')?.raw ?? '')
    expect(text).toContain('Cho gia hạn, đến ngày 01/05/2026')
  })

  test('[NOT-4] on a day that is none of work nobody is written to: Saturday, a holiday', async () => {
    office.clock.at = Date.parse('2026-03-21T01:00:00Z')
    await office.act(health, 'progress', code, { words: 'Thứ Bảy.', percent: 50 })
    await run(node())
    office.clock.at = Date.parse('2026-03-23T01:00:00Z')
    got(
      await office.call(calendarCorrectDay, office.at(office.admin), {
        day: '2026-03-23',
        kind: 'closed',
        reason: 'nghỉ bù',
        basis: 'QĐ 9/QĐ-TTg',
      }),
    )
    await run(node())
    expect(sentTo()).toEqual([])
  })

  test('[NOT-6] who does not want it is sent none; who chose in English is told in English', async () => {
    office.clock.at = Date.parse('2026-03-24T01:00:00Z')
    await office.act(health, 'progress', code, { words: 'Thứ Ba.', percent: 60 })
    got(await office.call(mailChoose, office.at(health), { digest: false }))
    got(await office.call(mailChoose, { ...office.at(building), language: 'en' }, { digest: true }))
    await run(node())
    expect(sentTo()).toEqual(['xay@vidu.gov.vn'])
    const { head, text } = partsOf(server.received[0]?.raw ?? '')
    expect(words(/^Subject: (.*)$/m.exec(head)?.[1] ?? '')).toBe('Liên Vùng 24 Mar 2026: 2 new')
    expect(text).toContain('Progress, 60%, Lê Văn Y, Sở Y tế')
  })

  test('[NOT-6] without a mail server a letter is a file that a person can open, and nobody else of the machine', async () => {
    office.clock.at = Date.parse('2026-03-25T01:00:00Z')
    await office.act(health, 'progress', code, { words: 'Thứ Tư.', percent: 70 })
    await run(node(null))
    expect(readdirSync(join(folder, 'mail'))).toEqual([`2026-03-25.${building.id}.eml`])
    const raw = readFileSync(join(folder, 'mail', `2026-03-25.${building.id}.eml`), 'utf8')
    expect(raw).toMatch(/^To: xay@vidu\.gov\.vn\r$/m)
    expect(partsOf(raw).text).toContain('Progress, 70%')
  })

  test('[ACC-14] letters that lie in the folder go with whoever is erased, and those of others after thirty days', async () => {
    const lying = () => readdirSync(join(folder, 'mail')).toSorted()
    const gone = await office.person('Ngô Thị Đi', 'ngo.di', 'specialist', BUILDING, 'di@vidu.gov.vn')
    office.clock.at = Date.parse('2026-03-25T03:00:00Z')
    await office.act(health, 'progress', code, { words: 'Chiều thứ Tư.', percent: 75 })
    await run(node(null))
    expect(lying()).toEqual([`2026-03-25.${building.id}.eml`, `2026-03-25.${gone.id}.eml`].toSorted())
    const call = forgetting(office.call, join(folder, 'mail'))
    const { person } = got(await office.call(personGet, office.at(office.admin), { id: gone.id }))
    const { version } = person
    // refused: nothing goes
    expect(await call(personErase, office.at(health), { id: gone.id, version, basis: 'QĐ 5/QĐ-UBND' })).toMatchObject({ ok: false })
    expect(lying()).toHaveLength(2)
    const admin = await office.signIn('quan.tri')
    got(await call(personErase, office.at(admin), { id: gone.id, version, basis: 'QĐ 5/QĐ-UBND' }))
    expect(lying()).toEqual([`2026-03-25.${building.id}.eml`])
    expect(await forgetLetters(join(folder, 'không có'), gone.id)).toBe(0)
    // thirty days are counted from when the file was written
    const old = new Date(office.clock.at - 31 * DAY_MS)
    utimesSync(join(folder, 'mail', `2026-03-25.${building.id}.eml`), old, old)
    const post = folderPost(join(folder, 'mail'), 'lienvung@vidu.gov.vn', () => new Date(office.clock.at))
    await post.send('khac@vidu.gov.vn', { subject: 'Thư', text: 'Thư', html: 'Thư' }, '2026-03-25.khac')
    expect(lying()).toEqual(['2026-03-25.khac.eml'])
  })

  test('[NOT-6] an address entered as a list, or with a line of its own, goes to no second person', async () => {
    office.clock.at = Date.parse('2026-03-26T01:00:00Z')
    const odd = await office.person('Kẻ Gian', 'ke.gian', 'specialist', BUILDING, 'a@vidu.gov.vn')
    await opened.engine.asOwner((owner) =>
      owner.query("update personal_value set value = $1 where person_id = $2 and kind = 'email'", [
        'a@vidu.gov.vn>, b@evil.example\r\nBcc: c@evil.example',
        odd.id,
      ]),
    )
    await office.act(health, 'progress', code, { words: 'Thứ Năm.', percent: 80 })
    await expect(run(node())).rejects.toThrow('1 letters did not leave')
    expect(sentTo().filter((one) => one.includes('evil'))).toEqual([])
    expect(sentTo()).toContain('xay@vidu.gov.vn')
  })
})
