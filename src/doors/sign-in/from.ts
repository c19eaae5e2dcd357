import type { Context as HonoContext } from 'hono'
import type { From } from './identity.ts'

/**
 * Where a request comes from. What a proxy says of it is believed only when there is one: anybody can write these headers.
 *
 * @param proxy whether a reverse proxy stands before this server (`LIENVUNG_PROXY=1`)
 */
export function fromOf(c: HonoContext, proxy: boolean): From {
  const secure = isSecure(c.req.raw, proxy)
  return {
    address: addressOf(c, proxy),
    secure,
    agent: agentWords(c.req.header('user-agent') ?? ''),
    origin: `${secure ? 'https' : 'http'}://${c.req.header('host') ?? new URL(c.req.url).host}`,
  }
}

export const isSecure = (request: Request, proxy: boolean): boolean =>
  new URL(request.url).protocol === 'https:' || (proxy && lastOf(request.headers.get('x-forwarded-proto')) === 'https')

/** The nearest proxy writes last; what stands before it was written by whoever asked. */
const lastOf = (header: string | null): string | null => header?.split(',').at(-1)?.trim() ?? null

export function addressOf(c: HonoContext, proxy: boolean): string | null {
  const said = proxy ? lastOf(c.req.header('x-forwarded-for') ?? null) : null
  if (said !== null && said !== '') return said.slice(0, 60)
  const env: unknown = c.env
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return null
  const { incoming } = env
  if (typeof incoming !== 'object' || incoming === null || !('socket' in incoming)) return null
  const { socket } = incoming
  return typeof socket === 'object' && socket !== null && 'remoteAddress' in socket ? String(socket.remoteAddress ?? '') || null : null
}

const BROWSERS = [
  ['Edg', 'Edge'],
  ['coc_coc', 'Cốc Cốc'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
  ['curl', 'curl'],
] as const
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** «Firefox, Windows»: what a person knows his machine by. The whole line names more than is needed. */
function agentWords(line: string): string {
  const find = (names: readonly (readonly [string, string])[]): string | undefined => names.find(([mark]) => line.includes(mark))?.[1]
  return [find(BROWSERS), find(SYSTEMS)].filter((word) => word !== undefined).join(', ') || '—'
}
