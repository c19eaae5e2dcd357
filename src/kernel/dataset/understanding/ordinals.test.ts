import { expect, test } from 'vitest'
import { fold } from '../../../base/fold.ts'
import { columnReader } from './column-reader.ts'

const typeUnder = (label: string, texts: readonly string[]): string | undefined => {
  const reader = columnReader([label, 'Nội dung'])
  for (const [i, text] of texts.entries()) reader.see({ at: i + 1, cells: [text, `Việc ${fold(text)}`], bad: null })
  return reader.read().columns[0]?.type
}

// red 28-11-2026: item 1.10 was 1.1, which stood there twice
test.each([
  ['STT', ['1', '1.1', '1.2', '1.9', '1.10', '1.20', '2'], 'text'],
  ['Mục', ['1.1', '1.2', '1.10'], 'text'],
  ['Phiên bản', ['2.1', '2.10', '2.20'], 'text'],
  ['Phiên bản phần mềm', ['2.9', '2.10'], 'text'],
  ['Khoản', ['1', '2.10'], 'text'],
  ['Chỉ tiêu số', ['1.1', '1.10', '1.2'], 'text'],
  ['Version', ['1.9', '1.10'], 'text'],
  ['Mục', ['1.50', '2.10'], 'decimal'],
  ['STT', ['1', '2', '10'], 'integer'],
  ['STT', ['1.1', '1.2', '2.1'], 'decimal'],
  ['Mục tiêu', ['1.5', '1.50', '2'], 'decimal'],
  ['Mức', ['1.5', '1.50', '2'], 'decimal'],
  ['Diện tích', ['1.5', '1.50', '2'], 'decimal'],
])('[DAT-151] under «%s» %j are %s', (heading, texts, type) => {
  expect(typeUnder(heading, texts)).toBe(type)
})
