import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Result } from '../../src/base/result.ts'
import type { Who } from '../../src/kernel/access/who.ts'
import { noticeList, noticeMark } from '../../src/operations/notice/list-notices.ts'
import { type AnyOperation, registry } from '../../src/operations/registry.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH, OFFICE, officeOver } from '../support/office.ts'

/** Two commands at once, of which the one that began first ends last. On PGlite there is one connection, and no two at once. */
const LETTER = `ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
Số: 79/UBND-TH
Đà Nẵng, ngày 09 tháng 3 năm 2026
1. Giao Sở Y tế chủ trì, phối hợp với Sở Xây dựng rà soát các trạm y tế, hoàn thành trước ngày 15/4/2026.
2. Giao Sở Công Thương chủ trì, phối hợp với Sở Xây dựng rà soát các chợ, hoàn thành trước ngày 15/4/2026.`

describe.each(engines.filter(({ name }) => name === 'postgres'))('$name', ({ open }) => {
  let opened: Opened
  let office: Awaited<ReturnType<typeof officeOver>>
  let assigner: Who
  let health: Who
  let trade: Who
  let building: Who
  let codes: ReadonlyMap<string, string>
  const told = async (only: 'all' | 'unread') => got(await office.call(noticeList, office.at(building), { only }))

  beforeAll(async () => {
    opened = await open()
    office = await officeOver(opened.engine)
    assigner = await office.person('Trần Thị Phòng', 'tran.phong', 'office', OFFICE)
    health = await office.person('Lê Văn Y', 'le.y', 'specialist', HEALTH)
    trade = await office.person('Bùi Văn Thương', 'bui.thuong', 'specialist', 'so-cong-thuong-da-nang-origin')
    building = await office.person('Võ Văn Xây', 'vo.xay', 'specialist', BUILDING)
    codes = await office.letter(assigner, LETTER)
  })
  afterAll(async () => {
    await opened.close()
  })

  /** An act of one person that is done, and not committed before it is let go. */
  async function held(who: Who, verb: string, code: string, said: object) {
    const { version } = got(await office.call(taskGet, office.at(who), { id: code }))
    const operation = registry.find((one) => one.name === `task.${verb}`) as AnyOperation
    const done = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const ended = storeOver(opened.engine, 'Đà Nẵng').transaction(office.at(who), 'command', async (ports) => {
      const answer = (await operation.run(ports as never, office.at(who), { id: code, version, ...said })) as Result<unknown, never>
      done.resolve()
      await go.promise
      return answer
    })
    await done.promise
    return async () => {
      go.resolve()
      got(await ended)
    }
  }
  const waits = async (): Promise<boolean> => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(opened.engine.app)
    return (rows[0]?.n ?? 0) > 0
  }
  /** Until the other act is committed, or waits for the one that is held. */
  async function endedOrWaiting(other: Promise<unknown>): Promise<void> {
    const ended = other.then(() => true)
    const notYet = (): Promise<boolean> => new Promise((go) => setImmediate(() => go(false)))
    for (let tried = 0; tried < 2_000; tried += 1) if ((await Promise.race([ended, notYet()])) || (await waits())) return
  }

  test('[NOT-9] what was said first and committed last is not passed over by whoever has read to the end meanwhile', async () => {
    const before = (await told('all')).items.length
    const letGo = await held(health, 'progress', codes.get('Sở Y tế') ?? '', { words: 'Đã rà soát 12 trạm.' })
    const other = office.act(trade, 'progress', codes.get('Sở Công Thương') ?? '', { words: 'Đã rà soát 3 chợ.' })
    await endedOrWaiting(other)
    const seen = await told('unread')
    got(await office.call(noticeMark, office.at(building), { upTo: seen.newest }))
    await letGo()
    await other
    const words = [...seen.items, ...(await told('unread')).items].flatMap((one) => (one.kind === 'progress' ? [one.words] : []))
    expect(words.toSorted()).toEqual(['Đã rà soát 12 trạm.', 'Đã rà soát 3 chợ.'])
    expect((await told('all')).items).toHaveLength(before + 2)
  })
})
