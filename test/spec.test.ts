import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Binds rules and tests: a rule is `- **TSK-4** …` in docs/spec, its tests begin with `[TSK-4]`. Both ways. */
const RULE = /^- \*\*([A-Z]{2,4}-\d+)\*\* /gm
const QUOTED = /(?:test|it|describe)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*['"`]\[([A-Z]{2,4}-\d+)\]/g

const files = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))

const found = (paths: readonly string[], pattern: RegExp): readonly string[] =>
  paths.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(pattern)].map((match) => match[1] ?? ''))

const rules = found(files('docs/spec', /\.md$/), RULE)
const quoted = new Set(found([...files('src', /\.test\.tsx?$/), ...files('test', /\.test\.tsx?$/)], QUOTED))

test('every rule has an id of its own', () => {
  expect(rules.filter((id, i) => rules.indexOf(id) !== i)).toEqual([])
  expect(rules.length).toBeGreaterThan(20)
})

test('every rule has a test that quotes it', () => {
  expect(rules.filter((id) => !quoted.has(id))).toEqual([])
})

test('every id that a test quotes is a rule', () => {
  expect([...quoted].filter((id) => !rules.includes(id))).toEqual([])
})
