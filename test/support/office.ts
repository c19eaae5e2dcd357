import type { Who } from '../../src/kernel/access/who.ts'
import { personAdd } from '../../src/operations/access/add-person.ts'
import { dutyGive } from '../../src/operations/access/give-duty.ts'
import { personResetLink } from '../../src/operations/access/make-reset-link.ts'
import { documentAssign } from '../../src/operations/document/assign-tasks.ts'
import { documentGet } from '../../src/operations/document/get-document.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { type AnyOperation, registry } from '../../src/operations/registry.ts'
import { taskConfirm } from '../../src/operations/task/confirm-task.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import type { Engine } from '../../src/store/engine/engine.ts'
import { entranceOver, got, HERE, secretIn } from './entrance.ts'

/** An office with people who have accounts, and letters given out to their bodies. The clock stands at 10/3/2026, 9 o'clock. */
const PASSWORD = 'mưa xuân Sơn Trà'
export const HEALTH = 'so-y-te-da-nang-origin'
export const BUILDING = 'so-xay-dung-da-nang-2025-03-01'
export const OFFICE = 'van-phong-ubnd-da-nang-origin'

export async function officeOver(engine: Engine) {
  const node = entranceOver(engine)
  const cookie = (secret: string): Promise<Who> => node.whoWith({ cookie: `phien=${secret}` })
  const first = secretIn(await node.entrance.firstLink())
  const admin = await cookie(
    got(await node.entrance.setUp(HERE, first, { name: 'Nguyễn Văn Quản', login: 'quan.tri', password: PASSWORD })).secret,
  )
  const at = (who: Who) => node.context(who)
  const ask = async <T>(who: Who, name: string, given: object = {}): Promise<T> => {
    const operation = registry.find((one) => one.name === name) as AnyOperation
    return got(await node.call(operation, at(who), given)) as T
  }
  return {
    ...node,
    admin,
    at,
    ask,
    /** Somebody new, signed in. */
    async person(name: string, login: string, role: string, organisation: string, email?: string): Promise<Who> {
      const { id } = got(await node.call(personAdd, at(admin), { name, login, ...(email === undefined ? {} : { email }) }))
      const link = got(await node.call(personResetLink, at(admin), { id }))
      got(await node.call(dutyGive, at(admin), { person: id, role, organisation, basis: 'QĐ 1/QĐ-UBND' }))
      return cookie(got(await node.entrance.setPassword(HERE, secretIn(link.path), PASSWORD)).secret)
    },
    /** Signed in anew: on another day the session of before has ended. */
    signIn: async (login: string): Promise<Who> => cookie(got(await node.entrance.signIn(HERE, login, PASSWORD)).secret),
    /** Receives a letter, confirms what it proposes, gives it out. @returns the codes, by lead */
    async letter(who: Who, text: string): Promise<ReadonlyMap<string, string>> {
      const { id } = got(await node.call(documentReceive, at(who), { text }))
      for (const task of got(await node.call(documentGet, at(who), { id })).tasks)
        got(await node.call(taskConfirm, at(who), { id: task.id, version: task.version }))
      return new Map(got(await node.call(documentAssign, at(who), { id })).assigned.map((one) => [one.lead, one.code]))
    },
    /** An act on the task as it stands. */
    async act(who: Who, verb: string, code: string, said: object = {}): Promise<unknown> {
      const { version } = got(await node.call(taskGet, at(who), { id: code }))
      return ask(who, `task.${verb}`, { id: code, version, ...said })
    },
  }
}
