import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreFault } from '../../src/store/engine/faults.ts'
import { lockDirectory } from '../../src/store/engine/lock.ts'

/** Who may have a data directory. Real processes, because two of them are what the lock is about. */
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienvung-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const faultOf = (work: () => unknown): string => {
  try {
    work()
    return 'none'
  } catch (error) {
    return error instanceof StoreFault ? error.code : String(error)
  }
}

const holder = async (directory: string) => {
  const child = spawn(process.execPath, ['test/support/hold-lock.ts', directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return {
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

test('[STO-8] while another process has the directory it is refused, and free once that was killed', async () => {
  const other = await holder(folder)
  const during = faultOf(() => lockDirectory(folder))
  await other.kill()
  const { release } = lockDirectory(folder)
  release()
  expect(during).toBe('data-in-use')
})

test('[STO-8] a second opener in the same process is refused too, and a released directory is free', () => {
  const { release } = lockDirectory(folder)
  const during = faultOf(() => lockDirectory(folder))
  release()
  lockDirectory(folder).release()
  expect(during).toBe('data-in-use')
})

test('[STO-8] of eight that start at once exactly one gets in', async () => {
  const starters = Array.from({ length: 8 }, () =>
    spawn(process.execPath, ['test/support/hold-lock.ts', folder], { stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  const answers = await Promise.all(
    starters.map((child) => Promise.race([once(child.stdout, 'data').then(() => 'held'), once(child, 'exit').then(() => 'refused')])),
  )
  for (const child of starters) child.kill('SIGKILL')
  expect(answers.toSorted()).toEqual(['held', ...Array.from({ length: 7 }, () => 'refused')])
}, 60_000)

test('[STO-10] a data directory that cannot be made says so, and names it', () => {
  const file = join(folder, 'tệp')
  writeFileSync(file, '')
  const directory = join(file, 'data')
  expect(faultOf(() => lockDirectory(directory))).toBe('data-not-writable')
  expect(() => lockDirectory(directory)).toThrow(directory)
})
