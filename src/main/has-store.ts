import { isMade } from '../store/engine/migrate.ts'
import { openPostgresEngine } from '../store/engine/postgres-engine.ts'
import { hasOwn } from './own-store.ts'
import type { Settings } from './settings.ts'

type Place = Pick<Settings, 'data' | 'databaseUrl'>

/**
 * Whether a store is where the settings say, looked for without making one. [STO-28]
 *
 * @throws StoreFault as a database that cannot be reached
 */
export async function hasStore({ data, databaseUrl }: Place): Promise<boolean> {
  if (databaseUrl === null) return hasOwn(data)
  const engine = await openPostgresEngine({ app: databaseUrl, owner: null })
  try {
    return await isMade(engine)
  } finally {
    await engine.close()
  }
}

/** The directory, or the name of the database; never its password. */
export const placeOf = ({ data, databaseUrl }: Place): string => (databaseUrl === null ? data : new URL(databaseUrl).pathname.slice(1))
