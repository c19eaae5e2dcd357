import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Writes a generated file, or with --check compares: a difference is named, and the process ends with 1. */
export async function emit(path: string, text: string): Promise<void> {
  const wanted = `${text.trimEnd()}\n`
  const found = existsSync(path) ? readFileSync(path, 'utf8') : null
  if (!process.argv.includes('--check')) {
    if (found !== wanted) writeFileSync(path, wanted)
    return
  }
  if (found === wanted) return
  console.error(`${path} is stale: run the generator without --check and commit what it writes`)
  process.exitCode = 1
}
