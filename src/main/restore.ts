import { existsSync } from 'node:fs'
import type { Progress } from '../store/backup/progress.ts'
import { refuseIfHeld, restore, verified } from '../store/backup/restore.ts'
import { mendable } from '../store/engine/faults.ts'
import { lockDirectory, makeDirectory } from '../store/engine/lock.ts'
import { readMigrations } from '../store/engine/migrate.ts'
import { openPostgresEngine } from '../store/engine/postgres-engine.ts'
import type { Where } from './open.ts'
import { clearLeftovers, openBeside, openOwn, ownStore, putInPlace } from './own-store.ts'

/**
 * Puts a backup into the empty data directory or database that the settings name. [STO-7] [STO-12]
 *
 * @throws StoreFault
 */
export async function restoreNode(settings: Where, file: string, told: Progress): ReturnType<typeof restore> {
  // before anything is made: a file that is none leaves no empty database behind
  const { migrations } = await verified(file)
  if (settings.databaseUrl === null) return restoreOwn(settings.data, file, migrations.length === readMigrations().length, told)
  // where its files go; a directory that cannot be written is said before a row comes in
  makeDirectory(settings.data)
  const engine = await openPostgresEngine({ app: settings.databaseUrl, owner: settings.databaseOwnerUrl })
  try {
    return await restore(engine, file, { told, data: settings.data })
  } finally {
    await engine.close()
  }
}

async function restoreOwn(data: string, file: string, isCurrent: boolean, told: Progress): ReturnType<typeof restore> {
  const lock = lockDirectory(data)
  try {
    clearLeftovers(data)
    if (existsSync(ownStore(data))) await refuseIfStoreHeld(data)
    const engine = await openBeside(data, isCurrent)
    const restored = await restore(engine, file, { told, data }).finally(() => engine.close())
    putInPlace(data)
    return restored
  } catch (error) {
    clearLeftovers(data)
    throw mendable(error, data)
  } finally {
    lock.release()
  }
}

async function refuseIfStoreHeld(data: string): Promise<void> {
  const engine = await openOwn(data, () => {})
  try {
    await engine.asOwner(refuseIfHeld)
  } finally {
    await engine.close()
  }
}
