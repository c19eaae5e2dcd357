import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

/** A node of its own on a free port, with the sample letter, in a directory that goes away with it. */
export interface Served {
  readonly address: string
  stop(): Promise<void>
}

/** @param flags of the server, besides */
export async function serve(flags: readonly string[] = []): Promise<Served> {
  const data = mkdtempSync(join(tmpdir(), 'lienvung-pages-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main/server.ts', '--port', '0', '--data', data, ...flags], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const address = await addressOf(child)
    return {
      address,
      stop: async () => {
        const ended = new Promise((done) => child.once('exit', done))
        child.kill('SIGTERM')
        await ended
        rmSync(data, { recursive: true, force: true })
      },
    }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

/** The address the server says it answers at. @throws with what it said, when it ends before */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = ''
    const listen = (chunk: unknown): void => {
      said += String(chunk)
      const address = /http:\/\/\S+?(?=\/\s)/.exec(said)?.[0]
      if (address !== undefined) found(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => fail(new Error(`the server ended before it answered: ${said}`)))
  })
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? CHROMIUM.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('no Chromium: install the Debian package chromium, or name one in CHROMIUM')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })
}

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** What axe finds on a page: rule and place, one a line. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  return page.evaluate(
    `axe.run().then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({target}) => id + ' ' + target.join(' '))))`,
  )
}

/** Errors the page wrote to the console, but for the statuses that refusals have on purpose. */
export function watch(page: Page): readonly string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  return errors
}
