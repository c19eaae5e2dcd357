import { parseArgs } from 'node:util'
import { argumentFault } from '../doors/cli/argument-fault.ts'

/**
 * What can be set, and where: a flag, else an environment variable, else what stands here.
 * `test/documented.test.ts` holds this list against docs/settings.md, both ways.
 */
export const settingRows = [
  { name: 'host', flag: 'host', env: 'HOST', value: '127.0.0.1', vi: 'địa chỉ máy chủ lắng nghe', en: 'address to listen on' },
  { name: 'port', flag: 'port', env: 'PORT', value: '8080', vi: 'cổng', en: 'port' },
  { name: 'data', flag: 'data', env: 'LIENVUNG_DATA', value: './data', vi: 'thư mục dữ liệu', en: 'data directory' },
  {
    name: 'databaseUrl',
    flag: null,
    env: 'DATABASE_URL',
    value: '',
    vi: 'PostgreSQL thay cho kho kèm theo (vai app)',
    en: 'PostgreSQL instead of the built-in store (role app)',
  },
  {
    name: 'databaseOwnerUrl',
    flag: null,
    env: 'DATABASE_OWNER_URL',
    value: '',
    vi: 'PostgreSQL, vai chủ sở hữu, để nâng cấp',
    en: 'PostgreSQL as owner, for migrations',
  },
  {
    name: 'locality',
    flag: 'locality',
    env: 'LIENVUNG_LOCALITY',
    value: 'UBND thành phố Đà Nẵng',
    vi: 'tên địa phương',
    en: 'name of the locality',
  },
  {
    name: 'empty',
    flag: 'empty',
    env: 'LIENVUNG_EMPTY',
    value: '',
    vi: 'bắt đầu không có văn bản mẫu; các bộ dữ liệu ban đầu vẫn được nhập',
    en: 'start without the sample letter; the first datasets come in all the same',
  },
  {
    name: 'noFirstData',
    flag: 'no-first-data',
    env: 'LIENVUNG_NO_FIRST_DATA',
    value: '',
    vi: 'không nhập các bộ dữ liệu ban đầu; sau này nhập bằng lệnh dataset first-data',
    en: 'without the first datasets; the command dataset first-data brings them in later',
  },
  {
    name: 'demo',
    flag: 'demo',
    env: 'LIENVUNG_DEMO',
    value: '',
    vi: 'thêm người dùng mẫu để dùng thử, chỉ trên 127.0.0.1',
    en: 'add sample people to try it with, on 127.0.0.1 only',
  },
  {
    name: 'hosts',
    flag: null,
    env: 'LIENVUNG_HOSTS',
    value: '',
    vi: 'các tên máy chủ được trả lời, cách nhau dấu phẩy, ngoài 127.0.0.1 và localhost',
    en: 'host names to answer to, comma between, besides 127.0.0.1 and localhost',
  },
  {
    name: 'proxy',
    flag: null,
    env: 'LIENVUNG_PROXY',
    value: '',
    vi: '1: đứng sau máy chủ chuyển tiếp có TLS; tin X-Forwarded-Proto và X-Forwarded-For',
    en: '1: behind a reverse proxy with TLS; X-Forwarded-Proto and X-Forwarded-For are believed',
  },
  {
    name: 'oidcIssuer',
    flag: null,
    env: 'LIENVUNG_OIDC_ISSUER',
    value: '',
    vi: 'hệ thống đăng nhập chung (OpenID Connect): địa chỉ',
    en: 'common sign-on (OpenID Connect): the issuer',
  },
  {
    name: 'oidcClientId',
    flag: null,
    env: 'LIENVUNG_OIDC_CLIENT_ID',
    value: '',
    vi: 'hệ thống đăng nhập chung: mã ứng dụng',
    en: 'common sign-on: the client id',
  },
  {
    name: 'oidcClientSecret',
    flag: null,
    env: 'LIENVUNG_OIDC_CLIENT_SECRET',
    value: '',
    vi: 'hệ thống đăng nhập chung: khóa bí mật của ứng dụng',
    en: 'common sign-on: the client secret',
  },
  {
    name: 'publicUrl',
    flag: null,
    env: 'LIENVUNG_PUBLIC_URL',
    value: '',
    vi: 'địa chỉ người dùng mở, ghi vào thư và lịch; không đặt thì là tên đầu trong LIENVUNG_HOSTS, qua https',
    en: 'the address people open, for letters and calendars; else the first name of LIENVUNG_HOSTS, over https',
  },
  {
    name: 'smtpUrl',
    flag: null,
    env: 'LIENVUNG_SMTP_URL',
    value: '',
    vi: 'máy chủ gửi thư: smtp://… (STARTTLS nếu có) hoặc smtps://…; không đặt thì thư ghi vào thư mục mail của dữ liệu',
    en: 'mail server: smtp://… (STARTTLS where offered) or smtps://…; else letters are written into the folder mail of the data',
  },
  {
    name: 'mailFrom',
    flag: null,
    env: 'LIENVUNG_MAIL_FROM',
    value: '',
    vi: 'địa chỉ gửi của thư; cần khi có LIENVUNG_SMTP_URL',
    en: 'the address letters come from; needed with LIENVUNG_SMTP_URL',
  },
] as const

