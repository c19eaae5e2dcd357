import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Mark, markTree, type Node } from './mark-tree.ts'
import { paragraphAt, paragraphsOf } from './paragraphs.ts'

const words = (nodes: readonly Node<Mark<string>>[]): string =>
  nodes.map((node) => ('text' in node ? node.text : words(node.inside))).join('')

const shape = (nodes: readonly Node<Mark<string>>[]): string =>
  nodes.map((node) => ('text' in node ? node.text : `${node.mark.kind}(${shape(node.inside)}${node.last ? '.' : ''})`)).join('')

test('[PAG-1] a mark inside another is drawn inside it', () => {
  const marks = [
    { start: 4, end: 14, kind: 'a' },
    { start: 4, end: 6, kind: 'b' },
  ]
  expect(shape(markTree('giao Sở Xây dựng', marks, [0, 16]))).toBe('giaoa(b( S.)ở Xây dự.)ng')
})

test('[PAG-1] of two that cross, the later is cut where the earlier ends, and its rest follows', () => {
  const marks = [
    { start: 2, end: 6, kind: 'b' },
    { start: 0, end: 4, kind: 'a' },
  ]
  expect(shape(markTree('abcdefgh', marks, [0, 8]))).toBe('a(abb(cd).)b(ef.)gh')
})

test('[PAG-1] whatever the marks, the words drawn are the words of the text', () => {
  const place = fc.nat(40)
  const mark = fc.record({ start: place, end: place, kind: fc.constantFrom('a', 'b', 'c') })
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
      fc.array(mark, { maxLength: 12 }),
      place,
      place,
      (text, marks, one, other) => {
        const from = Math.min(one, other, text.length)
        const to = Math.min(Math.max(one, other), text.length)
        expect(words(markTree(text, marks, [from, to]))).toBe(text.slice(from, to))
      },
    ),
  )
})

test('paragraphs are the lines that have words, with their places in the whole text', () => {
  const text = 'Một\n\n  Hai \r\nBa'
  const found = paragraphsOf(text)
  expect(found.map(({ n, start, end }) => [n, text.slice(start, end)])).toEqual([
    [1, 'Một'],
    [2, 'Hai'],
    [3, 'Ba'],
  ])
  expect(paragraphAt(found, text.indexOf('Ba'))?.n).toBe(3)
  expect(paragraphAt(found, text.indexOf('Hai') + 1)?.n).toBe(2)
})
