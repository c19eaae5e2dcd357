/**
 * How well the grammar reads annotated texts, and where it does not.
 *
 *   npm run measure:extraction -- DIR [--misses worked|held|all] [--only ID,ID] [--half worked|held]
 *
 * DIR holds texts/ID.txt (with ID.meta.json: `date`, `date_exact`) and gold/ID.json. When the scorer stands above DIR
 * (tools/score-extraction.mjs) its table is printed for the whole and for the two halves. A text belongs to the half that
 * the hash of its file name says: rules are made with the misses of the worked half; the held half is looked at only
 * through its totals, so that it still tells how the grammar reads what nobody has read. `--misses` without a value prints
 * the misses of the worked half, each with its cause.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readDirective } from '../src/kernel/directive/directive.ts'
import { parseDay } from '../src/kernel/period/day.ts'
import { missesOf } from './extraction-misses.ts'

type Half = 'worked' | 'held'
const args = process.argv.slice(2)
const valueAfter = (flag: string): string | null => (args.includes(flag) ? (args[args.indexOf(flag) + 1] ?? '') : null)
const FLAGS = ['--misses', '--only', '--half']
const isValue = (i: number): boolean => i > 0 && FLAGS.includes(args[i - 1] ?? '')
const known = ['worked', 'held', 'all']
const missesOfHalf = args.includes('--misses') ? (known.find((half) => half === valueAfter('--misses')) ?? 'worked') : null
const dir = resolve(
  args.find((arg, i) => !arg.startsWith('--') && (!isValue(i) || (args[i - 1] === '--misses' && !known.includes(arg)))) ?? '.',
)
const only = valueAfter('--only')?.split(',') ?? null
const halfOf = (id: string): Half => ((createHash('sha256').update(`${id}.txt`).digest()[0] ?? 0) % 2 === 1 ? 'worked' : 'held')

const out = mkdtempSync(join(tmpdir(), 'extraction-'))
const PARTS = ['all', 'worked', 'held'] as const
for (const part of PARTS) for (const kind of ['gold', 'predicted']) mkdirSync(join(out, part, kind), { recursive: true })
let length = 0
let spent = 0
for (const file of readdirSync(join(dir, 'texts'))
  .filter((name) => name.endsWith('.txt'))
  .sort()) {
  const id = file.slice(0, -4)
  const half = halfOf(id)
  if (only !== null ? !only.includes(id) : valueAfter('--half') !== null && valueAfter('--half') !== half) continue
  const text = readFileSync(join(dir, 'texts', file), 'utf8')
  const metaPath = join(dir, 'texts', `${id}.meta.json`)
  const meta = existsSync(metaPath) ? (JSON.parse(readFileSync(metaPath, 'utf8')) as { date?: string; date_exact?: boolean }) : {}
  const issued = meta.date_exact === true ? parseDay(meta.date ?? '') : null
  const began = performance.now()
  const extraction = readDirective(text, issued === null ? {} : { issued })
  spent += performance.now() - began
  length += text.length
  const gold = join(dir, 'gold', `${id}.json`)
  for (const part of ['all', half]) {
    writeFileSync(join(out, part, 'predicted', `${id}.json`), JSON.stringify(extraction, null, 1))
    if (existsSync(gold)) symlinkSync(gold, join(out, part, 'gold', `${id}.json`))
  }
  if (existsSync(gold) && (missesOfHalf === 'all' || missesOfHalf === half))
    for (const miss of missesOf(id, text, JSON.parse(readFileSync(gold, 'utf8')), extraction)) console.log(miss)
}
let above = dir
while (above !== dirname(above) && !existsSync(join(above, 'tools', 'score-extraction.mjs'))) above = dirname(above)
const scorer = join(above, 'tools', 'score-extraction.mjs')
for (const part of PARTS) {
  if (!existsSync(scorer) || readdirSync(join(out, part, 'gold')).length === 0) continue
  // Single texts are shown of the worked half alone.
  const worst = part === 'worked' ? ['--worst', '12'] : []
  const scored = spawnSync(
    process.execPath,
    [scorer, join(out, part, 'gold'), join(out, part, 'predicted'), '--texts', join(dir, 'texts'), ...worst],
    {
      encoding: 'utf8',
    },
  )
  console.log(`\n${part}: ${scored.stdout}${scored.stderr}`)
}
console.log(`${length} characters in ${spent.toFixed(0)} ms`)
if (existsSync(scorer)) rmSync(out, { recursive: true })
else console.log(`predictions in ${join(out, 'all', 'predicted')}`)
