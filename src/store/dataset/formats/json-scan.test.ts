import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonScanner } from './json-scan.ts'

/** A file of JSON in whichever pieces it comes, against what the engine makes of the whole. */
const leaf = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null))
const record: fc.Arbitrary<unknown> = fc.dictionary(fc.string({ maxLength: 4 }), fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), {
  maxKeys: 4,
})
const list = fc.array(fc.oneof(record, leaf, fc.array(leaf, { maxLength: 3 })), { maxLength: 6 })
const file = fc.oneof(
  list,
  fc.dictionary(
    fc.constantFrom('features', 'a', 'b "x"', 'type'),
    fc.oneof(list, leaf, fc.dictionary(fc.constantFrom('r', 's'), fc.oneof(list, leaf))),
  ),
  leaf,
)

function scanned(text: string, cuts: readonly number[], wants: string | null) {
  const scanner = jsonScanner(wants)
  const elements: string[] = []
  let from = 0
  for (const cut of [...cuts.map((at) => at % (text.length + 1)).toSorted((a, b) => a - b), text.length]) {
    elements.push(...scanner.feed(text.slice(from, cut)).map((one) => one.text))
    from = cut
  }
  return { elements, outline: scanner.end() }
}

test('[DAT-6] a JSON in pieces is the same as the whole of it, and each of its lists has its elements', () => {
  fc.assert(
    fc.property(file, fc.array(fc.nat(), { maxLength: 8 }), fc.constantFrom(0, 2), (given, cuts, space) => {
      const text = JSON.stringify(given, null, space)
      const whole = JSON.parse(text) as unknown
      const { outline } = scanned(text, cuts, null)
      expect(JSON.parse(JSON.stringify(outline.read))).toEqual(whole)
      for (const [all, path] of outline.lists)
        expect(scanned(text, cuts, path).elements.map((one) => JSON.parse(one) as unknown)).toEqual(JSON.parse(JSON.stringify(all)))
    }),
    { numRuns: 500 },
  )
})

test('[DAT-6] of a long list the outline has its length and its first elements', () => {
  const rows = Array.from({ length: 2000 }, (_, i) => ({ a: i }))
  const { read, lists } = scanned(JSON.stringify({ result: { records: rows } }), [700, 9000], null).outline
  const [all] = [...lists.keys()] as [unknown[]]
  expect([all.length, all[499], 500 in all, lists.get(all), Object.keys(read as object)]).toEqual([
    2000,
    { a: 499 },
    false,
    'result.records',
    ['result'],
  ])
})

test.each(['', '[1,2', '{"a":1', '[1,]', '{"a" 1}', '{"a":1}{"b":2}', '[1 2]', '{a:1}', '[1}', ','])('[DAT-6] %j is no JSON', (text) => {
  expect(() => scanned(text, [], null)).toThrow(SyntaxError)
})
