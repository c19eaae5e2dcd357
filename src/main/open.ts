import { join } from 'node:path'
import { contextAt } from '../doors/context.ts'
import { forgetLetters } from '../doors/mail/post.ts'
import { SYSTEM } from '../kernel/access/who.ts'
import { personErase } from '../operations/access/personal-data.ts'
import { type Call, caller } from '../operations/call.ts'
import type { Files } from '../operations/file/ports.ts'
import { placeResolve } from '../operations/place/resolve-place.ts'
import { backup } from '../store/backup/backup.ts'
import type { Progress } from '../store/backup/progress.ts'
import { type Importer, importerOver } from '../store/dataset/import/importer.ts'
import { renewOrder } from '../store/dataset/renew-order.ts'
import { emptyThinned } from '../store/dataset/thin.ts'
import type { Engine } from '../store/engine/engine.ts'
import { mendable } from '../store/engine/faults.ts'
import { lockDirectory, makeDirectory } from '../store/engine/lock.ts'
import { migrate } from '../store/engine/migrate.ts'
import { openPostgresEngine } from '../store/engine/postgres-engine.ts'
import { signingKey } from '../store/engine/signing-key.ts'
import { checkHeadFile, exportHead } from '../store/history/history-head.ts'
import { loadRegisters } from '../store/load-registers.ts'
import { storeOver } from '../store/open-store.ts'
import { filesIn } from './files.ts'
import { openOwn } from './own-store.ts'
import { homeOf, type Settings } from './settings.ts'

export type Where = Pick<Settings, 'data' | 'databaseUrl' | 'databaseOwnerUrl' | 'locality'>

/** A node's data, opened and up to date: the engine, how to ask, and how to let go. */
export type Opened = {
  readonly engine: Engine
  readonly store: ReturnType<typeof storeOver>
  readonly call: Call
  /** Takes imports from step to step; woken by every command about one. */
  readonly importer: Importer
  readonly files: Files
  /** Lets go what versions that were thinned out left: rows, tables, files. */
  readonly emptyThinned: () => ReturnType<typeof emptyThinned>
  readonly ready: () => Promise<boolean>
  /** Reads the registers into memory and has PostGIS compiled, so that the first question need not: a second on PGlite. */
  readonly warm: () => Promise<unknown>
  readonly backup: (file: string, told?: Progress) => ReturnType<typeof backup>
  readonly exportHead: (file: string) => ReturnType<typeof exportHead>
  readonly checkHead: (file: string) => ReturnType<typeof checkHeadFile>
  readonly close: () => Promise<void>
}

/**
 * Takes the lock on the data directory, opens the database the settings name, brings its schema and registers up to date.
 * With PostgreSQL nothing is locked: servers are many over one database, and the directory holds keys and files.
 *
 * @throws StoreFault with what a person can do about it
 */
export async function openNode(settings: Where, log: (line: string) => void): Promise<Opened> {
  const lock = settings.databaseUrl === null ? lockDirectory(settings.data) : null
  if (lock === null) makeDirectory(settings.data)
  try {
    const engine =
      settings.databaseUrl === null
        ? await openOwn(settings.data, log)
        : await openPostgresEngine({ app: settings.databaseUrl, owner: settings.databaseOwnerUrl })
    for (const name of await migrate(engine)) log(`Đã nâng cấp: ${name}`)
    await renewOrder(engine, log)
    await loadRegisters(engine)
    const store = storeOver(engine, homeOf(settings.locality))
    const importer = importerOver({
      engine,
      home: homeOf(settings.locality),
      store,
      data: settings.data,
      now: () => new Date(),
      report: (error, number) => console.error(number, error),
    })
    const call = forgetting(waking(caller(store), importer), join(settings.data, 'mail'))
    return {
      engine,
      store,
      call,
      importer,
      files: filesIn(settings.data, call),
      emptyThinned: () => emptyThinned(engine, settings.data, new Date()),
      ready: () =>
        engine.app
          .selectFrom('migration')
          .select('number')
          .limit(1)
          .execute()
          .then(
            () => true,
            () => false,
          ),
      warm: () => call(placeResolve, contextAt(new Date(), 'vi', SYSTEM), { point: '105.8,21.0' }),
      backup: (file, told) => backup(engine, file, new Date(), { data: settings.data, ...(told === undefined ? {} : { told }) }),
      checkHead: (file) => checkHeadFile(engine, file, signingKey(settings.data)),
      exportHead: (file) => exportHead(engine, signingKey(settings.data), new Date(), file),
      async close() {
        await importer.stop()
        await engine.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw mendable(error, settings.data)
  }
}

/** Letters that lie in this node's folder go with the person they were written to. [ACC-14] */
export const forgetting =
  (call: Call, folder: string): Call =>
  async (operation, context, given) => {
    const answer = await call(operation, context, given)
    if (answer.ok && operation.name === personErase.name) await forgetLetters(folder, personErase.output.parse(answer.value).id)
    return answer
  }

/** After a command about an import there may be something to do. */
export const waking =
  (call: Call, importer: Pick<Importer, 'wake'>): Call =>
  async (operation, context, given) => {
    const answer = await call(operation, context, given)
    if (answer.ok && operation.kind === 'command' && operation.name.startsWith('import.')) importer.wake()
    return answer
  }
