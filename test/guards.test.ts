import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/**
 * Plants each fault that a check is there for, in a project of its own, and expects red. A check that passes over a fault is
 * worse than none: with the native TypeScript 7 the check of imports looks at nothing and says that all is well.
 */
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienvung-guards-'))
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs', 'eslint.config.mjs', 'biome.json', 'layers.ts'])
    copyFileSync(name, join(folder, name))
  mkdirSync(join(folder, 'scripts'))
  copyFileSync('scripts/import-rules.ts', join(folder, 'scripts/import-rules.ts'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function plant(files: Readonly<Record<string, string>>): void {
  rmSync(join(folder, 'src'), { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

function run(script: string, ...args: readonly string[]): { readonly red: boolean; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' })
  return { red: status !== 0, output: stdout + stderr }
}

const cruise = () => run('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src')

test.each([
  [
    'a kernel rule that uses a package',
    { 'src/kernel/task/a.ts': "import { z } from 'zod'\nexport const a = z\n" },
    'no-package-in-kernel',
  ],
  [
    'a kernel rule that looks at the machine',
    { 'src/kernel/task/a.ts': "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n" },
    'no-package-in-kernel',
  ],
  [
    'a capability that uses a later one',
    { 'src/kernel/period/a.ts': "import { b } from '../task/b.ts'\nexport const a = b\n", 'src/kernel/task/b.ts': 'export const b = 1\n' },
    'kernel-period',
  ],
  [
    'a door that reaches for the store',
    { 'src/doors/a.ts': "import { b } from '../store/b.ts'\nexport const a = b\n", 'src/store/b.ts': 'export const b = 1\n' },
    'layer-doors',
  ],
  [
    'an operation that imports main',
    { 'src/operations/a.ts': "import { b } from '../main/b.ts'\nexport const a = b\n", 'src/main/b.ts': 'export const b = 1\n' },
    'layer-operations',
  ],
  [
    'the streaming helper that hides failure',
    { 'src/doors/a.ts': "import { stream } from 'hono/streaming'\nexport const a = stream\n" },
    'never-hono-streaming',
  ],
  [
    'a circle',
    {
      'src/base/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
      'src/base/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
    },
    'no-circle',
  ],
])('imports: %s is refused', (_, files, rule) => {
  plant(files)
  const { red, output } = cruise()
  expect([red, output.includes(rule), output]).toEqual([true, true, expect.any(String)])
})

test('imports: what the layers allow is not refused', () => {
  plant({ 'src/doors/a.ts': "import { b } from '../operations/b.ts'\nexport const a = b\n", 'src/operations/b.ts': 'export const b = 1\n' })
  expect(cruise().output).toContain('no dependency violations found')
})

test.each([
  [
    'a write nobody waits for',
    'declare const save: () => Promise<void>\nexport function a(): void {\n  save()\n}\n',
    'no-floating-promises',
  ],
  [
    'a promise where a yes or no is expected',
    'declare const isOpen: () => Promise<boolean>\nexport const a = (): number => (isOpen() ? 1 : 2)\n',
    'no-misused-promises',
  ],
  [
    'a switch that forgets a case',
    "export function a(x: 'one' | 'two'): number {\n  switch (x) {\n    case 'one':\n      return 1\n  }\n  return 0\n}\n",
    'switch-exhaustiveness-check',
  ],
  ['a thrown text', "export function a(): never {\n  throw 'text'\n}\n", 'only-throw-error'],
])('promises and switches: %s is refused', (_, text, rule) => {
  plant({ 'src/base/a.ts': text })
  const { red, output } = run('node_modules/eslint/bin/eslint.js', 'src')
  expect([red, output.includes(rule), output]).toEqual([true, true, expect.any(String)])
})

test.each([
  ['any', 'export const a: any = 1\n', 'noExplicitAny'],
  ['a non-null assertion', 'declare const b: string | null\nexport const a: string = b!\n', 'noNonNullAssertion'],
  ['a default export', 'export default 1\n', 'noDefaultExport'],
])('form: %s is refused', (_, text, rule) => {
  plant({ 'src/base/a.ts': text })
  const { red, output } = run('node_modules/@biomejs/biome/bin/biome', 'ci', 'src')
  expect([red, output.includes(rule), output]).toEqual([true, true, expect.any(String)])
})

test.each([
  ['generate-openapi.ts', ['docs/api/openapi.json']],
  ['generate-api-pages.ts', ['docs/api/refusals.md', 'docs/api/operations.md', 'docs/settings.md']],
  ['generate-compiled.ts', ['calendar', 'document', 'history', 'place', 'task'].map((name) => `src/store/compiled/${name}.sql`)],
  ['generate-tables.ts', ['src/store/tables.ts']],
])('generated: %s names each stale file', { timeout: 120_000 }, (script, files) => {
  plant(Object.fromEntries(files.map((name) => [name, 'cũ\n'])))
  const args = ['--import', 'tsx', `scripts/${script}`, '--check', '--below', folder]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect([status, files.filter((name) => !stderr.includes(`${name} is stale`))]).toEqual([1, []])
})

test('dead code: an export nobody imports is named', () => {
  plant({
    'src/main/server.ts': "import { used } from '../base/a.ts'\nused()\n",
    'src/base/a.ts': 'export const used = (): void => {}\nexport const unused = 1\n',
  })
  writeFileSync(
    join(folder, 'knip.json'),
    JSON.stringify({
      entry: ['src/main/server.ts'],
      project: ['src/**/*.ts'],
      exclude: ['dependencies', 'devDependencies', 'unlisted', 'binaries'],
    }),
  )
  const { red, output } = run('node_modules/knip/bin/knip.js')
  expect([red, output.includes('unused')]).toEqual([true, true])
})
