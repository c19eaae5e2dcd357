import { readdirSync, readFileSync } from 'node:fs'
import { overTheBoard } from './mixed.ts'
import { type Asked, question } from './mixed-questions.ts'
import { seeded } from './random.ts'
import { type Figure, seen } from './report.ts'

/**
 * What each question of bench mixed costs, asked one at a time: processor time of the server and of its connections at the
 * database, which a busy machine changes little, where the time on the clock doubles. On Linux, with PostgreSQL on this machine
 * under DATABASE_URL and DATABASE_OWNER_URL. What the database does in other processes than the connection's is not seen.
 */
const QUESTIONS = 800
const WARM = 120

export const bench = (): Promise<void> => overTheBoard('cost', ({ url, pid }, database) => costs(url, pid ?? 0, database))

async function costs(url: string, pid: number, database: string): Promise<Readonly<Record<string, Figure>>> {
  const random = seeded(7)
  const asked = Array.from({ length: QUESTIONS + WARM }, () => question(random))
  for (const { path } of asked.slice(0, WARM)) await read(url, path)
  const kinds = new Map<string, Asked[]>()
  for (const one of asked.slice(WARM)) kinds.set(one.what, [...(kinds.get(one.what) ?? []), one])
  const figures: Record<string, Figure> = {}
  const sum = { server: 0, database: 0 }
  for (const [what, questions] of [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const before = { server: cpuOf(pid), database: cpuOfDatabase(database) }
    for (const { path } of questions) await read(url, path)
    const took = { server: cpuOf(pid) - before.server, database: cpuOfDatabase(database) - before.database }
    sum.server += took.server
    sum.database += took.database
    figures[`${what}_server_ms`] = seen(took.server / questions.length)
    figures[`${what}_database_ms`] = seen(took.database / questions.length)
  }
  return { ...figures, mean_server_ms: seen(sum.server / QUESTIONS), mean_database_ms: seen(sum.database / QUESTIONS) }
}

async function read(url: string, path: string): Promise<void> {
  const answer = await fetch(`${url}/${path}`)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  await answer.text()
}

/** Milliseconds of processor time that a process has used; the kernel counts in hundredths of a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Of all connections to one database, those that ended too as they were last seen: PostgreSQL names its processes by user and database. */
const seenOf = new Map<string, number>()
function cpuOfDatabase(database: string): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (command.startsWith('postgres:') && command.split(/[ \0]/).includes(database)) seenOf.set(pid, cpuOf(Number(pid)))
    } catch {
      // it ended between the listing and the reading
    }
  }
  return [...seenOf.values()].reduce((sum, ms) => sum + ms, 0)
}