export type SettingName = (typeof settingRows)[number]['name']
export type Settings = {
  readonly host: string
  readonly port: number
  readonly data: string
  readonly databaseUrl: string | null
  readonly databaseOwnerUrl: string | null
  readonly locality: string
  readonly empty: boolean
  readonly noFirstData: boolean
  readonly demo: boolean
  /** Names this server answers to, besides those of loopback; lower case. */
  readonly hosts: readonly string[]
  readonly proxy: boolean
  /** The common sign-on; null: none. */
  readonly provider: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
  /** Where people open it, without a slash at the end. */
  readonly publicUrl: string
  /** How letters go out. `smtpUrl` null: they are written to a folder. */
  readonly mail: { readonly smtpUrl: string | null; readonly from: string }
}

/** A setting that cannot be used: said once, at start, in both languages; the process ends with 2. */
export class SettingFault extends Error {
  override readonly name = 'SettingFault'
}

/** @throws SettingFault when a value cannot be used */
export function readSettings(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const flags = flagsOf(argv)
  const value = (name: SettingName): string => {
    const row = settingRows.find((one) => one.name === name)
    if (row === undefined) throw new RangeError(`no setting ${name}`)
    const flag = row.flag === null ? undefined : flags[row.flag]
    return String(flag ?? env[row.env] ?? row.value)
  }
  const host = value('host')
  const hosts = value('hosts')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  const demo = isOn(value('demo'))
  const isOpen = !['127.0.0.1', 'localhost', '::1'].includes(host)
  if (isOpen && hosts.length === 0)
    throw new SettingFault(
      `Mở ra ngoài máy này (${host}) thì phải nêu tên máy chủ được trả lời: LIENVUNG_HOSTS=dieuhanh.vidu.gov.vn.\nA host other than loopback needs LIENVUNG_HOSTS: the names this server answers to.`,
    )
  if (demo && (host !== '127.0.0.1' || hosts.length > 0 || isOn(value('proxy'))))
    throw new SettingFault(
      'Người dùng mẫu (--demo) chỉ dùng trên máy này: --host 127.0.0.1, không có LIENVUNG_HOSTS và LIENVUNG_PROXY.\nSample people (--demo) are for this machine only: 127.0.0.1, without LIENVUNG_HOSTS and LIENVUNG_PROXY.',
    )
  const port = Number(value('port'))
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingFault(`Cổng «${value('port')}» không dùng được. / Port is not usable.`)
  return {
    host,
    port,
    data: value('data'),
    databaseUrl: value('databaseUrl') || null,
    databaseOwnerUrl: value('databaseOwnerUrl') || null,
    locality: value('locality'),
    empty: isOn(value('empty')),
    noFirstData: isOn(value('noFirstData')),
    demo,
    hosts,
    proxy: isOn(value('proxy')),
    provider: providerOf(value('oidcIssuer'), value('oidcClientId'), value('oidcClientSecret')),
    publicUrl: publicUrlOf(value('publicUrl'), hosts[0] ?? null, host, port),
    mail: mailOf(value('smtpUrl'), value('mailFrom'), hosts[0] ?? 'localhost'),
  }
}

