import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrate, readMigrations } from '../store/engine/migrate.ts'
import { openPGliteEngine } from '../store/engine/pglite-engine.ts'
import { loadRegisters } from '../store/load-registers.ts'

/**
 * A database made ready once: extensions, tables, registers. A new data directory starts as a copy of it, in a second
 * instead of half a minute. It is keyed by what it was made of, so a changed migration or register makes another.
 */
const CACHE = '.cache'

const imageKey = (): string => {
  const sum = createHash('sha256')
  // the number too: the image remembers how far it was migrated
  for (const { number, sha256 } of readMigrations()) sum.update(`${number} ${sha256}`)
  for (const name of readdirSync('registers').sort()) sum.update(name).update(readFileSync(join('registers', name)))
  for (const code of ['src/store/load-registers.ts', 'src/base/fold.ts', 'src/kernel/place/place.ts']) sum.update(readFileSync(code))
  for (const pack of ['@electric-sql/pglite', '@electric-sql/pglite-postgis'])
    sum.update(readFileSync(join('node_modules', pack, 'package.json')))
  return sum.digest('hex').slice(0, 16)
}

/** @returns the directory of the image; makes it when it is not there (tens of seconds) */
export async function prepareImage(log: (line: string) => void): Promise<string> {
  const path = join(CACHE, `image-${imageKey()}`)
  if (existsSync(path)) return path
  log('Chuẩn bị kho dữ liệu mẫu có sẵn sổ đăng ký (một lần, chưa đến một phút) … / Preparing the database image …')
  const making = `${path}.${process.pid}`
  mkdirSync(CACHE, { recursive: true })
  try {
    const engine = await openPGliteEngine(making, (error) => {
      throw error
    })
    await migrate(engine)
    await loadRegisters(engine)
    await engine.close()
    for (const old of readdirSync(CACHE).filter((name) => name.startsWith('image-') && join(CACHE, name) !== path && !isMaking(name))) {
      rmSync(join(CACHE, old), { recursive: true, force: true })
    }
    // another process may have made the same one meanwhile
    if (!existsSync(path)) renameSync(making, path)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return path
}

/** `image-<key>.<pid>` is what a process is making; of a process that is gone it is a leftover, like a whole image of another version. */
function isMaking(name: string): boolean {
  const maker = /\.(\d+)$/.exec(name)?.[1]
  if (maker === undefined) return false
  try {
    return process.kill(Number(maker), 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Fills a directory that does not exist yet from the image. A copy cut short leaves no directory behind. */
export function copyImage(image: string, directory: string): void {
  const making = `${directory}.new`
  rmSync(making, { recursive: true, force: true })
  cpSync(image, making, { recursive: true })
  renameSync(making, directory)
}
