import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bindings } from './support/bindings.ts'

/** Binds rules and tests: a rule is `- **TSK-4** …` in docs/spec, the names of its tests begin with `[TSK-4]`. Both ways. */
const texts = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

const TEST = /\.test\.tsx?$/

test('every rule has an id of its own and a test that quotes it; every id that a test quotes is a rule', () => {
  const found = bindings(texts('docs/spec', /\.md$/), [...texts('src', TEST), ...texts('test', TEST)])
  expect(found).toEqual({ rules: found.rules, twice: [], untested: [], unknown: [] })
  expect(found.rules).toBeGreaterThan(60)
})

test('a rule without a test, and an id without a rule, are found', () => {
  const id = (n: number): string => `[${'ABC'}-${n}]`
  expect(
    bindings(['- **ABC-1** One.\n- **ABC-2** Two.\n'], [`test('${id(1)} one', () => {})`, `test.each(x)('${id(9)} ${id(1)} nine', f)`]),
  ).toEqual({
    rules: 2,
    twice: [],
    untested: ['ABC-2'],
    unknown: ['ABC-9'],
  })
})
