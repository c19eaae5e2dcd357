import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * A backup is written beside its name, and renamed when whole: `x.tar.<process>-<uuid>.part`, with one member at a time in
 * `….part.member`. What a killed one left is cleared by the next one into the same folder; one that is being made is not touched. [STO-15]
 */
const mine = new Set<string>()

export function partOf(file: string): string {
  const part = `${file}.${process.pid}-${randomUUID()}.part`
  mine.add(basename(part))
  return part
}

export async function removePart(part: string): Promise<void> {
  mine.delete(basename(part))
  for (const name of [part, memberOf(part)]) await rm(name, { force: true })
}

export const memberOf = (part: string): string => `${part}.member`

const PART = /^(.+\.(\d+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part)(?:\.member)?$/

export async function clearParts(file: string): Promise<void> {
  const folder = dirname(file)
  for (const name of await readdir(folder).catch(() => [])) {
    const [, part = '', pid = ''] = PART.exec(name) ?? []
    if (part !== '' && !mine.has(part) && !runs(Number(pid))) await rm(join(folder, name), { force: true })
  }
}

/** Whether that process may still write. One of our own number that we know nothing of is from before a start in a container. */
function runs(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
