import { expect, test } from 'vitest'
import { findWords } from './find-words.ts'

test('[TSK-32] words are found as they were copied, whatever blanks and line ends lie between', () => {
  const text = 'Giao Sở Y tế lập\n danh mục (thuốc). Giao Sở Y tế tập huấn.'
  const at = (words: string, from?: number): string | null => {
    const found = findWords(text, words, from)
    return found === null ? null : text.slice(found.start, found.end)
  }
  expect(at('lập danh mục (thuốc).')).toBe('lập\n danh mục (thuốc).')
  expect(at('giao sở y tế')).toBe('Giao Sở Y tế')
  expect(findWords(text, 'Giao Sở Y tế', 5)?.start).toBe(text.lastIndexOf('Giao'))
  expect(findWords('ngày 20-11-2026 (a/b)', '20-11-2026 (a/b)')).toEqual({ start: 5, end: 21 })
  expect([at('không có'), at('   ')]).toEqual([null, null])
})
