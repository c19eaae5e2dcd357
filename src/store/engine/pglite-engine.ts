import { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import type { Engine, Owner } from './engine.ts'
import { StoreFault } from './faults.ts'
import { openPGlite, type PGliteClient } from './pglite-client.ts'
import { pgliteDialect } from './pglite-dialect.ts'
import { LEAST, LEAST_IN_BULK, type Room, roomIn, SEGMENT, withRoom } from './pglite-room.ts'
import { createRoles, extensions } from './roles.ts'
import { writeGate } from './write-gate.ts'

/** A slice of `copy`, by lines and, where they are long, by characters: some tens of milliseconds, and pages are answered between. */
const SLICE = { lines: 5000, length: 4_000_000 }

/**
 * PGlite with PostGIS in a directory, as the one process that has it. The only place that changes the role: the
 * connection signs in as superuser, works as `lienvung_owner` for tables, and stands as `lienvung_app` otherwise, so that
 * a statement outside any transaction of ours sees no more than one inside.
 *
 * @param room how much is left on the disk
 * @throws StoreFault disk-full
 */
export async function openPGliteEngine(directory: string, onDeath: (error: Error) => void, room: Room = roomIn): Promise<Engine> {
  const client = await openPGlite(directory, onDeath).catch((error: unknown) => {
    // it does not say why it cannot start; it writes a segment of its log first
    throw room(directory) >= SEGMENT ? error : new StoreFault('disk-full', { directory }, error)
  })
  await client.script(createRoles)
  for (const extension of extensions) await client.script(`create extension if not exists ${extension}`)
  await client.script('grant usage, create on schema public to lienvung_owner; grant usage on schema public to lienvung_app')
  await client.script("set timezone to 'Asia/Ho_Chi_Minh'; set search_path to public; set role lienvung_app")
  const left = (): number => room(directory)
  const inBulk = withRoom(client, LEAST_IN_BULK, left)
  const app = new Kysely<Tables>({ dialect: pgliteDialect(withRoom(client, LEAST, left)) })
  const gate = writeGate()
  const asOwner = <T>(work: (owner: Owner) => Promise<T>): Promise<T> =>
    // Kysely lends the connection, so the owner's work stands in the same queue as everyone's transactions
    app.connection().execute(async () => {
      await client.script('set role lienvung_owner')
      try {
        return await work(owner(inBulk))
      } finally {
        await client.script('set role lienvung_app')
      }
    })
  return {
    kind: 'pglite',
    place: directory,
    app,
    asOwner,
    gate,
    // each read is lent the connection by itself, so pages are answered between them
    snapshot: (work) =>
      gate.hold(() =>
        work({
          query: (text, parameters) => asOwner((one) => one.query(text, parameters)),
          async *copyOut(query) {
            yield* await asOwner((one) => Array.fromAsync(one.copyOut(query)))
          },
        }),
      ),
    async close() {
      await app.destroy()
      await client.close()
    },
  }
}

const owner = (client: PGliteClient): Owner => ({
  query: async (sql, parameters) => (await client.query(sql, parameters)).rows,
  script: (sql) => client.script(sql),
  async copyIn(target, lines) {
    // reading /dev/blob counts as reading a server file, which no role of ours may: the superuser copies
    await client.script('reset role')
    let slice: string[] = []
    let length = 0
    const send = async (): Promise<void> => {
      if (slice.length === 0) return
      await client.query(`copy ${target} from '/dev/blob'`, [], new TextEncoder().encode(slice.join('')))
      slice = []
      length = 0
    }
    for await (const line of lines) {
      slice.push(line)
      length += line.length
      if (slice.length === SLICE.lines || length > SLICE.length) await send()
    }
    await send()
    await client.script('set role lienvung_owner')
  },
  async *copyOut(query) {
    await client.script('reset role')
    const { blob } = await client.query(`copy (${query}) to '/dev/blob'`)
    await client.script('set role lienvung_owner')
    if (blob !== null && blob.length > 0) yield blob
  },
  async trusting(work) {
    await client.script('reset role; set session_replication_role = replica; set role lienvung_owner')
    let done = false
    try {
      const answer = await work()
      done = true
      return answer
    } finally {
      const back = client.script('reset role; set session_replication_role = origin; set role lienvung_owner')
      // after a failure the transaction may be aborted: its rollback sets both back, and the failure is what is said
      await (done ? back : back.catch(() => {}))
    }
  },
})
