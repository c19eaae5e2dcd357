import { existsSync, statfsSync } from 'node:fs'
import type { PGliteClient } from './pglite-client.ts'

/**
 * Room on the disk for what PGlite writes. It cannot say that a disk is full: it waits for a segment of its log for ever, and
 * every page with it. So what writes is refused while there is still some, and what reads goes on. [STO-34]
 */
export const SEGMENT = 16 * 1024 * 1024
/** What is left for the sentences that say so, and for what people do in small. */
export const LEAST = 3 * SEGMENT
/** Below it no rows come in by the thousand, and no index is made of them. */
export const LEAST_IN_BULK = 12 * SEGMENT

/** Bytes left where a directory lies. */
export type Room = (directory: string) => number
export const roomIn: Room = (directory) => {
  if (!existsSync(directory)) return Number.POSITIVE_INFINITY
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize
}

const WRITES = /^\s*(?:insert|update|delete|merge|create|alter|reindex|copy\s+\S+\s+from|call)\b/i
const WRITES_WITH = /^\s*with\b.*\b(?:insert\s+into|update\s+\S+\s+set|delete\s+from)\b/is

/** @throws Error with the SQLSTATE of a full disk, before a statement that writes where less than `least` is left */
export function withRoom(client: PGliteClient, least: number, left: () => number): PGliteClient {
  const ask = (sql: string): void => {
    if ((WRITES.test(sql) || WRITES_WITH.test(sql)) && left() < least)
      throw Object.assign(new Error('No space left on device'), { code: '53100' })
  }
  return {
    async query(sql, parameters, blob) {
      ask(sql)
      return client.query(sql, parameters, blob)
    },
    async script(sql) {
      ask(sql)
      return client.script(sql)
    },
    close: () => client.close(),
  }
}
