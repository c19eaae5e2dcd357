import type { Attempts } from '../../base/attempts.ts'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { foldLogin } from '../../kernel/access/login.ts'
import { isWeak } from '../../kernel/access/password.ts'
import { login as loginValue, personName } from '../../operations/access/login-values.ts'
import type { Context } from '../../operations/operation.ts'
import type { Ports } from '../../operations/ports.ts'
import type { Store } from '../../operations/store.ts'
import { SESSION_S } from './cookies.ts'
import type { Entrance, From, Opened } from './identity.ts'
import type { Passwords } from './passwords.ts'

/** What the entrance needs of the node. Time and waiting are passed in. */
export interface LocalDeps {
  readonly store: Store
  /** As the node itself: whoever asks is nobody yet. */
  readonly asNode: () => Context
  readonly passwords: Passwords
  readonly attempts: Attempts
  /** Milliseconds. */
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** The body the first administrator serves. */
  readonly ownBody: (ports: Ports, context: Context) => Promise<string>
}

export const WINDOW_MS = 15 * 60_000
/** An office shares one address; a person mistypes a few times. */
const PER_ADDRESS = 30
const PER_ACCOUNT = 8
/** No refusal comes sooner, so that none tells more than another. */
const REFUSAL_MS = 400
const LONGEST = 1000

type Local = Pick<Entrance, 'signIn' | 'signOut' | 'link' | 'setUp' | 'setPassword' | 'changePassword'>

const REFUSED: Refusal = { code: 'sign-in-refused', data: { minutes: WINDOW_MS / 60_000 } }

