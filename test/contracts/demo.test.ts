import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../src/kernel/access/role.ts'
import { NOBODY, OPERATOR } from '../../src/kernel/access/who.ts'
import { addSamplePeople } from '../../src/main/demo.ts'
import { personAdd } from '../../src/operations/access/add-person.ts'
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
})
