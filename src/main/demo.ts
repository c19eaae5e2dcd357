import { ok, refuse } from '../base/result.ts'
import { contextAt } from '../doors/context.ts'
import type { Role } from '../kernel/access/role.ts'
import { SYSTEM } from '../kernel/access/who.ts'
import type { Store } from '../operations/store.ts'
import type { Doorkeeper } from '../store/open-store.ts'
import { SettingFault } from './settings.ts'

/** Somebody for each role, at bodies of the locality; every name says that it is a sample's. */
const people: readonly (readonly [string, readonly (readonly [Role, string])[]])[] = [
  ['Lê Văn An (mẫu)', [['leader', 'UBND thành phố']]],
  ['Trần Thị Bình (mẫu)', [['office', 'Văn phòng UBND thành phố']]],
  ['Phạm Thị Cúc (mẫu)', [['clerk', 'Văn phòng UBND thành phố']]],
  ['Hồ Văn Dũng (mẫu)', [['administrator', 'Văn phòng UBND thành phố']]],
  ['Đỗ Thị Giang (mẫu)', [['specialist', 'Sở Xây dựng']]],
  ['Võ Văn Hải (mẫu)', [['leader', 'Sở Xây dựng']]],
  ['Nguyễn Thị Kim (mẫu)', [['specialist', 'Sở Y tế']]],
  ['Ngô Thị Oanh (mẫu)', [['specialist', 'Sở Tài chính']]],
  ['Bùi Văn Lâm (mẫu)', [['steward', 'Sở Nông nghiệp và Môi trường']]],
  ['Đinh Văn Minh (mẫu)', [['duty-officer', 'Sở Nông nghiệp và Môi trường']]],
  ['Huỳnh Thị Ngân (mẫu)', [['auditor', 'Thanh tra thành phố']]],
]

const SAMPLE_DAYS = 120
export const DAY_MS = 24 * 3600 * 1000

/**
 * The people of `--demo`, added once. Never beside real accounts: who can be signed in as by a click must not stand where
 * people work.
 *
 * @throws SettingFault on a node with real accounts, or where the register knows no such bodies
 */
export async function addSamplePeople(store: Store & Doorkeeper, now: Date): Promise<void> {
  const there = await store.accountsThere()
  if (there === 'sample') return
  if (there === 'real')
    throw new SettingFault(
      'Nơi này đã có tài khoản thật nên không thêm người dùng mẫu. Dùng --demo với một thư mục dữ liệu khác.\nThis node has real accounts; sample people are not added. Use --demo with another data directory.',
    )
  // they have been here for as long as their work
  const context = contextAt(new Date(now.getTime() - SAMPLE_DAYS * DAY_MS), 'vi', SYSTEM)
  const added = await store.transaction(context, 'command', async (ports) => {
    const named = [...new Set(people.flatMap(([, duties]) => duties.map(([, body]) => body)))]
    const bodies = await ports.bodies.identify(named, context.today, null)
    for (const [name, duties] of people) {
      const id = crypto.randomUUID()
      await ports.people.add({ id, name, sample: true, login: null, email: null })
      for (const [role, body] of duties) {
        const organisation = bodies.get(body) ?? null
        if (organisation === null) return refuse({ code: 'not-found', data: { what: body } })
        await ports.people.giveDuty({
          person: id,
          role,
          organisation,
          from: context.today,
          to: null,
          deputyFor: null,
          basis: 'Người dùng mẫu',
        })
      }
      ports.history.record({ entity: 'person', id, verb: 'added', change: { sample: [null, true] } })
    }
    return ok(null)
  })
  if (!added.ok)
    throw new SettingFault(
      `Người dùng mẫu thuộc các cơ quan của thành phố Đà Nẵng; sổ đăng ký không có «${String(added.refusal.data?.['what'])}» của địa phương đã đặt. Bỏ --demo, hoặc bỏ --locality. / Sample people are of Đà Nẵng; leave out --demo or --locality.`,
    )
}