/** Signing in by login and password, and the one-time links that set one. [ACC-8] */
export function localIdentity(deps: LocalDeps): Local {
  const asNode = <T>(kind: 'query' | 'command', work: (ports: Ports, context: Context) => Promise<Result<T, Refusal>>) => {
    const context = deps.asNode()
    return deps.store.transaction(context, kind, (ports) => work(ports, context))
  }
  const note = (from: From, kind: 'refused' | 'limited', person: string | null): Promise<Result<null, Refusal>> =>
    asNode('command', async (ports) => {
      await ports.entrance.note({ kind, person, actor: null, address: from.address })
      return ok(null)
    })

  async function tried(from: From, login: string, password: string): Promise<Result<Opened, Refusal>> {
    if (login.length > LONGEST || password.length > LONGEST) return refuse(REFUSED)
    // the limits come first: what is over them costs neither a hash nor a row
    const [address, account] = [`a ${from.address ?? ''}`, `l ${foldLogin(login).slice(0, 80)}`]
    // an address that is over its limit counts for nothing more: it neither locks accounts nor pushes counters out
    const ofAddress = deps.attempts.count(address, PER_ADDRESS)
    const limits = ofAddress === 'free' ? [ofAddress, deps.attempts.count(account, PER_ACCOUNT)] : [ofAddress]
    if (limits.includes('at-limit')) await note(from, 'limited', null)
    if (limits.some((one) => one !== 'free')) return refuse(REFUSED)
    const found = await asNode('query', async (ports) => {
      const person = await ports.people.byLogin(login)
      if (person === null) return ok(null)
      const held = await ports.people.get(person)
      return ok({ person, open: held !== null && !held.disabled && !held.sample, sum: await ports.entrance.password(person) })
    })
    const known = found.ok ? found.value : null
    const right = await deps.passwords.matches(known?.sum ?? null, password)
    if (known === null || !known.open || right !== true) {
      await note(from, right === null ? 'limited' : 'refused', known?.person ?? null)
      return refuse(REFUSED)
    }
    deps.attempts.forget(account)
    deps.attempts.takeBack(address)
    return asNode('command', (ports, context) => open(ports, context, from, known.person))
  }

  return {
    async signIn(from, login, password) {
      const started = deps.now()
      const answer = await tried(from, login, password)
      if (!answer.ok) await deps.sleep(Math.max(0, started + REFUSAL_MS - deps.now()))
      return answer
    },
    async signOut(from, secret) {
      if (secret === null) return
      await asNode('command', async (ports) => {
        const person = await ports.entrance.closeSession(secret)
        if (person !== null) await ports.entrance.note({ kind: 'signed-out', person, actor: null, address: from.address })
        return ok(null)
      })
    },
    async link(secret) {
      const found = await asNode('query', async (ports) => {
        const link = await ports.entrance.link(secret)
        const person = link?.person == null ? null : await ports.people.get(link.person)
        return ok(link === null ? null : { kind: link.kind, name: person?.name ?? null })
      })
      return found.ok ? found.value : null
    },
    async setUp(from, link, given) {
      const name = personName.safeParse(given.name)
      const login = loginValue.safeParse(given.login)
      if (!name.success) return refuse({ code: 'name-unusable' })
      if (!login.success) return refuse({ code: 'login-unusable' })
      if (given.password.length > LONGEST || isWeak(given.password, login.data)) return refuse({ code: 'password-weak' })
      const sum = await deps.passwords.sum(given.password)
      return asNode('command', async (ports, context) => {
        const held = await ports.entrance.link(link)
        if (held?.kind !== 'first' || (await ports.people.all()).length > 0 || !(await ports.entrance.spendLink(link)))
          return refuse({ code: 'link-spent' })
        if ((await ports.people.byLogin(login.data)) !== null) return refuse({ code: 'login-taken' })
        const body = await deps.ownBody(ports, context)
        const person = { id: crypto.randomUUID(), name: name.data, sample: false, login: login.data, email: null }
        await ports.people.add(person)
        await ports.entrance.setPassword(person.id, sum)
        await ports.people.giveDuty({
          person: person.id,
          role: 'administrator',
          organisation: body,
          from: context.today,
          to: null,
          deputyFor: null,
          basis: 'Thiết lập ban đầu',
        })
        ports.history.record({ entity: 'person', id: person.id, verb: 'first-administrator', change: { dutyBody: [null, body] } })
        return open(ports, context, from, person.id)
      })
    },
    async setPassword(from, link, password) {
      const found = await asNode('query', async (ports) => {
        const held = await ports.entrance.link(link)
        return ok(held?.person == null ? null : { person: held.person, login: (await ports.people.account(held.person))?.login ?? null })
      })
      if (!found.ok || found.value === null) return refuse({ code: 'link-spent' })
      const { person, login } = found.value
      if (password.length > LONGEST || isWeak(password, login)) return refuse({ code: 'password-weak' })
      const sum = await deps.passwords.sum(password)
      return asNode('command', async (ports, context) => {
        if ((await ports.people.get(person))?.disabled !== false || !(await ports.entrance.spendLink(link)))
          return refuse({ code: 'link-spent' })
        await ports.entrance.setPassword(person, sum)
        await ports.entrance.endSessions(person, {})
        await ports.entrance.note({ kind: 'password-set', person, actor: null, address: from.address })
        return open(ports, context, from, person)
      })
    },
    async changePassword(from, who, old, password) {
      if (who.kind !== 'person') return refuse({ code: 'person-needed' })
      if (who.session === undefined) return refuse({ code: 'session-needed' })
      const limit = deps.attempts.count(`c ${who.id}`, PER_ACCOUNT)
      const held = await asNode('query', async (ports) =>
        ok({ sum: await ports.entrance.password(who.id), login: (await ports.people.account(who.id))?.login ?? null }),
      )
      if (!held.ok) return held
      const right = limit === 'free' && old.length <= LONGEST && (await deps.passwords.matches(held.value.sum, old)) === true
      if (!right) {
        await note(from, 'refused', who.id)
        return refuse({ code: 'password-wrong' })
      }
      if (password.length > LONGEST || isWeak(password, held.value.login)) return refuse({ code: 'password-weak' })
      const sum = await deps.passwords.sum(password)
      return asNode('command', async (ports) => {
        await ports.entrance.setPassword(who.id, sum)
        await ports.entrance.endSessions(who.id, who.session === undefined ? {} : { except: who.session })
        await ports.entrance.note({ kind: 'password-set', person: who.id, actor: null, address: from.address })
        return ok(null)
      })
    },
  }
}

/** Opens a session for somebody whose word was good. */
export async function open(ports: Ports, context: Context, from: From, person: string): Promise<Result<Opened, Refusal>> {
  const expiresAt = new Date(Date.parse(context.now) + SESSION_S * 1000).toISOString()
  const secret = await ports.entrance.openSession(person, from.agent, expiresAt)
  await ports.entrance.note({ kind: 'signed-in', person, actor: null, address: from.address })
  return ok({ secret })
}
