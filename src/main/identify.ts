import { attempts } from '../base/attempts.ts'
import type { Refusal } from '../base/refusals.ts'
import { ok, type Result, refuse } from '../base/result.ts'
import { contextAt, type WhoOf } from '../doors/context.ts'
import { LOOPBACK } from '../doors/guard.ts'
import { sessionOf } from '../doors/sign-in/cookies.ts'
import { isSecure } from '../doors/sign-in/from.ts'
import type { Entrance, SamplePerson } from '../doors/sign-in/identity.ts'
import { localIdentity, open, WINDOW_MS } from '../doors/sign-in/local.ts'
import { passwords } from '../doors/sign-in/passwords.ts'
import { provider } from '../doors/sign-in/provider.ts'
import { isCentral } from '../kernel/access/central.ts'
import { NOBODY, OPERATOR, SYSTEM, type Who } from '../kernel/access/who.ts'
import { LINK_MS } from '../operations/access/make-reset-link.ts'
import type { Context } from '../operations/operation.ts'
import type { Ports } from '../operations/ports.ts'
import type { Store } from '../operations/store.ts'
import type { Doorkeeper } from '../store/open-store.ts'
import { homeOf, type Settings } from './settings.ts'

type Set = Pick<Settings, 'host' | 'hosts' | 'proxy' | 'demo' | 'locality' | 'provider'>

/** Somebody of the node, and what it is to be asked at start. */
export interface Identified extends Entrance {
  readonly whoOf: WhoOf
  /** The path of a one-time link that makes the first administrator; null: there are accounts, or the node is for show. */
  firstLink(): Promise<string | null>
}

/** At most so many logins and addresses are counted; a megabyte or two. */
const COUNTED = 20_000

/**
 * Who asks. While nobody has an account, whoever sits at the machine is its operator: only over loopback, under a name of
 * loopback, and not through a proxy, which makes the whole world look like this machine. From the first account on, who
 * brings no session and no token is nobody. [ACC-1]
 */
export function identify(
  store: Store & Doorkeeper,
  settings: Set,
  clock: { readonly now: () => Date; readonly sleep: (ms: number) => Promise<void> },
  report: (error: unknown) => void,
): Identified {
  const asNode = (): Context => contextAt(clock.now(), 'vi', SYSTEM)
  const home = homeOf(settings.locality)
  let real = false
  const asksForAccounts = async (): Promise<boolean> => {
    if (real || settings.demo) return true
    real = (await store.accountsThere()) === 'real'
    return real
  }
  const local = localIdentity({
    store,
    asNode,
    passwords: passwords(),
    attempts: attempts(() => clock.now().getTime(), WINDOW_MS, COUNTED),
    now: () => clock.now().getTime(),
    sleep: clock.sleep,
    ownBody: (ports, { today }) => ownBody(ports, today, home),
  })
  const held = async (request: Request): Promise<Who | null> => {
    const bearer = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1]
    const secret = bearer ?? sessionOf(request, isSecure(request, settings.proxy))
    if (secret === null) return null
    const found = await store.whoOf(bearer === undefined ? 'session' : 'token', secret, asNode())
    return found === null || (found.sample && !settings.demo) ? null : found.who
  }
  return {
    ...local,
    proxy: settings.proxy,
    asksForAccounts,
    async whoOf(request) {
      const who = await held(request)
      if (who !== null) return who
      const sitsHere = !request.headers.has('authorization') && isHere(request, settings)
      return sitsHere && !(await asksForAccounts()) ? OPERATOR : NOBODY
    },
    samples: () => (settings.demo ? samples(store, asNode()) : Promise.resolve([])),
    async signInAsSample(from, person) {
      const context = asNode()
      if (!settings.demo) return refuse({ code: 'not-found', data: { what: 'người' } })
      return store.transaction(context, 'command', async (ports) =>
        (await ports.people.get(person))?.sample === true
          ? open(ports, context, from, person)
          : refuse({ code: 'not-found', data: { what: 'người' } }),
      )
    },
    provider: settings.provider === null ? null : provider({ ...settings.provider, store, asNode, report }),
    async firstLink() {
      // a node for trying out stays one
      if (settings.demo || (await store.accountsThere()) !== 'none') return null
      const made = await store.transaction(asNode(), 'command', (ports) => firstLink(ports, clock.now()))
      return made.ok ? `/thiet-lap?ma=${made.value}` : null
    },
  }
}

/** Headers that only something between us and the reader writes. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

const isHere = (request: Request, { host, hosts, proxy }: Set): boolean =>
  isLoopback(host) &&
  !proxy &&
  hosts.length === 0 &&
  LOOPBACK.has((request.headers.get('host') ?? '').toLowerCase().replace(/:\d+$/, '')) &&
  !FORWARDED.some((name) => request.headers.has(name))

const isLoopback = (host: string): boolean => LOOPBACK.has(host) || host === '::1'

async function firstLink(ports: Ports, now: Date): Promise<Result<string, Refusal>> {
  return ok(await ports.entrance.makeLink(null, new Date(now.getTime() + LINK_MS).toISOString()))
}

/** The locality's committee; where the register has no such province, a word for it, so that somebody can keep accounts. */
async function ownBody(ports: Ports, today: Context['today'], home: string): Promise<string> {
  const bodies = await ports.organisations.candidates(today)
  return bodies.find((one) => one.rank === 'province' && isCentral(one, home))?.id ?? 'dia-phuong'
}

async function samples(store: Store, context: Context): Promise<readonly SamplePerson[]> {
  const found = await store.transaction(context, 'query', async (ports) => {
    const people = (await ports.people.all()).filter((one) => one.sample)
    return ok(
      await Promise.all(
        people.map(async (one): Promise<SamplePerson> => {
          const [duty] = await ports.people.duties({ person: one.id, on: context.today })
          const body = duty === undefined ? null : await ports.organisations.get(duty.organisation, context.today)
          return { id: one.id, name: one.name ?? '', role: duty?.role ?? null, body: body?.name ?? '' }
        }),
      ),
    )
  })
  return found.ok ? found.value : []
}
