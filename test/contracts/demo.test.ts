import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../src/kernel/access/role.ts'
import { NOBODY, OPERATOR } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { addSamplePeople } from '../../src/main/demo.ts'
import { addSampleWork, letterOn } from '../../src/main/demo-work.ts'
import { personAdd } from '../../src/operations/access/add-person.ts'
import { boardShow } from '../../src/operations/board/show-board.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { engines, type Opened } from '../support/engines.ts'
import { codeOf, entranceOver, got, HERE, secretIn } from '../support/entrance.ts'

/** The people of `--demo`: somebody for each role, and never beside real accounts. */
describe.each(engines)('$name', ({ open }) => {
  let opened: Opened
  let show: ReturnType<typeof entranceOver>
  beforeAll(async () => {
    opened = await open()
    show = entranceOver(opened.engine, { demo: true })
    await addSamplePeople(show.store, new Date(show.clock.at))
    await addSamplePeople(show.store, new Date(show.clock.at))
  })
  afterAll(async () => {
    await opened.close()
  })

  test('[ACC-1] there is somebody for each role, added once, and every name says what it is', async () => {
    const people = await show.entrance.samples()
    expect(new Set(people.map((one) => one.role))).toEqual(new Set(roles))
    expect(people.filter((one) => !one.name.endsWith('(mẫu)') || one.body === '')).toEqual([])
    expect(new Set(people.map((one) => one.name)).size).toBe(people.length)
  })

  test('[ACC-1] whoever comes chooses one of them, and is nobody until he does', async () => {
    expect(await show.whoWith()).toEqual(NOBODY)
    const [first] = await show.entrance.samples()
    const { secret } = got(await show.entrance.signInAsSample(HERE, first?.id ?? ''))
    const cookie = { cookie: `phien=${secret}` }
    expect(await show.whoWith(cookie)).toMatchObject({ kind: 'person', name: first?.name })
    // without --demo the same session is worth nothing
    expect(await entranceOver(opened.engine).whoWith(cookie)).toEqual(OPERATOR)
    expect(codeOf(await show.entrance.signInAsSample(HERE, 'khong-co'))).toBe('not-found')
  })

  test('[ACC-1] real people are not added to it, and no link makes an administrator of it', async () => {
    expect(codeOf(await show.call(personAdd, show.context(OPERATOR), { name: 'Người Thật', login: 'that' }))).toBe('sample-node')
    expect([await show.entrance.firstLink(), await entranceOver(opened.engine).entrance.firstLink()]).toEqual([null, null])
  })

  test('[ACC-1] a node with real accounts takes no sample people, and signs nobody in by a click', async () => {
    const other = await open()
    const real = entranceOver(other.engine)
    const given = { name: 'Nguyễn Văn Quản', login: 'quan.tri', password: 'mưa xuân Sơn Trà' }
    got(await real.entrance.setUp(HERE, secretIn(await real.entrance.firstLink()), given))
    await expect(addSamplePeople(real.store, new Date(real.clock.at))).rejects.toThrow(/tài khoản thật/)
    expect([await real.entrance.samples(), codeOf(await real.entrance.signInAsSample(HERE, 'x'))]).toEqual([[], 'not-found'])
    await other.close()
  })

  test.each(['2026-03-10', '2028-02-29', '2027-02-08'])(
    '[PAG-10] sample work begun on %s is late, waits and is done as the letter says, is marked, and its past has no work of today',
    async (day) => {
      const other = await open()
      const node = entranceOver(other.engine, { demo: true })
      const now = new Date(`${day}T02:00:00.000Z`)
      node.clock.at = now.getTime()
      await addSamplePeople(node.store, now)
      await addSampleWork(node, 'Đà Nẵng', now)
      const board = got(await node.call(boardShow, node.context(OPERATOR), {}))
      expect(board.tally).toMatchObject({ 'done-on-time': 1, 'done-late': 1, 'due-soon': 3 })
      expect(board.tally.overdue).toBeGreaterThanOrEqual(4)
      expect(board.waiting.total).toBe(3)
      const { items } = got(await node.call(taskList, node.context(OPERATOR), { limit: 50 }))
      expect([items.length, items.every((one) => one.sample)]).toEqual([12, true])
      const before = new Date(now.getTime() - 99 * 24 * 3600 * 1000).toISOString().slice(0, 10)
      expect(got(await node.call(boardShow, node.context(OPERATOR), { on: before })).total).toBe(0)
      await other.close()
    },
  )

  test('[PAG-10] the sample letter says so in its first line, and each of its days is a day', () => {
    const letter = letterOn(day('2028-02-29'))
    expect(letter.startsWith('VĂN BẢN MẪU')).toBe(true)
    expect(letter).not.toMatch(/[{}]/)
    expect(letter).toContain('ngày 21 tháng 11 năm 2027')
  })
})
