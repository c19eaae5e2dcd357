import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Where the sockets of a data directory lie: in it; where its path is too long for one (about 100 bytes) in the temporary
 * directory under a name made from it; on Windows they are named pipes.
 */
const LONGEST = 100
const WINDOWS = process.platform === 'win32'
/** Eight hex digits a server: a process id is 1 in every container. */
const OWN = 8

type Lie = { readonly folder: string; readonly prefix: string; readonly suffix: string }

function lieOf(data: string): Lie {
  const directory = resolve(data)
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16)
  if (WINDOWS) return { folder: '\\\\.\\pipe\\', prefix: `lienvung-${name}-`, suffix: '' }
  const inside = { folder: directory, prefix: 'control-', suffix: '.sock' }
  return Buffer.byteLength(pathIn(inside, 'x'.repeat(OWN))) <= LONGEST
    ? inside
    : { folder: tmpdir(), prefix: `lienvung-${name}-`, suffix: '.sock' }
}

const pathIn = ({ folder, prefix, suffix }: Lie, own: string): string => join(folder, `${prefix}${own}${suffix}`)

export const newSocket = (data: string): string => pathIn(lieOf(data), randomBytes(OWN / 2).toString('hex'))

/** Sockets of this directory, of servers that run or did. Only of this user: the temporary directory is everybody's. */
export function socketsOf(data: string): readonly string[] {
  const lie = lieOf(data)
  return namesIn(lie.folder)
    .filter((name) => name.startsWith(lie.prefix) && name.endsWith(lie.suffix))
    .map((name) => join(lie.folder, name))
    .filter((path) => WINDOWS || statOf(path)?.uid === process.getuid?.())
}

/** Old enough that whoever made it has begun to listen: between the two a living one refuses like a dead one. */
export const isOld = (path: string): boolean => !WINDOWS && Date.now() - (statOf(path)?.mtimeMs ?? 0) > 10_000

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

const statOf = (path: string) => statSync(path, { throwIfNoEntry: false })
