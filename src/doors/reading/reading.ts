import type { Refusal } from '../../base/refusals.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import { readApart } from './apart.ts'
import type { Read } from './read.ts'
import { recognise } from './scan.ts'

/** More than any letter, its seals and pictures too. */
const MOST_MB = 20

/** The text of an office's file, through whatever door it came. What holds no letters is recognised where the machine can. [DOC-8] */
export async function readFileOf(name: string, bytes: Uint8Array): Promise<Result<Read, Refusal>> {
  if (bytes.length === 0) return refuse({ code: 'file-empty', data: { name } })
  if (bytes.length > MOST_MB * 1024 * 1024) return refuse({ code: 'file-too-large', data: { name, limit: MOST_MB } })
  const read = await readApart(bytes, name)
  if (!read.ok || read.value.blankPages.length === 0) return read
  return ok(await recognise(bytes, read.value))
}
