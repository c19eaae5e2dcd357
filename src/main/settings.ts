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
    vi: 'bắt đầu không có văn bản mẫu',
    en: 'start without the sample letter',
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
  if (!['127.0.0.1', 'localhost', '::1'].includes(host)) {
    throw new SettingFault(
      `Chưa mở được ra ngoài máy này (${host}): phần mềm chưa có tài khoản người dùng. Dùng --host 127.0.0.1.\nA host other than loopback is refused until people have accounts.`,
    )
  }
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
    empty: ['true', '1'].includes(value('empty')),
  }
}

/** «UBND thành phố Đà Nẵng» → «Đà Nẵng»: the province as the register names it, whose bodies a bare name means. */
export const homeOf = (locality: string): string =>
  locality.replace(/^(?:UBND|Ủy ban nhân dân)\s+/iu, '').replace(/^(?:tỉnh|thành phố)\s+/iu, '')

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
      },
    }).values
  } catch (error) {
    throw new SettingFault(argumentFault(error))
  }
}
