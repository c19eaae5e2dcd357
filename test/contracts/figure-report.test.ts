import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../../src/base/result.ts'
import { letterOf } from '../../src/doors/mail/letter.ts'
import { NOBODY, OPERATOR, SYSTEM, type Who } from '../../src/kernel/access/who.ts'
import { technicalRetire } from '../../src/operations/access/retire-technical.ts'
import { datasetDescribe } from '../../src/operations/dataset/describe-dataset.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { datasetRows } from '../../src/operations/dataset/rows/list-rows.ts'
import { figureReportAdd } from '../../src/operations/figure-report/add-figure-report.ts'
import { figureReportAnswer } from '../../src/operations/figure-report/answer-figure-report.ts'
import { figureReportFollow } from '../../src/operations/figure-report/follow-figure-report.ts'
import { figureReportGet, figureReportList } from '../../src/operations/figure-report/list-figure-reports.ts'
import { historyList } from '../../src/operations/history/list-history.ts'
import { historyVerify } from '../../src/operations/history/verify-history.ts'
import { composeDigest } from '../../src/operations/notice/compose-digest.ts'
import { noticeList, noticeMark } from '../../src/operations/notice/list-notices.ts'
import type { Context } from '../../src/operations/operation.ts'
import { actAs } from '../../src/store/open-store.ts'
import type { Tables } from '../../src/store/tables.ts'
import { datasetNode } from '../support/dataset-node.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH } from '../support/office.ts'
import { person, withPeople } from '../support/people.ts'

/** «Báo số liệu sai»: from a reader without an account to the version that corrects it, on both engines. */
const steward = person(1, 'steward', HEALTH)
const elsewhere = person(2, 'steward', BUILDING)
const reader = person(3, 'specialist', BUILDING)

const WORDS = 'Niên giám thống kê 2023 ghi 1.220.190 người, không phải 1.220.910.'
const secret = (): string => randomBytes(32).toString('base64url')

describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let node: ReturnType<typeof datasetNode>
  let dataset = ''
  beforeAll(async () => {
    opened = await open()
    node = datasetNode(opened.engine)
    await withPeople(node, [steward, elsewhere, reader])
    const file = 'ma,tinh,dan_so\n46,Huế,1166500\n48,Đà Nẵng,1220910\n'
    const made = await node.take('dan-so.csv', file, { title: 'Dân số', key: ['ma'], access: 'open', custodian: HEALTH })
    dataset = made.id
  })
  afterAll(async () => {
    await node.close()
    await opened.close()
  })

  const stranger = (from: string): Context => ({ ...node.at(NOBODY), from })
  const report = (context: Context, given: object = {}) =>
    node.call(figureReportAdd, context, { id: 'dan-so', words: WORDS, secret: secret(), ...given })
  const as = <T>(actor: Who, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
    opened.engine.app.transaction().execute(async (db) => {
      await actAs(db, actor)
      return work(db)
    })
  const rowsOf = async (actor: Who, table: string): Promise<number> =>
    as(actor, async (db) => (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)).rows[0]?.n ?? -1)

  const letterTo = async (who: Who): Promise<string> => {
    const at = node.at(who)
    const digest = got(await node.store.transaction(at, 'query', async (ports) => ok(await composeDigest(ports, at))))
    const to = { language: 'vi', name: '', today: at.today, locality: '', publicUrl: 'https://vidu.gov.vn' } as const
    return digest === null ? '' : letterOf(digest, to).text
  }

  const first = secret()
  test('[DAT-50] a stranger names a cell; what stood there is kept, and he reads the answer at an address of which only a sum is kept', async () => {
    const row = got(await node.call(datasetRows, node.at(NOBODY), { id: 'dan-so', filter: 'ma:eq:48' })).items[0]?.row
    const given = { secret: first, row, column: 'dan_so', rightValue: '1.220.190', contact: 'ban.doc@example.vn' }
    expect(got(await report(stranger('192.0.2.1'), given))).toEqual({ no: 1, secret: first })
    // a double click
    expect(got(await report(stranger('192.0.2.1'), given))).toEqual({ no: 1, secret: first })
    expect(got(await node.call(figureReportFollow, node.at(NOBODY), { secret: first }))).toEqual({
      no: 1,
      version: 1,
      row,
      column: 'dan_so',
      valueThen: '1220910',
      words: WORDS,
      rightValue: '1.220.190',
      madeAt: expect.stringContaining('2026-03-10'),
      state: 'open',
      answer: null,
      correctedBy: null,
      answeredAt: null,
      dataset: { slug: 'dan-so', title: 'Dân số', columnLabel: 'dan_so' },
    })
    const sums = await opened.engine.asOwner((owner) => owner.query('select secret_sha256 as s, person_id as p from figure_report'))
    expect(sums).toEqual([{ s: createHash('sha256').update(first).digest('hex'), p: null }])
  })

  test.each([
    ['a secret of none', () => node.call(figureReportFollow, node.at(NOBODY), { secret: secret() })],
    ['a dataset that is not there', () => report(stranger('192.0.2.9'), { id: 'khong-co' })],
    ['a version that is not there', () => report(stranger('192.0.2.9'), { version: 7 })],
  ])('[DAT-50] %s answers as what is not there', async (_, ask) => {
    expect(await ask()).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })

  test.each([
    ['a row', { row: '99' }, 'row'],
    ['a row that is no number', { row: '2 or 1=1' }, 'row'],
    ['a column', { column: 'khong_co' }, 'column'],
    ['too few words', { words: 'sai' }, 'words'],
    ['a secret that is guessed', { secret: 'abc' }, 'secret'],
  ])('[DAT-50] %s that is none is refused by name', async (_, given, name) => {
    expect(await report(stranger('192.0.2.10'), given)).toMatchObject({ ok: false, refusal: { code: 'bad-value', data: { name } } })
  })

  test.each(['1220910', '1.220.910', ' 1 220 910 ', '1.220.910,0'])('[PAG-46] of %j the cell says so already', async (rightValue) => {
    const row = got(await node.call(datasetRows, node.at(NOBODY), { id: 'dan-so', filter: 'ma:eq:48' })).items[0]?.row
    const told = await report(stranger('192.0.2.11'), { row, column: 'dan_so', rightValue })
    expect(told).toMatchObject({ ok: false, refusal: { code: 'bad-value', data: { name: 'rightValue' } } })
  })

  test('[DAT-51] from one address six an hour are taken; another address, and whoever is signed in, is not held up', async () => {
    const answers: unknown[] = []
    for (let i = 0; i < 8; i += 1) answers.push((await report(stranger('192.0.2.2'))).ok)
    expect(answers).toEqual([true, true, true, true, true, true, false, false])
    expect(await report(stranger('192.0.2.2'))).toMatchObject({ refusal: { code: 'too-many-sent' } })
    expect([(await report(stranger('192.0.2.3'))).ok, (await report({ ...node.at(reader), from: '192.0.2.2' })).ok]).toEqual([true, true])
    const later = { ...stranger('192.0.2.2'), now: '2026-03-10T03:00:00.000Z' }
    expect((await report(later)).ok).toBe(true)
  })

  test('[DAT-50] it is listed for who keeps the dataset; another’s steward has none of it, nor how anybody can be reached', async () => {
    const own = got(await node.call(figureReportList, node.at(steward), {}))
    expect([own.waiting, own.items.length, own.items.at(-1)]).toMatchObject([10, 10, { no: 1, state: 'open', words: WORDS, person: null }])
    expect(own.items.filter((one) => one.person !== null).map((one) => one.person?.name)).toEqual(['Người 3'])
    const pages: number[] = []
    let after: string | undefined
    do {
      const page = got(await node.call(figureReportList, node.at(steward), { limit: 4, ...(after === undefined ? {} : { after }) }))
      pages.push(...page.items.map((one) => one.no))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(pages.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const id = own.items.at(-1)?.id
    expect(got(await node.call(figureReportGet, node.at(steward), { id }))).toMatchObject({
      contact: 'ban.doc@example.vn',
      mayAnswer: true,
    })
    expect(got(await node.call(figureReportList, node.at(elsewhere), {}))).toMatchObject({ items: [], waiting: 0 })
    expect(await node.call(figureReportGet, node.at(elsewhere), { id })).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await node.call(figureReportList, node.at(reader), {})).toMatchObject({ refusal: { code: 'role-missing' } })
    // the second wall: a query without a filter
    expect([await rowsOf(NOBODY, 'figure_report'), await rowsOf(elsewhere, 'figure_report')]).toEqual([0, 0])
    expect([await rowsOf(reader, 'figure_report'), await rowsOf(steward, 'figure_report')]).toEqual([1, 10])
    const contacts = (actor: Who) =>
      as(actor, async (db) => (await sql`select value from personal_value where kind = 'contact'`.execute(db)).rows.length)
    expect([await contacts(NOBODY), await contacts(reader), await contacts(elsewhere), await contacts(steward)]).toEqual([0, 0, 0, 1])
  })

  test('[DAT-50] the second wall: nobody answers what he does not keep, speaks for another, or writes an answer of his own', async () => {
    const tried = (actor: Who, text: string) =>
      as(actor, async (db) => {
        await sql`select set_config('lienvung.change', gen_random_uuid()::text, true)`.execute(db)
        return (await sql.raw(text).execute(db)).numAffectedRows
      })
    const forged = (column: string, value: string): string =>
      `insert into figure_report (id, dataset_id, version, words, secret_sha256, made_at, ${column})
       values (gen_random_uuid(), '${dataset}', 1, 'x', 'x', now(), ${value})`
    await expect(tried(elsewhere, forged('person_id', `'${steward.id}'`))).rejects.toThrow(/row-level security/)
    await expect(tried(reader, forged('state, answer, answered_by, answered_at', "'refused', 'x', 'x', now()"))).rejects.toThrow(
      /row-level security/,
    )
    expect(await tried(elsewhere, "update figure_report set state = 'refused', answer = 'x', answered_by = 'x', answered_at = now()")).toBe(
      0n,
    )
    await expect(tried(steward, "update figure_report set words = 'khác'")).rejects.toThrow(/permission denied/)
  })

  test('[DAT-50] accepted, then corrected by a later version, which names the report; the reader reads why and where', async () => {
    const { items } = got(await node.call(figureReportList, node.at(steward), {}))
    const id = items.at(-1)?.id
    const answer = (given: object, who: Who = steward) => node.call(figureReportAnswer, node.at(who), { id, ...given })
    expect(await answer({ outcome: 'accepted', reason: 'Nhập nhầm hai chữ số.' }, elsewhere)).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(got(await answer({ outcome: 'accepted', reason: 'Nhập nhầm hai chữ số.' }))).toEqual({ no: 1, state: 'accepted' })
    expect(await answer({ outcome: 'corrected', reason: 'Đã chữa.', version: 1 })).toMatchObject({
      refusal: { code: 'figure-report-not-later' },
    })
    expect(await answer({ outcome: 'corrected', reason: 'Đã chữa.', version: 2 })).toMatchObject({ refusal: { code: 'not-found' } })
    await node.take('dan-so-2.csv', 'ma,tinh,dan_so\n46,Huế,1166500\n48,Đà Nẵng,1220190\n', { dataset })
    expect(await answer({ outcome: 'corrected', reason: 'Đã chữa.' })).toMatchObject({ refusal: { code: 'missing-parameter' } })
    expect(got(await answer({ outcome: 'corrected', reason: 'Đã chữa theo Niên giám.', version: 2 }))).toEqual({
      no: 1,
      state: 'corrected',
    })
    expect(await answer({ outcome: 'refused', reason: 'Không sai.' })).toMatchObject({ refusal: { code: 'figure-report-answered' } })
    expect(got(await node.call(figureReportFollow, node.at(NOBODY), { secret: first }))).toMatchObject({
      state: 'corrected',
      answer: 'Đã chữa theo Niên giám.',
      correctedBy: 2,
    })
    const read = got(await node.call(datasetGet, node.at(NOBODY), { id: 'dan-so' }))
    expect(read.versions.map(({ n, corrects }) => [n, corrects])).toEqual([
      [2, [1]],
      [1, []],
    ])
  })

  test('[DAT-50] refused with a reason is final; of two who answer at once the second is told', async () => {
    const { items } = got(await node.call(figureReportList, node.at(steward), {}))
    const given = { id: items.at(-1)?.id, outcome: 'refused', reason: 'Đúng như báo cáo của Cục Thống kê.' } as const
    const both = await Promise.all([
      node.call(figureReportAnswer, node.at(steward), given),
      node.call(figureReportAnswer, node.at(OPERATOR), given),
    ])
    expect(both.map((one) => (one.ok ? one.value.state : one.refusal.code)).toSorted()).toEqual(['figure-report-answered', 'refused'])
  })

  test('[NOT-10] who keeps the dataset is told of each report, who made one of the answer; another’s steward of nothing', async () => {
    const notices = async (who: Who, only: 'all' | 'unread' = 'unread') => got(await node.call(noticeList, node.at(who), { only }))
    const { items } = got(await node.call(figureReportList, node.at(steward), {}))
    const own = items.find(({ person: by }) => by?.id === reader.id)
    const reason = 'Số liệu đúng với Niên giám 2023.'
    got(await node.call(figureReportAnswer, node.at(steward), { id: own?.id, outcome: 'refused', reason }))
    const told = await notices(steward)
    expect([told.unread, told.items.map(({ kind }) => kind)]).toEqual([10, Array.from({ length: 10 }, () => 'figure-reported')])
    expect(told.items.find(({ figureReport }) => figureReport?.no === 1)).toEqual({
      id: expect.stringMatching(/^f\d+$/),
      kind: 'figure-reported',
      on: '2026-03-10',
      at: expect.stringContaining('2026-03-10'),
      actor: null,
      organisation: null,
      role: null,
      percent: null,
      words: WORDS,
      day: null,
      task: null,
      figureReport: { id: expect.any(String), no: 1, dataset: { slug: 'dan-so', title: 'Dân số' } },
      unread: true,
    })
    expect((await notices(reader)).items).toMatchObject([
      { kind: 'figure-refused', words: reason, actor: { id: steward.id }, figureReport: { no: own?.no } },
    ])
    expect(await notices(elsewhere, 'all')).toMatchObject({ items: [], unread: 0 })
    const paged = got(await node.call(noticeList, node.at(steward), { limit: 4 }))
    const rest = got(await node.call(noticeList, node.at(steward), { before: paged.next }))
    expect([...paged.items, ...rest.items].map(({ id }) => id)).toEqual(told.items.map(({ id }) => id))
    expect(await letterTo(steward)).toContain(`Phản ánh số ${own?.no}: Dân số\n  Có người báo số liệu sai, Người 3\n`)
    expect(await letterTo(reader)).toContain(`Phản ánh số ${own?.no}: Dân số\n  Trả lời phản ánh của tôi: giữ nguyên số liệu, Người 1\n`)
    // a mark of before there were words on figures leaves them unread
    got(await node.call(noticeMark, node.at(steward), { upTo: '7.7' }))
    expect((await notices(steward)).unread).toBe(10)
    got(await node.call(noticeMark, node.at(steward), { upTo: told.newest }))
    const later = got(await report(stranger('192.0.2.30'))).no
    expect((await notices(steward)).items.map(({ figureReport }) => figureReport?.no)).toEqual([later])
    got(await node.call(noticeMark, node.at(steward), { upTo: '0.0.999999' }))
    const last = got(await report(stranger('192.0.2.30'))).no
    expect((await notices(steward)).items.map(({ figureReport }) => figureReport?.no)).toEqual([last])
  })

  test('[DAT-50] report and answer stand in the history, without the reader’s words or how he is reached; the chain holds', async () => {
    const { items } = got(await node.call(historyList, node.at(steward), { entity: 'dataset', id: dataset, limit: 100 }))
    const told = items.filter(({ verb }) => verb.startsWith('figure-'))
    expect(told.map(({ verb }) => verb).toReversed()).toEqual([
      ...Array.from({ length: 10 }, () => 'figure-reported'),
      'figure-report-accepted',
      'figure-report-corrected',
      'figure-report-refused',
      'figure-report-refused',
      'figure-reported',
      'figure-reported',
    ])
    expect(told.at(-1)).toMatchObject({ actor: 'khách', change: { figureReport: 1, dataVersion: 1, column: 'dan_so' } })
    const kept = await opened.engine.asOwner((owner) =>
      owner.query(
        "select coalesce(before::text, '') || coalesce(after::text, '') as t from history_row union all select change::text from history",
      ),
    )
    const all = kept.map((row) => String(row['t'])).join('\n')
    expect([all.includes('Niên giám thống kê 2023'), all.includes('ban.doc'), all.includes(first)]).toEqual([false, false, false])
    expect(got(await node.call(historyVerify, node.at(OPERATOR), {})).ok).toBe(true)
  })

  test('[DAT-50] a dataset that was closed since is not named to who reports of it; he reads the answer all the same', async () => {
    const { version } = got(await node.call(datasetGet, node.at(steward), { id: dataset }))
    got(await node.call(datasetDescribe, node.at(steward), { id: dataset, version, access: 'internal' }))
    expect(got(await node.call(figureReportFollow, node.at(NOBODY), { secret: first }))).toMatchObject({
      answer: 'Đã chữa theo Niên giám.',
      dataset: null,
    })
    expect(await report(stranger('192.0.2.20'))).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('[ACC-15] how somebody can be reached goes ninety days after he was answered; the report stays, and the chain holds', async () => {
    await opened.engine.asOwner((owner) => owner.query("update figure_report set answered_at = now() - interval '91 days' where no = 1"))
    const gone = async (): Promise<unknown> => got(await node.call(technicalRetire, node.at(SYSTEM), {})).gone['contacts']
    // of no day that has not come: the clock of the database decides, not the test's
    const today = { ...node.at(SYSTEM), now: new Date().toISOString() }
    expect(got(await node.call(technicalRetire, today, {})).gone).toMatchObject({ contacts: 1 })
    expect(await gone()).toBe(0)
    const { items } = got(await node.call(figureReportList, node.at(steward), { only: 'all' }))
    expect(got(await node.call(figureReportGet, node.at(steward), { id: items.at(-1)?.id }))).toMatchObject({ no: 1, contact: null })
    expect(got(await node.call(historyVerify, node.at(OPERATOR), {})).ok).toBe(true)
  })
})
