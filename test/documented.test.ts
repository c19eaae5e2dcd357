import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusals } from '../src/base/refusals.ts'
import { allPages } from '../src/doors/pages/pages/all.ts'
import { fileDoors } from '../src/doors/rest/file-doors.ts'
import { settingRows } from '../src/main/settings.ts'
import { registry } from '../src/operations/registry.ts'
import { addresses, documents, downloads } from './browser/addresses.ts'

/** What the lists of the code hold stands in the papers, and the papers name nothing else. */
const read = (path: string): string => readFileSync(path, 'utf8')
const firstCells = (text: string): readonly string[] => [...text.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '')

test('[DAT-105] every operation and every door for files is in operations.md, and none besides', () => {
  expect([...firstCells(read('docs/api/operations.md'))].sort()).toEqual([...registry, ...fileDoors].map((one) => one.name).sort())
})

test('operations have names and addresses of their own', () => {
  const addresses = registry.map((one) => `${one.rest.method} ${one.rest.path.replace(/\{\w+\}/g, '{}')}`)
  expect([new Set(registry.map((one) => one.name)).size, new Set(addresses).size]).toEqual([registry.length, registry.length])
})

test('every refusal is in refusals.md, and none besides but the faults of starting', () => {
  const [own = ''] = read('docs/api/refusals.md').split('# What keeps a node from starting')
  expect([...firstCells(own)].sort()).toEqual(Object.keys(refusals).sort())
})

test('every setting is in settings.md', () => {
  const text = read('docs/settings.md')
  expect(settingRows.filter((row) => !text.includes(`\`${row.env}\``))).toEqual([])
})

test('every table has its word in the glossary, and the glossary names no other', () => {
  const tables = [...read('src/store/tables.ts').matchAll(/^ {2}(\w+): \w+Table$/gm)].map((match) => match[1] ?? '')
  const glossary = read('docs/GLOSSARY.md')
  const named = [...glossary.matchAll(/^\|[^|]*\|[^|]*\|[^|]*\|([^|]*)\|/gm)].flatMap((match) =>
    (match[1] ?? '').split(',').map((word) => word.trim()),
  )
  const columns = [
    'date',
    'from_day',
    'to_day',
    'number',
    'issuer',
    'signed_on',
    'state',
    'kind',
    'every',
    'quote',
    'code',
    'table',
    '---',
    '',
  ]
  expect(tables.filter((table) => !named.includes(table))).toEqual([])
  expect(named.filter((name) => !tables.includes(name) && !columns.includes(name))).toEqual([])
})

const words = (cells: readonly string[]): readonly string[] =>
  cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
const column = (n: number): readonly string[] =>
  words(
    read('docs/GLOSSARY.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split('|')[n] ?? ''),
  )

test('every type that the glossary names is a word of the code', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => read(join('src', name)))
    .join('\n')
  const known = new Set(code.match(/\w+/g))
  expect(column(3).filter((name) => !name.split('.').every((part) => known.has(part)))).toEqual([])
})

test('every address that the glossary names is one of a page or an operation', () => {
  const known = new Set<string>([...allPages.map((page) => page.path), ...registry.map((one) => one.rest.path)])
  expect(column(5).filter((name) => name.startsWith('/') && !known.has(name))).toEqual([])
})

test('every page is walked in the browser', () => {
  const walked = [...addresses, ...downloads, ...documents].map((address) => address.split('?')[0] ?? '')
  const forms = allPages.map((page) => new RegExp(`^${page.path.replace(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`))
  expect(allPages.filter((_, i) => !walked.some((address) => forms[i]?.test(address))).map((page) => page.path)).toEqual([])
})

test('every direct dependency has its reason, and none besides', () => {
  const pack = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >
  const used = Object.keys({ ...pack.dependencies, ...pack.devDependencies, ...pack.optionalDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  )
  const named = [...read('docs/decisions/dependencies.md').matchAll(/^\| ([^|]+) \|/gm)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((name) => name.trim())
    .filter((name) => !['package', '---', '@types/*'].includes(name))
  expect([...named].sort()).toEqual(used.sort())
})

// 27-11-2026: the first step of an import by REST stood nowhere
test('[DAT-105] the addresses that the papers on REST ask are in OpenAPI', () => {
  const { paths } = JSON.parse(read('docs/api/openapi.json')) as { readonly paths: Readonly<Record<string, unknown>> }
  const known = Object.keys(paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
  const asked = ['imports', 'uploads']
    .flatMap((name) => [...read(`docs/api/${name}.md`).matchAll(/\$node(\/api\/v1\/[^"? ]+)/g)])
    .map(([, path = '']) => path.replace(/\$\w+/g, '{}'))
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter((path) => !known.includes(path))).toEqual([])
})
