import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Context } from '../../operations/operation.ts'
import type { Ports } from '../../operations/ports.ts'
import type { Store } from '../../operations/store.ts'
import { addresses } from '../pages/addresses.ts'
import { ownPath } from '../pages/choices.ts'
import type { From, Opened, Provider } from './identity.ts'
import { open } from './local.ts'

/**
 * Signing in through the province's OpenID Connect provider: authorization code with PKCE, state and nonce. Who comes back
 * is known by issuer and subject; the first time he is found by the verified e-mail an administrator entered. [ACC-11]
 */
export interface ProviderDeps {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly store: Store
  readonly asNode: () => Context
  readonly report: (error: unknown) => void
}

type Kept = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly backTo: string }
type Claimed = { readonly subject: string; readonly email: string | null }

export function provider(deps: ProviderDeps): Provider {
  let known: Promise<Configuration> | null = null
  // asked once; a provider that was away is asked again by the next who signs in
  const configuration = (): Promise<Configuration> => {
    const url = new URL(deps.issuer)
    known ??= discovery(
      url,
      deps.clientId,
      deps.clientSecret,
      undefined,
      url.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {},
    )
    return known.catch((error: unknown) => {
      known = null
      throw error
    })
  }
  const reached = async <T>(work: () => Promise<T>, why: 'provider-away' | 'provider-refused'): Promise<Result<T, Refusal>> => {
    try {
      return ok(await work())
    } catch (error) {
      deps.report(error)
      return refuse({ code: why })
    }
  }
  return {
    issuer: deps.issuer,
    start: (from, backTo) =>
      reached(async () => {
        const kept: Kept = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), backTo: ownPath(backTo) }
        const to = buildAuthorizationUrl(await configuration(), {
          redirect_uri: `${from.origin}${addresses.signInReturn}`,
          scope: 'openid email',
          state: kept.state,
          nonce: kept.nonce,
          code_challenge: await calculatePKCECodeChallenge(kept.verifier),
          code_challenge_method: 'S256',
        })
        return { to: to.href, kept: Buffer.from(JSON.stringify(kept)).toString('base64url') }
      }, 'provider-away'),
    async finish(from, url, text) {
      const kept = readKept(text)
      if (kept === null) return refuse({ code: 'provider-refused' })
      const config = await reached(configuration, 'provider-away')
      if (!config.ok) return config
      const claimed = await reached(() => claims(config.value, from, url, kept), 'provider-refused')
      if (!claimed.ok) return claimed
      const context = deps.asNode()
      const opened = await deps.store.transaction(context, 'command', (ports) => enter(ports, context, from, deps.issuer, claimed.value))
      return opened.ok ? ok({ ...opened.value, backTo: kept.backTo }) : opened
    },
  }
}

async function claims(config: Configuration, from: From, url: URL, kept: Kept): Promise<Claimed> {
  const tokens = await authorizationCodeGrant(config, new URL(`${from.origin}${addresses.signInReturn}${url.search}`), {
    pkceCodeVerifier: kept.verifier,
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    idTokenExpected: true,
  })
  const said = tokens.claims()
  if (said === undefined) throw new Error('the provider gave no identity')
  // many providers tell the e-mail only here
  const more =
    said['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined
      ? await fetchUserInfo(config, tokens.access_token, said.sub)
      : said
  const { email, email_verified: verified } = more
  return { subject: said.sub, email: typeof email === 'string' && verified === true ? email : null }
}

async function enter(ports: Ports, context: Context, from: From, issuer: string, claimed: Claimed): Promise<Result<Opened, Refusal>> {
  const person = (await ports.entrance.providerPerson(issuer, claimed.subject)) ?? (await linked(ports, from, issuer, claimed))
  const held = person === null ? null : await ports.people.get(person)
  if (held === null || held.disabled || held.sample) return refuse({ code: 'provider-refused' })
  return open(ports, context, from, held.id)
}

async function linked(ports: Ports, from: From, issuer: string, { subject, email }: Claimed): Promise<string | null> {
  const person = email === null ? null : await ports.people.byEmail(email)
  if (person === null || !(await ports.entrance.linkProvider(issuer, subject, person))) return null
  await ports.entrance.note({ kind: 'provider-linked', person, actor: null, address: from.address })
  return person
}

function readKept(text: string | null): Kept | null {
  if (text === null) return null
  try {
    const { state, nonce, verifier, backTo } = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return [state, nonce, verifier, backTo].every((one) => typeof one === 'string')
      ? { state, nonce, verifier, backTo: ownPath(backTo) }
      : null
  } catch {
    return null
  }
}
