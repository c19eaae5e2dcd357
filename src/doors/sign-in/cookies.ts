/**
 * The cookies of the entrance. HttpOnly, so that no script reads them; Lax, so that a form of another site does not carry
 * them. Over an encrypted way `__Host-` binds them to this very host, and the browser refuses one set by any other.
 */
const SESSION = 'phien'
const PROVIDER = 'dang-nhap-chung'

const nameOf = (name: string, secure: boolean): string => `${secure ? '__Host-' : ''}${name}`
const written = (name: string, value: string, secure: boolean, seconds: number): string =>
  `${nameOf(name, secure)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** As long as a session can last; the server knows when it ends. */
export const SESSION_S = 12 * 3600

export const sessionCookie = (secret: string, secure: boolean): string => written(SESSION, secret, secure, SESSION_S)
export const noSessionCookie = (secure: boolean): string => written(SESSION, '', secure, 0)
export const providerCookie = (kept: string, secure: boolean): string => written(PROVIDER, kept, secure, 600)
export const noProviderCookie = (secure: boolean): string => written(PROVIDER, '', secure, 0)

/** Over an encrypted way only the bound cookie counts: the other can be planted by whoever sits on an unencrypted one. */
function read(request: Request, name: string, secure: boolean): string | null {
  const wanted = `${nameOf(name, secure)}=`
  const found = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(wanted))
  const value = found?.slice(wanted.length) ?? ''
  return value === '' ? null : value
}

export const sessionOf = (request: Request, secure: boolean): string | null => read(request, SESSION, secure)
export const providerStateOf = (request: Request, secure: boolean): string | null => read(request, PROVIDER, secure)
