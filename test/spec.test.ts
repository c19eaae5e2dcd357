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

test.each([
  ['a skipped test', (name: string) => `test.skip(${name}, () => {})`],
  ['a test that is still to be written', (name: string) => `test.todo(${name})`],
  ['a test without a body', (name: string) => `test(${name})`],
  ['a skipped table', (name: string) => `test.skip.each([[1, (2)]])(${name}, f)`],
  ['a table, skipped', (name: string) => `test.each([[1, 'a)']]).skip(${name}, f)`],
  ['a test skipped by its options', (name: string) => `it(${name}, { timeout: 5, skip: true }, f)`],
  ['a test within a skipped group', (name: string) => `describe.skip('group', () => { describe('x', () => { test(${name}, f) }) })`],
  ['a comment', (name: string) => `// test(${name}, f)`],
])('%s proves no rule', (_, write) => {
  expect(bindings(['- **ABC-1** One.\n'], [write(`'[${'ABC'}-1] one'`)]).untested).toEqual(['ABC-1'])
})

test('an id that only a skipped test quotes must be a rule all the same', () => {
  expect(bindings([], [`test.skip('[${'ABC'}-9] nine', f)`]).unknown).toEqual(['ABC-9'])
})

test.each([
  ['a table over several lines', (name: string) => `test.each([\n  ['a', { b: (1) }],\n])(${name}, async (a) => { expect(a) })`],
  ['a test in a group that runs where it can', (name: string) => `describe.runIf(x)('group', () => { test(${name}, { timeout: 1 }, f) })`],
  ['a test between generics', (name: string) => `const value = <T>(x: T): T => x\ntest(${name}, () => { value<number>(1) })`],
])('%s proves its rule', (_, write) => {
  expect(bindings(['- **ABC-1** One.\n'], [write(`'[${'ABC'}-1] one'`)]).untested).toEqual([])
})
