import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../store/engine/engine.ts'
import { openPGliteEngine } from '../store/engine/pglite-engine.ts'
import { copyImage, prepareImage } from './image.ts'

/**
 * The built-in store of a data directory: PGlite in `pg`. It is made beside, under another name, and renamed when whole, so
 * that a try that was killed leaves nothing that opens as if it were the store. Who calls holds the lock on the directory.
 */
const NAME = 'pg'
/** What a killed try may leave: `.new` of a copy, `.restoring` of a restore, `.replaced` an empty store that a restore put aside. */
const LEFTOVERS = ['pg.new', 'pg.restoring', 'pg.restoring.new', 'pg.replaced']

export const ownStore = (data: string): string => join(data, NAME)

export const hasOwn = (data: string): boolean => existsSync(ownStore(data))

export function clearLeftovers(data: string): void {
  for (const name of LEFTOVERS) rmSync(join(data, name), { recursive: true, force: true })
}

/** Opens the store; makes it from the image when there is none yet. */
export async function openOwn(data: string, log: (line: string) => void): Promise<Engine> {
  clearLeftovers(data)
  if (!hasOwn(data)) copyImage(await prepareImage(log), ownStore(data))
  return openPGliteEngine(ownStore(data), die)
}

/**
 * A store that another is to take the place of, made beside it.
 *
 * @param fromImage with tables and registers in it; else empty, for a backup that is older than the image
 */
export async function openBeside(data: string, fromImage: boolean): Promise<Engine> {
  const beside = join(data, 'pg.restoring')
  if (fromImage) copyImage(await prepareImage(() => {}), beside)
  return openPGliteEngine(beside, die)
}

/** Puts the store made beside in place; killed between the two steps, the directory has no store, and the next try makes one. */
export function putInPlace(data: string): void {
  if (hasOwn(data)) renameSync(ownStore(data), join(data, 'pg.replaced'))
  renameSync(join(data, 'pg.restoring'), ownStore(data))
  clearLeftovers(data)
}

/** Nothing more can be read or written, and what was acknowledged is on disk. */
function die(error: Error): never {
  console.error(`Kho dữ liệu dừng đột ngột; tiến trình kết thúc. / The database worker died. ${error.message}`)
  process.exit(3)
}
