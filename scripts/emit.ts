import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { check: { type: 'boolean' }, below: { type: 'string', default: '.' } } })

/**
 * Writes a generated file, or with --check compares: a difference is named, and the process ends with 1. `--below FOLDER`
 * takes the files from another root, so that a test can show that a stale one is seen.
 */
export async function emit(path: string, text: string): Promise<void> {
  const file = join(values.below, path)
  const wanted = `${text.trimEnd()}\n`
  const found = existsSync(file) ? readFileSync(file, 'utf8') : null
  if (values.check !== true) {
    if (found !== wanted) writeFileSync(file, wanted)
    return
  }
  if (found === wanted) return
  console.error(`${path} is stale: run the generator without --check and commit what it writes`)
  process.exitCode = 1
}
