import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusals } from '../src/base/refusals.ts'
import { settingRows } from '../src/main/settings.ts'
import { registry } from '../src/operations/registry.ts'

/** What the lists of the code hold stands in the papers, and the papers name nothing else. */
const read = (path: string): string => readFileSync(path, 'utf8')
const firstCells = (text: string): readonly string[] => [...text.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '')

test('every operation is in operations.md, and none besides', () => {
  expect([...firstCells(read('docs/api/operations.md'))].sort()).toEqual(registry.map((one) => one.name).sort())
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
