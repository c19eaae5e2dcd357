import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patternOf } from './pattern.ts'

/** Patterns of schemas, held against the engine's own where that one ends. */
const atom = fc.constantFrom(
  'a',
  'b',
  'đ',
  '.',
  '\\d',
  '[ab]',
  '[^a]',
  '\\p{L}',
  '\\u{1F600}',
  '^',
  '$',
  '\\.',
  '[\\]a-]',
  '\\ud83d\\ude00',
)
const pattern: fc.Arbitrary<string> = fc.letrec<{ one: string; row: string }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    tie('row').map((row) => `(${row})`),
    fc.tuple(tie('row'), tie('row')).map(([a, b]) => `(?:${a}|${b}|)`),
    fc
      .tuple(tie('row'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,}', '*?'))
      .map(([row, n]) => `(?<g>${row})${n}`.replace('<g>', ':')),
  ),
  row: fc.array(tie('one'), { maxLength: 3 }).map((parts) => parts.join('')),
})).row
const text = fc.array(fc.constantFrom('a', 'b', 'đ', '1', '.', '😀', '\n', ']'), { maxLength: 8 }).map((letters) => letters.join(''))

test('[DAT-24] a pattern says of a text what the regular expressions of ECMA-262 say of the whole of it', () => {
  fc.assert(
    fc.property(pattern, text, (given, of) => {
      expect([given, of, patternOf(given)?.(of)]).toEqual([given, of, new RegExp(`^(?:${given})$`, 'u').test(of)])
    }),
    { numRuns: 1000 },
  )
})

// 2026-11-27: `((a+))+` on a cell of 120 letters stopped the server for 5.5 s, of 160 for two minutes
test.each(['((a+))+', 'a*a*a*a*a*a*b', '(a|aa)+$', '(?:(?:a?){10}){20}a{40}', '([a-z]*)*x'])(
  '[DAT-24] %s decides on a text of 100,000 letters in one pass',
  (given) => {
    expect(patternOf(given)?.(`${'a'.repeat(100_000)}!`)).toBe(false)
  },
)

test.each([
  '(?=a)b',
  '(?!a)b',
  '(?<=a)b',
  '(?<!a)b',
  '(a)\\1',
  '(?<n>a)\\k<n>',
  '\\ba',
  '(?i:a)',
  'a{501}',
  '((a{20}){20}){20}',
  '(?:(?:){999}){999}',
  '(',
])('[DAT-24] %s is none that one pass decides', (given) => {
  expect(patternOf(given)).toBeNull()
})