const isOn = (text: string): boolean => ['true', '1'].includes(text)

/** All three or none; the way to the provider is encrypted, but for one on this machine. */
function providerOf(issuer: string, clientId: string, clientSecret: string): Settings['provider'] {
  if (issuer === '' && clientId === '' && clientSecret === '') return null
  if (!/^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?:[:/]|$)/.test(issuer) || clientId === '' || clientSecret === '')
    throw new SettingFault(
      'Hệ thống đăng nhập chung cần đủ LIENVUNG_OIDC_ISSUER (https), LIENVUNG_OIDC_CLIENT_ID và LIENVUNG_OIDC_CLIENT_SECRET.\nThe common sign-on needs LIENVUNG_OIDC_ISSUER (https), LIENVUNG_OIDC_CLIENT_ID and LIENVUNG_OIDC_CLIENT_SECRET.',
    )
  return { issuer, clientId, clientSecret }
}

function publicUrlOf(given: string, name: string | null, host: string, port: number): string {
  if (given === '') return name === null ? `http://${host === '::1' ? '[::1]' : host}:${port}` : `https://${name}`
  if (!URL.canParse(given) || !/^https?:\/\//.test(given))
    throw new SettingFault(`LIENVUNG_PUBLIC_URL «${given}» không phải địa chỉ http(s).\nLIENVUNG_PUBLIC_URL is not an http(s) address.`)
  return given.replace(/\/+$/, '')
}

/** What is said does not repeat the address: it may hold a password. */
function mailOf(smtpUrl: string, from: string, name: string): Settings['mail'] {
  if (smtpUrl === '') return { smtpUrl: null, from: from === '' ? `lienvung@${name}` : from }
  if (!URL.canParse(smtpUrl) || !/^smtps?:\/\//.test(smtpUrl) || !/^[^\s@]+@[^\s@]+$/.test(from))
    throw new SettingFault(
      'Gửi thư cần LIENVUNG_SMTP_URL (smtp://máy-chủ:cổng hoặc smtps://…) và LIENVUNG_MAIL_FROM (một địa chỉ thư).\nSending mail needs LIENVUNG_SMTP_URL (smtp://host:port or smtps://…) and LIENVUNG_MAIL_FROM (an e-mail address).',
    )
  return { smtpUrl, from }
}

/** «UBND thành phố Đà Nẵng» → «Đà Nẵng»: the province as the register names it, whose bodies a bare name means. */
export const homeOf = (locality: string): string =>
  locality.replace(/^(?:UBND|Ủy ban nhân dân)\s+/iu, '').replace(/^(?:tỉnh|thành phố)\s+/iu, '')

/** `--data DIR` or `--data=DIR`, wherever it stands in a command, apart from the rest. */
export function ownFlags(argv: readonly string[]): { readonly own: readonly string[]; readonly rest: readonly string[] } {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='))
  if (at < 0) return { own: [], rest: argv }
  const end = at + (argv[at] === '--data' ? 2 : 1)
  return { own: argv.slice(at, end), rest: [...argv.slice(0, at), ...argv.slice(end)] }
}

function flagsOf(argv: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        locality: { type: 'string' },
        empty: { type: 'boolean' },
        'no-first-data': { type: 'boolean' },
        demo: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new SettingFault(argumentFault(error))
  }
}
