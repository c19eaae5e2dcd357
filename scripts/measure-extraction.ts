/**
 * How well the grammar reads annotated texts, and where it does not.
 *
 *   npm run measure:extraction -- DIR [--only even|odd|ID,ID] [--misses]
 *
 * DIR holds texts/ID.txt (with ID.meta.json: `date`, `date_exact`) and gold/ID.json. Predictions are written to a folder of
 * their own; when the scorer stands beside DIR (tools/score-extraction.mjs above it) its table is printed. Every miss is
 * printed with its cause, so that the next rule is written for the commonest one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readDirective } from '../src/kernel/directive/directive.ts'
import { parseDay } from '../src/kernel/period/day.ts'
import { missesOf } from './extraction-misses.ts'

const args = process.argv.slice(2)
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : ''
const showMisses = args.includes('--misses')
const dir = resolve(args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--only') ?? '.')
const wanted = (id: string): boolean =>
  only === '' ||
  (only.startsWith('4:')
    ? only
        .slice(2)
        .split(',')
        .includes(String(Number(id) % 4))
    : only === 'even' || only === 'odd'
      ? (Number(id) % 2 === 0) === (only === 'even')
      : only.split(',').includes(id))

const out = mkdtempSync(join(tmpdir(), 'extraction-'))
for (const part of ['gold', 'predicted']) mkdirSync(join(out, part))
let length = 0
let spent = 0
for (const file of readdirSync(join(dir, 'texts'))
  .filter((name) => name.endsWith('.txt'))
  .sort()) {
  const id = file.slice(0, -4)
  if (!wanted(id)) continue
  const text = readFileSync(join(dir, 'texts', file), 'utf8')
  const metaPath = join(dir, 'texts', `${id}.meta.json`)
  const meta = existsSync(metaPath) ? (JSON.parse(readFileSync(metaPath, 'utf8')) as { date?: string; date_exact?: boolean }) : {}
  const issued = meta.date_exact === true ? parseDay(meta.date ?? '') : null
  const began = performance.now()
  const extraction = readDirective(text, issued === null ? {} : { issued })
  spent += performance.now() - began
  length += text.length
  writeFileSync(join(out, 'predicted', `${id}.json`), JSON.stringify(extraction, null, 1))
  const gold = join(dir, 'gold', `${id}.json`)
  if (!existsSync(gold)) continue
  symlinkSync(gold, join(out, 'gold', `${id}.json`))
  if (showMisses) for (const miss of missesOf(id, text, JSON.parse(readFileSync(gold, 'utf8')), extraction)) console.log(miss)
}
console.log(`${length} characters in ${spent.toFixed(0)} ms; predictions in ${join(out, 'predicted')}`)
let above = dir
while (above !== dirname(above) && !existsSync(join(above, 'tools', 'score-extraction.mjs'))) above = dirname(above)
const scorer = join(above, 'tools', 'score-extraction.mjs')
if (existsSync(scorer)) {
  const scored = spawnSync(
    process.execPath,
    [scorer, join(out, 'gold'), join(out, 'predicted'), '--texts', join(dir, 'texts'), '--worst', '12'],
    { encoding: 'utf8' },
  )
  console.log(scored.stdout + scored.stderr)
}
