import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { reasonOf, StoreFault } from './faults.ts'

/** Kept reachable: a handle that is collected closes its file, and with it the lock goes, whoever still counts on it. */
const held = new Set<DatabaseSync>()

/** @throws StoreFault data-not-writable */
export function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.W_OK)
  } catch (error) {
    throw new StoreFault('data-not-writable', { directory, reason: reasonOf(error) }, error)
  }
}

/**
 * One process on one data directory: two lose rows of PGlite silently.
 *
 * The lock is a transaction held open on a small SQLite file, so the operating system frees it when the process dies,
 * however it dies. Tried and left: a socket as lock (two got in at once) and a process id in a file (lies in containers).
 *
 * @throws StoreFault data-in-use · data-not-writable
 */
export function lockDirectory(directory: string): { readonly release: () => void } {
  let file: DatabaseSync
  try {
    mkdirSync(directory, { recursive: true })
    file = new DatabaseSync(join(directory, 'lock.sqlite'), { timeout: 0 })
    file.exec('create table if not exists held (one int)')
  } catch (error) {
    throw isBusy(error)
      ? new StoreFault('data-in-use', { directory })
      : new StoreFault('data-not-writable', { directory, reason: reasonOf(error) }, error)
  }
  try {
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    throw isBusy(error)
      ? new StoreFault('data-in-use', { directory })
      : new StoreFault('data-not-writable', { directory, reason: reasonOf(error) }, error)
  }
  held.add(file)
  return {
    release() {
      held.delete(file)
      file.close()
    },
  }
}

const SQLITE_BUSY = 5
const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
