import { mkdirSync } from 'node:fs'
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Letter } from './letter.ts'

/**
 * How letters leave: through a mail server, or, where none is set, as files that a person can open. Either throws when a letter
 * did not leave; whoever asked tries again later.
 */
export interface Post {
  /** @param id stable for one letter: a mail server that is given it twice can tell */
  send(to: string, letter: Letter, id: string): Promise<void>
  close(): void
}

const WAIT_MS = 20_000

export function smtpPost(url: string, from: string): Post {
  const transport = createTransport(url, { from })
  // a server that answers nothing must not hold the letters of all others
  Object.assign(transport.options, { connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS })
  return {
    async send(to, letter, id) {
      await transport.sendMail({ ...messageOf(to, letter, id, from), from })
    },
    close: () => transport.close(),
  }
}

/** Kept so long where nobody sends them: they hold names and work. */
const KEPT_MS = 30 * 86_400_000

/** @param folder made when the first letter is written, readable by this user alone */
export function folderPost(folder: string, from: string, now: () => Date): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send(to, letter, id) {
      const { message } = await transport.sendMail({ ...messageOf(to, letter, id, from), from, date: now() })
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      await writeFile(join(folder, `${id}.eml`), message, { mode: 0o600 })
      await clearOld(folder, now())
    },
    close: () => {},
  }
}

/** What lies there of letters to somebody who is erased; a folder that was never made holds none. [ACC-14] @returns how many files went */
export async function forgetLetters(folder: string, person: string): Promise<number> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const own = names.filter((name) => name.endsWith(`.${person}.eml`))
  for (const name of own) await rm(join(folder, name), { force: true })
  return own.length
}

async function clearOld(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    if (name.endsWith('.eml') && (await stat(file)).mtimeMs < now.getTime() - KEPT_MS) await rm(file, { force: true })
  }
}

/** One address, and nothing that a mail program would read as several, or as a line of its own. */
const ONE = /^[^\s<>(),:;"\\@[\]]+@[^\s<>(),:;"\\@[\]]+$/

function oneOf(address: string): string {
  if (!ONE.test(address)) throw new Error('not one address')
  return address
}

const messageOf = (to: string, { subject, text, html }: Letter, id: string, from: string) => ({
  to: { name: '', address: oneOf(to) },
  subject,
  text,
  html,
  messageId: `<${id}@${
    from
      .split('@')
      .at(-1)
      ?.replace(/[^\w.-]/g, '') ?? 'lienvung'
  }>`,
  // no holiday answers, please
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  // a title is text, not a path or an address to fetch
  disableFileAccess: true,
  disableUrlAccess: true,
})
