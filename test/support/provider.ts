import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'

/** A real OpenID Connect provider on the loopback, where whoever comes is signed in as the person it was told. */
export interface ProviderUnderTest {
  readonly issuer: string
  /** Who signs in next. */
  person: { readonly subject: string; readonly email: string | null; readonly verified: boolean }
  close(): Promise<void>
}

export const CLIENT = { clientId: 'lienvung', clientSecret: 'bi-mat-cua-ung-dung' } as const

export async function startProvider(redirectUri: string): Promise<ProviderUnderTest> {
  const server: Server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a port')
  const issuer = `http://127.0.0.1:${address.port}`
  const state: ProviderUnderTest = {
    issuer,
    person: { subject: 'nobody', email: null, verified: false },
    async close() {
      await new Promise((done) => server.close(done))
    },
  }
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri], grant_types: ['authorization_code'] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['chỉ để thử'] },
    findAccount: (_, subject) => ({
      accountId: subject,
      claims: async () => ({
        sub: subject,
        ...(state.person.email === null ? {} : { email: state.person.email, email_verified: state.person.verified }),
      }),
    }),
  })
  const answer = provider.callback()
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { prompt, grantId, params, session } = await provider.interactionDetails(request, response)
    const result =
      prompt.name === 'login'
        ? { login: { accountId: state.person.subject } }
        : { consent: { grantId: await granted(provider, grantId, String(params['client_id']), session?.accountId ?? '') } }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true })
  }
  server.on('request', (request, response) => {
    const done = (request.url ?? '').startsWith('/interaction/') ? interact(request, response) : answer(request, response)
    done.catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  return state
}

async function granted(provider: Provider, known: string | undefined, clientId: string, accountId: string): Promise<string> {
  const grant = (known === undefined ? undefined : await provider.Grant.find(known)) ?? new provider.Grant({ accountId, clientId })
  grant.addOIDCScope('openid email')
  return grant.save()
}

/** Walks the way of a browser from the first address to the one that leads back to us, and keeps the provider's cookies. */
export async function walk(from: string, backTo: string): Promise<URL> {
  const jar = new Map<string, string>()
  let at = from
  for (let step = 0; step < 12; step += 1) {
    if (at.startsWith(backTo)) return new URL(at)
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    const to = answer.headers.get('location')
    if (to === null) throw new Error(`${at}: ${answer.status} ${await answer.text()}`)
    at = new URL(to, at).href
  }
  throw new Error('the way does not end')
}
